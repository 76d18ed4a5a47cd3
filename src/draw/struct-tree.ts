/** The logical structure of a document: nodes in reading order, tied to the pages by their ids. */
import type { Language } from "../base/language.ts";
import type { Element, StructType } from "../model/element.ts";

export interface StructNode {
  /** Index in `StructTree.nodes`; drawing items name it as their tag. */
  readonly id: number;
  readonly type: StructType;
  /** Null where the parent's language holds. */
  readonly language: Language | null;
  /** Alternative text of figures. */
  readonly alt: Element["alt"];
  readonly title: string | null;
  /** How the items of a list are marked. */
  readonly marks: Element["marks"];
  /** What a header cell heads. */
  readonly scope: Element["scope"];
  /**
   * Grouping nodes list their children here in reading order. Nodes with content of their own (P, H1,
   * Link, Span…) take content and inline children in the order in which they are drawn.
   */
  readonly children: readonly number[];
  readonly parent: number | null;
}

export interface StructTree {
  /** `nodes[0]` is the Document. */
  readonly nodes: readonly StructNode[];
}

/** Nodes while a document is drawn. */
export class StructBuilder {
  readonly #nodes: (StructNode & { readonly children: number[] })[] = [];

  /** @returns The new node's id. */
  add(
    type: StructType,
    parent: number | null,
    about: Partial<Pick<Element, "language" | "alt" | "title" | "marks" | "scope">> = {},
  ): number {
    const id = this.#nodes.length;
    this.#nodes.push({
      id,
      type,
      language: about.language ?? null,
      alt: about.alt ?? [],
      title: about.title ?? null,
      marks: about.marks ?? null,
      scope: about.scope ?? null,
      children: [],
      parent,
    });
    if (parent !== null) this.#nodes[parent]!.children.push(id);
    return id;
  }

  finish(): StructTree {
    return { nodes: this.#nodes };
  }
}
