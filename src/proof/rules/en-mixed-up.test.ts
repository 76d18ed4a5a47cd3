import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enGrammar } from "./en-grammar.ts";
import { enArticle } from "./en-words.ts";
import { zhHalfWidth } from "./zh-marks.ts";

const expected = (en: string) =>
  proofOfSample({ zh: "中文。", en }, [enGrammar, enArticle]).map((finding) => finding.expected?.en);

test.each([
  ["This is the 21th forum.", "21st"],
  ["This is the 3th forum.", "3rd"],
  ["This is the 112nd session.", "112th"],
  ["This is the 11st and 1,002th.", "11th", "1,002nd"],
  ["It plays it's role.", "its"],
  ["They play there role.", "their"],
  ["It is larger then last year.", "larger than"],
  ["It has a great affect on growth.", "great effect"],
  ["They will loose the opportunity.", "will lose"],
  ["The guiding principal is upheld.", "guiding principle"],
  ["There are less enterprises.", "fewer"],
  ["Much enterprises took part.", "many"],
  ["It grew between 2022 to 2024, between 5% to 6%.", "between 2022 and 2024", "between 5% and 6%"],
  ["It grew from 2022–2024.", "from 2022 to 2024"],
  ["Beijing, Shanghai and etc. took part.", "etc"],
  ["It has grown since three years.", "for three years"],
  ["It grew in 2024 year.", "in 2024"],
  ["It cost 5 billions yuan, 3 yuans each.", "5 billion", "yuan"],
  ["It cost RMB 500 million yuan.", "RMB 500 million"],
  ["With the develop of technology, it grew.", "With the development of"],
  ["They made researches on it.", "made research"],
  ["Chinas innovation is fast.", "China's"],
  ["He has a MBA and leads a NGO.", "an", "an"],
])("%s → %s", (en, ...right) => expect(expected(en).toSorted()).toEqual([...right].toSorted()));

test.each([
  "The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd, 101st, 111th and 1,000th.",
  "It's its own role that counts; there are roles for all.",
  "It was small; it is larger now than it was then. It was better then than now.",
  "They affect growth; the effect on growth is great; loose ends lead to loose rules.",
  "The principal of the school, and principal investigators.",
  "How much companies invest; less than ten enterprises; no less.",
  "Between 2022 and 2024, it grew from 2022 to 2024; the 2022–2024 plan.",
  "In 2024 year after year of growth paid off; in 2024 year-on-year growth was seen; it grew in 2024 year by year.",
  "Output was raised by 17%.",
  "Since three years ago; since 2022; millions of people; two billions of them.",
  "RMB 500 million, or 70 million dollars; 500 million yuan.",
  "An MBA, an NGO, a NATO state, a MIIT notice and a UK firm.",
])("%s is right", (en) => expect(expected(en)).toEqual([]));

test("brackets behind Han are full-width whatever is in them, those of a formula are not", () => {
  const told = (zh: string) =>
    proofOfSample({ zh, en: "Some text." }, [zhHalfWidth]).map(({ fix }) => fix?.text);
  expect(told("世界知识产权组织(WIPO)发布报告。")).toEqual(["（", "）"]);
  expect(told("世界知识产权组织(简称WIPO)发布报告。")).toEqual(["（", "）"]);
  expect(told("式中 x(t) 表示时间，f(x)为函数。")).toEqual([]);
});
