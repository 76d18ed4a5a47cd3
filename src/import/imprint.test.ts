import { expect, test } from "vitest";
import type { DraftLabelled } from "./draft.ts";
import { imprintOf } from "./imprint.ts";
import { labelReader } from "./labels.ts";

const read = (...lines: readonly string[]) => lines.flatMap((line) => labelReader([])(line) ?? []);
const OWN: readonly DraftLabelled[] = [
  { role: "editor", label: { zh: "编辑", en: "Editor" }, value: { zh: "殷梦宇", en: "Yin Mengyu" } },
];

test("an editor of one rank in Chinese and another in English is one, by the Chinese role", () => {
  expect(imprintOf(read("责任编辑：王冰"), read("Editor: Wang Bing"), [])).toEqual([
    { role: "chief-editor", label: { zh: "责任编辑", en: "Editor" }, value: { zh: "王冰", en: "Wang Bing" } },
  ]);
});

test("of two editors each keeps the partner of its own role", () => {
  const made = imprintOf(
    read("编辑：殷梦宇", "责任编辑：王冰"),
    read("Editor: Yin Mengyu", "Chief Editor: Wang Bing"),
    [],
  );
  expect(made.map(({ role, value }) => [role, value])).toEqual([
    ["editor", { zh: "殷梦宇", en: "Yin Mengyu" }],
    ["chief-editor", { zh: "王冰", en: "Wang Bing" }],
  ]);
});

test("a name that is spread to the width of others stands close", () => {
  const made = imprintOf(read("编辑：陈 红 光", "责任编辑：王　冰", "主编：王冰 李明"), [], []);
  expect(made.map(({ value }) => value)).toEqual([
    { zh: "陈红光", en: null },
    { zh: "王冰", en: null },
    { zh: "王冰 李明", en: null },
  ]);
});

test("an editor that the publication names is no partner of another role's", () => {
  expect(imprintOf(read("责任编辑：王冰"), read("Editor: Yin Mengyu"), OWN)).toEqual([
    { role: "chief-editor", label: { zh: "责任编辑", en: null }, value: { zh: "王冰", en: null } },
  ]);
});

test("which of two is meant is not guessed", () => {
  const made = imprintOf(read("责任编辑：王冰", "主编：李明"), read("Editor: Wang Bing"), []);
  expect(made.map(({ role }) => role)).toEqual(["chief-editor", "editor-in-chief", "editor"]);
});
