/** What the build of an edition leaves for the next one of the same edition. */
import { ParagraphMemory } from "../pages/memory.ts";
import { FontPrograms } from "../pdf/font-programs.ts";

export interface EditionMemory {
  readonly paragraphs: ParagraphMemory;
  readonly programs: FontPrograms;
}

export const editionMemory = (): EditionMemory => ({
  paragraphs: new ParagraphMemory(),
  programs: new FontPrograms(),
});
