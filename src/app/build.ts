/** One issue and one edition in → its PDF. The pipeline, read from top to bottom. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SourceFile } from "../base/span.ts";
import { checkEdition } from "../content/check-edition.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { drawDocument } from "../draw/draw-document.ts";
import type { FaceSet } from "../font/face-set.ts";
import type { Shaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue, Publication } from "../model/issue.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { composition } from "../pages/composition.ts";
import { type LaidOut, layOut } from "../pages/lay-out.ts";
import type { ParagraphMemory } from "../pages/memory.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import { loadPictures } from "./pictures.ts";
import { READERS, type Readers } from "./readers.ts";

/** Where files come from. Paths are those that messages show. */
export interface Sources {
  /** Path of a file in the content folder. */
  readonly contentPath: (name: string) => string;
  readonly fontsPath: (name: string) => string;
  /** Path of a theme's file; null when there is no such theme. */
  readonly themePath: (name: string) => string | null;
  readonly themeNames: readonly string[];
  readonly read: (path: string) => Uint8Array | null;
}

/** What all issues and editions of one run share. */
export interface Office {
  readonly sources: Sources;
  readonly readers: Readers;
  readonly files: Map<string, SourceFile>;
  readonly publication: Publication | null;
  readonly book: FontBook | null;
  readonly faces: FaceSet | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text file once; its diagnostics are told once. */
function textFile(
  { sources, readers, files }: Pick<Office, "sources" | "readers" | "files">,
  path: string,
  found: Diagnostic[],
): SourceFile | null {
  const known = files.get(path);
  if (known) return known;
  const bytes = sources.read(path);
  if (!bytes) {
    found.push({ code: "file-missing", severity: "error", span: { file: path, start: 0, end: 0 }, path });
    return null;
  }
  const { value, diagnostics } = readers.decode(path, bytes);
  found.push(...diagnostics);
  if (value) files.set(path, value);
  return hasErrors(diagnostics) ? null : value;
}

export function openOffice(sources: Sources, shaper: Shaper, readers: Readers = READERS): Office {
  const found: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  const read = <T>(
    path: string,
    of: (file: SourceFile) => { value: T | null; diagnostics: readonly Diagnostic[] },
  ) => {
    const file = textFile({ sources, readers, files }, path, found);
    if (!file) return null;
    const { value, diagnostics } = of(file);
    found.push(...diagnostics);
    return value;
  };
  const publication = read(sources.contentPath("publication.yaml"), readers.publication);
  const book = read(sources.fontsPath("fonts.yaml"), readers.book);
  const fonts = new Map<string, Uint8Array | null>();
  const font = (name: string) => {
    if (!fonts.has(name)) fonts.set(name, sources.read(sources.fontsPath(name)));
    return fonts.get(name) ?? null;
  };
  const faces = book ? readers.faces(book, font, shaper) : null;
  found.push(...(faces?.diagnostics ?? []));
  const opened = faces?.value ?? null;
  return { sources, readers, files, publication, book, faces: opened, diagnostics: found };
}

/** An issue that was read, with the pictures it names. */
export interface OpenIssue {
  readonly issue: Issue | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function openIssue(office: Office, name: string): OpenIssue {
  const found: Diagnostic[] = [];
  const file = textFile(office, office.sources.contentPath(`${name}.yaml`), found);
  if (!file) return { issue: null, diagnostics: found };
  const { value, diagnostics } = office.readers.issue(file, office.publication);
  return { issue: value, diagnostics: [...found, ...diagnostics] };
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

/**
 * @param themeName The theme to use instead of the publication's; null for its own.
 * @param memory Paragraphs of the last build of the same edition; null for none.
 */
export async function buildEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
  memory: ParagraphMemory | null = null,
): Promise<Built> {
  const { sources, files, book, faces } = office;
  const found: Diagnostic[] = [...checkEdition(issue, edition)];
  const none = (): Built => ({ pdf: null, set: null, pages: 0, split: [], diagnostics: found });

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
  if (!theme.value || !book || !faces || hasErrors(found)) return none();

  const work = composition(issue, edition, { design: theme.value, book, faces }, pictures.sizes, memory);
  const laid = layOut(work);
  found.push(...work.found);
  if (hasErrors(found)) return none();
  const document = drawDocument(work, laid, pictures.files);
  const pdf = await writePdf(document, (id) => faces.face(id));
  const set = { design: theme.value, laid, document };
  return { pdf, set, pages: laid.pages.length, split: laid.split, diagnostics: found };
}

/** Where the publication names its theme. */
function themeAt(file: SourceFile | null, path: string) {
  const start = file ? Math.max(0, file.text.search(/^theme:/m)) : 0;
  return { file: path, start, end: start + 1 };
}
