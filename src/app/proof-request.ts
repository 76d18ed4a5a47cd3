/** Content that was read in → what proofreading asks of an issue: the issue, those before it, and their files. */

import type { Wording } from "../base/language.ts";
import { PUBLICATION_FILE } from "../model/content-files.ts";
import type { Issue } from "../model/issue.ts";
import { byNumber } from "../model/issue-number.ts";
import type { Finding } from "../proof/finding.ts";
import type { ProofRequest } from "../proof/proofread.ts";
import type { Content } from "./open-content.ts";

/** @param issues All that were read, by name, oldest first; null for one that can not be read. */
export function proofRequest(
  content: Content,
  issues: ReadonlyMap<string, Issue | null>,
  issue: Issue,
  lines: ProofRequest["lines"],
): ProofRequest {
  // 2024-014 beside 2024-14 counts as before it, for that is told.
  const isBefore = (name: string) => (byNumber(name, issue.number) || (name < issue.number ? -1 : 0)) < 0;
  const earlier = [...issues].flatMap(([name, one]) => (one && isBefore(name) ? [one] : []));
  const files = [issue.span.file, content.sources.contentPath(PUBLICATION_FILE)];
  return { issue, earlier, files: files.flatMap((path) => content.files.get(path) ?? []), lines };
}

/** What is said of a finding, and what is expected. */
export const sayingOf = ({ message, expected }: Finding): Wording => ({
  en: `${message.en}${expected ? ` → ${expected.en}` : ""}`,
  zh: `${message.zh}${expected ? ` → ${expected.zh}` : ""}`,
});
