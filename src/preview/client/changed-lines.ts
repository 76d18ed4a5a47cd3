/** Two overlays of a view in → lines that the save changed, lit on the pages until they are seen, and the way to them. */
import type { Overlay, OverlayLine } from "../../draw/overlay.ts";
import { freshLines, isNearlyAll } from "./changes.ts";
import { textOf } from "./geometry.ts";
import { type LineOnPage, placedBox } from "./page-view.ts";
import type { Viewer } from "./viewer.ts";

export class ChangedLines {
  readonly #viewer: Viewer;
  readonly #told: (isUnseen: boolean) => void;
  /** Of the last save that changed any, in the order of the pages. */
  #last: readonly LineOnPage[] = [];

  /** @param told Whether some were in sight no longer, or never. */
  constructor(viewer: Viewer, told: (isUnseen: boolean) => void) {
    this.#viewer = viewer;
    this.#told = told;
  }

  /** What every page of another view shows is no change. */
  forget(): void {
    this.#last = [];
    for (const page of this.#viewer.pages) page.freshen([]);
    this.#told(false);
  }

  /**
   * To be called when the pages have the lines of `now`.
   *
   * @param redrawn Indices from 0 of the pages that look otherwise than before: what was lit there is lit no longer.
   * @returns Whether there are any that are worth being led to.
   */
  mark(before: Overlay, now: Overlay, redrawn: readonly number[]): boolean {
    const { pages } = this.#viewer;
    const unseen = pages.flatMap((page) => page.unseen);
    const lines = freshLines(before, now, unseen);
    const isFleeting = isNearlyAll(lines, now);
    pages.forEach((page, k) => {
      const fresh = lines[k] ?? [];
      if (fresh.length > 0 || redrawn.includes(k)) page.freshen(fresh);
      if (isFleeting) page.see(0, Number.POSITIVE_INFINITY);
    });
    const old = new Set(unseen.map(textOf));
    const fresh = new Set(isFleeting ? [] : lines.flat().filter((line) => !old.has(textOf(line))));
    const last = new Set(this.#last.map(({ found }) => textOf(found.line)));
    const isLast = (line: OverlayLine) => (fresh.size > 0 ? fresh.has(line) : last.has(textOf(line)));
    this.#last = isFleeting ? [] : this.#spots(isLast);
    return fresh.size > 0;
  }

  /** Those that come in sight fade; those of a window behind others wait. */
  see(): void {
    if (document.visibilityState === "hidden") return;
    const { element, pages, scale } = this.#viewer;
    const view = element.getBoundingClientRect();
    for (const page of pages) {
      if (page.unseen.length === 0) continue;
      const { top } = page.element.getBoundingClientRect();
      page.see((view.top - top) / scale, (view.bottom - top) / scale);
    }
    this.#told(this.#waiting().length > 0);
  }

  /** Leads to the first that was not seen yet; where all were, to the first of the last save. */
  lead(): void {
    this.#goTo(this.#waiting()[0] ?? this.#last[0]);
  }

  /** The window goes to the first of the last save, unless that is in sight. */
  follow(): void {
    const [first] = this.#last;
    if (!first) return;
    const { element, scale } = this.#viewer;
    const view = element.getBoundingClientRect();
    const { top } = first.page.element.getBoundingClientRect();
    const { baseline, size } = first.found.line;
    const y = top + baseline * scale;
    if (y - size * scale < view.top || y > view.bottom) this.#goTo(first);
  }

  #goTo(spot: LineOnPage | undefined): void {
    if (spot) this.#viewer.goToBox(placedBox(spot));
  }

  #waiting(): readonly LineOnPage[] {
    const unseen = new Set(this.#viewer.pages.flatMap((page) => page.unseen));
    return unseen.size === 0 ? [] : this.#spots((line) => unseen.has(line));
  }

  /** Numbers in the contents change wherever something is written: they come last. */
  #spots(isOne: (line: OverlayLine) => boolean): readonly LineOnPage[] {
    return [...this.#viewer.linesWhere(({ line }) => isOne(line))].sort(
      (a, b) => Number(isOfContents(a)) - Number(isOfContents(b)),
    );
  }
}

const isOfContents = ({ found }: LineOnPage): boolean => found.text.type === "TOCI";
