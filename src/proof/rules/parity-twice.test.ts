import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityTwice } from "./parity-text.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityTwice]).map(({ message }) => message.en);

const ZH = "开放是自创区发展的必由之路。";
const EN = "Opening up is the only way for the zones to develop.";

test.each([
  [`${ZH}要深化合作。${ZH}`, `${EN} Cooperation should be deepened.`],
  [`${ZH}要深化合作。`, `${EN} ${EN} Cooperation should be deepened.`],
])("%s: %s is told", (zh, en) =>
  expect(told(zh, en)).toEqual(["this sentence stands twice in its paragraph"]),
);

test.each([
  [`${ZH}要深化合作。${ZH}`, `${EN} Cooperation should be deepened. ${EN}`],
  [`${ZH}要深化合作。${ZH}`, "It is the only way. Let us cooperate more. It is the only way."],
  ["慢，不是停。慢，不是停。", "Slow is not still."],
  ["有人问，怎么办？", "What is to be done? What is to be done? So they asked."],
])("%s: %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
