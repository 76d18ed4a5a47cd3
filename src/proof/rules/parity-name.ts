/** Persons whom both languages name → both name them in every pair: a sentence may have been left out, or another one's text pasted. */
import type { Wording } from "../../base/language.ts";
import { slip } from "../finding.ts";
import type { NameBook } from "../names/name-book.ts";
import { isProse } from "../passages.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import { SECOND_ISSUE, sampleIssue } from "./sample-issue.ts";

/** Whoever says something is named for it. */
const SAYS =
  "(?:先生|女士|教授|院士|研究员)?(?:在[^，。；]{1,12})?(?:还|也|则|进一步|同时)?(?:指出|提出|表示|强调|认为|说|提到|介绍|建议|谈到|坦言|透露|分析|呼吁|总结)";

/** Who was named before may be spoken of so. */
const MEANT =
  /\b(?:he|she|him|her|his|hers|they|their|who|Mr|Mrs|Ms|Dr|Prof(?:essor)?|speakers?|experts?|guests?|participants?|scholars?|officials?|author|latter|former)\b|\bthe (?:[\w-]+ ){0,2}(?:director|president|minister|mayor|chair\w*|secretary|researcher|manager|head|academician|dean)\b/i;
const MEANT_IN_CHINESE = /[他她其]|笔者|本人|后者|前者|二人|两人|三人|专家|嘉宾|代表|学者|作者/;

/** Renderings by name, as far as they agree with the characters. */
function knownNames({ mentions, earlier }: NameBook): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { name, rendering, agreement } of [...earlier, ...mentions])
    if (agreement !== "differs") known.set(name, (known.get(name) ?? new Set()).add(rendering));
  return known;
}

const absent = (name: string, from: "zh" | "en"): Wording =>
  from === "en"
    ? {
        zh: `英文没有提到“${name}”，可能漏译`,
        en: `English does not name ${name}; something may be left out`,
      }
    : {
        zh: `中文没有提到“${name}”，可能漏译`,
        en: `Chinese does not name ${name}; something may be left out`,
      };

const inEnglish = ({ en }: FullPair, part: string): boolean => new RegExp(`\\b${part}\\b`, "i").test(en.text);

export const parityName: Rule = {
  id: "parity-name",
  group: "parity",
  severity: "warning",
  says: {
    zh: "别处两种语言都写出姓名的人，一边引了他的话，另一边也要提到他。",
    en: "A person whom both languages name elsewhere, and one language quotes here, is not left out of the other.",
  },
  example: {
    bad: {
      issue: sampleIssue(SECOND_ISSUE, {
        body: `      - zh: 规划司副司长吴家喜提出，要作示范。
        en: Wu Jiaxi, Deputy Director of the Planning Department, proposed a demonstration.
      - zh: 开放是必由之路。吴家喜强调，要深化合作。
        en: Opening up is the only way.
`,
      }),
    },
    good: {
      issue: sampleIssue(SECOND_ISSUE, {
        body: `      - zh: 规划司副司长吴家喜提出，要作示范。
        en: Wu Jiaxi, Deputy Director of the Planning Department, proposed a demonstration.
      - zh: 开放是必由之路。吴家喜强调，要深化合作。
        en: Opening up is the only way. Wu emphasized that cooperation should be deepened.
`,
      }),
    },
  },
  check: (proof) => {
    const known = knownNames(proof.names);
    return eachPair(proof, function* (pair) {
      if (!isProse(pair)) return;
      const { zh, en } = pair;
      for (const [name, renderings] of known) {
        const at = zh.text.indexOf(name);
        if (at < 0) {
          const latin = [...renderings].find((one) => en.text.includes(one));
          if (latin === undefined || zh.text.includes(name[0]!) || MEANT_IN_CHINESE.test(zh.text)) continue;
          const start = en.text.indexOf(latin);
          const span = en.span({ start, end: start + latin.length });
          yield slip(span, absent(latin, "zh"), { related: [zh.head()] });
          continue;
        }
        if (MEANT.test(en.text) || !new RegExp(`${name}${SAYS}`).test(zh.text)) continue;
        if ([...renderings].some((one) => one.split(/[ -]/).some((part) => inEnglish(pair, part)))) continue;
        yield slip(zh.span({ start: at, end: at + name.length }), absent(name, "en"), {
          related: [en.head()],
        });
      }
    });
  },
};
