/** What a table's columns ask for, and the room there is, in → how wide each column is. */
import type { Pt } from "../base/length.ts";

/** Widths that a column asks for, none greater than the one before it. */
export interface ColumnNeed {
  /** All of its texts stand on one line. */
  readonly natural: Pt;
  /** Those below its head stand on one line, and its head is broken as in `decent`. */
  readonly rows: Pt;
  /** Its texts are broken, but not into pieces too short to read. */
  readonly decent: Pt;
  /** Its longest piece that nothing parts just fits. */
  readonly least: Pt;
}

const sum = (widths: readonly Pt[]): Pt => widths.reduce((all, width) => all + width, 0);

/**
 * Columns that fit grow alike. Where they do not, heads are broken before the rows under them. Where that is not
 * enough, columns under an even share keep their texts whole and the others give way alike, none below what it can be
 * read in; only then is what narrow columns have taken as well.
 *
 * @param room Without the gaps, pt.
 * @param words Where columns hold no more than their longest pieces, as many as can keep what they can be read in, so
 *   that the words of the others alone are divided; otherwise all give way alike.
 * @returns They add up to the room; some are less than they need at least only where all of that is more than the room.
 */
export function columnWidths(needs: readonly ColumnNeed[], room: Pt, words = false): readonly Pt[] {
  const naturals = needs.map(({ natural }) => natural);
  const total = sum(naturals);
  if (total <= room) return naturals.map((width) => (width * room) / Math.max(total, 1));
  const even = room / needs.length;
  const narrowOr = (key: "rows" | "decent") =>
    needs.map((need) => (need.natural <= even ? need.natural : need[key]));
  const rows = needs.map((need) => need.rows);
  const decent = needs.map((need) => need.decent);
  for (const floors of [narrowOr("rows"), rows, narrowOr("decent"), decent])
    if (sum(floors) <= room) return fromFloors(naturals, floors, room);
  const least = needs.map((need) => need.least);
  const [low, high] = [sum(least), sum(decent)];
  if (low > room) return least.map((width) => (width * room) / low);
  if (words) return withWholeWords(needs, room - low);
  const share = (room - low) / (high - low);
  return least.map((width, k) => width + share * (decent[k]! - width));
}

/** @param spare What there is beyond the least of every column, less than all of them ask for. pt. */
function withWholeWords(needs: readonly ColumnNeed[], spare: Pt): readonly Pt[] {
  const lacks = needs.map(({ decent, least }) => decent - least);
  const kept = new Set<number>();
  let left = spare;
  // Those that lack least come first: so the most are whole.
  for (const k of lacks.map((_, k) => k).sort((a, b) => lacks[a]! - lacks[b]! || a - b)) {
    if (lacks[k]! > left) break;
    left -= lacks[k]!;
    kept.add(k);
  }
  const share = left / sum(lacks.filter((_, k) => !kept.has(k)));
  return needs.map(({ decent, least }, k) => (kept.has(k) ? decent : least + share * lacks[k]!));
}

/** @returns Widths in one proportion to the natural ones, but for those that would be less than their floor. */
export function fromFloors(naturals: readonly Pt[], floors: readonly Pt[], room: Pt): readonly Pt[] {
  const held = new Set<number>();
  for (;;) {
    const fixed = sum(floors.filter((_, k) => held.has(k)));
    const free = sum(naturals.filter((_, k) => !held.has(k)));
    const scale = (room - fixed) / free;
    // One that is held takes from the others, of which more may reach their floor then.
    const low = naturals.flatMap((width, k) =>
      !held.has(k) && width * scale < floors[k]! - 1e-6 ? [k] : [],
    );
    if (low.length === 0 || low.length + held.size === naturals.length)
      return naturals.map((width, k) => (held.has(k) || low.includes(k) ? floors[k]! : width * scale));
    for (const k of low) held.add(k);
  }
}
