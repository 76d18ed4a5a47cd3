/** `shuanglan build`: issues and editions in → PDF files, or every fault that stands in their way. */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import type { Cache } from "./cache.ts";
import { count, pageCount, seconds } from "./count.ts";
import { describeEnvironment } from "./describe-environment.ts";
import { EnvironmentError, HELD, now, prepareFolder, replaceFile } from "./effects.ts";
import { openMaker } from "./make-editions.ts";
import { tellNoIssues } from "./no-issues.ts";
import { errLines, out, status } from "./output.ts";
import { type Purpose, pdfName } from "./purpose.ts";
import { issueNames, shown } from "./sources.ts";
import { say, sayInLine } from "./speech.ts";
import { STATUS } from "./status.ts";
import { tell } from "./tell.ts";
import { twinFaults } from "./twins.ts";
import { SPLIT } from "./wording.ts";

export interface BuildRequest {
  /** Names of issues; all of the content folder when empty. */
  readonly issues: readonly string[];
  readonly editions: readonly Edition[];
  readonly content: string;
  readonly out: string;
  readonly theme: string | null;
  /** Tells how the columns were split. */
  readonly explain: boolean;
  readonly purpose: Purpose;
  /** Checks what was written against the standards that it claims. */
  readonly preflight: boolean;
  /** What the runs before this one worked out. */
  readonly cache: Cache;
}

export async function build(request: BuildRequest): Promise<number> {
  const issues = request.issues.length > 0 ? request.issues : issueNames(request.content);
  if (issues === null || issues.length === 0) {
    tellNoIssues(request.content);
    return STATUS.content;
  }
  prepareFolder(request.out);
  const maker = openMaker(request.content, request.cache);
  const { content, theme, purpose } = request;
  const path = (name: string) => shown(join(content, name));
  const found: Diagnostic[] = [...twinFaults(issueNames(content) ?? [], path, maker.textOf)];
  const lines: string[] = [];
  const held: string[] = [];
  let failed = false;
  try {
    for (const issue of issues)
      for (const edition of request.editions) {
        const start = now();
        const file = join(request.out, pdfName(issue, edition, purpose));
        status(`${issue} ${edition}…`);
        const made = await maker.make({ content, issue, edition, theme, purpose });
        found.push(...made.diagnostics);
        const isPut = made.pdf !== null && isReplaced(file, made.pdf);
        maker.save();
        if (!made.pdf) continue;
        if (!isPut) {
          held.push(file);
          continue;
        }
        lines.push(summary(file, made.pages, made.pdf, now() - start));
        if (request.explain) lines.push(...explained(made.split));
        if (purpose.print?.booklet) lines.push(...(await blanksSaid(made.pages)));
        if (!request.preflight) continue;
        const { preflightLines } = await import("./preflight-command.ts");
        const checked = preflightLines(shown(file), made.pdf);
        failed ||= !checked.passed;
        lines.push(...checked.lines);
      }
  } finally {
    // A disk that fills up half-way takes nothing from what was found before.
    status("");
    tell(found, maker.textOf);
    for (const line of lines) out(line);
    for (const file of held) errLines(describeEnvironment(shown(file), HELD));
  }
  if (held.length > 0) return STATUS.environment;
  return failed || hasErrors(found) ? STATUS.content : STATUS.done;
}

/** @returns False where another program holds the file open: no other file has to wait for that. */
function isReplaced(file: string, pdf: Uint8Array): boolean {
  try {
    replaceFile(file, pdf);
    return true;
  } catch (error) {
    if (error instanceof EnvironmentError && error.reason === HELD) return false;
    throw error;
  }
}

/** The choice of the columns' split with its runners-up. */
function explained(split: readonly SplitCandidate[]): readonly string[] {
  if (split.length === 0) return [];
  const head = SPLIT.map(sayInLine);
  const rows = split.map(({ measure, height, blank, ill, cost }) => [
    String(measure),
    height.toFixed(1),
    blank.toFixed(1),
    String(ill),
    cost.toFixed(1),
  ]);
  return [head, ...rows].map((row, k) => `  ${row.join(" · ")}${k === 1 ? "  ←" : ""}`);
}

/** Pages that were added so that the sheets of a booklet are whole. */
async function blanksSaid(pages: number): Promise<readonly string[]> {
  const { blanksOf } = await import("../pdf/imposition.ts");
  const blanks = blanksOf(pages);
  if (blanks === 0) return [];
  const en = `${count(blanks, "blank page")} at the end, ${pages + blanks} in all`;
  return [`  ${say(en, `末尾补 ${blanks} 个空白页，共 ${pages + blanks} 页`)}`];
}

function summary(file: string, pages: number, pdf: Uint8Array, milliseconds: number): string {
  return `${shown(file)}  ${pageCount(pages)}  ${Math.round(pdf.length / 1024)} KB  ${seconds(milliseconds)}`;
}
