/** What a PDF is made for. */
import type { PrintOrder } from "./print.ts";

/** What a file is for. */
export interface Purpose {
  /** How the printer's file is made; null for the reader's. */
  readonly print: PrintOrder | null;
  /** The reader's file carries the texts that it was set from. */
  readonly attachSource: boolean;
}

export const READER: Purpose = { print: null, attachSource: false };
