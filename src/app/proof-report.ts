/** Findings in → how they are told: with code frames, a line each, as JSON, or as annotations of a pull request. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { placeOf, type Span } from "../base/span.ts";
import type { Finding } from "../proof/finding.ts";
import { RULES } from "../proof/rule-list.ts";
import { count } from "./count.ts";
import { printable } from "./printable.ts";
import type { ProofFormat } from "./proof-command.ts";
import { sayingOf } from "./proof-request.ts";
import { excerpt, type Paint, placeSaid, SEVERITY, type TextOf } from "./report.ts";
import { sayInLine, sayLines } from "./speech.ts";

type Format = (findings: readonly Finding[], textOf: TextOf, paint: Paint) => string;

const LEVEL = { ...SEVERITY, note: { en: "note", zh: "提示" } } as const;

const at = (span: Span, textOf: TextOf): string => placeSaid(span, textOf(span.file));

/** What is said of a finding and what is expected, in the languages that are spoken. */
const told = (finding: Finding): readonly string[] => sayLines(sayingOf(finding));

function pretty(finding: Finding, textOf: TextOf, paint: Paint): string {
  const { span, severity, rule, related } = finding;
  const colour = severity === "note" ? paint.faint : paint[severity];
  const head = `${paint.strong(at(span, textOf))}: ${colour(sayInLine(LEVEL[severity]))} ${paint.faint(rule)}`;
  const lines = [head, ...told(finding).map((line) => `  ${printable(line)}`)];
  for (const shown of [span, ...related]) {
    const text = textOf(shown.file);
    if (text) lines.push(...excerpt(text, shown, paint));
  }
  return lines.join("\n");
}

const short = (finding: Finding, textOf: TextOf): string =>
  printable(
    `${at(finding.span, textOf)}: ${finding.severity}: ${told(finding).join(" · ")} [${finding.rule}]`,
  );

/** Line and column as editors count them, both from 1; `endColumn` exclusive. */
function place(span: Span, textOf: TextOf) {
  const text = textOf(span.file) ?? "";
  const [from, to] = [placeOf(text, span.start), placeOf(text, span.end)];
  return { file: span.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

const json: Format = (findings, textOf) =>
  JSON.stringify(
    findings.map(({ rule, severity, span, related, message, expected, fix }) => ({
      rule,
      severity,
      ...place(span, textOf),
      message,
      expected,
      related: related.map((one) => place(one, textOf)),
      fix: fix && { ...place(fix.span, textOf), text: fix.text },
    })),
    null,
    2,
  );

/** In data and in properties GitHub reads %, line ends, and in properties also : and , by their codes. */
const data = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string): string => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

function github(finding: Finding, textOf: TextOf): string {
  const { file, line, column, endLine, endColumn } = place(finding.span, textOf);
  const command = finding.severity === "note" ? "notice" : finding.severity;
  const where = `file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
  return `::${command} ${where},title=${property(finding.rule)}::${data(told(finding).join("\n"))}`;
}

export const FORMATS: Readonly<Record<ProofFormat, Format>> = {
  pretty: (findings, textOf, paint) => findings.map((one) => pretty(one, textOf, paint)).join("\n\n"),
  short: (findings, textOf) => findings.map((one) => short(one, textOf)).join("\n"),
  json,
  github: (findings, textOf) => findings.map((one) => github(one, textOf)).join("\n"),
};

/** @param troubles What else was told: why an issue can not be read, and what reading it found. */
export function summary(findings: readonly Finding[], troubles: readonly Diagnostic[]): string {
  const told = [...findings, ...troubles];
  const many = (severity: Finding["severity"]) => told.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [many("error"), many("warning"), many("note")];
  const safe = findings.filter(({ fix }) => fix).length;
  const fixes =
    safe > 0 ? { en: `; --fix puts ${safe} right`, zh: `；--fix 可改正 ${safe} 处` } : { en: "", zh: "" };
  return sayLines({
    en: `${count(errors, "error")}, ${count(warnings, "warning")}, ${count(notes, "note")}${fixes.en}`,
    zh: `${errors} 处错误，${warnings} 处警告，${notes} 处提示${fixes.zh}`,
  }).join(" · ");
}

export function ruleList(format: ProofFormat): string {
  if (format === "json")
    return JSON.stringify(
      RULES.map(({ id, group, severity, says }) => ({ rule: id, group, severity, says })),
      null,
      2,
    );
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return RULES.map(({ id, severity, says }) => {
    const [first, ...more] = sayLines(says);
    return [
      `${id.padEnd(width)}  ${severity.padEnd(7)}  ${first}`,
      ...more.map((line) => " ".repeat(width + 11) + line),
    ].join("\n");
  }).join("\n");
}
