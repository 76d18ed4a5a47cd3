/** Verbs that do not agree with what stands right before them, plain forms where there are none, and nouns that want their s. */
import { gerund, inPlural, inSingular, lastWord, participle, withS } from "./en-inflection.ts";
import type { Turn } from "./turn.ts";

/** Verbs that are no nouns in their plain form. */
const VERBS =
  "allow|receive|provide|require|include|contain|consist|become|remain|continue|belong|represent|involve|enjoy|seek|make|promote|improve|achieve|enable|ensure|attract|create|reflect|depend|lead|bring|give|take|accelerate|strengthen|contribute|cooperate|encourage|establish|expand|adopt|enhance|optimize|cultivate|implement|integrate|introduce";

/** Words at the head of a sentence. They are looked for before their place is. */
const begins = (words: string): string => `\\b(?:${words})\\b(?<=(?:^|[.!?]["”’)]? )(?:${words}))`;
const PLURAL =
  "zones|companies|enterprises|firms|cities|countries|provinces|projects|institutions|universities|measures|regions|laboratories|platforms|experts|scholars|industries|products|schools|libraries|governments|authorities|policies";

/** Words before a plural noun, none of which is one itself: in “problems firms are facing” the verb is of the second. */
const PLURAL_NOUN =
  "(?:(?!(?:and|or|that|which|who|to|in|as|we|they|you|it)\\b)[a-z-]*[^s\\W] ){0,2}(?!(?:its|this|is|was|has|us)\\b)[a-z-]+s";

const SINGULAR =
  "zone|city|country|province|project|institution|university|measure|region|laboratory|platform|policy|plan|program|mechanism|system|strategy|model|forum|report|park|museum|library|center|industry|law|reform|initiative|agreement";

const NUMBER =
  "(?:(?!1\\b)\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|many)";

/** Verbs whose forms are made by rule, for what a modal or a preposition takes. */
const REGULAR =
  "promote|improve|strengthen|achieve|provide|ensure|develop|establish|expand|accelerate|optimize|enhance|introduce|integrate|cultivate|deepen|implement|adopt|encourage|explore|create|focus|continue|contribute|reduce|attract";

/** Each of them in a form. */
const all = (inForm: (verb: string) => string): string => REGULAR.split("|").map(inForm).join("|");

const plain = (form: string): string =>
  REGULAR.split("|").find((verb) =>
    [withS, participle, gerund].some((inForm) => inForm(verb) === form.toLowerCase()),
  ) ?? form;

const agreement = {
  zh: "主谓不一致",
  en: "the verb does not agree with its subject",
} as const;

const plural = {
  zh: "名词应用复数",
  en: "the noun is plural",
  expected: lastWord(withS),
} as const;

