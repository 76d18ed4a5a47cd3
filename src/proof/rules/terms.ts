/** The glossary, and renderings that are settled everywhere: each term in both languages, in its own form. */

import type { GlossaryTerm } from "../../model/issue.ts";
import { both, type Slip, slip } from "../finding.ts";
import { each, eachPair, type Proof, type Rule } from "../rule.ts";
import { literal, type ProofText } from "../text.ts";
import { STANDARD_TERMS } from "./standard-terms.ts";

/** A term in running English: any capitals, a plural at its end, hyphens and spaces alike. */
const loosely = (term: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])${term
      .split(/[\s-]+/)
      .map(literal)
      .join("[\\s-]+")}(?:s|es|’s|'s)?(?![\\p{L}\\d])`,
    "giu",
  );

/** Endings that a word of a term may have: pilot testing, pilot tests. */
const anyForm = (term: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])${term
      .split(/[\s-]+/)
      .map((word) => `${literal(word.replace(/(?:ies|y|es|s|ing|ed)$/i, ""))}\\p{L}{0,4}`)
      .join("[\\s-]+")}(?![\\p{L}\\d])`,
    "giu",
  );

const short = (abbreviation: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${literal(abbreviation)}(?:s|es)?(?![\\p{L}\\d])`, "u");

/** How often a text renders a term, in full or short. */
const renderings = (term: GlossaryTerm, { text }: ProofText): number =>
  [...text.matchAll(anyForm(term.en))].length +
  (term.short === null ? 0 : [...text.matchAll(new RegExp(short(term.short), "gu"))].length);

/** 自创区 of 国家自主创新示范区: characters of the term, in their order. */
function abbreviates(abbreviation: string, term: string): boolean {
  let at = 0;
  for (const char of term) if (char === abbreviation[at]) at += 1;
  return at === abbreviation.length;
}

const INTRODUCED = /以下(?:简称|称)(?:为)?[“‘「]?([^”’」）)，。]{2,12})/g;

const abbreviationsIn = ({ passages }: Proof): readonly string[] =>
  passages.flatMap(({ zh }) => (zh ? [...zh.matches(INTRODUCED)].map((match) => match[1]!) : []));

export const termMissing: Rule = {
  id: "term",
  group: "terms",
  severity: "warning",
  says: {
    zh: "术语表中的词，两种语言都按术语表书写。",
    en: "A term of the glossary is rendered as the glossary has it, in both languages.",
  },
  example: {
    bad: { zh: "自创区发挥先行先试的作用。", en: "The zones play their role in launching trial programs." },
    good: { zh: "自创区发挥先行先试的作用。", en: "The zones play their role in pilot testing." },
  },
  check: (proof) => {
    const { glossary } = proof.issue.publication;
    const abbreviations = abbreviationsIn(proof);
    return eachPair(proof, function* ({ zh, en }) {
      for (const term of glossary) {
        const start = zh.text.indexOf(term.zh);
        const rendered = start < 0 ? 0 : renderings(term, en);
        if (start >= 0 && rendered < zh.text.split(term.zh).length - 1) {
          const message = {
            zh: `“${term.zh}”未按术语表译出`,
            en: `“${term.zh}” is not rendered as in the glossary`,
          };
          const at = { start, end: start + term.zh.length };
          const expected = both(term.short ? `${term.en} (${term.short})` : term.en);
          yield slip(zh.span(at), message, { related: [en.head()], expected });
        }
        if (start >= 0 || abbreviations.some((one) => abbreviates(one, term.zh) && zh.text.includes(one)))
          continue;
        for (const match of en.matches(loosely(term.en))) {
          if (en.isAddress(match)) continue;
          const message = {
            zh: `英文用了术语“${match[0]}”，中文不是“${term.zh}”`,
            en: `Chinese lacks the term “${term.zh}”`,
          };
          yield slip(en.span(match), message, { related: [zh.head()], expected: both(term.zh) });
          break;
        }
      }
    });
  },
};

/** All small, a capital at the beginning, or capitals throughout but for little words. */
function wellFormed(typed: string, term: string): boolean {
  const words = (text: string) =>
    text.split(/[\s-]+/).filter((word) => !/^(?:of|the|and|for|in|on|to)$/i.test(word));
  const capital = (word: string) => /^\p{Lu}/u.test(word);
  if (typed === term || typed.startsWith(term) || typed === typed.toUpperCase()) return true;
  const all = words(typed);
  if (all.every(capital)) return true;
  if (words(term).some(capital)) return false;
  return all.slice(1).every((word) => !capital(word));
}

export const termForm: Rule = {
  id: "term-form",
  group: "terms",
  severity: "warning",
  says: {
    zh: "术语的大小写按术语表书写；标题中可每词首字母大写。",
    en: "A term has the capitals that the glossary gives it; in titles every word may have one.",
  },
  example: {
    bad: {
      zh: "国家自主创新示范区成效显著。",
      en: "The achievements of national Independent innovation demonstration zones are remarkable.",
    },
    good: {
      zh: "国家自主创新示范区成效显著。",
      en: "The achievements of National Independent Innovation Demonstration Zones are remarkable.",
    },
  },
  check: (proof) =>
    each(proof, "en", function* (text): Generator<Slip> {
      for (const term of proof.issue.publication.glossary)
        for (const match of text.matches(loosely(term.en))) {
          if (wellFormed(match[0], term.en)) continue;
          const message = {
            zh: `“${match[0]}”的大小写与术语表不合`,
            en: `“${match[0]}” has other capitals than the glossary`,
          };
          yield text.slip(match, message, { expected: both(term.en) });
        }
    }),
};

export const standardTerm: Rule = {
  id: "standard-term",
  group: "terms",
  severity: "warning",
  says: {
    zh: "已有通行译法的提法照通行译法译出；期刊术语表另有规定的从其规定。",
    en: "What has a settled rendering gets it; the publication's own glossary comes first.",
  },
  example: {
    bad: { zh: "营造法治化营商环境。", en: "Create a legalized business environment." },
    good: { zh: "营造法治化营商环境。", en: "Create a law-based business environment." },
  },
  check: (proof) => {
    const own = new Set(proof.issue.publication.glossary.map(({ zh }) => zh));
    const terms = STANDARD_TERMS.filter(({ zh }) => !own.has(zh));
    return eachPair(proof, function* ({ zh, en }) {
      for (const term of terms) {
        const start = zh.text.indexOf(term.zh);
        if (start < 0 || term.accepts.test(en.text)) continue;
        const message = {
          zh: `“${term.zh}”没有译出，或未用通行译法`,
          en: `“${term.zh}” is left out, or has not its settled rendering`,
        };
        const at = { start, end: start + term.zh.length };
        yield slip(zh.span(at), message, { related: [en.head()], expected: both(term.en) });
      }
    });
  },
};
