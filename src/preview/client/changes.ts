/** Two overlays in → the lines of the newer one that the older one does not have, wherever they stood. */
import type { Overlay, OverlayLine } from "../../draw/overlay.ts";
import type { SheetNews } from "../protocol.ts";
import { linesOf, textOf } from "./geometry.ts";

/**
 * By page. Lines that merely moved are not among them; running heads and folios never are.
 *
 * @param unseen Lines of the older one that were new in it, and still are.
 */
export function freshLines(
  before: Overlay,
  now: Overlay,
  unseen: readonly OverlayLine[] = [],
): readonly (readonly OverlayLine[])[] {
  const known = new Map<string, number>();
  for (const page of before.pages)
    for (const { line } of linesOf(page)) {
      const text = textOf(line);
      known.set(text, (known.get(text) ?? 0) + 1);
    }
  for (const line of unseen) known.set(textOf(line), (known.get(textOf(line)) ?? 0) - 1);
  return now.pages.map((page) =>
    linesOf(page).flatMap(({ text, line }) => {
      const key = textOf(line);
      const left = known.get(key) ?? 0;
      known.set(key, left - 1);
      return left > 0 || text.type === null ? [] : [line];
    }),
  );
}

/** What is new on every page, as after a change of the theme, is not worth being looked for page by page. */
export function isNearlyAll(fresh: readonly (readonly OverlayLine[])[], { pages }: Overlay): boolean {
  const count = (all: readonly { readonly length: number }[]) =>
    all.reduce((sum, one) => sum + one.length, 0);
  return count(fresh) > count(pages.map(linesOf)) / 2;
}

/** Whether nothing has to be drawn anew. */
export function samePages(before: SheetNews | null, now: SheetNews): boolean {
  if (!before || before.pages.length !== now.pages.length) return false;
  return now.pages.every(({ hash }, k) => hash === before.pages[k]!.hash);
}
