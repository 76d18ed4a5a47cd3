/** What is wrong with the bytes of a PDF → an error that names it, for messages in any language. */

export type PdfFaultKind =
  // the file
  | "no-end"
  | "no-trailer"
  | "broken-index"
  | "impossible-count"
  | "no-object"
  // its values
  | "ends-in-value"
  | "endless-string"
  | "no-number"
  | "no-key"
  | "too-deep"
  // its streams
  | "unknown-filter"
  | "too-large"
  | "too-much-content"
  | "endless-image"
  | "endless-forms"
  // what a page or the structure of one of ours has not, or has too much
  | "no-page"
  | "no-size"
  | "no-resource"
  | "no-font-program"
  | "no-font"
  | "no-image"
  | "no-place"
  | "unknown-operator"
  | "unmarked-content"
  | "unowned-content"
  | "no-document"
  | "unknown-element"
  | "element-twice"
  // bytes that fit together nowhere
  | "damaged";

/** A fault as a value, and what it is about: numbers and names, in the order that its kind says. */
export interface PdfFault {
  readonly kind: PdfFaultKind;
  readonly about: readonly (string | number)[];
}

export class BadPdf extends SyntaxError {
  readonly fault: PdfFault;

  constructor(kind: PdfFaultKind, ...about: readonly (string | number)[]) {
    super([kind, ...about].join(" "));
    this.fault = { kind, about };
  }
}

/** @returns What an error says of the bytes; those that no reader of ours raised say no more than that they are wrong. */
export const faultOf = (error: unknown): PdfFault =>
  error instanceof BadPdf ? error.fault : { kind: "damaged", about: [] };
