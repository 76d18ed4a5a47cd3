/** The structure tree of a PDF and what stands on its pages in → the rules of PDF/UA-1 that they break. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, Name, type Parsed, Pointer, Str } from "../read-pdf/values.ts";
import { isText } from "./check-file.ts";
import { type Attributes, checkPlaces, checkTable, type Node } from "./check-tables.ts";
import { onPage, type Report } from "./finding.ts";
import { isLanguage, NO_LANGUAGE } from "./language-tag.ts";
import type { Mark, Painted } from "./painted.ts";

/** Standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl " +
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu " +
    "RB RT RP WT WP Figure Formula Form"
  ).split(" "),
);

/** Trees deeper than this are no document. */
const DEEPEST = 100;

export function checkStructure(
  pdf: OpenPdf,
  pages: readonly PdfPage[],
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  report: Report,
): void {
  if (!isLanguage(pdf.get(pdf.root, "Lang"))) report("no-language", NO_LANGUAGE);
  const root = pdf.get(pdf.root, "StructTreeRoot");
  if (pdf.path(pdf.root, "MarkInfo", "Marked") !== true || !(root instanceof Dict)) {
    report("not-tagged", "PDF/UA-1 7.1, 6.2, PDF/A 6.7.2, 6.7.3");
    return;
  }
  const numbers = new Map(pages.map((page) => [page.object, page.number]));
  const typeOf = typesOf(pdf, root);
  const tops = kidsOf({ pdf, numbers, typeOf, seen: new Set() }, root, 0);
  const nodes: Node[] = [];
  const gather = (node: Node) => {
    nodes.push(node);
    node.kids.forEach(gather);
  };
  tops.forEach(gather);
  const attributes = (node: Node, key: string) => attribute(pdf, root, node.dict, key);
  for (const node of nodes) checkNode(pdf, node, attributes, report);
  checkRoles(pdf, root, nodes, report);
  checkHeadings(nodes, report);
  checkNotes(pdf, nodes, report);
  const parents = parentTree(pdf, pdf.get(root, "ParentTree"));
  for (const page of pages) checkContent(pdf, page, items.get(page) ?? [], parents, report);
}

/** A chain of types that stand for each other is followed so far. */
const MOST_ROLES = 32;

/** @returns The standard type that one stands for (ISO 32000-1, 14.7.3); the type itself where it stands for none. */
export function typesOf(pdf: OpenPdf, root: Parsed): (type: string) => string {
  const roles = pdf.get(root, "RoleMap");
  return (type) => {
    let at: string | null = type;
    for (let hops = 0; at !== null && !STANDARD.has(at) && hops < MOST_ROLES; hops++)
      at = pdf.name(roles, at);
    return at !== null && STANDARD.has(at) ? at : type;
  };
}

/** Types stand for others, and not for themselves; those of the standard stand for none. */
function checkRoles(pdf: OpenPdf, root: Parsed, nodes: readonly Node[], report: Report): void {
  const roles = pdf.get(root, "RoleMap");
  for (const said of new Set(nodes.map(({ dict }) => pdf.name(dict, "S") ?? ""))) {
    const seen = new Set<string>();
    let at: string | null = said;
    for (; at !== null && !STANDARD.has(at) && !seen.has(at); at = pdf.name(roles, at)) seen.add(at);
    const other = at === null ? null : pdf.name(roles, at);
    if (other !== null) report("odd-role", "PDF/UA-1 7.1, PDF/A 6.7.3.4", { detail: `${at} > ${other}` });
  }
}

/** @returns What the attributes of an element, or of the classes that it names, say under a key; null for nothing. */
function attribute(pdf: OpenPdf, root: Parsed, dict: Dict, key: string): Parsed {
  const classes = pdf
    .several(pdf.get(dict, "C"))
    .flatMap((name) => (name instanceof Name ? pdf.several(pdf.path(root, "ClassMap", name.name)) : []));
  for (const held of [...pdf.several(pdf.get(dict, "A")), ...classes]) {
    const value = pdf.get(held, key);
    if (value !== null) return value;
  }
  return null;
}

interface Reader {
  readonly pdf: OpenPdf;
  /** Pages by their objects. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly typeOf: (type: string) => string;
  /** Elements that were met: each counts where it stands first, for one that holds itself has no end. */
  readonly seen: Set<Dict>;
}

function kidsOf(reader: Reader, dict: Parsed, depth: number): readonly Node[] {
  const { pdf, numbers, typeOf, seen } = reader;
  if (depth > DEEPEST) return [];
  const held = dict instanceof Dict ? (dict.entries.get("K") ?? null) : null;
  const value = pdf.value(held);
  const kids = Array.isArray(value) ? (value as readonly Parsed[]) : [held];
  return kids.flatMap((pointer): Node[] => {
    const kid = pdf.value(pointer);
    if (!(kid instanceof Dict) || !kid.entries.has("S") || seen.has(kid)) return [];
    seen.add(kid);
    const page = kid.entries.get("Pg");
    return [
      {
        id: pointer instanceof Pointer ? pointer.id : null,
        dict: kid,
        type: typeOf(pdf.name(kid, "S") ?? ""),
        kids: kidsOf(reader, kid, depth + 1),
        page: page instanceof Pointer ? (numbers.get(page.id) ?? null) : null,
      },
    ];
  });
}

