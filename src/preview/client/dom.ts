/** Names and contents in → elements of the page. Content is text, never markup. */

export type Child = Node | string;

interface Given {
  readonly class?: string;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  /** Attributes; false and null leave one out, true gives it no value. `aria-` ones say true and false. */
  readonly [name: string]: unknown;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  given: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key === "on") continue;
    if (key.startsWith("aria-") && typeof value === "boolean") element.setAttribute(key, String(value));
    else if (value === false || value === null || value === undefined) continue;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const [event, act] of Object.entries(given.on ?? {})) element.addEventListener(event, act);
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function shape(name: string, given: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, String(value));
  return element;
}

/** A line drawing of 20 × 20. */
export function icon(path: string): SVGElement {
  const svg = shape("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" });
  svg.append(shape("path", { d: path }));
  return svg;
}

/** The next frame is on the screen. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => window.setTimeout(resolve)));
