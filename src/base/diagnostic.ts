/** Faults that an editor can fix: values, never thrown. Wording stands in src/app/describe.ts. */
import type { Language } from "./language.ts";
import type { Pt } from "./length.ts";
import type { Span } from "./span.ts";

export type Severity = "error" | "warning";

/** Why a font file can not be used. */
export type FontFault =
  | "not-a-font"
  | "woff"
  | "woff2"
  | "collection"
  | "cff"
  | "variable"
  | "damaged"
  | "checksum"
  | "endless"
  | "outside"
  | "too-large"
  | "restricted";

/** Why a picture can not be printed. */
export type PictureFault =
  | "svg"
  | "gif"
  | "webp"
  | "heif"
  | "tiff"
  | "no-picture"
  | "damaged"
  | "no-pixels"
  | "too-many-pixels"
  | "large-file"
  | "unusual-jpeg"
  | "too-large-for-inks";

/** What else than UTF-8 a file seems to be saved in. */
export type Encoding = "gbk" | "big5" | "utf-16le" | "utf-16be";

/** What an issue has too much of. */
export type Crowd =
  | "articles"
  | "blocks"
  | "characters"
  | "text-characters"
  | "cell-characters"
  | "word-characters"
  | "cells"
  | "columns"
  | "notes"
  | "pages"
  | "values";

/** What a value has to be. */
export type Expected =
  | "map"
  | "list"
  | "text"
  | "pair"
  | "block"
  | "whole-number"
  | "columns"
  | "measure"
  | "number"
  | "boolean"
  | "length"
  | "ems"
  | "percent"
  | "colour"
  | "issue-number"
  | "key";

/** Something a text says without a reader seeing it, or that YAML makes something else of. */
export type SyntaxFault =
  | "tab"
  /** Many lines of a file are indented with them; the detail is how many. */
  | "tabs"
  | "anchor"
  | "alias"
  | "tag"
  | "directive"
  | "second-document"
  | "comment-behind-text"
  | "complex-key"
  | "too-deep"
  | "unclosed-quote"
  | "backslash-in-quotes"
  | "text-behind-quote"
  | "unquoted-colon"
  | "reserved-start"
  | "full-width-colon"
  | "full-width-comma"
  | "full-width-bracket"
  | "no-space"
  | "no-dash"
  | "extra-dash"
  | "bad-indent"
  | "no-value"
  | "no-key"
  /** Both languages of a pair behind its key; the detail is the first. */
  | "pair-behind-key"
  | "list-behind-key"
  | "bracket-in-text"
  | "unclosed-flow"
  | "empty-item"
  | "comma-in-braces"
  | "missing-comma"
  | "stray-bracket"
  | "quote-in-quotes"
  | "merge-mark"
  | "other";

