/** A theme, resolved for one edition: every size, colour, face and distance that the pages need, in points. */
import type { Pair } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";

/** Device colours; screen files use `rgb` (0–1 each), print files `cmyk` (0–1 each) or the spot ink. */
export interface Colour {
  readonly rgb: readonly [number, number, number];
  readonly cmyk: readonly [number, number, number, number];
  /** Name of the spot ink that prints this colour; null for process inks. */
  readonly spot: string | null;
  /** How much of its ink a tint takes, 0–1; `rgb` and `cmyk` are of the tint already. */
  readonly share: number;
}

export const COLOUR_NAMES = ["text", "accent", "tint", "rule", "muted"] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];

export type Align = "justify" | "left" | "centre" | "right";

/** How one kind of text is set in one language. */
export interface TextStyle {
  /** Font role of fonts.yaml. */
  readonly font: string;
  readonly size: Pt;
  /** Distance of baselines. */
  readonly leading: Pt;
  readonly colour: ColourName;
  readonly align: Align;
  /** First line's indent. */
  readonly indent: Pt;
  /** Added after every character. */
  readonly tracking: Em;
  readonly hyphenate: boolean;
  /** `upper` shows small letters as capitals; the text that a reader copies keeps its letters. */
  readonly letters: "asTyped" | "upper";
  /** Size of Latin inside this style's Chinese text, as a ratio of `size`. 1 in English. */
  readonly latinScale: number;
}

export const STYLE_NAMES = [
  "body",
  "note",
  "noteLead",
  "series",
  "title",
  "heading",
  "subheading",
  "list",
  "quote",
  "attribution",
  "caption",
  "tableHead",
  "table",
  "footnote",
  "credits",
  "imprintLabel",
  "imprint",
  "runningHead",
  "folio",
  "contents",
  "mastheadName",
  "mastheadSubname",
  "mastheadNumber",
  "mastheadPublisher",
  "mastheadDate",
] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

/** White space around a block; the galley rounds the block's height up to the grid. */
export interface Space {
  readonly before: Pt;
  readonly after: Pt;
}

export type Mode = "parallel" | "stacked" | "single";

export interface Layout {
  readonly mode: Mode;
  /** Newspaper columns of `single` and `stacked`: 1 or 2. */
  readonly columns: number;
  /** Between Chinese and English in `parallel`, between newspaper columns otherwise. */
  readonly columnGap: Pt;
  /** Chinese measure in whole ems; null lets the program choose within the limits. */
  readonly measure: number | null;
  readonly measureMin: number;
  readonly measureMax: number;
  /** Hairline between the columns; 0 for none. */
  readonly columnRule: Pt;
}

/** Chinese line rules (CLREQ, GB/T 15834). */
export interface ChineseRules {
  /** Prohibition level: see src/script/kinsoku.ts. */
  readonly level: "basic" | "gb" | "strict";
  /** How wide marks are set: see src/script/squeeze.ts. */
  readonly marks: "quanjiao" | "tight" | "kaiming" | "banjiao";
  /** Marks at a line's end: `half` an em (GB/T 15834 §5.1.10) or `full`, with their blank. */
  readonly lineEnd: "half" | "full";
  /** How Chinese is emphasised: in the face that the font book gives, or by a dot under each character. */
  readonly emphasis: "face" | "dots";
  /** ，、。 may hang outside the measure. */
  readonly hanging: boolean;
  readonly mixedGap: Em;
  readonly mixedGapMin: Em;
  readonly mixedGapMax: Em;
  /** Space opened between two Han at which a line counts as fully stretched. */
  readonly hanStretch: Em;
}

/** English line rules. */
export interface EnglishRules {
  readonly hyphenMinLeft: number;
  readonly hyphenMinRight: number;
  readonly hyphenMinWord: number;
  readonly maxHyphenRun: number;
  /** Largest change of horizontal scale, as a fraction (0.02 is ±2 %). */
  readonly scaleLimit: number;
  /** Largest change of the space between letters. */
  readonly trackLimit: Em;
  /** Word space: as the line would have it, at its narrowest, and the widest that still reads evenly. */
  readonly wordSpace: Em;
  readonly wordSpaceMin: Em;
  readonly wordSpaceMax: Em;
  /** How far a word space moves in step with the letters, before it moves alone. */
  readonly wordSpaceEase: Em;
  /** Cost of a hyphen, as a penalty of the line breaker. */
  readonly hyphenPenalty: number;
  /** Marks at line ends hang by a fraction of their width. */
  readonly protrusion: boolean;
  /** Straight quotes and apostrophes are set as typographic ones. */
  readonly smartQuotes: boolean;
  /** First-line indents are left out behind headings and titles. */
  readonly flushAfterHeading: boolean;
}

export interface Masthead {
  /** From the top margin to the name's baseline. */
  readonly nameDrop: Pt;
  readonly subnameDrop: Pt;
  readonly numberDrop: Pt;
  readonly publisherDrop: Pt;
  /** Second line of publisher and date, under the first. */
  readonly publisherLeading: Pt;
  readonly ruleDrop: Pt;
  readonly ruleWidth: Pt;
  /** From the rule to the first block. */
  readonly after: Pt;
  readonly align: "centre" | "left";
  /** Share of the measure that the Chinese name is tracked out to; 0 leaves its tracking alone. */
  readonly nameShare: number;
}

export interface Imprint {
  readonly rule: Pt;
  readonly before: Pt;
  readonly padding: Pt;
  readonly labelGap: Pt;
  /** Labels are spread to this many ems at most. */
  readonly labelSpread: number;
  /** Names of two Han are spread to this many ems. */
  readonly nameSpread: number;
}

export interface NoteBox {
  /** `tint` lays a pale ground behind the note, `rules` a hairline above and below, `none` nothing. */
  readonly frame: "tint" | "rules" | "none";
  readonly padding: Pt;
  readonly inset: Pt;
  readonly rule: Pt;
}

export interface Design {
  readonly name: string;
  readonly page: {
    readonly width: Pt;
    readonly height: Pt;
    readonly margin: { readonly top: Pt; readonly right: Pt; readonly bottom: Pt; readonly left: Pt };
    /** What is printed beyond the trim, to be cut away. */
    readonly bleed: Pt;
  };
  /** Row unit: every baseline of the body stands on a multiple of it. */
  readonly grid: Pt;
  readonly colours: Readonly<Record<ColourName, Colour>>;
  readonly styles: Readonly<Record<StyleName, Pair<TextStyle>>>;
  readonly spaces: Readonly<{
    pair: Pt;
    note: Space;
    series: Space;
    title: Space;
    subtitle: Space;
    heading: Space;
    subheading: Space;
    list: Space;
    quote: Space;
    figure: Space;
    table: Space;
    credits: Space;
    /** At least so much stands above every article but the first. */
    article: Pt;
    /** Indent of list text and of quotes. */
    listIndent: Pt;
    quoteIndent: Pt;
    /** Between figure or table and its caption. */
    caption: Pt;
    tablePadding: Pt;
    tableRule: Pt;
    footnotes: Space;
    footnoteRule: Pt;
  }>;
  readonly layout: Layout;
  readonly zh: ChineseRules;
  readonly en: EnglishRules;
  readonly masthead: Masthead;
  readonly note: NoteBox;
  readonly imprint: Imprint;
  readonly runningHead: { readonly drop: Pt; readonly rule: Pt; readonly ruleDrop: Pt };
  readonly folio: { readonly drop: Pt; readonly align: "centre" | "outside"; readonly dashes: boolean };
  /** Least lines of a paragraph on either side of a page break. */
  readonly widows: number;
  readonly orphans: number;
}
