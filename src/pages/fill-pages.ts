/** Blocks in → parts of them on pages: bands across, text in one or more newspaper columns between. */
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import { type Block, endOf, onGrid, partHeight, rowMoved, startOf, withStrips } from "./block.ts";
import { breakFrames } from "./break-frames.ts";
import { closeUp } from "./close-up.ts";
import { flushBands } from "./flush-bands.ts";
import { flushBottom, footOf } from "./flush-bottoms.ts";
import type { Fragment } from "./fragment.ts";
import { type FrameRules, frameRules } from "./frame-feet.ts";
import { type Lanes, typeHeight } from "./lanes.ts";

/** A part of a block on a page, from the top left of the type area. */
export interface Placed {
  readonly fragment: Fragment;
  readonly x: Pt;
  readonly y: Pt;
}

export type Filled = readonly (readonly Placed[])[];

export function fillPages(blocks: readonly Block[], lanes: Lanes, design: Design): Filled {
  const isPlain = lanes.columns.length === 1;
  const fill = isPlain ? plain : newspaper;
  const filled = closeUp(
    blocks,
    (run) => fill(run, lanes, design),
    // Lines of newspaper columns are level: the spaces around bands alone may give way.
    (block) => isPlain || block.band,
    typeHeight(design),
    design.grid,
  );
  return filled.map((page, k) => {
    if (k === filled.length - 1) return footed(page, typeHeight(design));
    return isPlain ? page : flushBands(page, typeHeight(design), frameRules(design, lanes));
  });
}

/** One column: a frame is a page. */
function plain(blocks: readonly Block[], lanes: Lanes, design: Design): Filled {
  const height = typeHeight(design);
  const frames = breakFrames(blocks, () => height, frameRules(design, lanes))!;
  return frames.map((frame, k) => {
    const flush = k < frames.length - 1 ? flushBottom(frame, height, design.grid) : frame;
    return flush.map((fragment) => ({ fragment, x: 0, y: fragment.y }));
  });
}

/** The last block of an issue stands at the foot of its page. */
function footed(page: readonly Placed[], height: Pt): readonly Placed[] {
  return page.map((placed) =>
    placed.fragment.block.foot ? { ...placed, y: height - placed.fragment.height } : placed,
  );
}

/** Bands and runs of column text in turn; a run that ends on a page is balanced there. */
function newspaper(blocks: readonly Block[], lanes: Lanes, design: Design): Filled {
  const rules = frameRules(design, lanes);
  const height = typeHeight(design);
  const pages: Placed[][] = [[]];
  let y = 0;
  let after = 0;
  const turn = () => {
    pages.push([]);
    y = 0;
    after = 0;
  };
  const runs = runsOf(blocks);
  runs.forEach((run, index) => {
    if (run[0]!.band) {
      const last = run.at(-1)!;
      const tall = stackHeight(run, rules);
      const opening = openingHeight(last, runs[index + 1] ?? [], rules);
      const needs = tall + (tall + opening > height ? 0 : opening);
      if (y > 0 && onGrid(y + Math.max(after, run[0]!.before), rules.grid) + needs > height + 1e-6) turn();
      for (const band of run) {
        const top = y === 0 ? 0 : onGrid(y + Math.max(after, band.before), rules.grid);
        const tall = onGrid(partHeight(band, startOf(band), endOf(band)), rules.grid);
        const fragment = {
          block: band,
          index: run.indexOf(band),
          from: startOf(band),
          to: endOf(band),
          y: top,
          height: tall,
        };
        pages.at(-1)!.push({ fragment, x: 0, y: top });
        y = top + tall;
        after = band.after;
      }
      return;
    }
    const top = y === 0 ? 0 : onGrid(y + Math.max(after, run[0]!.before), rules.grid);
    const next = runs[index + 1] ?? [];
    const before = Math.max(run.at(-1)!.after, next[0]?.before ?? 0);
    const foot = next[0]?.foot ? onGrid(before, rules.grid) + stackHeight(next, rules) : 0;
    const set = columnsOf(run, lanes.columns.length, { height, top, foot }, rules);
    set.forEach((columns, k) => {
      const from = k === 0 ? top : 0;
      if (k > 0) turn();
      columns.forEach((column, n) => {
        for (const fragment of column)
          pages.at(-1)!.push({ fragment, x: lanes.columns[n]!, y: from + fragment.y });
        y = Math.max(y, ...column.map((fragment) => from + fragment.y + fragment.height));
      });
    });
    after = run.at(-1)!.after;
  });
  return pages;
}

/** Lines of text that a title keeps under itself on its page. */
const KEPT_ROWS = 4;

