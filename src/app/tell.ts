/** What a run found, or why it can not begin → the terminal: each fault once, in the order of the files. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { byPlace } from "../base/span.ts";
import { count } from "./count.ts";
import { err, errLines, paint } from "./output.ts";
import { overfullOnce } from "./overfull-once.ts";
import { report, type TextOf } from "./report.ts";
import { sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { saidOf, type Wording } from "./wording.ts";

/** Faults that are told in full: more have one cause, and would hide it above the top of the window. */
const TOLD = 200;

/** Faults with their places and how many they are. */
export function tell(found: readonly Diagnostic[], textOf: TextOf): void {
  const sorted = distinct(found);
  const colours = paint();
  for (const diagnostic of sorted.slice(0, TOLD)) err(report(diagnostic, textOf, colours));
  const errors = sorted.filter(({ severity }) => severity === "error").length;
  const warnings = sorted.length - errors;
  const rest = sorted.length - TOLD;
  if (rest > 0) errLines({ en: `… and ${rest} more`, zh: `……另有 ${rest} 处` });
  if (sorted.length > 0)
    err(
      sayLines({
        en: `${count(errors, "error")}, ${count(warnings, "warning")}`,
        zh: `${errors} 处错误，${warnings} 处警告`,
      }).join(" · "),
    );
}

/** What can not be done, and why. @returns The exit status. */
export function refused(what: string, why: Wording): number {
  errLines(saidOf(what, why));
  return STATUS.content;
}

/** Every fault once, in the order of the files; an error hides the warning that says the same. */
export function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const diagnostic of overfullOnce(found)) {
    const { severity, ...rest } = diagnostic;
    const key = JSON.stringify(rest);
    if (severity === "error" || !told.has(key)) told.set(key, diagnostic);
  }
  return [...told.values()].sort(byPlace);
}
