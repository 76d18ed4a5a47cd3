/** What a content folder says in text → the publication and its issues, each file read once. */

import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import { fileStart, type SourceFile } from "../base/span.ts";
import type { LoadTheme } from "../content/theme-values.ts";
import type { FontSource } from "../font/font-source.ts";
import { issueFile, PUBLICATION_FILE } from "../model/content-files.ts";
import type { Issue, Publication } from "../model/issue.ts";
import { READERS, type Readers } from "./readers.ts";
import { issuesAmong } from "./sources.ts";
import { readAs, strayFault } from "./strays.ts";

/** Where files come from. Paths are those that messages show. */
export interface Sources {
  /** Path of a file in the content folder. */
  readonly contentPath: (name: string) => string;
  readonly fontsPath: (name: string) => string;
  /** Path of a theme's file; null when there is no such theme. */
  readonly themePath: (name: string) => string | null;
  readonly themeNames: readonly string[];
  /** Paths of files that look like content, themes or the font book, and are none for their ending. */
  readonly strays: readonly string[];
  /**
   * Names of files in a folder of the content folder, `figures/` or ``, as they were when they were first asked for;
   * none where there is no such folder.
   */
  readonly namesIn: (folder: string) => readonly string[];
  /** The path from the content folder of a file, as those names have it; null where one of them is none of them. */
  readonly listed: (name: string) => string | null;
  readonly read: (path: string) => Uint8Array | null;
  /** A font file, of which pieces are read; null when there is none. */
  readonly font: (path: string) => FontSource | null;
  /** Whether a file is in the folder of content or fonts once links are followed; so is one that is not there. */
  readonly isWithin: (path: string) => boolean;
}

/** What all issues of one run share, fonts aside. */
export interface Content {
  readonly sources: Sources;
  readonly readers: Readers;
  readonly files: Map<string, SourceFile>;
  readonly publication: Publication | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a text file once; its diagnostics are told once.
 *
 * @param others What could have been meant where there is none.
 */
export function textFile(
  { sources, readers, files }: Pick<Content, "sources" | "readers" | "files">,
  path: string,
  found: Diagnostic[],
  others: () => readonly string[] = () => [],
): SourceFile | null {
  const known = files.get(path);
  if (known) return known;
  const bytes = sources.read(path);
  if (!bytes) {
    found.push({ code: "file-missing", severity: "error", span: fileStart(path), path, others: others() });
    return null;
  }
  const { value, diagnostics } = readers.decode(path, bytes);
  found.push(...diagnostics);
  if (value) files.set(path, value);
  return hasErrors(diagnostics) ? null : value;
}

/** Finds files of themes by their names, and tells what is wrong with them as texts. */
export const themeLoader =
  (content: Pick<Content, "sources" | "readers" | "files">, found: Diagnostic[]): LoadTheme =>
  (name) => {
    const path = content.sources.themePath(name);
    return path === null ? null : textFile(content, path, found);
  };

export async function openContent(sources: Sources, readers: Readers = READERS): Promise<Content> {
  const found: Diagnostic[] = sources.strays.map(strayFault);
  const opened = { sources, readers, files: new Map<string, SourceFile>() };
  const path = sources.contentPath(PUBLICATION_FILE);
  const stray = sources.strays.findIndex((name) => readAs(name) === path);
  const file = textFile(opened, path, found);
  // What keeps it from being read is told, not that it is missing as well.
  if (stray >= 0 && found.at(-1)?.code === "file-missing")
    found.splice(0, found.length, ...found.slice(0, -1).with(stray, { ...found[stray]!, severity: "error" }));
  const read = file ? await readers.publication(file) : null;
  const diagnostics = [...found, ...(read?.diagnostics ?? [])];
  return { ...opened, publication: read?.value ?? null, diagnostics };
}

/** The text of a file that was read; null for any other. */
export const textsIn =
  ({ files }: Pick<Content, "files">): ((file: string) => string | null) =>
  (file) =>
    files.get(file)?.text ?? null;

export async function openIssue(content: Content, name: string): Promise<Result<Issue>> {
  const found: Diagnostic[] = [];
  const { sources } = content;
  const others = () => issuesAmong(sources.namesIn(""));
  const file = textFile(content, sources.contentPath(issueFile(name)), found, others);
  if (!file) return { value: null, diagnostics: found };
  const { value, diagnostics } = await content.readers.issue(file, content.publication);
  return { value, diagnostics: [...found, ...diagnostics] };
}
