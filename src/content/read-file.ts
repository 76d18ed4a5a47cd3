/** A file and what reads its tree in → what that makes of it; of a file that YAML stumbles over, the other mistakes too. */
import type { Diagnostic, Expected, Result } from "../base/diagnostic.ts";
import { placeOf, type SourceFile } from "../base/span.ts";
import { asTyped, type Mended } from "./mended.ts";
import { isKey } from "./schema-keys.ts";
import type { MapNode } from "./yaml-nodes.ts";
import { isInLine } from "./yaml-repair.ts";
import { readTree } from "./yaml-tree.ts";

/** @param found What was found in the file already, and is to be told with what is found in its tree. */
type Read<T> = (root: MapNode, found: readonly Diagnostic[], file: SourceFile) => Result<T>;

export function readFile<T>(file: SourceFile, read: Read<T>): Result<T> {
  const { value: root, diagnostics, mended } = readTree(file);
  if (root) return read(root, diagnostics, file);
  return {
    value: null,
    diagnostics: mended ? [...diagnostics, ...others(file, mended, diagnostics, read)] : diagnostics,
  };
}

/**
 * What is wrong besides, as the file would be without what was told. What was mended is a guess: nothing is said of
 * its lines, and where lines had to be moved or left out, nothing that may follow from that.
 */
function others<T>(
  file: SourceFile,
  mended: Mended,
  told: readonly Diagnostic[],
  read: Read<T>,
): readonly Diagnostic[] {
  const lineOf = ({ span }: Diagnostic) => placeOf(file.text, span.start).line;
  const lines = new Set(told.map(lineOf));
  const isSure = told.every(isInLine) ? () => true : isOfItself;
  return readFile({ path: file.path, text: mended.text }, read)
    .diagnostics.map((fault) => asTyped(fault, mended))
    .filter((fault) => fault.severity === "error" && isSure(fault) && !lines.has(lineOf(fault)));
}

/** Whether a fault is there wherever its line belongs: a word that is no key, a value that is none of its kind. */
function isOfItself(fault: Diagnostic): boolean {
  switch (fault.code) {
    case "unknown-key":
      return fault.nearest !== null && !isKey(fault.key);
    case "wrong-type":
      return fault.found === "text" && VALUES.has(fault.expected);
    case "yaml":
      return isInLine(fault);
    default:
      return fault.code === "bad-date" || fault.code === "unknown-word" || fault.code === "out-of-range";
  }
}

const VALUES: ReadonlySet<Expected> = new Set([
  "boolean",
  "columns",
  "ems",
  "issue-number",
  "length",
  "measure",
  "number",
  "percent",
  "whole-number",
]);
