/** `shuanglan import`: a Word, Markdown or text file, or one of each language, in → an issue's file, and what in it wants a second look. */

import { basename, dirname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { LANGUAGES } from "../base/language.ts";
import { fileStart } from "../base/span.ts";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import { type Draft, type DraftBlock, type DraftPair, draftOf, type House } from "../import/draft.ts";
import { picturesIn, REMARKS, remark, writeIssue } from "../import/write-issue.ts";
import { issueFile, PUBLICATION_FILE } from "../model/content-files.ts";
import { plainText } from "../model/inline.ts";
import type { Publication, TextPair } from "../model/issue.ts";
import { areNamesakes } from "../proof/namesakes.ts";
import { unlike } from "../proof/unlike.ts";
import { count } from "./count.ts";
import { prepareFolder, readFile, replaceFile } from "./effects.ts";
import { withComments } from "./kept-comments.ts";
import { type FreshFile, figureFiles, writeFigures } from "./manuscript-pictures.ts";
import { readOriginals, shownFiles } from "./originals.ts";
import { err, out, outData, paint } from "./output.ts";
import { readings } from "./readings.ts";
import { keepReplaced } from "./replaced-issue.ts";
import { excerpt, placeSaid, report, SEVERITY } from "./report.ts";
import { issueNames, shown } from "./sources.ts";
import { colon, say, sayInLine, sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { refused } from "./tell.ts";
import { nameAmong } from "./twins.ts";

export interface ImportRequest {
  /** One file, or the text and its translation in any order. */
  readonly files: readonly [string, ...string[]];
  readonly content: string;
  /** Number of the issue; null to take the one in the file. */
  readonly issue: string | null;
  readonly force: boolean;
  readonly stdout: boolean;
}

export function importFile(request: ImportRequest): number {
  const original = readOriginals(request.files);
  if ("why" in original) return refused(original.what, original.why);
  const what = shownFiles(request.files);
  const path = join(request.content, PUBLICATION_FILE);
  const publication = publicationAt(path);
  const draft = draftOf(original, houseOf(publication), {
    unlike: (zh, en) => unlike(zh, en, readings),
    namesakes: (zh, en) => areNamesakes(zh, en, readings),
  });
  const isText = ({ kind }: DraftBlock) => kind !== "figure";
  if (!draft.articles.some(({ body }) => body.some(isText))) return refused(what, NOTHING);
  const number = request.issue ?? draft.facts.issue ?? numberIn(request.files);
  if (number === null) return refused(what, NO_NUMBER);
  const issue = nameAmong(number, issueNames(request.content) ?? []);
  const folders = { content: request.content, manuscript: dirname(request.files[0]) };
  const { fileOf, fresh } = figureFiles(picturesIn(draft), issue, folders);
  const written = writeIssue(draft, issue, fileOf);
  if (request.stdout) {
    outData(written.trimEnd());
    if (fresh.length > 0) for (const line of sayLines(NOT_WRITTEN)) err(line);
    return STATUS.done;
  }
  const target = join(request.content, issueFile(issue));
  const before = readFile(target);
  if (!request.force && before) return refused(shown(target), STANDS);
  const {
    text,
    kept: said,
    lost,
  } = withComments(written, new TextDecoder().decode(before ?? new Uint8Array()));
  const bytes = Buffer.from(text, "utf8");
  prepareFolder(request.content);
  const kept = keepReplaced(target, bytes);
  writeFigures(fresh);
  replaceFile(target, bytes);
  summary(draft, target);
  if (kept !== null) out(keptLine(shown(kept), shown(target)));
  if (said + lost > 0) out(commentsLine(said, lost, shown(target), kept && shown(kept)));
  for (const file of fresh) out(pictureLine(file));
  const read = readIssue({ path: shown(target), text }, publication ?? NO_PUBLICATION);
  const asked = remarks(shown(target), text, read.diagnostics);
  for (const fault of read.diagnostics) if (!asked.has(fault)) err(report(fault, () => text, paint()));
  return hasErrors(read.diagnostics) ? STATUS.content : STATUS.done;
}

const NOTHING = {
  en: "no text of an article was found in it; check that it holds a title and paragraphs",
  zh: "其中没有找到文章；请确认里面有标题和正文",
};
const NO_NUMBER = {
  en: "it does not say which issue it is; give it with --issue 2024-14",
  zh: "其中没有期号；请用 --issue 2024-14 写明",
};
const STANDS = {
  en: "the issue is there already; replace it with --force, which keeps a copy",
  zh: "该期已存在；要替换请加 --force，原文件会留存",
};

const NOT_WRITTEN = {
  en: "pictures are put into the content folder only without --stdout",
  zh: "不带 --stdout 时才会把图片存入内容文件夹",
};

const numberIn = (paths: readonly string[]): string | null =>
  paths
    .map((path) => /(?<!\d)\d{4}-\d{1,3}(?!\d)/.exec(basename(path))?.[0])
    .find((it) => it !== undefined) ?? null;

function publicationAt(path: string): Publication | null {
  const bytes = readFile(path);
  if (!bytes) return null;
  return readPublication({ path: shown(path), text: new TextDecoder().decode(bytes) }).value;
}

/** Enough to read an issue against where there is no publication yet. */
const NO_PUBLICATION: Publication = {
  name: { zh: null, en: null },
  publisher: { zh: null, en: null },
  theme: "",
  themeSpan: fileStart(""),
  imprint: [],
  glossary: [],
  print: { icc: null, iccSpan: fileStart(""), condition: "" },
  proof: { rules: new Map(), profile: null, words: [] },
};

function houseOf(publication: Publication | null): House {
  if (!publication) return { names: [], imprint: [] };
  const { name, publisher, imprint } = publication;
  const names = [name, publisher]
    .map(plain)
    .flatMap((pair) => LANGUAGES.flatMap((language) => pair[language] ?? []));
  return {
    names,
    imprint: imprint.map(({ role, label, value }) => ({ role, label: plain(label), value: plain(value) })),
  };
}

const plain = ({ zh, en }: TextPair): DraftPair => ({ zh: zh && plainText(zh), en: en && plainText(en) });

function summary(draft: Draft, target: string): void {
  const blocks = draft.articles.flatMap(({ body }) => body);
  const pictures = picturesIn(draft).length;
  const [articles, pairs] = [draft.articles.length, blocks.length - pictures];
  const said = say(
    `${count(articles, "article")}, ${count(pairs, "pair")}${pictures > 0 ? `, ${count(pictures, "picture")}` : ""}`,
    `${articles} 篇文章，${pairs} 组对照${pictures > 0 ? `，${pictures} 幅图片` : ""}`,
  );
  out(`${shown(target)}  ${said}`);
}

/** Where the editor's own words are now, and how to see which of them are missing. */
const keptLine = (kept: string, target: string): string =>
  `${kept}  ${say(
    `what ${target} was before; to see what changed: shuanglan diff ${kept} ${target}`,
    `原来的 ${target}；查看改动：shuanglan diff ${kept} ${target}`,
  )}`;

/** What became of the comments of an issue that was replaced. @param copy Null where no comment is in the copy alone. */
function commentsLine(kept: number, lost: number, target: string, copy: string | null): string {
  const [en, zh] = [`${count(kept, "comment")} taken over`, `沿用原有注释 ${kept} 条`];
  if (lost === 0) return `${target}  ${say(en, zh)}`;
  return `${target}  ${say(
    `${en}, ${count(lost, "comment")} only in ${copy}: the lines that they stood at have changed`,
    `${zh}；另有 ${lost} 条只在 ${copy} 里：所在的行已有改动`,
  )}`;
}

const pictureLine = ({ path, name }: FreshFile): string => `${shown(path)}  ← ${name}`;

/**
 * Every comment of ours, with its place: as a warning, or as the error that it stands for.
 *
 * @returns The faults that were told so.
 */
function remarks(path: string, text: string, faults: readonly Diagnostic[]): ReadonlySet<Diagnostic> {
  const colours = paint();
  const told = new Set<Diagnostic>();
  let start = 0;
  for (const line of text.split("\n")) {
    const [opening = "", typed = ""] = /^(\s*(?:- )?)(#.*)/.exec(line)?.slice(1) ?? [];
    for (const name of Object.keys(REMARKS) as (keyof typeof REMARKS)[]) {
      if (!typed.startsWith(remark(name))) continue;
      const rest = typed.slice(remark(name).length).trimStart();
      const fault = faults.find((one) => !told.has(one) && isAskedFor(one, text, start + line.length + 1));
      if (fault) told.add(fault);
      const span = fault?.span ?? { file: path, start: start + opening.length, end: start + line.length };
      const severity = fault ? "error" : "warning";
      const place = colours.strong(placeSaid(span, text));
      const [first = "", ...more] = sayLines(REMARKS[name]);
      err(`${place}: ${colours[severity](sayInLine(SEVERITY[severity]))}${colon()}${behind(first, rest)}`);
      for (const other of more) err(`  ${other}`);
      if (fault) for (const row of excerpt(text, span, colours)) err(row);
    }
    start += line.length + 1;
  }
  return told;
}

/** What a comment asks for stands in the lines below it, before the next comment or blank line. */
function isAskedFor({ code, span }: Diagnostic, text: string, from: number): boolean {
  return code === "empty" && span.start >= from && !/^\s*(?:- )?(?:#|$)/m.test(text.slice(from, span.start));
}

/** What a remark is about, behind it; a full-width colon brings its own space. */
function behind(remark: string, about: string): string {
  return about === "" || remark.endsWith("：") ? `${remark}${about}` : `${remark} ${about}`;
}
