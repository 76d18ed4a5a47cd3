/** A content folder in → its editions set anew whenever something they were made from changed. */

import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { fullShaper } from "../font/full-shaper.ts";
import { issueFile } from "../model/content-files.ts";
import type { Issue } from "../model/issue.ts";
import { type Built, buildEdition, type Office, openOffice } from "./build.ts";
import { type EditionMemory, editionMemory } from "./edition-memory.ts";
import { now, pause } from "./effects.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { type Held, KeptFiles } from "./kept-files.ts";
import { openIssue, type Sources, textFile } from "./open-content.ts";
import { figuresOf } from "./pictures.ts";
import { READER } from "./purpose.ts";
import { rememberingReaders } from "./readers.ts";
import { issueNames, issuesAmong, sourcesAt } from "./sources.ts";
import { distinct } from "./tell.ts";
import { twinFaults, twinsOf } from "./twins.ts";

/** What is looked at: an issue in one edition, set with a theme (null: the publication's own). */
export interface View {
  readonly issue: string;
  readonly edition: Edition;
  readonly theme: string | null;
}

/** A view as its files had it when it was set. */
export interface Sheet {
  readonly view: View;
  readonly office: Office;
  readonly issue: Issue | null;
  readonly built: Built | null;
  /** Of the fonts, the publication, the issue and the edition. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that were read, the issue's own among them. */
  readonly files: readonly string[];
  /** The files that differ from the sheet before; all of them on the first. */
  readonly changed: readonly string[];
  /** Milliseconds that setting took. */
  readonly took: number;
}

export const viewKey = ({ issue, edition, theme }: View): string => `${issue} ${edition} ${theme ?? ""}`;

interface Place {
  readonly memory: EditionMemory;
  /** What the last sheet was made from, by path; null for files that were not there. */
  read: ReadonlyMap<string, Held>;
  sheet: Sheet | null;
}

/** How long a file that is being saved is waited for (a busy disk takes its time), and how often it is looked at, ms. */
const RETURN = 500;
const STEP = 10;

/** As many as an office looks at in a day. */
const PLACES = 60;

export class Desk {
  readonly content: string;
  readonly #most: number;
  readonly #files = new KeptFiles();
  readonly #readers = rememberingReaders();
  readonly #shaper = fullShaper(loadFontkit);
  readonly #places = new Map<string, Place>();
  #turn: Promise<unknown> = Promise.resolve();

  /** @param places Views that are kept at hand; those that were not asked for longest go first. */
  constructor(content: string, places = PLACES) {
    this.content = content;
    this.#most = places;
  }

  /** Whether a view is at hand; what was forgotten is set anew when it is asked for. */
  keeps(view: View): boolean {
    return this.#places.has(viewKey(view));
  }

  /** Whether a view at hand has the file's text. */
  hasRead(file: string): boolean {
    return [...this.#places.values()].some(({ sheet }) => sheet?.office.files.has(file));
  }

  /** Names of the issues; empty where the folder is gone. */
  issues(): readonly string[] {
    return issueNames(this.content) ?? [];
  }

  themes(): readonly string[] {
    return sourcesAt(this.content).themeNames;
  }

  /** A file was saved: it is read again even if the file system tells no difference. */
  doubt(path: string): void {
    this.#files.doubt(path);
  }

  /**
   * The view as it is now; the same sheet as before when nothing that it was made from has changed. Sheets
   * are made one at a time.
   */
  sheet(view: View): Promise<Sheet> {
    const made = this.#turn.then(() => this.#sheet(view));
    this.#turn = made.catch(() => {});
    return made;
  }

  /** Resolves when no sheet is being made. */
  async rest(): Promise<void> {
    for (let turn = null as unknown; turn !== this.#turn; ) {
      turn = this.#turn;
      await turn;
    }
  }

  async #sheet(view: View): Promise<Sheet> {
    const place = this.#placeOf(view);
    for (let waited = 0; ; waited += STEP) {
      const read = new Map<string, Held>();
      const isLate = waited >= RETURN;
      if (isLate || !this.#isMidSave(place)) {
        const sheet = await this.#set(view, place, read);
        if (isLate || !this.#isOfHalfASave(sheet, place, read)) return this.#kept(place, sheet, read);
      }
      await pause(STEP);
    }
  }

  /** @param read What is read on the way is put here. */
  async #set(view: View, place: Place, read: Map<string, Held>): Promise<Sheet> {
    const start = now();
    const sources = this.#sources(read);
    if (place.sheet && this.#isCurrent(place, sources)) return place.sheet;
    const office = await openOffice(sources, this.#shaper, this.#readers);
    const { value: issue, diagnostics } = await openIssue(office, view.issue);
    const built = issue ? await buildEdition({ ...view, office, issue }, READER, () => place.memory) : null;
    const found = [
      ...office.diagnostics,
      ...diagnostics,
      ...(built?.diagnostics ?? []),
      ...twinFaultsOf(view.issue, office),
    ];
    return {
      view,
      office,
      issue,
      // Faults of what all editions share stand in the way of every page.
      built: hasErrors(found) ? null : built,
      diagnostics: distinct(found),
      files: [...read.keys()],
      changed: [...read].filter(([path, held]) => place.read.get(path) !== held).map(([path]) => path),
      took: now() - start,
    };
  }

  #kept(place: Place, sheet: Sheet, read: ReadonlyMap<string, Held>): Sheet {
    if (place.sheet === sheet) return sheet;
    // Content with faults stops before its theme and pictures are read: they are kept for when it is mended.
    place.read = sheet.built?.pdf ? read : new Map([...place.read, ...read]);
    place.sheet = sheet;
    this.#forget();
    return sheet;
  }

  #placeOf(view: View): Place {
    const key = viewKey(view);
    const place = this.#places.get(key) ?? { memory: editionMemory(), read: new Map(), sheet: null };
    this.#places.delete(key);
    this.#places.set(key, place);
    return place;
  }

