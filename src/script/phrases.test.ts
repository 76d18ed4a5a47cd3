import { expect, test } from "vitest";
import { phraseWeights } from "./phrase-weights.ts";
import { ALL_VOTES, phraseCosts } from "./phrases.ts";

const shown = (text: string, terms: readonly string[] = []) => {
  const cost = phraseCosts(text, terms);
  return [...text].map((char, at) => (at > 0 && cost(at) === 0 ? "|" : "") + char).join("");
};

test.each([
  ["以自主创新示范区为载体推进新质生产力发展", "推进"],
  ["关于进一步加强知识产权保护工作的若干意见", "进一步"],
  ["上海市科学技术委员会副主任翟金国指出", "委员会"],
  ["园区微电网的运行与调度", "运行"],
])("%s keeps %s whole", (text, word) => {
  expect(shown(text)).toContain(word);
  expect(shown(text).split("|").length).toBeGreaterThan(2);
});

test("a term is never parted, and breaks at its edges", () => {
  expect(shown("聚焦特色打造自创区升级版", ["自创区"])).toContain("|自创区|");
  const cost = phraseCosts("打造自创区", ["自创区"]);
  expect(cost(3)).toBeGreaterThan(cost(1));
});

test("all votes are those of the model", () => {
  const votes = Object.values(phraseWeights()).flatMap((group) => Object.values(group));
  expect(votes.reduce((sum, vote) => sum + vote, 0)).toBe(ALL_VOTES);
});
