/** Pages and outline in → the column beside the pages: small pictures of them, or their headings. */
import { make } from "./dom.ts";
import type { Settings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";
import { say } from "./words.ts";

/** CSS pixels of a small picture's width. */
const WIDTH = 116;

const KINDS = ["thumbnails", "outline"] as const;

export interface SidebarHears {
  change(change: Partial<Settings>): void;
  goTo(page: number, y?: number): void;
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
  #current = 1;
  #round = 0;

  constructor(viewer: Viewer, hears: SidebarHears) {
    this.#viewer = viewer;
    this.#hears = hears;
    for (const sidebar of KINDS)
      this.#tabs.append(make("button", { type: "button", on: { click: () => hears.change({ sidebar }) } }));
    this.element.append(this.#tabs, this.#list);
  }

  draw({ sidebar, tongue }: Settings): void {
    this.element.hidden = sidebar === null;
    this.element.setAttribute("aria-label", say("sidebar"));
    KINDS.forEach((kind, k) => {
      this.#tabs.children[k]!.setAttribute("aria-pressed", String(kind === sidebar));
      this.#tabs.children[k]!.textContent = say(kind);
    });
    if (sidebar === this.#kind && tongue === this.#tongue) return;
    this.#kind = sidebar;
    this.#tongue = tongue;
    this.#hashes = [];
    this.#round += 1;
    this.#list.replaceChildren();
    void this.refresh();
  }

  /** Called when pages or lines have changed. */
  async refresh(): Promise<void> {
    if (this.#kind === "outline") return this.#outline();
    if (this.#kind === "thumbnails") await this.#thumbnails();
  }

  at(page: number): void {
    this.#current = page;
    for (const [k, entry] of [...this.#list.children].entries())
      if (this.#kind === "thumbnails") this.#point(entry, k + 1 === page);
  }

  #point(entry: Element, isHere: boolean): void {
    if (isHere) entry.setAttribute("aria-current", "page");
    else entry.removeAttribute("aria-current");
    if (isHere) entry.scrollIntoView({ block: "nearest" });
  }

  #outline(): void {
    const outline = this.#viewer.layer?.overlay.outline ?? [];
    this.#list.setAttribute("aria-label", say("outline"));
    this.#list.replaceChildren(
      ...(outline.length === 0 ? [make("p", { class: "none" }, say("noOutline"))] : []),
      ...outline.map(({ title, level, page, y }) =>
        make(
          "button",
          {
            type: "button",
            class: `entry level-${level}`,
            on: { click: () => this.#hears.goTo(page + 1, y) },
          },
          make("span", {}, title),
          make("span", { class: "folio" }, String(page + 1)),
        ),
      ),
    );
  }

  async #thumbnails(): Promise<void> {
    const { pages, pdf } = this.#viewer;
    this.#list.setAttribute("aria-label", say("thumbnails"));
    this.#round += 1;
    const round = this.#round;
    while (this.#list.children.length > pages.length) this.#list.lastChild!.remove();
    this.#hashes.length = Math.min(this.#hashes.length, pages.length);
    while (this.#list.children.length < pages.length) {
      const number = this.#list.children.length + 1;
      this.#list.append(
        make(
          "button",
          {
            type: "button",
            class: "thumbnail",
            "aria-label": `${say("page")} ${number}`,
            on: { click: () => this.#hears.goTo(number) },
          },
          make("canvas", { width: 1, height: 1, "aria-hidden": "true" }),
          make("span", { class: "folio" }, String(number)),
        ),
      );
    }
    this.at(this.#current);
    // Pages come and go while their small pictures are drawn.
    for (const [k, page] of [...pages].entries()) {
      if (this.#hashes[k] === page.hash) continue;
      const { hash, width, height } = page;
      const canvas = this.#list.children[k]?.querySelector("canvas");
      if (!canvas) return;
      canvas.style.aspectRatio = `${width} / ${height}`;
      try {
        const scale = (WIDTH / width) * devicePixelRatio;
        const picture = await pdf?.picture(k + 1, scale, new AbortController().signal);
        if (round !== this.#round || !picture) return;
        picture.style.aspectRatio = `${width} / ${height}`;
        picture.setAttribute("aria-hidden", "true");
        this.#list.children[k]?.querySelector("canvas")?.replaceWith(picture);
        this.#hashes[k] = hash;
      } catch {
        // The document was replaced meanwhile: its successor draws the small pictures.
        return;
      }
    }
  }
}