export const AGREEMENT: readonly Turn[] = [
  {
    // The number grows, a number of firms grow.
    needs: "the number of",
    form: new RegExp(
      `(?<!\\b(?:and|or|than|as) )\\b[Tt]he number of (?:${PLURAL_NOUN}|people) (?:have|are|were)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord(inSingular),
  },
  {
    needs: "number of",
    form: new RegExp(
      `${begins("An?")} (?:(?:large|growing|small|great|increasing) )?number of (?:${PLURAL_NOUN}|people) (?:has|is|was)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord(inPlural),
  },
  {
    form: new RegExp(
      `${begins("Each|One|Neither|Either")} of (?:the|these|those|its|their|our) ${PLURAL_NOUN} (?:have|are|were)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord(inSingular),
  },
  {
    form: new RegExp(
      `${begins("Everyone|Everybody|Someone|Somebody|Nobody|Everything|Nothing|Each")} (?:have|are|were|do)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord(inSingular),
  },
  {
    needs: "there ",
    form: /\b[Tt]here (?:is|was|has been) (?=(?:two|three|four|five|six|seven|eight|nine|ten|many|several|numerous|various) (?!an?\b)[a-z]+s\b)/g,
    ...agreement,
    expected: ([typed]) =>
      typed!
        .trim()
        .replace(/is$/, "are")
        .replace(/was$/, "were")
        .replace(/has been$/, "have been"),
  },
  {
    needs: " don",
    form: /\b(?:he|she|it) don['’]t\b/gi,
    ...agreement,
    expected: ([typed]) => typed!.replace(/don/, "doesn"),
  },
  {
    needs: "doesn",
    form: /\b(?:they|we|you) doesn['’]t\b/gi,
    ...agreement,
    expected: ([typed]) => typed!.replace(/doesn/, "don"),
  },
  {
    form: new RegExp(
      `${begins("He|She|It")} (?:${VERBS}|help|show|need|mean|offer|aim)(?= (?:the|an?|its|their|to|that|in|of|on|enterprises|companies|people|new|more|all|both|many|\\d|two|three|four|five|six)\\b)`,
      "g",
    ),
    ...agreement,
    expected: lastWord(withS),
  },
  {
    form: new RegExp(
      `${begins("This|The|Each|Every")} (?:new )?(?:${SINGULAR}) (?!lead\\b)(?:${VERBS})(?= (?:the|an?|its|their|to|that|in|of|on|enterprises|companies|people|new|more|all|both|many|\\d)\\b)`,
      "g",
    ),
    ...agreement,
    expected: lastWord(withS),
  },
  {
    form: new RegExp(
      `(?:${begins("We|They")}|\\b(?:that|and|because|so|if) (?:we|they)) (?:${VERBS.split("|").map(withS).join("|")}|needs|helps|shows|hopes|believes|wants)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord((word) =>
      /[^aeiou]ies$/.test(word) ? word.replace(/ies$/, "y") : word.replace(/s$/, ""),
    ),
  },
  {
    form: new RegExp(
      `\\b(?:pointed out|said|noted|stressed|emphasized|believed?|showed|shows?|hoped?) that (?:the )?(?:${PLURAL}) (?:${VERBS.split("|").map(withS).join("|")}|needs|helps|is|was|has)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord((word) => (inPlural(word) !== word ? inPlural(word) : word.replace(/s$/, ""))),
  },
  {
    form: /\b(?:China|Shanghai|Beijing|Shenzhen|Hangzhou|Chengdu|Wuhan|Guangzhou|Nanjing|Suzhou|Germany|Japan|France) (?:have|are|were)\b(?<=(?:^|[.!?]["”’)]? )\w+ \w+)/g,
    ...agreement,
    expected: lastWord(inSingular),
  },
  {
    form: new RegExp(
      `${begins("Exports|Imports|Prices|Revenues|Profits|Incomes|Costs|People|Governments|Authorities|Efforts|Achievements|Reforms|The (?:people|police|exports|imports|prices|revenues|profits)")} (?:has|is|was)\\b`,
      "g",
    ),
    ...agreement,
    expected: lastWord(inPlural),
  },
  {
    needs: "show that",
    form: /\b(?:result|survey|analysis|experience|practice|history) show(?= that\b)(?<=(?:^|[.!?] )(?:The|This|A|Our) (?:\w+ )?\w+ show)/g,
    ...agreement,
    expected: ([typed]) => `${typed}s`,
  },
  {
    needs: " of ",
    form: /\b(?:one|each) of (?:the|its|their|our|these) (?:(?:most|major|key|new|first|largest|leading|best|important) ){0,2}(?:zone|enterprise|countr(?=y)y|cit(?=y)y|province|project|institution|measure|laborator(?=y)y|platform|expert|scholar|product|factor(?=y)y|mechanism|task|challenge|universit(?=y)y|reason|way|example)(?= (?:is|was|has|are|were|have|for|at)\b)/gi,
    ...plural,
  },
  {
    form: new RegExp(
      `\\b(?:[Tt]akes?|[Tt]ook|[Ll]ast(?:s|ed)?|[Ss]pen[dt]|[Ss]entenced to|[Ww]aited|[Ff]or|[Ww]ithin|[Aa]fter|over|more than|at least|about|nearly|up to) ${NUMBER} (?:year|month|week|day|hour|minute)(?= (?:to|in|and|or|of|on|at|from|with|for|later|after|before|until)\\b(?!-| (?:\\w+[- ])?(?:year|month|week|day|hour|minute)s?\\b))`,
      "g",
    ),
    ...plural,
  },
  {
    form: /(?<![\d,.-]|\b(?:a|an|the|this) )\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|several|many|(?!1\b)\d{1,3}|\d{1,3}(?:,\d{3})+) (?:(?:new|major|key|high-tech|local|national|large|small|leading|innovative|private|foreign|state-owned) )+(?:zone|enterprise|project|institution|measure|laboratory|platform|expert|scholar|product|museum|school|hospital|book|city|province|university|company)(?= (?:were|was|are|is|have|has|in|from|with|that|which|who|to|at|by)\b|[.,;])/g,
    ...plural,
  },
  {
    form: new RegExp(
      `\\b(?:by|through|without) (${REGULAR})(?= (?:the|an?|its|their|our|scientific|technological|innovation|cooperation|exchanges|high-quality|new|reform)\\b)`,
      "g",
    ),
    zh: "介词后用动名词",
    en: "a preposition takes a gerund",
    expected: lastWord(gerund),
  },
  {
    form: new RegExp(
      `(?<!\\b(?:[Hh]ow|[Ww]hy|[Ww]here|[Ww]hat|[Ww]hen|so|nor|neither|only) )\\b(?:will|would|should|must|can|could) (?:(?:further|also|vigorously|actively|continuously|fully|effectively) )?(?:${all(participle)}|${all(gerund)}|${all(withS)})\\b`,
      "g",
    ),
    zh: "情态动词后用动词原形",
    en: "a modal verb takes the plain form",
    expected: lastWord(plain),
  },
  {
    form: new RegExp(
      `\\b(?:has|have|had) (?:(?:also|already|further|greatly|\\w+ly) )?(?:${REGULAR}|announce|include|increase|decrease)(?= (?:the|an?|its|their|our|by|to|from)\\b)(?<!\\b(?:has|have|had) focus)`,
      "g",
    ),
    zh: "完成时用过去分词",
    en: "the perfect takes the past participle",
    expected: lastWord(participle),
  },
  {
    form: /\b(?:(?:has|have|had)(?: (?:also|already|not))? (?:build|choose|begin|rise|fell|rose|grow|drive|broke|spoke|knew|flew|came|drove|began|shrank|shook|send|spend|win)(?= (?:the|an?|its|their|our|by|to|from|up|over|more|many|new|\d)\b)|(?:been|was|were) build(?= (?:in|on|by|for|at|from|with|to)\b|[.,;]))/g,
    zh: "此处用过去分词",
    en: "the past participle belongs here",
    expected: lastWord(participle),
  },
];
