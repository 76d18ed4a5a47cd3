/** Neighbouring characters in → whether a line may break between them, and at what cost (禁则). */
import type { ChineseRules } from "../model/design.ts";
import { type Char, isPlainWord } from "./analyse.ts";
import { type CharClass, COUNTERS, isFullPunctuation, isLetter } from "./char-class.ts";

/**
 * `basic`: CLREQ's sets. `gb`: also no line ends with a solidus (GB/T 15834 §5.1.9). `strict`: also
 * no line starts with —— or …… (CLREQ strict).
 */
export type Level = ChineseRules["level"];

/** No break. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;

/** A break that is taken only where a line would stand out over its measure without it: no blank costs as much. */
export const LAST_RESORT = 64_000;

/** What is added to the cost of a break inside a date or a short name of a label, which takes a line more instead. */
export const KEPT_WHOLE = 40_000;

/** Cost of a break that spares a justified line from being ill set. A ragged line never is: there it is a last resort. */
export const RELIEF = 900;

/** Costs of breaks that are allowed but disliked (rules: sets.soft; chosen by eye there). */
const COST = { counter: 60, ordinal: 100, range: RELIEF, standard: RELIEF, ellipses: 500 } as const;

/** What `gb` charges for a line that starts with —— or ……, which `strict` forbids. */
export const STRICT_PENALTY = 120;

const NOT_AT_START: ReadonlySet<CharClass> = new Set([
  "pause",
  "stop",
  "doubleStop",
  "closing",
  "closingQuote",
  "shortConnector",
  "longConnector",
  "interpunct",
  "solidus",
  "postfix",
  "latinClosing",
]);

const NOT_AT_END: ReadonlySet<CharClass> = new Set(["opening", "openingQuote", "prefix", "latinOpening"]);

/** Characters of one Latin word or number, between which only hyphens and addresses break. */
const WORD: ReadonlySet<CharClass> = new Set([
  "latin",
  "digit",
  "prefix",
  "postfix",
  "latinOpening",
  "latinClosing",
  "hyphen",
]);

/** Between digits a ratio's sign is a part of the number, as [,.:] are: 6∶4. */
const RATIO = "∶";

const isRatio = (before: Char | undefined, sign: Char, after: Char | undefined): boolean =>
  sign.text === RATIO && before?.class === "digit" && after?.class === "digit";

/** A digit, or a sign that stands behind one: 5, 5%. */
const endsQuantity = (char: Char | undefined) => char?.class === "digit" || char?.class === "postfix";

/** A digit, or a sign in front of one: 5, ¥5, -5. */
const beginsQuantity = (char: Char, next: Char | undefined) =>
  char.class === "digit" || ((char.class === "prefix" || char.class === "hyphen") && next?.class === "digit");

/** Whether the number that ends at `at` has capitals before it, as a standard's has before its year: GB 38031—2025. */
function isOfStandard(chars: readonly Char[], at: number): boolean {
  let from = at;
  while (chars[from]?.class === "digit" || chars[from]?.text === ".") from -= 1;
  if (from === at) return false;
  if (chars[from]?.class === "space") from -= 1;
  return /[A-Z]$/.test(chars[from]?.text ?? "");
}

/**
 * A hyphen breaks behind itself inside a word of letters: state-|of-|the-|art, but E-mail, COVID-19, 010-1234,
 * and never inside an address, where it would read as a division.
 */
function breaksAfterHyphen(chars: readonly Char[], i: number): boolean {
  const letter = (char: Char | undefined) => char?.class === "latin" && isLetter(char.text);
  const before = chars[i - 1];
  const several = before !== undefined && isPlainWord(before);
  return (
    (several || (letter(chars[i - 2]) && letter(before))) && letter(chars[i + 1]) && !isInAddress(chars, i)
  );
}

