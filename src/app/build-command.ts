/** `shuanglan build`: issues and editions in → PDF files, or every fault that stands in their way. */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { fullShaper } from "../font/full-shaper.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { type Built, buildEdition, openIssue, openOffice } from "./build.ts";
import { err, loadFontkit, now, out, prepareFolder, replaceFile, status } from "./effects.ts";
import { issueNames, shown, sourcesAt } from "./sources.ts";
import { say, sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { count, tell } from "./tell.ts";
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
}

export async function build(request: BuildRequest): Promise<number> {
  const issues = request.issues.length > 0 ? request.issues : issueNames(request.content);
  if (issues === null || issues.length === 0) {
    for (const line of sayLines({
      en: `${request.content}: no issues here; name the folder with --content`,
      zh: `${request.content}：此处没有期刊文件；请用 --content 指明文件夹`,
    }))
      err(line);
    return STATUS.content;
  }
  prepareFolder(request.out);
  const office = openOffice(sourcesAt(request.content), fullShaper(loadFontkit));
  const found: Diagnostic[] = [...office.diagnostics];
  const lines: string[] = [];
  try {
    for (const name of issues) {
      const { issue, diagnostics } = openIssue(office, name);
      found.push(...diagnostics);
      if (!issue) continue;
      for (const edition of request.editions) {
        const start = now();
        const file = join(request.out, fileName(name, edition));
        status(`${name} ${edition}…`);
        const built = await buildEdition(office, issue, edition, request.theme);
        found.push(...built.diagnostics);
        // Faults of what all editions share stand in the way of every file.
        if (!built.pdf || hasErrors(office.diagnostics)) continue;
        replaceFile(file, built.pdf);
        lines.push(summary(file, built, built.pdf, now() - start));
        if (request.explain) lines.push(...explained(built.split));
      }
    }
  } finally {
    // A disk that fills up half-way takes nothing from what was found before.
    status("");
    tell(found, office);
    for (const line of lines) out(line);
  }
  return hasErrors(found) ? STATUS.content : STATUS.done;
}

/** The choice of the columns' split with its runners-up. */
function explained(split: readonly SplitCandidate[]): readonly string[] {
  if (split.length === 0) return [];
  const head = SPLIT.map(({ en, zh }) => say(en, zh));
  const rows = split.map(({ measure, height, blank, ill, cost }) => [
    String(measure),
    height.toFixed(1),
    blank.toFixed(1),
    String(ill),
    cost.toFixed(1),
  ]);
  return [head, ...rows].map((row, k) => `  ${row.join(" · ")}${k === 1 ? "  ←" : ""}`);
}

/** `2024-14.pdf` is bilingual; the others carry their language. */
export const fileName = (issue: string, edition: Edition): string =>
  edition === "bilingual" ? `${issue}.pdf` : `${issue}.${edition}.pdf`;

function summary(file: string, built: Built, pdf: Uint8Array, milliseconds: number): string {
  return `${shown(file)}  ${count(built.pages, "page")}  ${Math.round(pdf.length / 1024)} KB  ${(milliseconds / 1000).toFixed(2)} s`;
}
