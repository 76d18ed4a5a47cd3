/** What a check may find: a rule that a file breaks, with the clause, the object and the page. */

import type { PdfFault } from "../read-pdf/bad-pdf.ts";
import type { PdfPage } from "../read-pdf/page-tree.ts";

export type Rule =
  // the file
  | "syntax"
  | "no-identity"
  | "encrypted"
  | "unordered-names"
  | "uneven-spacing"
  | "bad-stream"
  | "bad-head"
  | "behind-end"
  | "beyond-bounds"
  | "odd-string"
  | "forbidden-entry"
  | "odd-layers"
  // what it says of itself
  | "no-metadata"
  | "no-claim"
  | "no-title"
  | "unknown-property"
  | "bad-metadata"
  | "bad-description"
  | "wrong-claim"
  | "odd-packet"
  | "title-hidden"
  | "no-language"
  | "no-intent"
  | "bad-profile"
  | "several-profiles"
  // its structure
  | "not-tagged"
  | "suspects"
  | "untagged-content"
  | "lost-content"
  | "unknown-type"
  | "odd-role"
  | "no-alternative"
  | "skipped-heading"
  | "mixed-headings"
  | "no-scope"
  | "uneven-rows"
  | "no-note-id"
  | "misplaced-element"
  // annotations
  | "no-tab-order"
  | "no-link-contents"
  | "link-outside-structure"
  | "lost-destination"
  | "unprinted-annotation"
  | "no-appearance"
  | "forbidden-action"
  // what its pages are painted with
  | "unknown-operator"
  | "unknown-intent"
  | "borrowed-resources"
  // fonts
  | "font-not-embedded"
  | "bad-font"
  | "no-unicode"
  | "unmapped-code"
  | "private-character"
  | "no-glyph"
  | "width-differs"
  | "incomplete-set"
  | "incomplete-font"
  | "odd-encoding"
  // colours and attachments
  | "wrong-colour"
  | "blended-in-no-space"
  | "unknown-blend"
  | "attachment-in-part-2"
  | "unnamed-attachment"
  | "no-relationship"
  // printing
  | "no-profile"
  | "no-trim-box"
  | "boxes-not-nested"
  | "live-annotation"
  | "rgb-in-print"
  | "black-spared-out"
  | "no-trapping-word";

export interface Finding {
  readonly rule: Rule;
  /** Standard and clause, such as `PDF/UA-1 7.3`. */
  readonly clause: string;
  /** Number of the object; null for the file as a whole. */
  readonly object: number | null;
  /** From 1. */
  readonly page: number | null;
  /** What was found: a name, a value, what is wrong with the bytes; empty where there is nothing to add. */
  readonly detail: string | PdfFault;
}

/** Where something is that a page has. */
export const onPage = ({ object, number }: PdfPage) => ({ object, page: number });

export type Report = (
  rule: Rule,
  clause: string,
  where?: {
    readonly object?: number | null;
    readonly page?: number | null;
    readonly detail?: Finding["detail"];
  },
) => void;
