/** Two overlays in → the lines of the newer one that the older one does not have, wherever they stood. */
import type { Overlay, OverlayLine } from "../../draw/overlay.ts";
import { linesOf, textOf } from "./geometry.ts";

/** By page. Lines that merely moved are not among them; running heads and folios never are. */
export function freshLines(before: Overlay, now: Overlay): readonly (readonly OverlayLine[])[] {
  const known = new Map<string, number>();
  for (const page of before.pages)
    for (const { line } of linesOf(page)) {
      const text = textOf(line);
      known.set(text, (known.get(text) ?? 0) + 1);
    }
  return now.pages.map((page) =>
    linesOf(page).flatMap(({ text, line }) => {
      const key = textOf(line);
      const left = known.get(key) ?? 0;
      known.set(key, left - 1);
      return left > 0 || text.type === null ? [] : [line];
    }),
  );
}
