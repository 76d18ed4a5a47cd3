/** `shuanglan diff`: two states of an issue in → what changed, in the terminal and side by side in a PDF. */
import { basename, extname } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { type Edition, LANGUAGES } from "../base/language.ts";
import { placeOf, type Span } from "../base/span.ts";
import { mastheadTexts } from "../compare/drawn-texts.ts";
import { type Entry, entriesOf, seen } from "../compare/texts.ts";
import { fullShaper } from "../font/full-shaper.ts";
import type { Issue } from "../model/issue.ts";
import { isNumbered } from "../model/issue-number.ts";
import { dateText } from "../pages/wording.ts";
import { type Built, buildEdition, type Office, openOffice } from "./build.ts";
import { type Side, tellChanges } from "./diff-pages.ts";
import { prepareFolder, readFile } from "./effects.ts";
import { commitOf } from "./git.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { type Manuscript, manuscript } from "./manuscripts.ts";
import { openIssue, textsIn } from "./open-content.ts";
import { err, out, paint } from "./output.ts";
import { type OpenedPdf, openedPdf, pdfSide } from "./pdf-side.ts";
import { report } from "./report.ts";
import { sourcesAt } from "./sources.ts";
import { say } from "./speech.ts";
import { STATUS } from "./status.ts";
import { refused } from "./tell.ts";
import { twinFaults, twinsOf } from "./twins.ts";
import { NO_FILE, type Wording } from "./wording.ts";

export interface DiffRequest {
  /** A git revision, a content folder or an issue's file. */
  readonly before: string;
  /** Null for the content folder. */
  readonly after: string | null;
  /** Null for every issue that changed. */
  readonly issue: string | null;
  readonly edition: Edition;
  readonly content: string;
  readonly out: string;
  readonly theme: string | null;
}

export async function diff(request: DiffRequest): Promise<number> {
  const { content } = request;
  const [typed, other] = [request.before, request.after ?? content];
  if (isPdf(typed) || isPdf(other)) return diffPdfs(typed, other, request);
  const [before, after] = [manuscript(typed, content), manuscript(other, content)];
  if (!before || !after) return refused(before ? other : typed, unknown(content));
  const common = before.issues.filter((name) => after.issues.includes(name));
  const names = request.issue === null ? common : common.filter((name) => name === request.issue);
  const alone = request.issue === null ? issuesAlone(before, after) : [];
  if (names.length + alone.length === 0) return refused(request.issue ?? `${typed} … ${other}`, NO_ISSUE);
  for (const line of alone) out(line);
  if (names.length > 0) prepareFolder(request.out);
  for (const side of [before, after]) tellTwins(side, request.issue);
  const sides = { before: await openSide(before), after: await openSide(after) };
  let status: number = STATUS.done;
  let changed = 0;
  for (const name of names) {
    const result = await compared(sides, name, request);
    if (result === "faulty") status = STATUS.content;
    else if (result === "changed") changed += 1;
  }
  if (changed + alone.length === 0 && status === STATUS.done) out(NOTHING());
  return status;
}

/** Issues that one of two states of a publication does not have, as the terminal says it. */
function issuesAlone(before: Manuscript, after: Manuscript): readonly string[] {
  if (!before.isWhole || !after.isWhole) return [];
  const only = (one: Manuscript, other: Manuscript) =>
    one.issues.filter((name) => !other.issues.includes(name));
  return [
    ...only(before, after).map((name) => `${name}  ${say("issue removed", "一期（删去）")}`),
    ...only(after, before).map((name) => `${name}  ${say("issue added", "一期（新增）")}`),
  ];
}

/** That an issue stands in two files of a manuscript. @param issue Null for all of them. */
function tellTwins({ issues, sources }: Manuscript, issue: string | null): void {
  const names = issue === null ? issues : [issue, ...twinsOf(issue, issues)];
  const textOf = (path: string) => new TextDecoder().decode(sources.read(path) ?? new Uint8Array());
  for (const fault of twinFaults(names, sources.contentPath, textOf)) err(report(fault, textOf, paint()));
}

const NOTHING = () => say("nothing changed", "没有改动");

const isPdf = (typed: string): boolean => /\.pdf$/i.test(typed);

/** A PDF knows its texts from its pages alone: where the other side is a manuscript, its PDF is made and read too. */
async function diffPdfs(typed: string, other: string, request: DiffRequest): Promise<number> {
  const files = [typed, other].map((path) => (isPdf(path) ? pdfAt(path) : null));
  if (files.some((file, k) => file === null && isPdf([typed, other][k]!))) return STATUS.content;
  const known = files.find((file) => file !== null)!;
  const name = request.issue ?? issueOf(known);
  const before = files[0] ?? (await madePdf(typed, name, known, request));
  const after = files[1] ?? (await madePdf(other, name, known, request));
  if (!before || !after) return STATUS.content;
  const office = await openOffice(sourcesAt(request.content), fullShaper(loadFontkit));
  prepareFolder(request.out);
  const result = await tellChanges(name, pdfSide(before, office), pdfSide(after, office), request.out);
  if (result === "same") out(NOTHING());
  return STATUS.done;
}

