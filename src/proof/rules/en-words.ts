/** English words that are slips by themselves or beside each other: doubled, prepositions in a row, a for an, misspelt. */

import { isPinyin } from "../../script/pinyin.ts";
import { both, type Slip } from "../finding.ts";
import type { Passage } from "../passages.ts";
import { each, type Proof, type ProofTools, type Rule, type Speller } from "../rule.ts";
import { capitalised, type ProofText } from "../text.ts";
import { CapitalWords, isDrug } from "./foreign-names.ts";
import { KNOWN_WORDS, PREFIXES } from "./known-words.ts";
import { placeMeant } from "./place-pinyin.ts";

/** Words that may stand twice: that that, had had. */
const TWICE = new Set(["that", "had", "very", "so", "long", "is"]);

/** Two to four words of which one is an article or the like: not again and again, year after year, bit by bit. */
const PHRASE_TWICE =
  /(?<![\p{L}\d'’-])((?=(?:[\p{L}’']+ ){0,3}(?:the|an?|of|in|for|with|its|their|our|this|these|is|are|was|were|has|have|will|can|be)\b)(?!the (?:more|less|\p{L}+er)\b)(?!(?:[\p{L}’']+ ){0,3}(?:and|or|by|to|after|upon|over|on|from|that|than|but|as)\b)\p{L}[\p{L}’']*(?: \p{L}[\p{L}’']*){1,3}) \1(?![\p{L}\d'’-])/giu;

export const enDoubledWord: Rule = {
  id: "en-doubled-word",
  group: "english",
  severity: "error",
  says: { zh: "英文单词或短语重复。", en: "A word or a phrase stands twice." },
  example: {
    bad: { zh: "深化改革。", en: "Deepen the the reform." },
    good: { zh: "深化改革。", en: "Deepen the reform." },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(/(?<![\p{L}\d'’-])(\p{L}+)\s+\1(?![\p{L}\d'’-])/giu)) {
        const word = match[1]!;
        // A reduplicated name: Li Li.
        if (
          TWICE.has(word.toLowerCase()) ||
          (/^\p{Lu}/u.test(match[0].slice(word.length).trim()) && isPinyin(word))
        )
          continue;
        yield text.slip(
          match,
          { zh: `“${word}”重复`, en: `“${word}” stands twice` },
          { expected: both(word) },
        );
      }
      for (const match of text.matches(PHRASE_TWICE)) {
        const phrase = match[1]!;
        yield text.slip(
          match,
          { zh: `“${phrase}”重复`, en: `“${phrase}” stands twice` },
          { expected: both(phrase) },
        );
      }
    }),
};

const PREPOSITIONS =
  "in|on|at|by|for|with|from|to|into|onto|among|between|during|against|through|within|without|toward|towards";

/** No verb or phrase brings these together: "in of five major zones". Not: out of, up to, accounted for in, referred to in. */
const IN_A_ROW = new RegExp(
  `\\b(?:(?:${PREPOSITIONS})\\s+of|of\\s+(?:in|on|at|by|for|with|from|to|into|onto|of|among|during|against|through|within)|into\\s+(?:to|in|on|at|for|from)|(?:in|on|from|during|between|among)\\s+(?:to|into|at|during)|at\\s+(?:on|to|from|for)|with\\s+(?:to|for|of|from)|to\\s+(?:with|for|at)|from\\s+(?:on|for|with)|in\\s+on)\\b(?!-)(?!\\s+(?:least|most|best|first|once|about|times|which|whom|a glance|and))`,
  "gi",
);

/** After these a preposition belongs to the verb. */
const PARTICLE =
  /\b(?:pass(?:ed|es|ing)?|forward(?:ed)?|h[eo]ld(?:ing|s)?|step(?:ped|s)?|stay(?:ed|s)?|press(?:ed|es)?|fe?ed|call(?:ed)?|log(?:ged|ging|s)?|zero(?:ed|ing)?|move[ds]?|moving|head(?:ed|ing)?|carr(?:y|ied)|hand(?:ed|ing)?|go(?:es|ing)?|went|came|come|drop(?:ped)?|phase[ds]?|phasing|made|spoken|thought|heard|dreamt|listened|referred|adhered|objected|plugged|tuned|sign(?:ed|ing)?|built|keep(?:ing)?|kept|move|turned|look(?:ed)?|cut|bring(?:ing)?|brought|tie[ds]?|tied|lead|give[ns]?|giving|gave|later|further|early|now|then|live|be|relied|depended|based|focused|commented|agreed)\s+$/i;

