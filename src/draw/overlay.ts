/** Laid-out pages in → what a viewer lays over their picture: lines with their places, sources, partners and stretch. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { countUpTo } from "../base/sorted.ts";
import type { LineRun } from "../lines/line.ts";
import type { Design } from "../model/design.ts";
import type { Element, StructType } from "../model/element.ts";
import type { Issue } from "../model/issue.ts";
import { textPairs } from "../model/pairs.ts";
import { placeAt, type Source } from "../model/places.ts";
import { typeWidth } from "../pages/lanes.ts";
import type { LaidOut } from "../pages/lay-out.ts";
import type { Page, PlacedPiece } from "../pages/page.ts";
import { glyphEnd } from "./display-list.ts";
import type { Destination, DrawnDocument, OutlineEntry } from "./document.ts";

/** Characters of one look that were typed side by side. */
export interface OverlayRun {
  readonly text: string;
  /** Left edges of the UTF-16 units of `text`, and the right edge of the last; from the left of the trim, pt. */
  readonly x: readonly Pt[];
  /** Offsets in the text's file; equal for what the program itself put in. */
  readonly start: number;
  readonly end: number;
}

/** The part of a line that is a link, and where it leads. */
export interface OverlayLink {
  /** Edges, from the left of the trim, pt. */
  readonly from: Pt;
  readonly to: Pt;
  /** An address, or a place of the document: page index from 0, and its height there, pt. */
  readonly target: string | { readonly page: number; readonly y: Pt };
}

export interface OverlayLine {
  readonly x: Pt;
  readonly baseline: Pt;
  readonly width: Pt;
  /** Largest type size, pt. */
  readonly size: Pt;
  /** What was added to fill the measure, as a share of the line's width; negative where it was squeezed. */
  readonly stretch: number;
  /** How ill it is set; 100 is a line in which one rank of spaces is spent. */
  readonly badness: number;
  readonly runs: readonly OverlayRun[];
  /** From left to right. */
  readonly links: readonly OverlayLink[];
}

/** Lines of one paragraph, heading or cell on one page. */
export interface OverlayText {
  /** What it is in the structure; null for running heads and folios. */
  readonly type: StructType | null;
  readonly language: Language;
  /** Number that it shares with its other language; null where it has none. */
  readonly pair: number | null;
  readonly file: string | null;
  readonly lines: readonly OverlayLine[];
}

export interface OverlayPage {
  readonly width: Pt;
  readonly height: Pt;
  readonly texts: readonly OverlayText[];
}

export interface Overlay {
  readonly pages: readonly OverlayPage[];
  readonly outline: readonly (OutlineEntry & Destination)[];
  /** First baseline row is `top + pitch`; the type area ends at `bottom`. pt. */
  readonly grid: { readonly top: Pt; readonly bottom: Pt; readonly pitch: Pt };
  /** Columns of the body, from the left of the trim. */
  readonly columns: readonly { readonly x: Pt; readonly width: Pt; readonly language: Language }[];
}

export function overlayOf(
  issue: Issue,
  design: Design,
  laid: LaidOut,
  { outline, destinations }: Pick<DrawnDocument, "outline" | "destinations">,
): Overlay {
  const places = new Map(destinations.map(({ name, page, y }) => [name, { page, y }]));
  const languages = languagesIn(laid.structure);
  const pairAt = pairFinder(issue);
  const { width, height, margin } = design.page;
  return {
    pages: laid.pages.map((page) => ({ width, height, texts: textsOf(page, languages, pairAt, places) })),
    outline: outline.flatMap((entry) => {
      const place = places.get(entry.name);
      return place ? [{ ...entry, ...place }] : [];
    }),
    grid: { top: margin.top, bottom: height - margin.bottom, pitch: design.grid },
    columns: columnsOf(design, laid),
  };
}

function columnsOf({ page, ...design }: Design, { lanes }: LaidOut): Overlay["columns"] {
  const found = new Map<string, Overlay["columns"][number]>();
  for (const left of lanes.columns)
    for (const { x, measure, language } of lanes.body.flat()) {
      const width = Math.min(measure, typeWidth({ page, ...design }));
      const at = page.margin.left + left + x;
      if (!found.has(`${at} ${width}`)) found.set(`${at} ${width}`, { x: at, width, language });
    }
  return [...found.values()];
}

/** An element without a language of its own has its parent's. */
function languagesIn(structure: Element): ReadonlyMap<Element, Language> {
  const found = new Map<Element, Language>();
  const walk = (element: Element, above: Language) => {
    const language = element.language ?? above;
    found.set(element, language);
    for (const child of element.children) walk(child, language);
  };
  walk(structure, "zh");
  return found;
}

type PairFinder = (file: string, offset: number) => number | null;

