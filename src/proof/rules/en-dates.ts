/** English dates in two forms within one issue (September 9, 9 September) → those of the rarer form. */
import { MONTHS } from "../../base/months.ts";
import { both, type Slip } from "../finding.ts";
import type { Proof, Rule } from "../rule.ts";
import type { ProofText, Range } from "../text.ts";

const MONTH = MONTHS.join("|");
/** What is called by its day: May 4th Movement, September 11 attacks. */
const CALLED = "(?! (?:Movement|[Aa]ttacks?|Incident|Speech|Revolution|Uprising|Agreement|Massacre|Reform))";
const FORMS = {
  monthFirst: new RegExp(
    `\\b(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d|%)(?:,? (?<year>(?:19|20)\\d\\d)\\b)?${CALLED}`,
    "g",
  ),
  dayFirst: new RegExp(
    `(?<![\\d.,:/$€£-]|\\b(?:${MONTH}) |\\b(?:No\\.|Article|Issue|Day|Room|Vol\\.) ?)\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${MONTH})\\b(?! \\d{1,2}\\b(?!\\d))(?: (?<year>(?:19|20)\\d\\d)\\b)?${CALLED}`,
    "g",
  ),
} as const;

interface Dated {
  readonly text: ProofText;
  readonly at: Range;
  readonly expected: string;
}

function dates({ passages }: Proof, form: keyof typeof FORMS): readonly Dated[] {
  return passages.flatMap(({ en, shared }) => {
    if (!en || shared) return [];
    return [...en.matches(FORMS[form])].flatMap((match) => {
      const { day = "", month = "", year } = match.groups!;
      if (Number(day) < 1 || Number(day) > 31 || en.isAddress(match)) return [];
      const other = form === "dayFirst" ? `${month} ${day}` : `${day} ${month}`;
      const comma = form === "dayFirst" ? "," : "";
      return [{ text: en, at: match, expected: year ? `${other}${comma} ${year}` : other }];
    });
  });
}

export const enDateForm: Rule = {
  id: "en-date-form",
  group: "english",
  severity: "note",
  says: {
    zh: "英文日期一期之内只用一种写法：September 9, 2024 或 9 September 2024。",
    en: "English dates have one form throughout an issue: September 9, 2024, or 9 September 2024.",
  },
  example: {
    bad: {
      zh: "会议于 9 月 9 日开幕，9 月 10 日讨论，9 月 11 日闭幕。",
      en: "The meeting opened on September 9, discussed on September 10, and closed on 11 September.",
    },
    good: {
      zh: "会议于 9 月 9 日开幕，9 月 10 日讨论，9 月 11 日闭幕。",
      en: "The meeting opened on September 9, discussed on September 10, and closed on September 11.",
    },
  },
  *check(proof): Generator<Slip> {
    const [monthFirst, dayFirst] = [dates(proof, "monthFirst"), dates(proof, "dayFirst")];
    if (monthFirst.length === dayFirst.length) return;
    const rarer = monthFirst.length < dayFirst.length ? monthFirst : dayFirst;
    for (const { text, at, expected } of rarer)
      yield text.slip(
        at,
        {
          zh: `“${text.at(at)}”：本期别处的日期多写作“${expected}”的样子；请统一`,
          en: `${text.at(at)}: most dates of this issue are written like “${expected}”`,
        },
        { expected: both(expected) },
      );
  },
};