export const enPreposition: Rule = {
  id: "en-preposition",
  group: "english",
  severity: "error",
  says: { zh: "两个介词连用，其中一个多余。", en: "Two prepositions in a row, one of which is left over." },
  example: {
    bad: { zh: "五大自创区特色初步形成", en: "Initial formation of characteristics in of five major NIDZs" },
    good: { zh: "五大自创区特色初步形成", en: "Initial formation of characteristics of five major NIDZs" },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(IN_A_ROW)) {
        const before = text.text.slice(0, match.start);
        if (!/\sof$/i.test(match[0]) && PARTICLE.test(before)) continue;
        if (/^(\w+)\s+\1$/i.test(match[0])) continue;
        yield text.slip(match, {
          zh: `介词“${match[0]}”连用`,
          en: `two prepositions in a row: “${match[0]}”`,
        });
      }
    }),
};

const AS_CONSONANT =
  /^(?:uni(?!n|m[pa]|ss)|una(?:ry|nim)|us(?:e|a|u)|ut(?:il|o)|eu|ewe|one(?!\w*r)|once|ubiq|ukrain|u[- ]|uranium|ura|urolog|u\d)/i;
const AS_VOWEL =
  /^(?:hour|honest|hono|heir|x-ray|s-shaped|l-shaped|f-shaped|m-shaped|8|11(?!\d\d(?!\d))|18(?!\d\d\d(?!\d))|8\d)/i;

/** Read letter by letter, the first of which sounds like a vowel: an MBA. NATO and MIIT are read as words. */
const SPELT_OUT = new Set(
  "FBI FDA FDI FTA FTZ HIV LCD LLC LLM LNG MBA MOU MRI NBA NDA NGO NPC R&D SME SMS SUV XML".split(" "),
);

/** Whether a word begins with the sound of a vowel; null where one can not tell by its letters. */
function soundsVowel(word: string): boolean | null {
  if (/^\d/.test(word)) return AS_VOWEL.test(word) && !/^1(?:1|8)\d(?!\d)/.test(word);
  if (/^[A-Z]{2,}s?(?:-|$)|^[A-Z](?:&|-|\d)/.test(word)) {
    if (/^(?:U[A-Z]|EU)/.test(word)) return null;
    if (/^[AEIO]/.test(word) || SPELT_OUT.has(word.replace(/s?(?:-.*)?$/, ""))) return true;
    return /^[BCDGJKPQTVWYZ]/.test(word) ? false : null;
  }
  if (AS_VOWEL.test(word)) return true;
  // Letters that are read one by one: http, mRNA.
  if (/^[^aeiouy\d]+$/i.test(word) || /^[a-z][A-Z]/.test(word)) return null;
  if (/^[aeiou]/i.test(word)) return !AS_CONSONANT.test(word);
  return /^[b-df-hj-np-tv-z]/i.test(word) && !/^(?:historic|hotel|herb)/i.test(word) ? false : null;
}

export const enArticle: Rule = {
  id: "en-article",
  group: "english",
  severity: "error",
  says: {
    zh: "元音前用 an，辅音前用 a，依读音而定。",
    en: "an before the sound of a vowel, a before that of a consonant.",
  },
  example: {
    bad: { zh: "这是一家企业，也是一所大学。", en: "This is a enterprise, and an university too." },
    good: { zh: "这是一家企业，也是一所大学。", en: "This is an enterprise, and a university too." },
  },
  check: (proof) =>
    each(proof, "en", function* (text) {
      for (const match of text.matches(/(?<![\w'’.-])([Aa]n?)(?= +["“‘'(]?([\p{L}\d][\p{L}\d&-]*))/gu)) {
        const [, article, word] = match;
        const before = text.text.slice(0, match.start);
        if (
          /\b(?:grade|class|type|plan|vitamin|section|appendix|group|building|block|point|level|category|series|part) $/i.test(
            before,
          ) ||
          word === "and"
        )
          continue;
        const vowel = word!.length === 1 && !/\d/.test(word!) ? null : soundsVowel(word!);
        if (vowel === null || vowel === (article!.length === 2)) continue;
        // "A and B", "an A": a single letter is a name.
        const expected = `${article![0]}${vowel ? "n" : ""}`;
        yield text.slip(
          match,
          {
            zh: `“${article} ${word}”应为“${expected} ${word}”`,
            en: `“${article} ${word}” should be “${expected} ${word}”`,
          },
          { expected: both(expected), replacement: expected },
        );
      }
    }),
};

const WORDS = /(?<![\p{L}\d@_./-])[\p{L}][\p{L}'’]*(?:-[\p{L}'’]+)*(?![\d@_]|\.\p{L})/gu;

