/** An English text in → the numbers it speaks of: digits, words, percentages, dates, ordinals, 1.2 million. */
import { MONTHS } from "../../base/months.ts";
import { type NumberForm, type Quantity, type QuantityKind, readNumbers } from "./quantity.ts";

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");

const VALUE = new Map<string, number>([
  ...SMALL.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ["dozen", 12],
]);
const ORDINAL = new Map<string, number>([
  ...ORDINALS.map((word, i) => [word, i] as const),
  ...TENTHS.map((word, i) => [word, 20 + 10 * i] as const),
]);
const SCALE = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** From its first digit on, as in `typed-number.ts`; the groups of English have commas. */
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d)\d+(?:\.\d+)?`;
const WORD = [...VALUE.keys()].join("|");
const SCALES = [...SCALE.keys()].join("|");
const JOINED = "(?:[ -]| and )";
/** From its first word on: behind another one, a word belongs to the same number. */
const FIRST = `(?=${WORD})(?<!\\b(?:${WORD})(?:${JOINED}(?:${SCALES}))*${JOINED})`;
const WORDS = `${FIRST}(?:${WORD})(?:${JOINED}(?:${WORD}|${SCALES}))*(?:(?: point )(?:${WORD}))?`;

const digits = (typed: string): number => Number(typed.replace(/,/g, ""));

/** twenty-three, one hundred and five, fifty thousand. */
function spelt(typed: string): number {
  let total = 0;
  let section = 0;
  for (const word of typed.toLowerCase().split(/[ -]+/)) {
    const scale = SCALE.get(word);
    if (scale === 100 || (word === "dozen" && section > 0)) section = (section || 1) * (scale ?? 12);
    else if (scale !== undefined) {
      total += (section || 1) * scale;
      section = 0;
    } else section += VALUE.get(word) ?? 0;
  }
  return total + section;
}

const amountOf = (typed: string): number => (/\d/.test(typed) ? digits(typed) : spelt(typed));

const one = (kind: QuantityKind, value: number, weak = false) => ({ kind, values: [value], weak });

const weak = (form: RegExp, ...values: readonly number[]): NumberForm => ({
  form,
  make: () => ({ kind: "count", values, weak: true }),
});

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
function roman(typed: string): number {
  const digits = [...typed].map((char) => ROMAN[char]!);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

const PERCENT = String.raw`\s*(?:%|％|-?\s?per\s?cent\b|(?:of a )?percentage points?\b)`;
/** What parts are counted out of; a few others ("three in a row") are no such wholes. */
const WHOLE = "hundred thousand|ten thousand|hundred|thousand|million|100,000|10,000|1,000|100";
/** A number without its scale. */
const BARE = String.raw`(?<!\d)\d+(?:\.\d+)?|\b(?:(?:${TENS.join("|")})-)?(?:${WORD})`;
const HALVES: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };

const FRACTIONS: Readonly<Record<string, number>> = { half: 2, halves: 2, quarter: 4, third: 3 };

/** 3 p.m. is 15 too, and 12:46 a.m. is 0:46. */
function hour(typed: string, half: string): Quantity["values"] {
  const value = Number(typed);
  if (value > 12) return [value];
  return /^p/i.test(half) ? [value, (value % 12) + 12] : [value, value % 12];
}

const FORMS: readonly NumberForm[] = [
  {
    form: /(?<![\d.:])(\d{1,2})(?:[:.](\d\d))?(?:\s*(?:[–—-]|to)\s*(\d{1,2})(?:[:.](\d\d))?)?\s*(?:(a|p)\.?m\b\.?|(?:o'clock )?in the (a|m)(?:fternoon|orning)\b)/gi,
    make: ([, from, fromMinutes, to, toMinutes, half, part]) => {
      const half12 = half ?? (part?.toLowerCase() === "a" ? "p" : "a");
      return [from, to].flatMap((typed, i) => {
        if (typed === undefined) return [];
        const minutes = Number((i === 0 ? fromMinutes : toMinutes) ?? 0);
        // The first of "9 to 5 p.m." may be of the other half.
        const values =
          i === 0 && to !== undefined ? [...hour(typed, "a"), ...hour(typed, "p")] : hour(typed, half12);
        return [{ kind: "count" as const, values }, one("count", minutes, minutes === 0)];
      });
    },
  },
  { form: /(?<=\d):00(?!\d)/g, make: () => one("count", 0, true) },
  {
    // "and 16 other departments": 等 17 部门 counts those that were named before.
    form: new RegExp(`(${DIGITS}|\\b${WORDS})(?= other\\b)`, "gi"),
    make: ([, typed]) => {
      const value = amountOf(typed!);
      return { kind: "count", values: [value, value + 1, value + 2, value + 3, value + 4], weak: value <= 1 };
    },
  },
  {
    // half a million, a quarter of a million, one and a half million, two and a half.
    form: new RegExp(
      `\\b(?:(${WORD}|\\d+) and )?(?:an? )?(half|quarter)(?:[ -](?:of )?(?:an? )?(${SCALES}))\\b|\\b(${WORD}|\\d+) and an? (half|quarter)\\b`,
      "gi",
    ),
    make: ([, over, part, scale, more, rest]) => {
      const whole = amountOf(over ?? more ?? "0");
      const value = whole + HALVES[(part ?? rest)!.toLowerCase()]!;
      // Two years and half of one: 两年半 has its two alone.
      return scale
        ? one("count", value * SCALE.get(scale.toLowerCase())!)
        : { kind: "count", values: [value, whole] };
    },
  },
  {
    form: /\b(?:an?|one) (\w+) and an? half\b/gi,
    make: ([, unit]) => ({
      kind: "count",
      values: /^decade$/i.test(unit!) ? [15, 1.5, 1] : [1.5, 1],
      weak: true,
    }),
  },
  {
    // three per thousand, three out of every four: in Chinese a share, or both numbers.
    form: new RegExp(
      `(${DIGITS}|\\b${WORDS}) (?:(?:per|in|out of|of)(?: an?| every| each| one)? (${WHOLE})|out of(?: every| each)? (${BARE}))(?![\\p{L}\\d-]|,\\d)(?! (?:million|billion|trillion|percent|per cent))`,
      "giu",
    ),
    make: ([, part, whole, other]) => {
      const [over, under] = [amountOf(part!), amountOf((whole ?? other)!)];
      return [
        { kind: "count", values: [over, over / under, (100 * over) / under], weak: over <= 1 },
        { kind: "count", values: [under], weak: true },
      ];
    },
  },
  {
    // "five to six million": what scales the second scales the first.
    form: new RegExp(
      `(${BARE})(?=(?: to | or |\\s?[–—~-]\\s?)(?:${DIGITS}|(?:${WORD}))[ -](?:${SCALES})\\b)`,
      "gi",
    ),
    make: (match, text) => {
      const scale = new RegExp(`[ -](${SCALES})\\b`, "i").exec(text.slice(match.index + match[0].length));
      const value = amountOf(match[1]!);
      return { kind: "count", values: [value * SCALE.get(scale![1]!.toLowerCase())!, value] };
    },
  },
  {
    // "the first three quarters" are of a year; three quarters alone are a fraction.
    form: /(?<=\b(?:first|last|past|next|previous|all|these|those|consecutive|remaining) )(two|three|four)(?= quarters\b)/gi,
    make: ([, typed]) => one("count", spelt(typed!)),
  },
  {
    // Two decades are 二十年, as is the second of "a decade, or even two"; two weeks are 十四天.
    form: new RegExp(
      `(?<![\\d.,])(${BARE})(?= (decade|century|centurie|week)s?\\b)|(?<=\\b(?:a|one) (decade|century|week),? (?:or|if not|even|perhaps|maybe) (?:(?:even|perhaps|maybe|possibly) )?)(${BARE})\\b`,
      "gi",
    ),
    make: ([, before, unit, named, behind]) => {
      const value = amountOf((before ?? behind)!);
      const length = (unit ?? named)!.toLowerCase();
      if (length === "week") return { kind: "count", values: [value, 7 * value], weak: value <= 1 };
      return { kind: "count", values: [(length === "decade" ? 10 : 100) * value, value], weak: value <= 1 };
    },
  },
  {
    form: new RegExp(`(${DIGITS})(?:%)?\\s*(?:[–—~-]|to)\\s*(${DIGITS})${PERCENT}`, "gi"),
    make: ([, from, to]) => [one("percent", digits(from!)), one("percent", digits(to!))],
  },
  {
    form: new RegExp(`(?<=between )(${DIGITS})(?:%)? and (${DIGITS})${PERCENT}`, "gi"),
    make: ([, from, to]) => [one("percent", digits(from!)), one("percent", digits(to!))],
  },
  {
    form: new RegExp(`(${DIGITS}|\\b${WORDS})${PERCENT}`, "gi"),
    make: ([, typed]) => one("percent", amountOf(typed!)),
  },
  {
    form: new RegExp(
      `\\b(${WORD}|a)[ -](half|halves|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\\b(?! (?:of all )?(?:time|place|party))`,
      "gi",
    ),
    make: ([whole, over, under]) => {
      const under10 = FRACTIONS[under!.toLowerCase()] ?? ORDINAL.get(under!.toLowerCase()) ?? 1;
      const over10 = over!.toLowerCase() === "a" ? 1 : spelt(over!);
      const value = over10 / under10;
      // "a third time", "one second": an ordinal after all, as far as it goes.
      return [
        { kind: "count", values: [value, 100 * value, under10], weak: over10 === 1 || !/s$/.test(whole) },
      ];
    },
  },
  {
    form: /\b(\d{4}|\d0)s\b/g,
    make: ([, typed]) => ({ kind: "year", values: [Number(typed), Number(typed) % 100] }),
  },
  { form: /(?<![\d.,])(?:1[5-9]|20)\d\d(?!\d|,\d|\.\d)/g, make: ([typed]) => one("year", Number(typed)) },
  {
    form: new RegExp(`\\b(?:${MONTHS.join("|")})\\b`, "g"),
    make: (match, text) => {
      const after = text.slice(match.index + match[0].length);
      const sure =
        match[0] !== "May" ||
        /^,? (?:\d|of\b|this\b|last\b|next\b)/.test(after) ||
        /\b(?:In|in|of|last|by|since|until)\s$/.test(text.slice(Math.max(0, match.index - 8), match.index));
      return one("month", MONTHS.indexOf(match[0]) + 1, !sure);
    },
  },
  { form: /\b(\d+)(?:st|nd|rd|th)\b/g, make: ([, typed]) => one("ordinal", Number(typed)) },
  {
    form: new RegExp(`(?<![\\p{L}\\d.])(?<!\\p{L}-)(${DIGITS})(?:[ -](${SCALES}|bn))?`, "gu"),
    make: ([, typed, scale]) =>
      one("count", digits(typed!) * (scale === "bn" ? 1e9 : (SCALE.get(scale ?? "") ?? 1))),
  },
  { form: /\d+(?:\.\d+)?/g, make: ([typed]) => one("count", Number(typed), true) },
  {
    form: new RegExp(`\\b(${TENS.join("|")})-(${ORDINALS.slice(1, 10).join("|")})\\b`, "gi"),
    make: ([, ten, unit]) => one("ordinal", spelt(ten!) + (ORDINAL.get(unit!.toLowerCase()) ?? 0)),
  },
  {
    // "one another", "each one": one alone asks for nothing. Nor do numbers that are only a manner of speaking.
    form: new RegExp(`\\b${WORDS}\\b(?!-fifths)`, "gi"),
    make: ([typed]) => {
      const value = spelt(typed!);
      return one("count", value, value <= 1 || /dozen/i.test(typed!));
    },
  },
  {
    form: new RegExp(`\\b(?:${[...ORDINAL.keys()].join("|")})\\b`, "gi"),
    make: ([typed]) => {
      const value = ORDINAL.get(typed!.toLowerCase()) ?? 0;
      return one("ordinal", value, value <= 2);
    },
  },
  weak(
    /\b(?:both|double[ds]?|doubling|twice|twofold|couple|pair|dual|bilateral|secondly|secondary|duo)\b/gi,
    2,
  ),
  weak(/\b(?:once|single|sole|a|an|firstly)\b/gi, 1),
  weak(/\b(?:triple[ds]?|threefold|thirdly|trilateral|tripartite|tertiary|trio|trinity)\b/gi, 3),
  weak(/\b(?:quadrupled?|fourfold)\b/gi, 4),
  weak(/\bhal(?:f|ve[ds]?)\b/gi, 0.5, 50, 6, 30),
  weak(/\bquarter(?:s|ly)?\b/gi, 0.25, 25, 3),
  weak(/\bdozens?\b/gi, 12, 10),
  weak(/\bdecades?\b/gi, 10),
  weak(/\bmidnight\b/gi, 24, 0),
  weak(/\bnoon\b/gi, 12),
  weak(/\bcentur(?:y|ies)\b/gi, 100, 21),
  weak(/\bhundreds?\b/gi, 100),
  weak(/\bthousands?\b/gi, 1e3, 1e4),
  weak(/\bmillions?\b/gi, 1e6),
  weak(/\bbillions?\b/gi, 1e9, 1e8),
  weak(/\btrillions?\b/gi, 1e12),
  weak(/\bweeks?\b/gi, 7),
  {
    form: /\b(?:a)?round[ -]the[ -]clock\b/gi,
    make: () => [one("count", 24, true), one("count", 7, true)],
  },
  weak(/\bfortnights?\b/gi, 14),
  { form: /\b[IVXL]+\b/g, make: ([typed]) => one("ordinal", roman(typed), true) },
  {
    form: /\(([a-hivx]+)\)/g,
    make: ([, typed]) =>
      one("ordinal", /^[ivx]+$/.test(typed!) ? roman(typed!.toUpperCase()) : typed!.charCodeAt(0) - 96, true),
  },
];

export const enNumbers = (text: string): readonly Quantity[] => readNumbers(text, FORMS);
