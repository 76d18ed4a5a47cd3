import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceEnds } from "./sentence-ends.ts";

test("sentences end where a pattern says", () => {
  const pattern = /[。！？]+[”’）」』]*|(?<=[\p{Ll}\d%)”’]{2})[.!?]+[”’)]*(?=\s|$)/gu;
  const texts = fc
    .array(fc.constantFrom(..."abéÉZ𝐚一1%.!?。！？”’）」』)( \n\u00a0"), { maxLength: 24 })
    .map((chars) => chars.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const ends = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
      expect(sentenceEnds(text)).toEqual(ends);
    }),
    { numRuns: 5000 },
  );
});