/** Texts by the place where they are typed. */
function pairFinder(issue: Issue): PairFinder {
  const byFile = new Map<string, { readonly start: number; readonly end: number; readonly pair: number }[]>();
  textPairs(issue).forEach(({ zh, en }, pair) => {
    if (!zh || !en) return;
    for (const { span } of zh === en ? [zh] : [zh, en]) {
      const texts = byFile.get(span.file) ?? [];
      byFile.set(span.file, texts);
      texts.push({ start: span.start, end: span.end, pair });
    }
  });
  for (const texts of byFile.values()) texts.sort((a, b) => a.start - b.start);
  const starts = new Map([...byFile].map(([file, texts]) => [file, texts.map(({ start }) => start)]));
  return (file, offset) => {
    const text = byFile.get(file)?.[countUpTo(starts.get(file) ?? [], offset) - 1];
    return text && offset < text.end ? text.pair : null;
  };
}

/** Where links within the document lead, by name. */
type Places = ReadonlyMap<string, { readonly page: number; readonly y: Pt }>;

/** Neighbouring pieces of one element are lines of one text. */
function textsOf(
  { pieces }: Page,
  languages: ReadonlyMap<Element, Language>,
  pairAt: PairFinder,
  places: Places,
): readonly OverlayText[] {
  const texts: (OverlayText & { readonly lines: OverlayLine[] })[] = [];
  let last: Element | null = null;
  for (const piece of pieces) {
    const { element, source, line } = piece;
    const first = line.runs[0];
    if (!first) continue;
    const made = lineOf(piece, places);
    if (element !== null && element === last) texts.at(-1)!.lines.push(made);
    else {
      const text = made.runs.map((run) => run.text).join("");
      const language = (element && languages.get(element)) ?? (/\p{Script=Han}/u.test(text) ? "zh" : "en");
      const pair = element && source && pairAt(source.file, placeAt(source.places, first.start));
      const file = source?.file ?? null;
      texts.push({ type: element?.type ?? null, language, pair, file, lines: [made] });
    }
    last = element;
  }
  return texts;
}

const rounded = (x: Pt): Pt => Math.round(x * 100) / 100;

function lineOf({ line, x, baseline, source, linked }: PlacedPiece, places: Places): OverlayLine {
  const width = line.right - line.left;
  return {
    x: rounded(x + line.left),
    baseline: rounded(baseline),
    width: rounded(width),
    size: Math.max(...line.runs.map(({ size }) => size)),
    stretch: width > 0 ? Math.round((line.stretch / width) * 1e4) / 1e4 : 0,
    badness: Math.round(line.badness),
    runs: line.runs.flatMap((run) => runsOf(run, x + run.x, source)),
    links: linked ? linksOf(line.runs, x, places) : [],
  };
}

/** Each in one piece, whatever faces it is set in. */
function linksOf(runs: readonly LineRun[], left: Pt, places: Places): readonly OverlayLink[] {
  const made: OverlayLink[] = [];
  let before: string | null = null;
  for (const run of runs) {
    const { link } = run;
    const target = link?.startsWith("#") ? places.get(link.slice(1)) : link;
    if (target) {
      const to = rounded(left + run.x + (run.glyphs.length > 0 ? glyphEnd(run, run.glyphs.length - 1) : 0));
      if (link === before) made.push({ ...made.pop()!, to });
      else made.push({ from: rounded(left + run.x), to, target });
    }
    before = link;
  }
  return made;
}

/** A mark, an escape or a line's end of the file between two characters parts what was typed. */
function runsOf(run: LineRun, left: Pt, source: Source | null): readonly OverlayRun[] {
  const made: { text: string; x: Pt[]; start: number; end: number }[] = [];
  let unit = run.start;
  let right = 0;
  run.glyphs.forEach((glyph, k) => {
    for (let i = 0; i < glyph.text.length; i++, unit++) {
      // The letters of a ligature share its width.
      const x = rounded(left + run.xs[k]! + (glyph.width * run.scale * i) / glyph.text.length);
      const last = made.at(-1);
      // The hyphen that a line's end adds, and what the program itself says, is typed nowhere.
      const isTyped = source !== null && unit < run.end;
      const start = isTyped ? placeAt(source.places, unit) : (last?.end ?? 0);
      const end = isTyped ? start + 1 : start;
      if (last && (isTyped ? last.end === start : last.start === last.end)) {
        last.text += glyph.text[i]!;
        last.x.push(x);
        last.end = end;
      } else {
        last?.x.push(x);
        made.push({ text: glyph.text[i]!, x: [x], start, end });
      }
    }
    right = glyphEnd(run, k);
  });
  made.at(-1)?.x.push(rounded(left + right));
  return made;
}
