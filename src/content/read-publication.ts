/** content/publication.yaml in → what every issue shares. */
import type { Diagnostic, Result } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import { plainText } from "../model/inline.ts";
import type {
  ImprintEntry,
  PrintCondition,
  ProofSettings,
  ProofSeverity,
  Publication,
} from "../model/issue.ts";
import { strayNotes } from "./check-notes.ts";
import { nearest } from "./nearest.ts";
import { readFile } from "./read-file.ts";
import { TextReader } from "./read-text.ts";
import { validate } from "./validate.ts";
import { entryOf, type MapNode, mapOf, mapsOf, plainOf, textsOf } from "./yaml-nodes.ts";

export const readPublication = (file: SourceFile): Result<Publication> => readFile(file, publicationOf);

function publicationOf(root: MapNode, diagnostics: readonly Diagnostic[]): Result<Publication> {
  const faults = [...diagnostics, ...validate(root, "publication")];
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const texts = new TextReader();
  const imprint = readImprint(root, texts);
  const publication: Publication = {
    name: texts.pair(entryOf(root, "name")),
    publisher: texts.pair(entryOf(root, "publisher")),
    theme: plainOf(root, "theme"),
    themeSpan: entryOf(root, "theme")?.span ?? root.span,
    imprint: imprint.entries,
    glossary: mapsOf(root, "glossary").map((term) => ({
      zh: plainOf(term, "zh"),
      en: plainOf(term, "en"),
      short: plainOf(term, "short") || null,
    })),
    print: readPrint(root),
    proof: readProof(root),
  };
  const { name, publisher } = publication;
  const labelled = imprint.entries.map(({ label, value }) => [label, value]);
  const stray = strayNotes([name, publisher, labelled]);
  // A text that is nowhere written is told here, and not of every issue as well.
  const isWritten = texts.found.every(({ code }) => code !== "empty");
  return {
    value: isWritten ? publication : null,
    diagnostics: [...texts.found, ...imprint.faults, ...stray],
  };
}

function readPrint(root: MapNode): PrintCondition {
  const print = mapOf(root, "print");
  const icc = print ? plainOf(print, "icc") : "";
  return {
    icc: icc || null,
    iccSpan: (print && entryOf(print, "icc")?.span) ?? root.span,
    condition: print ? plainOf(print, "condition") : "",
  };
}

function readProof(root: MapNode): ProofSettings {
  const proof = mapOf(root, "proof");
  if (!proof) return { rules: new Map(), profile: null, words: [] };
  const entries = mapOf(proof, "rules")?.entries ?? [];
  return {
    // What else may stand here the schema has refused.
    rules: new Map(
      entries.map(({ key, value }) => [
        key.text,
        { severity: (value.kind === "text" ? value.text : "off") as ProofSeverity, span: key.span },
      ]),
    ),
    profile: plainOf(proof, "profile") === "cn-internal" ? "cn-internal" : null,
    words: textsOf(proof, "words").map(({ text }) => text),
  };
}

/** Entries of an imprint; a role stands once. */
export function readImprint(
  map: MapNode,
  texts: TextReader,
): { readonly entries: readonly ImprintEntry[]; readonly faults: readonly Diagnostic[] } {
  const faults: Diagnostic[] = [];
  const seen = new Set<string>();
  const entries = mapsOf(map, "imprint").map((entry): ImprintEntry => {
    const role = plainOf(entry, "role");
    const span = entryOf(entry, "role")?.span ?? entry.span;
    if (seen.has(role)) faults.push({ code: "duplicate-role", severity: "error", span, role });
    seen.add(role);
    return {
      role,
      label: texts.pair(entryOf(entry, "label")),
      value: texts.pair(entryOf(entry, "value")),
      span: entry.span,
    };
  });
  return { entries, faults };
}

const labelOf = ({ label: { zh, en } }: ImprintEntry): string =>
  [zh, en].map((text) => (text ? plainText(text).trim() : "")).join("/");

/**
 * Entries of an issue that were meant to replace one of the publication's: the same label, and a role that is
 * spelt nearly as its is. A second telephone, tel2 or tel-2, is none.
 */
export function nearRoles(
  own: readonly ImprintEntry[],
  shared: readonly ImprintEntry[],
): readonly Diagnostic[] {
  const roles = new Set(own.map(({ role }) => role));
  const left = shared.filter(({ role }) => !roles.has(role));
  return own.flatMap((entry): Diagnostic[] => {
    const { role, span } = entry;
    if (/\d$/.test(role) || shared.some((one) => one.role === role)) return [];
    const alike = left.filter((one) => labelOf(one) === labelOf(entry)).map((one) => one.role);
    const meant = nearest(role, alike);
    return meant === null ? [] : [{ code: "near-role", severity: "warning", span, role, nearest: meant }];
  });
}
