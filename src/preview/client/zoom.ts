/** How large the pages are wanted, and the window → CSS pixels to a point. */
import type { Zoom } from "./settings.ts";

/** CSS pixels to a point at 100 %. */
export const NATURAL = 96 / 72;
/** How much a step of the keys, the buttons or a wheel enlarges. */
export const ZOOM_STEP = 1.2;
/** Around and between the pages, CSS pixels; the style sheet has the same. */
export const ROOM = 28;

/** Pages that fit the width of a very wide window are no larger. */
const WIDEST = 1.6 * NATURAL;

export const withinBounds = (scale: number): number => Math.min(6 * NATURAL, Math.max(0.25 * NATURAL, scale));

/** @param page Its size, pt. @param across How many pages lie side by side. */
export function fittingScale(
  zoom: Exclude<Zoom, number>,
  { clientWidth, clientHeight }: HTMLElement,
  page: { readonly width: number; readonly height: number },
  across: number,
): number {
  const width = (clientWidth - 2 * ROOM - (across - 1) * 2) / (across * page.width);
  const height = (clientHeight - 2 * ROOM) / page.height;
  return withinBounds(Math.min(width, zoom === "page" ? height : WIDEST));
}
