/** A run of text between two bands in → its columns by page, which end level. */
import type { Pt } from "../base/length.ts";
import { type Block, endOf, onGrid, partHeight, rowMoved, startOf, withStrips } from "./block.ts";
import { breakFrames, fillFrames } from "./break-frames.ts";
import { flushBottom, footOf } from "./flush-bottoms.ts";
import type { Fragment } from "./fragment.ts";
import type { FrameRules } from "./frame-feet.ts";

/** Height of blocks under each other. */
export function stackHeight(run: readonly Block[], rules: FrameRules): Pt {
  return run.reduce((sum, block, k) => {
    const gap = k === 0 ? 0 : Math.max(run[k - 1]!.after, block.before);
    return (
      onGrid(sum + gap, rules.grid) + onGrid(partHeight(block, startOf(block), endOf(block)), rules.grid)
    );
  }, 0);
}

/** Side by side, the fragments of each. */
type Columns = readonly (readonly Fragment[])[];

/** Lines of a column that go over to the last page with its foot, which would look forgotten alone. */
const COMPANY = 4;
/** A last page whose columns are shorter than this many lines looks forgotten too. */
const LONELY = 3;

interface Room {
  /** Height of a page. */
  readonly height: Pt;
  /** Where the run begins on its first page. */
  readonly top: Pt;
  /** Height that a foot behind the run wants on its page; 0 for none. */
  readonly foot: Pt;
}

/** @param count Columns of a page. @returns Columns by page. */
export function columnsOf(
  run: readonly Block[],
  count: number,
  { height, top, foot }: Room,
  rules: FrameRules,
): readonly Columns[] {
  const roomOf = (page: number) => height - (page === 0 ? top : 0);
  const trySet = (short: Short | null, most: number | null): Columns[] | null => {
    const lowOf = (page: number, column: number) =>
      page === short?.page ? short.heightOf(column) : roomOf(page);
    const heightOf = (frame: number) => lowOf(Math.floor(frame / count), frame % count);
    const frames = breakFrames(run, heightOf, rules, { most, tallest: height, columns: count });
    if (!frames) return null;
    const pages: Columns[] = [];
    for (let k = 0; k < frames.length; k += count) pages.push(level(frames.slice(k, k + count), rules));
    const last = pages.at(-1)!;
    for (let page = 0; page + 1 < pages.length; page++) {
      // What comes next, a picture say, fits into no column of this page any more.
      if (pages[page]!.every((column) => column.length > 0)) continue;
      const part = between(run, pages[page]!, pages[page + 1]!);
      pages[page] = (part && balanced(part, count, lowOf(page, 0), 0, rules)) ?? pages[page]!;
    }
    const rest = restOf(run, last[0]!);
    const room = lowOf(pages.length - 1, 0);
    pages[pages.length - 1] =
      balanced(rest.map(unparted), count, room, foot, rules) ??
      balanced(rest, count, room, foot, rules) ??
      last;
    return pages;
  };
  const set = (short: Short | null): Columns[] => trySet(short, null)!;
  const pages = set(null);
  if (foot === 0) return pages;
  const page = pages.length - 1;
  const end = Math.max(...pages[page]!.map(endOfColumn));
  const line = Math.max(...run.map((part) => (part.splittable ? part.ascent + part.descent : 0)));
  const own = roomOf(page);
  const taken = COMPANY * line;
  if (end + foot > own + 1e-6) {
    // A line less in some paragraphs may make room for the foot.
    const close = trySet({ page, heightOf: () => own - foot }, (page + 1) * count);
    if (close) return close;
    // The columns end above the foot's place already: what they leave blank goes over as well.
    const all = set({ page, heightOf: () => end - taken });
    const shorter = all.every(hasText) ? all : null;
    if (shorter && gapIn(shorter[page]!) <= taken) return shorter;
    // A picture that can not stand lower keeps its column: what follows it goes over alone.
    const last = endOfColumn(pages[page]!.at(-1)!);
    const behind = set({
      page,
      heightOf: (column) => (column < count - 1 ? end : Math.max(0, last - taken)),
    });
    const fillsAll = behind[page]!.every((column) => column.length > 0);
    return behind.every(hasText) && (fillsAll || !shorter) ? behind : (shorter ?? pages);
  }
  if (page === 0 || end >= LONELY * line) return pages;
  const fuller = set({ page: page - 1, heightOf: () => roomOf(page - 1) - taken });
  return fuller.every(hasText) ? fuller : pages;
}

/** A page whose columns are made lower, for their last lines to go over. */
interface Short {
  readonly page: number;
  readonly heightOf: (column: number) => Pt;
}

