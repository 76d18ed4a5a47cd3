/** Blocks in → their pages, less space between the blocks where that saves a last page that is nearly empty. */
import type { Pt } from "../base/length.ts";
import { type Block, onGrid } from "./block.ts";
import type { Filled, Placed } from "./fill-pages.ts";

/** Share of a page's height that the text of a last page takes at least, or the page looks forgotten. */
export const LEAST_FILLED = 0.25;

/** Pages of an issue, a sheet's, above which one page more is little and all its spaces too much to give for it. */
const MOST_PAGES = 16;

/** What the search for page ends may win besides, by shorter forms of paragraphs and levelled columns: of a page's height. */
const ELSE_WON = 0.05;

/** What spaces keep of their heights, the gentlest way first (chosen by eye: half still parts what it parts). */
const KEPT = [0.75, 0.5] as const;

/**
 * @param fill Makes pages of blocks.
 * @param gives Whether the spaces around a block may give way.
 * @param height Of a page.
 */
export function closeUp(
  blocks: readonly Block[],
  fill: (blocks: readonly Block[]) => Filled,
  gives: (block: Block) => boolean,
  height: Pt,
  grid: Pt,
): Filled {
  const filled = fill(blocks);
  if (filled.length < 2 || filled.length > MOST_PAGES) return filled;
  const asked = textHeight(filled.at(-1)!);
  if (asked >= LEAST_FILLED * height) return filled;
  const blank = filled.slice(0, -1).reduce((sum, page) => sum + height - textHeight(page), 0);
  for (const share of KEPT) {
    const given = (space: Pt) => Math.min(space, onGrid(share * space, grid));
    const closer = blocks.map((block) =>
      gives(block) ? { ...block, before: given(block.before), after: given(block.after) } : block,
    );
    const won = blocks.reduce((sum, { before, after }, k) => {
      const now = closer[k]!;
      return sum + before - now.before + after - now.after;
    }, 0);
    // Filling pages takes its time, and mostly there is no hope.
    if (asked > blank + won + ELSE_WON * height) continue;
    const fewer = fill(closer);
    if (fewer.length < filled.length) return withBlocks(fewer, closer, blocks);
  }
  return filled;
}

/** Where the text of a page ends above what stands at its foot. */
export const textHeight = (page: readonly Placed[]): Pt =>
  page.reduce((end, { fragment, y }) => (fragment.block.foot ? end : Math.max(end, y + fragment.height)), 0);

/** The same pages of the blocks that were asked for, by which they are known. */
function withBlocks(pages: Filled, closer: readonly Block[], blocks: readonly Block[]): Filled {
  const own = new Map(closer.map((block, k) => [block, blocks[k]!]));
  return pages.map((page) =>
    page.map((placed) => {
      const block = own.get(placed.fragment.block);
      return block ? { ...placed, fragment: { ...placed.fragment, block } } : placed;
    }),
  );
}
