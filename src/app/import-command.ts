/** `shuanglan import`: a Word, Markdown or text file in → an issue's file, and what in it wants a second look. */
import { basename, dirname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { LANGUAGES } from "../base/language.ts";
import { fileStart } from "../base/span.ts";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import { decoded } from "../import/decoded.ts";
import { type Draft, type DraftBlock, type DraftPair, draftOf, type House } from "../import/draft.ts";
import type { Original } from "../import/piece.ts";
import { type DocxFault, readDocx } from "../import/read-docx.ts";
import { readPlain } from "../import/read-plain.ts";
import { picturesIn, REMARKS, remark, writeIssue } from "../import/write-issue.ts";
import { plainText } from "../model/inline.ts";
import type { Publication, TextPair } from "../model/issue.ts";
import { count } from "./count.ts";
import { listFolder, prepareFolder, readFile, replaceFile } from "./effects.ts";
import { type FreshFile, figureFiles, writeFigures } from "./manuscript-pictures.ts";
import { err, out, outData, paint } from "./output.ts";
import { excerpt, placeSaid, report, SEVERITY } from "./report.ts";
import { shown } from "./sources.ts";
import { colon, say, sayInLine, sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { refused } from "./tell.ts";
import { NO_FILE, type Wording } from "./wording.ts";

export interface ImportRequest {
  readonly file: string;
  readonly content: string;
  /** Number of the issue; null to take the one in the file. */
  readonly issue: string | null;
  readonly force: boolean;
  readonly stdout: boolean;
}

export function importFile(request: ImportRequest): number {
  const original = readOriginal(request.file);
  if ("en" in original) return refused(shown(request.file), original);
  if (original.pieces.length > PIECES) return refused(shown(request.file), DOCX_FAULT["too-large"]);
  const path = join(request.content, "publication.yaml");
  const publication = publicationAt(path);
  const draft = draftOf(original, houseOf(publication));
  const isText = ({ kind }: DraftBlock) => kind !== "figure";
  if (!draft.articles.some(({ body }) => body.some(isText))) return refused(shown(request.file), NOTHING);
  const issue = request.issue ?? draft.facts.issue ?? numberIn(request.file);
  if (issue === null) return refused(shown(request.file), NO_NUMBER);
  const folders = { content: request.content, manuscript: dirname(request.file) };
  const { fileOf, fresh } = figureFiles(picturesIn(draft), issue, folders);
  const text = writeIssue(draft, issue, fileOf);
  if (request.stdout) {
    outData(text.trimEnd());
    if (fresh.length > 0) for (const line of sayLines(NOT_WRITTEN)) err(line);
    return STATUS.done;
  }
  const target = join(request.content, `${issue}.yaml`);
  if (!request.force && readFile(target)) return refused(shown(target), STANDS);
  prepareFolder(request.content);
  writeFigures(fresh);
  replaceFile(target, Buffer.from(text, "utf8"));
  summary(draft, target);
  for (const file of fresh) out(pictureLine(file));
  const read = readIssue({ path: shown(target), text }, publication ?? NO_PUBLICATION);
  const asked = remarks(shown(target), text, read.diagnostics);
  for (const fault of read.diagnostics) if (!asked.has(fault)) err(report(fault, () => text, paint()));
  return hasErrors(read.diagnostics) ? STATUS.content : STATUS.done;
}

/** Most paragraphs that are paired: a hundred issues in one file. */
const PIECES = 6000;

/** Largest file that is read. */
const LIMIT = 100 * 1024 * 1024;

function readOriginal(path: string): Original | Wording {
  if (listFolder(path)) return FOLDER;
  const bytes = readFile(path);
  if (!bytes) return NO_FILE;
  if (bytes.length === 0) return EMPTY;
  if (bytes.length > LIMIT) return DOCX_FAULT["too-large"];
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || ["docx", "docm", "doc", "wps"].includes(extension)) {
    const read = readDocx(bytes);
    return typeof read === "string" ? DOCX_FAULT[read] : read;
  }
  if (!["txt", "text", "md", "markdown"].includes(extension)) return UNKNOWN;
  return readPlain(decoded(bytes), extension.startsWith("m"));
}

const DOCX_FAULT: Readonly<Record<DocxFault, Wording>> = {
  "not-docx": {
    en: "this is no Word document; save it as .docx in Word",
    zh: "不是 Word 文档；请在 Word 里另存为 .docx",
  },
  "old-doc": {
    en: "this is the format of Word 97–2003; save it as .docx in Word",
    zh: "这是 Word 97–2003 的格式；请在 Word 里另存为 .docx",
  },
  "too-large": {
    en: "the file is too large to be an issue; import it in parts",
    zh: "文件过大，不像是一期；请拆开导入",
  },
  damaged: { en: "the file is damaged; save it anew in Word", zh: "文件已损坏；请在 Word 里重新保存" },
};
const FOLDER = {
  en: "this is a folder; name the file in it that is to be imported",
  zh: "这是文件夹；请写明其中要导入的文件",
};
const EMPTY = {
  en: "the file is empty; it may not have been copied whole: take it from where it came from",
  zh: "文件是空的，可能没有复制完整；请从原处重新复制",
};
const UNKNOWN = {
  en: "only .docx, .md and .txt can be imported; save it as one of these",
  zh: "只能导入 .docx、.md 和 .txt；请另存为其中一种",
};
const NOTHING = {
  en: "no text of an article was found in it; check that it holds a title and paragraphs",
  zh: "其中没有找到文章；请确认里面有标题和正文",
};
const NO_NUMBER = {
  en: "it does not say which issue it is; give it with --issue 2024-14",
  zh: "其中没有期号；请用 --issue 2024-14 写明",
};
const STANDS = {
  en: "the issue is there already; replace it with --force",
  zh: "该期已存在；要替换请加 --force",
};

const NOT_WRITTEN = {
  en: "pictures are put into the content folder only without --stdout",
  zh: "不带 --stdout 时才会把图片存入内容文件夹",
};

const numberIn = (path: string): string | null =>
  /(?<!\d)\d{4}-\d{1,3}(?!\d)/.exec(basename(path))?.[0] ?? null;

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
