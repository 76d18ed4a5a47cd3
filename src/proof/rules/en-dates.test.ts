import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { enDateForm } from "./en-dates.ts";

const told = (en: string) =>
  proofOf(issueOfPair("文字。", en), { rules: [enDateForm] }).map(({ expected }) => expected?.en);

test.each([
  ["On September 9 and September 10, 2024, and again on 11 September 2024.", "September 11, 2024"],
  ["On 9 September and 10 September 2024, and again on September 11th, 2024.", "11 September 2024"],
  ["Held on June 12, July 1 and 3 May.", "May 3"],
])("%s", (en, ...expected) => expect(told(en)).toEqual(expected));

test.each([
  "On September 9, September 10, 2024, and May 1.",
  "On 9 September, 10 September 2024 and 1 May.",
  "On September 9, and on 10 September.",
  "On 9 September and 10 September, in September 2024, and the September 11 attacks.",
  "On June 12 July went on; issue No. 9 May 10, and May 11; from May 12, 45 firms in 2024 May 13.",
  "On 9 and 10 September, 12 October; May 45 firms come, and May 3% of them?",
])("%s is right", (en) => expect(told(en)).toEqual([]));
