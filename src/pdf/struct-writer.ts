/** The structure tree and where its content stands in → StructTreeRoot and ParentTree (ISO 32000-1, 14.7). */
import { type Language, TAG } from "../base/language.ts";
import type { StructNode, StructTree } from "../draw/struct-tree.ts";
import type { StructType } from "../model/element.ts";
import { nameTree } from "./name-tree.ts";
import { type Dictionary, type Ref, text, type Value } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";
import { spoken } from "./spoken.ts";

/** A node's content in the order of drawing: marked sequences, annotations, and children where they begin. */
type Kid =
  | { readonly kind: "content"; readonly page: Ref; readonly mcid: number }
  | { readonly kind: "annotation"; readonly page: Ref; readonly annotation: Ref }
  | { readonly kind: "child"; readonly id: number };

export class StructWriter {
  readonly #tree: StructTree;
  readonly #refs: readonly Ref[];
  readonly #kids: Kid[][];
  readonly #mixed: readonly boolean[];
  /** Entries of the parent tree by key: pages first, annotations behind. */
  readonly #parents = new Map<number, Ref | Ref[]>();
  readonly #boxes = new Map<number, readonly number[]>();
  #nextKey: number;

  constructor(file: PdfFile, tree: StructTree, pages: number) {
    this.#tree = tree;
    this.#refs = tree.nodes.map(() => file.ref());
    this.#kids = tree.nodes.map(() => []);
    this.#mixed = tree.nodes.map(({ children }) =>
      children.some((child) => INLINE.has(tree.nodes[child]!.type)),
    );
    this.#nextKey = pages;
  }

  typeOf(node: number): StructType {
    return this.#tree.nodes[node]!.type;
  }

  /** @returns What the node, or the nearest around it that says one, says its language is; null for none. */
  languageOf(node: number): Language | null {
    for (let at: number | null = node; at !== null; at = this.#tree.nodes[at]!.parent) {
      const { language } = this.#tree.nodes[at]!;
      if (language !== null) return language;
    }
    return null;
  }

  /** @returns The structure type of a node, and the number of a new sequence of it on a page. */
  content(node: number, page: Ref, pageIndex: number): { readonly type: StructType; readonly mcid: number } {
    this.#begin(node);
    const parents = this.#parents.get(pageIndex) ?? [];
    this.#parents.set(pageIndex, parents);
    const mcid = (parents as Ref[]).push(this.#refs[node]!) - 1;
    this.#kids[node]!.push({ kind: "content", page, mcid });
    return { type: this.#tree.nodes[node]!.type, mcid };
  }

  /** @returns The annotation's key in the parent tree. */
  annotation(node: number, page: Ref, annotation: Ref): number {
    this.#begin(node);
    const key = this.#nextKey++;
    this.#parents.set(key, this.#refs[node]!);
    this.#kids[node]!.push({ kind: "annotation", page, annotation });
    return key;
  }

  /** @param box The place of a figure on its page: left, bottom, right, top. */
  place(node: number, box: readonly number[]): void {
    this.#boxes.set(node, box);
  }

  /** A node that is drawn for the first time takes its place among its parent's kids. */
  #begin(node: number): void {
    const { parent } = this.#tree.nodes[node]!;
    if (parent === null || this.#kids[node]!.length > 0) return;
    if (this.#isMixed(parent)) {
      this.#begin(parent);
      this.#kids[parent]!.push({ kind: "child", id: node });
    }
  }

  /** Nodes inside of which text and children alternate. */
  #isMixed(node: number): boolean {
    return this.#mixed[node]!;
  }

  /** @returns The root of the structure. */
  finish(file: PdfFile): Ref {
    const root = file.ref();
    const used = this.#used();
    const notes: [string, Ref][] = [];
    this.#tree.nodes.forEach((node, id) => {
      if (!used.has(id)) return;
      const ref = this.#refs[id]!;
      const name = node.type === "Note" ? `note-${String(notes.length + 1).padStart(4, "0")}` : null;
      if (name) notes.push([name, ref]);
      const kids = this.#kidsOf(id, used);
      const page = kids.find((kid) => kid.kind !== "child")?.page;
      const entries = kids.map((kid) => this.#kidEntry(kid, page));
      Object.assign(ref.data, {
        S: node.type,
        P: node.parent === null ? root : this.#refs[node.parent],
        Pg: page,
        ID: name === null ? undefined : text(name),
        Lang: this.#saysLanguage(node) ? text(TAG[node.language!]) : undefined,
        Alt: node.alt.length > 0 ? text(spoken(node.alt, this.languageOf(id))) : undefined,
        A: this.#attributes(node),
        K: entries.length === 1 ? entries[0] : entries.length > 0 ? entries : undefined,
      } satisfies Dictionary);
    });
    const keys = [...this.#parents.keys()].sort((a, b) => a - b);
    Object.assign(root.data, {
      Type: "StructTreeRoot",
      K: this.#refs[0]!,
      ParentTree: file.ref({ Nums: keys.flatMap((key) => [key, this.#parents.get(key)!]) }),
      ParentTreeNextKey: this.#nextKey,
      IDTree: notes.length > 0 ? file.ref(nameTree(notes)) : undefined,
    } satisfies Dictionary);
    return root;
  }

  /** A language is said where it differs from the one around it. */
  #saysLanguage({ language, parent }: StructNode): boolean {
    return language !== null && language !== (parent === null ? null : this.languageOf(parent));
  }

  #attributes({ id, marks, scope }: StructNode): Value | undefined {
    const box = this.#boxes.get(id);
    if (scope) return { O: "Table", Scope: scope };
    if (marks) return { O: "List", ListNumbering: marks };
    return box ? { O: "Layout", Placement: "Block", BBox: box } : undefined;
  }

  /** Nodes with content below them, and cells; an empty node says nothing to anybody. */
  #used(): ReadonlySet<number> {
    const used = new Set<number>();
    this.#kids.forEach((kids, id) => {
      if (kids.length === 0) return;
      for (let at: number | null = id; at !== null && !used.has(at); at = this.#tree.nodes[at]!.parent)
        used.add(at);
    });
    for (const { id, type, parent } of this.#tree.nodes)
      if (CELL.has(type) && parent !== null && used.has(parent)) used.add(id);
    return used;
  }

  #kidsOf(id: number, used: ReadonlySet<number>): readonly Kid[] {
    const own = this.#kids[id]!;
    if (this.#isMixed(id)) return own;
    const children = this.#tree.nodes[id]!.children.filter((child) => used.has(child));
    return [...own, ...children.map((child): Kid => ({ kind: "child", id: child }))];
  }

  #kidEntry(kid: Kid, page: Ref | undefined): Value {
    switch (kid.kind) {
      case "child":
        return this.#refs[kid.id]!;
      case "content":
        return kid.page === page ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
      case "annotation":
        return { Type: "OBJR", Pg: kid.page === page ? undefined : kid.page, Obj: kid.annotation };
    }
  }
}

/** Types that stand inside text. */
const INLINE: ReadonlySet<StructType> = new Set<StructType>(["Link", "Reference", "Span"]);

/** A table's cell stands even when nothing is in it. */
const CELL: ReadonlySet<StructType> = new Set<StructType>(["TD", "TH"]);
