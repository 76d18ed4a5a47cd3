/** What goes on in → the bar under the pages: the chosen line's place, the state of the pages, the faults. */

import { button } from "./buttons.ts";
import { openInEditor } from "./connection.ts";
import { make } from "./dom.ts";
import type { SourcePlace } from "./geometry.ts";
import { either, say } from "./words.ts";

export interface PlaceBarHears {
  toChange(): void;
  showFaults(): void;
  showProof(): void;
  /** The keyboard goes back to the pages. */
  toPages(): void;
}

export class PlaceBar {
  readonly element = make("footer", { class: "places" });
  readonly #place = make("div", { class: "place" });
  readonly #notes = make("span", { class: "notes", "aria-live": "polite" });
  readonly #state = make("output", { class: "state", role: "status", "aria-live": "polite" });
  readonly #change = button(() => this.#hears.toChange(), { class: "change", hidden: true });
  readonly #faults = button(() => this.#hears.showFaults(), { class: "faults", hidden: true });
  readonly #proof = button(() => this.#hears.showProof(), { class: "proofs", hidden: true });
  #chosen: SourcePlace | null | undefined;
  #said: () => string = () => "";
  /** Whether the server has an editor to open; else a link does. */
  hasEditor = false;
  readonly #hears: PlaceBarHears;

  constructor(hears: PlaceBarHears) {
    this.#hears = hears;
    this.element.append(this.#place, this.#notes, this.#state, this.#change, this.#proof, this.#faults);
  }

  draw(): void {
    this.tell(this.#said);
    this.#change.textContent = say("toChange");
    const place = this.#chosen;
    if (!place) {
      const isOwn = place === null;
      const hint = make("span", { class: isOwn ? "hint own" : "hint" }, say(isOwn ? "ownText" : "hint"));
      this.#place.replaceChildren(hint);
      return;
    }
    const text = `${place.file}:${place.line}:${place.column}`;
    const copy = button(() => void this.#copy(text, copy), { class: "word" }, say("copy"));
    // Where there is no room it is the folder that is cut, not the name and the line.
    const name = text.slice(text.lastIndexOf("/") + 1);
    const folder = make("span", { class: "folder" }, text.slice(0, -name.length));
    const code = make("code", { "data-place": text, title: text }, folder, make("span", {}, name));
    this.#place.replaceChildren(code, copy, this.#opener(place));
  }

  /** @param place Null for a line that the program makes itself. */
  choose(place: SourcePlace | null): void {
    this.#chosen = place;
    this.draw();
    if (place) void this.#open(place);
  }

  /** The place is shown, and its file opened when that is asked for. */
  show(place: SourcePlace): void {
    this.#chosen = place;
    this.draw();
  }

  /** Another issue: no line of it was chosen. */
  forget(): void {
    this.#chosen = undefined;
    this.draw();
  }

  /** What the overlays have to say of the line under the pointer. */
  point(notes: readonly string[]): void {
    this.#notes.textContent = notes.join(either("；", "; "));
  }

  /** @param said Asked again when the page changes its language. */
  tell(said: () => string): void {
    this.#said = said;
    const state = said();
    if (this.#state.textContent !== state) this.#state.textContent = state;
  }

  /** @param isUnseen There are changed lines that were not in sight. */
  changed(isUnseen: boolean): void {
    if (this.#change.hidden === !isUnseen) return;
    // The keyboard was on the way to what is in sight now.
    if (document.activeElement === this.#change) this.#hears.toPages();
    this.#change.hidden = !isUnseen;
  }

  faults(summary: string, hasErrors: boolean): void {
    this.#faults.hidden = summary === "";
    this.#faults.textContent = summary;
    this.#faults.classList.toggle("broken", hasErrors);
  }

  proof(summary: string, isOpen: boolean): void {
    this.#proof.hidden = summary === "";
    this.#proof.textContent = summary;
    this.#proof.setAttribute("aria-expanded", String(isOpen));
  }

  #opener(place: SourcePlace): HTMLElement {
    return this.hasEditor
      ? button(() => void this.#open(place), { class: "word" }, say("open"))
      : make("a", { class: "word", href: linkTo(place) }, say("open"));
  }

  async #open(place: SourcePlace): Promise<void> {
    if (!this.hasEditor) {
      this.#place.querySelector("a")?.click();
      return;
    }
    const { file, line, column } = place;
    const opened = await openInEditor({ file, line, column });
    this.tell(() => say(opened ? "opened" : "notOpened"));
  }

  async #copy(text: string, button: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without the permission the place is selected, for the reader to copy.
      const code = this.#place.querySelector("code");
      if (code) getSelection()?.selectAllChildren(code);
      return;
    }
    button.textContent = say("copied");
    window.setTimeout(() => {
      button.textContent = say("copy");
    }, 1500);
  }
}

/** @returns The address that Visual Studio Code opens. */
export function linkTo({ path, line, column }: SourcePlace): string {
  const encoded = path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/^([A-Za-z])%3A/, "/$1:");
  return `vscode://file${encoded.startsWith("/") ? "" : "/"}${encoded}:${line}:${column}`;
}

/** How far a line was stretched or squeezed; none where it was left as it is. */
export function stretchNote(share: number): readonly string[] {
  if (share === 0) return [];
  return [`${share > 0 ? say("looser") : say("tighter")} ${Math.abs(share * 100).toFixed(1)}%`];
}
