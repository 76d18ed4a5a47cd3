/** The word before a line break of a title in → how ill a line of display type ends with it. */

/** Words that lead to the next one: articles, prepositions, conjunctions. */
const LEADING = new Set(
  "a an the of in on at by for from to with as into and or but nor over under between through toward towards per via".split(
    " ",
  ),
);

/** Share of its room that a line of a title counts where a colon ends it: what is named stands on a line of its own. */
const NAMED = 0.5;

/** How much of the room that a line leaves behind a word counts. */
export const roomShare = (word: string): number => (/[:：]$/.test(word) ? NAMED : 1);

/** 0 behind a mark of punctuation, which is where a reader would pause. */
export function titleBreakCost(word: string): 0 | 30 | 200 {
  if (/[,;:.!?，；：。！？、]$/.test(word)) return 0;
  return LEADING.has(word.toLowerCase()) ? 200 : 30;
}
