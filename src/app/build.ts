/** One issue and one edition in → its PDF. The pipeline, read from top to bottom. */
import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { leavesFolder } from "../base/paths.ts";
import type { SourceFile } from "../base/span.ts";
import { checkEdition } from "../content/check-edition.ts";
import { LIMITS } from "../content/limits.ts";
import { readFontBook } from "../content/read-font-book.ts";
import { readTheme } from "../content/read-theme.ts";
import type { DrawnDocument } from "../draw/document.ts";
import { drawDocument } from "../draw/draw-document.ts";
import { FaceSet, faultsOf } from "../font/face-set.ts";
import type { Shaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue } from "../model/issue.ts";
import type { SplitCandidate } from "../pages/column-split.ts";
import { type Composition, composition } from "../pages/composition.ts";
import { type LaidOut, layOut } from "../pages/lay-out.ts";
import { offPage } from "../pages/off-page.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import { faceFault } from "./face-faults.ts";
import { type Content, openContent, type Sources, textFile } from "./open-content.ts";
import { loadPictures, type Pictures } from "./pictures.ts";

export { openIssue, type Sources } from "./open-content.ts";

/** What all issues and editions of one run share. */
export interface Office extends Content {
  readonly book: FontBook | null;
  readonly faces: FaceSet | null;
}

export function openOffice(sources: Sources, shaper: Shaper): Office {
  const content = openContent(sources);
  const found: Diagnostic[] = [];
  const file = textFile(sources, content.files, sources.fontsPath("fonts.yaml"), found);
  const read = file ? readFontBook(file) : null;
  const book = read?.value ?? null;
  const fonts = new Map<string, Uint8Array | null>();
  const font = (name: string) => {
    if (!fonts.has(name)) fonts.set(name, sources.read(sources.fontsPath(name)));
    return fonts.get(name) ?? null;
  };
  const isOutside = (name: string) => leavesFolder(name) || !sources.isWithin(sources.fontsPath(name));
  const faults = book ? faultsOf(book, font, isOutside) : [];
  const faces = book && !hasErrors(faults) ? new FaceSet(book, font, shaper) : null;
  const diagnostics = [...content.diagnostics, ...found, ...(read?.diagnostics ?? []), ...faults];
  return { ...content, book, faces, diagnostics };
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
}

/**
 * @param themeName The theme to use instead of the publication's; null for its own.
 * @returns Null where a fault stands in its way.
 */
export function layOutEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
): Result<LaidEdition> {
  const { sources, files, book, faces } = office;
  const found: Diagnostic[] = [...checkEdition(issue, edition)];
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
  const pictures = loadPictures(issue, sources);
  found.push(...pictures.diagnostics);
  if (!theme.value || !book || !faces || hasErrors(found)) return { value: null, diagnostics: found };

  const work = composition(issue, edition, { design: theme.value, book, faces }, pictures.sizes);
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
    value: hasErrors(found) ? null : { design: theme.value, work, laid, pictures, faces },
    diagnostics: found,
  };
}

/** @param themeName The theme to use instead of the publication's; null for its own. */
export async function buildEdition(
  office: Office,
  issue: Issue,
  edition: Edition,
  themeName: string | null,
): Promise<Built> {
  const { value, diagnostics } = layOutEdition(office, issue, edition, themeName);
  const none = { pdf: null, set: null, pages: 0, split: [] };
  if (!value) return { ...none, diagnostics };
  const { work, laid, pictures, faces } = value;
  const document = drawDocument(work, laid, pictures.files);
  let pdf: Uint8Array;
  try {
    pdf = await writePdf(document, (id) => faces.face(id));
  } catch (error) {
    const fault = faceFault(error, office.book);
    if (!fault) throw error;
    return { ...none, diagnostics: [...diagnostics, fault] };
  }
  const set = { design: value.design, laid, document };
  return { pdf, set, pages: laid.pages.length, split: laid.split, diagnostics };
}

function tooManyPages({ pages }: LaidOut, { span }: Issue): readonly Diagnostic[] {
  const [count, limit] = [pages.length, LIMITS.pages];
  const place = { ...span, end: span.start + 1 };
  if (count <= limit) return [];
  return [{ code: "too-many", severity: "error", span: place, what: "pages", count, limit }];
}

/** Where the publication names its theme. */
function themeAt(file: SourceFile | null, path: string) {
  const start = file ? Math.max(0, file.text.search(/^theme:/m)) : 0;
  return { file: path, start, end: start + 1 };
}
