/** Settings in → the bar above the pages, with a control for each. */
import { EDITIONS, type Edition } from "../../base/language.ts";
import type { Project } from "../protocol.ts";
import { icon, make } from "./dom.ts";
import { layersOf, type Settings, toggled, type Zoom } from "./settings.ts";
import { NATURAL, ZOOM_STEP } from "./viewer.ts";
import { say, tongueNow, type Word } from "./words.ts";

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

export const ICONS = {
  sidebar: "M3 4h14v12H3zM8 4v12",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4",
  pdf: "M5 3h6.5L15 6.5V17H5zM11.5 3v3.5H15M10 9v5M7.8 11.8L10 14l2.2-2.2",
  help: "M7.2 7.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.2.9-1.2 1.8M10 14.6v.6",
  plus: "M10 5v10M5 10h10",
  minus: "M5 10h10",
  spread: "M10 4.5v11M3.5 4.5h13v11h-13z",
  close: "M5 5l10 10M15 5L5 15",
  up: "M5 12l5-5 5 5",
  down: "M5 8l5 5 5-5",
  layers: "M3 7.5L10 4l7 3.5-7 3.5zM3.5 11L10 14.2 16.5 11M3.5 14L10 17.2 16.5 14",
  look: "M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13",
} as const;

/** A button of one picture, named for those who do not see it. */
export function iconButton(word: Word, path: string, act: () => void, given: object = {}): HTMLButtonElement {
  return make(
    "button",
    {
      type: "button",
      class: "plain",
      title: say(word),
      "aria-label": say(word),
      on: { click: act },
      ...given,
    },
    icon(path),
  );
}

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
    const { sidebar } = settings;
    this.#page.setAttribute("aria-label", say("page"));
    this.element.replaceChildren(
      // Past the bar and every small picture, for the keyboard alone.
      make(
        "button",
        { type: "button", class: "skip", "data-key": "skip", on: { click: this.#hears.toPages } },
        say("toPages"),
      ),
      iconButton(
        "sidebar",
        ICONS.sidebar,
        () => this.#hears.change({ sidebar: sidebar ? null : "thumbnails" }),
        {
          "aria-pressed": sidebar !== null,
          "data-key": "sidebar",
        },
      ),
      make("h1", { lang: tongueNow() === "zh" ? "zh-CN" : "en" }, project.name[tongueNow()]),
      this.#issue(settings, project),
      this.#editions(settings),
      this.#theme(settings, project),
      make("span", { class: "spring" }),
      make("span", { class: "pages" }, this.#page, this.#pages),
      this.#zoom(settings),
      iconButton("spread", ICONS.spread, () => this.#hears.change({ spread: !settings.spread }), {
        "aria-pressed": settings.spread,
        "data-key": "spread",
      }),
      this.#options(settings, project),
      iconButton("search", ICONS.search, () => this.#hears.search(), { "data-key": "search" }),
      make("span", { class: "spring low" }),
      iconButton("pdf", ICONS.pdf, () => this.#hears.pdf(), { "data-key": "pdf" }),
      this.#look(settings),
      iconButton("help", ICONS.help, () => this.#hears.help(), { "data-key": "help" }),
      make(
        "button",
        {
          type: "button",
          class: "word",
          lang: tongueNow() === "zh" ? "en" : "zh-CN",
          "data-key": "language",
          on: { click: () => this.#hears.change({ tongue: tongueNow() === "zh" ? "en" : "zh" }) },
        },
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
        make(
          "button",
          {
            type: "button",
            "aria-pressed": edition === view.edition,
            "data-key": edition,
            on: { click: () => this.#hears.change({ view: { ...view, edition } }) },
          },
          say(EDITION_WORD[edition]),
        ),
      ),
    );
  }

  #zoom({ zoom }: Settings): HTMLElement {
    const fitting = (word: Word, to: Zoom) =>
      make(
        "button",
        {
          type: "button",
          class: "word",
          "aria-pressed": zoom === to,
          "data-key": word,
          on: { click: () => this.#hears.change({ zoom: to }) },
        },
        say(word),
      );
    return make(
      "div",
      { class: "zoom", role: "group", "aria-label": say("zoom") },
      iconButton("zoomOut", ICONS.minus, () => this.#hears.zoomBy(1 / ZOOM_STEP), { "data-key": "out" }),
      this.#percent,
      iconButton("zoomIn", ICONS.plus, () => this.#hears.zoomBy(ZOOM_STEP), { "data-key": "in" }),
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
    summary.append(icon(ICONS.layers));
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
    const name = `${say("look")}${tongueNow() === "zh" ? "：" : ": "}${say(look)}`;
    return iconButton("look", ICONS.look, () => this.#hears.change({ look: next[look] }), {
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
