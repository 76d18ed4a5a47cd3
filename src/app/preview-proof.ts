/** A sheet of the desk in → what a proofreader would ask about it, as marks for the preview. */
import type { Issue } from "../model/issue.ts";
import { byNumber, isNumbered } from "../model/issue-number.ts";
import type { Finding } from "../proof/finding.ts";
import { proofSteps, type Steps } from "../proof/proofread.ts";
import type { Sheet } from "./desk.ts";
import { now } from "./effects.ts";
import { openIssue } from "./open-content.ts";
import type { GoesOn, ProofMark, Proofread } from "./preview-host.ts";
import { proofRequest, sayingOf } from "./proof-request.ts";
import { proofTools } from "./proof-tools.ts";
import { issueNames } from "./sources.ts";

/** @returns The same marks again for the same sheet, whoever asks, and while they are still looked for. */
export async function previewProof(content: string): Promise<Proofread> {
  const tools = await proofTools(true);
  const known = new WeakMap<Sheet, Promise<readonly ProofMark[] | null>>();
  const marksOf = async ({ issue, office }: Sheet, goesOn: GoesOn): Promise<readonly ProofMark[] | null> => {
    if (!issue) return [];
    const issues = new Map<string, Issue | null>();
    for (const name of (issueNames(content) ?? []).filter(isNumbered).sort(byNumber))
      if (byNumber(name, issue.number) < 0) issues.set(name, (await openIssue(office, name)).value);
    const found = await inTurns(proofSteps(proofRequest(office, issues, issue, []), tools), goesOn);
    return found?.map(markOf) ?? null;
  };
  return async (sheet, goesOn) => {
    const made = known.get(sheet) ?? marksOf(sheet, goesOn);
    known.set(sheet, made);
    const marks = await made;
    if (!marks) known.delete(sheet);
    return marks;
  };
}

const markOf = (finding: Finding): ProofMark => ({
  severity: finding.severity === "error" ? "error" : "warning",
  code: finding.rule,
  span: finding.span,
  said: sayingOf(finding),
});

/** How long work goes on before others have their turn, ms: no longer than a frame of the screen. */
const PIECE = 12;

/** @returns What the steps come to; null where they were given up. */
async function inTurns<T>(steps: Steps<T>, goesOn: GoesOn): Promise<T | null> {
  for (let since = now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (now() - since < PIECE) continue;
    if (!(await goesOn())) return null;
    since = now();
  }
}
