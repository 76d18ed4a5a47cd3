/** Pages and a window on them → pictures of those in sight and near, and of others while there is room for them. */
import type { PageView } from "./page-view.ts";
import type { Pdf } from "./pdf.ts";

/** Pixels of all pictures together, 4 bytes each; those of the pages near are kept whatever they take. */
const ROOM_FOR = 48e6;

export class Pictures {
  readonly #window: HTMLElement;
  #drawing: AbortController | null = null;

  constructor(window: HTMLElement) {
    this.#window = window;
  }

  stop(): void {
    this.#drawing?.abort();
  }

  /** Draws what is in sight and not as it should be, then what is near. @param scale Pixels to a point. */
  async draw(pdf: Pdf, pages: readonly PageView[], scale: number): Promise<void> {
    this.stop();
    const drawing = new AbortController();
    this.#drawing = drawing;
    const byDistance = this.#byDistance(pages);
    const near = byDistance.filter(({ isNear }) => isNear);
    for (const { page } of near) {
      if (drawing.signal.aborted) return;
      const { hash } = page;
      if (page.shown?.hash === hash && Math.abs(page.shown.scale / scale - 1) < 0.01) continue;
      try {
        const picture = await pdf.picture(page.number, scale, drawing.signal);
        if (drawing.signal.aborted) return;
        page.show(picture, hash, scale);
      } catch (error) {
        if (drawing.signal.aborted) return;
        throw error;
      }
      makeRoom(byDistance);
    }
  }

  /** Nearest first. */
  #byDistance(pages: readonly PageView[]): readonly Distant[] {
    const view = this.#window.getBoundingClientRect();
    const far = (page: PageView): number => {
      const { top, bottom } = page.element.getBoundingClientRect();
      return Math.max(0, view.top - bottom, top - view.bottom);
    };
    return pages
      .map((page) => ({ page, distance: far(page) }))
      .sort((a, b) => a.distance - b.distance)
      .map(({ page, distance }) => ({ page, isNear: distance < view.height }));
  }
}

interface Distant {
  readonly page: PageView;
  /** In sight, or less than the window's height away. */
  readonly isNear: boolean;
}

/** The pictures that are farthest away go first. */
function makeRoom(byDistance: readonly Distant[]): void {
  let taken = 0;
  for (const { page, isNear } of byDistance) {
    taken += page.pixels;
    if (!isNear && taken > ROOM_FOR) {
      taken -= page.pixels;
      page.forget();
    }
  }
}
