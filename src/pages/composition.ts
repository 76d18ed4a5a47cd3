/** The setting of one issue: texts in → set lines out, with what was found on the way. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Edition, Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { keptBeside, Remembered } from "../base/remembered.ts";
import type { Span } from "../base/span.ts";
import { type Itemized, itemize } from "../inline/itemize.ts";
import { type Passage, type PassageKind, type Setting, sourceOf } from "../inline/setting.ts";
import { type BrokenParagraph, breakParagraph } from "../lines/break-lines.ts";
import { lineFrom } from "../lines/kept-lines.ts";
import { type LineShape, type SetLine, shapeKey } from "../lines/line.ts";
import { type LineRules, lineRules } from "../lines/ranks.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import { type Inline, PLAIN, type Run } from "../model/inline.ts";
import type { Issue } from "../model/issue.ts";
import { NOWHERE, placeAt, type Source, spanIn, standing } from "../model/places.ts";
import type { ParagraphMemory } from "./memory.ts";
import { noteName, noteNumbers, type RepeatedNotes, repeatedNotes } from "./note-numbers.ts";
import { termsOf } from "./terms.ts";

/** Width and height of a picture, in its pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export interface Composition {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly setting: Setting;
  readonly rules: LineRules;
  /** Pictures by the path that the issue gives. */
  readonly pictures: ReadonlyMap<string, PictureSize>;
  /** Numbers of footnotes by key, from 1, in the order of their first mention. */
  readonly noteNumbers: ReadonlyMap<string, number>;
  readonly repeatedNotes: RepeatedNotes;
  /** Passages that were made, by text and style: the same one is itemized once for measuring and setting. */
  readonly passages: Map<TextStyle, Map<Inline, Passage>>;
  readonly itemized: Map<Passage, Itemized>;
  /** Paragraphs that were broken, by passage and shape: measuring and setting ask for the same. */
  readonly broken: Map<Passage, Map<string, BrokenParagraph>>;
  /** Paragraphs of the build before this one; null for a build that stands alone. */
  readonly memory: ParagraphMemory | null;
  readonly found: Diagnostic[];
}

export function composition(
  issue: Issue,
  edition: Edition,
  given: Omit<Setting, "terms">,
  pictures: ReadonlyMap<string, PictureSize>,
  memory: ParagraphMemory | null = null,
): Composition {
  const setting = { ...given, terms: termsOf(issue) };
  const rules = lineRules(setting.design);
  const numbers = noteNumbers(issue);
  memory?.begin(setting);
  const notes = { noteNumbers: numbers, repeatedNotes: repeatedNotes(issue) };
  const kept = { passages: new Map(), itemized: new Map(), broken: new Map() };
  return { issue, edition, setting, rules, pictures, ...notes, ...kept, memory, found: [] };
}

export const styleOf = (c: Composition, name: StyleName, language: Language): TextStyle =>
  c.setting.design.styles[name][language];

/** Text of the program's own, such as a folio. */
export const ownText = (text: string, link: string | null = null): Run => ({
  text,
  mark: link === null ? PLAIN : { ...PLAIN, link },
  places: NOWHERE,
});

export const ownPassage = (
  text: string,
  style: TextStyle,
  language: Language,
  link: string | null = null,
): Passage => ({
  language,
  parts: [{ runs: [ownText(text, link)], style }],
  file: null,
  kind: "text",
});

export function passage(
  c: Composition,
  inline: Inline,
  style: TextStyle,
  kind: PassageKind = "text",
): Passage {
  const ofStyle = c.passages.get(style) ?? new Map<Inline, Passage>();
  c.passages.set(style, ofStyle);
  const known = ofStyle.get(inline);
  if (known?.kind === kind) return known;
  const parts = [{ runs: withNoteNumbers(c, inline), style }];
  const made = { language: inline.language, parts, file: inline.span.file, kind };
  ofStyle.set(inline, made);
  return made;
}

