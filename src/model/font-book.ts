/** Which faces an office has and what they are for, as fonts/fonts.yaml says. */
import type { Pair } from "../base/language.ts";
import type { Span } from "../base/span.ts";

/** One font file under the id that roles and the fallback order use. */
export interface FaceEntry {
  readonly id: string;
  /** Path of the file, relative to the folder of fonts.yaml. */
  readonly file: string;
  readonly span: Span;
}

/** The faces of a role: `zh` sets Han and full-width marks, `en` sets Latin, in either language's text. */
export interface FontRole {
  readonly regular: Pair<string>;
  readonly bold: Pair<string>;
  readonly emphasis: Pair<string>;
  readonly boldEmphasis: Pair<string>;
}

export interface FontBook {
  readonly faces: ReadonlyMap<string, FaceEntry>;
  /** Roles by the names that themes use: text, heading, note, display… */
  readonly roles: ReadonlyMap<string, FontRole>;
  /** Face ids tried in order when a role's face lacks a character. */
  readonly fallback: readonly string[];
}
