/** The name trees of a PDF in → those whose names do not ascend, or have one twice (ISO 32000-1, 7.9.6). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Dict, type Parsed, Str } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

export function checkNames(pdf: OpenPdf, report: Report): void {
  const held = pdf.get(pdf.root, "Names");
  const trees = [
    ...(held instanceof Dict ? held.entries.values() : []),
    pdf.path(pdf.root, "StructTreeRoot", "IDTree"),
  ];
  for (const tree of trees) {
    const names = namesIn(pdf, tree);
    // Readers halve the list: what is not in its order is not found, and of two alike one is.
    const odd = names.find((name, k) => k > 0 && name.bytes <= names[k - 1]!.bytes);
    if (odd) report("unordered-names", "ISO 32000-1 7.9.6", { detail: odd.text });
  }
}

/** The names of a tree as they stand, one node behind the other. */
export function namesIn(pdf: OpenPdf, tree: Parsed): readonly Str[] {
  const found: Str[] = [];
  const seen = new Set<Parsed>();
  const walk = (pointer: Parsed) => {
    const node = pdf.value(pointer);
    if (!(node instanceof Dict) || seen.has(node)) return;
    seen.add(node);
    pdf.list(pdf.get(node, "Names")).forEach((held, k) => {
      const name = k % 2 === 0 ? pdf.value(held) : null;
      if (name instanceof Str) found.push(name);
    });
    for (const kid of pdf.list(pdf.get(node, "Kids"))) walk(kid);
  };
  walk(tree);
  return found;
}
