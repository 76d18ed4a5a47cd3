/** An issue in → every pair of texts in it, in reading order, with what it is. */
import type { Pair } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Inline } from "../model/inline.ts";
import type { Block, Issue, TextPair } from "../model/issue.ts";
import { ProofText } from "./text.ts";

export type PassageKind =
  | "name"
  | "note"
  | "series"
  | "title"
  | "paragraph"
  | "heading"
  | "subheading"
  | "item"
  | "quote"
  | "by"
  | "alt"
  | "caption"
  | "cell"
  | "credit-label"
  | "credit"
  | "footnote"
  | "imprint-label"
  | "imprint";

export interface Passage extends Pair<ProofText | null> {
  readonly kind: PassageKind;
  /** One string was typed for both languages. */
  readonly shared: boolean;
  /** The role of an imprint's entry; "" elsewhere. */
  readonly role: string;
}

/** Running text: sentences, with marks at their ends. */
export const isProse = ({ kind }: Passage): boolean =>
  kind === "note" || kind === "paragraph" || kind === "quote" || kind === "footnote";

const sameSpan = (a: Span, b: Span) => a.file === b.file && a.start === b.start && a.end === b.end;

const written = (text: Inline | null): Inline | null => (text && text.runs.length > 0 ? text : null);

function passage(kind: PassageKind, pair: TextPair | null, role = ""): readonly Passage[] {
  if (!pair) return [];
  // A cell that was left empty on purpose has nothing to be read.
  const { zh, en } = { zh: written(pair.zh), en: written(pair.en) };
  if (!zh && !en) return [];
  const shared = zh !== null && en !== null && sameSpan(zh.span, en.span);
  return [{ kind, shared, role, zh: zh && new ProofText(zh), en: en && new ProofText(en) }];
}

function ofBlock(block: Block): readonly Passage[] {
  switch (block.kind) {
    case "list":
      return block.items.flatMap((item) => passage("item", item));
    case "quote":
      return [...passage("quote", block.text), ...passage("by", block.by)];
    case "figure":
      return [...passage("alt", block.alt), ...passage("caption", block.caption)];
    case "table":
      return [
        ...passage("caption", block.caption),
        ...[...block.head, ...block.rows.flat()].flatMap((cell) => passage("cell", cell)),
      ];
    default:
      return passage(block.kind, block.text);
  }
}

export function passagesOf(issue: Issue): readonly Passage[] {
  const { publication } = issue;
  return [
    ...passage("name", publication.name),
    ...passage("name", publication.publisher),
    ...passage("note", issue.note),
    ...issue.articles.flatMap((article) => [
      ...passage("series", article.series),
      ...passage("title", article.title),
      ...article.body.flatMap(ofBlock),
      ...article.credits.flatMap(({ label, value }) => [
        ...passage("credit-label", label),
        ...passage("credit", value),
      ]),
    ]),
    ...[...issue.notes.values()].flatMap((note) => passage("footnote", note)),
    ...publication.imprint.flatMap(({ label, value, role }) => [
      ...passage("imprint-label", label, role),
      ...passage("imprint", value, role),
    ]),
  ];
}
