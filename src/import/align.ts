/** The Chinese and the English texts of an article, each in its order → the pairs they most likely are. */
import { isCaptionText } from "./captions.ts";
import { isShort, numbering, ordinal, referenceNumber } from "./headings.ts";
import { countHan, type Piece, unmarked } from "./piece.ts";

/** Why a pair wants a second look. */
export type Doubt = "length" | "numbers" | "names" | "joined" | "alone" | "rows" | "apart";

/** Says what tells that two texts, without their marks, are no pair. */
export type Unlike = (zh: string, en: string) => "numbers" | "names" | null;

export interface Match {
  /** In their order; more than one where a paragraph of the other language answers several. */
  readonly zh: readonly Piece[];
  readonly en: readonly Piece[];
  readonly doubt: Doubt | null;
}

/** English characters to a Chinese one lie between these, whatever the kind of prose. */
const RATIOS = [2.5, 6] as const;

/** What leaving a text alone costs, and what it costs to answer two texts with one. Chosen on seeded shuffles. */
const ALONE = 2.2;
const JOIN = 2;

const MOVES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const;

/** Texts of the side that has fewer, beyond which pairing works within a band around the diagonal. */
const BAND = 400;

/** Most places that are tried, whatever is to be paired: a few seconds of work, two megabytes. */
const PLACES = 2_000_000;

/** The band as rows, one for each number of Chinese texts, of as many places, one for each number of English ones. */
interface Band {
  readonly width: number;
  /** English texts at the first place of a row. */
  readonly first: (row: number) => number;
}

/**
 * The band is never narrower than one step of the diagonal: of three texts beside three thousand, the rows
 * would else have no place in common, and no way led from one to the other.
 */
function bandOf(zh: number, en: number): Band {
  const slope = en / Math.max(1, zh);
  const wanted = BAND * Math.max(1, slope);
  const half = Math.ceil(Math.max(slope, Math.min(wanted, PLACES / (zh + 1) / 2)));
  const width = Math.min(en, 2 * half) + 1;
  return { width, first: (row) => Math.max(0, Math.min(en + 1 - width, Math.round(row * slope) - half)) };
}

/**
 * Length-based alignment with hints (Gale & Church 1993): numbers of headings, numbers in the texts, forms, and
 * which text followed which.
 *
 * @param follows Whether the one text stood right behind the other in the original.
 */
export function align(
  zh: readonly Piece[],
  en: readonly Piece[],
  follows: (zh: Piece, en: Piece) => boolean,
): readonly Match[] {
  const ratio = ratioOf(zh, en);
  const moves = bestMoves(zh, en, ratio, follows);
  const found: Match[] = [];
  for (let i = zh.length, j = en.length; i > 0 || j > 0; ) {
    const [a, b] = MOVES[moves(i, j)]!;
    found.push(matched(zh.slice(i - a, i), en.slice(j - b, j), ratio));
    i -= a;
    j -= b;
  }
  return apart(found.reverse(), follows);
}

/** Pairs that nothing was said against are asked about one by one. */
export const questioned = (matches: readonly Match[], unlike: Unlike): readonly Match[] =>
  matches.map((match) => {
    const [zh, en] = [match.zh[0], match.en[0]];
    if (match.doubt !== null || !zh || !en || zh.table || en.table) return match;
    return { ...match, doubt: unlike(unmarked(zh.text), unmarked(en.text)) };
  });

/** Share of the pairs that stand together from which on a manuscript alternates. */
const ALTERNATES = 0.75;

/**
 * Where a text and its translation stand together, two that do not may both have lost their partners. Lists and
 * lines of a head stand in blocks of either language there too.
 */
function apart(matches: readonly Match[], follows: (zh: Piece, en: Piece) => boolean): readonly Match[] {
  const isPair = ({ zh, en }: Match) => zh.length === 1 && en.length === 1;
  const isNear = ({ zh: [zh], en: [en] }: Match) => follows(zh!, en!) || follows(en!, zh!);
  const isProse = ({ zh, en }: Match) =>
    [...zh, ...en].every((piece) => kindOf(piece) === "text" && !piece.table && !isShort(piece.text));
  const pairs = matches.filter(isPair);
  const near = pairs.filter(isNear).length;
  if (near === pairs.length || near < pairs.length * ALTERNATES) return matches;
  return matches.map((match) =>
    isPair(match) && match.doubt === null && isProse(match) && !isNear(match)
      ? { ...match, doubt: "apart" }
      : match,
  );
}

