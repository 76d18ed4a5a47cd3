/** An original taken apart, and what is known of the publication → a draft of the issue, doubts marked. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { align, type Doubt, type Match, questioned, type Unlike } from "./align.ts";
import { type Namesakes, signed } from "./bare-names.ts";
import { boldHeads } from "./bold-heads.ts";
import { captioned } from "./captions.ts";
import { type Facts, merged, NO_FACTS, takeFacts } from "./facts.ts";
import { illustrated, type TextedArticle } from "./figures.ts";
import { type Headed, headsOf, likeTitle } from "./head.ts";
import { isShort, numbering } from "./headings.ts";
import { imprintOf, paired } from "./imprint.ts";
import { wholePieces, withoutFolios } from "./join-pieces.ts";
import { type Label, type LabelReader, labelReader } from "./labels.ts";
import { pairNotes } from "./notes.ts";
import { parted } from "./parted.ts";
import type { Picture } from "./picture.ts";
import {
  beginning,
  countHan,
  type Form,
  type Left,
  languageAfter,
  type Original,
  type Piece,
  piece,
  UNREAD,
} from "./piece.ts";
import { withoutPlatform } from "./platform.ts";
import { joined } from "./run-on.ts";
import { type ArticleSide, sideOf } from "./side.ts";
import { tableBlock, untabled } from "./tables.ts";

/** A text in the languages that were found. */
export interface DraftPair {
  readonly zh: string | null;
  readonly en: string | null;
}

/** Text that serves both languages. */
export type DraftText = DraftPair | string;

export interface DraftLabelled {
  readonly role: string;
  readonly label: DraftText;
  readonly value: DraftText;
}

export type DraftBlock = {
  readonly doubt: Doubt | null;
  /** Where its texts stood in the original. */
  readonly places: readonly Place[];
} & (
  | { readonly kind: "paragraph" | "heading" | "subheading" | "quote"; readonly text: DraftPair }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      /** Whether it goes on with no list before it: its numbers begin with 1. */
      readonly begins: boolean;
      readonly items: readonly DraftPair[];
    }
  | {
      readonly kind: "table";
      readonly caption: DraftPair | null;
      readonly rows: readonly (readonly DraftText[])[];
    }
  | { readonly kind: "figure"; readonly picture: Picture; readonly caption: DraftPair | null }
);

/** Where a text stood: its piece's place, and its language. */
export interface Place {
  readonly at: number;
  readonly language: Language;
}

export interface DraftArticle {
  readonly series: DraftPair | null;
  readonly title: DraftPair;
  readonly body: readonly DraftBlock[];
  readonly credits: readonly DraftLabelled[];
}

export interface Draft {
  readonly facts: Facts;
  readonly note: DraftPair | null;
  readonly articles: readonly DraftArticle[];
  /** Entries that differ from the publication's. */
  readonly imprint: readonly DraftLabelled[];
  readonly notes: ReadonlyMap<string, DraftPair>;
  /** What the editor is told of, headers that repeat the masthead apart. */
  readonly left: readonly Left[];
}

/** What the publication says of itself, as plain texts. */
export interface House {
  readonly names: readonly string[];
  readonly imprint: readonly DraftLabelled[];
}

/** What is known of both languages beside their letters. */
export interface Knowledge {
  /** Asked about every pair that may be one by its length. */
  readonly unlike: Unlike;
  readonly namesakes: Namesakes;
}

const NOTHING_KNOWN: Knowledge = { unlike: () => null, namesakes: () => false };

