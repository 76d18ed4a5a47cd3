/** A sheet of the desk in → what a proofreader would ask about it, as marks for the preview. */
import type { Issue } from "../model/issue.ts";
import { byNumber, isNumbered } from "../model/issue-number.ts";
import { proofread } from "../proof/proofread.ts";
import { openIssue } from "./open-content.ts";
import type { ProofMark, Proofread } from "./preview-host.ts";
import { manuscriptOf, sayingOf } from "./proof-manuscript.ts";
import { proofTools } from "./proof-tools.ts";
import { issueNames } from "./sources.ts";

/** @returns The same marks again for the same sheet. */
export async function previewProof(content: string): Promise<Proofread> {
  const tools = await proofTools(true);
  const known = new WeakMap<object, readonly ProofMark[]>();
  return async (sheet) => {
    const before = known.get(sheet);
    if (before) return before;
    const { issue, office } = sheet;
    if (!issue) return [];
    const issues = new Map<string, Issue | null>();
    for (const name of (issueNames(content) ?? []).filter(isNumbered).sort(byNumber))
      if (byNumber(name, issue.number) < 0) issues.set(name, (await openIssue(office, name)).value);
    const made = proofread(manuscriptOf(office, issues, issue, []), tools).map(
      (finding): ProofMark => ({
        severity: finding.severity === "error" ? "error" : "warning",
        code: finding.rule,
        span: finding.span,
        said: sayingOf(finding),
      }),
    );
    known.set(sheet, made);
    return made;
  };
}
