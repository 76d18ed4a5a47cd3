/** What the build of an edition leaves for the next one of the same edition. */
import { KeptLines } from "../lines/kept-lines.ts";
import { ParagraphMemory } from "../pages/memory.ts";
import { FontPrograms } from "../pdf/font-programs.ts";
import { FromFileToFile } from "../pdf/from-file-to-file.ts";
import { PageMemory } from "../pdf/page-memory.ts";
import type { WriterMemory } from "../pdf/write-pdf.ts";

export interface EditionMemory extends WriterMemory {
  readonly paragraphs: ParagraphMemory;
}

/** For builds in one process, each of an issue that an edit has changed a little. */
export const editionMemory = (): EditionMemory => ({
  paragraphs: new ParagraphMemory(undefined, new KeptLines()),
  programs: new FontPrograms(),
  pages: new PageMemory(),
  texts: new FromFileToFile(new Map()),
});