type Fault =
  // the file
  /** `others` are the issues that there are where an issue's file is missing. */
  | { readonly code: "file-missing"; readonly path: string; readonly others?: readonly string[] }
  /** A file whose name alone keeps it from being read. */
  | { readonly code: "other-extension"; readonly name: string }
  /** An issue whose number another file has, typed otherwise. `place` is where that one says it. */
  | { readonly code: "issue-twice"; readonly name: string; readonly other: string; readonly place: string }
  | { readonly code: "file-too-large"; readonly limit: number }
  | { readonly code: "not-utf8"; readonly guess: Encoding | null }
  | { readonly code: "no-content" }
  | { readonly code: "invisible-character"; readonly codePoint: number }
  | { readonly code: "yaml"; readonly fault: SyntaxFault; readonly detail: string }
  | {
      readonly code: "duplicate-key";
      readonly key: string;
      readonly first: Span;
      /** Whether it stands in an entry of a list, where the dash of the next one may be missing. */
      readonly isEntry: boolean;
    }
  // the shape
  | {
      readonly code: "unknown-key";
      readonly key: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | { readonly code: "misplaced-key"; readonly key: string; readonly beside: string }
  | { readonly code: "missing-key"; readonly key: string }
  | {
      readonly code: "wrong-type";
      readonly path: string;
      readonly expected: Expected;
      readonly found: "map" | "list" | "text";
      /** What was typed; "" where no text was found. */
      readonly text: string;
      /** Keys that may stand there, where keys were expected; none where an editor chooses them. */
      readonly keys: readonly string[];
    }
  | {
      readonly code: "unknown-word";
      readonly word: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | { readonly code: "empty"; readonly path: string }
  | { readonly code: "empty-cell" }
  | {
      readonly code: "long-row";
      readonly cells: number;
      readonly head: number;
      /** A number that its own commas took apart; null for none. */
      readonly number: string | null;
    }
  | { readonly code: "bad-date"; readonly text: string }
  | {
      readonly code: "out-of-range";
      readonly path: string;
      readonly value: number;
      readonly least: number;
      readonly most: number;
      /** Of what is a length. */
      readonly unit: "pt" | "em";
    }
  | { readonly code: "too-many"; readonly what: Crowd; readonly count: number; readonly limit: number }
  /** What every issue shares, in a file that is read as an issue. */
  | { readonly code: "misnamed-publication" }
  | { readonly code: "issue-not-file"; readonly issue: string; readonly file: string }
  | { readonly code: "duplicate-role"; readonly role: string }
  /** An issue's own entry that has the label of a shared one, whose role is spelt nearly the same. */
  | { readonly code: "near-role"; readonly role: string; readonly nearest: string }
  // texts
  | { readonly code: "unfilled"; readonly text: string }
  | { readonly code: "unpaired"; readonly missing: Language }
  | { readonly code: "swapped-languages" }
  | { readonly code: "stacked-accents"; readonly limit: number }
  | { readonly code: "unclosed-mark"; readonly mark: string }
  /** A picture is one as Markdown has it, with an exclamation mark in front. */
  | { readonly code: "bad-link"; readonly uri: string; readonly isPicture: boolean }
  | { readonly code: "unknown-note"; readonly key: string; readonly nearest: string | null }
  | { readonly code: "stray-note"; readonly key: string }
  | { readonly code: "unused-note"; readonly key: string }
  /** A pair where footnotes stand by their keys: most likely the editor's note. */
  | { readonly code: "note-among-notes" }
  | { readonly code: "missing-glyph"; readonly char: string; readonly face: string }
  | { readonly code: "overfull-line"; readonly over: Pt }
  | { readonly code: "off-page"; readonly over: Pt }
  // what an issue names
  | { readonly code: "missing-picture"; readonly src: string; readonly nearest: string | null }
  | { readonly code: "bad-picture"; readonly src: string; readonly fault: PictureFault }
  | { readonly code: "picture-outside"; readonly src: string }
  // what a printing house needs
  | { readonly code: "picture-colour"; readonly src: string }
  | { readonly code: "picture-coarse"; readonly src: string; readonly dpi: number; readonly pixels: number }
  | { readonly code: "no-profile" }
  | { readonly code: "bad-profile"; readonly path: string; readonly found: string }
  | { readonly code: "profile-outside"; readonly path: string }
  | { readonly code: "damaged-profile"; readonly path: string }
  // what else an issue names
  | { readonly code: "unknown-theme"; readonly name: string; readonly known: readonly string[] }
  | { readonly code: "theme-cycle"; readonly name: string }
  | { readonly code: "colour-cycle"; readonly name: string }
  | { readonly code: "unknown-face"; readonly face: string; readonly nearest: string | null }
  | { readonly code: "unknown-font-role"; readonly role: string; readonly nearest: string | null }
  | { readonly code: "font-missing"; readonly face: string; readonly file: string }
  | {
      readonly code: "font-stale";
      readonly face: string;
      readonly file: string;
      readonly tables: readonly string[];
    }
  | {
      readonly code: "font-refused";
      readonly face: string;
      readonly file: string;
      readonly fault: FontFault;
    };

export type Diagnostic = Fault & { readonly severity: Severity; readonly span: Span };

export const hasErrors = (found: readonly Diagnostic[]): boolean =>
  found.some((diagnostic) => diagnostic.severity === "error");

/** What a stage gives: a value where one could be made, and what was found on the way. */
export interface Result<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}
