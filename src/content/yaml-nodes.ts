/** What a content file is read into: maps, lists and texts with their places, and what stands under a key. */
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

const pairOf = (map: MapNode, key: string) => map.entries.find((entry) => entry.key.text === key);

export const entryOf = (map: MapNode, key: string): Node | null => pairOf(map, key)?.value ?? null;

/** The key itself, where it was typed. */
export const keyOf = (map: MapNode, key: string): TextNode | null => pairOf(map, key)?.key ?? null;

/** Characters of a scalar that is no running text: a number, a name, a path. "" where none stands under the key. */
export function plainOf(map: MapNode, key: string): string {
  const node = entryOf(map, key);
  return node?.kind === "text" ? node.text : "";
}

/** Null where no map stands under the key. */
export function mapOf(map: MapNode, key: string): MapNode | null {
  const node = entryOf(map, key);
  return node?.kind === "map" ? node : null;
}

export function listOf(map: MapNode, key: string): readonly Node[] {
  const node = entryOf(map, key);
  return node?.kind === "list" ? node.items : [];
}

/** The maps of a list. */
export const mapsOf = (map: MapNode, key: string): readonly MapNode[] =>
  listOf(map, key).filter((node) => node.kind === "map");

/** The texts of a list. */
export const textsOf = (map: MapNode, key: string): readonly TextNode[] =>
  listOf(map, key).filter((node) => node.kind === "text");

export const isBlank = (node: Node | null): node is TextNode =>
  node?.kind === "text" && node.text.trim() === "";
