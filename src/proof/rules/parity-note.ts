/** Footnotes that a text mentions in one of its languages alone. */
import { placeAt } from "../../model/places.ts";
import { type Slip, slip } from "../finding.ts";
import { eachPair, type FullPair, type Proof, type Rule } from "../rule.ts";
import type { ProofText } from "../text.ts";
import { sampleIssue } from "./sample-issue.ts";

const mentionsIn = (text: ProofText) =>
  text.runs.flatMap(({ mark: { note: key }, places }) => {
    if (key === null) return [];
    const start = placeAt(places, 0);
    return [{ key, span: { file: text.head().file, start, end: start + key.length + 3 } }];
  });

/** A note that was written in one language has nothing to say in the other. */
const isInBoth = ({ issue }: Proof, key: string): boolean => {
  const note = issue.notes.get(key);
  return note !== undefined && note.zh !== null && note.en !== null;
};

function* onOneSide({ zh, en }: FullPair, proof: Proof): Generator<Slip> {
  const [ours, theirs] = [mentionsIn(zh), mentionsIn(en)];
  for (const [side, other, message] of [
    [
      ours,
      theirs,
      {
        zh: "英文没有提到这条脚注；请在英文的相应位置补上",
        en: "English does not mention this footnote; add it at its place there",
      },
    ],
    [
      theirs,
      ours,
      {
        zh: "中文没有提到这条脚注；请在中文的相应位置补上",
        en: "Chinese does not mention this footnote; add it at its place there",
      },
    ],
  ] as const)
    for (const { key, span } of side)
      if (isInBoth(proof, key) && !other.some((one) => one.key === key))
        yield slip(span, message, { related: [side === ours ? en.head() : zh.head()] });
}

const SAMPLE = (en: string) =>
  `${sampleIssue(undefined, { more: `      - { zh: "规模扩大[^a]。", en: "The scale ${en}" }\n` })}notes: { a: { zh: 见年报。, en: "See the annual report." } }\n`;

export const parityNote: Rule = {
  id: "parity-note",
  group: "parity",
  severity: "warning",
  says: {
    zh: "两种语言都有的脚注，在两种语言中都要提到。",
    en: "A footnote that has both languages is mentioned in both.",
  },
  example: {
    bad: { issue: SAMPLE("grew.") },
    good: { issue: SAMPLE("grew.[^a]") },
  },
  check: (proof) => eachPair(proof, (pair) => onOneSide(pair, proof)),
};
