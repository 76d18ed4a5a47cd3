/** One issue and one edition in → its PDF. The pipeline, read from top to bottom. */

import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { leavesFolder } from "../base/paths.ts";
import { fileStart } from "../base/span.ts";
import { checkEdition } from "../content/check-edition.ts";
import { LIMITS } from "../content/limits.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { drawDocument } from "../draw/draw-document.ts";
import type { FaceSet } from "../font/face-set.ts";
import type { FontSource } from "../font/font-source.ts";
import type { Shaper } from "../font/full-shaper.ts";
import { issueFile, PUBLICATION_FILE, themeFile } from "../model/content-files.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue } from "../model/issue.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { type Composition, composition } from "../pages/composition.ts";
import { type LaidOut, layOut } from "../pages/lay-out.ts";
import { offPage } from "../pages/off-page.ts";
import { type Attachment, writePdf } from "../pdf/write-pdf.ts";
import type { EditionMemory } from "./edition-memory.ts";
import { expectLettingGo } from "./engine.ts";
import { faceFault } from "./face-faults.ts";
import { type Content, openContent, type Sources, textFile, themeLoader } from "./open-content.ts";
import { loadPictures, type Pictures } from "./pictures.ts";
import { type Purpose, READER } from "./purpose.ts";
import { READERS, type Readers } from "./readers.ts";

/** What all issues and editions of one run share. */
export interface Office extends Content {
  readonly book: FontBook | null;
  readonly faces: FaceSet | null;
}

export async function openOffice(
  sources: Sources,
  shaper: Shaper,
  readers: Readers = READERS,
): Promise<Office> {
  const content = await openContent(sources, readers);
  const found: Diagnostic[] = [];
  const file = textFile(content, sources.fontsPath("fonts.yaml"), found);
  const read = file ? await readers.book(file) : null;
  const book = read?.value ?? null;
  const fonts = new Map<string, FontSource | null>();
  const font = (name: string) => {
    if (!fonts.has(name)) fonts.set(name, sources.font(sources.fontsPath(name)));
    return fonts.get(name) ?? null;
  };
  const isOutside = (name: string) => leavesFolder(name) || !sources.isWithin(sources.fontsPath(name));
  const faces = book ? readers.faces(book, { read: font, isOutside }, shaper) : null;
  const diagnostics = [content, read, faces].flatMap((part) => part?.diagnostics ?? []);
  return { ...content, book, faces: faces?.value ?? null, diagnostics: [...found, ...diagnostics] };
}

/** Pages with all that they were made from. */
export interface SetPages {
  readonly design: Design;
  readonly laid: LaidOut;
  readonly document: DrawnDocument;
}

