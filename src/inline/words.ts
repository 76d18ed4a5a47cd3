/** A Latin word in → its pieces and the places where a line may part it, worked out once for every word. */
import type { Pt } from "../base/length.ts";
import { Remembered } from "../base/remembered.ts";
import type { Face } from "../font/face.ts";
import type { EnglishRules, TextStyle } from "../model/design.ts";
import { spelt } from "../script/analyse.ts";
import { hyphenate } from "../script/hyphenate.ts";
import { latinPieces } from "./boxes.ts";
import type { Letter } from "./letters.ts";
import type { Box } from "./paragraph.ts";

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

interface Piece {
  readonly box: Box;
  /** Where it ends in the word's text, from where it begins. */
  readonly end: number;
}

export interface Word {
  readonly pieces: readonly Piece[];
  /** The cut before every piece but the first. */
  readonly divisions: readonly Division[];
}

/** Words of letters that are alike but for their text. */
interface Words {
  readonly size: Pt;
  readonly rise: Pt;
  readonly link: string | null;
  readonly rules: EnglishRules | null;
  readonly cost: number;
  readonly protrudes: boolean;
  readonly known: Remembered<string, Word>;
}

const ofFace = new WeakMap<Face, WeakMap<TextStyle, Words[]>>();

/** Kinds of words of one face and style; links are the only ones that could be many. */
const MOST_KINDS = 24;

function wordsLike(letter: Letter, hyphenation: Hyphenation | null, protrudes: boolean): Words["known"] {
  const { face, style, size, rise } = letter.look;
  const ofStyle = ofFace.get(face) ?? new WeakMap<TextStyle, Words[]>();
  ofFace.set(face, ofStyle);
  const kinds = ofStyle.get(style) ?? [];
  ofStyle.set(style, kinds);
  const { link } = letter.look.mark;
  const [rules, cost] = [hyphenation?.rules ?? null, hyphenation?.cost ?? 0];
  for (const one of kinds)
    if (
      one.size === size &&
      one.rise === rise &&
      one.link === link &&
      one.rules === rules &&
      one.cost === cost &&
      one.protrudes === protrudes
    )
      return one.known;
  if (kinds.length >= MOST_KINDS) kinds.length = 0;
  const made: Words = { size, rise, link, rules, cost, protrudes, known: new Remembered() };
  kinds.push(made);
  return made.known;
}

/**
 * @param letters The word is `from`..`to` − 1 of them, of one face, style, size and mark.
 * @param text Of the passage that the letters are of.
 * @param protrudes Marks at its ends hang over the measure.
 */
export function wordOf(
  letters: readonly Letter[],
  from: number,
  to: number,
  text: string,
  hyphenation: Hyphenation | null,
  protrudes: boolean,
): Word {
  const words = wordsLike(letters[from]!, hyphenation, protrudes);
  const last = letters[to - 1]!;
  const key = text.slice(letters[from]!.index, last.index + last.text.length);
  const found = words.get(key);
  if (found) return found;
  const word = letters.slice(from, to).flatMap(spelt);
  const cuts = divisions(word, hyphenation);
  const pieces = latinPieces(word, [...cuts.keys()], protrudes);
  const start = word[0]!.index;
  const endOf = ({ index, text }: Letter) => index - start + text.length;
  // Cut out of a text, the key would keep all of that text's file.
  const kept = word.map((letter) => letter.text).join("");
  return words.add(kept, {
    pieces: pieces.map(({ box, to }) => ({ box, end: endOf(word[to - 1]!) })),
    divisions: pieces.slice(1).map((piece) => cuts.get(piece.from)!),
  });
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
    const letters = /^[\x20-\x7e]*$/.test(text) ? /[A-Za-z]+/g : /\p{L}+/gu;
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
