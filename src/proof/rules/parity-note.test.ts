import { expect, test } from "vitest";
import { issueOfPair, proofOf } from "../../../test/proof-desk.ts";
import { parityNote } from "./parity-note.ts";

const BOTH = 'notes: { a: { zh: 见年报。, en: "See the report." }, b: { zh: 同上。, en: Ditto. } }\n';

function told(zh: string, en: string, notes = BOTH): readonly string[] {
  const text = issueOfPair(zh, en) + notes;
  return proofOf(text, { rules: [parityNote] }).map(
    ({ span, message }) => `${text.slice(span.start, span.end)} ${message.en.slice(0, 7)}`,
  );
}

test("a footnote that one language does not mention is told where the other does", () => {
  expect(told("规模扩大[^a]。", "It grew.")).toEqual(["[^a] English"]);
  expect(told("规模扩大。", "It grew.[^a]")).toEqual(["[^a] Chinese"]);
  expect(told("规模[^a]扩大[^b]。", "It[^b] grew.")).toEqual(["[^a] English"]);
});

test("mentions in both languages are right wherever they stand, and a note of one language needs one", () => {
  expect(told("规模[^a]扩大[^b]。", "It[^b] grew.[^a]")).toEqual([]);
  expect(told("规模[^a]扩大[^a]。", "It grew.[^a]")).toEqual([]);
  expect(told("规模扩大。", "It grew.")).toEqual([]);
});
