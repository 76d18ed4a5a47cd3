/** One issue and one edition in → its PDF. The pipeline, read from top to bottom. */
import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SourceFile } from "../base/span.ts";
import { checkEdition } from "../content/check-edition.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { drawDocument } from "../draw/draw-document.ts";
import type { FaceSet } from "../font/face-set.ts";
import type { FontSource } from "../font/font-source.ts";
import type { Shaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue } from "../model/issue.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { type Composition, composition } from "../pages/composition.ts";
import { type LaidOut, layOut } from "../pages/lay-out.ts";
import type { ParagraphMemory } from "../pages/memory.ts";
import { type Attachment, writePdf } from "../pdf/write-pdf.ts";
import { type Content, openContent, type Sources, textFile } from "./open-content.ts";
import { loadPictures, type Pictures } from "./pictures.ts";
import type { PrintOrder } from "./print.ts";
import { READERS, type Readers } from "./readers.ts";

export { openIssue, type Sources } from "./open-content.ts";

/** What all issues and editions of one run share. */
export interface Office extends Content {
  readonly book: FontBook | null;
  readonly faces: FaceSet | null;
}

export function openOffice(sources: Sources, shaper: Shaper, readers: Readers = READERS): Office {
  const content = openContent(sources, readers);
  const found: Diagnostic[] = [];
  const file = textFile(content, sources.fontsPath("fonts.yaml"), found);
  const read = file ? readers.book(file) : null;
  const book = read?.value ?? null;
  const fonts = new Map<string, FontSource | null>();
  const font = (name: string) => {
    if (!fonts.has(name)) fonts.set(name, sources.font(sources.fontsPath(name)));
    return fonts.get(name) ?? null;
  };
  const faces = book ? readers.faces(book, font, shaper) : null;
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

/** What a file is for. */
export interface Purpose {
  /** How the printer's file is made; null for the reader's. */
  readonly print: PrintOrder | null;
  /** The reader's file carries the texts that it was set from. */
  readonly attachSource: boolean;
}

export const READER: Purpose = { print: null, attachSource: false };

/** An edition that was laid out, before it is drawn. */
export interface LaidEdition {
  readonly design: Design;
  readonly work: Composition;
  readonly laid: LaidOut;
  readonly pictures: Pictures;
  readonly faces: FaceSet;
}

/**
 * @param themeName The theme to use instead of the publication's; null for its own.
 * @param memory Paragraphs of the last build of the same edition; null for none.
 * @returns Null where a fault stands in its way.
 */
export function layOutEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
  memory: ParagraphMemory | null = null,
): Result<LaidEdition> {
  const { sources, files, book, faces } = office;
  const found: Diagnostic[] = [...checkEdition(issue, edition)];
  const publicationPath = sources.contentPath("publication.yaml");
  const theme = office.readers.theme({
    name: themeName ?? issue.publication.theme,
    at: themeAt(files.get(publicationPath) ?? null, publicationPath),
    load: (name) => {
      const path = sources.themePath(name);
      return path ? textFile(office, path, found) : null;
    },
    known: sources.themeNames,
    edition,
    fonts: book,
  });
  found.push(...theme.diagnostics);
  const pictures = loadPictures(issue, (src) => sources.read(sources.contentPath(src)));
  found.push(...pictures.diagnostics);
  if (!theme.value || !book || !faces || hasErrors(found)) return { value: null, diagnostics: found };

  const work = composition(issue, edition, { design: theme.value, book, faces }, pictures.sizes, memory);
  const laid = layOut(work);
  found.push(...work.found);
  return {
    value: hasErrors(found) ? null : { design: theme.value, work, laid, pictures, faces },
    diagnostics: found,
  };
}

/** Lays an edition out and writes it; see `layOutEdition`. */
export async function buildEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
  purpose: Purpose = READER,
  memory: ParagraphMemory | null = null,
): Promise<Built> {
  const { value, diagnostics } = layOutEdition(office, issue, edition, themeName, memory);
  if (!value) return { pdf: null, set: null, pages: 0, split: [], diagnostics };
  const { work, laid, pictures, faces } = value;
  const document = drawDocument(work, laid, pictures.files);
  const { sources } = office;
  const face = (id: string) => faces.face(id);
  const about = {
    set: { design: value.design, laid, document },
    pages: laid.pages.length,
    split: laid.split,
  };
  if (purpose.print) {
    const { printed } = await import("./print.ts");
    const made = await printed(document, face, issue, value.design, purpose.print, sources);
    return { ...about, pdf: made.pdf, diagnostics: [...diagnostics, ...made.diagnostics] };
  }
  const pdf = await writePdf(document, face, purpose.attachSource ? sourceFiles(office, issue) : []);
  return { ...about, pdf, diagnostics };
}

/** The texts that an issue is set from. */
function sourceFiles({ sources, files }: Office, { number }: Issue): readonly Attachment[] {
  return ["publication.yaml", `${number}.yaml`].flatMap((name): Attachment[] => {
    const path = sources.contentPath(name);
    const bytes = files.has(path) ? sources.read(path) : null;
    return bytes ? [{ name, type: "application/yaml", description: `Source: ${name}`, bytes }] : [];
  });
}

/** Where the publication names its theme. */
function themeAt(file: SourceFile | null, path: string) {
  const start = file ? Math.max(0, file.text.search(/^theme:/m)) : 0;
  return { file: path, start, end: start + 1 };
}
