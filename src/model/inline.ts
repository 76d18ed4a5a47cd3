/** Marked-up text of one language: runs of characters with their style and their place in the source. */
import type { Language } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import { joinPlaces, type Places } from "./places.ts";

/** How a run differs from its paragraph's style. */
export interface Mark {
  readonly bold: boolean;
  readonly emphasis: boolean;
  readonly position: "baseline" | "superscript" | "subscript";
  /** Absolute URI (http, https, mailto, tel) that the run links to. */
  readonly link: string | null;
  /** Key of the footnote this run refers to; the run's text is then empty. */
  readonly note: string | null;
}

export const PLAIN: Mark = { bold: false, emphasis: false, position: "baseline", link: null, note: null };

/** Whether two marks, neither of which refers to a footnote, show a text alike. */
export const isSameMark = (a: Mark, b: Mark): boolean =>
  a === b ||
  (a.bold === b.bold && a.emphasis === b.emphasis && a.position === b.position && a.link === b.link);

/** Characters of one mark, and where they were typed; a footnote's run has no text and the place of its mention. */
export interface Run {
  readonly text: string;
  readonly mark: Mark;
  readonly places: Places;
}

/** A text with its marks read. Line breaks the editor typed are `\n` inside runs. */
export interface Inline {
  readonly language: Language;
  readonly runs: readonly Run[];
  readonly span: Span;
}

/** Where every character of a text stands. */
export const placesIn = ({ runs }: Pick<Inline, "runs">): Places =>
  joinPlaces(runs.map(({ places }) => places));

/** The characters alone. */
export const plainText = (inline: Inline): string => inline.runs.map((run) => run.text).join("");
