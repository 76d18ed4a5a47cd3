/** Glyphs of a text in → glyphs with ligatures and variants put in their place (GSUB). */
import { coverageIndex, type LayoutTable, type Lookup, markCovered } from "./layout-table.ts";

/** A glyph and the characters that it stands for. */
export interface TextGlyph {
  readonly gid: number;
  readonly text: string;
}

const SINGLE = 1;
const MULTIPLE = 2;
const LIGATURE = 4;
const CHAINED = 6;

const PLAIN: readonly number[] = [SINGLE, MULTIPLE, LIGATURE];

/** @returns Whether every lookup is of a kind that is known here. */
export const canSubstitute = ({ view, lookup }: LayoutTable, lookups: readonly Lookup[]): boolean =>
  lookups.every(({ type, subtables }) => {
    if (PLAIN.includes(type)) return true;
    if (type !== CHAINED) return false;
    return subtables.every(
      (at) =>
        view.getUint16(at) === 3 && nested(view, at).every(({ index }) => PLAIN.includes(lookup(index).type)),
    );
  });

/** Glyphs that a text may come to for each of its characters; no script needs ten. */
const GROWTH = 64;

/** Lookups that are told apart by a bit each; with more of them all are tried. */
const MOST_BITS = 31;

const ALL = -1;

/** @returns What applies lookups in their order, each from the first glyph to the last, and changes `glyphs`. */
export function substituter(table: LayoutTable, lookups: readonly Lookup[]): (glyphs: TextGlyph[]) => void {
  const known = new Map<number, number>();
  /** A bit for every lookup that may begin with the glyph: most letters begin none. */
  const bitsOf = (gid: number): number => {
    const found = known.get(gid);
    if (found !== undefined) return found;
    let bits = 0;
    lookups.forEach((lookup, k) => {
      if (beginningsOf(table, lookup)[gid] !== 0) bits |= 1 << k;
    });
    known.set(gid, bits);
    return bits;
  };
  return (glyphs) => {
    let bits = lookups.length > MOST_BITS ? ALL : 0;
    if (bits === 0) for (let i = 0; i < glyphs.length; i++) bits |= bitsOf(glyphs[i]!.gid);
    const most = GROWTH * (glyphs.length + 1);
    for (let k = 0; k < lookups.length && bits !== 0; k++) {
      if (bits !== ALL && ((bits >> k) & 1) === 0) continue;
      // What glyphs have become may begin any other.
      if (substitute(table, lookups[k]!, glyphs, most)) bits = ALL;
    }
  };
}

/** @returns Whether anything changed. */
function substitute(table: LayoutTable, lookup: Lookup, glyphs: TextGlyph[], most: number): boolean {
  const beginnings = beginningsOf(table, lookup);
  let isChanged = false;
  for (let i = 0; i < glyphs.length; i++) {
    if (beginnings[glyphs[i]!.gid] === 0) continue;
    const before = glyphs.length;
    for (const at of lookup.subtables)
      if (apply(table, lookup.type, at, glyphs, i)) {
        isChanged = true;
        break;
      }
    // What one glyph became is not looked at again by the same lookup.
    if (lookup.type === MULTIPLE) i += Math.max(0, glyphs.length - before);
    if (glyphs.length > most) throw new RangeError("a font lets glyphs grow without end");
  }
  return isChanged;
}

const known = new WeakMap<Lookup, Uint8Array>();

/** @returns By glyph 1 where a lookup may begin: most glyphs of a text begin nothing, and are passed over. */
function beginningsOf({ view }: LayoutTable, lookup: Lookup): Uint8Array {
  const found = known.get(lookup);
  if (found) return found;
  const made = new Uint8Array(0x10000);
  try {
    for (const at of lookup.subtables) {
      const input = lookup.type === CHAINED ? chainPlaces(view, at).input : null;
      // A context that asks for no glyph begins anywhere.
      if (input !== null && view.getUint16(input) === 0) made.fill(1);
      else markCovered(view, at + view.getUint16(input === null ? at + 2 : input + 2), made);
    }
  } catch {
    // A table that ends too soon may have what a text asks for: it is looked for glyph by glyph.
    made.fill(1);
  }
  known.set(lookup, made);
  return made;
}

