/** A word in → whether it reads as romanised Chinese (Hanyu Pinyin), as names of people and places do. */

const INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ");
const FINALS =
  "a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ue".split(
    " ",
  );

const SYLLABLES: ReadonlySet<string> = new Set([
  ...INITIALS.flatMap((initial) => FINALS.map((final) => initial + final)),
  ...["a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "er"],
]);

const LONGEST = 6;

export function isPinyin(word: string): boolean {
  const lower = word.toLowerCase();
  const reached = new Array<boolean>(lower.length + 1).fill(false);
  reached[0] = true;
  for (let i = 0; i < lower.length; i++) {
    if (!reached[i]) continue;
    for (let n = 1; n <= LONGEST; n++) if (SYLLABLES.has(lower.slice(i, i + n))) reached[i + n] = true;
  }
  return reached[lower.length] === true;
}
