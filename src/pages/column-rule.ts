/** Blocks on a page in → the hairlines between their columns. */

import type { Design } from "../model/design.ts";
import { partHeight } from "./block.ts";
import type { Placed } from "./fill-pages.ts";
import type { Lanes } from "./lanes.ts";
import type { PlacedRect } from "./page.ts";

/**
 * One hairline for every run of text in columns, from the top of its first lines to the foot of its last;
 * bands, tints and the imprint stop it.
 *
 * @returns Origin top left of the type area, pt; empty when the theme asks for none.
 */
export function columnRules(placed: readonly Placed[], lanes: Lanes, design: Design): readonly PlacedRect[] {
  const { columnRule, columnGap } = design.layout;
  const inner = lanes.body[0]![1]?.x ?? lanes.columns[1];
  if (columnRule === 0 || inner === undefined) return [];
  const x = inner - columnGap / 2 - columnRule / 2;
  const runs: { top: number; bottom: number }[] = [];
  let open = false;
  for (const { fragment, y } of placed) {
    const { block, from, to } = fragment;
    const inColumns = !block.band && !block.foot && !block.ground;
    if (inColumns) {
      const bottom = y + partHeight(block, from, to);
      const run = open ? runs.pop()! : { top: y, bottom };
      runs.push({ top: Math.min(run.top, y), bottom: Math.max(run.bottom, bottom) });
    }
    open = inColumns;
  }
  return runs.map(({ top, bottom }) => ({
    x,
    y: top,
    width: columnRule,
    height: bottom - top,
    colour: "rule",
    meaning: "layout",
  }));
}
