import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { leftMarks } from "./left-marks.ts";

const marks = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [leftMarks]).map(({ message, expected }) => [
    message.en.split(" is ")[0],
    expected?.en,
  ]);

test.each([
  ["<b>粗体</b>。", "Bold.", ["<b>"], ["</b>"]],
  ["换行<br/>这里。", '<a href="x">A link</a>.', ["<br/>"], ['<a href="x">'], ["</a>"]],
  ["空格&nbsp;这里。", "A &amp; B&#8212;C.", ["&nbsp;"], ["&amp;", "&"], ["&#8212;"]],
])("%s %s", (zh, en, ...right) => expect(marks(zh, en).map((one) => one.filter(Boolean))).toEqual(right));

test.each([
  ["＊＊粗体＊＊。", "**粗体**"],
  ["正文［^a］。", "[^a]"],
  ["正文【^注1】。", "[^注1]"],
  ["见［网站］（https://example.org/）。", "[网站](https://example.org/)"],
])("full-width marks: %s", (zh, right) => expect(marks(zh, "Text.").map(([, one]) => one)).toEqual([right]));

test("headings and lists of Markdown are told in both languages, a hash or a hyphen in a text is not", () => {
  expect(marks("## 背景", "# Background").map(([said]) => said)).toEqual(["##", "#"]);
  const [zh] = marks("- 甲\n- 乙\n", "One.");
  expect(zh![0]).toContain("- list: [");
  expect(marks("- 5 度。", "#1 of 5 - and so on.")).toEqual([]);
  expect(marks("见 - 甲 - 乙。", "C# - and F#.")).toEqual([]);
});

test("what a character of HTML ends with is no mark of its own, and no word", () => {
  const found = proofOfSample({ zh: "这里有&nbsp;空格。", en: "There is&nbsp;a space&nbsp;here." });
  expect(found.map(({ rule }) => rule)).toEqual(["left-marks", "left-marks", "left-marks"]);
});

test.each([
  ["若 a<b，c>d。", "If a<b and c>d, and a < b and c > d."],
  ["p<0.05，n>30。", "Where p<0.05 and n>30, i<j>k."],
  ["《<文件>》。", "See the <file> and <name@example.org>."],
  ["用 <b> 标签加粗。", "Use the <b> tag, the <br> element."],
  ["研发（R&D）；问答（Q&A）。", "R&D; Q&A; AT&T; B&B; P&G;"],
  ["注＊：数据不含港澳台。", "Note: without Hong Kong."],
  ["评级＊＊＊（三星）。", "Rated three stars."],
  ["【编者按】正文［1］。", "Editor's note [1]."],
  ["［例］（见下）。", "For example (see below)."],
  ["**粗体**与*强调*。", "**Bold** and *emphasis*."],
  ["10^3^ 与 H~2~O。", "10^3^ and H~2~O."],
])("%s %s is right", (zh, en) => expect(marks(zh, en)).toEqual([]));
