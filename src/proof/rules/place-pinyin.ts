/** Chinese places in Pinyin: what is a letter or two away from a place that the Chinese text names is a slip. */

import { perObject } from "../../base/remembered.ts";
import { both, type Slip } from "../finding.ts";
import { distance } from "../names/romanise.ts";
import { eachPair, type FullPair, type Proof, type ProofTools, type Readings, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { isSlipOf } from "./foreign-names.ts";
import { PLACES, type Place } from "./places.ts";

const RIGHT: ReadonlySet<string> = new Set(PLACES.map(({ en }) => en));

/** Shorter names are a letter away from too many others. */
const SHORTEST = 6;
/** From here two letters may be wrong. */
const LONG = 9;

/** Of a long name two letters may be wrong, or two have changed places. */
const isNear = (word: string, name: string): boolean =>
  name.length < LONG
    ? isSlipOf(word, name)
    : Math.abs(word.length - name.length) <= 2 && distance(word, name) <= 2;

/** Whether some characters in a row read as the word: another place, or a person, that is spelt as it should be. */
function isRead(word: string, zh: string, readings: Readings): boolean {
  const from = (rest: string, at: number): boolean =>
    rest === "" ||
    (at < zh.length &&
      /\p{Script=Han}/u.test(zh[at]!) &&
      readings(zh[at]!).some((sound) => {
        const plain = sound.replace("ü", "u");
        return rest.startsWith(plain) && from(rest.slice(plain.length), at + 1);
      }));
  return [...zh].some((_, at) => from(word, at));
}

/** As they were spelt before Pinyin, and are still in names of old. */
const OLD: ReadonlySet<string> = new Set("Nanking Kiangsu Kiangsi Shansi Shensi".split(" "));

/** Places that a text names, with names long enough to be told from others. */
const placesIn = perObject(({ text }: ProofText): readonly Place[] =>
  PLACES.filter(({ zh, en }) => en.length >= SHORTEST && text.includes(zh)),
);

/** The place that a Chinese text names and a word in English was meant for; null where it is another word. */
export function placeMeant(word: string, zh: ProofText, { readings, speller }: ProofTools): Place | null {
  if (RIGHT.has(word) || OLD.has(word)) return null;
  const lower = word.toLowerCase();
  const place = placesIn(zh).find(({ en }) => isNear(lower, en.toLowerCase()));
  // Shanghaiers: the name with an ending.
  if (!place || word.startsWith(place.en) || speller?.correct(word) || isRead(lower, zh.text, readings))
    return null;
  return place;
}

function* misspelt({ zh, en }: FullPair, { tools }: Proof): Generator<Slip> {
  if (placesIn(zh).length === 0) return;
  for (const match of en.matches(/(?<![\w@./-])[A-Z][a-z]{4,}(?![\w@]|\.\w)/g)) {
    const word = match[0];
    const place = en.isAddress(match) ? null : placeMeant(word, zh, tools);
    if (!place) continue;
    const start = zh.text.indexOf(place.zh);
    yield en.slip(
      match,
      { zh: `“${place.zh}”的拼音不是“${word}”`, en: `“${word}” is not how ${place.zh} is spelt` },
      { expected: both(place.en), related: [zh.span({ start, end: start + place.zh.length })] },
    );
  }
}

export const placePinyin: Rule = {
  id: "place-pinyin",
  group: "terms",
  severity: "error",
  says: {
    zh: "省市等地名的拼音须与汉字的读音一致。",
    en: "A province or city in Pinyin is spelt as its Chinese name reads.",
  },
  example: {
    bad: { zh: "浙江和广东的企业增多。", en: "There are more enterprises in Zhejang and Guangdong." },
    good: { zh: "浙江和广东的企业增多。", en: "There are more enterprises in Zhejiang and Guangdong." },
  },
  check: (proof) => eachPair(proof, (pair) => misspelt(pair, proof)),
};