/** @returns For a number of texts of each language, the move by which the cheapest way comes there. */
function bestMoves(
  zh: readonly Piece[],
  en: readonly Piece[],
  ratio: number,
  follows: (zh: Piece, en: Piece) => boolean,
): (i: number, j: number) => number {
  const { width, first } = bandOf(zh.length, en.length);
  const moves = new Int8Array((zh.length + 1) * width);
  const chinese = sidesOf(zh, ratio);
  const english = sidesOf(en, ratio);
  // Moves lead two rows down at most; what lies behind is not asked for again.
  const costs = Array.from({ length: 3 }, () => new Float64Array(width).fill(Number.POSITIVE_INFINITY));
  costs[0]![0] = 0;
  for (let i = 0; i <= zh.length; i++) {
    const row = costs[i % 3]!;
    for (let k = 0; k < width; k++) {
      const so = row[k]!;
      const j = first(i) + k;
      if (so === Number.POSITIVE_INFINITY) continue;
      for (let move = 0; move < MOVES.length; move++) {
        const [a, b] = MOVES[move]!;
        if (i + a > zh.length || j + b > en.length) continue;
        const place = j + b - first(i + a);
        if (place < 0 || place >= width) continue;
        const near = a > 0 && b > 0 && follows(zh[i + a - 1]!, en[j]!);
        const cost = so + costOf(chinese[a][i] ?? null, english[b][j] ?? null, near);
        const to = costs[(i + a) % 3]!;
        if (cost >= to[place]!) continue;
        to[place] = cost;
        moves[(i + a) * width + place] = move;
      }
    }
    row.fill(Number.POSITIVE_INFINITY);
  }
  return (i, j) => moves[i * width + j - first(i)]!;
}

interface Traits {
  /** Length in Chinese characters, or what English comes to in these. */
  readonly length: number;
  readonly numbers: ReadonlySet<string>;
  readonly heading: number | null;
  /** Its number in a list of references. */
  readonly reference: number | null;
  readonly isHeading: boolean;
  readonly isCaption: boolean;
  readonly form: Kind;
}

/** One text, or two that are one in the other language. */
interface Side {
  readonly first: Traits;
  readonly second: Traits | null;
  /** Of them together. */
  readonly length: number;
  readonly numbers: ReadonlySet<string>;
  /** Headings, captions, tables, quotations, entries of lists and works of references never run on. */
  readonly runsOn: boolean;
}

/** By how many texts are taken, and by the first: all that is asked about of them, worked out once. */
type Sides = readonly [none: readonly [], one: readonly Side[], two: readonly Side[]];

function sidesOf(pieces: readonly Piece[], ratio: number): Sides {
  const traits = pieces.map((piece) => traitsOf(piece, ratio));
  const runsOn = ({ isHeading, isCaption, reference, form }: Traits) =>
    !isHeading && !isCaption && reference === null && form === "text";
  const ones = traits.map((first) => {
    const { length, numbers } = first;
    return { first, second: null, length, numbers, runsOn: runsOn(first) };
  });
  const twos = ones.slice(1).map((other, k) => {
    const one = ones[k]!;
    return {
      first: one.first,
      second: other.first,
      length: one.length + other.length,
      numbers: new Set([...one.numbers, ...other.numbers]),
      runsOn: one.runsOn && other.runsOn,
    };
  });
  return [[], ones, twos];
}

/** What a piece can be in an issue. A text may turn out as anything but a table: its style may have been forgotten. */
type Kind = "table" | "list" | "quote" | "head" | "text";

function kindOf({ table, form }: Piece): Kind {
  if (table) return "table";
  if (form === "bullet" || form === "number" || form === "first") return "list";
  if (form === "quote" || form === "text") return form;
  return "head";
}

/** Whether two pieces can be one block: a table is one with a table alone, whatever leaving both alone would cost. */
const agree = (one: Kind, other: Kind): boolean =>
  one === other || (one !== "table" && other !== "table" && (one === "text" || other === "text"));

