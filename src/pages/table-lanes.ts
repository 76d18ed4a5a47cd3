/** A table in → its blocks, the languages side by side or, where that takes less room, one above the other. */
import type { Pt } from "../base/length.ts";
import type { Element } from "../model/element.ts";
import { type Block, onGrid } from "./block.ts";
import type { Composition } from "./composition.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { tableBlocks } from "./table.ts";
import { cellText, rowsOf, type Table, tableColumns } from "./table-columns.ts";
import { heightAbreast, pairTexts } from "./text-block.ts";

/**
 * Side by side each language has half of the page or less, and its columns of words may become so narrow that every row
 * runs over many lines.
 */
export function tableInLanes(c: Composition, part: Table, lanes: Lanes, parent: Element): readonly Block[] {
  const groups = isLowerAbove(c, part, lanes) ? lanes.full : lanes.body;
  const blocks = groups.flatMap((group) => tableBlocks(c, part, group, parent));
  return groups === lanes.body ? blocks : blocks.map(spanning);
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
