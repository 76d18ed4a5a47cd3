/** What is thrown where a face fails while a text is set: too deep inside for a diagnostic to be handed up. */
import type { FontFault } from "../base/diagnostic.ts";

/** A font that could not be shaped with, whichever face it is of. */
export class ShapingError extends Error {
  readonly fault: FontFault;

  constructor(fault: FontFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

/** Caught where an edition is built, which knows the face's place in fonts.yaml. */
export class FaceError extends Error {
  readonly face: string;
  readonly fault: FontFault;

  constructor(face: string, fault: FontFault, detail: string) {
    super(`${face}: ${detail}`);
    this.face = face;
    this.fault = fault;
  }
}

/** Carries out what reads a face's tables; one that leads nowhere is a fault of its file. */
export function readingFace<T>(face: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ShapingError) throw new FaceError(face, error.fault, error.message);
    if (error instanceof RangeError) throw new FaceError(face, "damaged", error.message);
    throw error;
  }
}
