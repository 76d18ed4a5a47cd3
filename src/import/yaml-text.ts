/** A text in → how it is typed as a YAML value, with as little quoting as reads back the same. */
import { linesOf } from "./piece.ts";

/** Begins with a mark that means something to YAML, or holds one inside. */
const UNSAFE =
  /^[-?:](?:\s|$)|^[[\]{},#&*!|>'"%@`]|^(?:---|\.\.\.)|:(?:\s|$)|\s#|^\s|\s$|^$|[\u0085\u2028\u2029\ufeff\t]/;
/** Marks that part values inside `{ }` and `[ ]`. */
const FLOW = /[,[\]{}]/;

/** On one line: plain where that is safe, else in the quotes that leave the text most as it is. */
export function inline(text: string, flow = false): string {
  const line = text.includes("\n") ? linesOf(text).join(" ") : text;
  if (!UNSAFE.test(line) && !(flow && (FLOW.test(line) || /:$/.test(line)))) return line;
  if (/["\\]/.test(line)) return `'${line.replaceAll("'", "''")}'`;
  return `"${line}"`;
}

/** Behind `key:`; lines of their own keep their breaks. @param indent Spaces before the key. */
export function value(text: string, indent: number): string {
  if (!text.includes("\n")) return ` ${inline(text)}`;
  const pad = " ".repeat(indent + 2);
  return ` |-\n${text
    .split("\n")
    .map((line) => pad + line.trim())
    .join("\n")}`;
}
