/** Issues and editions, one after the other → their PDFs, set with all that was worked out before. */
import { resolve } from "node:path";
import { hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { FaceSet } from "../font/face-set.ts";
import { fullShaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import { ParagraphMemory } from "../pages/memory.ts";
import { FontPrograms } from "../pdf/font-programs.ts";
import { PageMemory } from "../pdf/page-memory.ts";
import { type Built, buildFile, openOffice } from "./build.ts";
import { type Cache, NO_CACHE } from "./cache.ts";
import type { EditionMemory } from "./edition-memory.ts";
import { expectRunFor, limitRoom } from "./engine.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { MOST_KEPT, recallEdition } from "./kept-editions.ts";
import { keptReadings } from "./kept-readings.ts";
import { openIssue, type Sources } from "./open-content.ts";
import type { Purpose } from "./purpose.ts";
import { READERS, rememberingReaders } from "./readers.ts";

/** An edition as it is built again and again. */
export interface Work {
  readonly content: string;
  readonly issue: string;
  readonly edition: Edition;
  readonly theme: string | null;
  readonly purpose: Purpose;
}

/** A finished edition; its PDF is null where a fault stands in its way. */
export type Made = Omit<Built, "set">;

export interface Setter {
  set(work: Work, sources: Sources): Promise<Made>;
  /** Puts what is new into the cache. */
  save(): void;
}

export function openSetter(cache: Cache): Setter {
  const readings = keptReadings(cache, READERS);
  const readers = rememberingReaders(readings.readers);
  const shaper = fullShaper(loadFontkit);
  const fresh: (() => void)[] = [];

  const memory = (work: Work, design: Design, book: FontBook, faces: FaceSet): EditionMemory => {
    const keys = [design, book, faces].map((value) => readings.keyOf(value));
    // What can not be told from another is set anew and not kept.
    const from = keys.includes(undefined) ? null : keys.join(" ");
    const { content, issue, edition, purpose } = work;
    const name = `edition ${resolve(content)} ${issue} ${edition} ${design.name} ${purpose.print !== null}`;
    const kept = from === null ? null : recallEdition(cache, name, from);
    const paragraphs = new ParagraphMemory(kept?.edition?.paragraphs);
    const programs = new FontPrograms(kept?.edition?.programs);
    const pages = new PageMemory(kept?.edition?.pages);
    fresh.push(() => {
      if (!kept || paragraphs.made + programs.made + pages.made === 0) return;
      kept.keep({ paragraphs: paragraphs.kept, programs: programs.kept, pages: pages.kept });
    });
    return { paragraphs, programs, pages, texts: null };
  };

  return {
    set: async (work, sources) => {
      const office = await openOffice(sources, shaper, readers);
      limitRoom();
      const { value: issue, diagnostics } = await openIssue(office, work.issue);
      const found = [...office.diagnostics, ...diagnostics];
      if (!issue) return { pdf: null, pages: 0, split: [], diagnostics: found };
      const length = office.files.get(issue.span.file)?.text.length ?? 0;
      expectRunFor(length);
      const { edition, theme, purpose } = work;
      // Where nothing is kept it would fill the memory of the process.
      const isKept = cache !== NO_CACHE && length <= MOST_KEPT;
      const recall = isKept ? (design: Design) => memory(work, design, office.book!, office.faces!) : null;
      const built = await buildFile({ office, issue, edition, theme }, purpose, recall);
      const { pages, split } = built;
      // Faults of what all editions share stand in the way of every file.
      const pdf = hasErrors(found) ? null : built.pdf;
      return { pdf, pages, split, diagnostics: [...found, ...built.diagnostics] };
    },
    save: () => {
      readings.save();
      for (const keep of fresh.splice(0)) keep();
    },
  };
}
