/** Names of files in → those that another ending than .yaml keeps from being read, and what is told of each. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { fileStart } from "../base/span.ts";

/** YAML's other ending, capitals, and what some editors put behind it where endings are not shown. */
const ENDING = /\.ya?ml(?:\.txt)?$/i;

/** The publication's name with capitals in it, which most systems take for another. */
const PUBLICATION = /(?<!themes[\\/])(?<=^|[\\/])publication(?=\.yaml$)/i;

/** Where a file of this name would be read. */
export const readAs = (path: string): string =>
  path.replace(ENDING, ".yaml").replace(PUBLICATION, "publication");

/** A format has one ending: a file with another is told of, and not listed as what can not be found then. */
export const straysAmong = (files: readonly string[]): readonly string[] =>
  files.filter(
    (name) => /^(?:themes\/)?[^./][^/]*$/.test(name) && readAs(name) !== name && ENDING.test(name),
  );

export function strayFault(path: string): Diagnostic {
  const name = readAs(path.replace(/^.*[\\/]/, ""));
  return { code: "other-extension", severity: "warning", span: fileStart(path), name };
}
