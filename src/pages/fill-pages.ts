/** Blocks in → parts of them on pages: bands across, text in one or more newspaper columns between. */
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import { type Block, endOf, onGrid, partHeight, startOf } from "./block.ts";
import { breakFrames, type Fragment, type FrameRules, frameRules } from "./break-frames.ts";
import { type Lanes, typeHeight } from "./lanes.ts";

/** A part of a block on a page, from the top left of the type area. */
export interface Placed {
  readonly fragment: Fragment;
  readonly x: Pt;
  readonly y: Pt;
}

export type Filled = readonly (readonly Placed[])[];

export function fillPages(blocks: readonly Block[], lanes: Lanes, design: Design): Filled {
  const filled = lanes.columns.length === 1 ? plain(blocks, design) : newspaper(blocks, lanes, design);
  return filled.map((page, k) => (k === filled.length - 1 ? footed(page, typeHeight(design)) : page));
}

/** One column: a frame is a page. */
function plain(blocks: readonly Block[], design: Design): Filled {
  const frames = breakFrames(blocks, () => typeHeight(design), frameRules(design))!;
  return frames.map((frame) => frame.map((fragment) => ({ fragment, x: 0, y: fragment.y })));
}

/** The last block of an issue stands at the foot of its page. */
function footed(page: readonly Placed[], height: Pt): readonly Placed[] {
  return page.map((placed) =>
    placed.fragment.block.foot ? { ...placed, y: height - placed.fragment.height } : placed,
  );
}

/** Bands and runs of column text in turn; a run that ends on a page is balanced there. */
function newspaper(blocks: readonly Block[], lanes: Lanes, design: Design): Filled {
  const rules = frameRules(design);
  const height = typeHeight(design);
  const pages: Placed[][] = [[]];
  let y = 0;
  let after = 0;
  const turn = () => {
    pages.push([]);
    y = 0;
    after = 0;
  };
  for (const run of runsOf(blocks)) {
    if (run[0]!.band) {
      const last = run.at(-1)!;
      const tall = stackHeight(run, rules);
      const needs = last.keepWithNext ? tall + KEPT_ROWS * (last.ascent + last.descent) : tall;
      if (y > 0 && onGrid(y + Math.max(after, run[0]!.before), rules.grid) + needs > height + 1e-6) turn();
      for (const band of run) {
        const top = y === 0 ? 0 : onGrid(y + Math.max(after, band.before), rules.grid);
        const tall = onGrid(partHeight(band, startOf(band), endOf(band)), rules.grid);
        const fragment = { block: band, from: startOf(band), to: endOf(band), y: top, height: tall };
        pages.at(-1)!.push({ fragment, x: 0, y: top });
        y = top + tall;
        after = band.after;
      }
      continue;
    }
    const top = y === 0 ? 0 : onGrid(y + Math.max(after, run[0]!.before), rules.grid);
    const set = columnsOf(run, lanes.columns.length, height, top, rules);
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
  }
  return pages;
}

/** Lines of text that a title keeps under itself on its page. */
const KEPT_ROWS = 4;

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

/** @param top Where the run begins on its first page. @returns Columns by page. */
function columnsOf(
  run: readonly Block[],
  count: number,
  height: Pt,
  top: Pt,
  rules: FrameRules,
): readonly Columns[] {
  const room = (frame: number) => (frame < count ? height - top : height);
  const frames = breakFrames(run, room, rules)!;
  const pages: Columns[] = [];
  for (let k = 0; k < frames.length; k += count) pages.push(frames.slice(k, k + count));
  const last = pages.at(-1)!;
  const rest = restOf(run, last[0]![0]!);
  pages[pages.length - 1] = balanced(rest, count, pages.length === 1 ? height - top : height, rules) ?? last;
  return pages;
}

/** The run from the first part of a page on; a parted block is cut there. */
function restOf(run: readonly Block[], first: Fragment): readonly Block[] {
  const index = run.indexOf(first.block);
  const strips = first.block.strips.map((strip, k) => {
    const rows = strip.rows.slice(first.from[k]!);
    const lead = rows[0]?.baseline ?? 0;
    return { rows: rows.map((row) => ({ ...row, baseline: row.baseline - lead })) };
  });
  return [{ ...first.block, strips }, ...run.slice(index + 1)];
}

/** The lowest columns that hold the run. */
function balanced(run: readonly Block[], count: number, room: Pt, rules: FrameRules): Columns | null {
  const least = onGrid(stackHeight(run, rules) / count, rules.grid);
  for (let height = least; height <= room + 1e-6; height += rules.grid) {
    const frames = breakFrames(run, () => height, rules, count);
    if (frames?.every((frame) => frame.every((part) => part.y + part.height <= height + 1e-6))) return frames;
  }
  return null;
}
