/** A passage in → a paragraph of boxes and seams, with the characters that no face has. */

import type { EnglishRules } from "../model/design.ts";
import { hyphenate } from "../script/hyphenate.ts";
import { breakCost, FORBIDDEN } from "../script/kinsoku.ts";
import { phraseCosts } from "../script/phrases.ts";
import { hanBox, latinBoxes } from "./boxes.ts";
import { type Letter, lettersOf } from "./letters.ts";
import type { Box, Paragraph, Seam } from "./paragraph.ts";
import { hyphenGlyph, isSpace, seamBetween, spaceGlyph, startSeam } from "./seams.ts";
import type { MissingGlyph, Passage, Setting } from "./setting.ts";

/** Costs of the last resorts: inside an address, and between any two letters of a very long word. */
const ADDRESS_COST = 800;
const EMERGENCY_COST = 5000;

/** Words longer than this may be parted anywhere when nothing else helps, letters. */
const LONG_WORD = 24;

export interface Itemized {
  readonly paragraph: Paragraph;
  readonly missing: readonly MissingGlyph[];
}

export function itemize(passage: Passage, setting: Setting): Itemized {
  const { text, letters, missing } = lettersOf(passage, setting);
  const { design } = setting;
  const level = design.zh.level;
  const boxes: Box[] = [];
  const seams: Seam[] = [];
  const isDisplay = passage.kind === "display" && passage.language === "zh";
  const phraseCost = isDisplay ? phraseCosts(text, setting.terms) : null;
  const lastWord = lastWordStart(letters);
  let before: number | null = null;
  let i = 0;
  while (i < letters.length) {
    const letter = letters[i]!;
    if (isSpacing(letter)) {
      i += 1;
      continue;
    }
    const seam =
      before === null
        ? startSeam(letter)
        : seamBetween(letters, before, i, { passage, text, level, setting, phraseCost });
    if (!letter.latin) {
      seams.push(seam);
      boxes.push(hanBox(letter, passage.language === "zh" ? design.zh : null));
      before = i;
      i += 1;
      continue;
    }
    const end = wordEnd(letters, i, (at) => breakCost(letters, at, level));
    const word = letters.slice(i, end);
    const isEnglish = passage.language === "en" || isSentence(letters, i);
    const allowed = isEnglish && letter.style.hyphenate && i < lastWord;
    const found = divisions(word, allowed ? design.en : null);
    const cut = latinBoxes(word, [...found.keys()], design.en.protrusion && passage.language === "en");
    seams.push(seam);
    cut.boxes.forEach((box, k) => {
      if (k > 0) {
        const division = found.get(cut.cuts[k - 1]!)!;
        seams.push({
          kind: "fixed",
          width: 0,
          size: letter.size,
          cost: division.cost,
          hyphen: division.hyphen ? hyphenGlyph(letter, "\u00ad") : null,
          hyphened: division.hyphen,
          space: null,
        });
      }
      boxes.push(box);
    });
    before = end - 1;
    i = end;
  }
  const last = letters.at(-1);
  const tail = last && isSpace(last) ? spaceGlyph(last, last.text) : null;
  return { paragraph: { language: passage.language, boxes, seams, tail, file: passage.file }, missing };
}

/** Letters that stand in seams: spaces, line breaks, joiners. A no-break hyphen is a letter of its word. */
const isSpacing = (letter: Letter) =>
  letter.class === "space" ||
  letter.class === "newline" ||
  letter.class === "zeroWidth" ||
  (letter.class === "noBreak" && letter.text !== "\u2011");

/** Letters that are shaped as one word: same mark, face and size, nowhere a break between them. */
function wordEnd(letters: readonly Letter[], start: number, cost: (at: number) => number): number {
  const first = letters[start]!;
  let end = start + 1;
  while (end < letters.length) {
    const next = letters[end]!;
    if (!next.latin || isSpacing(next)) break;
    if (next.mark !== first.mark || next.style !== first.style) break;
    if (next.face !== first.face || next.size !== first.size) break;
    if (cost(end - 1) !== FORBIDDEN) break;
    end += 1;
  }
  return end;
}

interface Division {
  readonly cost: number;
  readonly hyphen: boolean;
}

/**
 * Places inside an unbroken word where a line may part it after all, by letter index.
 *
 * @param rules Null where words are not hyphenated.
 */
function divisions(word: readonly Letter[], rules: EnglishRules | null): ReadonlyMap<number, Division> {
  const found = new Map<number, Division>();
  const text = word.map((letter) => letter.text).join("");
  const isAddress = /[@/\\]|:\/\/|\.\w+\./.test(text) && text.length > 8;
  if (isAddress) {
    word.forEach((letter, i) => {
      if (i > 0 && i < word.length - 2 && /[/?&=_#]/.test(letter.text) && word[i + 1]!.text !== "/")
        found.set(i + 1, { cost: ADDRESS_COST, hyphen: false });
      if (i > 1 && i < word.length - 2 && /[.@]/.test(letter.text))
        found.set(i, { cost: ADDRESS_COST, hyphen: false });
    });
  } else if (rules) {
    const letters = /\p{L}+/gu;
    for (const match of text.matchAll(letters)) {
      // "wide-spread" is parted at its own hyphen; its halves are not divided further.
      if (text[match.index - 1] === "-" || text[match.index + match[0].length] === "-") continue;
      if (word.length !== text.length) continue;
      for (const point of hyphenate(match[0], hyphenRules(rules)))
        found.set(match.index + point, { cost: rules.hyphenPenalty, hyphen: true });
    }
  }
  if (word.length > LONG_WORD)
    for (let i = 2; i < word.length - 1; i++)
      if (!found.has(i)) found.set(i, { cost: EMERGENCY_COST, hyphen: false });
  return new Map([...found].sort(([a], [b]) => a - b));
}

const hyphenRules = (rules: EnglishRules) => ({
  minLeft: rules.hyphenMinLeft,
  minRight: rules.hyphenMinRight,
  minWord: rules.hyphenMinWord,
});

/** Latin words in a row inside Chinese from which on they are a sentence of their own, with its own rules. */
const SENTENCE = 4;

/** Whether the Latin letter at `at` stands in a run of so many words, spaces alone between them. */
function isSentence(letters: readonly Letter[], at: number): boolean {
  let from = at;
  while (from > 0 && letters[from - 1]!.latin) from -= 1;
  let words = 0;
  for (let i = from; words < SENTENCE && letters[i]?.latin; i++)
    if (letters[i]!.class !== "space" && (i === from || letters[i - 1]!.class === "space")) words += 1;
  return words >= SENTENCE;
}

/** Where the paragraph's last word begins, which is never hyphenated. */
function lastWordStart(letters: readonly Letter[]): number {
  for (let i = letters.length - 2; i >= 0; i--) if (letters[i]!.class === "space") return i + 1;
  return 0;
}
