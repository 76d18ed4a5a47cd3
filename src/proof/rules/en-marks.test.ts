import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enCase } from "./en-marks.ts";

const expected = (en: string) =>
  proofOfSample({ zh: "中文。", en }, [enCase]).map((finding) => finding.expected?.en);

test.each([
  ["The Yangtze river delta develops.", "River Delta"],
  ["It opened in shanghai on Monday.", "Shanghai"],
])("names have their capitals: %s", (en, right) => expect(expected(en)).toEqual([right]));

test.each([
  "The Yangtze River Delta, the Yangtze River and a river delta.",
  "Along the Pearl river, in the delta of the Yellow River.",
])("%s is right", (en) => expect(expected(en)).toEqual([]));
