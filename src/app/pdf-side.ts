/** A PDF file in → one side of a comparison: its texts, its pages and their faces. */
import { drawnTexts } from "../compare/drawn-texts.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { type Refusal, readDocument } from "../read-pdf/read-document.ts";
import type { Office } from "./build.ts";
import { saidOfFault } from "./describe-pdf-fault.ts";
import type { Side } from "./diff-pages.ts";
import { printable } from "./printable.ts";
import type { Wording } from "./wording.ts";

/** A PDF of ours, read. */
export interface OpenedPdf {
  /** What pages and messages call it. */
  readonly name: string;
  readonly document: DrawnDocument;
  readonly faces: ReadonlyMap<string, Face>;
}

const REFUSED: Readonly<Record<Refusal, Wording>> = {
  damaged: {
    en: "the file is damaged and cannot be read; build it again, or fetch it again from where it came",
    zh: "文件已损坏，无法读取；请重新生成，或从原处重新取得",
  },
  foreign: {
    en: "another program made this PDF; only PDFs that shuanglan built can be compared; import its text (shuanglan import) and compare the issue's file",
    zh: "这个 PDF 由其他程序生成；只能比较 shuanglan 生成的 PDF；可先用 shuanglan import 导入文字，再比较该期的文件",
  },
  press: {
    en: "this PDF is for the press and has no texts to compare; give the reader's PDF of the same build (without --print)",
    zh: "这是印刷用的 PDF，其中没有可比较的文字；请改用同一次生成的阅读版 PDF（不加 --print）",
  },
};

/** @returns Why it can not be read, where it can not. */
export function openedPdf(name: string, bytes: Uint8Array): OpenedPdf | Wording {
  const read = readDocument(bytes);
  if ("found" in read) return { name, ...read.found };
  const { en, zh } = REFUSED[read.refused];
  const { detail } = read;
  const about = typeof detail === "string" ? { en: detail, zh: detail } : saidOfFault(detail);
  return about.en === ""
    ? { en, zh }
    : { en: `${en} (${printable(about.en)})`, zh: `${zh}（${printable(about.zh)}）` };
}

/** @param office Where the words over the pages take their faces from. */
export function pdfSide({ name, document, faces }: OpenedPdf, office: Office): Side {
  const { entries, document: placed } = drawnTexts(document, name);
  return {
    name,
    entries,
    document: placed,
    face: (id) => faces.get(id) ?? office.faces!.face(id),
    office,
    place: () => name,
  };
}
