/** Pieces of a Word file, and the levels of its headings, in → the same, where headings of the first level are titles if they head articles. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { hasFact } from "./facts.ts";
import { isHeadline, isSeries } from "./head.ts";
import { isShort, numbering } from "./headings.ts";
import { isCredit } from "./labels.ts";
import { type Form, languageOf, type Piece } from "./piece.ts";

/** What each level is below a title that is a heading of the first. */
const FORMS: readonly Form[] = ["text", "title", "heading"];

/** Headings of the first level that follow each other, with what stands below them. */
interface Part {
  readonly heads: readonly Piece[];
  readonly texts: readonly Piece[];
}

/**
 * Many write titles as Heading 1 and headings as Heading 2. That the first heading has one of the second level below
 * it says so: of a title over headings of its own level the next would be one of these. Where there are none of the
 * second level, what stands below those of the first tells whether they head articles. Levels count from the first
 * that is there: who likes the look of Heading 2 better begins with it.
 */
export function titledByLevel(
  pieces: readonly Piece[],
  levels: ReadonlyMap<Piece, number>,
): readonly Piece[] {
  const first = pieces.reduce(
    (least, piece) => Math.min(least, levels.get(piece) ?? least),
    Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(first)) return pieces;
  const above = first - 1;
  const level = (piece: Piece) => (levels.has(piece) ? levels.get(piece)! - above : 0);
  const raised = above > 0 && mayHead(pieces, level) ? withForms(pieces, level, ["text", "heading"]) : pieces;
  if (pieces.some(({ form }) => form === "title")) return raised;
  const own = (language: Language) =>
    pieces.filter((piece) => !piece.table && languageOf(piece.text) === language);
  const sides = LANGUAGES.map(own).filter((side) => side.some((piece) => level(piece) === 1));
  if (sides.length === 0 || !sides.every((side) => mayHaveTitles(side, level))) return raised;
  const haveHeadings = sides.every((side) => hasHeadings(side, level));
  const plain = haveHeadings ? sides.map((side) => plainTitle(side, level)) : [];
  const areBelow = plain.length > 0 && plain.every((title) => title !== null);
  if (areBelow) return raised.map((piece) => (plain.includes(piece) ? { ...piece, form: "title" } : piece));
  return haveHeadings || headArticles(pieces, sides, level) ? withForms(pieces, level, FORMS) : raised;
}

type Level = (piece: Piece) => number;

const withForms = (pieces: readonly Piece[], level: Level, forms: readonly Form[]): readonly Piece[] =>
  pieces.map((piece) =>
    level(piece) === 0 ? piece : { ...piece, form: forms[level(piece)] ?? "subheading" },
  );

/** Whether nothing by its number stands above the first level: （一） has 一、 over it, whatever its style. */
const mayHead = (pieces: readonly Piece[], level: Level): boolean =>
  pieces.every((piece) => {
    const number = numbering(piece.text)?.level ?? null;
    if (level(piece) === 1) return number === null || number === 1;
    return level(piece) > 1 || number !== 1 || !isShort(piece.text);
  });

/** Nothing but other lines of a head stands over the first, and none has a number. */
function mayHaveTitles(side: readonly Piece[], level: Level): boolean {
  const first = side.findIndex((piece) => level(piece) === 1);
  if (!side.slice(0, first).every(isHeadline)) return false;
  return !side.some((piece) => level(piece) === 1 && numbering(piece.text) !== null);
}

/**
 * The title without a style that stands right above several of the first level, which do not say where articles end.
 * The masthead that may stand there instead ends with a date or a number; a single one is the title itself.
 */
function plainTitle(side: readonly Piece[], level: Level): Piece | null {
  const parts = partsOf(side, level);
  const above = side[side.indexOf(parts[0]!.heads[0]!) - 1];
  if (!above || parts.length === 1 || hasFact(above)) return null;
  const isOther = LANGUAGES.some((language) => isSeries(language, above.text)) || areArticles([parts]);
  return isOther ? null : above;
}

function hasHeadings(side: readonly Piece[], level: Level): boolean {
  const [part] = partsOf(side, level);
  const next = part?.texts.find((piece) => level(piece) > 0);
  return next !== undefined && level(next) === 2;
}

/** Each ends with who made it, or counts its headings from one anew; or the languages take turns from title to title. */
function headArticles(pieces: readonly Piece[], sides: readonly (readonly Piece[])[], level: Level): boolean {
  if (pieces.some((piece) => level(piece) > 1)) return false;
  const parted = sides.map((side) => partsOf(side, level));
  const [count = 0] = parted.map(({ length }) => length);
  if (count < 2 || !parted.every((parts) => parts.length === count)) return false;
  if (!parted.flat().every(({ texts }) => texts.length > 0)) return false;
  return areArticles(parted) || (parted.length > 1 && takeTurns(partsOf(pieces, level), count));
}

function areArticles(parted: readonly (readonly Part[])[]): boolean {
  const isSigned = ({ texts }: Part) => texts.length > 0 && isCredit(texts.at(-1)!.text);
  const isCounted = ({ texts }: Part) =>
    texts.some(({ text }) => isShort(text) && numbering(text)?.level === 1 && numbering(text)?.number === 1);
  return (
    parted.some((parts) => parts.slice(0, -1).every(isSigned)) ||
    parted.some((parts) => parts.every(isCounted))
  );
}

/** Every part is of one language, and the next of the other. */
function takeTurns(parts: readonly Part[], count: number): boolean {
  const languages = parts.map(({ heads, texts }) => {
    const own = new Set([...heads, ...texts].flatMap(({ text }) => languageOf(text) ?? []));
    return own.size === 1 ? [...own][0]! : null;
  });
  return parts.length === 2 * count && languages.every((it, k) => it !== null && it !== languages[k + 1]);
}

/** A title of two lines may be two paragraphs. */
function partsOf(pieces: readonly Piece[], level: Level): readonly Part[] {
  const parts: { heads: Piece[]; texts: Piece[] }[] = [];
  for (const piece of pieces) {
    const part = parts.at(-1);
    if (level(piece) !== 1) part?.texts.push(piece);
    else if (part && part.texts.length === 0) part.heads.push(piece);
    else parts.push({ heads: [piece], texts: [] });
  }
  return parts;
}
