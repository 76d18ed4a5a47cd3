/** One issue and one edition in → its PDF. The pipeline, read from top to bottom. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import type { SourceFile } from "../base/span.ts";
import { checkEdition } from "../content/check-edition.ts";
import { decode } from "../content/decode.ts";
import { readFontBook } from "../content/read-font-book.ts";
import { readIssue } from "../content/read-issue.ts";
import { readPublication } from "../content/read-publication.ts";
import { readTheme } from "../content/read-theme.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { drawDocument } from "../draw/draw-document.ts";
import { FaceSet, faultsOf } from "../font/face-set.ts";
import type { Shaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue, Publication } from "../model/issue.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { composition } from "../pages/composition.ts";
import { type LaidOut, layOut } from "../pages/lay-out.ts";
import { type Attachment, writePdf } from "../pdf/write-pdf.ts";
import { loadPictures } from "./pictures.ts";
import type { PrintOrder } from "./print.ts";

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
  readonly files: Map<string, SourceFile>;
  readonly publication: Publication | null;
  readonly book: FontBook | null;
  readonly faces: FaceSet | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text file once; its diagnostics are told once. */
function textFile(
  sources: Sources,
  files: Map<string, SourceFile>,
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
  const { value, diagnostics } = decode(path, bytes);
  found.push(...diagnostics);
  if (value) files.set(path, value);
  return hasErrors(diagnostics) ? null : value;
}

export function openOffice(sources: Sources, shaper: Shaper): Office {
  const found: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  const read = <T>(
    path: string,
    of: (file: SourceFile) => { value: T | null; diagnostics: readonly Diagnostic[] },
  ) => {
    const file = textFile(sources, files, path, found);
    if (!file) return null;
    const { value, diagnostics } = of(file);
    found.push(...diagnostics);
    return value;
  };
  const publication = read(sources.contentPath("publication.yaml"), readPublication);
  const book = read(sources.fontsPath("fonts.yaml"), readFontBook);
  const fonts = new Map<string, Uint8Array | null>();
  const font = (name: string) => {
    if (!fonts.has(name)) fonts.set(name, sources.read(sources.fontsPath(name)));
    return fonts.get(name) ?? null;
  };
  const faults = book ? faultsOf(book, font) : [];
  found.push(...faults);
  const faces = book && faults.length === 0 ? new FaceSet(book, font, shaper) : null;
  return { sources, files, publication, book, faces, diagnostics: found };
}

/** An issue that was read, with the pictures it names. */
export interface OpenIssue {
  readonly issue: Issue | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function openIssue(office: Office, name: string): OpenIssue {
  const found: Diagnostic[] = [];
  const file = textFile(office.sources, office.files, office.sources.contentPath(`${name}.yaml`), found);
  if (!file) return { issue: null, diagnostics: found };
  const { value, diagnostics } = readIssue(file, office.publication);
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

/** What a file is for. */
export interface Purpose {
  /** How the printer's file is made; null for the reader's. */
  readonly print: PrintOrder | null;
  /** The reader's file carries the texts that it was set from. */
  readonly attachSource: boolean;
}

const READER: Purpose = { print: null, attachSource: false };

/** @param themeName The theme to use instead of the publication's; null for its own. */
export async function buildEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
  purpose: Purpose = READER,
): Promise<Built> {
  const { sources, files, book, faces } = office;
  const found: Diagnostic[] = [...checkEdition(issue, edition)];
  const none = (): Built => ({ pdf: null, set: null, pages: 0, split: [], diagnostics: found });

  const publicationPath = sources.contentPath("publication.yaml");
  const theme = readTheme({
    name: themeName ?? issue.publication.theme,
    at: themeAt(files.get(publicationPath) ?? null, publicationPath),
    load: (name) => {
      const path = sources.themePath(name);
      return path ? textFile(sources, files, path, found) : null;
    },
    known: sources.themeNames,
    edition,
    fonts: book,
  });
  found.push(...theme.diagnostics);
  const pictures = loadPictures(issue, (src) => sources.read(sources.contentPath(src)));
  found.push(...pictures.diagnostics);
  if (!theme.value || !book || !faces || hasErrors(found)) return none();

  const work = composition(issue, edition, { design: theme.value, book, faces }, pictures.sizes);
  const laid = layOut(work);
  found.push(...work.found);
  if (hasErrors(found)) return none();
  const document = drawDocument(work, laid, pictures.files);
  const face = (id: string) => faces.face(id);
  const about = {
    set: { design: theme.value, laid, document },
    pages: laid.pages.length,
    split: laid.split,
  };
  if (purpose.print) {
    const { printed } = await import("./print.ts");
    const { pdf, diagnostics } = await printed(document, face, issue, theme.value, purpose.print, sources);
    return { ...about, pdf, diagnostics: [...found, ...diagnostics] };
  }
  const pdf = await writePdf(document, face, purpose.attachSource ? sourceFiles(office, issue) : []);
  return { ...about, pdf, diagnostics: found };
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
