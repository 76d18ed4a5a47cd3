/** A Word file and the pictures that its text names in → these with their bytes, and the names of those that it does not name. */
import { unzipSync } from "fflate";
import type { Drawn } from "./docx-pictures.ts";
import { isAddress, type Picture } from "./picture.ts";
import type { Left } from "./piece.ts";

/** Pictures, and what Word draws from data: charts and diagrams. */
const PICTURE = /^word\/(?:media\/|charts\/(?=chart)|diagrams\/(?=data))([^/]+)$/;

/** @returns Null for a part of another kind. */
export const pictureName = (part: string): string | null => PICTURE.exec(part)?.[1] ?? null;

export interface PlacedDrawn extends Drawn {
  /** Number of the paragraph that it hangs at. */
  readonly at: number;
}

/** What one picture may come to when it is unpacked, and all of them. */
const LIMIT = 64 * 1024 * 1024;
const LIMIT_OF_ALL = 256 * 1024 * 1024;

/** Charts have no picture of their own, nor has what stands outside of the file. */
export function placedPictures(file: Uint8Array, drawn: readonly PlacedDrawn[]): readonly Picture[] {
  if (drawn.length === 0) return [];
  const media = mediaIn(file, new Set(drawn.map(({ target }) => `word/${target}`)));
  return drawn
    .map(({ target, alt, at }): Picture => {
      const name = isAddress(target) ? target : target.replace(/^.*[\\/]/, "");
      return { name, bytes: media[`word/${target}`] ?? null, alt, caption: "", at };
    })
    .sort((a, b) => a.at - b.at);
}

/** A picture that can not be unpacked is told of as missing: the text is worth having without it. */
function mediaIn(file: Uint8Array, wanted: ReadonlySet<string>): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  try {
    return unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (!wanted.has(name) || !name.startsWith("word/media/") || originalSize > LIMIT) return false;
        total += originalSize;
        return total <= LIMIT_OF_ALL;
      },
    });
  } catch (error) {
    if (error instanceof Error) return {};
    throw error;
  }
}

/** Pictures of headers, notes and formulas. */
export const outside = (names: readonly string[], placed: readonly Picture[]): readonly Left[] =>
  names
    .filter((name) => !placed.some((picture) => picture.name === name))
    .sort()
    .map((text) => ({ kind: "outside", text }));
