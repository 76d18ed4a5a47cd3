/** fonts/fonts.yaml in → faces, roles and the order of fallback. */
import type { Diagnostic, Result } from "../base/diagnostic.ts";
import type { Pair } from "../base/language.ts";
import type { SourceFile } from "../base/span.ts";
import type { FaceEntry, FontBook, FontRole } from "../model/font-book.ts";
import { nearest } from "./nearest.ts";
import { listOf } from "./read-text.ts";
import { validate } from "./validate.ts";
import { entryOf, type MapNode, type TextNode } from "./yaml-nodes.ts";
import { readTree } from "./yaml-tree.ts";

export function readFontBook(file: SourceFile): Result<FontBook> {
  const { value: root, diagnostics } = readTree(file);
  if (!root) return { value: null, diagnostics };
  const faults: Diagnostic[] = [...diagnostics, ...validate(root, "fonts")];
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const faces = new Map<string, FaceEntry>();
  for (const { key, value } of mapAt(root, "faces").entries)
    if (value.kind === "text") faces.set(key.text, { id: key.text, file: value.text, span: value.span });
  const face = (node: TextNode): string => {
    if (!faces.has(node.text)) {
      const code = "unknown-face";
      faults.push({
        code,
        severity: "error",
        span: node.span,
        face: node.text,
        nearest: nearest(node.text, faces.keys()),
      });
    }
    return node.text;
  };
  const roles = new Map<string, FontRole>();
  for (const { key, value } of mapAt(root, "roles").entries)
    if (value.kind === "map") roles.set(key.text, readRole(value, face));
  const fallback = listOf(root, "fallback").flatMap((node) => (node.kind === "text" ? [face(node)] : []));
  const book = { faces, roles, fallback };
  return { value: faults.length > 0 ? null : book, diagnostics: faults };
}

const NOTHING = { file: "", start: 0, end: 0 };

function mapAt(map: MapNode, key: string): MapNode {
  const node = entryOf(map, key);
  return node?.kind === "map" ? node : { kind: "map", span: NOTHING, entries: [] };
}

/** What a role leaves out is its regular face. */
function readRole(map: MapNode, face: (node: TextNode) => string): FontRole {
  const pair = (from: MapNode, base: Pair<string>): Pair<string> => {
    const of = (language: "zh" | "en") => {
      const node = entryOf(from, language);
      return node?.kind === "text" ? face(node) : base[language];
    };
    return { zh: of("zh"), en: of("en") };
  };
  const regular = pair(map, { zh: "", en: "" });
  const bold = pair(mapAt(map, "bold"), regular);
  return {
    regular,
    bold,
    emphasis: pair(mapAt(map, "emphasis"), regular),
    boldEmphasis: pair(mapAt(map, "boldEmphasis"), bold),
  };
}