const isHead = (piece: Piece): boolean =>
  piece.form === "heading" ||
  piece.form === "subheading" ||
  (numbering(piece.text) !== null && isShort(piece.text));

/** English characters to a Chinese one in this text as a whole. */
function ratioOf(zh: readonly Piece[], en: readonly Piece[]): number {
  const [least, most] = RATIOS;
  const han = zh.reduce((sum, { text }) => sum + weight(text), 0);
  const letters = en.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(most, Math.max(least, letters / Math.max(1, han)));
}

/** Length of Chinese: its characters, and words of other scripts as one each. */
const weight = (text: string): number => countHan(text) + (text.match(/[A-Za-z0-9]+/g)?.length ?? 0);

function traitsOf(piece: Piece, ratio: number): Traits {
  const { text } = piece;
  const han = countHan(text);
  return {
    length: Math.max(1, han > text.length / 3 ? weight(text) : text.length / ratio),
    numbers: numbersOf(text),
    heading: numbering(text)?.number ?? ordinal(text),
    reference: referenceNumber(text),
    isHeading: isHead(piece),
    isCaption: isCaptionText(text),
    form: kindOf(piece),
  };
}

/** Figures of two digits and more; single ones are often spelt. */
const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)]
      .map(([it]) => it.replaceAll(",", ""))
      .filter((it) => it.length > 1),
  );

/** @param zh Null for none, as `en`; one of them is there. */
function costOf(zh: Side | null, en: Side | null, near: boolean): number {
  if (!zh || !en) return ALONE + Math.min(1, (zh ?? en)!.length / 200);
  const apart = Math.abs(Math.log(zh.length / en.length));
  const joined = zh.second ?? en.second;
  if (joined) {
    // What begins with a number begins something of its own.
    if (!zh.runsOn || !en.runsOn || joined.heading !== null) return Number.POSITIVE_INFINITY;
    return JOIN + apart * 5 + unlike(zh.numbers, en.numbers) - (near ? 0.9 : 0);
  }
  const [a, b] = [zh.first, en.first];
  let cost = apart * Math.min(1.6, 0.5 + Math.min(zh.length, en.length) / 60) + unlike(a.numbers, b.numbers);
  // Works of two numbers are two works, each in its language.
  if (!agree(a.form, b.form) || a.reference !== b.reference) return Number.POSITIVE_INFINITY;
  if (a.form !== b.form && a.form !== "head" && b.form !== "head") cost += 2;
  if (a.isHeading !== b.isHeading) cost += 1.6;
  if (a.heading !== null && b.heading !== null) cost += a.heading === b.heading ? -1 : 2.5;
  return cost - (near ? 0.9 : 0);
}

/** From 0 for the same figures to 1 for none in common; texts without figures are alike. */
function unlike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 0;
  const common = [...one].filter((it) => other.has(it)).length;
  return 1 - common / Math.min(one.size || other.size, other.size || one.size);
}

/** How much longer one side may be than the other before somebody should look. */
const APART = Math.log(2.1);

function matched(zh: readonly Piece[], en: readonly Piece[], ratio: number): Match {
  const doubt = (): Doubt | null => {
    if (zh.length === 0 || en.length === 0) return "alone";
    if (zh.length + en.length > 2) return "joined";
    const [one, other] = [traitsOf(zh[0]!, ratio), traitsOf(en[0]!, ratio)];
    if (one.form === "table" || other.form === "table") return null;
    if (isCountedApart(zh[0]!, en[0]!)) return "numbers";
    if (Math.max(one.length, other.length) > 25 && Math.abs(Math.log(one.length / other.length)) > APART)
      return "length";
    return one.numbers.size > 1 && other.numbers.size > 1 && unlike(one.numbers, other.numbers) > 0.7
      ? "numbers"
      : null;
  };
  return { zh, en, doubt: doubt() };
}

/** Whether both are numbered at one level, by two numbers. */
function isCountedApart(zh: Piece, en: Piece): boolean {
  const [one, other] = [numbering(zh.text), numbering(en.text)];
  return one?.level === other?.level && one?.number !== other?.number;
}
