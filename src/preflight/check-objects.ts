/** The objects of a reader's PDF in → numbers, strings and names beyond the bounds of an archive, and streams kept elsewhere. */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Name, Str, Stream, visitParts } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** Bounds of PDF/A 6.1.13. */
const [LEAST_INTEGER, MOST_INTEGER] = [-0x8000_0000, 0x7fff_ffff];
const [LEAST_REAL, MOST_REAL] = [1.175e-38, 3.403e38];
const [MOST_STRING, MOST_NAME, MOST_OBJECTS] = [0x7fff, 127, 0x7f_ffff];

/** How much of a long string or name is shown. */
const SHOWN = 20;

/** Whether a number is one that not every reader can hold. */
export const isBeyond = (value: number): boolean =>
  Number.isInteger(value)
    ? value !== 0 && (value < LEAST_INTEGER || value > MOST_INTEGER)
    : Math.abs(value) > MOST_REAL || Math.abs(value) < LEAST_REAL;

/** Keys of a stream whose bytes stand in another file (ISO 32000-1, 7.3.8.2). */
const ELSEWHERE = ["F", "FFilter", "FDecodeParms"];

export function checkObjects(pdf: OpenPdf, report: Report): void {
  const { ids } = pdf;
  if (ids.length > MOST_OBJECTS) report("beyond-bounds", "PDF/A 6.1.13", { detail: String(ids.length) });
  for (const id of ids) {
    const object = pdf.object(id);
    const told = new Set<string>();
    const tell = (rule: "beyond-bounds" | "odd-string", clause: string, detail: string) => {
      if (!told.has(detail)) report(rule, clause, { object: id, detail });
      told.add(detail);
    };
    visitParts(object, (value) => {
      if (typeof value === "number" && isBeyond(value)) tell("beyond-bounds", "PDF/A 6.1.13", String(value));
      if (value instanceof Name && value.name.length > MOST_NAME)
        tell("beyond-bounds", "PDF/A 6.1.13", `/${value.name.slice(0, SHOWN)}…`);
      if (!(value instanceof Str)) return;
      if (value.bytes.length > MOST_STRING)
        tell("beyond-bounds", "PDF/A 6.1.13", `${value.text.slice(0, SHOWN)}…`);
      if (value.isOdd) tell("odd-string", "PDF/A 6.1.6", value.text.slice(0, SHOWN));
    });
    if (object instanceof Stream)
      for (const key of ELSEWHERE)
        if (object.dict.entries.has(key))
          report("forbidden-entry", "PDF/A 6.1.7.1", { object: id, detail: key });
  }
}
