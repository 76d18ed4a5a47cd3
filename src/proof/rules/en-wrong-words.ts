/** English words that are words, but not the ones that were meant: lead for led, it's for its, pubic for public. */
import type { Turn } from "./turn.ts";

/** What was typed in its surroundings, the word that is wrong in it, and the right one. */
type Wrong = readonly [form: RegExp, wrong: string, right: string];

/** What may stand behind a verb as its object. */
const OBJECT = "(?:the|an?|its|their|our|his|her|this|these|many|every|all|both|more)";

/** Of these a change is the effect, and “effect” their verb. */
const EFFECTED =
  "(?! (?:\\w+ ){0,4}(?:changes?|trans\\w+|reforms?|payments?|repairs?|deliver\\w+|improvements?|compromise|settlements?|arrests?|release|purchases?|sales?|mergers?|unions?|revolution|solutions?|service|cures?|replacements?|conversions?|updates?|move|policy|policies|result)\\b)";

const LED =
  "(?= (?:to|the|an?|by|many|this|its|their|them|us|our|more|efforts|development|innovation|growth)\\b)(?! to(?:ys|ol)| by (?:weight|volume|mass))";

const COMPARATIVES =
  "larger|higher|greater|lower|fewer|faster|smaller|better|worse|earlier|later|longer|shorter|older|younger|stronger|weaker|bigger|cheaper|easier|newer|slower|wider|deeper|heavier|richer|poorer|rather|other";

/** What follows “as” of a comparison; behind “if it is lower, then” a sentence goes on. */
const COMPARED =
  "(?= (?:the|that of|those|in (?:19|20)\\d\\d|last year|the year before|expected|planned|ever|before|usual|(?:US)?\\$?\\d|one|two|three|half|any|[A-Z][a-z]))(?<!\\b(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless|[Ss]ince|[Ww]here)\\b[^.;]{0,120})";

