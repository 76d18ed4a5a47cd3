/** How the page is looked at, kept for the next visit of this tab (view) or of this browser (habits). */
import { EDITIONS } from "../../base/language.ts";
import type { Project, ViewName } from "../protocol.ts";
import { preferredTongue, type Tongue } from "./words.ts";

const LAYERS = ["grid", "columns", "glue", "proof"] as const;
export type LayerName = (typeof LAYERS)[number];
/** The overlays that a project has something for. */
export const layersOf = ({ hasProof }: Project): readonly LayerName[] =>
  LAYERS.filter((name) => name !== "proof" || hasProof);

/** The layers with one more, or without it. */
export const toggled = (layers: readonly LayerName[], name: LayerName): readonly LayerName[] =>
  layers.includes(name) ? layers.filter((other) => other !== name) : [...layers, name];

/** The same with the layer of a digit's key; as they are where a project has none for it. @param k From 0. */
export function toggledAt(layers: readonly LayerName[], project: Project, k: number): readonly LayerName[] {
  const name = layersOf(project)[k];
  return name ? toggled(layers, name) : layers;
}

/** A theme that is gone gives way to the publication's own. */
export const withTheme = (view: ViewName, { themes }: Project): ViewName =>
  themes.includes(view.theme) ? view : { ...view, theme: "" };

export type Look = "auto" | "light" | "dark";
/** CSS pixels to a point, or what the window gives. */
export type Zoom = number | "width" | "page";

export interface Settings {
  view: ViewName;
  zoom: Zoom;
  spread: boolean;
  sidebar: "thumbnails" | "outline" | null;
  layers: readonly LayerName[];
  tongue: Tongue;
  look: Look;
  /** Whether the window goes to what a save has changed. */
  follow: boolean;
  /** Whether keys of one character do anything; who speaks to the machine, or hits keys unmeant, turns them off (WCAG 2.2, 2.1.4). */
  singleKeys: boolean;
}

/** CSS pixels; the style sheet has the same. */
const NARROW = 900;
/** Whether the sidebar stands over the pages. */
export const isNarrow = (): boolean => innerWidth <= NARROW;
const HABITS = "shuanglan.habits";
const VISIT = "shuanglan.visit";

function stored(storage: Storage, key: string): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The address says what to look at first: `#issue=2024-14&theme=modern`. */
export function openSettings(): Settings {
  const habits = stored(localStorage, HABITS);
  const visit = stored(sessionStorage, VISIT);
  const asked = new URLSearchParams(location.hash.slice(1));
  const edition = EDITIONS.find((name) => name === asked.get("edition"));
  const view: ViewName = {
    issue: asked.get("issue") ?? visit.view?.issue ?? "",
    edition: edition ?? visit.view?.edition ?? "bilingual",
    theme: asked.get("theme") ?? visit.view?.theme ?? "",
  };
  return {
    view,
    zoom: visit.zoom ?? "width",
    spread: visit.spread ?? false,
    // In a narrow window it would stand over the pages.
    sidebar: isNarrow() ? null : habits.sidebar === undefined ? "thumbnails" : habits.sidebar,
    layers: visit.layers ?? [],
    tongue: habits.tongue ?? preferredTongue(navigator.languages),
    look: habits.look ?? "auto",
    follow: habits.follow ?? false,
    singleKeys: habits.singleKeys ?? true,
  };
}

/** @param isStep The browser's button back leads to what was looked at before. */
export function keepSettings(
  { view, zoom, spread, layers, sidebar, tongue, look, follow, singleKeys }: Settings,
  isStep = false,
): void {
  const { issue, edition, theme } = view;
  const asked = new URLSearchParams({ issue, edition, ...(theme ? { theme } : {}) });
  if (isStep) history.pushState(null, "", `#${asked}`);
  else history.replaceState(null, "", `#${asked}`);
  try {
    localStorage.setItem(HABITS, JSON.stringify({ sidebar, tongue, look, follow, singleKeys }));
    sessionStorage.setItem(VISIT, JSON.stringify({ view, zoom, spread, layers }));
  } catch {
    // A browser that keeps nothing shows the pages all the same.
  }
}

const PLACE = "shuanglan.place";

/** How far a view is scrolled, for a page that is loaded anew. */
export function keepPlace(view: ViewName, top: number): void {
  sessionStorage.setItem(PLACE, JSON.stringify([view, top]));
}

/** @returns What was kept of the view, once; null where nothing was. */
export function keptPlace(view: ViewName): number | null {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return null;
  sessionStorage.removeItem(PLACE);
  const [of, top] = JSON.parse(kept) as [unknown, number];
  return JSON.stringify(of) === JSON.stringify(view) ? top : null;
}
