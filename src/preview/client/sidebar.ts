/** Pages and outline in → the column beside the pages: small pictures of them, or their headings. */
import { button } from "./buttons.ts";
import { make } from "./dom.ts";
import { isNarrow, type Settings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";
import { say } from "./words.ts";

/** CSS pixels of a small picture's width. */
const WIDTH = 116;

const KINDS = ["thumbnails", "outline"] as const;

export interface SidebarHears {
  change(change: Partial<Settings>): void;
  goTo(page: number, y?: number): void;
  /** The keyboard was in it. */
  closed(): void;
}

export class Sidebar {
  readonly element = make("aside", { class: "sidebar" });
  readonly #tabs = make("div", { class: "tabs", role: "group" });
  readonly #list = make("nav", { class: "list" });
  readonly #hears: SidebarHears;
  readonly #viewer: Viewer;
  #kind: Settings["sidebar"] = null;
  #tongue: Settings["tongue"] | null = null;
  /** Pages that the small pictures show. */
  #hashes: string[] = [];
  /** Small pictures that are in sight or less than the list's height away. */
  readonly #inSight = new Set<Element>();
  readonly #seen = new IntersectionObserver((changes) => this.#see(changes), {
    root: this.#list,
    rootMargin: "100% 0px",
  });
  #current = 1;
  #isDrawing = false;

  constructor(viewer: Viewer, hears: SidebarHears) {
    this.#viewer = viewer;
    this.#hears = hears;
    for (const sidebar of KINDS) this.#tabs.append(button(() => hears.change({ sidebar }), {}));
    this.element.append(this.#tabs, this.#list);
  }

  /** In narrow windows it lies over the pages. */
  standsOver(): boolean {
    return !this.element.hidden && isNarrow();
  }

  draw({ sidebar, tongue }: Settings): void {
    if (sidebar === null && this.element.contains(document.activeElement)) this.#hears.closed();
    this.element.hidden = sidebar === null;
    for (const named of [this.element, this.#tabs]) named.setAttribute("aria-label", say("sidebar"));
    KINDS.forEach((kind, k) => {
      this.#tabs.children[k]!.setAttribute("aria-pressed", String(kind === sidebar));
      this.#tabs.children[k]!.textContent = say(kind);
    });
    if (sidebar === this.#kind && tongue === this.#tongue) return;
    this.#kind = sidebar;
    this.#tongue = tongue;
    this.#hashes = [];
    this.#list.replaceChildren();
    this.#seen.disconnect();
    this.#inSight.clear();
    this.refresh();
  }

  /** Called when pages or lines have changed. */
  refresh(): void {
    if (this.#kind === "outline") this.#outline();
    if (this.#kind === "thumbnails") this.#thumbnails();
  }

  at(page: number): void {
    this.#current = page;
    for (const [k, entry] of [...this.#list.children].entries())
      if (this.#kind === "thumbnails") this.#point(entry, k + 1 === page);
  }

  /** The list is moved where another page is come to, and left where its reader has it otherwise. */
  #point(entry: Element, isHere: boolean): void {
    const wasHere = entry.hasAttribute("aria-current");
    if (isHere === wasHere) return;
    if (isHere) entry.setAttribute("aria-current", "page");
    else entry.removeAttribute("aria-current");
    if (isHere) entry.scrollIntoView({ block: "nearest" });
  }

  #see(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes)
      if (isIntersecting) this.#inSight.add(target);
      else this.#inSight.delete(target);
    void this.#drawSeen();
  }

  #outline(): void {
    const outline = this.#viewer.layer?.overlay.outline ?? [];
    this.#list.setAttribute("aria-label", say("outline"));
    this.#list.replaceChildren(
      ...(outline.length === 0 ? [make("p", { class: "none" }, say("noOutline"))] : []),
      ...outline.map(({ title, level, page, y }) =>
        button(
          () => this.#hears.goTo(page + 1, y),
          { class: `entry level-${level}` },
          make("span", {}, title),
          make("span", { class: "folio" }, String(page + 1)),
        ),
      ),
    );
  }

  #thumbnails(): void {
    const { pages } = this.#viewer;
    this.#list.setAttribute("aria-label", say("thumbnails"));
    while (this.#list.children.length > pages.length) {
      const last = this.#list.lastElementChild!;
      this.#seen.unobserve(last);
      this.#inSight.delete(last);
      last.remove();
    }
    this.#hashes.length = Math.min(this.#hashes.length, pages.length);
    while (this.#list.children.length < pages.length) {
      const number = this.#list.children.length + 1;
      const entry = button(
        () => this.#hears.goTo(number),
        { class: "thumbnail", "aria-label": `${say("page")} ${number}` },
        make("canvas", { width: 1, height: 1, "aria-hidden": "true" }),
        make("span", { class: "folio" }, String(number)),
      );
      this.#list.append(entry);
      this.#seen.observe(entry);
    }
    pages.forEach(({ width, height }, k) => {
      this.#list.children[k]!.querySelector("canvas")!.style.aspectRatio = `${width} / ${height}`;
    });
    this.at(this.#current);
    void this.#drawSeen();
  }

  /** Small pictures in sight and near; the others when they are come to: a save may move every page. */
  async #drawSeen(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (let k = this.#wanted(); k !== -1; k = this.#wanted()) {
      const entry = this.#list.children[k]!;
      const { hash, width, height } = this.#viewer.pages[k]!;
      const { pdf } = this.#viewer;
      try {
        const scale = (WIDTH / width) * devicePixelRatio;
        const picture = await pdf?.picture(k + 1, scale, new AbortController().signal);
        if (!picture) break;
        // Pages come and go meanwhile.
        if (this.#list.children[k] !== entry || pdf !== this.#viewer.pdf) continue;
        picture.style.aspectRatio = `${width} / ${height}`;
        picture.setAttribute("aria-hidden", "true");
        entry.querySelector("canvas")?.replaceWith(picture);
        this.#hashes[k] = hash;
      } catch {
        // Where the document was replaced meanwhile, its successor draws the small pictures.
        if (pdf === this.#viewer.pdf) break;
      }
    }
    this.#isDrawing = false;
  }

  /** Number from 0 of the small picture that is to be drawn next, the nearest to the middle of the list; -1 for none. */
  #wanted(): number {
    if (this.#kind !== "thumbnails") return -1;
    const middleOf = (one: Element): number => {
      const { top, bottom } = one.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const middle = middleOf(this.#list);
    let wanted = -1;
    let least = Number.POSITIVE_INFINITY;
    this.#viewer.pages.forEach(({ hash }, k) => {
      const entry = this.#list.children[k];
      if (!entry || this.#hashes[k] === hash || !this.#inSight.has(entry)) return;
      const away = Math.abs(middleOf(entry) - middle);
      if (away >= least) return;
      wanted = k;
      least = away;
    });
    return wanted;
  }
}
