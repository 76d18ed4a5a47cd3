/** A Latin word in → its pieces and the places where a line may part it, worked out once for every word. */
import { remember } from "../base/remembered.ts";
import type { Face } from "../font/face.ts";
import type { EnglishRules } from "../model/design.ts";
import { hyphenate } from "../script/hyphenate.ts";
import { latinPieces, type WordPiece } from "./boxes.ts";
import type { Letter } from "./letters.ts";

/** Costs of the last resorts: inside an address, and between any two letters of a very long word. */
const ADDRESS_COST = 800;
const EMERGENCY_COST = 20_000;

/** Words longer than this may be parted anywhere when nothing else helps, letters. */
const LONG_WORD = 24;

/** So few letters before a hyphen (in-no-va-tion) say little of the word: such a division costs more. */
const STUMP = 2;
const STUMP_COST = 1.75;

/** How words are hyphenated; null where they are not. */
export interface Hyphenation {
  readonly rules: EnglishRules;
  readonly cost: number;
}

export interface Word {
  readonly pieces: readonly WordPiece[];
  /** The cut before every piece but the first. */
  readonly divisions: readonly Division[];
}

const known = new WeakMap<Face, Map<string, Word>>();

/**
 * @param letters Of one face, size and mark.
 * @param protrudes Marks at its ends hang over the measure.
 */
export function wordOf(
  letters: readonly Letter[],
  hyphenation: Hyphenation | null,
  protrudes: boolean,
): Word {
  const { face, size, rise, style } = letters[0]!;
  const words = known.get(face) ?? new Map<string, Word>();
  known.set(face, words);
  const text = letters.map((letter) => letter.text).join("\u0000");
  const own = hyphenation
    ? `${hyphenation.cost} ${hyphenation.rules.hyphenMinLeft} ${hyphenation.rules.hyphenMinRight} ${hyphenation.rules.hyphenMinWord}`
    : "";
  const key = `${text} ${size} ${rise} ${style.tracking} ${style.letters} ${protrudes} ${own}`;
  const found = words.get(key);
  if (found) return found;
  const cuts = divisions(letters, hyphenation);
  const pieces = latinPieces(letters, [...cuts.keys()], protrudes);
  const made = { pieces, divisions: pieces.slice(1).map(({ from }) => cuts.get(from)!) };
  return remember(words, key, made);
}

export interface Division {
  readonly cost: number;
  readonly hyphen: boolean;
}

/**
 * Places inside an unbroken word where a line may part it after all, by letter index.
 *
 */
function divisions(word: readonly Letter[], hyphenation: Hyphenation | null): ReadonlyMap<number, Division> {
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
  } else if (hyphenation) {
    const letters = /\p{L}+/gu;
    for (const match of text.matchAll(letters)) {
      // "wide-spread" is parted at its own hyphen; its halves are not divided further.
      if (text[match.index - 1] === "-" || text[match.index + match[0].length] === "-") continue;
      if (word.length !== text.length) continue;
      for (const point of hyphenate(match[0], hyphenRules(hyphenation))) {
        const cost = hyphenation.cost * (point <= STUMP ? STUMP_COST : 1);
        found.set(match.index + point, { cost, hyphen: true });
      }
    }
  }
  if (word.length > LONG_WORD)
    for (let i = 2; i < word.length - 1; i++)
      if (!found.has(i)) found.set(i, { cost: EMERGENCY_COST, hyphen: false });
  return new Map([...found].sort(([a], [b]) => a - b));
}

const hyphenRules = ({ rules }: Hyphenation) => ({
  minLeft: rules.hyphenMinLeft,
  minRight: rules.hyphenMinRight,
  minWord: rules.hyphenMinWord,
});