/** @returns Whether the subtable at `at` fits the glyphs from `i` on; it is applied then. */
function apply(table: LayoutTable, type: number, at: number, glyphs: TextGlyph[], i: number): boolean {
  const { view } = table;
  if (type === CHAINED) return chained(table, at, glyphs, i);
  const index = coverageIndex(view, at + view.getUint16(at + 2), glyphs[i]!.gid);
  if (index < 0) return false;
  if (type === LIGATURE) return ligature(view, at + view.getUint16(at + 6 + 2 * index), glyphs, i);
  if (type === MULTIPLE) return multiple(view, at + view.getUint16(at + 6 + 2 * index), glyphs, i);
  const { gid, text } = glyphs[i]!;
  const isDelta = view.getUint16(at) === 1;
  const other = isDelta ? (gid + view.getInt16(at + 4)) & 0xffff : view.getUint16(at + 6 + 2 * index);
  glyphs[i] = { gid: other, text };
  return true;
}

/** One glyph becomes several; the first of them keeps the text. */
function multiple(view: DataView, sequence: number, glyphs: TextGlyph[], i: number): boolean {
  const made = Array.from({ length: view.getUint16(sequence) }, (_, k) => ({
    gid: view.getUint16(sequence + 2 + 2 * k),
    text: k === 0 ? glyphs[i]!.text : "",
  }));
  glyphs.splice(i, 1, ...made);
  return true;
}

/** The first ligature of a set whose parts follow. */
function ligature(view: DataView, set: number, glyphs: TextGlyph[], i: number): boolean {
  for (let k = 0; k < view.getUint16(set); k++) {
    const at = set + view.getUint16(set + 2 + 2 * k);
    const count = view.getUint16(at + 2);
    let part = 1;
    while (part < count && glyphs[i + part]?.gid === view.getUint16(at + 2 + 2 * part)) part += 1;
    if (part < count) continue;
    const text = glyphs
      .slice(i, i + count)
      .map((glyph) => glyph.text)
      .join("");
    glyphs.splice(i, count, { gid: view.getUint16(at), text });
    return true;
  }
  return false;
}

/** Chained context, format 3: glyphs before, at and behind a place, each by a coverage of its own. */
function chained(table: LayoutTable, at: number, glyphs: TextGlyph[], i: number): boolean {
  const { view } = table;
  const { before, input, behind } = chainPlaces(view, at);
  if (!covered(view, at, input, glyphs, i, 1) || !covered(view, at, before, glyphs, i - 1, -1)) return false;
  if (!covered(view, at, behind, glyphs, i + view.getUint16(input), 1)) return false;
  // A ligature takes glyphs away: an action behind what is left of the context has none to act on.
  const others = glyphs.length - view.getUint16(input);
  for (const { sequence, index } of nested(view, at)) {
    if (sequence >= glyphs.length - others) continue;
    const { type, subtables } = table.lookup(index);
    subtables.some((place) => apply(table, type, place, glyphs, i + sequence));
  }
  return true;
}

/** Whether the coverages of a list hold the glyphs from `first` on, one by one. */
function covered(
  view: DataView,
  at: number,
  list: number,
  glyphs: readonly TextGlyph[],
  first: number,
  step: 1 | -1,
): boolean {
  const count = view.getUint16(list);
  for (let k = 0; k < count; k++) {
    const glyph = glyphs[first + step * k];
    if (!glyph || coverageIndex(view, at + view.getUint16(list + 2 + 2 * k), glyph.gid) < 0) return false;
  }
  return true;
}

function chainPlaces(view: DataView, at: number) {
  const before = at + 2;
  const input = before + 2 + 2 * view.getUint16(before);
  const behind = input + 2 + 2 * view.getUint16(input);
  return { before, input, behind };
}

/** What a chained context does: at which of its glyphs which lookup. */
function nested(
  view: DataView,
  at: number,
): readonly { readonly sequence: number; readonly index: number }[] {
  const { behind } = chainPlaces(view, at);
  const list = behind + 2 + 2 * view.getUint16(behind);
  return Array.from({ length: view.getUint16(list) }, (_, k) => ({
    sequence: view.getUint16(list + 2 + 4 * k),
    index: view.getUint16(list + 4 + 4 * k),
  }));
}
