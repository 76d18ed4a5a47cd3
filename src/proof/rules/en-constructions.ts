/** Constructions that translations from Chinese slip into: verbs, numbers of nouns, agreement, gerunds. */
import { gerund, withS } from "./en-inflection.ts";
import type { Turn } from "./turn.ts";

const VERB =
  "promote|build|develop|improve|create|strengthen|support|achieve|provide|ensure|explore|become|make|enhance|form|foster|cultivate|advance|accelerate|establish|expand|protect|realize|solve|reduce|increase|deepen|cooperate|work|meet|see|learn|hear|help|attract|open";
const COUNT_NOUN =
  "zone|compan(?=y)y|enterprise|cit(?=y)y|countr(?=y)y|province|project|institution|universit(?=y)y|measure|region|laborator(?=y)y|platform|partner|expert|scholar|industr(?=y)y|product|patent|delegate|participant|student|worker|book|street|bridge|tree|hospital|school|museum|engine|volume|reader|librar(?=y)y|factor(?=y)y|team|center|mechanism|field|step|task|challenge";
const PLURAL_NOUN =
  "zones|companies|enterprises|cities|countries|provinces|projects|institutions|universities|measures|regions|laboratories|platforms|experts|scholars|industries|products|patents|parks|students|workers|books|trees|schools|libraries|teams|centers|mechanisms";
const NUMBER =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|several|many|various|both|these|those|few|[2-9]\\d?|1\\d|\\d{3}|\\d{1,3}(?:,\\d{3})+";
const MASS =
  "research|information|equipment|advice|knowledge|furniture|software|hardware|feedback|legislation|machinery|homework|staff|traffic|evidence|expertise|progress";

