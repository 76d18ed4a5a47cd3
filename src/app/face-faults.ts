/** A font that fails while an edition is set → the diagnostic that names it, at its line of fonts.yaml. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { FaceError } from "../font/face-error.ts";
import type { FontBook } from "../model/font-book.ts";

/** @returns Null for any other error, and for a face that no font book names. */
export function faceFault(error: unknown, book: FontBook | null): Diagnostic | null {
  const entry = error instanceof FaceError ? book?.faces.get(error.face) : undefined;
  if (!(error instanceof FaceError) || !entry) return null;
  const { face, fault } = error;
  return { code: "font-refused", severity: "error", span: entry.span, face, file: entry.file, fault };
}
