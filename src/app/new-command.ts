/** `shuanglan new`: the issues of a content folder in → the file of the next one. */

import { join } from "node:path";
import { fullShaper } from "../font/full-shaper.ts";
import { dateIn, isoDate } from "../model/calendar.ts";
import { issueFile } from "../model/content-files.ts";
import type { Issue } from "../model/issue.ts";
import { byNumber } from "../model/issue-number.ts";
import { openOffice } from "./build.ts";
import { replaceFile } from "./effects.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { type NextFacts, nextFacts, sortedByNumber, writeNext } from "./next-issue.ts";
import { openIssue } from "./open-content.ts";
import { errLines, out } from "./output.ts";
import { issueNames, shown, sourcesAt } from "./sources.ts";
import { say } from "./speech.ts";
import { STATUS } from "./status.ts";
import { refused } from "./tell.ts";
import { twinsOf } from "./twins.ts";
import type { Wording } from "./wording.ts";

export interface NewRequest {
  readonly content: string;
  /** Number that was asked for; null for the next. */
  readonly issue: string | null;
  /** `2024-09-23`; null for the date that follows. */
  readonly date: string | null;
}

export async function newIssue({ content, issue, date }: NewRequest): Promise<number> {
  const issues = sortedByNumber(await readableIssues(content));
  const last = issues.at(-1);
  if (!last) return refused(shown(content), NONE);
  const facts = nextFacts(issues, { issue, date: date === null ? null : dateIn(date) });
  const pathOf = (name: string) => join(content, issueFile(name));
  const names = issueNames(content) ?? [];
  // 2025-2 beside 2025-02 would be a second issue of that number.
  const standing = [facts.issue, ...twinsOf(facts.issue, names)].find((name) => names.includes(name));
  if (standing !== undefined) return refused(shown(pathOf(standing)), STANDS);
  const target = pathOf(facts.issue);
  replaceFile(target, Buffer.from(writeNext(last, facts), "utf8"));
  out(`${shown(target)}  ${say(`follows ${facts.follows}`, `接续 ${facts.follows}`)}`);
  tellEarly(issues, facts);
  return STATUS.done;
}

/** A date that was asked for may be meant; that it is not behind that of the issue before is said. */
function tellEarly(issues: readonly Issue[], { issue, date, follows }: NextFacts): void {
  const before = issues.find(({ number }) => number === follows);
  if (!before || byNumber(follows, issue) >= 0 || isoDate(before.date) < isoDate(date)) return;
  const [day, last] = [isoDate(date), isoDate(before.date)];
  errLines({
    en: `warning: the date ${day} is not later than that of ${follows}, ${last}; check it`,
    zh: `警告：日期 ${day} 不晚于 ${follows} 的 ${last}；请核对`,
  });
}

const NONE: Wording = {
  en: "no issue here that can be read; begin a publication with shuanglan init",
  zh: "此处没有可读的一期；新办刊物请用 shuanglan init",
};
const STANDS: Wording = {
  en: "the issue is there already and was not touched; name another number",
  zh: "该期已存在，未作改动；请另写期号",
};

/** An issue with faults of its own does not keep the next one from being begun. */
async function readableIssues(content: string): Promise<readonly Issue[]> {
  const office = await openOffice(sourcesAt(content), fullShaper(loadFontkit));
  const read: Issue[] = [];
  for (const name of issueNames(content) ?? []) {
    const { value: issue } = await openIssue(office, name);
    if (issue) read.push(issue);
  }
  return read;
}
