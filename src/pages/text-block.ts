/** Paired texts in → a block of lines, one strip a language, first baselines level. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { type Passage, type PassageKind, sourceOf } from "../inline/setting.ts";
import type { Breaks, BrokenParagraph } from "../lines/break-lines.ts";
import { lineFrom } from "../lines/kept-lines.ts";
import { type LineShape, lineText, type SetLine, shapeKey } from "../lines/line.ts";
import { textOfLine } from "../lines/set-lines.ts";
import type { Space, StyleName, TextStyle } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { TextPair } from "../model/issue.ts";
import type { Source } from "../model/places.ts";
import { type Block, block, type Piece, type Row, type Strip } from "./block.ts";
import {
  breakText,
  breakToSet,
  type Composition,
  itemizeOnce,
  ownPassage,
  passage,
  setOne,
  shapeOf,
  styleOf,
} from "./composition.ts";
import type { Lane } from "./lanes.ts";
import { pairForms } from "./level-pairs.ts";
import type { ParagraphMemory } from "./memory.ts";

/** How the lines of a text stand in their measure. */
interface Shape {
  /** Indent of the first line; the style's own if left out. */
  readonly indent?: Pt | undefined;
  /** Indent of the lines after it. */
  readonly hanging?: Pt | undefined;
  readonly balanced?: boolean | undefined;
}

/** One text of a block. */
export interface Text extends Shape {
  readonly passage: Passage;
  readonly style: TextStyle;
  readonly x: Pt;
  readonly measure: Pt;
  /** Null for what is an artifact. */
  readonly element: Element | null;
  /** A mark before the first line, such as a list's number. */
  readonly marker?: Marker;
}

interface Marker {
  readonly line: SetLine;
  readonly x: Pt;
  readonly element: Element;
  readonly isLinked: boolean;
}

function shapeIn(c: Composition, text: Text): LineShape {
  const { passage, style, measure } = text;
  const indent = (text.indent ?? style.indent) + (text.marker ? openingHang(c, passage) : 0);
  const indents = { indent, hanging: text.hanging ?? 0 };
  return shapeOf(measure, style, indents, text.balanced);
}

/** Height of texts side by side that are perhaps not going to be set: nothing of them is told. */
export const heightAbreast = (c: Composition, texts: readonly Text[]): Pt =>
  Math.max(
    0,
    ...texts.map((text) => {
      const { best } = breakText(c, text.passage, shapeIn(c, text));
      return best.ends.length * text.style.leading;
    }),
  );

