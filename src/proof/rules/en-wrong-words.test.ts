import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enGrammar } from "./en-grammar.ts";
import { WRONG_WORDS } from "./en-wrong-words.ts";

const expected = (en: string) =>
  proofOfSample({ zh: "中文。", en }, [enGrammar]).map((finding) => finding.expected?.en);

test.each([
  ["The zone improved it's environment, the first of it's kind.", "improved its", "of its kind"],
  ["The city and it's people are proud.", "and its people"],
  ["Its clear that more is needed. Its a good sign.", "It's", "It's"],
  ["The zone has lead the way, and the work was lead by Professor Wang.", "has led", "was led"],
  ["A team lead by Prof. Wang came; last year he lead a delegation.", "team led", "he led"],
  ["Market-lead growth has mislead investors.", "Market-led", "has misled"],
  ["In principal, they follow the principals of openness.", "In principle", "the principles"],
  ["The principle goal is growth.", "principal"],
  ["Exports grew faster then imports, and it came earlier then expected.", "faster than", "earlier than"],
  ["If it rains, than we stay.", "If it rains, then"],
  ["The affects of the policy, which has affects on growth.", "The effects of", "has effects on"],
  ["It will effect the growth of exports.", "will affect"],
  ["The policy effects every enterprise.", "policy affects"],
  ["We advice the government to act; they gave advise on it.", "We advise", "gave advice"],
  ["Their are five zones. There goals are clear.", "There", "Their goals"],
  ["In the passed five years, he past away.", "the past five years", "passed"],
  [
    "They tried not to loose their way; the lose of talent is loosing ground.",
    "to lose",
    "the loss of",
    "losing",
  ],
  ["They will chose a site, which is quiet important.", "will choose", "is quite"],
  ["The institute was found in 1956 in the capitol of China.", "institute was founded", "capital"],
  ["It is suppose to grow; they are use to it.", "is supposed", "are used"],
  ["We emphasis the role of talent.", "We emphasize"],
  ["Most came form abroad; it grew form 2015 to 2020.", "came from", "grew from"],
  ["They from a network in the pubic sector of the Untied States.", "They form", "public", "United"],
  ["It grew by 5% and 6% respectfully.", "5% and 6% respectively"],
  ["From the prospective of enterprises, the raise of China matters.", "From the perspective", "the rise of"],
  ["Exports raised by 5%, which lies the foundation for growth.", "Exports rose", "lays"],
  [
    "With complimentary advantages and angle investors at home and aboard.",
    "complementary",
    "angel",
    "home and abroad",
  ],
  [
    "A board range of word-class labs in the filed of low-carton energy.",
    "broad",
    "world-class",
    "in the field",
    "low-carbon",
  ],
  ["It plays an important roll in win-win corporation.", "plays an important role", "win-win cooperation"],
  ["There is a criteria; it was a crises.", "a criterion", "a crisis"],
  [
    "It is to expensive, the economic is weak, and most of enterprises are small.",
    "is too",
    "the economy",
    "most",
  ],
])("%s", (en, ...right) => {
  expect(expected(en).toSorted()).toEqual([...right].toSorted());
});

test.each([
  "It's clear that it's not enough, and of it, it's said, little is known. In it's being open lies its strength.",
  "Its clear water, its important role, its not-for-profit arm, its likely growth and all its the-best lists.",
  "The lead is clear; lead times are long; has lead content; they lead the way; the team lead by example.",
  "They have lead pipes, and a project lead by the name of Chen came. Mislead nobody.",
  "The principal of the school and its principals of six years; principles of openness.",
  "If it is lower, then the price falls; when exports grew faster then, the rate rose. It was better then.",
  "If the price is lower then the firm sells. First of all, rather than this, they sell.",
  "These effects every year; effect the change; to effect a transition; will effect the merger.",
  "They affect the growth; side effects; the effect on growth.",
  "Their efforts are many. There are goals. There needs to be more.",
  "The law passed five years ago; he passed two years later; the past five years.",
  "Loose ends; the loss of talent; to loose the dogs; he chose to go.",
  "It was found in 2024 that the museum is quiet. It is quiet and calm.",
  "Exports form a pillar; they form a team, and form 30 to 40 groups of it. Apart form and content differ.",
  "It was raised by 5%, and prices were raised by 3%. Here lies the foundation for growth.",
  "A complimentary ticket; the angle of view; all aboard; her diary; the board of directors.",
  "He filed it; a carton of milk; corporate culture; a corporation with ties; corporate with a small c.",
  "The criteria are clear; these phenomena; a criteria-based list; it may be that they came.",
  "It is to expand early; the economic zone; economical cars; most of the enterprises.",
  "Public health, the hole in the wall, the whole country, peace of mind and a duel.",
])("%s is right", (en) => expect(expected(en)).toEqual([]));

test("no form is looked for by letters that it can be without", () => {
  for (const { form, needs } of WRONG_WORDS) {
    expect(needs).toMatch(/^[a-z]+$/);
    expect(form.source.toLowerCase().replace(/\[(\w)\w?\]/g, "$1")).toContain(needs!.slice(0, 2));
  }
});
