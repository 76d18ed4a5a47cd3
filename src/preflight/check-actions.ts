/** The actions of a PDF in → those that a standard does not allow (PDF/A 6.5). */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Dict, type Parsed, Stream } from "../read-pdf/values.ts";
import type { Report } from "./finding.ts";

/** Actions that lead somewhere or send a form, and no more (ISO 19005-2, 6.5.1). */
const ALLOWED = new Set(["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"]);
/** What those that are named may be named. */
const NAMED = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** Keys under which actions stand; attributes of elements, which share one, have an owner. */
const KEYS = ["A", "OpenAction", "Next"];

export function checkActions(pdf: OpenPdf, report: Report): void {
  for (const id of pdf.ids)
    for (const dict of dictsIn(pdf.object(id))) {
      for (const action of KEYS.flatMap((key) => pdf.several(dict.entries.get(key)))) {
        const kind = action instanceof Dict && !action.entries.has("O") ? pdf.name(action, "S") : null;
        if (kind === null) continue;
        const named = kind === "Named" ? pdf.name(action, "N") : null;
        const detail = named === null ? kind : `${kind} ${named}`;
        if (!ALLOWED.has(kind) || (named !== null && !NAMED.has(named)))
          report("forbidden-action", "PDF/A 6.5.1", { object: id, detail });
      }
      if (!dict.entries.has("AA")) continue;
      const isOfForm = dict.entries.has("FT") || pdf.name(dict, "Subtype") === "Widget";
      report("forbidden-action", isOfForm ? "PDF/A 6.4.1" : "PDF/A 6.5.2", { object: id, detail: "AA" });
    }
}

/** The dictionaries of an object, those in others among them; what it points at left out. */
function dictsIn(value: Parsed): readonly Dict[] {
  if (Array.isArray(value)) return (value as readonly Parsed[]).flatMap(dictsIn);
  const dict = value instanceof Stream ? value.dict : value;
  return dict instanceof Dict ? [dict, ...[...dict.entries.values()].flatMap(dictsIn)] : [];
}
