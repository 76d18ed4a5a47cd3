/** The footnotes that an article mentions in → blocks at its end, under a rule. */
import { type Element, element } from "../model/element.ts";
import type { Article, TextPair } from "../model/issue.ts";
import type { Block, Ornament } from "./block.ts";
import type { Composition } from "./composition.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { noteName, textsOf } from "./note-numbers.ts";
import { markerAt, pairTexts, spaced, type Text, textBlock } from "./text-block.ts";
import { noteTitle } from "./wording.ts";

/** Length of the rule above footnotes, in ems of the Chinese body. */
const RULE = 6;
/** Of the rule above the first note's block, in the same ems. */
const RULE_RISE = 0.4;

export function footnoteBlocks(
  c: Composition,
  article: Article,
  lanes: Lanes,
  parent: Element,
): readonly Block[] {
  // The editor's note has no place of its own for footnotes: they stand with the first article's.
  const above = c.issue.articles[0] === article ? [c.issue.note] : [];
  const mentioned = new Set(
    [...above, ...textsOf(article)].flatMap((pair) =>
      [pair?.zh, pair?.en].flatMap((inline) => inline?.runs.flatMap(({ mark }) => mark.note ?? []) ?? []),
    ),
  );
  const keys = [...c.noteNumbers].filter(([key]) => mentioned.has(key) && c.issue.notes.has(key));
  const again = c.repeatedNotes.get(article);
  return keys.flatMap(([key, number], k) =>
    lanes.body.map((group, n) =>
      noteBlock(c, c.issue.notes.get(key)!, number, again?.get(key), group, parent, k === 0 && n === 0),
    ),
  );
}

function noteBlock(
  c: Composition,
  note: TextPair,
  number: number,
  again: number | undefined,
  lanes: readonly Lane[],
  parent: Element,
  isFirst: boolean,
): Block {
  const { spaces, styles } = c.setting.design;
  const em = styles.body.zh.size;
  const make = (language: Lane["language"]) => element("Note", parent, { language });
  const texts = pairTexts(c, lanes, note, "footnote", make).map((text): Text => {
    const { style } = text;
    const right = text.x + 1.2 * style.size;
    const { language } = text.passage;
    const name = noteName(c.issue.number, number, language, again);
    const owner = element("Lbl", text.element, { name, title: noteTitle[language](number) });
    const marker = markerAt(c, String(number), style, language, right, owner);
    const indent = 1.7 * style.size;
    return { ...text, indent, hanging: indent, marker, element: element("P", text.element) };
  });
  // In the space above the notes, clear of the first one's letters.
  const rule = (lane: Lane): Ornament => ({
    kind: "rect",
    x: lane.x,
    y: -RULE_RISE * em,
    width: RULE * em,
    height: spaces.footnoteRule,
    colour: "text",
  });
  const about = isFirst ? { ...spaced(spaces.footnotes), ornaments: lanes.map(rule) } : {};
  return textBlock(c, texts, { ...about, splittable: true });
}