export const CONSTRUCTIONS: readonly Turn[] = [
  {
    form: /\b(give|gives|giving|gave|given)\s+(?:(?:in|into|to)\s+)?(?:fully|full)\s+(?:play|plays)\b(?!(?<=give full play|gives full play|giving full play|gave full play|given full play) to\b)/gi,
    zh: "固定说法是 give full play to",
    en: "the phrase is “give full play to”",
    expected: ([, verb]) => `${verb} full play to`,
  },
  {
    form: /\b(?:play|plays|played|playing)\s+(?:a|an|the)\s+(?:\w+\s+)?(?:function|effect)\b/gi,
    zh: "play 与 role 搭配",
    en: "one plays a role",
    expected: "role",
  },
  {
    form: /\bplay(?:s|ed|ing)?\s+(?:important|key|vital|leading|crucial|significant|active)\s+role\b(?!s)/gi,
    zh: "role 前缺少冠词",
    en: "role wants its article",
    expected: "a … role",
  },
  {
    form: /\b(?:(?:more|less|fewer) than (?:\d+|\w+)|(?:two|three|four|five|six|seven|eight|nine|ten|many|several|some|numerous))\s+[A-Z][a-z]+(?:'s|’s)\s+(?=[a-z])/g,
    zh: "数词之后不用专名所有格；改为 of …",
    en: "a possessive name does not stand between a number and its noun; put it behind with “of”",
  },
  {
    form: /\bthe\s+(?:\w+ed|\w+ing|new|first|latest|total|main|major)\s+[A-Z][a-z]+(?:'s|’s)\s+(?=[a-z])/g,
    zh: "定语之后不用专名所有格",
    en: "a possessive name does not stand behind an adjective and its article",
  },
  {
    form: /\b(?:basic|applied|scientific|these|those|many|various|several|some|relevant|related|academic|joint|theoretical|interdisciplinary|empirical|previous|recent|of|and|conduct|do|own)\s+researches\b/gi,
    zh: "research 不可数",
    en: "research has no plural",
    expected: ([typed]) => typed!.replace(/es$/i, ""),
  },
  {
    form: /\b(?:informations|equipments|advices|knowledges|furnitures|softwares|hardwares|feedbacks|legislations|machineries|homeworks|expertises|sceneries|trainings)\b/gi,
    zh: "不可数名词没有复数",
    en: "this noun has no plural",
    expected: ([typed]) => typed!.replace(/ies$/, "y").replace(/s$/, ""),
  },
  {
    form: new RegExp(
      `\\b(?:many|few|these|those|several|a)\\s+(?:${MASS})\\b(?!(?<=\\ba (?:staff|knowledge)) of\\b)(?!\\s+(?:\\w+s|group|institute|institution|center|team|project|system|member|report|program|park|base|unit|field|area|paper|platform|company|light|jam|accident|police|officer|engineer|bar|meter|dialog|indicator|provider|product|based|hub|and|fund|university|facility|service|manual|package|chain|model|sharing|economy|hall|library|desk|point|topic|direction|task|method|result)\\b)(?!-)`,
      "gi",
    ),
    zh: "不可数名词的限定词不对",
    en: "this noun is not counted",
  },
  {
    form: /\ba\s+(?:series|variety|number|range)\s+of\s+(?:support|information|assistance|progress|advice|equipment|knowledge|infrastructure|training)\b(?!\s+(?:makers?|suppliers?|systems?|projects?|providers?|manufacturers?|platforms?|programs?|measures|policies|services|centers|companies|firms|enterprises|vendors|bases|courses|facilities|institutions|sessions|networks|funds?|security|technology)\b)/gi,
    zh: "不可数名词不用 a series of",
    en: "what is not counted makes no series",
    expected: "much …, or … measures",
  },
  {
    form: /(?<!\b(?:everything|all|anything|whatever|what|much)\s+(?:\w+\s+){0,3})\b(?:should|can|could|must|would|may|might|shall)\s+(?:to|of(?! course)|has|is|are|was|were|been|does|did)\b(?!-)/gi,
    zh: "情态动词后用动词原形",
    en: "a modal verb takes the plain form",
  },
  {
    form: /\bto\s+(?:has|is|are|was|were|been|does|had|did)\b(?<!\b(?:connect(?:ed|s)|link(?:ed|s)|related|attached|belong(?:s|ed|ing)?|refer(?:s|red)?|le(?:d|ads?)|written|spoken|talked|listened|adhered|objected|devoted|exposed|assigned|applied|compared|subscribed|g(?:oes|one)|come|went|moved|next|close|access|key|down)\s+to\s+\w+)/gi,
    zh: "to 后用动词原形",
    en: "to takes the plain form",
  },
  {
    form: /(?<!\b(?:does|did|do|will|would|can|could|may|might|should|must|let|make|made|help|whether|if|that|lest|and|shall|had|have)\s)\b(?:he|she|it)\s+(?:have|are|do|were)\b(?! been| not)/gi,
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
  },
  {
    // “One of these is”, “among those is” have their subject elsewhere.
    form: /\b(?:they|we|you|these|those)\s+(?:has|is|was|does)\b(?<!\b(?:of|among|amongst|behind|beyond|with)\s+(?:these|those)\s+\w+)/gi,
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
  },
  {
    form: new RegExp(
      `(?:^|[.;,]\\s|\\bthat\\s)(?:[Tt]he(?:se)?\\s)?(?:${PLURAL_NOUN})\\s+(?:is|was|has)\\b`,
      "g",
    ),
    zh: "主谓不一致",
    en: "the verb does not agree with its subject",
  },
  {
    form: new RegExp(
      `(?<![\\d,.-])\\b(?:${NUMBER})\\s+((?:${COUNT_NOUN}))(?=\\s+(?:in|of|were|was|are|is|have|has|and|or|with|from|that|which|who|to|on|at|within|by|after|before|during|under|for)\\b|[.,;:)]|$)`,
      "gi",
    ),
    zh: "名词应用复数",
    en: "the noun is plural",
    expected: ([, noun]) => withS(noun!),
  },
  {
    form: new RegExp(
      `\\b(?:a|an|each|every|another|this)\\s+(?:(?:new|major|key|large|small|national|local|leading|important)\\s+)?(?:${PLURAL_NOUN})\\b(?!['’])`,
      "gi",
    ),
    zh: "名词应用单数",
    en: "the noun is singular",
  },
  {
    form: new RegExp(
      `\\b(?:one of|each of|a number of|both of)\\s+the\\s+(?:(?:most|major|key|new|first|largest|leading|best)\\s+)?(?:\\w+\\s+)?(?:${COUNT_NOUN})(?=\\s+(?:in|of|that|which)\\b|[.,;])`,
      "gi",
    ),
    zh: "名词应用复数",
    en: "the noun is plural",
  },
  {
    form: new RegExp(
      `\\b(?:committed|dedicated|devoted|contribut(?:e|es|ed|ing)|with a view|conducive|look(?:s|ing)? forward|accustomed|key|object(?:s|ed)?)\\s+to\\s+(${VERB})\\b`,
      "gi",
    ),
    zh: "此处 to 是介词，后接动名词",
    en: "to is a preposition here and takes a gerund",
    expected: ([, verb]) => gerund(verb!),
  },
];
