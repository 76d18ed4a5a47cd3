/** A font file → its bytes, piece by piece: of twenty megabytes an issue needs a few hundred kilobytes. */

/** Largest file that is taken for a font, bytes: three times the largest Chinese face. */
export const FONT_LIMIT = 64 * 1024 * 1024;

export interface FontSource {
  /** Of the whole file, bytes. */
  readonly length: number;
  /** What tells the file from any other, and from itself once it was changed; null where nothing does. */
  readonly identity: string | null;
  /** @returns Bytes that nobody else writes to. Throws a RangeError where the file ends before them. */
  bytes(from: number, length: number): Uint8Array;
}

/** A font whose bytes are at hand. */
export const fontInMemory = (bytes: Uint8Array): FontSource => ({
  length: bytes.length,
  identity: null,
  bytes: (from, length) => {
    if (from + length > bytes.length) throw new RangeError("the font ends early");
    return bytes.subarray(from, from + length);
  },
});
