/** Blocks in → parts of them on pages: bands across, text in one or more newspaper columns between. */
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import { type Block, endOf, onGrid, partHeight, startOf } from "./block.ts";
import { breakFrames } from "./break-frames.ts";
import { closeUp } from "./close-up.ts";
import { flushBands } from "./flush-bands.ts";
import { flushBottom } from "./flush-bottoms.ts";
import type { Fragment } from "./fragment.ts";
import { type FrameRules, frameRules } from "./frame-feet.ts";
import { type Lanes, typeHeight } from "./lanes.ts";
import { columnsOf, stackHeight } from "./run-columns.ts";

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
    const next = runs[index + 1] ?? [];
    if (run[0]!.band) {
      const last = run.at(-1)!;
      const tall = stackHeight(run, rules);
      const below = Math.max(
        openingHeight(last, next, rules),
        height - y <= MOST_BLANK * height ? creditsHeight(last, next, rules) : 0,
      );
      const needs = tall + (tall + below > height ? 0 : below);
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

/** Of a page: so much of it may rather stay blank than that the credits of what stands there begin the next. */
const MOST_BLANK = 2 / 5;

/** Height of the credits that stand right below a band; 0 where there are none. */
function creditsHeight(band: Block, run: readonly Block[], rules: FrameRules): Pt {
  const others = run.findIndex(({ closing }) => !closing);
  const credits = others < 0 ? run : run.slice(0, others);
  if (credits.length === 0) return 0;
  return onGrid(Math.max(band.after, credits[0]!.before), rules.grid) + stackHeight(credits, rules);
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
