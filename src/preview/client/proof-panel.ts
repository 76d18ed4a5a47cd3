/** What proofreading asks about on these pages in → a panel that leads from one to the next, and is spoken. */
import type { Finding } from "../protocol.ts";
import { iconButton, keepingFocus } from "./buttons.ts";
import { make } from "./dom.ts";
import { findingEntry } from "./finding-entry.ts";
import { type PlacedFinding, standingNow } from "./placed-findings.ts";
import type { Viewer } from "./viewer.ts";
import { colon, say, tallied, tongueNow, whichOf } from "./words.ts";

export interface ProofPanelHears {
  /** A finding is led to. */
  walked(finding: Finding): void;
  /** One's place was chosen. */
  chosen(finding: Finding): void;
  /** The panel comes over the pages: others give way. */
  opened(): void;
  /** The keyboard was on the panel that closed. */
  closed(): void;
  /** How many there are, or whether they are listed. */
  changed(): void;
}

export class ProofPanel {
  readonly element = make("section", { class: "panel proofing", role: "region", hidden: true });
  /** For those who hear the page. */
  readonly told = make("p", { class: "heard", role: "status", "aria-live": "polite" });
  readonly #head = make("h2");
  readonly #list = make("ol");
  readonly #viewer: Viewer;
  readonly #hears: ProofPanelHears;
  /** That the list was made of, and in which language. */
  #listed: readonly unknown[] = [];
  #all: readonly PlacedFinding[] = [];
  /** Whether these are the ones of the view that is looked at. */
  #isKnown = false;
  /** The one that is led to; null before the first, and when a save has mended it. */
  #present: Finding | null = null;
  /** Number of the present one from 0, or of the one behind a present one that is gone; null before the first. */
  #at: number | null = null;

  constructor(viewer: Viewer, hears: ProofPanelHears) {
    this.#viewer = viewer;
    this.#hears = hears;
  }

  /** How many there are, for the bar under the pages; "" for none. */
  summary(): string {
    return this.#all.length === 0 || !this.#isKnown ? "" : tallied(this.#all.length, "marks");
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  toggle(): void {
    if (this.isOpen) this.close();
    else this.#open();
  }

  close(): void {
    if (!this.isOpen) return;
    const wasInside = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.told.textContent = "";
    this.#mark();
    if (wasInside) this.#hears.closed();
    this.#hears.changed();
  }

  /** Another view, whose own are not known yet: one that is led to may stand on it as well. */
  await(): void {
    this.#isKnown = false;
    this.draw();
  }

  /** Another issue: nothing of this one is gone on with. */
  forget(): void {
    this.#present = null;
    this.#at = null;
  }

  /** New pages or lines are there: what was led to stays so where it stands now. */
  refresh(): void {
    this.#all = this.#viewer.findings;
    this.#isKnown = true;
    const now = this.#present ? standingNow(this.#all, this.#present) : -1;
    if (now >= 0) this.#at = now;
    this.#present = this.#all[now]?.finding ?? null;
    if (this.#all.length === 0) this.close();
    this.draw();
    this.#mark();
  }

  /** @param by 1 for the next, -1 for the one before; behind the last comes the first. */
  step(by: 1 | -1): void {
    const count = this.#all.length;
    if (!this.#isKnown) return;
    if (count === 0) {
      this.told.textContent = say("noMarks");
      return;
    }
    const from = this.#at ?? this.#first();
    // Where none is led to, the next is the one at that place.
    const to = from + (this.#present || by < 0 ? by : 0);
    this.#walk((to + count) % count);
  }

  draw(): void {
    this.element.setAttribute("aria-label", say("findings"));
    this.#hears.changed();
    if (!this.isOpen) return;
    if (this.#listed[0] !== this.#all || this.#listed[1] !== tongueNow())
      keepingFocus(this.element, () => this.#write());
    [...this.#list.children].forEach((entry, k) => {
      if (this.#present && k === this.#at) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    });
    const which = this.#present ? whichOf(this.#at! + 1, this.#all.length) : this.summary();
    this.#head.textContent = this.#isKnown ? which : say("loading");
  }

  #write(): void {
    this.#listed = [this.#all, tongueNow()];
    this.#list.replaceChildren(
      ...this.#all.map(({ finding }, k) => {
        const entry = findingEntry(finding, () => this.#isKnown && this.#hears.chosen(finding));
        entry.addEventListener("click", () => this.#isKnown && this.#walk(k));
        return entry;
      }),
    );
    this.element.replaceChildren(
      make(
        "header",
        {},
        this.#head,
        iconButton("previousMark", "up", () => this.step(-1)),
        iconButton("nextMark", "down", () => this.step(1)),
        iconButton("hide", "close", () => this.close()),
      ),
      this.#list,
    );
  }

  #open(): void {
    if (this.isOpen || this.summary() === "") return;
    this.#hears.opened();
    this.element.hidden = false;
    this.draw();
    this.#mark();
  }

  /** Number of the first on the page that is looked at or behind it. */
  #first(): number {
    const here = this.#viewer.current();
    return Math.max(
      0,
      this.#all.findIndex(({ parts }) => parts[0]!.page >= here),
    );
  }

  #walk(k: number): void {
    const { finding, parts } = this.#all[k]!;
    this.#at = k;
    this.#present = finding;
    this.#open();
    this.draw();
    this.#mark();
    const entry = this.#list.children[k];
    entry?.scrollIntoView({ block: "start" });
    // On a list the keyboard goes along.
    if (this.#list.contains(document.activeElement))
      entry?.querySelector("button")?.focus({ preventScroll: true });
    this.#viewer.goToBox(parts[0]!);
    this.told.textContent = whichOf(k + 1, this.#all.length) + colon() + finding.said[tongueNow()];
    this.#hears.walked(finding);
  }

  #mark(): void {
    this.#viewer.mark("asked", this.isOpen && this.#present ? this.#all[this.#at!]!.parts : []);
  }
}