/** What needs words in its place, by the clause that says so. */
const PICTURED: Readonly<Record<string, string>> = { Figure: "PDF/UA-1 7.3", Formula: "PDF/UA-1 7.7" };

function checkNode(pdf: OpenPdf, node: Node, attributes: Attributes, report: Report): void {
  const { id: object, dict, type, kids, page } = node;
  const at = { object, page };
  if (pdf.get(dict, "P") === null) report("lost-content", "PDF/UA-1 7.1", { ...at, detail: type });
  if (!STANDARD.has(type)) report("unknown-type", "PDF/UA-1 7.1", { ...at, detail: type });
  const has = (key: string) => isText(pdf.get(dict, key));
  const language = pdf.get(dict, "Lang");
  if (language instanceof Str && !isLanguage(language))
    report("no-language", NO_LANGUAGE, { ...at, detail: language.text });
  if (PICTURED[type] && !has("Alt") && pdf.get(dict, "ActualText") === null)
    report("no-alternative", PICTURED[type], at);
  if (type === "Table") checkTable(node, attributes, report);
  if (kids.filter((kid) => kid.type === "H").length > 1)
    report("mixed-headings", "PDF/UA-1 7.4.4", { ...at, detail: `${type} > H, H` });
  checkPlaces(node, report);
}

/** Headings begin with the first level and go down by one at a time. */
function checkHeadings(nodes: readonly Node[], report: Report): void {
  let above = 0;
  const plain = nodes.find(({ type }) => type === "H");
  if (plain && nodes.some(({ type }) => /^H[1-6]$/.test(type)))
    report("mixed-headings", "PDF/UA-1 7.4.4", { object: plain.id, page: plain.page, detail: "H" });
  for (const { type, id: object, page } of nodes) {
    const level = /^H([1-6])$/.exec(type)?.[1];
    if (level === undefined) continue;
    if (Number(level) > above + 1)
      report("skipped-heading", "PDF/UA-1 7.4.2", { object, page, detail: `H${above} > ${type}` });
    above = Number(level);
  }
}

function checkNotes(pdf: OpenPdf, nodes: readonly Node[], report: Report): void {
  const seen = new Set<string>();
  for (const { type, dict, id: object, page } of nodes) {
    if (type !== "Note") continue;
    const id = pdf.get(dict, "ID");
    const text = id instanceof Str ? id.bytes : "";
    if (text === "" || seen.has(text)) report("no-note-id", "PDF/UA-1 7.9", { object, page, detail: text });
    seen.add(text);
  }
}

/** Elements by key: one for an annotation, a list for a page. */
export function parentTree(pdf: OpenPdf, root: Parsed): ReadonlyMap<number, Parsed> {
  const found = new Map<number, Parsed>();
  const seen = new Set<Parsed>();
  const walk = (node: Parsed, depth: number) => {
    if (seen.has(node)) return;
    seen.add(node);
    const nums = pdf.list(pdf.get(node, "Nums"));
    for (let k = 0; k + 1 < nums.length; k += 2) found.set(Number(nums[k]), pdf.value(nums[k + 1]));
    if (depth < DEEPEST) for (const kid of pdf.list(pdf.get(node, "Kids"))) walk(pdf.value(kid), depth + 1);
  };
  walk(root, 0);
  return found;
}

/** The sequence of the structure, if any, that marks put something in. */
export const sequenceOf = (marks: readonly Mark[]): Mark | undefined =>
  marks.find(({ mcid }) => mcid !== null);

/** @returns The element that a sequence belongs to; null for none. */
export function ownerOf(
  pdf: OpenPdf,
  parents: ReadonlyMap<number, Parsed>,
  { parents: key, mcid }: Mark,
): Parsed {
  if (key === null || mcid === null) return null;
  return pdf.value(pdf.list(parents.get(key))[mcid]);
}

/** Everything painted belongs to one element of the structure, or is an artifact; no sequence has another's number. */
function checkContent(
  pdf: OpenPdf,
  page: PdfPage,
  items: readonly Painted[],
  parents: ReadonlyMap<number, Parsed>,
  report: Report,
): void {
  const sequences = new Map<string, Mark>();
  for (const { marks, kind } of items) {
    const isArtifact = marks.some(({ tag }) => tag === "Artifact");
    const sequence = sequenceOf(marks);
    const at = onPage(page);
    if (!isArtifact && !sequence) report("untagged-content", "PDF/UA-1 7.1", { ...at, detail: kind });
    if (!sequence) continue;
    const name = `${sequence.parents} ${sequence.mcid}`;
    if (!sequences.has(name)) sequences.set(name, sequence);
    const isOwned = ownerOf(pdf, parents, sequence) instanceof Dict;
    if (isArtifact || sequences.get(name) !== sequence || !isOwned)
      report("lost-content", "PDF/UA-1 7.1", { ...at, detail: `MCID ${sequence.mcid}` });
  }
}
