/** Names of files in → those that YAML's other extension keeps from being read, and what is told of each. */
import type { Diagnostic } from "../base/diagnostic.ts";

/** A format has one extension: a file with the other is told of, and not listed as what can not be found then. */
export const straysAmong = (files: readonly string[]): readonly string[] =>
  files.filter((name) => /^(?:themes\/)?[^./][^/]*\.yml$/.test(name));

export function strayFault(path: string): Diagnostic {
  const name = path.replace(/^.*[\\/]/, "").replace(/\.yml$/, ".yaml");
  return { code: "other-extension", severity: "warning", span: { file: path, start: 0, end: 0 }, name };
}
