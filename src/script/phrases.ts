/** A Chinese title in → where its phrases end, so that 推进 and the like stay whole. */
import { phraseWeights } from "./phrase-weights.ts";

/** Stretches of text that vote on a boundary: name in the model, start and end from the boundary. */
const FEATURES = [
  ["UW1", -3, -2],
  ["UW2", -2, -1],
  ["UW3", -1, 0],
  ["UW4", 0, 1],
  ["UW5", 1, 2],
  ["UW6", 2, 3],
  ["BW1", -2, 0],
  ["BW2", -1, 1],
  ["BW3", 0, 2],
  ["TW1", -3, 0],
  ["TW2", -2, 1],
  ["TW3", -1, 2],
  ["TW4", 0, 3],
] as const;

/** What all weights of the model come to: a boundary needs more votes for it than against it. */
export const ALL_VOTES = 249;

/** Cost of breaking display type inside a phrase, and inside a term, which no reader would part. */
const INSIDE = { phrase: 150, term: 1_000 } as const;

/**
 * @param terms Words of the publication that stay whole whatever the model says of them.
 * @returns Cost of a break in front of the character at UTF-16 index `at`; 0 where a phrase ends.
 */
export function phraseCosts(text: string, terms: readonly string[]): (at: number) => number {
  const inTerm = new Set<number>();
  const atEdge = new Set<number>();
  for (const term of terms)
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + 1)) {
      for (let at = from + 1; at < from + term.length; at++) inTerm.add(at);
      atEdge.add(from).add(from + term.length);
    }
  return (at) => {
    if (inTerm.has(at)) return INSIDE.term;
    return atEdge.has(at) || endsPhrase(text, at) ? 0 : INSIDE.phrase;
  };
}

function endsPhrase(text: string, at: number): boolean {
  const model = phraseWeights();
  let votes = 0;
  for (const [name, from, to] of FEATURES) {
    if (at + from < 0 || at + to > text.length) continue;
    votes += model[name]?.[text.slice(at + from, at + to)] ?? 0;
  }
  return 2 * votes > ALL_VOTES;
}
