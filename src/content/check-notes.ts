/** Texts that were read in → footnotes that are not there, that nothing mentions, or that are mentioned where none can be. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { LANGUAGES } from "../base/language.ts";
import type { SourceFile, Span } from "../base/span.ts";
import type { Inline } from "../model/inline.ts";
import type { Article, ImprintEntry, TextPair } from "../model/issue.ts";
import { pairsInBlock } from "../model/pairs.ts";
import { placeAt } from "../model/places.ts";
import { inlinesOf } from "./limits.ts";
import { nearest } from "./nearest.ts";
import { entryOf, keyOf, type MapNode } from "./yaml-nodes.ts";

interface Read {
  /** The editor's note. */
  readonly note: TextPair | null;
  readonly articles: readonly Article[];
  readonly notes: ReadonlyMap<string, TextPair>;
  readonly imprint: readonly ImprintEntry[];
}

interface Mention {
  readonly key: string;
  readonly span: Span;
}

/** Each once, whatever languages its text serves. */
function mentionsIn(value: unknown): readonly Mention[] {
  const found = inlinesOf(value).flatMap(({ runs, span }: Inline) =>
    runs.flatMap(({ mark: { note: key }, places }): Mention[] => {
      if (key === null) return [];
      const start = placeAt(places, 0);
      return [{ key, span: { file: span.file, start, end: start + key.length + 3 } }];
    }),
  );
  return [...new Map(found.map((mention) => [mention.span.start, mention])).values()];
}

/** Every footnote that is mentioned is there, and every one that is there is mentioned. */
export function checkNotes({ note, articles, notes, imprint }: Read, root: MapNode): readonly Diagnostic[] {
  const mentions = mentionsIn([
    note,
    articles.map(({ title, body, credits }) => [
      title,
      body.map(pairsInBlock),
      credits.map(({ value }) => value),
    ]),
  ]);
  const lost = strayNotes([
    articles.map(({ series, body, credits }) => [
      series,
      body.map((block) => (block.kind === "figure" ? block.alt : null)),
      credits.map(({ label }) => label),
    ]),
    [...notes.values()],
    imprint.map(({ label, value }) => [label, value]),
  ]);
  const map = entryOf(root, "notes");
  const isUnread = map !== null && map.kind !== "map";
  const unknown = mentions.flatMap(({ key, span }): Diagnostic[] =>
    notes.has(key) || isUnread
      ? []
      : [{ code: "unknown-note", severity: "error", span, key, nearest: nearest(key, notes.keys()) }],
  );
  const used = new Set([...mentions, ...mentionsIn([...notes.values()])].map(({ key }) => key));
  // The one that was meant by a mention is told there.
  for (const fault of unknown) if (fault.code === "unknown-note" && fault.nearest) used.add(fault.nearest);
  const idle = (map?.kind === "map" ? map.entries : []).filter(
    // No mention has a blank in it: such a key is told as none.
    ({ key }) => !used.has(key.text) && !/\s/.test(key.text),
  );
  const isPair =
    idle.length > 0 && idle.every(({ key }) => LANGUAGES.some((language) => key.text === language));
  const unused = (isPair && note === null ? idle.slice(0, 1) : idle).map(
    ({ key: { text: key, span } }): Diagnostic =>
      isPair && note === null
        ? { code: "note-among-notes", severity: "warning", span: keyOf(root, "notes")?.span ?? span }
        : { code: "unused-note", severity: "warning", span, key },
  );
  return [...unknown, ...lost, ...unused];
}

/**
 * Footnotes that only seem to be mentioned nowhere: their mention was typed, or all that may mention them is missing,
 * and what keeps it from being read is told.
 */
export const withoutUnread = (
  found: readonly Diagnostic[],
  { text }: SourceFile,
  articles: readonly Article[],
): readonly Diagnostic[] => {
  const isLacking = articles.length === 0 || articles.some(({ body }) => body.length === 0);
  return found.filter(
    (fault) => fault.code !== "unused-note" || !(isLacking || text.includes(`[^${fault.key}]`)),
  );
};

/** Mentions in texts that have no place for a footnote's number: they would be lost without a word. */
export const strayNotes = (value: unknown): readonly Diagnostic[] =>
  mentionsIn(value).map(({ key, span }) => ({ code: "stray-note", severity: "error", span, key }));
