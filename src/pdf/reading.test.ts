import { expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import type { Edition, Language } from "../base/language.ts";
import type { TextItem } from "../draw/display-list.ts";
import { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { CidFont } from "./cid-font.ts";
import { type PageContext, pageContent } from "./page-writer.ts";
import { codeText, hyphenReading, isWideBlank, narrowingOf, type Reading, readingOf } from "./reading.ts";

const item = (text: string, apart = 0): TextItem => ({
  kind: "text",
  face: "song",
  size: 10,
  scale: 1,
  colour: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1], spot: null, share: 1 },
  x: 0,
  baseline: 0,
  glyphs: [...text].map((char, gid) => ({ gid, y: 0, width: 5, text: char })),
  xs: [...text].map((_, k) => k * (5 + apart)),
  tag: 1,
  typed: null,
});

const languageIn = (text: string, around: Language) => readingOf(item(text), around)?.language ?? null;

test.each(["Pujiang Innovation Forum", " Science ", "“From 0 to 1”", "vation"])(
  "in Chinese, %j is said in English",
  (text) => {
    expect(languageIn(text, "zh")).toBe("en");
  },
);

test.each([
  "AI",
  "NIDZs",
  "20%",
  "km",
  "pH",
  "15 nm",
  "a@b.example.com",
  "https://www.example.com/abc",
  "，。",
  "创新",
  "创新 Innovation",
])("in Chinese, %j is said as Chinese readers do", (text) => {
  expect(languageIn(text, "zh")).toBeNull();
});

test("in English, Chinese is said in Chinese; Latin, and both in one run, are not", () => {
  expect(languageIn("浦江创新观察", "en")).toBe("zh");
  expect(languageIn("Innovation", "en")).toBeNull();
  expect(languageIn("创新 Innovation", "en")).toBeNull();
});

test("letters far apart are told as one word, and in their language", () => {
  expect(readingOf(item("创新", 5), "zh")).toEqual({ text: "创新", language: null });
  expect(readingOf(item("创新", 5), "en")).toEqual({ text: "创新", language: "zh" });
});

const raised = (text: string, y = -3.4) => {
  const level = item(text);
  return { ...level, glyphs: level.glyphs.map((glyph) => ({ ...glyph, y })) };
};

test.each([
  ["3", "³"],
  ["-6", "⁻⁶"],
  ["−16", "⁻¹⁶"],
  ["2+", "²⁺"],
  ["-", "⁻"],
  ["2n", "²ⁿ"],
])("raised, %s is told as %s: 10³ is not 103", (text, told) => {
  expect(readingOf(raised(text), "en")).toEqual({ text: told, language: null });
  expect(readingOf(raised(text), "zh")).toEqual({ text: told, language: null });
});

test("letters of words and ranges that are raised, and numbers that are lowered or level, speak for themselves", () => {
  for (const text of ["th", "[1]", "1-3", "3.5", ""]) expect(readingOf(raised(text), "en")).toBeNull();
  expect(readingOf(raised("2", 1.4), "en")).toBeNull();
  expect(readingOf(item("2"), "en")).toBeNull();
});

test("a power, and where a footnote is mentioned, are told as they are read; the number beside the note is level", async () => {
  const issue = REAL.replace("Currently, China", "Currently, 10^3^ sites[^a] in China");
  const noted = `${issue.replace("当前，我国", "当前，我国[^a]")}\nnotes:\n  a: { zh: 注, en: Note }\n`;
  const content = await contentOf(noted, "en");
  const told = [...content.matchAll(/ActualText\(\xfe\xff(.)(.)\)>>BDC\n[^E]*\((.)\)/gs)].map(
    ([, high, low, shown]) => [String.fromCharCode((high!.charCodeAt(0) << 8) | low!.charCodeAt(0)), shown],
  );
  expect(told.filter(([, shown]) => shown !== "-")).toEqual([
    ["³", "3"],
    ["¹", "1"],
  ]);
});

test("letters far apart are narrowed until a tenth of an em and less is said between them; words are not", () => {
  expect(narrowingOf(item("创新"))).toBe(1);
  expect(narrowingOf(item("创新", 0.9))).toBe(1);
  expect(narrowingOf(item("创新", 1.2))).toBe(2);
  expect(narrowingOf(item("创新", 10))).toBe(20);
  expect(narrowingOf(item("创 新", 10))).toBe(1);
});

