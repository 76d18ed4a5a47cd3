/** Texts of an article in both languages in → series line, title and body of each. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { isFigureCaption } from "./captions.ts";
import { isBracketedDate } from "./facts.ts";
import { isShort, numbering } from "./headings.ts";
import { type Form, inBold, linesOf, type Piece } from "./piece.ts";

export interface Headed {
  readonly series: Piece | null;
  readonly title: Piece | null;
  readonly body: readonly Piece[];
}

const SERIES = {
  zh: /之[一二三四五六七八九十\d]+$|第[一二三四五六七八九十\d]+[号篇讲]$/,
  en: /\b(?:Special\s+(?:Report|Issue|Feature)|Series|Report|Briefing|Part)\s+(?:No\.?\s*)?(?:\d+|[IVX]+)\b|\bNo\.?\s*\d+$/i,
} as const;

const HEADS: readonly Form[] = ["text", "title", "heading", "subheading"];

/** What may stand over an article: what is a title by its style, or is short, without a number, no sentence. */
export const isHeadline = ({ text, form, table }: Piece): boolean =>
  !table &&
  !isBracketedDate(text) &&
  (form === "title" ||
    (HEADS.includes(form) && isShort(text) && numbering(text) === null && !isFigureCaption(text)));

/** A text that ends so introduces what stands below it. */
const INTRODUCES = /[:：]\**$/;

/** A subtitle, as Chinese begins one. */
const SUBTITLE = /^\**(?:[—–―─]{1,2}|--?(?=\S))\s*/;

type Texts = readonly Piece[];

/** Headings of a text that look as its title does, and no number says that they are its sections. */
export const likeTitle = ({ title, body }: Headed): Texts =>
  title === null || title.form === "text"
    ? []
    : body.filter(({ form, text, table }) => !table && form === title.form && numbering(text) === null);

/** What stands over a text, taken apart. */
interface Head {
  readonly series: Piece | null;
  readonly titles: Texts;
  readonly body: Texts;
}

/**
 * Where the title of one language is told by its style and the other's is not, the other's has no more lines: what
 * follows it, however short, is text.
 */
export function headsOf(texts: Readonly<Record<Language, Texts>>): Readonly<Record<Language, Headed>> {
  const { zh, en } = partsOf(texts);
  const at = zh.titles.findIndex(isSubtitle);
  const own = en.titles.findIndex(isSubtitle);
  const translated = at > 0 && own < 0 && en.titles.length < zh.titles.length ? withSubtitle(en) : en;
  const isLast = at > 0 && (translated !== en || en.titles.length === zh.titles.length);
  const english = own < 0 && isLast ? translated.titles.length - zh.titles.length + at : own;
  return { zh: headed("zh", zh, at), en: headed("en", translated, english) };
}

const isSubtitle = ({ text }: Piece, k: number): boolean => k > 0 && SUBTITLE.test(text);

/** The English of a subtitle begins with no dash, and may have no style of its own. */
function withSubtitle(head: Head): Head {
  const [next, ...body] = head.body;
  const last = head.titles.at(-1);
  if (!last || !next || next.form !== "text" || !isHeadline(next)) return head;
  if (last.centred && !next.centred) return head;
  return { ...head, titles: [...head.titles, next], body };
}

function partsOf(texts: Readonly<Record<Language, Texts>>): Readonly<Record<Language, Head>> {
  const isTitled = (language: Language) => texts[language].some(({ form }) => form === "title");
  const titled = LANGUAGES.filter(isTitled);
  const [only] = titled;
  const heads = { zh: headOf("zh", texts.zh, null), en: headOf("en", texts.en, null) };
  if (only === undefined || titled.length > 1) return heads;
  const other = only === "zh" ? "en" : "zh";
  // A title in English is one line, wherever it was broken.
  const lines = only === "zh" ? Math.max(1, linesIn(heads.zh.titles)) : 1;
  const count = (pieces: Texts, form: Form) => pieces.filter((piece) => piece.form === form).length;
  const sections = HEADS.filter(
    (form) => form !== "text" && count(texts[other], form) <= count(texts[only], form),
  );
  return { ...heads, [other]: headOf(other, texts[other], { lines, sections }) };
}

