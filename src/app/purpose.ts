/** What a PDF is made for, and the name of its file that says so. */
import type { Edition } from "../base/language.ts";
import { editionName } from "../model/issue-number.ts";
import type { PrintOrder } from "./print.ts";

export interface Purpose {
  /** How the printer's file is made; null for the reader's. */
  readonly print: PrintOrder | null;
  /** The reader's file carries the texts that it was set from. */
  readonly attachSource: boolean;
}

/** Pixels to the inch from which on a picture prints clean. */
export const PRESS_DPI = 300;

export const READER: Purpose = { print: null, attachSource: false };

/** `2024-14.pdf` is bilingual and for readers; the others carry their language, and what they are for. */
export function pdfName(issue: string, edition: Edition, { print }: Purpose = READER): string {
  const use = print === null ? "" : print.booklet ? ".booklet" : ".print";
  return `${editionName(issue, edition)}${use}.pdf`;
}
