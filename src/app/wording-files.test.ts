import { expect, test } from "vitest";
import { describe } from "./describe.ts";
import { fileMissing, invisibleCharacter } from "./wording-files.ts";

test("a blank of another kind gives way to ordinary ones, or the line would lose its indentation", () => {
  expect(invisibleCharacter(0x3000).en).toMatch(/U\+3000 \(full-width space\); type ordinary spaces/);
  expect(invisibleCharacter(0x3000).zh).toMatch(/U\+3000（全角空格）；请改成半角空格/);
  expect(invisibleCharacter(0x200b).en).toMatch(/U\+200B \(zero-width space\); delete it/);
});

test("a missing publication is told with what it is and how to begin one", () => {
  const { en, zh } = fileMissing("content/publication.yaml", []);
  expect(en).toMatch(/holds what every issue shares.*--content.*shuanglan init/);
  expect(zh).toMatch(/各期共有的内容.*--content.*shuanglan init/);
});

test("where the name of an issue is there and its file is not, that name is not told as another one", () => {
  const { en, zh } = fileMissing("content/2025-01.yaml", ["2025-01", "2025-02"]);
  expect(en).toMatch(/^there is no file content\/2025-01\.yaml; what has its name is a folder, or a link/);
  expect(zh).toMatch(/^没有文件 content\/2025-01\.yaml；叫这个名字的是文件夹/);
});

test("a line end of old Macs is not to be deleted, which would join the lines", () => {
  const { en, zh } = invisibleCharacter(0x0d);
  expect(en).toMatch(/U\+000D .*save the file with the line ends LF/);
  expect(en).not.toContain("delete");
  expect(zh).toMatch(/U\+000D.*换行改存为 LF/);
});

test.each([
  ["content/2025-01.yaml", true],
  ["2025-01.yaml", true],
  ["content/publication.yaml", false],
  ["content/themes/own.yaml", false],
  ["fonts/fonts.yaml", false],
])("text that is no issue is told how to become one where an issue stands: %s", (file, isTold) => {
  const span = { file, start: 0, end: 2 };
  const { en, zh } = describe({
    code: "wrong-type",
    severity: "error",
    span,
    path: "",
    expected: "map",
    found: "text",
    text: "原稿",
    keys: [],
  });
  expect(en.includes("save it as .txt or .md and make an issue of it with shuanglan import")).toBe(isTold);
  expect(zh.includes("另存为 .txt 或 .md，再用 shuanglan import")).toBe(isTold);
});

test.each([
  ["*Bold* first", '"*Bold* first"'],
  ['*Notes "on" this', `'*Notes "on" this'`],
  ["*a \\* b", `'*a \\* b'`],
  [`*it's "on"`, `'*it''s "on"'`],
])("what is to be quoted is told as it can be typed: %s", (detail, typed) => {
  const span = { file: "a.yaml", start: 0, end: 1 };
  const { en, zh } = describe({ code: "yaml", severity: "error", span, fault: "alias", detail });
  expect([en.slice(-typed.length), zh.slice(-typed.length)]).toEqual([typed, typed]);
});

test("of a text over several lines the first one is told", () => {
  const about = { severity: "error", span: { file: "content/2025-01.yaml", start: 0, end: 1 } } as const;
  const { en, zh } = describe({ ...about, code: "unfilled", text: "第一行\n\n第二行" });
  expect(en).toContain("“第一行…”");
  expect(zh).toContain("“第一行…”");
});