/** What a title that is told by its style says of the other language's. */
interface Bounds {
  /** As many as that one has at most. */
  readonly lines: number;
  /** Styles that head sections in both languages. */
  readonly sections: readonly Form[];
}

/** @param bounds Null where nothing tells. */
function headOf(language: Language, pieces: Texts, bounds: Bounds | null): Head {
  const head = pieces.slice(0, headEnd(language, pieces, bounds));
  const body = pieces.slice(head.length);
  const series = hasSeries(language, head) ? { ...head[0]!, text: plain(head[0]!.text) } : null;
  return { series, titles: series ? head.slice(1) : head, body };
}

const linesIn = (pieces: Texts): number => pieces.reduce((sum, { text }) => sum + text.split("\n").length, 0);

/** @param subtitle Index of the title's part that is one; English has it behind a colon. */
function headed(language: Language, { series, titles, body }: Head, subtitle: number): Headed {
  const [first] = titles;
  if (!first) return { series, title: null, body };
  const parts = titles.map((piece) => plain(piece.text));
  const text = parts.reduce((before, part, k) => {
    if (language === "zh") return `${before}\n${part}`;
    if (k !== subtitle) return `${before} ${part}`;
    return `${before}${/[:?!—]$/.test(before) ? "" : ":"} ${part.replace(SUBTITLE, "")}`;
  });
  // A blank between Han in a title is where its lines part.
  const parted =
    language === "zh" ? text.replace(/(?<=[\p{Script=Han}》”）]) +(?=[\p{Script=Han}《“（])/gu, "\n") : text;
  return {
    series,
    title: { ...first, text: linesOf(parted).join(language === "zh" ? "\n" : " ") },
    body,
  };
}

const hasSeries = (language: Language, head: Texts): boolean =>
  head.length > 1 && isSeries(language, head[0]!.text);

/** Whether a line is one of a series, in bold or not. */
export const isSeries = (language: Language, text: string): boolean => SERIES[language].test(plain(text));

/** Lines that are in bold as a whole, without the marks. */
const plain = (text: string): string =>
  inBold(text) ??
  text
    .split("\n")
    .map((line) => inBold(line) ?? line)
    .join("\n");

/** How many pieces stand over the text. */
function headEnd(language: Language, pieces: Texts, bounds: Bounds | null): number {
  const titled = pieces.some(({ form }) => form === "title");
  let end = 0;
  // The style that the title turned out to have, and how its lines look.
  let named: Form | null = null;
  let [centred, bold] = [false, false];
  let lines = 0;
  for (const piece of pieces) {
    if (!isHeadline(piece)) break;
    const { form } = piece;
    // Where titles are told by their style, a heading behind one belongs to the body; so does a second heading.
    const isBelow = lines > 0 && SUBTITLE.test(piece.text);
    if (named !== null && !isBelow && (form !== named || form !== "title")) break;
    const isUnlike = (centred && !piece.centred) || (bold && inBold(piece.text) === null);
    if (isUnlike && form !== "title" && !isBelow) break;
    if (form !== "title" && INTRODUCES.test(piece.text) && (bounds || !leadsOn(pieces, end))) break;
    if (bounds?.sections.includes(form) && !isBelow) break;
    const inSeries = end === 0 && isSeries(language, piece.text);
    if (!inSeries) {
      lines += piece.text.split("\n").length;
      centred ||= piece.centred;
      bold ||= inBold(piece.text) !== null;
    }
    if (bounds && lines > bounds.lines && end > 0 && !isBelow) break;
    if (!inSeries && (form === "title" || (!titled && form !== "text"))) named = form;
    end += 1;
  }
  return end;
}

/** A first line that ends with a colon is one where another short text completes it, as in a title with a subtitle. */
function leadsOn(pieces: Texts, at: number): boolean {
  const next = pieces[at + 1];
  return at === 0 && !!next && isHeadline(next) && !INTRODUCES.test(next.text);
}
