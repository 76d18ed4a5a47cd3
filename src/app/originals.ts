/** The files of a manuscript, one with both languages or one for each, as they were typed → what they are taken apart into. */
import { dirname, join, relative } from "node:path";
import { isZip } from "../base/bytes.ts";
import { LANGUAGES } from "../base/language.ts";
import { decoded } from "../import/decoded.ts";
import type { DocxFault } from "../import/docx-parts.ts";
import type { Original } from "../import/piece.ts";
import { readDocx } from "../import/read-docx.ts";
import { readPlain } from "../import/read-plain.ts";
import { languageOfOriginal, together } from "../import/together.ts";
import { listFolder, readFile } from "./effects.ts";
import { shown } from "./sources.ts";
import { LANGUAGE, NO_FILE, type Wording } from "./wording.ts";

/** Why nothing can be made of them. */
export interface Unusable {
  /** The file, or both. */
  readonly what: string;
  readonly why: Wording;
}

/** Most paragraphs that are paired: a hundred issues in one file. */
const PIECES = 6000;

/** Largest file that is read. */
const LIMIT = 100 * 1024 * 1024;

/** Files as messages name them. */
export const shownFiles = (files: readonly string[]): string => files.map((file) => shown(file)).join(", ");

/** @param files One, or one for each language in any order. */
export function readOriginals(files: readonly [string, ...string[]]): Original | Unusable {
  const read: Original[] = [];
  for (const file of files) {
    const original = readOriginal(file);
    if ("en" in original) return { what: shown(file), why: original };
    read.push(original);
  }
  if (read.reduce((sum, { pieces }) => sum + pieces.length, 0) > PIECES)
    return { what: shownFiles(files), why: DOCX_FAULT["too-large"] };
  const [one, other] = read;
  return other === undefined ? one! : joined(files as readonly [string, string], [one!, other]);
}

function joined(files: readonly [string, string], read: readonly [Original, Original]): Original | Unusable {
  const spoken = read.map(languageOfOriginal);
  for (const [k, language] of spoken.entries()) {
    if (language === "both") return { what: shown(files[k]!), why: BOTH };
    if (language === null) return { what: shown(files[k]!), why: UNSPOKEN };
  }
  const same = LANGUAGES.find((language) => spoken.every((it) => it === language));
  if (same !== undefined) return { what: shownFiles(files), why: sameLanguage(LANGUAGE[same]) };
  const [one, other] = [read[0], placedFrom(dirname(files[0]), dirname(files[1]), read[1])];
  return spoken[0] === "zh" ? together(one, other) : together(other, one);
}

/** Pictures that a file names from its own folder, named from the other's. */
function placedFrom(folder: string, own: string, original: Original): Original {
  if (folder === own) return original;
  const pictures = original.pictures.map((picture) => {
    const path = join(own, picture.name.replaceAll("\\", "/"));
    return picture.bytes || !readFile(path) ? picture : { ...picture, name: relative(folder, path) };
  });
  return { ...original, pictures };
}

function readOriginal(path: string): Original | Wording {
  if (listFolder(path)) return FOLDER;
  const bytes = readFile(path);
  if (!bytes) return NO_FILE;
  if (bytes.length === 0) return EMPTY;
  if (bytes.length > LIMIT) return DOCX_FAULT["too-large"];
  const extension = /\.([^.]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const foreign = foreignFormat(bytes);
  if (foreign) return foreign;
  if (isZip(bytes) || ["docx", "docm", "doc", "wps"].includes(extension)) {
    const read = readDocx(bytes);
    return typeof read === "string" ? DOCX_FAULT[read] : read;
  }
  if (!["txt", "text", "md", "markdown"].includes(extension)) return UNKNOWN;
  return readPlain(decoded(bytes), extension.startsWith("m"));
}

/** Formats that other programs make a .docx of, by how their files begin, whatever they are called. */
function foreignFormat(bytes: Uint8Array): Wording | null {
  const beginning = Buffer.from(bytes.subarray(0, 80)).toString("latin1");
  if (beginning.startsWith("{\\rtf")) return RTF;
  if (beginning.startsWith("%PDF")) return PDF;
  // The first file of the archive says what it is.
  return isZip(bytes) && beginning.includes("application/vnd.oasis.opendocument") ? ODT : null;
}

const ODT = {
  en: "this is a file of LibreOffice or OpenOffice; open it there and save it as .docx",
  zh: "这是 LibreOffice 或 OpenOffice 的文件；请用它打开，另存为 .docx",
};
const RTF = {
  en: "this is rich text (RTF), whatever it is called; open it in Word, WPS or LibreOffice and save it as .docx",
  zh: "这是 RTF 格式（与文件名无关）；请用 Word、WPS 或 LibreOffice 打开，另存为 .docx",
};
const PDF = {
  en: "a PDF knows lines, not paragraphs; ask for the Word file, or copy its text into a .txt file",
  zh: "PDF 里只有行，没有段落；请索取 Word 文件，或把其中的文字复制到 .txt 文件",
};

const DOCX_FAULT: Readonly<Record<DocxFault, Wording>> = {
  "not-docx": {
    en: "this is no Word document; open it in the program that it comes from and save it as .docx",
    zh: "不是 Word 文档；请用原来的程序打开，另存为 .docx",
  },
  "old-doc": {
    en: "this is the format of Word 97–2003; open it in Word, WPS or LibreOffice and save it as .docx",
    zh: "这是 Word 97–2003 的格式；请用 Word、WPS 或 LibreOffice 打开，另存为 .docx",
  },
  "too-large": {
    en: "the file is too large to be an issue; import it in parts",
    zh: "文件过大，不像是一期；请拆开导入",
  },
  damaged: {
    en: "the file is damaged; open it in Word and save it anew",
    zh: "文件已损坏；请用 Word 打开，重新保存",
  },
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
const BOTH = {
  en: "this file holds both languages; import it alone",
  zh: "该文件已含中英文；请单独导入",
};
const UNSPOKEN = {
  en: "no Chinese and no English was found in it; check that it is the right file",
  zh: "其中没有找到中文或英文；请确认文件无误",
};
const sameLanguage = ({ en, zh }: Wording): Wording => ({
  en: `both files are in ${en}; name one in Chinese and one in English`,
  zh: `两个文件都是${zh}；请写一个中文文件和一个英文文件`,
});
