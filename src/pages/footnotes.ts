/** The footnotes that an article mentions in → blocks at its end, under a rule. */
import { LANGUAGES, type Language } from "../base/language.ts";
import { type Element, element } from "../model/element.ts";
import type { Article, TextPair } from "../model/issue.ts";
import type { Block, Ornament } from "./block.ts";
import type { Composition } from "./composition.ts";
import type { Lane, Lanes } from "./lanes.ts";
import { noteName, textsOf } from "./note-numbers.ts";
import { markerAt, pairTexts, spaced, type Text, textBlock } from "./text-block.ts";
import { mentionTitle, noteTitle } from "./wording.ts";

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
  const texts = textsOf(c.issue, article);
  const mentioned = { zh: mentionedIn(texts, "zh"), en: mentionedIn(texts, "en") };
  const notes = [...c.noteNumbers].flatMap(([key, number]): MentionedNote[] => {
    const text = c.issue.notes.get(key);
    const languages = LANGUAGES.filter((language) => mentioned[language].has(key));
    return text && languages.length > 0
      ? [{ text, number, again: c.repeatedNotes.get(article)?.get(key), languages }]
      : [];
  });
  const blocks = notes.flatMap((note, k) =>
    lanes.body.map((group, n) => noteBlock(c, note, group, parent, k === 0 && n === 0)),
  );
  // The first one and the last are on no page alone.
  return blocks.map((note, k) => {
    const keepWithNext = k < blocks.length - 1 && (k === 0 || k === blocks.length - 2);
    return keepWithNext ? { ...note, keepWithNext } : note;
  });
}

interface MentionedNote {
  readonly text: TextPair;
  readonly number: number;
  /** Number of the article, where one before it has set the note. */
  readonly again: number | undefined;
  /** Those of the texts that mention it. */
  readonly languages: readonly Language[];
}

const mentionedIn = (texts: readonly (TextPair | null)[], language: Language): ReadonlySet<string> =>
  new Set(texts.flatMap((pair) => pair?.[language]?.runs.flatMap(({ mark }) => mark.note ?? []) ?? []));

function noteBlock(
  c: Composition,
  { text: note, number, again, languages }: MentionedNote,
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
    const nameOf = (what: "note" | "mention") => noteName(c.issue.number, what, number, language, again);
    const name = nameOf("note");
    const mention = languages.includes(language)
      ? { name: nameOf("mention"), title: mentionTitle[language](number) }
      : null;
    const owner = element("Lbl", text.element, { name, title: noteTitle[language](number), mention });
    const back = mention && `#${mention.name}`;
    const marker = markerAt(c, String(number), style, language, right, owner, back);
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