/** How far a quote that opens a text hangs: behind a number it would touch it, and stands in its line instead. */
function openingHang(c: Composition, passage: Passage): Pt {
  const first = passage.parts[0]?.runs[0]?.text ?? "";
  return /^["'“‘]/.test(first) ? (itemizeOnce(c, passage).paragraph.boxes[0]?.hangLeft ?? 0) : 0;
}

/** @param descent From the last baseline to what follows. */
function stripOf(c: Composition, text: Text, broken: BrokenParagraph, form: Breaks, descent: Pt): Strip {
  const linked = broken.paragraph.linked || (text.marker?.isLinked ?? false);
  const set = { text, broken, form, memory: c.memory, linked };
  const rows = form.ends.map((_, line) => new TextRow(set, line));
  // A mark in front of the first line is text that the form knows nothing of.
  return text.marker ? { rows, descent } : { rows, descent, alike: form };
}

/** A text in one of its forms. */
interface SetText {
  readonly text: Text;
  readonly broken: BrokenParagraph;
  readonly form: Breaks;
  readonly memory: ParagraphMemory | null;
  readonly linked: boolean;
}

/** A line of a text, the mark in front of the first. */
class TextRow implements Row {
  readonly #set: SetText;
  readonly #line: number;

  constructor(set: SetText, line: number) {
    this.#set = set;
    this.#line = line;
  }

  get #marker() {
    return this.#line === 0 ? this.#set.text.marker : undefined;
  }

  get baseline(): Pt {
    return this.#line * this.#set.text.style.leading;
  }

  get pieces(): readonly Piece[] {
    const piece = new TextPiece(this.#set, this.#line);
    const marker = this.#marker;
    return marker
      ? [{ line: marker.line, x: marker.x, element: marker.element, source: null }, piece]
      : [piece];
  }

  get text(): string {
    const { broken, form } = this.#set;
    return (this.#marker ? lineText(this.#marker.line) : "") + textOfLine(broken, form, this.#line);
  }

  get hyphened(): boolean {
    const { broken, form } = this.#set;
    return broken.paragraph.seams[form.ends[this.#line]!]?.hyphened ?? false;
  }

  get linked(): boolean {
    return this.#set.linked;
  }
}

/** A line of a text at its place; it is set when it is asked for. */
class TextPiece implements Piece {
  readonly x: Pt;
  readonly element: Element | null;
  readonly source: Source | null;
  readonly #set: SetText;
  readonly #number: number;
  #line: SetLine | null = null;

  constructor(set: SetText, number: number) {
    const { x, element, passage } = set.text;
    this.x = x;
    this.element = element;
    this.source = sourceOf(passage);
    this.#set = set;
    this.#number = number;
  }

  get line(): SetLine {
    const { broken, form, memory } = this.#set;
    this.#line ??= lineFrom(memory?.lines ?? null, broken, form, this.#number);
    return this.#line;
  }

  get likeness(): string | undefined {
    const { text, broken, form, memory } = this.#set;
    if (!memory) return undefined;
    const [from, to] = [form.ends[this.#number - 1] ?? 0, form.ends[this.#number]!];
    return `${memory.numberOf(text.passage)} ${from} ${to} ${shapeKey(broken.shape)}`;
  }
}

/** Share of the leading that stands above a line's baseline (chosen by eye: ink clears the head). */
const ABOVE = 0.8;

/** The first line's leading, shared out above and below its baseline, on the grid. */
export function lineRoom(c: Composition, leading: Pt): { readonly ascent: Pt; readonly descent: Pt } {
  const { grid } = c.setting.design;
  const ascent = Math.round((ABOVE * leading) / grid) * grid;
  return { ascent, descent: leading - ascent };
}

export function textBlock(c: Composition, texts: readonly Text[], about: Partial<Block>): Block {
  const room = lineRoom(c, Math.max(...texts.map((text) => text.style.leading)));
  const pair = texts.map((text) => ({
    broken: breakToSet(c, text.passage, shapeIn(c, text)),
    leading: text.style.leading,
  }));
  const forms = pairForms(pair, c.setting.design.grid).map(({ breaks, cost }) => {
    const strips = texts.map((text, k) => {
      // Inside a tint all texts keep the same distance from its edge.
      const descent = about.ground ? room.descent : text.style.leading - room.ascent;
      return stripOf(c, text, pair[k]!.broken, breaks[k]!, descent);
    });
    return { strips, cost };
  });
  return block({ strips: forms[0]!.strips, forms, ...room, ...about });
}

export const spaced = ({ before, after }: Space): Pick<Block, "before" | "after"> => ({ before, after });

/** Styles whose lines end with a phrase. */
const DISPLAY: ReadonlySet<StyleName> = new Set(["series", "title", "heading", "subheading", "attribution"]);

/** Texts in which a typed space parts a number from what it names: 图一 彩色. */
const LABELLED: ReadonlySet<StyleName> = new Set(["caption"]);

const kindOf = (style: StyleName): PassageKind =>
  DISPLAY.has(style) ? "display" : LABELLED.has(style) ? "labels" : "text";

/** The texts of a pair that a group of lanes shows, each in its own element. */
export function pairTexts(
  c: Composition,
  lanes: readonly Lane[],
  pair: TextPair,
  style: StyleName,
  make: (language: Language) => Element | null,
  about: (text: { passage: Passage; style: TextStyle; lane: Lane }) => Shape = () => ({}),
): readonly Text[] {
  return lanes.flatMap((lane): Text[] => {
    const inline = pair[lane.language];
    if (!inline) return [];
    const look = styleOf(c, style, lane.language);
    const text = passage(c, inline, look, kindOf(style));
    const { x, measure } = lane;
    const element = make(lane.language);
    const { indent, hanging, balanced } = about({ passage: text, style: look, lane });
    return [{ passage: text, style: look, x, measure, element, indent, hanging, balanced }];
  });
}

const NUMERAL: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:[〇一二三四五六七八九十百]+、|（[〇一二三四五六七八九十百]+）|\d+[.．、]\s*)/,
  en: /^(?:\d+(?:\.\d+)*\.|[IVXLC]+\.|\(\d+\)|[A-Z]\.)\s+/,
};

/** Width of a heading's numeral (一、 or 1.), under which its later lines do not run. pt. */
export function numeralWidth(c: Composition, text: Passage): Pt {
  const typed = text.parts.map((part) => part.runs.map((run) => run.text).join("")).join("");
  const numeral = NUMERAL[text.language].exec(typed)?.[0];
  if (numeral === undefined) return 0;
  if (numeral.length === typed.length) return 0;
  const { boxes, starts, seams } = itemizeOnce(c, text).paragraph;
  let width = 0;
  for (let k = 0; k < boxes.length && starts[k]! < numeral.length; k++)
    width += boxes[k]!.width + (seams[k + 1]?.width ?? 0);
  return width;
}

/** A list's mark or a footnote's number, set to end at `right`. @param link Where it leads to. */
export function markerAt(
  c: Composition,
  mark: string,
  style: TextStyle,
  language: Language,
  right: Pt,
  owner: Element,
  link: string | null = null,
): Marker {
  const line = setOne(c, ownPassage(mark, style, language, link))!;
  return { line, x: right - line.right, element: owner, isLinked: link !== null };
}
