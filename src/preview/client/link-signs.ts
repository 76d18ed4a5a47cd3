/** The links of a text in → a sign at the end of each, which follows it; a click on the text itself opens its source. */
import type { OverlayLine, OverlayLink, OverlayText } from "../../draw/overlay.ts";
import { make } from "./dom.ts";
import type { FoundLine } from "./geometry.ts";
import { leadsTo, opens } from "./words.ts";

/** What an address in the content may begin with; nothing else is ever opened. */
const OPENED = /^(?:https?:\/\/|mailto:|tel:)/i;

const isOpened = ({ target }: OverlayLink): boolean => typeof target !== "string" || OPENED.test(target);

/** The link of a line at `x`, pt; its first one where `x` is null. */
export function linkAt({ links }: OverlayLine, x: number | null): OverlayLink | null {
  return links.filter(isOpened).find(({ from, to }) => x === null || (x >= from && x <= to)) ?? null;
}

/** The letters of a line between two edges, pt. */
function lettersIn({ runs }: OverlayLine, { from, to }: OverlayLink): string {
  return runs
    .flatMap(({ text, x }) => [...Array(text.length).keys()].map((k) => ({ char: text[k]!, x: x[k]! })))
    .filter(({ x }) => x > from - 0.02 && x < to - 0.02)
    .map(({ char }) => char)
    .join("");
}

/** Other programs write mail and call: a window of its own would stay empty. */
const ELSEWHERE = [
  { begins: /^mailto:/i, word: "writeMail" },
  { begins: /^tel:/i, word: "call" },
] as const;

const elsewhere = (address: string) => ELSEWHERE.find(({ begins }) => begins.test(address));

/** Opens what a link that is no place in the pages leads to. */
export function openAddress(address: string): void {
  if (elsewhere(address)) location.assign(address);
  else window.open(address, "_blank", "noopener,noreferrer");
}

function addressSign(address: string): HTMLElement {
  const window = elsewhere(address) ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return make("a", { class: "go", href: address, ...window }, "↗");
}

function nameOf(address: string): string {
  const other = elsewhere(address);
  return other ? opens(other.word, address.replace(other.begins, "")) : opens("openLink", address);
}

const isSame = ({ target: a }: OverlayLink, { target: b }: OverlayLink): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

interface Whole {
  readonly line: OverlayLine;
  readonly link: OverlayLink;
  /** Of the line among its page's, and of the link in it. */
  readonly at: string;
  said: string;
}

/** Links that go on over line ends are one, with its sign where they begin. */
function wholeLinks({ lines }: OverlayText, first: number): readonly Whole[] {
  const made: Whole[] = [];
  lines.forEach((line, k) => {
    for (const link of line.links.filter(isOpened)) {
      const last = made.at(-1);
      const said = lettersIn(line, link);
      if (last && last.line !== line && isSame(last.link, link)) last.said += said;
      else made.push({ line, link, at: `${first + k} ${line.links.indexOf(link)}`, said });
    }
  });
  return made;
}

/** What each sign is called, in the language of the page. */
const names = new WeakMap<Element, () => string>();

/** @param first Index of the text's first line among its page's. */
export function linkSigns(text: OverlayText, first: number): readonly HTMLElement[] {
  return wholeLinks(text, first).map(({ line, link, at, said }) => {
    const { target } = link;
    // An entry of the contents ends with the page's number.
    const words = said
      .replaceAll("\u00ad", "")
      .trim()
      .replace(/\s\d+$/, "");
    const isPlace = typeof target !== "string";
    const sign = isPlace
      ? make("a", { class: "go", role: "link", tabindex: "0", "data-at": at }, "→")
      : addressSign(target);
    names.set(sign, () => (isPlace ? leadsTo(target.page + 1, words) : nameOf(target)));
    sign.style.left = `${link.to - OVER}px`;
    sign.style.top = `${line.baseline - ABOVE * line.size - SIGN}px`;
    return sign;
  });
}

export function nameSigns(within: Element): void {
  for (const sign of within.querySelectorAll(".go")) {
    const name = names.get(sign)!();
    sign.setAttribute("title", name);
    sign.setAttribute("aria-label", name);
  }
}

/** A sign's height, pt; the style sheet has the same. */
const SIGN = 11;
/** How far it lies over the end of its link, pt: the pointer comes to it at once. */
const OVER = 3;
/** Where its foot stands above the baseline, as a share of the type size: clear of a raised number, and over the line's box. */
const ABOVE = 0.82;

export type Place = Exclude<OverlayLink["target"], string>;

/**
 * The place that a sign leads to now: its page may look the same after a save that moved the place.
 *
 * @returns Null for what is no sign, or one of an address, which the browser opens.
 */
export function placeOfSign(target: EventTarget | null, pages: readonly PageLines[]): Place | null {
  const sign = target instanceof Element ? target.closest<HTMLElement>(".go[data-at]") : null;
  const page = sign?.closest<HTMLElement>(".page")?.dataset.page;
  const [line, link] = (sign?.dataset.at ?? "").split(" ").map(Number);
  const found = page && pages[Number(page) - 1]?.lines[line!]?.line.links[link!]?.target;
  return typeof found === "object" ? found : null;
}

interface PageLines {
  readonly lines: readonly FoundLine[];
}