/** What a file says of itself becomes the name of another one: it is taken only where it is an issue's number. */
const issueOf = ({ name, document }: OpenedPdf): string => {
  const { issueNumber } = document.info;
  return isNumbered(issueNumber) ? issueNumber : basename(name, extname(name));
};

/** @returns Null where it can not be read; that is told. */
function pdfAt(path: string): OpenedPdf | null {
  const bytes = readFile(path);
  const opened = bytes ? openedPdf(path, bytes) : null;
  if (opened && "document" in opened) return opened;
  refused(path, opened ?? NO_FILE);
  return null;
}

/** The issue of a manuscript, in the edition of the PDF that it is compared with. */
async function madePdf(
  typed: string,
  name: string,
  known: OpenedPdf,
  { content, theme }: DiffRequest,
): Promise<OpenedPdf | null> {
  const found = manuscript(typed, content);
  if (!found?.issues.includes(name)) {
    refused(found ? `${name}: ${typed}` : typed, found ? NO_ISSUE : unknown(content));
    return null;
  }
  tellTwins(found, name);
  const made = await built(await openSide(found), name, known.document.info.edition, theme);
  const opened = made ? openedPdf(found.name, made.pdf) : null;
  return opened && "document" in opened ? opened : null;
}

/** Where git keeps nothing of the content yet, no revision could be named: the way there is told. */
const unknown = (content: string): Wording => (commitOf(content, "HEAD") === null ? UNKEPT : UNKNOWN);

const UNKEPT = {
  en: "neither a git revision nor a content folder nor an issue's file (.yaml) nor a PDF; git has no commit of this folder yet: git init, git add . and git commit make the first",
  zh: "不是 git 版本、内容文件夹、某期的文件（.yaml）或 PDF；git 里还没有这个文件夹的提交：用 git init、git add . 和 git commit 建立第一次提交",
};
const UNKNOWN = {
  en: "neither a git revision nor a content folder nor an issue's file (.yaml) nor a PDF; name one of these",
  zh: "不是 git 版本、内容文件夹、某期的文件（.yaml）或 PDF；请写其中之一",
};
const NO_ISSUE = {
  en: "no issue that both have; check its number",
  zh: "两个稿本没有共同的一期；请核对期号",
};

interface OpenSide {
  readonly manuscript: Manuscript;
  readonly office: Office;
}

const openSide = async (manuscript: Manuscript): Promise<OpenSide> => ({
  manuscript,
  office: await openOffice(manuscript.sources, fullShaper(loadFontkit)),
});

/** An issue of one manuscript, built. */
interface BuiltSide {
  readonly side: Side;
  readonly pdf: Uint8Array;
}

async function compared(
  sides: { readonly before: OpenSide; readonly after: OpenSide },
  name: string,
  request: DiffRequest,
): Promise<"same" | "changed" | "faulty"> {
  const before = await built(sides.before, name, request.edition, request.theme);
  const after = await built(sides.after, name, request.edition, request.theme);
  return before && after ? tellChanges(name, before.side, after.side, request.out) : "faulty";
}

async function built(
  { manuscript, office }: OpenSide,
  name: string,
  edition: Edition,
  theme: string | null,
): Promise<BuiltSide | null> {
  const { value: issue, diagnostics } = await openIssue(office, name);
  const found: Diagnostic[] = [...office.diagnostics, ...diagnostics];
  const made: Built | null = issue ? await buildEdition({ office, issue, edition, theme }) : null;
  found.push(...(made?.diagnostics ?? []));
  const faults = found.filter(({ severity }) => severity === "error");
  for (const fault of faults) err(report(fault, textsIn(office), paint()));
  if (!issue || !made?.set || !made.pdf || hasErrors(found)) return null;
  const masthead = mastheadTexts(made.set.document, `${issue.span.file} masthead`);
  const side: Side = {
    name: manuscript.name,
    entries: [...masthead.entries, ...entriesOf(issue)],
    document: masthead.document,
    face: (id) => office.faces!.face(id),
    office,
    place: (entry) => placeIn(entry, issue, office),
  };
  return { side, pdf: made.pdf };
}

/** The masthead's numbers and date are made from facts of the issue, and stand where these were typed. */
function spanIn(entry: Entry, { date, places }: Issue): Span {
  if (entry.role !== "masthead") return (entry.texts.zh ?? entry.texts.en)!.span;
  const isDate = LANGUAGES.some(
    (language) => unspaced(seen(entry, language)) === unspaced(dateText[language](date)),
  );
  return isDate ? places.date : places.overall;
}

const unspaced = (text: string): string => text.replace(/\s+/g, "");

function placeIn(entry: Entry, issue: Issue, office: Office): string {
  const span = spanIn(entry, issue);
  const text = office.files.get(span.file)?.text;
  return text === undefined ? span.file : `${span.file}:${placeOf(text, span.start).line}`;
}
