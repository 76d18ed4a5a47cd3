/** What there is on the screen → what each key of one character does with it. */
import { EDITIONS } from "../../base/language.ts";
import type { Project } from "../protocol.ts";
import type { ProofPanel } from "./proof-panel.ts";
import { type Settings, toggledAt } from "./settings.ts";
import type { Viewer } from "./viewer.ts";
import { ZOOM_STEP } from "./zoom.ts";

export interface OnScreen {
  readonly viewer: Viewer;
  readonly proof: ProofPanel;
  readonly settings: Settings;
  project(): Project;
  change(now: Partial<Settings>): void;
  zoomBy(factor: number): void;
  search(): void;
  help(): void;
}

export function singleKeys({
  viewer,
  proof,
  settings,
  project,
  change,
  zoomBy,
  search,
  help,
}: OnScreen): Readonly<Record<string, () => void>> {
  const layerKey = (k: number) => () => change({ layers: toggledAt(settings.layers, project(), k) });
  return {
    n: () => viewer.step(1),
    p: () => viewer.step(-1),
    j: () => proof.step(1),
    k: () => proof.step(-1),
    c: () => viewer.toChange(),
    f: () => change({ follow: !settings.follow }),
    "+": () => zoomBy(ZOOM_STEP),
    "=": () => zoomBy(ZOOM_STEP),
    "-": () => zoomBy(1 / ZOOM_STEP),
    "0": () => change({ zoom: "width" }),
    "9": () => change({ zoom: "page" }),
    "1": layerKey(0),
    "2": layerKey(1),
    "3": layerKey(2),
    "4": layerKey(3),
    e: () => {
      const next = EDITIONS[(EDITIONS.indexOf(settings.view.edition) + 1) % EDITIONS.length]!;
      change({ view: { ...settings.view, edition: next } });
    },
    d: () => change({ spread: !settings.spread }),
    s: () => change({ sidebar: settings.sidebar ? null : "thumbnails" }),
    "/": search,
    "?": help,
  };
}