export function draftOf(original: Original, house: House, known = NOTHING_KNOWN): Draft {
  const { pieces: own, left: platform } = withoutPlatform(original.pieces);
  const { pieces: texts, notes } = pairNotes(parted({ ...original, pieces: own }));
  const { texts: read, folios } = withoutFolios(texts);
  const { pieces: laidOut, left: columns } = untabled(read);
  const pieces = wholePieces(laidOut);
  const labelled = labelReader(house.imprint.map(labelOf));
  const side = (language: Language, others: Facts) =>
    sideOf(language, of(language, pieces, labelled), house.names, labelled, others);
  const zh = side("zh", NO_FACTS);
  const en = side("en", zh.facts);
  const place = new Map(pieces.map((piece, k) => [piece, k]));
  const follows = (one: Piece, other: Piece) => place.get(other) === place.get(one)! + 1;
  const sides = Array.from({ length: Math.max(zh.articles.length, en.articles.length) }, (_, k) =>
    signed(zh.articles[k] ?? NO_ARTICLE, en.articles[k] ?? NO_ARTICLE, known.namesakes),
  );
  const heads = sides.map(({ zh, en }) => headsOf({ zh: zh.texts, en: en.texts }));
  const texted = sides.map((side, k) => articleOf(side, heads[k]!, follows, known.unlike));
  const articles = illustrated(texted, original.pictures);
  const facts = merged(zh.facts, en.facts);
  return {
    facts,
    note: zh.note || en.note ? pairOf(zh.note, en.note) : null,
    articles: articles.map((article) => ({ ...article, body: captioned(article.body) })),
    imprint: imprintOf(zh.imprint, en.imprint, house.imprint),
    notes,
    left: [
      ...folios.map(({ text }): Left => ({ kind: "folio", text })),
      ...columns,
      ...platform,
      ...[...zh.guessed, ...en.guessed].map(({ text }): Left => ({ kind: "masthead", text })),
      ...sides.flatMap(({ names }) => names).map((text): Left => ({ kind: "author", text })),
      ...heads
        .flatMap(({ zh, en }) => [...likeTitle(zh), ...likeTitle(en)])
        .map(({ text }): Left => ({ kind: "title", text: beginning(text) })),
      ...leftBehind(original.left, house.names, facts),
      ...unreadIn(pieces, original),
    ],
  };
}

/** What stood outside of the text, but for what says nothing new. */
const leftBehind = (left: readonly Left[], names: readonly string[], facts: Facts): readonly Left[] =>
  left
    .filter(({ kind, text }) => !REPEATING.includes(kind) || !isKnown(text, names, facts))
    .map((it) => (it.kind === "box" ? { ...it, text: beginning(it.text) } : it));

const REPEATING: readonly Left["kind"][] = ["header", "box"];

/** A header or a box that repeats the masthead, or counts pages, says nothing new. */
function isKnown(text: string, names: readonly string[], facts: Facts): boolean {
  const header = [piece(text, "text", 0)];
  return withoutFolios(header).texts.length === 0 || takeFacts(header, names, facts).rest.length === 0;
}

/** Signs that stand near each other have their surroundings in common. */
const UNREAD_AMONG = new RegExp(`.{0,8}${UNREAD}(?:.{0,16}${UNREAD})*.{0,8}`, "gsu");

/** Signs that could not be read, all of them, with what stands around them. */
const unreadIn = (pieces: readonly Piece[], { notes, pictures }: Original): readonly Left[] =>
  [
    ...pieces.map(({ text }) => text),
    ...notes.values(),
    ...pictures.flatMap(({ alt, caption }) => [alt, caption]),
  ].flatMap((text) =>
    [...text.matchAll(UNREAD_AMONG)].map(([found]): Left => ({ kind: "sign", text: found })),
  );

const NO_ARTICLE: ArticleSide = { texts: [], credits: [] };

const labelOf = ({ role, label }: DraftLabelled): Label => ({
  role,
  words: typeof label === "string" ? [label] : LANGUAGES.flatMap((language) => label[language] ?? []),
});

/**
 * What is of no language goes with the text before it, and so does an E-mail line, which reads the same in both; right
 * below 邮箱 it is the English of that.
 */
function of(language: Language, pieces: readonly Piece[], labelled: LabelReader): readonly Piece[] {
  let before: Language = "zh";
  let chinese: string | null = null;
  return pieces.filter(({ text }) => {
    const found = labelled(text);
    const isShared = found?.every(({ role }) => role === "email" || role === "website") ?? false;
    const role = isShared ? found![0]!.role : null;
    if (!isShared || countHan(text) > 0) before = languageAfter(text, before);
    else if (role === chinese) before = "en";
    chinese = countHan(text) > 0 ? role : null;
    return before === language;
  });
}

