/** Objects in → a whole PDF that another program could have made, nothing in it packed. */
import { expect } from "vitest";

/** @param about Entries of its dictionary. */
export const stream = (text: string, about = ""): string =>
  `<<${about}/Length ${text.length}>>\nstream\n${text}\nendstream`;

/** What is changed in an object: a piece of its text, and what takes its place. */
export type ChangeOf<Objects> = readonly [keyof Objects & string, string | RegExp, string];

/** Named objects, changed in turn; what a stream holds may grow and shrink. */
export function changed<Objects extends Record<string, string>>(
  objects: Objects,
  changes: readonly ChangeOf<Objects>[],
): readonly string[] {
  const all: Record<string, string> = { ...objects };
  for (const [name, from, to] of changes) {
    const after = all[name]!.replace(from, to);
    expect(after, String(from)).not.toBe(all[name]);
    all[name] = after.replace(
      /\/Length \d+>>\nstream\n([\s\S]*)\nendstream$/,
      (_, text: string) => `/Length ${text.length}>>\nstream\n${text}\nendstream`,
    );
  }
  return Object.values(all);
}

/** @param objects The first is the catalog. @param about More entries of the trailer. */
export function plainPdf(objects: readonly string[], about = ""): Buffer {
  let file = "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = objects.map((object, k) => {
    const at = file.length;
    file += `${k + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R${about}>>\n`;
  return Buffer.from(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`, "latin1");
}
