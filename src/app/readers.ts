/** Files and what stands in them in → what the program makes of them; a desk makes nothing twice. */
import type { Diagnostic, Result } from "../base/diagnostic.ts";
import { hasErrors } from "../base/diagnostic.ts";
import { perObject } from "../base/remembered.ts";
import type { SourceFile } from "../base/span.ts";
import { decode } from "../content/decode.ts";
import { editIssue } from "../content/edit-issue.ts";
import type { ThemeRequest } from "../content/read-theme.ts";
import { FaceSet, type FontFiles, faultsOf } from "../font/face-set.ts";
import type { FontSource } from "../font/font-source.ts";
import type { Shaper } from "../font/full-shaper.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue, Publication } from "../model/issue.ts";
import { NO_CACHE } from "./cache.ts";
import { glyphKeeper } from "./glyph-keeper.ts";
import { isKnownSound } from "./shipped-readings.ts";

export interface Readers {
  readonly decode: (path: string, bytes: Uint8Array) => Result<SourceFile>;
  readonly publication: (file: SourceFile) => Promise<Result<Publication>>;
  readonly book: (file: SourceFile) => Promise<Result<FontBook>>;
  readonly issue: (file: SourceFile, publication: Publication | null) => Promise<Result<Issue>>;
  readonly theme: (request: ThemeRequest) => Promise<Result<Design>>;
  /** The value is null where a file of the book is missing or unusable. */
  readonly faces: (book: FontBook, fonts: FontFiles, shaper: Shaper) => Result<FaceSet>;
}

function openFaces(book: FontBook, fonts: FontFiles, shaper: Shaper): Result<FaceSet> {
  const diagnostics: readonly Diagnostic[] = faultsOf(book, fonts, isKnownSound);
  const faces = () => new FaceSet(book, fonts.read, shaper, glyphKeeper(NO_CACHE));
  return { value: hasErrors(diagnostics) ? null : faces(), diagnostics };
}

/** What reads YAML is loaded when something has to be read. */
export const READERS: Readers = {
  decode,
  publication: async (file) => (await import("../content/read-publication.ts")).readPublication(file),
  book: async (file) => (await import("../content/read-font-book.ts")).readFontBook(file),
  issue: async (file, publication) => (await import("../content/read-issue.ts")).readIssue(file, publication),
  theme: async (request) => (await import("../content/read-theme.ts")).readTheme(request),
  faces: openFaces,
};

/** An issue that was read from its file without any finding. */
interface SoundIssue {
  readonly file: SourceFile;
  readonly issue: Issue;
}

/** @returns Null where there was a finding. */
export const soundIssue = (file: SourceFile, { value, diagnostics }: Result<Issue>): SoundIssue | null =>
  value && diagnostics.length === 0 ? { file, issue: value } : null;

/** @param before Of the same publication: it is patched where the file has other words alone since. */
export async function issueAfter(
  before: SoundIssue | null,
  file: SourceFile,
  read: () => Promise<Result<Issue>>,
): Promise<Result<Issue>> {
  const edited = before && editIssue(before.issue, before.file, file);
  return edited ? { value: edited, diagnostics: [] } : read();
}

/** Readers that give the same object again for the same objects: bytes, files, publication, book. */
export function rememberingReaders(readers: Readers = READERS): Readers {
  const designs = new Map<string, ReadDesign>();
  const issues = new WeakMap<SourceFile, { publication: Publication | null; result: Result<Issue> }>();
  let last: (SoundIssue & { readonly publication: Publication | null }) | null = null;
  let opened: { readonly files: readonly (FontSource | null)[]; readonly result: Result<FaceSet> } | null =
    null;
  let openedFor: FontBook | null = null;
  const decoded = new WeakMap<Uint8Array, Map<string, Result<SourceFile>>>();
  return {
    decode: (path, bytes) => {
      const byPath = decoded.get(bytes) ?? new Map<string, Result<SourceFile>>();
      decoded.set(bytes, byPath);
      const made = byPath.get(path) ?? readers.decode(path, bytes);
      byPath.set(path, made);
      return made;
    },
    publication: perObject(readers.publication),
    book: perObject(readers.book),
    issue: async (file, publication) => {
      const known = issues.get(file);
      if (known && known.publication === publication) return known.result;
      const before = last?.publication === publication ? last : null;
      const result = await issueAfter(before, file, () => readers.issue(file, publication));
      issues.set(file, { publication, result });
      const sound = soundIssue(file, result);
      if (sound) last = { ...sound, publication };
      return result;
    },
    theme: async (request) => {
      const key = `${request.edition} ${request.name}`;
      const known = designs.get(key);
      if (known && isCurrent(known, request)) return known.result;
      const made = await readDesign(request, readers);
      designs.set(key, made);
      return made.result;
    },
    faces: (book, fonts, shaper) => {
      const files = [...book.faces.values()].map(({ file }) => fonts.read(file));
      if (opened && openedFor === book && files.every((source, k) => source === opened?.files[k]))
        return opened.result;
      opened = { files, result: readers.faces(book, fonts, shaper) };
      openedFor = book;
      return opened.result;
    },
  };
}

/** A theme that was read, with all that it was read from. */
interface ReadDesign {
  readonly files: ReadonlyMap<string, SourceFile | null>;
  readonly fonts: FontBook | null;
  readonly result: Result<Design>;
}

export async function readDesign(request: ThemeRequest, readers: Readers): Promise<ReadDesign> {
  const files = new Map<string, SourceFile | null>();
  const load = (name: string) => {
    const file = request.load(name);
    files.set(name, file);
    return file;
  };
  return { files, fonts: request.fonts, result: await readers.theme({ ...request, load }) };
}

/** A theme with faults is read again: what it says of them depends on more than its files. */
function isCurrent({ files, fonts, result }: ReadDesign, request: ThemeRequest): boolean {
  if (!result.value || fonts !== request.fonts) return false;
  return [...files].every(([name, file]) => request.load(name) === file);
}
