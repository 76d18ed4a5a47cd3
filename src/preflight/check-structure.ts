/** The structure tree of a PDF and what stands on its pages in → the rules of PDF/UA-1 that they break. */

import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";
import { Dict, type Parsed, Pointer, Str } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";
import type { Mark, Painted } from "./painted.ts";

/** Standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl " +
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu " +
    "RB RT RP WT WP Figure Formula Form"
  ).split(" "),
);

interface Node {
  readonly id: number | null;
  readonly dict: Dict;
  readonly type: string;
  readonly kids: readonly Node[];
  readonly page: number | null;
}

const NO_LANGUAGE = "PDF/UA-1 7.2, PDF/A 6.7.4";

/** A tag such as `zh-CN` (RFC 3066). */
const isLanguage = (value: Parsed): boolean =>
  value instanceof Str && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(value.text);

/** Trees deeper than this are no document. */
const DEEPEST = 100;

export function checkStructure(
  pdf: OpenPdf,
  pages: readonly PdfPage[],
  items: ReadonlyMap<PdfPage, readonly Painted[]>,
  report: Report,
): void {
  const root = pdf.get(pdf.root, "StructTreeRoot");
  if (pdf.path(pdf.root, "MarkInfo", "Marked") !== true || !(root instanceof Dict)) {
    report("not-tagged", "PDF/UA-1 7.1, PDF/A 6.7.2");
    return;
  }
  if (!isLanguage(pdf.get(pdf.root, "Lang"))) report("no-language", NO_LANGUAGE);
  const numbers = new Map(pages.map((page) => [page.object, page.number]));
  const tops = kidsOf(pdf, root, numbers, new Set(), 0);
  const nodes: Node[] = [];
  const gather = (node: Node) => {
    nodes.push(node);
    node.kids.forEach(gather);
  };
  tops.forEach(gather);
  for (const node of nodes) checkNode(pdf, node, pdf.get(root, "RoleMap"), report);
  checkHeadings(nodes, report);
  checkNotes(pdf, nodes, report);
  const parents = parentTree(pdf, pdf.get(root, "ParentTree"));
  for (const page of pages) checkContent(pdf, page, items.get(page) ?? [], parents, report);
}

/** @param seen Elements that were met: each counts where it stands first, for one that holds itself has no end. */
function kidsOf(
  pdf: OpenPdf,
  dict: Parsed,
  numbers: ReadonlyMap<number, number>,
  seen: Set<Dict>,
  depth: number,
): readonly Node[] {
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
        type: pdf.name(kid, "S") ?? "",
        kids: kidsOf(pdf, kid, numbers, seen, depth + 1),
        page: page instanceof Pointer ? (numbers.get(page.id) ?? null) : null,
      },
    ];
  });
}

function checkNode(
  pdf: OpenPdf,
  { id: object, dict, type, kids, page }: Node,
  roles: Parsed,
  report: Report,
): void {
  const at = { object, page };
  if (!STANDARD.has(type) && pdf.name(roles, type) === null)
    report("unknown-type", "PDF/UA-1 7.1", { ...at, detail: type });
  const has = (key: string) => {
    const value = pdf.get(dict, key);
    return value instanceof Str && value.text !== "";
  };
  const language = pdf.get(dict, "Lang");
  if (language instanceof Str && !isLanguage(language))
    report("no-language", NO_LANGUAGE, { ...at, detail: language.text });
  if (type === "Figure" && !has("Alt") && !has("ActualText")) report("no-alternative", "PDF/UA-1 7.3", at);
  if (type === "TH" && pdf.name(pdf.get(dict, "A"), "Scope") === null) report("no-scope", "PDF/UA-1 7.5", at);
  if (type === "Table") {
    const rows = kids.filter((kid) => kid.type === "TR").map((row) => row.kids.length);
    if (new Set(rows).size > 1) report("uneven-rows", "PDF/UA-1 7.2", { ...at, detail: rows.join(", ") });
  }
  const inside: Readonly<Record<string, ReadonlySet<string>>> = {
    L: new Set(["LI", "L", "Caption"]),
    LI: new Set(["Lbl", "LBody"]),
    Table: new Set(["TR", "THead", "TBody", "TFoot", "Caption"]),
    TR: new Set(["TH", "TD"]),
    TOC: new Set(["TOC", "TOCI", "Caption"]),
  };
  for (const kid of kids)
    if (inside[type] && !inside[type].has(kid.type))
      report("bad-list", "PDF/UA-1 7.2", { object: kid.id, page: kid.page, detail: `${type} > ${kid.type}` });
}

/** Headings begin with the first level and go down by one at a time. */
function checkHeadings(nodes: readonly Node[], report: Report): void {
  let above = 0;
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

/** Everything painted belongs to one element of the structure, or is an artifact; no sequence has another's number. */
function checkContent(
  pdf: OpenPdf,
  page: PdfPage,
  items: readonly Painted[],
  parents: ReadonlyMap<number, Parsed>,
  report: Report,
): void {
  const owners = pdf.list(parents.get(Number(pdf.get(page.dict, "StructParents"))) ?? null);
  const sequences = new Map<number, Mark>();
  for (const { marks, kind } of items) {
    const isArtifact = marks.some(({ tag }) => tag === "Artifact");
    const sequence = marks.find((mark) => mark.mcid !== null);
    const mcid = sequence?.mcid ?? null;
    const at = { object: page.object, page: page.number };
    if (!isArtifact && mcid === null) report("untagged-content", "PDF/UA-1 7.1", { ...at, detail: kind });
    if (!sequence || mcid === null) continue;
    const isFirst = !sequences.has(mcid);
    if (isFirst) sequences.set(mcid, sequence);
    if (isArtifact || sequences.get(mcid) !== sequence || !(pdf.value(owners[mcid]) instanceof Dict))
      report("lost-content", "PDF/UA-1 7.1", { ...at, detail: `MCID ${mcid}` });
  }
}
