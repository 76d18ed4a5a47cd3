import { expect, test } from "vitest";
import { bodyOf, CLOSING, HEAD, OPENING, pairOf, written } from "../../test/manuscript.ts";
import { draftOf } from "./draft.ts";
import { readPlain } from "./read-plain.ts";

test("short paragraphs in bold alone that stand over a text are headings", () => {
  const text = written(...HEAD, ...OPENING, "**主要做法**", "**Main practices**", ...CLOSING);
  expect(bodyOf(text)).toEqual([
    pairOf(OPENING),
    { heading: { zh: "主要做法", en: "Main practices" } },
    pairOf(CLOSING),
  ]);
});

test("below numbered headings, which are bold without marks, they are subheadings", () => {
  const heads = ["**一、建设成效**", "**1. Achievements**", ...OPENING, "**平台建设**", "**Platforms**"];
  expect(bodyOf(written(...HEAD, ...OPENING, ...heads, ...CLOSING)).slice(1)).toEqual([
    { heading: { zh: "一、建设成效", en: "1. Achievements" } },
    pairOf(OPENING),
    { subheading: { zh: "平台建设", en: "Platforms" } },
    pairOf(CLOSING),
  ]);
});

test("a bold text that is a sentence, introduces something, ends an article or is bold in one language is none", () => {
  const kept = (zh: string, en: string) =>
    expect(bodyOf(written(...HEAD, ...OPENING, zh, en, ...CLOSING))[1]).toEqual({ zh, en });
  kept("**创新是第一动力。**", "**Innovation is the driving force.**");
  kept("**主要措施如下：**", "**The measures are as follows:**");
  kept("**主要做法**", "Main practices");
  const last = ["**特此说明**", "**This is to explain**"];
  expect(bodyOf(written(...HEAD, ...OPENING, ...CLOSING, ...last)).at(-1)).toEqual(pairOf(last));
});

test("a series line is known in bold as well, and has no marks", () => {
  const lines = [
    "**2024浦江创新论坛专报之八**",
    "**科技创新引领发展**",
    "**Special Report 8 of the Forum**",
    "**Innovation Leads**",
  ];
  const typed = [...lines, ...OPENING, ...CLOSING].join("\n\n");
  const [article] = draftOf(readPlain(typed, true), { names: [], imprint: [] }).articles;
  expect(article).toMatchObject({
    series: { zh: "2024浦江创新论坛专报之八", en: "Special Report 8 of the Forum" },
    title: { zh: "科技创新引领发展", en: "Innovation Leads" },
  });
});
