/** A diagnostic and its source in → what the terminal shows: place, wording, line, caret. */
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import { lineAt, placeOf, type Span } from "../base/span.ts";
import { columns } from "./columns.ts";
import { describe } from "./describe.ts";
import { printable } from "./printable.ts";
import { colon, sayInLine, sayLines } from "./speech.ts";
import type { Wording } from "./wording.ts";

/** The text of a file; null where it can not be shown. */
export type TextOf = (file: string) => string | null;

/** How text is coloured, plain where the terminal has no colours, and how much of a line of the source is shown. */
export interface Paint {
  /** Columns of the terminal that it may take. */
  readonly width: number;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly added: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** How much a fault weighs, as messages say it. */
export const SEVERITY = {
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
} as const satisfies Readonly<Record<Severity, Wording>>;

export function report(diagnostic: Diagnostic, textOf: TextOf, paint: Paint): string {
  const { span, severity } = diagnostic;
  const text = textOf(span.file);
  const [first = "", ...rest] = sayLines(describe(diagnostic)).map(printable);
  const lines = [
    `${paint.strong(placeSaid(span, text))}: ${paint[severity](sayInLine(SEVERITY[severity]))}${colon()}${first}`,
    ...rest.map((line) => `  ${line}`),
  ];
  if (text) {
    const also = diagnostic.code === "duplicate-key" ? [diagnostic.first] : [];
    for (const shown of [span, ...also]) lines.push(...excerpt(text, shown, paint));
  }
  return lines.join("\n");
}

/** `content/2024-14.yaml:56:145`. @param text Of the file; null where it can not be shown. */
export function placeSaid({ file, start }: Span, text: string | null): string {
  if (text === null) return file;
  const { line, column } = placeOf(text, start);
  return `${file}:${line}:${column}`;
}

/** The source line around the place, and a caret under it. */
export function excerpt(text: string, span: Span, paint: Paint): readonly string[] {
  const { line, column } = placeOf(text, span.start);
  const whole = lineAt(text, span.start);
  // A paragraph is one long line: what stands before the place is cut to what fits.
  let from = column - 1;
  for (let room = paint.width / 2; from > 0 && room > 0; from -= 1) room -= columns(whole[from - 1]!);
  let to = from;
  for (let room = paint.width; to < whole.length && room > 0; to += 1) room -= columns(whole[to]!);
  const before = from > 0 ? "…" : "";
  const label = `${line} | `;
  const shown = `${before}${printable(whole.slice(from, to))}${to < whole.length ? "…" : ""}`;
  const pad = columns(label) + columns(before) + columns(printable(whole.slice(from, column - 1)));
  const length = Math.max(
    1,
    Math.min(columns(whole.slice(column - 1, column - 1 + (span.end - span.start))), paint.width / 2),
  );
  return [`${paint.faint(label)}${shown}`, `${" ".repeat(pad)}${paint.error("^".repeat(length))}`];
}