/** Footnote marks get the numbers that readers see, parted where two stand together, and lead to the notes. */
export function withNoteNumbers(c: Composition, inline: Inline): readonly Run[] {
  const { runs, language } = inline;
  const again = c.repeatedNotes.get(inline);
  return runs.map((run, k) => {
    const key = run.mark.note;
    if (key === null) return run;
    const number = c.noteNumbers.get(key);
    const parted = k > 0 && runs[k - 1]!.mark.note !== null ? "," : "";
    const text = number ? parted + number : "";
    const at = placeAt(run.places, 0);
    const link = number ? `#${noteName(c.issue.number, "note", number, language, again?.get(key))}` : null;
    return {
      text,
      mark: { ...run.mark, position: "superscript" as const, link },
      places: standing(at, text.length),
    };
  });
}

/** Of what the program itself says. */
const NO_SOURCE: Source = { file: "", places: NOWHERE };

const spanOf = (text: Passage, start: number, end: number): Span =>
  spanIn(sourceOf(text) ?? NO_SOURCE, start, end);

export function itemizeOnce(c: Composition, text: Passage): Itemized {
  const known = c.itemized.get(text);
  if (known) return known;
  const make = () => itemize(text, c.setting);
  const made = c.memory ? c.memory.itemized(text, make) : make();
  c.itemized.set(text, made);
  for (const { char, face, index } of made.missing) {
    const span = spanOf(text, index, index + char.length);
    c.found.push({ code: "missing-glyph", severity: "error", span, char, face });
  }
  return made;
}

export function breakText(c: Composition, text: Passage, shape: LineShape): BrokenParagraph {
  const ofText = c.broken.get(text) ?? new Map<string, BrokenParagraph>();
  c.broken.set(text, ofText);
  const key = shapeKey(shape);
  const known = ofText.get(key);
  if (known) return known;
  const { paragraph } = itemizeOnce(c, text);
  const make = () => breakParagraph(paragraph, shape, c.rules);
  const broken = c.memory ? c.memory.broken(text, key, paragraph, c.rules, make) : make();
  ofText.set(key, broken);
  return broken;
}

/** Breaks a text that is going to be set: lines that stand out over their measure are told. */
export function breakToSet(c: Composition, text: Passage, shape: LineShape): BrokenParagraph {
  const broken = breakText(c, text, shape);
  const { paragraph } = broken;
  for (const { line, over } of broken.best.overfull) {
    const first = line === 0 ? 0 : broken.best.ends[line - 1]!;
    const [start, end] = [paragraph.starts[first]!, paragraph.ends[broken.best.ends[line]! - 1]!];
    const span = spanOf(text, start, end);
    c.found.push({ code: "overfull-line", severity: "warning", span, over });
  }
  return broken;
}

export function setText(c: Composition, text: Passage, shape: LineShape): readonly SetLine[] {
  const broken = breakToSet(c, text, shape);
  const kept = c.memory?.lines ?? null;
  return broken.best.ends.map((_, line) => lineFrom(kept, broken, broken.best, line));
}

/** By measure. */
const shapes = new Remembered<Pt, LineShape[]>();

/** @param indents None if left out. @returns The same object for alike shapes, so that its key is made once. */
export function shapeOf(
  measure: Pt,
  { align }: TextStyle,
  { indent = 0, hanging = 0 }: { readonly indent?: Pt; readonly hanging?: Pt } = {},
  balanced = false,
): LineShape {
  const list = shapes.get(measure) ?? shapes.add(measure, []);
  for (const one of list)
    if (one.indent === indent && one.hanging === hanging && one.align === align && one.balanced === balanced)
      return one;
  return keptBeside(list, { measure, indent, hanging, align, balanced });
}

const ENDLESS: LineShape = { measure: 1e6, indent: 0, hanging: 0, align: "left", balanced: false };

/** One line as wide as its text. */
export function setOne(c: Composition, text: Passage): SetLine | null {
  return setText(c, text, ENDLESS)[0] ?? null;
}