const pairOf = (zh: Piece | null, en: Piece | null): DraftPair => ({
  zh: zh?.text ?? null,
  en: en?.text ?? null,
});

function articleOf(
  side: Readonly<Record<Language, ArticleSide>>,
  { zh, en }: Readonly<Record<Language, Headed>>,
  follows: (zh: Piece, en: Piece) => boolean,
  unlike: Unlike,
): TextedArticle {
  const matches = questioned(align(zh.body, en.body, follows), unlike);
  return {
    series: zh.series || en.series ? pairOf(zh.series, en.series) : null,
    title: pairOf(zh.title, en.title),
    body: boldHeads(listed(asTheyStood(matches).map(blockOf))),
    credits: paired(side.zh.credits, side.en.credits),
    head: LANGUAGES.flatMap((language) => placesOf(language, side[language].texts)),
  };
}

const placesOf = (language: Language, pieces: readonly Piece[]): readonly Place[] =>
  pieces.map(({ at }) => ({ at, language }));

const placeOf = ({ zh, en }: Match): number => Math.min(...[...zh, ...en].map(({ at }) => at));

/** Between two pairs, texts without a partner stand as they stood in the original, whatever their language. */
function asTheyStood(matches: readonly Match[]): readonly Match[] {
  const ordered: Match[] = [];
  let lone: Match[] = [];
  const flush = () => {
    ordered.push(...lone.sort((a, b) => placeOf(a) - placeOf(b)));
    lone = [];
  };
  for (const match of matches)
    if (match.zh.length === 0 || match.en.length === 0) lone.push(match);
    else {
      flush();
      ordered.push(match);
    }
  flush();
  return ordered;
}

/** What can not be one block, a table and a text, is no match. */
function blockOf(match: Match): DraftBlock {
  const { zh, en, doubt } = match;
  const places = [...placesOf("zh", zh), ...placesOf("en", en)];
  const [one, other] = [zh[0] ?? null, en[0] ?? null];
  if (one?.table || other?.table) return { kind: "table", caption: null, ...tableBlock(one, other), places };
  const text = { zh: textOf(zh), en: textOf(en) };
  const forms = [...zh, ...en].map(({ form }) => form);
  if (forms.some((form) => form === "bullet" || isNumber(form))) {
    const begins = forms.every((form) => form === "first");
    return { kind: "list", ordered: forms.some(isNumber), begins, items: [text], doubt, places };
  }
  if (forms.includes("quote")) return { kind: "quote", text, doubt, places };
  return { kind: headingKind(zh, en), text, doubt, places };
}

const isNumber = (form: Form): boolean => form === "number" || form === "first";

const textOf = (pieces: readonly Piece[]): string | null =>
  pieces.length === 0 ? null : joined(pieces.map(({ text }) => text));

/** A heading by its style, or by a number before a short text on every side that is there. */
function headingKind(zh: readonly Piece[], en: readonly Piece[]): "heading" | "subheading" | "paragraph" {
  const pieces = [...zh, ...en];
  if (pieces.some(({ form }) => form === "subheading")) return "subheading";
  if (pieces.some(({ form }) => form === "heading" || form === "title")) return "heading";
  const numbers = pieces.map(({ text }) => numbering(text));
  if (pieces.length > 2 || !pieces.every(({ text }) => isShort(text)) || numbers.every((it) => it === null))
    return "paragraph";
  return (numbers[0] ?? numbers[1])!.level === 1 ? "heading" : "subheading";
}

/** Entries of a list that follow each other are one list. */
function listed(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const made: DraftBlock[] = [];
  for (const block of blocks) {
    const before = made.at(-1);
    if (block.kind === "list" && before?.kind === "list" && before.ordered === block.ordered && !block.begins)
      made[made.length - 1] = {
        ...before,
        items: [...before.items, ...block.items],
        places: [...before.places, ...block.places],
        doubt: before.doubt ?? block.doubt,
      };
    else made.push(block);
  }
  return made;
}