  #sources(read: Map<string, Held>): Sources {
    const noted = <H extends Held>(path: string, held: H): H => {
      read.set(path, held);
      return held;
    };
    return sourcesAt(
      this.content,
      (path) => noted(path, this.#files.read(path)),
      (path) => noted(path, this.#files.font(path)),
    );
  }

  /** A theme of the office's own may have come to stand before one of the program's, or fonts beside the content. */
  #isCurrent({ read, sheet }: Place, sources: Sources): boolean {
    const before = sheet!.office.sources;
    const { issue } = sheet!.view;
    const twins = twinsIn(sources, issue).map((name) => sources.contentPath(issueFile(name)));
    if (twins.some((path) => !read.has(path))) return false;
    if (sources.fontsPath("") !== before.fontsPath("")) return false;
    if (sources.strays.join() !== before.strays.join()) return false;
    // Disks that take a name in other letters have the picture at its old path after it was renamed.
    const pictures = sheet!.issue ? figuresOf(sheet!.issue) : [];
    if (pictures.some(({ src }) => sources.listed(src) !== before.listed(src))) return false;
    const all = new Set([...sources.themeNames, ...before.themeNames]);
    const changed = [...all].filter((name) => sources.themePath(name) !== before.themePath(name));
    // Themes that are not used are named where one is missing.
    const isMissing = sheet!.diagnostics.some(({ code }) => code === "unknown-theme");
    if (changed.some((name) => isMissing || read.has(before.themePath(name) ?? ""))) return false;
    // That there is a twin is told here; what it says is its own.
    const isTwin = (path: string, held: Held) => held !== null && twins.includes(path);
    return [...read].every(([path, held]) => {
      const again = this.#files.again(path, held);
      return again === held || (again !== null && isTwin(path, held));
    });
  }

  /** A save began between the look at a file and the reading of it: what it has no longer, or not yet, is no fault. */
  #isOfHalfASave({ diagnostics }: Sheet, { read: before }: Place, read: ReadonlyMap<string, Held>): boolean {
    const isEmptied = [...read].some(([path, held]) => !held?.length && before.get(path)?.length);
    const isStale = () => [...read].some(([path, held]) => this.#files.again(path, held) !== held);
    return isEmptied || (hasErrors(diagnostics) && isStale());
  }

  /** A file that had content is empty or gone: a program that saves it is about to fill it. */
  #isMidSave({ read }: Place): boolean {
    return [...read].some(([path, held]) => held?.length && !this.#files.again(path, held)?.length);
  }

  #forget(): void {
    for (const key of this.#places.keys()) {
      if (this.#places.size <= this.#most) break;
      this.#places.delete(key);
    }
    this.#files.keep(new Set([...this.#places.values()].flatMap(({ read }) => [...read.keys()])));
  }
}

const twinsIn = ({ namesIn }: Sources, issue: string): readonly string[] =>
  twinsOf(issue, issuesAmong(namesIn("")));

/** That an issue stands in two files, whichever of them is looked at. */
function twinFaultsOf(issue: string, office: Office): readonly Diagnostic[] {
  const twins = twinsIn(office.sources, issue);
  if (twins.length === 0) return [];
  // What is wrong with a twin's text is told where it is looked at itself.
  const textOf = (path: string) => textFile(office, path, [])?.text ?? null;
  return twinFaults([issue, ...twins], office.sources.contentPath, textOf);
}
