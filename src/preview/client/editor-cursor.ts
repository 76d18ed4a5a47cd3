/** Places that the cursor of an editor leads to → the pages there, as soon as they are those that the place was told of. */
import type { LedPlace } from "../protocol.ts";
import type { Lines } from "./lines-layer.ts";
import type { PlaceBar } from "./place-bar.ts";
import type { Problems } from "./problems.ts";
import type { Viewer } from "./viewer.ts";
import { ledThere, say } from "./words.ts";

export class EditorCursor {
  readonly #lines: Lines;
  readonly #viewer: Viewer;
  readonly #places: PlaceBar;
  readonly #problems: Problems;
  #awaited: LedPlace | null = null;

  constructor(lines: Lines, viewer: Viewer, places: PlaceBar, problems: Problems) {
    this.#lines = lines;
    this.#viewer = viewer;
    this.#places = places;
    this.#problems = problems;
  }

  /** The news of what was saved with it have come before. */
  hear(place: LedPlace): void {
    this.#awaited = place;
  }

  /** @param version What is looked at, "" where that has no pages; null where it is not known yet. */
  settle(version: string | null): void {
    const place = this.#awaited;
    if (!place || version === null || (version !== "" && this.#viewer.lined !== version)) return;
    this.#awaited = null;
    const page = version === "" ? null : this.#lines.lead(place);
    const source = this.#viewer.layer?.files[place.file];
    if (page !== null && source) this.#places.show({ ...place, path: source.path });
    // That these are the last good pages is what has to be known of them.
    if (this.#problems.hasErrors()) return;
    this.#places.tell(() => (page === null ? say("notLed") : ledThere(page)));
  }
}