export interface Built {
  readonly pdf: Uint8Array | null;
  readonly set: SetPages | null;
  readonly pages: number;
  /** Chinese measures that were tried, best first; empty where there was nothing to choose. */
  readonly split: readonly SplitCandidate[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An edition that was laid out, before it is drawn. */
export interface LaidEdition {
  readonly design: Design;
  readonly work: Composition;
  readonly laid: LaidOut;
  readonly pictures: Pictures;
  readonly faces: FaceSet;
  readonly memory: EditionMemory | null;
}

/** Which edition is wanted. */
export interface EditionOrder {
  readonly office: Office;
  readonly issue: Issue;
  readonly edition: Edition;
  /** The theme to use instead of the publication's; null for its own. */
  readonly theme: string | null;
}

/** What the last build of the same edition left; of this design alone where that can be told. */
export type Recall = (design: Design) => EditionMemory;

/** @returns Null where a fault stands in its way. */
export async function layOutEdition(
  { office, issue, edition, theme: wanted }: EditionOrder,
  recall: Recall | null = null,
): Promise<Result<LaidEdition>> {
  const { sources, book, faces } = office;
  const found: Diagnostic[] = [...checkEdition(issue, edition)];
  const { theme: own, themeSpan } = issue.publication;
  const name = wanted ?? own;
  const theme = await office.readers.theme({
    name,
    at: name === own ? themeSpan : fileStart(sources.contentPath(themeFile(name))),
    load: themeLoader(office, found),
    known: sources.themeNames,
    edition,
    fonts: book,
  });
  found.push(...theme.diagnostics);
  const pictures = loadPictures(issue, sources);
  found.push(...pictures.diagnostics);
  if (!theme.value || !book || !faces || hasErrors(found)) return { value: null, diagnostics: found };

  const memory = recall?.(theme.value) ?? null;
  const given = { design: theme.value, book, faces };
  const work = composition(issue, edition, given, pictures.sizes, memory?.paragraphs);
  let laid: LaidOut;
  try {
    laid = layOut(work);
  } catch (error) {
    const fault = faceFault(error, book);
    if (!fault) throw error;
    return { value: null, diagnostics: [...found, fault] };
  }
  found.push(...work.found, ...offPage(laid.pages, theme.value, issue), ...tooManyPages(laid, issue));
  return {
    value: hasErrors(found) ? null : { design: theme.value, work, laid, pictures, faces, memory },
    diagnostics: found,
  };
}

/** What an edition is written from. */
interface DrawnEdition extends Omit<LaidEdition, "work" | "laid"> {
  readonly document: DrawnDocument;
  readonly split: readonly SplitCandidate[];
  /** Null where nobody looks at the pages but their writer. */
  readonly laid: LaidOut | null;
}

/** A function of its own: what it works with is free for the collector when it is done. */
async function drawEdition(
  order: EditionOrder,
  recall: Recall | null,
  once: boolean,
): Promise<Result<DrawnEdition>> {
  const { value, diagnostics } = await layOutEdition(order, recall);
  if (!value) return { value: null, diagnostics };
  const { work, laid, ...rest } = value;
  const document = drawDocument(work, laid, rest.pictures.files, once);
  return { value: { ...rest, document, split: laid.split, laid: once ? null : laid }, diagnostics };
}

/** Lays an edition out and writes it; see `layOutEdition`. */
export async function buildEdition(
  order: EditionOrder,
  purpose: Purpose = READER,
  recall: Recall | null = null,
): Promise<Built> {
  const drawn = await drawEdition(order, recall, false);
  return writeEdition(order, drawn, purpose);
}

/** The same for a file that is written once; pages that nobody looks at again leave the memory as they are written. */
export async function buildFile(
  order: EditionOrder,
  purpose: Purpose,
  recall: Recall | null,
): Promise<Omit<Built, "set">> {
  // Sheets for the press show pages in an order of their own.
  const once = recall === null && purpose.print === null;
  const drawn = await drawEdition(order, recall, once);
  if (once) expectLettingGo();
  const { set, ...made } = await writeEdition(order, drawn, purpose);
  return made;
}

async function writeEdition(
  { office, issue }: EditionOrder,
  { value, diagnostics }: Result<DrawnEdition>,
  purpose: Purpose,
): Promise<Built> {
  const none = { pdf: null, set: null, pages: 0, split: [] };
  if (!value) return { ...none, diagnostics };
  const { design, document, laid, split, faces } = value;
  const memory = value.memory ?? undefined;
  const { sources } = office;
  const face = (id: string) => faces.face(id);
  const set = laid && { design, laid, document };
  const about = { set, pages: document.pages.length, split };
  try {
    if (purpose.print) {
      const { printed } = await import("./print.ts");
      const made = await printed(document, face, issue, design, purpose.print, sources, memory?.programs);
      return { ...about, pdf: made.pdf, diagnostics: [...diagnostics, ...made.diagnostics] };
    }
    const attached = purpose.attachSource ? sourceFiles(office, issue) : [];
    const pdf = await writePdf(document, face, attached, memory);
    return { ...about, pdf, diagnostics };
  } catch (error) {
    const fault = faceFault(error, office.book);
    if (!fault) throw error;
    return { ...none, diagnostics: [...diagnostics, fault] };
  }
}

/** The texts that an issue is set from. */
function sourceFiles({ sources, files }: Office, { number }: Issue): readonly Attachment[] {
  return [PUBLICATION_FILE, issueFile(number)].flatMap((name): Attachment[] => {
    const path = sources.contentPath(name);
    const bytes = files.has(path) ? sources.read(path) : null;
    return bytes ? [{ name, type: "application/yaml", description: `Source: ${name}`, bytes }] : [];
  });
}

function tooManyPages({ pages }: LaidOut, { span }: Issue): readonly Diagnostic[] {
  const [count, limit] = [pages.length, LIMITS.pages];
  const place = { ...span, end: span.start + 1 };
  if (count <= limit) return [];
  return [{ code: "too-many", severity: "error", span: place, what: "pages", count, limit }];
}
