/** The structure tree and where its content stands in → StructTreeRoot and ParentTree (ISO 32000-1, 14.7). */
import { TAG } from "../base/language.ts";
import type { StructTree } from "../draw/struct-tree.ts";
import { type Kit, type Ref, setStructure, text } from "./kit.ts";

/** A node's content in the order of drawing: marked sequences, annotations, and children where they begin. */
type Kid =
  | { readonly kind: "content"; readonly page: Ref; readonly mcid: number }
  | { readonly kind: "annotation"; readonly page: Ref; readonly annotation: Ref }
  | { readonly kind: "child"; readonly id: number };

export class StructWriter {
  readonly #tree: StructTree;
  readonly #refs: readonly Ref[];
  readonly #kids: Kid[][];
  /** Entries of the parent tree by key: pages first, annotations behind. */
  readonly #parents = new Map<number, Ref | Ref[]>();
  #nextKey: number;

  constructor(kit: Kit, tree: StructTree, pages: number) {
    this.#tree = tree;
    this.#refs = tree.nodes.map(() => kit.ref({}));
    this.#kids = tree.nodes.map(() => []);
    this.#nextKey = pages;
  }

  /** @returns The number of a new sequence on a page. */
  content(node: number, page: Ref, pageIndex: number): number {
    this.#begin(node);
    const parents = this.#parents.get(pageIndex) ?? [];
    this.#parents.set(pageIndex, parents);
    const mcid = (parents as Ref[]).push(this.#refs[node]!) - 1;
    this.#kids[node]!.push({ kind: "content", page, mcid });
    return mcid;
  }

  /** @returns The annotation's key in the parent tree. */
  annotation(node: number, page: Ref, annotation: Ref): number {
    this.#begin(node);
    const key = this.#nextKey++;
    this.#parents.set(key, this.#refs[node]!);
    this.#kids[node]!.push({ kind: "annotation", page, annotation });
    return key;
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
    return this.#tree.nodes[node]!.children.some((child) => this.#tree.nodes[child]!.type === "Link");
  }

  finish(kit: Kit): void {
    const root = kit.ref({});
    const used = this.#used();
    this.#tree.nodes.forEach((node, id) => {
      const ref = this.#refs[id]!;
      const kids = this.#kidsOf(id, used);
      const page = kids.find((kid) => kid.kind !== "child")?.page;
      Object.assign(ref.data, {
        Type: "StructElem",
        S: node.type,
        P: node.parent === null ? root : this.#refs[node.parent],
        ...(page ? { Pg: page } : {}),
        ...(node.language ? { Lang: text(TAG[node.language]) } : {}),
        ...(node.alt ? { Alt: text(node.alt) } : {}),
        ...(node.actualText ? { ActualText: text(node.actualText) } : {}),
        ...(node.title ? { T: text(node.title) } : {}),
        K: kids.map((kid) => this.#kidEntry(kid, page)),
      });
      ref.end();
    });
    const keys = [...this.#parents.keys()].sort((a, b) => a - b);
    const parentTree = kit.ref({ Nums: keys.flatMap((key) => [key, this.#parents.get(key)!]) });
    parentTree.end();
    Object.assign(root.data, {
      Type: "StructTreeRoot",
      K: [this.#refs[0]!],
      ParentTree: parentTree,
      ParentTreeNextKey: this.#nextKey,
    });
    setStructure(kit, root);
  }

  /** Nodes with content below them; an empty one says nothing to anybody. */
  #used(): ReadonlySet<number> {
    const used = new Set<number>();
    this.#kids.forEach((kids, id) => {
      if (kids.length === 0) return;
      for (let at: number | null = id; at !== null && !used.has(at); at = this.#tree.nodes[at]!.parent)
        used.add(at);
    });
    return used;
  }

  #kidsOf(id: number, used: ReadonlySet<number>): readonly Kid[] {
    const own = this.#kids[id]!;
    if (this.#isMixed(id)) return own;
    const children = this.#tree.nodes[id]!.children.filter(
      (child) => used.has(child) || KEPT_EMPTY.has(this.#tree.nodes[child]!.type),
    );
    return [...own, ...children.map((child): Kid => ({ kind: "child", id: child }))];
  }

  #kidEntry(kid: Kid, page: Ref | undefined): unknown {
    switch (kid.kind) {
      case "child":
        return this.#refs[kid.id]!;
      case "content":
        return kid.page === page ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
      case "annotation":
        return { Type: "OBJR", Pg: kid.page, Obj: kid.annotation };
    }
  }
}

/** A table's cell stands even when nothing is in it. */
const KEPT_EMPTY = new Set(["TD", "TH"]);
