import { expect, test } from "vitest";
import { bodyOf, CLOSING, HEAD, OPENING, written } from "../../test/manuscript.ts";

const read = (zh: string, en: string, ...more: readonly string[]) =>
  bodyOf(written(...HEAD, ...OPENING, zh, en, ...CLOSING, ...more)).slice(1);

test("links by reference are links, and their definitions no text", () => {
  const definitions = ['[1]: https://example.org/a "标题"', "[Plan]: <https://example.org/b>"];
  const [pair, ...rest] = read(
    "详见[规划][1]和[计划][plan]。",
    "See the [outline][1] and the [Plan][].",
    ...definitions,
  );
  expect(pair).toEqual({
    zh: "详见[规划](https://example.org/a)和[计划](https://example.org/b)。",
    en: "See the [outline](https://example.org/a) and the [Plan](https://example.org/b).",
  });
  expect(rest).toHaveLength(1);
});

test("what is no reference stays: notes, brackets, keys that nothing defines", () => {
  expect(read("甲[乙][2]丙。", "One [two][2] three.")[0]).toEqual({
    zh: "甲[乙][2]丙。",
    en: "One [two][2] three.",
  });
});

test("addresses stand without brackets, but where a letter follows at once; titles of links go", () => {
  const [pair] = read(
    "网址<https://example.org>，又见<https://example.org>网站。",
    'Write to <li@example.org> or see [here](https://example.org/x "A title").',
  );
  expect(pair).toEqual({
    zh: "网址https://example.org，又见[https://example.org](https://example.org)网站。",
    en: "Write to li@example.org or see [here](https://example.org/x).",
  });
});

test("a break, code, struck and lit text are what they show", () => {
  const [pair] = read(
    "运行`build`，~~旧~~文字==要点==。",
    "Run `build` with ==this== ~~old~~ text,\\\nand more of it.",
  );
  expect(pair).toEqual({
    zh: "运行build，旧文字要点。",
    en: "Run build with this old text, and more of it.",
  });
});
