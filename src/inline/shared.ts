/** Boxes and seams as a text asks for them → one object for all that are alike: a long issue has a few thousand kinds. */
import type { Pt } from "../base/length.ts";
import { keptBeside } from "../base/remembered.ts";
import type { Face, Glyph } from "../font/face.ts";
import type { ColourName } from "../model/design.ts";
import type { CharClass } from "../script/char-class.ts";
import type { Letter } from "./letters.ts";
import type { Box, BoxGlyph, Seam, SeamGlyph, SeamKind } from "./paragraph.ts";

function listOf<K extends object, T>(lists: WeakMap<K, T[]>, key: K): T[] {
  const known = lists.get(key);
  if (known) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}

const inBoxes = new WeakMap<Face, Map<number, BoxGlyph[]>>();

/** @param y From the baseline, down. @param width Advance at the size of the box. @param text What a reader copies. */
export function sharedGlyph(face: Face, gid: number, y: Pt, width: Pt, text: string): BoxGlyph {
  const ofFace = inBoxes.get(face) ?? new Map<number, BoxGlyph[]>();
  inBoxes.set(face, ofFace);
  const list = ofFace.get(gid) ?? [];
  ofFace.set(gid, list);
  for (let k = 0; k < list.length; k++) {
    const one = list[k]!;
    if (one.width === width && one.y === y && one.text === text) return one;
  }
  return keptBeside(list, { gid, y, width, text });
}

/** A Han box, and what of its letter it does not tell. */
interface Placed {
  readonly class: CharClass;
  readonly rise: Pt;
  readonly box: Box;
}

const placed = new WeakMap<readonly Glyph[], Placed[]>();

/** @param glyphs What a face gave for a text: it gives the same array for the same character. */
export function sharedBox(
  glyphs: readonly Glyph[],
  letter: Letter,
  hangRight: Pt,
  dotted: boolean,
  make: () => Box,
): Box {
  const { size, rise, style, mark } = letter.look;
  const list = listOf(placed, glyphs);
  for (const one of list)
    if (
      one.box.size === size &&
      one.class === letter.class &&
      one.rise === rise &&
      one.box.colour === style.colour &&
      one.box.link === mark.link &&
      one.box.hangRight === hangRight &&
      one.box.dotted === dotted
    )
      return one.box;
  return keptBeside(list, { class: letter.class, rise, box: make() }).box;
}

const inSeams = new WeakMap<Glyph, SeamGlyph[]>();

/** @param glyph What the face gave; no other face gives the same object. */
export function sharedSeamGlyph(
  face: string,
  glyph: Glyph,
  size: Pt,
  colour: ColourName,
  text: string,
): SeamGlyph {
  const list = listOf(inSeams, glyph);
  for (const one of list) if (one.size === size && one.colour === colour && one.text === text) return one;
  return keptBeside(list, { gid: glyph.gid, y: 0, width: glyph.advance * size, text, face, size, colour });
}

const seams: Readonly<Record<SeamKind, Seam[]>> = {
  word: [],
  mixed: [],
  bracket: [],
  pause: [],
  stop: [],
  han: [],
  inner: [],
  fixed: [],
  newline: [],
};

export function sharedSeam(
  kind: SeamKind,
  width: Pt,
  size: Pt,
  cost: number,
  hyphen: SeamGlyph | null,
  hyphened: boolean,
  space: SeamGlyph | null,
): Seam {
  const list = seams[kind];
  for (let k = 0; k < list.length; k++) {
    const one = list[k]!;
    if (
      one.width === width &&
      one.cost === cost &&
      one.size === size &&
      one.space === space &&
      one.hyphen === hyphen &&
      one.hyphened === hyphened
    )
      return one;
  }
  return keptBeside(list, { kind, width, size, cost, hyphen, hyphened, space });
}
