/** Findings in → a panel over the pages that tells them in the reader's language, each with its place. */
import type { Finding, SheetNews } from "../protocol.ts";
import { iconButton, keepingFocus } from "./buttons.ts";
import { make } from "./dom.ts";
import { findingEntry } from "./finding-entry.ts";
import { either, say, tallied, tongueNow } from "./words.ts";

export class Problems {
  readonly element = make("section", { class: "panel problems", hidden: true });
  readonly #choose: (finding: Finding) => void;
  readonly #closed: () => void;
  #news: SheetNews | null = null;
  /** Warnings alone stay folded until they are asked for. */
  #isOpen = false;
  /** What is written in it: an alert that is written anew is read aloud anew. */
  #written = "";

  /** @param closed The keyboard was on the panel that closed. */
  constructor(choose: (finding: Finding) => void, closed: () => void) {
    this.#choose = choose;
    this.#closed = closed;
  }

  update(news: SheetNews): void {
    const hadErrors = errorsOf(this.#news).length > 0;
    this.#news = news;
    if (errorsOf(news).length > 0 && !hadErrors) this.#isOpen = true;
    if (errorsOf(news).length === 0 && hadErrors) this.#isOpen = false;
    this.draw();
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.draw();
  }

  close(): boolean {
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.draw();
    return wasOpen;
  }

  /** How many there are, for the bar under the pages; "" for none. */
  summary(): string {
    const all = this.#news?.findings ?? [];
    const errors = errorsOf(this.#news).length;
    const warnings = all.length - errors;
    return [
      ...(errors > 0 ? [tallied(errors, "errors")] : []),
      ...(warnings > 0 ? [tallied(warnings, "warnings")] : []),
    ].join(either("，", ", "));
  }

  hasErrors(): boolean {
    return errorsOf(this.#news).length > 0;
  }

  draw(): void {
    const wasInside = this.element.contains(document.activeElement);
    keepingFocus(this.element, () => this.#write());
    if (wasInside && this.element.hidden) this.#closed();
  }

  #write(): void {
    const news = this.#news;
    const findings = news?.findings ?? [];
    this.element.hidden = !news || findings.length === 0 || !this.#isOpen;
    const written = this.element.hidden ? "" : JSON.stringify([tongueNow(), news?.version === "", findings]);
    if (written === this.#written) return;
    this.#written = written;
    this.element.replaceChildren();
    if (!news || this.element.hidden) return;
    const errors = errorsOf(news);
    const head = errors.length > 0 ? say(news.version === "" ? "noPages" : "stale") : this.summary();
    this.element.classList.toggle("broken", errors.length > 0);
    this.element.setAttribute("role", errors.length > 0 ? "alert" : "region");
    this.element.setAttribute("aria-label", head);
    const ordered = [...errors, ...findings.filter(({ severity }) => severity !== "error")];
    this.element.replaceChildren(
      make(
        "header",
        {},
        make("h2", {}, head),
        iconButton("hide", "close", () => this.close()),
      ),
      make("ol", {}, ...ordered.map((finding) => findingEntry(finding, () => this.#choose(finding)))),
    );
  }
}

const errorsOf = (news: SheetNews | null): readonly Finding[] =>
  news?.findings.filter(({ severity }) => severity === "error") ?? [];