test("a blank of an em behind Han is wide; one between words is not, nor one at an end", () => {
  const wide = (text: string, apart: number) =>
    [...text].flatMap((_, i) => (isWideBlank(item(text, apart), i) ? [i] : []));
  expect(wide("一条　为　了", 1)).toEqual([2, 4]);
  expect(wide("一条 为", 1)).toEqual([2]);
  expect(wide("一条　为", 0.9)).toEqual([]);
  expect(wide("on the", 4)).toEqual([]);
  expect(wide("　条　", 4)).toEqual([]);
  expect(wide("条　　为", 4)).toEqual([]);
});

test("a hyphen that a line's end added is told to be one, in its word's language; its code is that of a typed one", () => {
  const divided = item("innova\u00ad");
  expect(hyphenReading(divided, null, 6)).toEqual({ text: "\u00ad", language: null });
  expect(hyphenReading(divided, { text: null, language: "en" }, 6)).toEqual({
    text: "\u00ad",
    language: "en",
  });
  expect(hyphenReading(divided, null, 5)).toBeNull();
  expect(hyphenReading(divided, { text: "innova\u00ad", language: null }, 6)).toBeNull();
  expect(hyphenReading({ ...divided, tag: "pagination" }, null, 6)).toBeNull();
  expect(hyphenReading(item("self-"), null, 4)).toBeNull();
  expect(["\u00ad", "-", "fi", ""].map(codeText)).toEqual(["-", "-", "fi", ""]);
});

test("a hyphen that is all of its text leaves no sequence empty", () => {
  const font = {
    name: "F1",
    space: null,
    setIn: () => {},
    use: (gid: number, text: string) => ({ code: 1, gid, text, bytes: text, width: 500 }),
  };
  const told: (Reading | null)[] = [];
  const context: PageContext = {
    font: () => font as unknown as CidFont,
    image: (key) => key,
    languageOf: () => "en",
    mark: (_, reading) => `/Span<</MCID ${told.push(reading) - 1}>>BDC`,
    fill: () => "0 g",
  };
  const page = { width: 100, height: 100, items: [item("\u00ad")] };
  const content = Buffer.from(pageContent(page, context)).toString("latin1");
  expect(content).toBe("BT\n/Span<</MCID 0>>BDC\n/F1 10 Tf\n0 100 Td\n(-)Tj\nEMC\nET");
  expect(told).toEqual([{ text: "\u00ad", language: null }]);
});

const changed = REAL.replace("当前，我国", "当前（Nature Index），AI 与我国").replace(
  "Currently, China",
  "Currently, China (中国)",
);

const contentOf = async (issue: string, edition: Edition) => {
  const pdf = new OpenPdf(await press(issue, edition).pdf());
  return pdf.ids
    .map((id) => pdf.object(id))
    .filter((object) => pdf.name(object, "Type") === "Page")
    .map((page) => Buffer.from(pdf.content(pdf.get(page, "Contents"))).toString("latin1"))
    .join("\n");
};

const spansOf = async (edition: Edition) =>
  (await contentOf(changed, edition)).match(/\/Span<<[^>]*Lang[^>]*>>BDC/g);

test("wide blanks at the beginning of a text, side by side and at its end leave no sequence empty", async () => {
  const content = await contentOf(REAL.replace("当前，我国", "王　冰、李　明　赵　程。当前，我国"), "zh");
  const told = [...content.matchAll(/ActualText\((.*?)\)>>BDC/gs)].map(([, string]) =>
    Buffer.from(string!.replaceAll("\\r", "\r").replace(/\\([()\\])/g, "$1"), "latin1")
      .swap16()
      .toString("utf16le"),
  );
  expect(told.filter((text) => text.includes("　")).map((text) => text.slice(1))).toEqual([
    "王　冰",
    "李　明　赵　程",
  ]);
  expect(content).not.toMatch(/BDC\s+EMC/);
});

test.each<[Edition, readonly string[]]>([
  // The last one is the imprint's E-mail.
  ["bilingual", ["en-US", "zh-CN", "en-US"]],
  ["zh", ["en-US", "en-US"]],
  ["en", ["zh-CN"]],
])("a word of the other language is a span of its own on the page: %s", async (edition, languages) => {
  const spans = await spansOf(edition);
  expect(spans?.map((span) => /Lang\((.*?)\)/.exec(span)?.[1])).toEqual(languages);
});
