/** Institutions, programmes and titles that two pairs call alike in Chinese → one English name for each in an issue. */
import { slip } from "../finding.ts";
import {
  type ChineseEnd,
  chineseEnds,
  commonName,
  type EnglishName,
  englishNames,
  likeness,
} from "../names/institutions.ts";
import { isProse } from "../passages.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import { SECOND_ISSUE, sampleIssue } from "./sample-issue.ts";

interface Named {
  readonly pair: FullPair;
  readonly end: ChineseEnd;
  readonly readings: readonly EnglishName[];
}

/** Names that are one have more in common than this; what has not is the name of something else. */
const ALIKE = 0.5;

/** The readings of two names that are most alike, the longest of them; null where they may be one name. */
function variants(a: Named, b: Named): readonly [EnglishName, EnglishName] | null {
  let best: readonly [EnglishName, EnglishName] | null = null;
  let most = ALIKE;
  const longestFirst = (readings: readonly EnglishName[]) =>
    [...readings].sort((one, other) => other.text.length - one.text.length);
  for (const ours of longestFirst(a.readings))
    for (const theirs of longestFirst(b.readings)) {
      const alike = likeness(ours, theirs);
      if (alike === null) return null;
      if (alike <= most) continue;
      best = [ours, theirs];
      most = alike;
    }
  return best;
}

/** Names end with so many characters that are the same. */
const TAIL = 5;

/** So many names with one tail are compared with. */
const MOST = 20;

const sample = (name: string) =>
  sampleIssue(SECOND_ISSUE, {
    body: `      - zh: 上海人工智能实验室发布了新模型。
        en: Shanghai Artificial Intelligence Laboratory released a new model.
      - zh: 会后，与会专家参观了上海人工智能实验室。
        en: After the meeting, the experts visited the ${name}.
`,
  });

export const institutionVariant: Rule = {
  id: "institution-variant",
  group: "terms",
  severity: "warning",
  says: {
    zh: "一个机构、计划、论坛或文件的名称，一期之内英文只用一种译法；简称不算。",
    en: "An institution, programme, forum or document has one English name in an issue; shorter forms are no slip.",
  },
  example: {
    bad: { issue: sample("Shanghai Intelligent Machines Laboratory") },
    good: { issue: sample("Shanghai AI Laboratory") },
  },
  check: function* (proof) {
    const seen = new Map<string, Named[]>();
    const { glossary } = proof.issue.publication;
    yield* eachPair(proof, function* (pair) {
      if (!isProse(pair) && pair.kind !== "item") return;
      for (const end of chineseEnds(pair.zh.text)) {
        const readings = englishNames(pair.en.text, end.head);
        if (readings.length === 0) continue;
        const one = { pair, end, readings };
        const key = `${end.head} ${end.run.slice(-TAIL)}`;
        const before = seen.get(key) ?? [];
        if (before.length < MOST) seen.set(key, [...before, one]);
        for (const other of before) {
          const name = commonName(other.end, end);
          if (name === null || glossary.some(({ zh }) => name.endsWith(zh) || zh.endsWith(name))) continue;
          const found = variants(other, one);
          if (!found) break;
          const [first, here] = found;
          const message = {
            zh: `“${name}”别处译作“${first.text}”，此处译作“${here.text}”`,
            en: `“${name}” is “${first.text}” elsewhere and “${here.text}” here`,
          };
          const { start } = end.at;
          const at = { start: start + (end.at.end - start) - name.length, end: end.at.end };
          yield slip(pair.en.span(here), message, {
            related: [other.pair.en.span(first), pair.zh.span(at)],
          });
          break;
        }
      }
    });
  },
};
