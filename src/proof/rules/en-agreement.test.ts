import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enGrammar } from "./en-grammar.ts";

const expected = (en: string) =>
  proofOfSample({ zh: "中文。", en }, [enGrammar]).map((finding) => finding.expected?.en);

test.each([
  ["The number of high-tech enterprises have grown.", "The number of high-tech enterprises has"],
  ["It grew. A number of enterprises has moved.", "A number of enterprises have"],
  [
    "One of the main reasons are cost. Each of the zones have a park.",
    "Each of the zones has",
    "One of the main reasons is",
  ],
  ["Everyone have a role.", "Everyone has"],
  ["There is many enterprises, and there was two zones.", "There are", "there were"],
  ["He don't know, and they doesn't care.", "He doesn't", "they don't"],
  ["It consist of five parts. He need to go.", "He needs", "It consists"],
  ["This policy promote the growth of firms.", "This policy promotes"],
  [
    "We needs support, because they depends on it, and that they makes it.",
    "We need",
    "because they depend",
    "that they make",
  ],
  [
    "He pointed out that enterprises needs support and noted that firms has grown.",
    "pointed out that enterprises need",
    "noted that firms have",
  ],
  ["China have grown. Exports was up. The people is happy.", "China has", "Exports were", "The people are"],
  ["The result show that growth is stable.", "result shows"],
  [
    "It is one of the key country for trade. One of the zone is in Shanghai.",
    "One of the zones",
    "one of the key countries",
  ],
  [
    "He was sentenced to three year in prison; it took five month to build.",
    "sentenced to three years",
    "took five months",
  ],
  [
    "In 2024, 500 new enterprise were founded in five major city.",
    "500 new enterprises",
    "five major cities",
  ],
  ["It grew by promote the cooperation of firms.", "by promoting"],
  [
    "It will further promoting growth, should vigorously developed it and must continues.",
    "will further promote",
    "should vigorously develop",
    "must continue",
  ],
  [
    "It has improve the climate and has build a museum, which had been build in haste.",
    "has improved",
    "has built",
    "been built",
  ],
  ["It ran between January to March.", "between January and March"],
])("%s", (en, ...right) => {
  expect(expected(en).toSorted()).toEqual([...right].toSorted());
});

test.each([
  "The number of zones has grown; a number of zones have grown; the number of times you are asked.",
  "The number of firms and the number of zones are equal; the number of people who are here.",
  "One of the problems firms are facing is cost. One of the firms that have grown is here.",
  "Each of the zones has its park, and each of them have been asked. Let everyone have a role.",
  "There is many a slip; there is two-way trade; there is one of five zones.",
  "He asked that it include a park, and let it lead to growth. Does this policy help firms?",
  "It need not be so. This need is real. The project lead in Shanghai said so.",
  "He noted that the needs of firms are many, that firms in China need it, and that a zone of firms is open.",
  "Zones in China have grown. Shanghai and Beijing are open. In China are many zones.",
  "The exports of China were up, and the chief of the police is here. People are happy.",
  "The results show that it works; the television show that opened; one of the zones is in Shanghai.",
  "A three year in-house plan, a five-year plan, for two year-end reports, one year in prison.",
  "Two new enterprise zones, ten major city projects, a new enterprise; 2024 new product of the year.",
  "Growth by design, through innovation and without focus; by providing the means.",
  "How can improved services help? What will continued growth bring? It can be improved, and it will.",
  "It has focus by default, has build tools, has an increase to show, and was built in 2024.",
  "It ran from January to March, between January and March.",
])("%s is right", (en) => expect(expected(en)).toEqual([]));