const WRONG: readonly Wrong[] = [
  // Behind a preposition stands no clause: "of it's kind". But: "to it, it's", "with it's being".
  [
    /\b(?:of|in|with|from|by|under|within|through|during|into|due to|because of|known for) it['’]s (?!an?\b|the\b|not\b|been\b|all\b|just\b|only\b|also\b|own\b|so\b|too\b|very\b|that\b|what\b|how\b|in\b|on\b|at\b|up\b|no\b|now\b|like\b|as\b|more\b|possible\b|likely\b|important\b|hard\b|easy\b|\w+(?:ing|ed|ly)\b)[a-z]+/gi,
    "it['’]s",
    "its",
  ],
  [
    /\b(?:improv(?:e|es|ed|ing)|los(?:e|es|t|ing)|expand(?:s|ed|ing)?|increas(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)|optimiz(?:e|es|ed|ing)|fulfil(?:l|ls|led|ling)?|upgrad(?:e|es|ed|ing)|deepen(?:s|ed|ing)?|lower(?:s|ed|ing)?|rais(?:e|es|ed|ing)) it['’]s(?= [a-z])(?! (?:an?|the|not|been|all|just|also|so|very|that|what)\b)/gi,
    "it['’]s",
    "its",
  ],
  [
    /\band it['’]s (?:people|environment|economy|industry|industries|residents|citizens|neighbou?rs|partners|subsidiaries|surroundings|suburbs|headquarters)(?= (?:is|are|was|were|has|have|in|of|to|will)\b|[.,;])/g,
    "it['’]s",
    "its",
  ],
  [
    /(?<![\w'’.-])its (?=(?:an?|the|not|been|also an?|time to|(?:clear|true|likely|possible|evident|obvious|estimated|reported|hoped|said) that|(?:important|necessary|possible|impossible|hard|easy|time) (?:to|for))\b(?!-))/gi,
    "its",
    "it's",
  ],
  [
    new RegExp(`\\b(?:ha(?:s|ve|d)|having) (?:\\w+ly |also |already |long )?lead\\b${LED}`, "gi"),
    "lead",
    "led",
  ],
  [/\b(?:was|were|been|being|are|is) (?:\w+ly )?lead(?= by\b(?! (?:weight|volume|mass)))/gi, "lead", "led"],
  [
    /\b(?:team|delegation|group|project|consortium|study|research|program|initiative|effort|work|committee|panel|mission|alliance|campaign) lead(?= by (?:the (?!name)|an?\b|its\b|Prof|[A-Z]))/g,
    "lead",
    "led",
  ],
  [
    /\b(?:government|market|state|innovation|party|industry|enterprise|student|community|demand|export|investment|company|business|user|technology)-lead(?= (?!times?\b|authors?\b|and\b|or\b|in\b|by\b)[a-z])/gi,
    "lead",
    "led",
  ],
  [
    /\b(?:[Hh]e|[Ss]he) lead(?= (?:the|an?|his|her)\b)(?<=(?:^|[.!?,] |\b(?:and|year|month|when|where|time|since) )\w+ lead)/g,
    "lead",
    "led",
  ],
  [/\b(?:ha(?:s|ve|d)|was|were|been|being|is|are) mislead\b/gi, "mislead", "misled"],
  [/\bin principal(?=[,.;]| (?:we|it|this|they|agree[ds]?|approved)\b)/gi, "principal", "principle"],
  [
    /\b(?:follow(?:s|ed|ing)?|uphold(?:s|ing)?|upheld|adher(?:e|es|ed|ing) to|based on|in line with|observ(?:e|es|ed|ing)|accord(?:ance with|ing to)) the (?:\w+ )?principals?(?= of (?:\w+(?:ness|ity|ency|ence|ation)|mutual|voluntary|equal|fair|open|joint|sharing|reform)\b)|\b[Tt]he principals? of (?:openness|fairness|equality|reciprocity|mutual benefit|transparency|voluntariness|cooperation|innovation)\b/g,
    "principal",
    "principle",
  ],
  [
    /\bprinciple(?= (?:goals?|aims?|objectives?|tasks?|reasons?|purpose|offices?|engineers?|components?|researchers?|officers?|activit(?:y|ies)|scientists?|cit(?:y|ies)|shareholders?|products?)\b)/gi,
    "principle",
    "principal",
  ],
  [
    new RegExp(
      `\\b(?:${COMPARATIVES}|(?:grew|grow|grows|grown|ros[e]|fell|spent|sold) (?:more|less)) then\\b${COMPARED}`,
      "g",
    ),
    "then",
    "than",
  ],
  [/\b(?:[Ii]f|[Ff]irst|[Oo]nce)\b[^.;:]{3,60}, than(?= (?:we|they|he|she|it|you|I)\b)/g, "than$", "then"],
  [
    /\b(?:the affects of|(?:an?|the|has|have|had|no|side|adverse|negative|positive|direct|\w+ing) affects? on)\b/gi,
    "affect",
    "effect",
  ],
  [
    new RegExp(
      `\\b(?:will|would|may|might|could|can|should|not|greatly|directly|seriously|adversely|negatively|deeply) effect(?= ${OBJECT}\\b)${EFFECTED}`,
      "gi",
    ),
    "effect",
    "affect",
  ],
  [
    new RegExp(
      `\\b(?:which|policy|law|crisis|pandemic|slowdown) effects(?= (?:every|all|many|our|their|both|most|enterprises|people)\\b)${EFFECTED}`,
      "g",
    ),
    "effects",
    "affects",
  ],
  [
    /\b(?:[Ww]e|[Tt]hey|will|would|should|strongly) advice(?= (?:the|you|us|them|him|all|that|against|enterprises|companies|to)\b)/g,
    "advice",
    "advise",
  ],
  [
    /\b(?:its|their|his|her|our|legal|expert|some|give|gave|gives|giving|for) advise(?= (?:on|of|from|to|about|and)\b|[.,;])/gi,
    "advise",
    "advice",
  ],
  [/(?<=^|[.!?]["”’)]? )Their(?= (?:are|is|were|was|has been|have been)\b)/g, "Their", "There"],
  [
    /\b[Tt]here (?:goals?|aims?|efforts|products|strengths|lives|homes|needs|rights|views|ideas|children)(?= (?:are|is|were|was|have|has)\b)/g,
    "there",
    "their",
  ],
  [/\b[Tt]hey['’]re own\b/g, "they['’]re", "their"],
  [
    /\b(?:[Tt]he|this) passed (?:(?:few|two|three|five|ten|twenty|several|\d+) )?(?:years?|decades?|months?|weeks?|century)\b/g,
    "passed",
    "past",
  ],
  [/\bin the passed(?=[,.])/gi, "passed", "past"],
  [/(?<=\b(?:he|she|who|they|[A-Z][a-z]+) )past(?= away\b)/g, "past", "passed"],
  [/\bto loose(?= (?:its|their|our|money|ground|jobs|control|sight|market|weight|out)\b)/gi, "loose", "lose"],
  [/\bloosing(?= (?:its|their|our|money|ground|jobs|control|sight|market)\b)/gi, "loosing", "losing"],
  [/\b(?:the|a|great|heavy|serious) los(?:e|t) of(?= [a-z])/gi, "los[et]", "loss"],
  [/\b(?:will|would|can|could|should|may|might|must) chose\b/gi, "chose", "choose"],
  [
    /\b(?:company|firm|universit(?:y|ies)|institute|enterprise|school|association|museum|societ(?:y|ies)|organization|zone) (?:was|were) found(?= in (?:1[6-9]|20)\d\d\b)/g,
    "found",
    "founded",
  ],
  [
    /\b(?:is|are|was|were|be|been) quiet(?= (?:an?|important|different|large|small|high|low|similar|common|difficult|good|clear|likely|often|well|new|popular|successful)\b)|\bquiet(?= a (?:few|lot|while)\b)/gi,
    "quiet",
    "quite",
  ],
  [/\bcapitol(?= (?:of|cit(?:y|ies)|market|investment|flows?)\b)/g, "capitol", "capital"],
  [/\b(?:is|are|was|were) suppose(?= to\b)/gi, "suppose", "supposed"],
  [/\b(?:are|were|become|became|got|getting) use(?= to (?:[a-z]+ing|the|their|this|it)\b)/gi, "use", "used"],
  [/\bto breath(?= (?:the|fresh|easily|again|freely|in)\b|[.,;])/g, "breath", "breathe"],
  [
    /\b(?:should|will|must|also|they|we) emphasis(?= (?:the|that|its|their|our)\b)/gi,
    "emphasis",
    "emphasize",
  ],
  [
    /\b(?:c[ao]me|comes|ranging|far|away|suffer(?:s|ed|ing)?|benefit(?:s|ed|ing)?|derived?|received|obtained|collected|import(?:s|ed) ?|increased|decreased|rose|fell|grew|dropped|jumped) form(?= (?:the|an?|one|all|other|abroad|\d|[A-Z][a-z]))/g,
    "form",
    "from",
  ],
  [
    /(?<!\b(?:and|or|to|they|we|will) )\bform(?= (?:US\$|\$)?\d[\d.,]*%?(?: \w+)? to (?:US\$|\$)?\d)/gi,
    "form",
    "from",
  ],
  [
    /\b(?:will|they|we|can|could|together) from(?= an? (?:team|group|network|system|chain|cluster|alliance|complete|whole|pattern|mechanism|consensus|virtuous|joint|community)\b)/gi,
    "from",
    "form",
  ],
  [/\bpubic(?= (?!hair|bones?|area|region|lice|symphysis)[a-z])/gi, "pubic", "public"],
  [/\bUntied(?= (?:Nations|States|Kingdom|Arab)\b)/g, "Untied", "United"],
  [
    /\bclinical trails?\b|\btrail(?= (?:production|basis|implementation|and error)\b)|\bfree trail\b/gi,
    "trail",
    "trial",
  ],
  [/\d%?(?:,? and (?:US\$|\$)?[\d.,]+%?(?: \w+)?),? respectfully\b/gi, "respectfully", "respectively"],
  [/\bfrom (?:the|an?) (?:\w+ )?prospective(?= of\b|[,.;])/gi, "prospective", "perspective"],
  [/\breign(?:s|ed|ing)? in(?= (?:spending|inflation|debts?|costs|risks?|speculation)\b)/gi, "reign", "rein"],
  [
    /\b[Tt]he raise of(?= (?:[A-Z][a-z]+|emerging|new|artificial|digital|the (?:middle|internet))\b)/g,
    "raise",
    "rise",
  ],
  [
    /\b(?:[Ee]xports|[Ii]mports|[Pp]rices|[Ss]ales|[Rr]evenues?|[Ii]ncomes?|[Oo]utput|[Uu]nemployment|[Pp]rofits?|[Tt]urnover) (?:has |have )?raised(?= (?:by|to) (?:US\$|\$)?\d)/g,
    "raised",
    "rose",
  ],
  [
    /(?<!\b(?:[Hh]ere|[Tt]here(?:in)?|[Ww]here(?:in)?) )\b(?:lie[sd]?|layed) (?=(?:an?|the) (?:\w+ )?foundations?\b)/g,
    "l(?:ie[sd]?|ayed)",
    "lays",
  ],
  [
    /\bcomplimentary(?= (?:advantages|strengths|policies|resources|roles|industries|functions)\b)|\bcompliment(?=s? (?:each other['’]s|one another['’]s)\b)/gi,
    "compliment",
    "complement",
  ],
  [/\bangle(?= (?:investors?|investments?)\b)/gi, "angle", "angel"],
  [/\b(?:home and|stud(?:y|ied|ying|ies)|returnees from|talents? from) aboard\b/gi, "aboard", "abroad"],
  [/\bdiary(?= (?:products?|cows?|farms?|industry|farming)\b)/gi, "diary", "dairy"],
  [/\bboard(?= (?:range of|consensus|prospects|spectrum))/g, "board", "broad"],
  [/\bword-class(?= (?!es\b|ifi)[a-z])/gi, "word", "world"],
  [/\ball over the word\b/gi, "word", "world"],
  [/\bin (?:the|this|these|many) fileds?\b/gi, "filed", "field"],
  [/\b(?:low-carton|carton (?=emissions?|neutrality|peak|dioxide))/gi, "carton", "carbon"],
  [/\bpublic heath\b|\bheath(?= (?:care|services?|insurance|sector|system)\b)/gi, "heath", "health"],
  [/\b(?:to|will|and|should) corporate(?= with\b)/gi, "corporate", "cooperate"],
  [
    /\b(?:win-win|strengthen(?:s|ed|ing)?|deepen(?:s|ed|ing)?) (?:\w+ )?corporation(?= (?:with|between|in|among|and)\b|[.,;])/gi,
    "corporation",
    "cooperation",
  ],
  [/\bState Counsel\b/g, "Counsel", "Council"],
  [/\bstatues?(?= of limitations?\b)/gi, "statue", "statute"],
  [/\bplay(?:s|ed|ing)? an? (?:\w+ )?roll\b|\broll(?= models?\b)/gi, "roll", "role"],
  [/\b(?:sate|stat)-owned\b/gi, "stat?e?", "state"],
  [/\bcostumer(?= (?:service|satisfaction|needs|base|demand)s?\b)/gi, "costumer", "customer"],
  [/\b[Tt]he soul(?= (?:purpose|owner|responsibility|provider|aim|reason)\b)/g, "soul", "sole"],
  [/\bduel(?=[- ](?:use|carbon|circulation|purpose|track)\b)/gi, "duel", "dual"],
  [/\bfree reign\b/gi, "reign", "rein"],
  [/\bpeace(?= of (?:land|paper|equipment|news|advice|legislation)\b)/gi, "peace", "piece"],
  [/\b[Tt]he hole(?= (?:country|nation|world|society|chain|city|industry)\b)/g, "hole", "whole"],
  [
    /\bthere maybe(?= (?:an?|some|more|many|no)\b)|\bit maybe(?= (?:that|an?|the|necessary|possible|useful|better)\b)/gi,
    "maybe",
    "may be",
  ],
  [
    /\b(?:is|are|was|were) to(?= (?:expensive|late|early|small|large|high|low|slow|few|many|difficult)\b(?!-))/g,
    "to",
    "too",
  ],
  [/\b(?:[Ww]e|[Tt]hey|will) except(?= (?:the|an?|that|your|this|responsibility)\b)/g, "except", "accept"],
  [/\b[Tt]he economic(?= (?:is|was|has|of)\b)/g, "economic", "economy"],
  [
    /\beconomical(?= (?:development|growth|reforms?|zones?|polic(?:y|ies)|structure|cooperation)\b)/gi,
    "economical",
    "economic",
  ],
  [/\bstationary(?= (?:shops?|stores?|suppl(?:y|ies))\b)/gi, "stationary", "stationery"],
  [/\b[Tt]he moral of(?= the (?:staff|teams?|workers|employees|troops|troupe|police)\b)/g, "moral", "morale"],
  [
    /\b(?:scientific|technical|medical|research|administrative|management|skilled|R&D|teaching) personal(?= (?:of|in|and|from|who|are|were|to)\b|[.,;])/gi,
    "personal",
    "personnel",
  ],
  [
    /\b(?:the|an?) (?:\w+ )?amount of(?= (?:zones|companies|enterprises|cities|countries|projects|institutions|universities|experts|scholars|patents|students|workers|people|jobs|products)\b)/gi,
    "amount",
    "number",
  ],
  [
    /\bmost of(?= (?:people|enterprises|companies|countries|cities|universities|scholars|experts|workers|students)\b)/gi,
    "most of",
    "most",
  ],
  [/\b(?:a|every|each|another|this) criteria(?!-)\b/gi, "criteria", "criterion"],
  [/\b(?:a|every|each|another|this) phenomena(?!-)\b/gi, "phenomena", "phenomenon"],
  [/\b(?:a|every|each|another|this) crises(?!-)\b/gi, "crises", "crisis"],
];

/** The word in its place, with the capital that the wrong one had. */
function corrected(typed: string, wrong: string, right: string): string {
  const form = new RegExp(wrong, "i");
  return typed
    .trim()
    .replace(form, (word) => (/^\p{Lu}/u.test(word) ? right[0]!.toUpperCase() + right.slice(1) : right));
}

export const WRONG_WORDS: readonly Turn[] = WRONG.map(([form, wrong, right]) => ({
  form,
  needs: /^[a-z]+/i.exec(wrong)![0].toLowerCase(),
  zh: `用错了词，疑为“${right}”`,
  en: `another word is meant, most likely “${right}”`,
  expected: ([typed]) => corrected(typed!, wrong, right),
}));
