/** `shuanglan doctor`: this machine and a content folder in → what is in order, what is not, and what to do about it. */

import { basename, dirname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { fileStart } from "../base/span.ts";
import { readTheme } from "../content/read-theme.ts";
import { fullShaper } from "../font/full-shaper.ts";
import { PUBLICATION_FILE } from "../model/content-files.ts";
import { type Office, openOffice } from "./build.ts";
import { cacheFolder } from "./cache.ts";
import { listFolder, readFile } from "./effects.ts";
import { gitVersion } from "./git.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { sha256 } from "./late-crypto.ts";
import {
  type Check,
  cacheCheck,
  editorCheck,
  gitCheck,
  nodeCheck,
  outputCheck,
  type Verdict,
} from "./machine-checks.ts";
import { openIssue, textsIn, themeLoader } from "./open-content.ts";
import { err, out, outData, paint } from "./output.ts";
import { report } from "./report.ts";
import { SHIPPED_THEME } from "./shipped.ts";
import { issueNames, shown, sourcesAt } from "./sources.ts";
import { sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";
import { distinct } from "./tell.ts";
import { twinFaults } from "./twins.ts";
import { noIssues } from "./wording.ts";

export interface DoctorRequest {
  readonly content: string;
  readonly out: string;
  readonly json: boolean;
}

/** Checks that fail for reasons of the machine, not of content or fonts. */
const MACHINE: readonly Check["name"][] = ["node", "output"];

export async function doctor(request: DoctorRequest): Promise<number> {
  const office = await openOffice(sourcesAt(request.content), fullShaper(loadFontkit));
  const found: Diagnostic[] = [...office.diagnostics];
  const checks: readonly Check[] = [
    nodeCheck(process.versions.node),
    ...fontChecks(office),
    await contentCheck(request.content, office, found),
    themeCheck(office, found),
    outputCheck(request.out),
    cacheCheck(cacheFolder(process.env, process.platform)),
    editorCheck(process.env.SHUANGLAN_EDITOR ?? "", process.env.PATH ?? ""),
    gitCheck(gitVersion()),
  ];
  if (request.json)
    outData(JSON.stringify({ ok: checks.every(({ verdict }) => verdict !== "error"), checks }, null, 2));
  else {
    for (const check of checks) for (const line of lines(check)) out(line);
    for (const fault of distinct(found)) err(report(fault, textsIn(office), paint()));
  }
  const failed = checks.filter(({ verdict }) => verdict === "error");
  if (failed.some(({ name }) => MACHINE.includes(name))) return STATUS.environment;
  return failed.length > 0 ? STATUS.content : STATUS.done;
}

const SIGN: Readonly<Record<Verdict, string>> = { ok: "✓", note: "·", warning: "!", error: "✗" };

function lines({ verdict, en, zh }: Check): readonly string[] {
  const colours = paint();
  const sign = { ok: colours.added, note: colours.faint, warning: colours.warning, error: colours.error }[
    verdict
  ](SIGN[verdict]);
  return [...new Set(sayLines({ en, zh }))].map((line, k) => `${k === 0 ? sign : " "} ${line}`);
}

function fontChecks({ sources, book, faces }: Office): readonly Check[] {
  const folder = dirname(sources.fontsPath("fonts.yaml"));
  if (!book)
    return [
      {
        name: "fonts",
        verdict: "error",
        en: `${folder}: fonts.yaml cannot be read; see below`,
        zh: `${folder}：fonts.yaml 无法读取，详见下文`,
      },
    ];
  const files = [...new Set([...book.faces.values()].map(({ file }) => file))];
  const shut = faces
    ? [...book.faces.keys()].filter((id) => !opens(() => faces.face(id)))
    : [...book.faces.keys()];
  const opened: Check =
    shut.length === 0
      ? {
          name: "fonts",
          verdict: "ok",
          en: `${folder}: all ${files.length} fonts open`,
          zh: `${folder}：${files.length} 个字体文件均可打开`,
        }
      : {
          name: "fonts",
          verdict: "error",
          en: `${folder}: some fonts cannot be used; see below`,
          zh: `${folder}：有字体无法使用，详见下文`,
        };
  return [opened, licenceCheck(folder, files), sumCheck(folder, files)];
}

function opens(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch {
    return false;
  }
}

/** `OFL-NotoSerifSC.txt` goes with `NotoSerifSC-Regular.ttf`; a LICENSE goes with all. */
function licenceCheck(folder: string, files: readonly string[]): Check {
  const texts = (listFolder(folder) ?? []).filter((name) => /\.(?:txt|md)$|^licen[cs]e/i.test(name));
  const isGeneral = texts.some((name) => /^(?:licen[cs]e|OFL)(?:\.\w+)?$/i.test(name));
  const bare = files.filter(
    (file) => !isGeneral && !texts.some((text) => text.includes(basename(file).replace(/[-.].*$/, ""))),
  );
  if (bare.length === 0)
    return {
      name: "licences",
      verdict: "ok",
      en: "every font has its licence beside it",
      zh: "每个字体都附有许可证文本",
    };
  return {
    name: "licences",
    verdict: "warning",
    en: `no licence text beside ${bare.join(", ")}; put one there, named after the font`,
    zh: `以下字体没有附许可证文本：${bare.join("、")}；请以字体名命名，放在旁边`,
  };
}

function sumCheck(folder: string, files: readonly string[]): Check {
  const list = readFile(join(folder, "SHA256SUMS"));
  if (!list)
    return {
      name: "checksums",
      verdict: "note",
      en: "no SHA256SUMS to hold the fonts to",
      zh: "没有 SHA256SUMS，未核对字体文件",
    };
  const sums = new Map(
    new TextDecoder()
      .decode(list)
      .split("\n")
      .flatMap((line) => {
        const match = /^([\da-f]{64}) [ *](.+?)\r?$/i.exec(line);
        return match ? [[match[2]!, match[1]!.toLowerCase()] as const] : [];
      }),
  );
  const changed = files.filter((file) => {
    const bytes = readFile(join(folder, file));
    return bytes && sums.has(file) && sha256(bytes) !== sums.get(file);
  });
  if (changed.length > 0)
    return {
      name: "checksums",
      verdict: "error",
      en: `changed since SHA256SUMS was written: ${changed.join(", ")}; fetch them anew, or correct the list`,
      zh: `与 SHA256SUMS 不符：${changed.join("、")}；请重新获取，或更正该列表`,
    };
  const unlisted = files.filter((file) => !sums.has(file));
  if (unlisted.length > 0)
    return {
      name: "checksums",
      verdict: "note",
      en: `not in SHA256SUMS: ${unlisted.join(", ")}`,
      zh: `SHA256SUMS 中没有：${unlisted.join("、")}`,
    };
  return {
    name: "checksums",
    verdict: "ok",
    en: "the fonts are as SHA256SUMS lists them",
    zh: "字体与 SHA256SUMS 相符",
  };
}

async function contentCheck(content: string, office: Office, found: Diagnostic[]): Promise<Check> {
  const names = issueNames(content) ?? [];
  for (const name of names) found.push(...(await openIssue(office, name)).diagnostics);
  found.push(...twinFaults(names, office.sources.contentPath, textsIn(office)));
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.length - errors;
  const folder = shown(content);
  if (names.length === 0) return { name: "content", verdict: "error", ...noIssues(folder) };
  return {
    name: "content",
    verdict: errors > 0 ? "error" : warnings > 0 ? "warning" : "ok",
    en: `${folder}: issues: ${names.length}, errors: ${errors}, warnings: ${warnings}`,
    zh: `${folder}：共 ${names.length} 期，${errors} 处错误，${warnings} 处警告`,
  };
}

function themeCheck(office: Office, found: Diagnostic[]): Check {
  const { sources, publication, book } = office;
  const name = publication?.theme ?? SHIPPED_THEME;
  const unread: Diagnostic[] = [];
  const { diagnostics } = readTheme({
    name,
    at: fileStart(sources.contentPath(PUBLICATION_FILE)),
    load: themeLoader(office, unread),
    known: sources.themeNames,
    edition: "bilingual",
    fonts: book,
  });
  found.push(...unread, ...diagnostics);
  if (hasErrors([...unread, ...diagnostics]))
    return { name: "theme", verdict: "error", en: `theme ${name}: see below`, zh: `版式 ${name}：详见下文` };
  return { name: "theme", verdict: "ok", en: `theme ${name}`, zh: `版式 ${name}` };
}
