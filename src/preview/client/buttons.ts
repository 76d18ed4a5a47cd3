/** What is done, and words or a picture → a button of the page. */
import { type Child, icon, make } from "./dom.ts";
import { say, type Word } from "./words.ts";

type Attributes = Readonly<Record<string, unknown>>;

export const button = (
  act: () => void,
  given: Attributes,
  ...children: readonly Child[]
): HTMLButtonElement => make("button", { type: "button", on: { click: act }, ...given }, ...children);

/** Line drawings of 20 × 20. */
const PICTURES = {
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

export const picture = (name: keyof typeof PICTURES): SVGElement => icon(PICTURES[name]);

/** A button of one picture, named for those who do not see it. */
export const iconButton = (
  word: Word,
  name: keyof typeof PICTURES,
  act: () => void,
  given: Attributes = {},
): HTMLButtonElement =>
  button(act, { class: "plain", title: say(word), "aria-label": say(word), ...given }, picture(name));

/** Writes a list of buttons anew: the keyboard stays on the one that it was on by number, or goes to the last. */
export function keepingFocus(element: HTMLElement, write: () => void): void {
  const buttons = () => [...element.querySelectorAll<HTMLElement>("button")];
  const focused = buttons().indexOf(document.activeElement as HTMLElement);
  write();
  if (focused >= 0) buttons()[Math.min(focused, buttons().length - 1)]?.focus({ preventScroll: true });
}
