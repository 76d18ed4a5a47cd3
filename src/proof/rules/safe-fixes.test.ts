import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { enFullWidth, enNumber, enSpace } from "./en-marks.ts";
import { zhDoubledMark, zhEllipsis } from "./zh-marks.ts";

const ZH = "新增二十个。";
const EN = "They were added.";

/** A text with every safe fix made, and how many slips were found in it. */
function fixed(language: "zh" | "en", text: string): readonly [string, number] {
  const issue = issueOfPair(language === "zh" ? text : ZH, language === "en" ? text : EN);
  const found = proofOf(issue, { rules: [enSpace, enFullWidth, enNumber, zhDoubledMark, zhEllipsis] });
  const made = found.reduceRight(
    (so, { fix }) => (fix ? so.slice(0, fix.span.start) + fix.text + so.slice(fix.span.end) : so),
    issue,
  );
  return [new RegExp(`^ *(?:- )?${language}: "(.*)"$`, "m").exec(made)![1]!, found.length];
}

test.each([
  ["In 2023 ,15 zones were built.", "In 2023, 15 zones were built."],
  ["In 2023 , 15 zones were built.", "In 2023, 15 zones were built."],
  ["They grew fast ,with remarkable results.", "They grew fast, with remarkable results."],
  ["They grew fast .", "They grew fast."],
  ["They were added.. More follow.", "They were added. More follow."],
  ["They were added..", "They were added."],
  ["At 10：30 they met.", "At 10:30 they met."],
])("%s is put right: %s", (text, right) => expect(fixed("en", text)).toEqual([right, 1]));

test.each([
  "There were 1 ,000 zones.",
  "At 10 :30 they met.",
  "They waited.. and waited.",
  "There were 1，000 zones.",
  "The standard is GB/T 15834 of that year.",
])("%s is told and left to the editor", (text) => expect(fixed("en", text)).toEqual([text, 1]));

test("two Chinese full stops are one; three may be an ellipsis and are left to the editor", () => {
  expect(fixed("zh", "新增20个。。覆盖全国。")).toEqual(["新增20个。覆盖全国。", 1]);
  expect(fixed("zh", "新增20个。。。覆盖全国。")).toEqual(["新增20个。。。覆盖全国。", 1]);
  expect(fixed("zh", "新增20个...覆盖全国。")).toEqual(["新增20个……覆盖全国。", 1]);
});
