/** Numbers that a text reckons with itself → those that do not come out: changes, parts of a whole, years since. */
import type { Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { wrongParts } from "./parts.ts";
import { wrongChanges } from "./reckoned.ts";

/** Where a year and how long ago it was are said together. */
const SINCE = {
  zh: [
    /(?<year>[12]\d{3}) ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?(?:出生|生)(?:于[^，。；\d]{0,10})?[^。；\d]{0,24}?(?:现年|今年)\s*(?<years>\d{1,3})\s*周?岁/g,
    /(?:成立|创办|创建|始建|设立|创刊)于\s*(?<year>[12]\d{3}) ?年[^。；\d]{0,10}?至今已?(?:有|走过|经|历经|历时)?了?\s*(?<years>\d{1,3})\s*(?:个)?(?:年(?![代度级初中底末])|周年|春秋)/g,
  ],
  en: [
    /\b[Bb]orn (?:in|on) (?:[^.;\d]{0,30}?(?:\d{1,2}, )?)?(?<year>[12]\d{3}),? [^.;\d]{0,40}?\bis (?:now )?(?<years>\d{1,3}) years old/g,
    /\b(?:[Ff]ounded|[Ee]stablished|[Ss]et up) in (?<year>[12]\d{3}),? [^.;\d]{0,40}?\bis (?:now )?(?<years>\d{1,3}) years old/g,
  ],
} as const;

function* wrongAges(text: ProofText, issued: number): Generator<Slip> {
  for (const form of SINCE[text.language])
    for (const match of text.matches(form)) {
      const { year, years } = match.groups!;
      const passed = issued - Number(year);
      // A year before the birthday, or a year more by the old way of counting.
      if (Math.abs(passed - Number(years)) <= 1) continue;
      yield text.slip(match, {
        zh: `${year} 年至本期的 ${issued} 年是 ${passed} 年，不是 ${years}`,
        en: `from ${year} to this issue of ${issued} it is ${passed} years, and not ${years}`,
      });
    }
}

export const arithmetic: Rule = {
  id: "arithmetic",
  group: "house",
  severity: "warning",
  says: {
    zh: "文中自己算的数要算得对：由多少到多少是增长百分之几、几倍、翻几番，部分不超过总数、加起来等于合计，各占多少不超过 100%，出生和成立至今的年数。",
    en: "What a text reckons itself comes out right: by how much a number grew from one to another, parts that are no more than their whole and come to their total, shares of no more than 100%, years since a birth or a founding.",
  },
  example: {
    bad: {
      zh: "企业从 50 家增至 100 家，增长 50%。",
      en: "The number of enterprises rose from 50 to 100, an increase of 50%.",
    },
    good: {
      zh: "企业从 50 家增至 100 家，增长 100%。",
      en: "The number of enterprises rose from 50 to 100, an increase of 100%.",
    },
  },
  check: function* (proof) {
    const { year } = proof.issue.date;
    for (const language of ["zh", "en"] as const)
      yield* each(proof, language, function* (text) {
        if (!/\d/.test(text.text)) return;
        yield* wrongChanges(text);
        yield* wrongParts(text);
        yield* wrongAges(text, year);
      });
  },
};
