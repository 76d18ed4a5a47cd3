/** Settings in → the bar above the pages, with a control for each. */
import { EDITIONS, type Edition } from "../../base/language.ts";
import type { Project } from "../protocol.ts";
import { button, iconButton, picture } from "./buttons.ts";
import { make } from "./dom.ts";
import { layersOf, type Settings, toggled, type Zoom } from "./settings.ts";
import { colon, LOCALE, say, tongueNow, type Word } from "./words.ts";
import { NATURAL, ZOOM_STEP } from "./zoom.ts";

export interface ToolbarHears {
  /** Something was chosen; the bar is drawn anew. */
  change(change: Partial<Settings>): void;
  zoomBy(factor: number): void;
  goTo(page: number): void;
  /** The keyboard goes back to the pages. */
  toPages(): void;
  search(): void;
  /** Opens the PDF, to be printed, kept or sent. */
  pdf(): void;
  help(): void;
}

const EDITION_WORD: Readonly<Record<Edition, Word>> = {
  bilingual: "bilingual",
  zh: "chinese",
  en: "english",
};

export class Toolbar {
  readonly element = make("header", { class: "toolbar" });
  readonly #page = make("input", { class: "number", inputmode: "numeric", size: 3 });
  readonly #pages = make("span", { class: "of" });
  readonly #percent = make("output", { class: "percent" });
  readonly #hears: ToolbarHears;
  #here = 1;

