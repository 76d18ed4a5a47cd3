/** An opened PDF of ours in → its structure tree, and which node every marked sequence belongs to. */

import { LANGUAGES, type Language, TAG } from "../base/language.ts";
import { StructBuilder, type StructTree } from "../draw/struct-tree.ts";
import type { Description, StructType } from "../model/element.ts";
import { BadPdf } from "./bad-pdf.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { Dict, type Parsed, Pointer, Str } from "./values.ts";

export interface FoundStructure {
  readonly tree: StructTree;
  /** Id of the node that a sequence of a page belongs to; undefined where it belongs to none. */
  owner(page: number, mcid: number): number | undefined;
}

/** Every type that the program writes. */
const TYPES: Readonly<Record<StructType, true>> = {
  Document: true,
  Part: true,
  Art: true,
  Sect: true,
  Div: true,
  H1: true,
  H2: true,
  H3: true,
  H4: true,
  P: true,
  L: true,
  LI: true,
  Lbl: true,
  LBody: true,
  BlockQuote: true,
  Figure: true,
  Caption: true,
  Table: true,
  TR: true,
  TH: true,
  TD: true,
  Note: true,
  Reference: true,
  Link: true,
  Span: true,
  TOC: true,
  TOCI: true,
};

const isOurs = (type: string): type is StructType => Object.hasOwn(TYPES, type);

/** Trees deeper than this are no document. */
const DEEPEST = 100;

/** @throws BadPdf where the tree is not one that this program writes. */
export function readStructure(pdf: OpenPdf): FoundStructure {
  const builder = new StructBuilder();
  const owners = new Map<string, number>();
  const seen = new Set<Dict>();
  const walk = (dict: Dict, parent: number | null, around: Language | null, depth: number) => {
    const type = pdf.name(dict, "S") ?? "";
    if (!isOurs(type) || depth > DEEPEST) throw new BadPdf("unknown-element", type);
    // An element has one parent: one that stands in many places would be walked without end.
    if (seen.has(dict)) throw new BadPdf("element-twice");
    seen.add(dict);
    const about = aboutOf(pdf, dict, around);
    const node = builder.add(type, parent, about);
    const page = idOf(dict.entries.get("Pg"));
    for (const held of kidsOf(pdf, dict)) {
      const kid = pdf.value(held);
      if (typeof kid === "number") owners.set(`${page}/${kid}`, node);
      else if (kid instanceof Dict && kid.entries.has("MCID"))
        owners.set(`${idOf(kid.entries.get("Pg")) ?? page}/${pdf.get(kid, "MCID")}`, node);
      else if (kid instanceof Dict && kid.entries.has("S"))
        walk(kid, node, about.language ?? around, depth + 1);
    }
  };
  const top = pdf.path(pdf.root, "StructTreeRoot", "K");
  if (!(top instanceof Dict)) throw new BadPdf("no-document");
  walk(top, null, languageOf(pdf.get(pdf.root, "Lang")), 0);
  return { tree: builder.finish(), owner: (page, mcid) => owners.get(`${page}/${mcid}`) };
}

const idOf = (value: Parsed | undefined): number | null => (value instanceof Pointer ? value.id : null);

function kidsOf(pdf: OpenPdf, dict: Dict): readonly Parsed[] {
  const held = dict.entries.get("K");
  if (held === undefined) return [];
  const value = pdf.value(held);
  return Array.isArray(value) ? (value as readonly Parsed[]) : [held];
}

function aboutOf(pdf: OpenPdf, dict: Dict, around: Language | null) {
  const alt = pdf.get(dict, "Alt");
  const marks = pdf.name(pdf.get(dict, "A"), "ListNumbering");
  const scope = pdf.name(pdf.get(dict, "A"), "Scope");
  const language = languageOf(pdf.get(dict, "Lang"));
  return {
    language,
    alt: alt instanceof Str ? descriptionsOf(alt, language ?? around) : [],
    marks: marks === "Decimal" || marks === "Disc" ? marks : null,
    scope: scope === "Column" || scope === "Row" ? scope : null,
  } as const;
}

const languageNamed = (tag: string | null): Language | null =>
  LANGUAGES.find((language) => TAG[language] === tag) ?? null;

const languageOf = (tag: Parsed): Language | null => (tag instanceof Str ? languageNamed(tag.text) : null);

/** Each language's part, without the stroke that stands between them. */
function descriptionsOf({ parts }: Str, around: Language | null): readonly Description[] {
  return parts.flatMap(({ tag, text }, k) => {
    const language = languageNamed(tag) ?? around;
    return language ? [{ language, text: k < parts.length - 1 ? text.replace(/ \/ $/, "") : text }] : [];
  });
}
