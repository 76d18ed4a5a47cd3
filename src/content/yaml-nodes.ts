/** What a content file is read into: maps, lists and texts with their places. */
import type { Span } from "../base/span.ts";
import type { Places } from "../model/places.ts";

export interface TextNode {
  readonly kind: "text";
  readonly span: Span;
  /** As typed: `010` stays `010`, `no` stays `no`. Empty where nothing was typed. */
  readonly text: string;
  readonly places: Places;
  /** Whether it stands in quotation marks: an empty one that does was meant to be empty. */
  readonly isQuoted: boolean;
  /** A comment on the same line, which in a text is most likely part of it. */
  readonly comment: Span | null;
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  readonly entries: readonly { readonly key: TextNode; readonly value: Node }[];
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly Node[];
}

export type Node = TextNode | MapNode | ListNode;

export const entryOf = (map: MapNode, key: string): Node | null =>
  map.entries.find((entry) => entry.key.text === key)?.value ?? null;