  constructor(hears: ToolbarHears) {
    this.#hears = hears;
    this.#page.addEventListener("change", () => hears.goTo(Number(this.#page.value) || 1));
    this.#page.addEventListener("keydown", (event) => {
      if (event.key === "Enter") hears.toPages();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.#menu()?.contains(target)) this.fold();
    });
    // What was typed may be no page, and the pages may have moved on.
    this.#page.addEventListener("blur", () => {
      this.#page.value = String(this.#here);
    });
  }

  draw(settings: Settings, project: Project): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    const { sidebar, spread } = settings;
    const other = tongueNow() === "zh" ? "en" : "zh";
    const { change, toPages, search, pdf, help } = this.#hears;
    this.#page.setAttribute("aria-label", say("page"));
    this.element.replaceChildren(
      // Past the bar and every small picture, for the keyboard alone.
      button(toPages, { class: "skip", "data-key": "skip" }, say("toPages")),
      iconButton("sidebar", "sidebar", () => change({ sidebar: sidebar ? null : "thumbnails" }), {
        "aria-pressed": sidebar !== null,
        "data-key": "sidebar",
      }),
      make("h1", { lang: LOCALE[tongueNow()] }, project.name[tongueNow()]),
      this.#issue(settings, project),
      this.#editions(settings),
      this.#theme(settings, project),
      make("span", { class: "spring" }),
      make("span", { class: "pages" }, this.#page, this.#pages),
      this.#zoom(settings),
      iconButton("spread", "spread", () => change({ spread: !spread }), {
        "aria-pressed": spread,
        "data-key": "spread",
      }),
      this.#options(settings, project),
      iconButton("search", "search", search, { "data-key": "search" }),
      make("span", { class: "spring low" }),
      iconButton("pdf", "pdf", pdf, { "data-key": "pdf" }),
      this.#look(settings),
      iconButton("help", "help", help, { "data-key": "help" }),
      button(
        () => change({ tongue: other }),
        { class: "word", lang: LOCALE[other], "data-key": "language" },
        say("language"),
      ),
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  #menu(): HTMLDetailsElement | null {
    return this.element.querySelector<HTMLDetailsElement>("details.menu[open]");
  }

  /** Closes the menu; the keyboard goes on at its button. @returns False where none is open. */
  fold(): boolean {
    const menu = this.#menu();
    if (!menu) return false;
    const wasInside = menu.contains(document.activeElement);
    menu.open = false;
    if (wasInside) menu.querySelector("summary")?.focus();
    return true;
  }

  at(page: number, pages: number): void {
    this.#here = page;
    if (document.activeElement !== this.#page) this.#page.value = String(page);
    this.#pages.textContent = `/ ${pages}`;
  }

  zoomed(scale: number): void {
    this.#percent.textContent = `${Math.round((scale / NATURAL) * 100)}%`;
  }

  #issue({ view }: Settings, { issues }: Project): HTMLElement {
    return this.#select(
      "issue",
      "issue",
      view.issue,
      [...issues].reverse().map((name) => [name, name]),
      (issue) => this.#hears.change({ view: { ...view, issue } }),
    );
  }

  #theme({ view }: Settings, { themes }: Project): HTMLElement {
    const names = themes.map((name): readonly [string, string] => [name, name]);
    return this.#select("theme", "theme", view.theme, [["", say("ownTheme")], ...names], (theme) =>
      this.#hears.change({ view: { ...view, theme } }),
    );
  }

  #editions({ view }: Settings): HTMLElement {
    return make(
      "div",
      { class: "segments", role: "group", "aria-label": say("edition") },
      ...EDITIONS.map((edition) =>
        button(
          () => this.#hears.change({ view: { ...view, edition } }),
          { "aria-pressed": edition === view.edition, "data-key": edition },
          say(EDITION_WORD[edition]),
        ),
      ),
    );
  }

  #zoom({ zoom }: Settings): HTMLElement {
    const fitting = (word: Word, to: Zoom) =>
      button(
        () => this.#hears.change({ zoom: to }),
        { class: "word", "aria-pressed": zoom === to, "data-key": word },
        say(word),
      );
    return make(
      "div",
      { class: "zoom", role: "group", "aria-label": say("zoom") },
      iconButton("zoomOut", "minus", () => this.#hears.zoomBy(1 / ZOOM_STEP), { "data-key": "out" }),
      this.#percent,
      iconButton("zoomIn", "plus", () => this.#hears.zoomBy(ZOOM_STEP), { "data-key": "in" }),
      fitting("fitWidth", "width"),
      fitting("fitPage", "page"),
    );
  }

  #options({ layers, follow }: Settings, project: Project): HTMLElement {
    const option = (word: Word, key: string, checked: boolean, change: Partial<Settings>, swatch: string) =>
      make(
        "label",
        {},
        make("input", {
          type: "checkbox",
          checked,
          "data-key": key,
          on: { change: () => this.#hears.change(change) },
        }),
        make("span", { class: `swatch ${swatch}` }),
        say(word),
      );
    const boxes = layersOf(project).map((name) =>
      option(name, `layer-${name}`, layers.includes(name), { layers: toggled(layers, name) }, name),
    );
    const isOpen = this.element.querySelector<HTMLDetailsElement>("details.menu")?.open ?? false;
    const summary = make("summary", {
      title: say("viewOptions"),
      "aria-label": say("viewOptions"),
      "data-key": "layers",
    });
    summary.append(picture("layers"));
    if (layers.length > 0) summary.append(make("span", { class: "badge" }, String(layers.length)));
    const following = option("follow", "follow", follow, { follow: !follow }, "following");
    return make(
      "details",
      { class: "menu", open: isOpen },
      summary,
      make(
        "div",
        { class: "sheet" },
        make("div", { role: "group", "aria-label": say("layers") }, ...boxes),
        following,
      ),
    );
  }

  #look({ look }: Settings): HTMLElement {
    const next = { auto: "light", light: "dark", dark: "auto" } as const;
    const name = say("look") + colon() + say(look);
    return iconButton("look", "look", () => this.#hears.change({ look: next[look] }), {
      title: name,
      "aria-label": name,
      "data-key": "look",
    });
  }

  #select(
    word: Word,
    key: string,
    value: string,
    options: readonly (readonly [string, string])[],
    choose: (value: string) => void,
  ): HTMLElement {
    // What is looked at may be renamed or deleted: without an entry the first of the others would seem chosen.
    const isGone = value !== "" && options.every(([name]) => name !== value);
    const gone: typeof options = isGone ? [[value, `${value}${say("gone")}`]] : [];
    const select = make(
      "select",
      { "aria-label": say(word), title: say(word), "data-key": key, class: key },
      ...[...gone, ...options].map(([name, shown]) =>
        make("option", { value: name, selected: name === value }, shown),
      ),
    );
    select.addEventListener("change", () => choose(select.value));
    return select;
  }
}
