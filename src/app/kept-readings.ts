/** Files as another run read them → what it made of them, where they have not changed since. */
import { resolve } from "node:path";
import type { Result } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/span.ts";
import type { ThemeRequest } from "../content/read-theme.ts";
import type { LoadTheme } from "../content/theme-values.ts";
import { FaceSet, type FontFiles } from "../font/face-set.ts";
import type { Design } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import type { Issue } from "../model/issue.ts";
import { type Cache, NO_CACHE } from "./cache.ts";
import { glyphKeeper } from "./glyph-keeper.ts";
import { MOST_KEPT } from "./kept-editions.ts";
import { sha256 } from "./late-crypto.ts";
import { issueAfter, type Readers, readDesign, soundIssue } from "./readers.ts";
import { shippedTheme } from "./shipped-readings.ts";

/** A value in the cache, and what it was made from. */
interface Kept<T> {
  readonly from: string;
  readonly result: Result<T>;
}

/** The text is there for the next edit of it, where it is not too long. */
interface KeptIssue extends Kept<Issue> {
  readonly publication: string;
  readonly text: string | null;
}

/** Characters; a longer text would take up more memory than its reading takes time. */
const MOST_TEXT = 1 << 20;

/** A theme is made from several files, each known by the name that it is asked for with. */
interface KeptTheme extends Kept<Design> {
  readonly files: readonly string[];
}

/** Null for a file that is not there. */
type Digest = readonly [name: string, digest: string | null];

export interface KeptReadings {
  readonly readers: Readers;
  /** @returns What tells a value that the readers gave from any other of its kind; undefined where nothing does. */
  keyOf(value: object): string | undefined;
  /** Puts what is new into the cache. */
  save(): void;
}

/** Stands for the parts; messages name a file by its path, which is one of them. */
const digestOf = (...parts: readonly string[]): string => sha256(parts.join("\n"));

const digestOfFile = ({ path, text }: SourceFile): string => digestOf(path, text);

/** @param readers For what is new. */
export function keptReadings(cache: Cache, readers: Readers): KeptReadings {
  const keys = new WeakMap<object, string>();
  /** Texts of font books. */
  const texts = new WeakMap<FontBook, string>();
  /** What is new, by its name in the cache: asked for when it is put there. */
  const fresh = new Map<string, () => unknown>();
  const keyed = <T>(result: Result<T>, key: string): Result<T> => {
    if (typeof result.value === "object" && result.value) keys.set(result.value, key);
    return result;
  };
  /** @param make Takes what is kept of what stood there before. @param also What is kept beside the result. */
  const recalled = async <T, K extends Kept<T>>(
    name: string,
    from: string,
    make: (before: K | undefined) => Promise<Result<T>>,
    also?: Omit<K, keyof Kept<T>>,
  ): Promise<Result<T>> => {
    const kept = cache.recall(name) as K | undefined;
    if (kept?.from === from) return keyed(kept.result, from);
    const result = await make(kept);
    if (result.value !== null) fresh.set(name, () => ({ from, result, ...also }));
    return keyed(result, from);
  };
  const keeperOf = glyphKeeper(cache, cache === NO_CACHE ? null : (name, value) => fresh.set(name, value));
  return {
    keyOf: (value) => keys.get(value),
    save: () => {
      for (const [name, value] of fresh) cache.keep(name, value());
      fresh.clear();
    },
    readers: {
      decode: readers.decode,
      publication: (file) =>
        recalled(`publication ${resolve(file.path)}`, digestOfFile(file), () => readers.publication(file)),
      book: async (file) => {
        const book = await recalled(`fonts ${resolve(file.path)}`, digestOfFile(file), () =>
          readers.book(file),
        );
        if (book.value) texts.set(book.value, file.text);
        return book;
      },
      issue: async (file, publication) => {
        const key = publication && keys.get(publication);
        const read = () => readers.issue(file, publication);
        if (!key || file.text.length > MOST_KEPT) return read();
        const text = file.text.length <= MOST_TEXT ? file.text : null;
        return recalled<Issue, KeptIssue>(
          `issue ${resolve(file.path)}`,
          digestOf(digestOfFile(file), key),
          (kept) => {
            const isSame = kept?.publication === key && kept.text !== null;
            const before = isSame ? soundIssue({ path: file.path, text: kept.text }, kept.result) : null;
            return issueAfter(before, file, read);
          },
          { publication: key, text },
        );
      },
      theme: async (request) => {
        const { fonts } = request;
        const [key, text] = fonts ? [keys.get(fonts), texts.get(fonts)] : [];
        return key && text !== undefined ? theme(request, key, text) : readers.theme(request);
      },
      faces: (book, fonts, shaper) => {
        const [key, found] = [keys.get(book), identityOf(book, fonts)];
        if (!key || !found) return readers.faces(book, fonts, shaper);
        const name = `faces ${key}`;
        const from = digestOf(key, found);
        const set = () => new FaceSet(book, fonts.read, shaper, keeperOf);
        if (cache.recall(name) === from) return keyed({ value: set(), diagnostics: [] }, from);
        const { value, diagnostics } = readers.faces(book, fonts, shaper);
        if (value && diagnostics.length === 0) fresh.set(name, () => from);
        return keyed({ value: value && set(), diagnostics }, from);
      },
    },
  };

  /** What a theme is said to lack depends on more than its files: one without faults alone is kept. */
  async function theme(request: ThemeRequest, fonts: string, fontsText: string): Promise<Result<Design>> {
    const { name: theme, edition, at } = request;
    const name = `theme ${theme} ${edition} ${resolve(at.file)}`;
    const digests = (load: LoadTheme, names: readonly string[]) =>
      names.map((name): Digest => {
        const file = load(name);
        return [name, file && digestOfFile(file)];
      });
    const from = (files: readonly Digest[]) => digestOf(fonts, edition, JSON.stringify(files));
    const kept = cache.recall(name) as KeptTheme | undefined;
    if (kept && kept.from === from(digests(request.load, kept.files))) return keyed(kept.result, kept.from);
    const keep = (result: Result<Design>, files: readonly string[]) => {
      const made: KeptTheme = { from: from(digests(request.load, files)), result, files };
      fresh.set(name, () => made);
      return keyed(result, made.from);
    };
    const shipped = shippedTheme(theme, edition, fontsText, request.load);
    if (shipped) return keep({ value: shipped.design, diagnostics: [] }, shipped.files);
    const { result, files } = await readDesign(request, readers);
    return result.value && result.diagnostics.length === 0 ? keep(result, [...files.keys()]) : result;
  }
}

/** Null where something does not tell one file from another, or may not be read. */
function identityOf(book: FontBook, { read, isOutside }: FontFiles): string | null {
  const all = [...book.faces.values()].map(({ file }) => (isOutside(file) ? null : read(file)?.identity));
  return all.every((identity) => identity) ? all.join("\n") : null;
}
