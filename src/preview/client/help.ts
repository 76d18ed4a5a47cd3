/** The keys that the page knows → a window that lists them, and turns those of one character off. */

import { iconButton } from "./buttons.ts";
import { make } from "./dom.ts";
import { say, type Word } from "./words.ts";

const KEYS: readonly (readonly [string, Word])[] = [
  ["P  N", "keyMove"],
  ["K  J", "keyMarks"],
  ["C", "keyChange"],
  ["F", "follow"],
  ["+  −  0  9", "keyZoom"],
  ["E", "keyEdition"],
  ["D", "spread"],
  ["S", "sidebar"],
  ["1  2  3  4", "layers"],
  ["/", "keySearch"],
  ["↑  ↓", "keyLines"],
  ["Enter", "keyOpen"],
  ["Ctrl+Enter", "keyFollow"],
  ["Ctrl+P", "keyPdf"],
  ["Esc", "keyEscape"],
];

export interface SingleKeys {
  isOn(): boolean;
  turn(isOn: boolean): void;
}

export class Help {
  readonly element = make("dialog", { class: "help" });
  readonly #single: SingleKeys;

  constructor(single: SingleKeys) {
    this.#single = single;
  }

  open(): void {
    const single = make("input", { type: "checkbox", checked: this.#single.isOn() });
    single.addEventListener("change", () => this.#single.turn(single.checked));
    this.element.setAttribute("aria-label", say("help"));
    this.element.replaceChildren(
      make(
        "header",
        {},
        make("h2", {}, say("help")),
        iconButton("close", "close", () => this.element.close()),
      ),
      make("label", {}, single, say("singleKeys")),
      make(
        "dl",
        {},
        ...KEYS.flatMap(([keys, word]) => [
          make("dt", {}, ...keys.split("  ").map((key) => make("kbd", {}, key))),
          make("dd", {}, say(word)),
        ]),
      ),
    );
    this.element.showModal();
  }
}
