/** Pointer and keys on the lines of the pages → partners lit, places shown, sources opened. */
import type { SourcePlace } from "./geometry.ts";
import { type FoundLine, lineBox, offsetAt, placeAt } from "./geometry.ts";
import type { PageView } from "./page-view.ts";
import type { Viewer } from "./viewer.ts";

export interface LinesHear {
  /** A line was chosen; the place is null where the program made it itself. */
  chosen(place: SourcePlace | null): void;
  /** The pointer or the focus is on a line, or on none. */
  pointed(found: FoundLine | null): void;
}

export function followLines(viewer: Viewer, hears: LinesHear): void {
  let lit: number | null = null;

  const light = (found: FoundLine | null) => {
    hears.pointed(found);
    const pair = found?.text.pair ?? null;
    if (pair === lit) return;
    lit = pair;
    for (const page of viewer.pages)
      page.mark(
        "pair",
        pair === null
          ? []
          : page.lines
              .filter(({ text }) => text.pair === pair)
              .map(({ text, line }) => ({
                box: lineBox(line),
                class: text.language === found?.text.language ? "own" : "partner",
              })),
      );
  };
  const choose = (target: EventTarget | null, clientX: number | null) => {
    const hit = hitOf(viewer, target);
    if (!hit || !viewer.layer) return;
    const { page, found, element } = hit;
    for (const other of viewer.pages) other.mark("chosen", []);
    page.mark("chosen", [{ box: lineBox(found.line) }]);
    element.parentElement?.parentElement
      ?.querySelectorAll('[tabindex="0"]')
      .forEach((one) => void one.setAttribute("tabindex", "-1"));
    element.setAttribute("tabindex", "0");
    const { file } = found.text;
    if (file === null) return hears.chosen(null);
    const left = page.element.getBoundingClientRect().left;
    const x = clientX === null ? found.line.x : (clientX - left) / viewer.scale;
    hears.chosen(placeAt(viewer.layer, file, offsetAt(found.line, x)));
  };

  const { element } = viewer;
  element.addEventListener("copy", (event) => {
    const text = selectedText(element);
    if (text === "" || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });
  element.addEventListener("pointerover", (event) => light(hitOf(viewer, event.target)?.found ?? null));
  element.addEventListener("pointerleave", () => light(null));
  element.addEventListener("focusin", (event) => light(hitOf(viewer, event.target)?.found ?? null));
  element.addEventListener("click", (event) => {
    // Text that was selected is not a click on a line.
    if (event.button === 0 && getSelection()?.isCollapsed !== false) choose(event.target, event.clientX);
  });
  element.addEventListener("keydown", (event) => {
    const line = lineOf(event.target);
    if (!line) return;
    if (event.key === "Enter") choose(line, null);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      step(viewer, line, event.key === "ArrowDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

const lineOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".line") : null;

interface Hit {
  readonly page: PageView;
  readonly found: FoundLine;
  readonly element: HTMLElement;
}

function hitOf(viewer: Viewer, target: EventTarget | null): Hit | null {
  const element = lineOf(target);
  const section = element?.closest<HTMLElement>(".page");
  const page = section ? viewer.pages[Number(section.dataset.page) - 1] : undefined;
  const found = element && page ? page.lines[Number(element.dataset.line)] : undefined;
  return element && page && found ? { page, found, element } : null;
}

function step(viewer: Viewer, element: HTMLElement, by: 1 | -1): void {
  const all = [...viewer.element.querySelectorAll<HTMLElement>(".line")];
  all[all.indexOf(element) + by]?.focus();
}

/** What is selected, as it was typed: lines of one text run on, texts each begin a line. */
function selectedText(within: HTMLElement): string {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  const texts = [...within.querySelectorAll(".text")].filter((text) => range.intersectsNode(text));
  return texts
    .map((text) => {
      const lines = [...text.querySelectorAll(".line")].filter((line) => range.intersectsNode(line));
      return lines
        .map((line) => selectedPart(line, range))
        .join("")
        .trimEnd();
    })
    .filter((text) => text !== "")
    .join("\n");
}

function selectedPart(line: Element, range: Range): string {
  const text = line.textContent ?? "";
  const from = line.contains(range.startContainer) ? range.startOffset : 0;
  const to = line.contains(range.endContainer) ? range.endOffset : text.length;
  return text.slice(from, to);
}
