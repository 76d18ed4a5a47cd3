/** A point of the window → the page there and where on it that is, so that it can stay when the pages change their size. */
import type { PageView } from "./page-view.ts";

/** In the window, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Anchor {
  readonly page: PageView;
  /** Shares of the page's height and width. */
  readonly down: number;
  readonly across: number;
}

export function middleOf(element: HTMLElement): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** @param room Between two pages; it belongs to the upper one. @returns Null where no page is. */
export function anchorAt(pages: readonly PageView[], { x, y }: Point, room: number): Anchor | null {
  for (const page of pages) {
    const { left, top, width, height } = page.element.getBoundingClientRect();
    if (height > 0 && top + height + room >= y)
      return { page, down: (y - top) / height, across: (x - left) / width };
  }
  return null;
}