const hasText = (columns: Columns): boolean => columns.some((column) => column.length > 0);

const endOfColumn = (column: readonly Fragment[]): Pt =>
  Math.max(0, ...column.map((part) => part.y + part.height));

/** By how much a column ends above the deepest one of its page, though text goes on beside it. */
const gapIn = (columns: Columns): Pt =>
  Math.max(...columns.map(endOfColumn)) - Math.min(...columns.slice(0, -1).map(endOfColumn));

/**
 * Columns of one page, each brought down to the foot of the deepest where its spaces allow; where they do not, its lines
 * stay level with those beside them.
 */
function level(columns: Columns, { grid }: FrameRules): Columns {
  const deepest = Math.max(...columns.map((column) => footOf(column, grid)));
  return columns.map((column) => {
    const moved = flushBottom(column, deepest, grid);
    return footOf(moved, grid) > deepest - grid + 1e-6 ? moved : column;
  });
}

/** The rows of a table stay in one column. */
const unparted = (block: Block, k: number, run: readonly Block[]): Block =>
  run[k + 1]?.repeated.length ? { ...block, keepWithNext: true } : block;

/** What a column repeats is not of the run: it is repeated anew. */
const firstOf = (run: readonly Block[], column: readonly Fragment[]): Fragment =>
  column.find(({ block, index }) => !run[index]!.repeated.includes(block))!;

/** What stands on a page; null where it has nothing, or the next page begins inside a block. */
function between(run: readonly Block[], page: Columns, next: Columns): readonly Block[] | null {
  if (page[0]!.length === 0 || next[0]!.length === 0) return null;
  const { block, from, index } = firstOf(run, next[0]!);
  const isWhole = startOf(block).every((rows, k) => rows === from[k]);
  return isWhole ? restOf(run, page[0]!).slice(0, index - firstOf(run, page[0]!).index) : null;
}

/** The run from the first part of a column on; a parted block is cut there. */
function restOf(run: readonly Block[], column: readonly Fragment[]): readonly Block[] {
  const first = firstOf(run, column);
  const strips = first.block.strips.map(({ rows, descent }, k) => {
    const rest = rows.slice(first.from[k]!);
    const lead = rest[0]?.baseline ?? 0;
    return { rows: rest.map((row) => rowMoved(row, -lead)), descent };
  });
  return [withStrips(first.block, strips), ...run.slice(first.index + 1)];
}

/** Lines of text by which columns are made deeper, for them to end level and none inside a word. */
const DEEPER = 2;
/** What a line by which they are deeper costs. */
const DEPTH = 1;

/**
 * The lowest columns that hold the run, and part no picture from its caption; near them, those that end level and part no
 * word.
 *
 * @param room Of the page. @param kept Height at the foot of the page that is left free where the columns allow.
 */
function balanced(
  run: readonly Block[],
  count: number,
  room: Pt,
  kept: Pt,
  rules: FrameRules,
): Columns | null {
  const { grid, line } = rules;
  const about = { most: count, columns: count, isLevelled: true };
  let best: Columns | null = null;
  let least = Number.POSITIVE_INFINITY;
  let most = room;
  let height = onGrid(stackHeight(run, rules) / count, grid);
  for (let depth = 0; height <= most + 1e-6 && depth < least; height += grid) {
    const filled = fillFrames(run, () => height, rules, about);
    // What fits into fewer columns when they are deeper stays side by side.
    if (
      filled &&
      (!best || best.length === filled.frames.length) &&
      filled.frames.every(
        (frame, k, all) => isHeld(frame, height) && (k + 1 === all.length || !partsKept(frame)),
      )
    ) {
      if (!best) most = Math.min(height <= room - kept ? room - kept : room, height + DEEPER * line);
      if (filled.cost + depth < least) {
        best = filled.frames;
        least = filled.cost + depth;
      }
    }
    if (best) depth += (DEPTH * grid) / line;
  }
  if (!best) return null;
  const levelled = level(best, rules);
  // The blank under a last line may be higher than that under the one beside it.
  const ends = (columns: Columns) => Math.max(...columns.map(endOfColumn));
  return ends(levelled) > Math.max(ends(best), room - kept) + 1e-6 ? best : levelled;
}

const isHeld = (frame: readonly Fragment[], height: Pt): boolean =>
  frame.every((part) => part.y + part.height <= height + 1e-6);

/** Whether a frame ends behind a block that wants to be with the next one. */
function partsKept(frame: readonly Fragment[]): boolean {
  const last = frame.at(-1);
  return last ? last.block.keepWithNext && isDone(last) : false;
}

const isDone = ({ block, to }: Fragment): boolean => endOf(block).every((rows, k) => rows === to[k]);