/** Whether the word around `at` holds an @ or ://. */
function isInAddress(chars: readonly Char[], at: number): boolean {
  let [from, to] = [at, at];
  while (from > 0 && WORD.has(chars[from - 1]!.class)) from -= 1;
  while (to + 1 < chars.length && WORD.has(chars[to + 1]!.class)) to += 1;
  for (let i = from; i <= to; i++)
    if (chars[i]!.text === "@" || (chars[i]!.text === ":" && chars[i + 1]?.text === "/")) return true;
  return false;
}

/**
 * Cost of a break between `chars[i]` and `chars[i + 1]`: 0 free, FORBIDDEN none, else a penalty.
 * Spaces belong to what stands before them: a break is behind a space, never in front of it.
 */
export function breakCost(chars: readonly Char[], i: number, level: Level): number {
  const a = chars[i]!;
  const b = chars[i + 1];
  if (b === undefined) return FORBIDDEN;
  const [x, y] = [a.class, b.class];
  if (x === "newline") return 0;
  if (y === "newline" || y === "space") return FORBIDDEN;
  if (x === "noBreak" || y === "noBreak") return FORBIDDEN;
  if (x === "zeroWidth") return 0;
  if (y === "zeroWidth") return FORBIDDEN;
  if (x === "space") return spaceCost(chars, i);
  if (NOT_AT_START.has(y)) return FORBIDDEN;
  if (NOT_AT_END.has(x)) return FORBIDDEN;
  if (x === "solidus") return level === "basic" ? 0 : FORBIDDEN;
  if (level === "strict" && (y === "dash" || y === "ellipsis")) return FORBIDDEN;
  if (x === "ellipsis" && y === "ellipsis") return COST.ellipses;
  if (x === "longConnector" || x === "shortConnector") {
    return endsQuantity(chars[i - 1]) && beginsQuantity(b, chars[i + 2]) ? COST.range : 0;
  }
  if (x === "hyphen" && WORD.has(y)) return breaksAfterHyphen(chars, i) ? 0 : FORBIDDEN;
  if (x === "dash" && a.text === "—") return y === "digit" && isOfStandard(chars, i - 1) ? COST.standard : 0;
  if (y === "dash" && b.text === "—") return FORBIDDEN;
  if (y === "hyphen") return FORBIDDEN;
  if (WORD.has(x) && WORD.has(y)) return FORBIDDEN;
  if (y === "symbol" && isRatio(a, b, chars[i + 2])) return FORBIDDEN;
  if (x === "symbol" && isRatio(chars[i - 1], a, b)) return FORBIDDEN;
  if (endsQuantity(a) && y === "han" && COUNTERS.has(b.text)) return COST.counter;
  if (a.text === "第" && y === "digit") return COST.ordinal;
  if (b.text === "[" && chars[i + 2]?.class === "digit") return FORBIDDEN;
  return 0;
}

/** Behind a typed space: free, except where it parts what belongs together. */
function spaceCost(chars: readonly Char[], i: number): number {
  let before = i;
  while (chars[before]?.class === "space") before -= 1;
  const a = chars[before];
  const b = chars[i + 1];
  if (!a || !b) return FORBIDDEN;
  if (b.class === "space") return FORBIDDEN;
  // A typed space changes nothing beside full-width marks: the marks' own rules hold.
  if (NOT_AT_START.has(b.class) && (isFullPunctuation(b.class) || isFullPunctuation(a.class)))
    return FORBIDDEN;
  if (NOT_AT_END.has(a.class) && isFullPunctuation(a.class)) return FORBIDDEN;
  // A sign stays with its number, spaced or not: 120 ℃.
  if (a.class === "digit" && b.class === "postfix") return FORBIDDEN;
  if (endsQuantity(a) && b.class === "han" && COUNTERS.has(b.text)) return COST.counter;
  if (a.text === "第" && b.class === "digit") return COST.ordinal;
  // A spaced ellipsis stays with the words before it, as in a quotation that leaves some out, and so does a dash.
  if (b.text === "…" && b.class === "latinClosing") return FORBIDDEN;
  if (b.text === "–" && chars[i + 2]?.class === "space") return FORBIDDEN;
  return 0;
}
