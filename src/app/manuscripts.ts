/** A git revision, a content folder or an issue's file, as it was typed → where its files come from. */

import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { issueFile, PUBLICATION_FILE, themeFile } from "../model/content-files.ts";
import { NUMBER_IN_FILE } from "../model/issue-number.ts";
import { readFile } from "./effects.ts";
import { commitOf, fileAt, namesAt, subjectOf } from "./git.ts";
import { isSameName, listedPath } from "./listed-name.ts";
import type { Sources } from "./open-content.ts";
import { issueNames, issuesAmong, sourcesAt } from "./sources.ts";
import { straysAmong } from "./strays.ts";

/** One state of a publication's content. */
export interface Manuscript {
  /** What pages and messages call it. */
  readonly name: string;
  readonly sources: Sources;
  readonly issues: readonly string[];
  /** Whether these are all its issues; a file is one of them, whatever stands beside it. */
  readonly isWhole: boolean;
}

/**
 * @param content The content folder: what a revision is a state of, and what stands beside a lone file.
 * @returns Null where nothing is called so.
 */
export function manuscript(typed: string, content: string): Manuscript | null {
  const stat = statSync(typed, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return folder(typed);
  if (stat?.isFile()) return YAML.test(typed) ? loneFile(typed, content) : null;
  const commit = commitOf(content, typed);
  return commit === null ? null : revision(typed, commit, content);
}

/** A file that is named to be compared may come from anywhere, however its ending is written. */
const YAML = /\.ya?ml$/i;

function folder(typed: string): Manuscript {
  const inner = readFile(join(typed, PUBLICATION_FILE)) ? typed : join(typed, "content");
  return { name: typed, sources: sourcesAt(inner), issues: issueNames(inner) ?? [], isWhole: true };
}

/** A file may have any name here: the issue is the one that it says it is. */
function loneFile(typed: string, content: string): Manuscript {
  const text = new TextDecoder().decode(readFile(typed) ?? new Uint8Array());
  const number = NUMBER_IN_FILE.exec(text)?.[2] ?? basename(typed).replace(YAML, "");
  const own = readFile(join(dirname(typed), PUBLICATION_FILE)) ? dirname(typed) : content;
  const sources = sourcesAt(own);
  const path = sources.contentPath(issueFile(number));
  return {
    name: typed,
    sources: { ...sources, read: (wanted) => readFile(wanted === path ? typed : wanted) },
    issues: [number],
    isWhole: false,
  };
}

/** Themes and pictures are the revision's; fonts, which rarely change and are large, are today's. */
function revision(typed: string, commit: string, content: string): Manuscript {
  const today = sourcesAt(content);
  const names = namesAt(content, commit);
  const prefix = `${commit.slice(0, 12)}/`;
  const namesIn = (folder: string) =>
    names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  return {
    name: `${typed} (${subjectOf(content, commit)})`,
    issues: issuesAmong(names),
    isWhole: true,
    sources: {
      ...today,
      contentPath: (name) => `${prefix}${name}`,
      strays: straysAmong(names).map((name) => `${prefix}${name}`),
      themePath: (name) =>
        names.includes(themeFile(name)) ? prefix + themeFile(name) : today.themePath(name),
      namesIn,
      listed: (name) => listedPath(name, namesIn, isSameName),
      read: (path) =>
        path.startsWith(prefix) ? fileAt(content, commit, path.slice(prefix.length)) : readFile(path),
    },
  };
}
