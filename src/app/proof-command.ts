/** `shuanglan proof`: issues in → what a proofreader would ask about, told as asked for, and safe fixes made. */
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Issue } from "../model/issue.ts";
import { byNumber, isNumbered } from "../model/issue-number.ts";
import type { Finding } from "../proof/finding.ts";
import { proofread } from "../proof/proofread.ts";
import type { ProofTools } from "../proof/rule.ts";
import { count } from "./count.ts";
import { tellNoIssues } from "./no-issues.ts";
import { type Content, openContent, openIssue, textsIn } from "./open-content.ts";
import { err, out, outData, paint } from "./output.ts";
import { fixFiles } from "./proof-fix.ts";
import { FORMATS, ruleList, summary } from "./proof-report.ts";
import { proofRequest } from "./proof-request.ts";
import { proofTools } from "./proof-tools.ts";
import { report } from "./report.ts";
import { issueNames, sourcesAt } from "./sources.ts";
import { sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { distinct } from "./tell.ts";

export type ProofFormat = "pretty" | "short" | "json" | "github";

export interface ProofRequest {
  /** Names of issues; all of the content folder when empty. */
  readonly issues: readonly string[];
  readonly content: string;
  readonly format: ProofFormat;
  readonly fix: boolean;
  readonly layout: boolean;
  readonly spelling: boolean;
  readonly strict: boolean;
  readonly rules: boolean;
}

/** What was read of the content folder. */
interface OpenFolder {
  readonly content: Content;
  /** Every issue of the folder that can be read, by name; null for one that can not. */
  readonly issues: ReadonlyMap<string, Issue | null>;
  readonly found: readonly Diagnostic[];
}

async function openFolder(
  request: ProofRequest,
  all: readonly string[],
  names: readonly string[],
): Promise<OpenFolder> {
  const content = await openContent(sourcesAt(request.content));
  const found: Diagnostic[] = [...content.diagnostics];
  const last = [...names].sort(byNumber).at(-1)!;
  const issues = new Map<string, Issue | null>();
  for (const name of [...new Set([...all.filter((one) => byNumber(one, last) < 0), ...names])].sort(
    byNumber,
  )) {
    const { value: issue, diagnostics } = await openIssue(content, name);
    issues.set(name, issue);
    if (names.includes(name)) found.push(...diagnostics);
  }
  return { content, issues, found };
}

/** Findings of all issues; one in what they share is told once. */
async function findingsOf(
  folder: OpenFolder,
  names: readonly string[],
  request: ProofRequest,
  tools: ProofTools,
) {
  // Fonts and pages are loaded only for those who want to see lines.
  const measure = request.layout ? (await import("./measured-lines.ts")).measuredLines : null;
  const told = new Map<string, Finding>();
  const faults: Diagnostic[] = [];
  for (const name of names) {
    const issue = folder.issues.get(name);
    if (!issue) continue;
    const measured = (await measure?.(folder.content.sources, name)) ?? { lines: [], found: [] };
    faults.push(...measured.found);
    for (const finding of proofread(
      proofRequest(folder.content, folder.issues, issue, measured.lines),
      tools,
    )) {
      const { rule, span, message } = finding;
      told.set(JSON.stringify([rule, span, message]), finding);
    }
  }
  return { findings: [...told.values()], faults };
}

/** What a rule tells with more to it; see `table-shape`. */
const RULED: ReadonlySet<Diagnostic["code"]> = new Set(["long-row"]);

export async function proof(request: ProofRequest): Promise<number> {
  const print = request.format === "json" ? outData : out;
  if (request.rules) {
    print(ruleList(request.format));
    return STATUS.done;
  }
  const all = (issueNames(request.content) ?? []).filter(isNumbered);
  const names = request.issues.length > 0 ? request.issues : [...all].sort(byNumber);
  if (names.length === 0) {
    tellNoIssues(request.content);
    return STATUS.content;
  }
  const tools = await proofTools(request.spelling);
  let folder = await openFolder(request, all, names);
  let { findings, faults } = await findingsOf(folder, names, request, tools);
  if (request.fix && findings.some(({ fix }) => fix)) {
    const fixed = fixFiles(findings, folder.content);
    err(sayLines({ en: `${count(fixed, "slip")} put right`, zh: `已改正 ${fixed} 处` }).join(" · "));
    folder = await openFolder(request, all, names);
    ({ findings, faults } = await findingsOf(folder, names, request, tools));
  }
  const textOf = textsIn(folder.content);
  const troubles = distinct([...folder.found, ...faults]).filter(({ code }) => !RULED.has(code));
  for (const trouble of troubles) err(report(trouble, textOf, paint()));
  const shown = FORMATS[request.format](findings, textOf, paint());
  if (shown !== "") print(shown);
  if (request.format === "pretty") err(summary(findings, troubles));
  const weighs = ({ severity }: Finding) =>
    severity === "error" || (request.strict && severity === "warning");
  const isFaulty = hasErrors(troubles) || (request.strict && troubles.length > 0);
  return isFaulty || findings.some(weighs) ? STATUS.content : STATUS.done;
}
