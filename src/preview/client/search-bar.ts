/** A query, or a place in the source, in → its matches on the pages, one of them the present one. */
import type { Overlay } from "../../draw/overlay.ts";
import { iconButton } from "./buttons.ts";
import { make } from "./dom.ts";
import { find, type Match, MOST, type Searchable, searchables } from "./find.ts";
import { findPlace } from "./find-place.ts";
import type { Viewer } from "./viewer.ts";
import { say } from "./words.ts";

export class SearchBar {
  readonly element = make("div", { class: "search", role: "search", hidden: true });
  readonly #input = make("input", { type: "search" });
  readonly #count = make("output", { class: "count", "aria-live": "polite" });
  readonly #viewer: Viewer;
  readonly #issue: () => string;
  #matches: readonly Match[] = [];
  #present = 0;
  /** What is searched, and of which overlay it was made. */
  #known: readonly Searchable[] = [];
  #of: Overlay | null = null;

  /** @param issue The one that is looked at. */
  constructor(viewer: Viewer, issue: () => string) {
    this.#viewer = viewer;
    this.#issue = issue;
    // Letters that are on the way to be Han are not what is searched for.
    this.#input.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#search(true);
    });
    this.#input.addEventListener("compositionend", () => this.#search(true));
    this.element.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      // On a button Enter does what the button says.
      const isTyped = event.target === this.#input;
      if (event.key === "Escape") this.close();
      else if (event.key === "Enter" && isTyped) this.step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  draw(): void {
    this.#input.placeholder = say("searchBoth");
    this.#input.setAttribute("aria-label", say("searchBoth"));
    this.element.replaceChildren(
      this.#input,
      this.#count,
      iconButton("previous", "up", () => this.step(-1)),
      iconButton("next", "down", () => this.step(1)),
      iconButton("close", "close", () => this.close()),
    );
    this.#tell();
  }

  open(): void {
    this.element.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.#search(false);
  }

  close(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.#matches = [];
    this.#mark();
    this.#viewer.element.focus({ preventScroll: true });
  }

  /** The pages have changed: what was found is found anew, the window left where it is. */
  refresh(): void {
    if (!this.element.hidden) this.#search(false);
  }

  step(by: 1 | -1): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#present = (this.#present + by + count) % count;
    this.#mark();
    this.#show();
  }

  #search(moves: boolean): void {
    const { value } = this.#input;
    const { layer } = this.#viewer;
    const placed = layer ? findPlace(layer, this.#issue(), value) : [];
    const isPlace = placed.length > 0;
    this.#matches = isPlace || value.trim() === "" ? placed : find(this.#texts(), value);
    const here = this.#viewer.current();
    const next = isPlace ? 0 : this.#matches.findIndex(({ boxes }) => boxes[0]!.page >= here);
    if (moves) this.#present = Math.max(0, next);
    this.#present = Math.min(this.#present, Math.max(0, this.#matches.length - 1));
    this.#mark();
    if (moves) this.#show();
  }

  /** They are made once for the pages, not for every letter that is typed. */
  #texts(): readonly Searchable[] {
    const overlay = this.#viewer.layer?.overlay ?? null;
    if (overlay !== this.#of) this.#known = overlay ? searchables(overlay) : [];
    this.#of = overlay;
    return this.#known;
  }

  #mark(): void {
    this.#viewer.mark(
      "found",
      this.#matches.flatMap(({ boxes }, k) =>
        k === this.#present ? boxes.map((part) => ({ ...part, class: "present" })) : boxes,
      ),
    );
    this.#tell();
  }

  #tell(): void {
    const isAsked = this.#input.value.trim() !== "" && !this.element.hidden;
    const count = this.#matches.length;
    this.#count.textContent = !isAsked
      ? ""
      : count === 0
        ? say("noMatch")
        : `${this.#present + 1} / ${count}${count === MOST ? "+" : ""}`;
  }

  #show(): void {
    const first = this.#matches[this.#present]?.boxes[0];
    if (first) this.#viewer.goToBox(first);
  }
}
