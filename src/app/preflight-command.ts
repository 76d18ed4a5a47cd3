/** `shuanglan preflight`: PDF files in → pass, or each broken rule with its clause, object and page. */
import type { Finding } from "../preflight/finding.ts";
import { preflight } from "../preflight/preflight.ts";
import { BROKEN } from "./describe-finding.ts";
import { saidOfFault } from "./describe-pdf-fault.ts";
import { listFolder, readFile } from "./effects.ts";
import { out } from "./output.ts";
import { printable } from "./printable.ts";
import { colon, say, sayInLine, speech } from "./speech.ts";
import { STATUS } from "./status.ts";
import { refused } from "./tell.ts";
import { NO_FILE, type Wording } from "./wording.ts";

export interface Checked {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

/** @param name The file as messages show it. */
export function preflightLines(name: string, bytes: Uint8Array): Checked {
  const { claims, findings } = preflight(bytes);
  if (findings.length === 0) return { passed: true, lines: [passLine(name, claims)] };
  return { passed: false, lines: findings.map((finding) => `${name}${colon()}${described(finding)}`) };
}

const passLine = (name: string, claims: readonly string[]): string =>
  speech() === "zh"
    ? `${name}：合格（${claims.join("、")}）`
    : `${name}: ${say("pass", "合格")} (${claims.join(", ")})`;

function described({ rule, clause, object, page, detail }: Finding): string {
  const isChinese = speech() === "zh";
  const where = [
    isChinese ? clause.replaceAll(", ", "、") : clause,
    ...(object === null ? [] : [`${say("object", "对象")} ${object}`]),
    ...(page === null ? [] : [say(`page ${page}`, `第 ${page} 页`)]),
  ];
  const fault = typeof detail === "string" ? { en: detail, zh: detail } : saidOfFault(detail);
  const said = fault.en === fault.zh ? fault.en : sayInLine(fault);
  const about = said === "" ? "" : isChinese ? `（${printable(said)}）` : ` (${printable(said)})`;
  return `${where.join(isChinese ? "，" : ", ")}${colon()}${sayInLine(BROKEN[rule])}${about}`;
}

const FOLDER: Wording = {
  en: "this is a folder; name the PDF files in it",
  zh: "这是文件夹；请写明其中的 PDF 文件",
};

const NO_PDF: Wording = {
  en: "this is no PDF; name a PDF, such as those that build writes into output",
  zh: "这不是 PDF；请写明 PDF 文件，如 build 存入 output 的文件",
};

/** A PDF says so at its beginning; readers allow some bytes before (ISO 32000-1, H.3 13). */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");

export function preflightFiles(paths: readonly string[]): number {
  let passed = true;
  for (const path of paths) {
    const bytes = readFile(path);
    if (!bytes) {
      passed = false;
      refused(path, listFolder(path) ? FOLDER : NO_FILE);
      continue;
    }
    if (!isPdf(bytes)) {
      passed = false;
      refused(path, NO_PDF);
      continue;
    }
    const checked = preflightLines(path, bytes);
    passed &&= checked.passed;
    for (const line of checked.lines) out(line);
  }
  return passed ? STATUS.done : STATUS.content;
}
