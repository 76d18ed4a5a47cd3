/** What the preview's server and its page tell each other. */
import type { Edition, Wording } from "../base/language.ts";
import type { Overlay } from "../draw/overlay.ts";

/** What a page looks at; `theme` "" is the publication's own. */
export interface ViewName {
  readonly issue: string;
  readonly edition: Edition;
  readonly theme: string;
}

/** A fault of the content, or something that proofreading found. */
export interface Finding {
  readonly severity: "error" | "warning";
  /** Name of the fault or rule. */
  readonly code: string;
  readonly said: Wording;
  readonly file: string;
  /** The file's whole path. */
  readonly path: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** From 1; 0 where the file could not be read. */
  readonly line: number;
  readonly column: number;
  /** The source line around the place: before it, the place itself, behind it. */
  readonly excerpt: readonly [string, string, string] | null;
}

/** The state of the project: what there is to look at. */
export interface Project {
  readonly name: Wording;
  readonly issues: readonly string[];
  readonly themes: readonly string[];
  /** Whether clicks open an editor through the server; otherwise the page's links do. */
  readonly hasEditor: boolean;
  /** Whether anything is proofread: without it there are no marks to be shown. */
  readonly hasProof: boolean;
  /** Changes when the server is started anew. */
  readonly boot: string;
}

/** The state of a view. `version` names the last good pages; "" while there have been none. */
export interface SheetNews {
  readonly view: ViewName;
  readonly version: string;
  /** One for every page: the same for pages that look the same. */
  readonly pages: readonly { readonly hash: string; readonly width: number; readonly height: number }[];
  /** The pages are those of an earlier save: the content is broken now. */
  readonly isStale: boolean;
  readonly findings: readonly Finding[];
  /** Names of the files that changed. */
  readonly changed: readonly string[];
  /** Milliseconds that setting took. */
  readonly took: number;
}

/** What is laid over the pages of one version. */
export interface Layer {
  readonly overlay: Overlay;
  /** Where the lines of each file begin, as offsets, and the file's whole path. */
  readonly files: Readonly<Record<string, { readonly path: string; readonly lines: readonly number[] }>>;
}

/** What a page asks to be opened in the editor. */
export interface OpenRequest {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the cursor of an editor stands. */
export interface CursorPlace {
  /** From the content folder, with slashes. */
  readonly file: string;
  /** From 1, both. */
  readonly line: number;
  readonly column: number;
}

/** Where a page is led by the cursor. */
export interface LedPlace extends CursorPlace {
  /** The issue whose file it is; null for one that all issues share. */
  readonly issue: string | null;
  /** Number of the text there, as overlays have it: its other language may be what the pages show. */
  readonly pair: number | null;
}
