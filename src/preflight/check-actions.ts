/** The actions of a PDF in → those that a standard does not allow (PDF/A 6.5). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Dict, visitParts } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** Actions that lead somewhere or send a form, and no more (ISO 19005-2, 6.5.1). */
const ALLOWED = new Set(["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"]);
/** What those that are named may be named. */
const NAMED = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** Keys under which actions stand; attributes of elements, which share one, have an owner. */
const KEYS = ["A", "OpenAction", "Next"];

export function checkActions(pdf: OpenPdf, report: Report): void {
  for (const id of pdf.ids)
    visitParts(pdf.object(id), (part) => {
      if (part instanceof Dict) checkHolder(pdf, id, part, report);
    });
}

/** @param dict In the object of that number. */
function checkHolder(pdf: OpenPdf, object: number, dict: Dict, report: Report): void {
  for (const action of KEYS.flatMap((key) => pdf.several(dict.entries.get(key)))) {
    const kind = action instanceof Dict && !action.entries.has("O") ? pdf.name(action, "S") : null;
    if (kind === null) continue;
    const named = kind === "Named" ? pdf.name(action, "N") : null;
    const detail = named === null ? kind : `${kind} ${named}`;
    if (!ALLOWED.has(kind) || (named !== null && !NAMED.has(named)))
      report("forbidden-action", "PDF/A 6.5.1", { object, detail });
  }
  if (!dict.entries.has("AA")) return;
  const isOfForm = dict.entries.has("FT") || pdf.name(dict, "Subtype") === "Widget";
  report("forbidden-action", isOfForm ? "PDF/A 6.4.1" : "PDF/A 6.5.2", { object, detail: "AA" });
}
