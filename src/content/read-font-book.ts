/** fonts/fonts.yaml in → faces, roles and the order of fallback. */
import type { Diagnostic, Result } from "../base/diagnostic.ts";
import type { Language, Pair } from "../base/language.ts";
import type { SourceFile } from "../base/span.ts";
import type { FaceEntry, FontBook, FontRole } from "../model/font-book.ts";
import { nearest } from "./nearest.ts";
import { readFile } from "./read-file.ts";
import { validate } from "./validate.ts";
import { entryOf, type MapNode, mapOf, type TextNode, textsOf } from "./yaml-nodes.ts";

export const readFontBook = (file: SourceFile): Result<FontBook> => readFile(file, fontBookOf);

function fontBookOf(root: MapNode, diagnostics: readonly Diagnostic[]): Result<FontBook> {
  const faults: Diagnostic[] = [...diagnostics, ...validate(root, "fonts")];
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const faces = new Map<string, FaceEntry>();
  for (const { key, value } of mapOf(root, "faces")?.entries ?? [])
    if (value.kind === "text") faces.set(key.text, { id: key.text, file: value.text, span: value.span });
  const face = (node: TextNode): string => {
    if (!faces.has(node.text)) {
      const { text: name, span } = node;
      const meant = nearest(name, faces.keys());
      faults.push({ code: "unknown-face", severity: "error", span, face: name, nearest: meant });
    }
    return node.text;
  };
  const roles = new Map<string, FontRole>();
  for (const { key, value } of mapOf(root, "roles")?.entries ?? [])
    if (value.kind === "map") roles.set(key.text, readRole(value, face));
  const fallback = textsOf(root, "fallback").map(face);
  const book = { faces, roles, fallback };
  return { value: faults.length > 0 ? null : book, diagnostics: faults };
}

/** What a role leaves out is its regular face. */
function readRole(map: MapNode, face: (node: TextNode) => string): FontRole {
  const pair = (from: MapNode | null, base: Pair<string>): Pair<string> => {
    const of = (language: Language) => {
      const node = from && entryOf(from, language);
      return node?.kind === "text" ? face(node) : base[language];
    };
    return { zh: of("zh"), en: of("en") };
  };
  const regular = pair(map, { zh: "", en: "" });
  const bold = pair(mapOf(map, "bold"), regular);
  return {
    regular,
    bold,
    emphasis: pair(mapOf(map, "emphasis"), regular),
    boldEmphasis: pair(mapOf(map, "boldEmphasis"), bold),
  };
}
