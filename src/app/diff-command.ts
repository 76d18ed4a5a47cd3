/** `shuanglan diff`: two states of an issue in → what changed, in the terminal and side by side in a PDF. */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { placeOf } from "../base/span.ts";
import { type Change, compareIssues, placesOf } from "../compare/compare-issues.ts";
import { PREFIX, type Shown, sideBySide } from "../compare/side-by-side.ts";
import type { Entry } from "../compare/texts.ts";
import type { TextItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { fullShaper } from "../font/full-shaper.ts";
import type { Issue } from "../model/issue.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import { buildEdition, type Office, openIssue, openOffice } from "./build.ts";
import { changeLines } from "./diff-words.ts";
import { err, loadFontkit, out, paint, prepareFolder, replaceFile } from "./effects.ts";
import { type Manuscript, manuscript } from "./manuscripts.ts";
import { report } from "./report.ts";
import { shown } from "./sources.ts";
import { say, sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import type { Wording } from "./wording.ts";

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
  const [before, after] = [manuscript(typed, content), manuscript(other, content)];
  if (!before || !after) {
    const missing = before ? other : typed;
    return refused(missing, /\.pdf$/i.test(missing) ? PDF : UNKNOWN);
  }
  const common = before.issues.filter((name) => after.issues.includes(name));
  const names = request.issue === null ? common : common.filter((name) => name === request.issue);
  if (names.length === 0) return refused(request.issue ?? `${typed} … ${other}`, NO_ISSUE);
  prepareFolder(request.out);
  const sides = { before: openSide(before), after: openSide(after) };
  let status: number = STATUS.done;
  let changed = 0;
  for (const name of names) {
    const result = await compared(sides, name, request);
    if (result === "faulty") status = STATUS.content;
    else if (result === "changed") changed += 1;
  }
  if (changed === 0 && status === STATUS.done) out(say("nothing changed", "没有改动"));
  return status;
}

const UNKNOWN = {
  en: "neither a git revision nor a content folder nor an issue's file (.yaml)",
  zh: "不是 git 版本、内容文件夹或某期的文件（.yaml）",
};
const PDF = {
  en: "a PDF does not tell where its text was typed; compare what it was made from: a git revision, a folder or an issue's file",
  zh: "PDF 里没有文字的出处；请比较它的来源：git 版本、内容文件夹或某期的文件",
};
const NO_ISSUE = { en: "no issue that both have", zh: "两个稿本没有相同的期号" };

function refused(what: string, why: Wording): number {
  for (const line of sayLines({ en: `${what}: ${why.en}`, zh: `${what}：${why.zh}` })) err(line);
  return STATUS.content;
}

interface OpenSide {
  readonly manuscript: Manuscript;
  readonly office: Office;
}

const openSide = (manuscript: Manuscript): OpenSide => ({
  manuscript,
  office: openOffice(manuscript.sources, fullShaper(loadFontkit)),
});

interface BuiltSide extends OpenSide {
  readonly issue: Issue;
  readonly document: DrawnDocument;
}

async function compared(
  sides: { readonly before: OpenSide; readonly after: OpenSide },
  name: string,
  request: DiffRequest,
): Promise<"same" | "changed" | "faulty"> {
  const before = await built(sides.before, name, request);
  const after = await built(sides.after, name, request);
  if (!before || !after) return "faulty";
  const changes = compareIssues(before.issue, after.issue);
  const moved = pagesDiffer(before.document, after.document);
  if (changes.length === 0 && !moved) return "same";
  summary(name, before, after, changes);
  const show = (side: BuiltSide, which: "before" | "after"): Shown => ({
    document: side.document,
    places: placesOf(changes, which),
    label: (page) => labelOf(side, page),
  });
  const document = sideBySide(show(before, "before"), show(after, "after"));
  const pdf = await writePdf(document, (id) => faceOf(id, before, after));
  const file = join(request.out, `${name}.diff.pdf`);
  replaceFile(file, pdf);
  out(`${shown(file)}  ${say(count(document.pages.length, "sheet"), `${document.pages.length} 面`)}`);
  return "changed";
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

async function built(side: OpenSide, name: string, request: DiffRequest): Promise<BuiltSide | null> {
  const { office } = side;
  const { issue, diagnostics } = openIssue(office, name);
  const found: Diagnostic[] = [...office.diagnostics, ...diagnostics];
  const made = issue ? await buildEdition(office, issue, request.edition, request.theme) : null;
  found.push(...(made?.diagnostics ?? []));
  const faults = found.filter(({ severity }) => severity === "error");
  for (const fault of faults) err(report(fault, (file) => office.files.get(file)?.text ?? null, paint()));
  return issue && made?.set && !hasErrors(found) ? { ...side, issue, document: made.set.document } : null;
}

/** Faces of both sides, told apart by the prefix of their ids. */
function faceOf(id: string, before: BuiltSide, after: BuiltSide): Face {
  const isOld = id.startsWith(PREFIX.before);
  const { office } = isOld ? before : after;
  return office.faces!.face(id.slice(isOld ? PREFIX.before.length : PREFIX.after.length));
}

/** Pages that look otherwise though every text is the same: another theme, other pictures. */
function pagesDiffer(before: DrawnDocument, after: DrawnDocument): boolean {
  const look = ({ pages }: DrawnDocument) =>
    JSON.stringify(pages.map(({ items }) => items.map((item) => ({ ...item, span: null, tag: null }))));
  return look(before) !== look(after);
}

function summary(name: string, before: BuiltSide, after: BuiltSide, changes: readonly Change[]): void {
  const [one, other] = [before.document.pages.length, after.document.pages.length];
  const texts = count(changes.length, "text");
  out(
    say(
      `${name}  ${texts} changed, ${one} → ${count(other, "page")}`,
      `${name}  ${changes.length} 处文字有改动，页数 ${one} → ${other}`,
    ),
  );
  const colours = paint();
  for (const change of changes) {
    const pages = { before: pageOf(before, change.before), after: pageOf(after, change.after) };
    for (const line of changeLines(change, pages, placeIn(change, before, after), colours)) out(line);
  }
}

/** The page that a text begins on, from 1. */
function pageOf({ document }: BuiltSide, entry: Entry | null): number | null {
  const inline = entry?.texts.zh ?? entry?.texts.en;
  if (!inline) return null;
  const { file, start, end } = inline.span;
  const page = document.pages.findIndex(({ items }) =>
    items.some(
      (item) =>
        item.kind === "text" && item.span?.file === file && item.span.start >= start && item.span.start < end,
    ),
  );
  return page < 0 ? null : page + 1;
}

function placeIn(change: Change, before: BuiltSide, after: BuiltSide): string {
  const [entry, { office }] = change.after ? [change.after, after] : [change.before!, before];
  const span = (entry.texts.zh ?? entry.texts.en)!.span;
  const text = office.files.get(span.file)?.text;
  return text === undefined ? span.file : `${span.file}:${placeOf(text, span.start).line}`;
}

/** Size of what stands over a page, pt. */
const LABEL = 10;
const GREY = { rgb: [0.3, 0.3, 0.3], cmyk: [0, 0, 0, 0.7], spot: null, share: 1 } as const;

/** `HEAD · 2 / 5`, set in the text's faces. */
function labelOf({ manuscript, office, document }: BuiltSide, page: number): readonly TextItem[] {
  const text = `${manuscript.name} · ${page + 1} / ${document.pages.length}`;
  const role = office.book?.roles.get("label") ?? [...(office.book?.roles.values() ?? [])][0];
  if (!role || !office.faces) return [];
  let x = 0;
  return [...text.slice(0, 80)].flatMap((char): readonly TextItem[] => {
    const isHan = /[\u2e80-\uffef]/.test(char);
    const { face, missing } = office.faces!.faceFor(char, isHan ? role.regular.zh : role.regular.en);
    if (missing) return [];
    const shaping = { script: isHan ? "hani" : "latn", language: null, features: [] };
    const glyphs = face
      .shape(char, shaping)
      .map(({ gid, advance, text }) => ({ gid, x: 0, y: 0, width: advance * LABEL, text }));
    const at = x;
    x += glyphs.reduce((sum, { width }) => sum + width, 0);
    return [
      {
        kind: "text",
        face: face.id,
        size: LABEL,
        scale: 1,
        colour: GREY,
        x: at,
        baseline: 0,
        glyphs,
        tag: "pagination",
        span: null,
      },
    ];
  });
}
