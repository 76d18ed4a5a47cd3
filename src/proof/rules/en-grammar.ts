/** A small grammar of the English that translations from Chinese slip into: phrases, and what is expected of them. */
import { both, type Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import { Covered, type ProofText } from "../text.ts";
import { AGREEMENT } from "./en-agreement.ts";
import { CONSTRUCTIONS } from "./en-constructions.ts";
import { FORMS } from "./en-forms.ts";
import { MIXED_UP } from "./en-mixed-up.ts";
import { PHRASES } from "./en-phrases.ts";
import { WRONG_WORDS } from "./en-wrong-words.ts";
import { expectedOf, type Turn } from "./turn.ts";

const TURNS: readonly Turn[] = [
  ...CONSTRUCTIONS,
  ...PHRASES,
  ...MIXED_UP,
  ...FORMS,
  ...AGREEMENT,
  ...WRONG_WORDS,
];

function* turns(text: ProofText): Generator<Slip> {
  const lower = text.text.toLowerCase();
  const told = new Covered(text.text.length);
  for (const turn of TURNS) {
    const { form, needs, zh, en } = turn;
    if (needs !== undefined && !lower.includes(needs)) continue;
    for (const match of text.matches(form)) {
      if (told.has(match)) continue;
      // Told as a doubled word.
      if (/^(the|a|an)\s+\1$/i.test(match[0])) continue;
      // "A that …" as a name of a letter: capitals in the midst of a sentence.
      if (/^A\s/.test(match[0]) && match.start > 0 && !/[.!?]["”]?\s+$/.test(text.text.slice(0, match.start)))
        continue;
      const right = expectedOf(turn, match);
      const end = match.start + match[0].trimEnd().length;
      const lead = /^[.;,]?\s*/.exec(match[0])![0].length;
      told.add(match);
      yield text.slip(
        { start: match.start + lead, end },
        { zh: `“${match[0].slice(lead).trim()}”：${zh}`, en: `“${match[0].slice(lead).trim()}”: ${en}` },
        right ? { expected: both(right) } : {},
      );
    }
  }
}

export const enGrammar: Rule = {
  id: "en-grammar",
  group: "english",
  severity: "warning",
  says: {
    zh: "译文常见的语法和搭配错误，以及错当成另一个词的词（has lead 应为 has led）。",
    en: "Slips of grammar and of set phrases that translations from Chinese run into, and words put for others (has lead for has led).",
  },
  example: {
    bad: {
      zh: "要充分发挥自创区的主力军作用。",
      en: "We should give into fully play the key role of NIDZs.",
    },
    good: { zh: "要充分发挥自创区的主力军作用。", en: "We should give full play to the key role of NIDZs." },
  },
  check: (proof) => each(proof, "en", turns),
};
