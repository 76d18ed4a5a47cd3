/** A table in → its blocks: the languages side by side or one above the other, in a column of the page or across both. */
import type { Pt } from "../base/length.ts";
import type { Element } from "../model/element.ts";
import { type Block, onGrid } from "./block.ts";
import type { Composition } from "./composition.ts";
import { type Lane, type Lanes, typeHeight } from "./lanes.ts";
import { tableBlocks } from "./table.ts";
import { cellText, rowsOf, type Table, tableColumns } from "./table-columns.ts";
import { heightAbreast, pairTexts } from "./text-block.ts";

/**
 * Side by side each language has half of the page or less, and so has a newspaper column: a table's columns of words may
 * become so narrow there that every row runs over many lines.
 */
export function tableInLanes(c: Composition, part: Table, lanes: Lanes, parent: Element): readonly Block[] {
  const count = lanes.columns.length;
  const isAcross = count > 1 && timesHigher(c, part, lanes) > (lanes.crampedAcross ? CRAMPED : count);
  const groups = isAcross || isLowerAbove(c, part, lanes) ? lanes.full : lanes.body;
  return groups.flatMap((group) => {
    const blocks = tableBlocks(c, part, group, parent);
    if (groups === lanes.body) return blocks;
    const across = blocks.map(spanning);
    return isAcross ? across.map(whole) : across;
  });
}

/** Across newspaper columns the rows of a table stand on one page. */
const whole = (block: Block, k: number, all: readonly Block[]): Block =>
  k === all.length - 1 ? block : { ...block, keepWithNext: true };

/** Share of the page's height that a table across its columns may take: text has to stand around it. */
const TALLEST = 0.6;

/** By how much a table is higher in one newspaper column than across both where it is cramped there (chosen by eye). */
const CRAMPED = 1.5;

/** Whether a table of an issue is cramped in one newspaper column, and takes no less of the page across both. */
export function hasCramped(c: Composition, lanes: Lanes): boolean {
  const count = lanes.columns.length;
  if (count === 1) return false;
  return c.issue.articles.some(({ body }) =>
    body.some((part) => {
      if (part.kind !== "table") return false;
      const times = timesHigher(c, part, lanes);
      return times > CRAMPED && times <= count;
    }),
  );
}

/**
 * How many times higher a table is in one newspaper column than across both: without end where its words would be divided
 * there, 0 where it would take too much of the page across.
 */
function timesHigher(c: Composition, part: Table, { body, full }: Lanes): number {
  const height = (groups: readonly (readonly Lane[])[]) =>
    groups.reduce((sum, group) => sum + heightOf(c, part, group), 0);
  const across = height(full);
  if (across > TALLEST * typeHeight(c.setting.design)) return 0;
  const isDivided = body.flat().some((lane) => tableColumns(c, part, lane)[0]?.kind === "divided");
  return isDivided ? Number.POSITIVE_INFINITY : height(body) / across;
}

/** A hairline between the columns of the page ends above what spans them, the head that another page repeats included. */
const spanning = (block: Block): Block => ({
  ...block,
  band: true,
  repeated: block.repeated.map((head) => ({ ...head, band: true })),
});

/** Whether both tables over the whole width, one above the other, are lower by a line of text and more. */
function isLowerAbove(c: Composition, part: Table, { body, full }: Lanes): boolean {
  const [group] = body;
  if (!group || group.length < 2) return false;
  const { spaces, styles } = c.setting.design;
  const beside = heightOf(c, part, group);
  const line = styles.body.zh.leading;
  const between = Math.max(spaces.table.before, spaces.table.after);
  let above = line + between;
  for (const lanes of full) {
    if (above >= beside) return false;
    above += heightOf(c, part, lanes);
  }
  return above < beside;
}

/** @param lanes Side by side. */
function heightOf(c: Composition, part: Table, lanes: readonly Lane[]): Pt {
  const { spaces, grid } = c.setting.design;
  const captions = part.caption ? pairTexts(c, lanes, part.caption, "caption", () => null) : [];
  const tables = lanes.map((lane) => ({ language: lane.language, columns: tableColumns(c, part, lane) }));
  const rows = rowsOf(part).map((row, number) => {
    const texts = tables.flatMap(({ language, columns }) =>
      columns.flatMap((column, k) => cellText(c, row[k]?.[language], number, column, language, null) ?? []),
    );
    return onGrid(heightAbreast(c, texts) + 2 * spaces.tablePadding, grid);
  });
  const label = captions.length > 0 ? onGrid(heightAbreast(c, captions) + spaces.caption, grid) : 0;
  return rows.reduce((sum, height) => sum + height, label);
}