/** A word that the dictionary, or one of the lists, has: as it is, without its ending, or behind a prefix. */
function isKnown(word: string, speller: Speller, own: ReadonlySet<string>): boolean {
  const plain = word.replace(/['’]s?$/, "");
  const lower = plain.toLowerCase();
  const bases = [
    plain,
    lower,
    lower.replace(/s$/, ""),
    lower.replace(/es$/, ""),
    lower.replace(/ies$/, "y"),
    lower.replace(/[’]/g, "'"),
  ];
  if (
    bases.some((base) => base.length > 0 && (own.has(base) || KNOWN_WORDS.has(base) || speller.correct(base)))
  )
    return true;
  if (/^\p{Lu}/u.test(plain) && isPinyin(plain)) return true;
  const prefix = PREFIXES.exec(lower);
  return (
    prefix !== null && lower.length - prefix[0].length >= 5 && speller.correct(lower.slice(prefix[0].length))
  );
}

/** Behind Prof. and behind an initial a name goes on. */
const startsSentence = (text: string, at: number): boolean =>
  at === 0 ||
  /(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|St))[.!?:]["”’)]?\s+["“(]?$/.test(text.slice(0, at));

/** No dictionary has longer words; of what is longer, all that it could have been would fill the memory. */
const LONGEST_WORD = 45;

/** A name has its capital, whatever the word was typed with. */
function nearest(word: string, speller: Speller): string | null {
  if (word.length > LONGEST_WORD) return null;
  const [first] = speller.suggest(word);
  if (!first) return null;
  return speller.correct(first.toLowerCase()) ? first : capitalised(first);
}

interface Words {
  readonly speller: Speller;
  readonly tools: ProofTools;
  readonly own: ReadonlySet<string>;
  readonly capitals: CapitalWords;
}

function* misspelt(
  text: ProofText,
  passage: Passage,
  { speller, tools, own, capitals }: Words,
): Generator<Slip> {
  for (const match of text.matches(WORDS)) {
    if (text.isAddress(match)) continue;
    let at = match.start;
    for (const part of match[0].split("-")) {
      const start = at;
      at += part.length + 1;
      const inner = part.slice(1);
      // electro-optical, multi-center
      if (start + part.length < match.end && PREFIXES.exec(part.toLowerCase())?.[0] === part.toLowerCase())
        continue;
      if (part.length < 3 || /\p{Lu}/u.test(inner) || /[^\p{Script=Latin}'’]/u.test(part)) continue;
      if (isKnown(part, speller, own)) continue;
      const capital = /^\p{Lu}/u.test(part);
      if (isDrug(part.toLowerCase())) continue;
      // What place was meant is told by the rule for places.
      if (capital && passage.zh && placeMeant(part, passage.zh, tools)) continue;
      const suggestion = nearest(capital ? part.toLowerCase() : part, speller);
      // A name that no dictionary has is no slip; a capital word is one where a word is a letter away.
      const meant = capital ? capitals.meant(part, suggestion, passage) : suggestion;
      const isName = startsSentence(text.text, start)
        ? capitals.isNameAtHead(part, suggestion, passage, /^ \p{Lu}/u.test(text.text.slice(at - 1)))
        : meant === null;
      if (capital && isName) continue;
      const expected = meant ?? (suggestion && capital ? capitalised(suggestion) : suggestion);
      yield text.slip(
        { start, end: start + part.length },
        { zh: `“${part}”拼写有疑问`, en: `“${part}” is not in the dictionary` },
        expected ? { expected: both(expected) } : {},
      );
    }
  }
}

/** Words that the publication itself vouches for. */
function ownWords({ issue, passages }: Proof): ReadonlySet<string> {
  const { glossary, proof } = issue.publication;
  const names = passages.filter(
    ({ kind }: Passage) => kind === "name" || kind === "imprint" || kind === "credit",
  );
  const texts = [
    ...glossary.flatMap(({ en, short }) => [en, short ?? ""]),
    ...proof.words,
    ...names.map(({ en }) => en?.text ?? ""),
  ];
  return new Set(
    texts.flatMap((text) => text.split(/[^\p{L}'’]+/u)).flatMap((word) => [word, word.toLowerCase()]),
  );
}

export const enSpelling: Rule = {
  id: "en-spelling",
  group: "english",
  severity: "warning",
  says: {
    zh: "英文拼写（美式）；术语、人名、拼音和 proof.words 中的词除外。",
    en: "American spelling; terms, names, Pinyin and the words under proof.words aside.",
  },
  example: {
    bad: { zh: "推动高质量发展。", en: "Promote high-quality developement." },
    good: { zh: "推动高质量发展。", en: "Promote high-quality development." },
  },
  check: (proof) => {
    const { speller } = proof.tools;
    if (!speller) return [];
    const own = ownWords(proof);
    const words = { speller, tools: proof.tools, own, capitals: new CapitalWords(proof.passages) };
    return each(proof, "en", (text, passage) => misspelt(text, passage, words));
  },
};
