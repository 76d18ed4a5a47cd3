import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { enGrammar } from "./en-grammar.ts";

const told = (en: string) => proofOfSample({ zh: "中文。", en }, [enGrammar]);

test.each([
  [
    "Lending shall be suspend, and measures are formulate in accordance with the law.",
    "be suspended",
    "are formulated",
  ],
  ["Measures have been widely replicate in China.", "been widely replicated"],
  ["The meeting was hold in the library.", "was held"],
  ["The museum are open.", "museum is"],
  ["It grew. The new system have been built.", "system has"],
  ["Projects runs for three years.", "Projects run"],
  ["Libraries provides books.", "Libraries provide"],
  ["They rent an 80-square-meters office on a five-years plan.", "80-square-meter", "five-year"],
  ["It began five year ago, and will take six to eight year.", "years", "years"],
  [
    "Technology based enterprises build a first class business environment.",
    "Technology-based",
    "first-class",
  ],
  ["High quality development of high tech zones.", "High-quality", "high-tech"],
  ["It accounted for about 20 percentage points of the total.", "accounted for about 20%"],
  ["The principle role of enterprises, who's members are many.", "principal", "whose"],
])("%s → %s", (en, ...right) =>
  expect(
    told(en)
      .map(({ expected }) => expected?.en)
      .toSorted(),
  ).toEqual([...right].toSorted()),
);

test.each([
  "Each card allow ten books.",
  "Every exploratory project receive a grant.",
  "There, each city are named.",
])("%s: the verb does not agree", (en) =>
  expect(told(en).map(({ message }) => message.en)).toEqual([expect.stringContaining("agree")]),
);

test.each([
  "What they do is improve the roads; all they need to be is open.",
  "The aim is to provide books. There is room for development and reform in China.",
  "Those to be are known. They are open in the morning. We were in take and give.",
  "The museum and the library are open. The projects of the museum are many.",
  "He asked that the museum have a garden. The economy, which is large, grew.",
  "Each and every zone has a park. Each of them receives a grant; each year they receive grants.",
  "Each year companies receive grants, and every day cities are built. Every month we have a meeting.",
  "Each class has books. Every time you are here, each time they do so.",
  "A 5-year plan, a two-month stay and 3-day talks; 10 years of work; 5 to 10 years.",
  "He is 5 years old. It took a year. On July 5 month by month it grew.",
  "Enterprises based in Shanghai use technology based on law; the market based there is large.",
  "He flew first class. It was the first class of the year. A world class by itself.",
  "The quality is high. Development at a high level; the high end of the market.",
  "Its share rose by 3 percentage points and accounted for 20%.",
  "The principle of fairness. Who's there? The man who's working.",
])("%s is right", (en) => expect(told(en)).toEqual([]));
