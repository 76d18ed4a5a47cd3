/** Forms of English words that do not fit beside each other: participles, numbers, hyphens. */
import { inSingular, lastWord, participle } from "./en-inflection.ts";
import type { Turn } from "./turn.ts";

const PASSIVE =
  "formulate|replicate|suspend|establish|improve|provide|promote|develop|achieve|strengthen|create|accelerate|announce|publish|organize|include|involve|require|consider|enhance|expand|introduce|encourage|integrate|allocate|evaluate|implement|invite|appoint|modernize|optimize|realize|recognize|regulate|supervise|transform|utilize";

/** Companies, teams and the like may be spoken of as many; these are one. */
const SINGULAR =
  "museum|objective|project|platform|zone|province|country|university|mechanism|system|policy|plan|program|forum|exhibition|conference|meeting|aim|goal|purpose|theme|economy|region|park|laboratory|model|method|strategy";

/** What is spoken of as each of many. */
const MEMBER =
  "card|enterprise|company|city|applicant|institution|expert|scholar|participant|student|worker|school|hospital|library|team|center|field|district|product";

/** Verbs that are no nouns in their plain form, and their third person. */
const VERBS =
  "allow|receive|provide|require|include|contain|consist|become|remain|continue|belong|represent|involve|enjoy|seek";

const UNITS = "year|month|week|day|hour|meter|kilometer|mile|minute";

export const FORMS: readonly Turn[] = [
  {
    form: new RegExp(
      `\\b(be|been|being|are|were)\\s+(?:\\w+ly\\s+)?(${PASSIVE}|take|give|choose|write)(?=\\s+(?:by|in|on|at|for|to|with|under|and|from|into|through|as)\\b|[.,;])`,
      "gi",
    ),
    zh: "被动用过去分词",
    en: "the passive takes the past participle",
    expected: ([typed, , verb]) => typed!.slice(0, -verb!.length) + participle(verb!.toLowerCase()),
  },
  {
    form: new RegExp(
      `\\b(?:is|was)\\s+(?:\\w+ly\\s+)?(${PASSIVE}|hold|take|give|choose|write)(?=\\s+(?:by|in)\\s+(?:the|a|an|[A-Z\\d]))`,
      "gi",
    ),
    zh: "被动用过去分词",
    en: "the passive takes the past participle",
    expected: ([typed, verb]) => typed!.slice(0, -verb!.length) + participle(verb!.toLowerCase()),
  },
  {
    form: new RegExp(
      `\\b(?<=(?:^|[.!?]["”’)]?\\s)The\\s+(?:(?:new|main|key|whole|national)\\s+)?)(?:${SINGULAR})\\s+(?:are|were|have)\\b`,
      "g",
    ),
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
    expected: lastWord(inSingular),
  },
  {
    form: new RegExp(
      `\\b(?<=(?:^|[.!?;,]["”’)]?\\s)(?:Each|Every|each|every)\\s+(?:[a-z-]+\\s+)?)(?:${SINGULAR}|${MEMBER})\\s+(${VERBS}|are|have|were|do)\\b(?!\\s+not\\b)`,
      "g",
    ),
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
  },
  {
    form: new RegExp(
      `(?<=(?:^|[.!?]["”’)]?\\s))(?:Projects|Enterprises|Companies|Cities|Universities|Measures|Zones|Libraries|Applicants|Participants|Experts)\\s+(?:${VERBS.split(
        "|",
      )
        .map((verb) => `${verb}s`)
        .join("|")}|runs)\\b`,
      "g",
    ),
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
    expected: ([typed]) => typed!.slice(0, -1),
  },
  {
    form: new RegExp(
      `\\b(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)-(?:square-|cubic-)?((?:${UNITS})s)(?=[ -](?!and\\b|or\\b|to\\b)[a-z])`,
      "g",
    ),
    zh: "复合定语中的名词用单数",
    en: "a noun in a compound before another noun is singular",
    expected: ([typed]) => typed!.slice(0, -1),
  },
  {
    form: /(?<![\w,.:/-]|\b[A-Z][a-z]+\.? )(?:(?!1\b)\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+((?:year|month|week)(?=\s+ago\b|[.;](?:\s|$)))/g,
    zh: "名词应用复数",
    en: "the noun is plural",
    expected: ([, noun]) => `${noun}s`,
  },
  {
    form: /\b(technology|market|knowledge|law|innovation|community|evidence|points|rule|data) based (?=(?:enterprises?|compan(?:y|ies)|firms?|econom(?:y|ies)|systems?|mechanisms?|approach(?:es)?|business|reforms?|governance|services?|platforms?|industr(?:y|ies)|startups?)\b)/gi,
    zh: "复合定语用连字符",
    en: "a compound before its noun has a hyphen",
    expected: ([, noun]) => `${noun}-based`,
  },
  {
    form: /(?<!-)\b(first|world) class (?=(?:business|universit(?:y|ies)|enterprises?|environment|talents?|innovation|science|research|facilities|services?|disciplines?|cit(?:y|ies))\b)/gi,
    zh: "复合定语用连字符",
    en: "a compound before its noun has a hyphen",
    expected: ([, word]) => `${word}-class`,
  },
  {
    form: /\bhigh (quality|tech|level|end) (?=(?:development|enterprises?|zones?|talents?|industr(?:y|ies)|products?|opening up|companies|manufacturing|personnel)\b)/gi,
    zh: "复合定语用连字符",
    en: "a compound before its noun has a hyphen",
    expected: ([typed, word]) => `${typed!.slice(0, 4)}-${word}`,
  },
  {
    form: /\baccount(?:s|ed|ing)? for (?:about |over |nearly |around |more than |less than )?\d[\d.]* percentage points?\b/gi,
    zh: "占比用百分比",
    en: "a share is told in per cent",
    expected: ([typed]) => typed!.replace(/ percentage points?$/i, "%"),
  },
  {
    form: /\bprinciple (?=role|task|contradiction|investigator|cause|source|investor)/gi,
    zh: "主要的是 principal",
    en: "what is chief is principal",
    expected: "principal",
  },
  {
    form: /\bwho['’]s (?=(?:own|role|members?|work|names?|purpose|aim|main|research|technology|products?)\b)/gi,
    zh: "此处是所有格 whose",
    en: "the possessive is whose",
    expected: "whose",
  },
];