/** Height that a band wants under itself on its page; 0 where anything may follow on the next. */
function openingHeight(band: Block, run: readonly Block[], { grid, orphans }: FrameRules): Pt {
  if (!band.keepWithNext) return 0;
  let y = 0;
  let after = band.after;
  for (const block of run) {
    const whole = endOf(block);
    const least = block.splittable ? whole.map((rows) => Math.min(rows, orphans)) : whole;
    y =
      onGrid(y + Math.max(after, block.before), grid) +
      onGrid(partHeight(block, startOf(block), least), grid);
    if (!block.keepWithNext) break;
    after = block.after;
  }
  return Math.max(y, KEPT_ROWS * (band.ascent + band.descent));
}

function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    const joins = run && run[0]!.band === block.band && (!block.band || run.at(-1)!.keepWithNext);
    if (joins) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

function stackHeight(run: readonly Block[], rules: FrameRules): Pt {
  return run.reduce((sum, block, k) => {
    const gap = k === 0 ? 0 : Math.max(run[k - 1]!.after, block.before);
    return (
      onGrid(sum + gap, rules.grid) + onGrid(partHeight(block, startOf(block), endOf(block)), rules.grid)
    );
  }, 0);
}

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

/** @returns Columns by page. */
function columnsOf(
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
    const frames = breakFrames(run, heightOf, rules, most, height);
    if (!frames) return null;
    const pages: Columns[] = [];
    for (let k = 0; k < frames.length; k += count) pages.push(level(frames.slice(k, k + count), rules));
    const last = pages.at(-1)!;
    const rest = restOf(run, last[0]!);
    const room = lowOf(pages.length - 1, 0);
    pages[pages.length - 1] =
      balanced(rest.map(unparted), count, room, rules) ?? balanced(rest, count, room, rules) ?? last;
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

/** Columns of one page, each brought down to the foot of the deepest where its spaces allow. */
function level(columns: Columns, { grid }: FrameRules): Columns {
  const deepest = Math.max(...columns.map((column) => footOf(column, grid)));
  return columns.map((column) => flushBottom(column, deepest, grid));
}

/** The rows of a table stay in one column. */
const unparted = (block: Block, k: number, run: readonly Block[]): Block =>
  run[k + 1]?.repeated.length ? { ...block, keepWithNext: true } : block;

/** The run from the first part of a column on; a parted block is cut there. */
function restOf(run: readonly Block[], column: readonly Fragment[]): readonly Block[] {
  // What a column repeats is not of the run: it is repeated anew.
  const first = column.find(({ block, index }) => !run[index]!.repeated.includes(block))!;
  const strips = first.block.strips.map(({ rows, descent }, k) => {
    const rest = rows.slice(first.from[k]!);
    const lead = rest[0]?.baseline ?? 0;
    return { rows: rest.map((row) => rowMoved(row, -lead)), descent };
  });
  return [withStrips(first.block, strips), ...run.slice(first.index + 1)];
}

/** Lines of text by which columns are made deeper, for none to end inside a word. */
const DEEPER = 2;

/** The lowest columns that hold the run, and part no picture from its caption; near them, those that part no word. */
function balanced(run: readonly Block[], count: number, room: Pt, rules: FrameRules): Columns | null {
  const least = onGrid(stackHeight(run, rules) / count, rules.grid);
  let lowest: Columns | null = null;
  let most = room;
  for (let height = least; height <= most + 1e-6; height += rules.grid) {
    const frames = breakFrames(run, () => height, rules, count);
    if (!frames?.every((frame, k) => isHeld(frame, height) && (k + 1 === frames.length || !partsKept(frame))))
      continue;
    if (!frames.slice(0, -1).some(partsWord)) return frames;
    if (!lowest) most = Math.min(room, height + DEEPER * rules.line);
    lowest ??= frames;
  }
  return lowest;
}

/** Whether a frame ends with a hyphen. */
function partsWord(frame: readonly Fragment[]): boolean {
  const last = frame.at(-1);
  return last?.block.strips.some(({ rows }, k) => rows[last.to[k]! - 1]?.hyphened) ?? false;
}

const isHeld = (frame: readonly Fragment[], height: Pt): boolean =>
  frame.every((part) => part.y + part.height <= height + 1e-6);

/** Whether a frame ends behind a block that wants to be with the next one. */
function partsKept(frame: readonly Fragment[]): boolean {
  const last = frame.at(-1);
  return last ? last.block.keepWithNext && isDone(last) : false;
}

const isDone = ({ block, to }: Fragment): boolean => endOf(block).every((rows, k) => rows === to[k]);
