/** Set phrases that are often mistaken, and what says the same twice. */
import type { Turn } from "./turn.ts";

export const PHRASES: readonly Turn[] = [
  { form: /\bdespite\s+of\b/gi, zh: "despite 后不用 of", en: "despite takes no of", expected: "despite" },
  {
    form: /\b(?:discuss(?:es|ed|ing)?|mention(?:s|ed|ing)?)\s+about\b/gi,
    zh: "及物动词后不用 about",
    en: "this verb takes no about",
  },
  {
    form: /\bemphasi[sz](?:e|es|ed|ing)\s+(?:on|about)\b/gi,
    zh: "emphasize 后不用介词",
    en: "emphasize takes no preposition",
    expected: "emphasize",
  },
  {
    form: /\bcompris(?:e|es|ing)\s+of\b/gi,
    zh: "用 consist of 或 comprise",
    en: "consist of, or comprise without of",
  },
  {
    form: /\b(?:is|are|was|were)\s+consist(?:s|ed)?\s+of\b/gi,
    zh: "consist 没有被动",
    en: "consist has no passive",
    expected: "consists of",
  },
  {
    form: /\b(?:enter(?:s|ed|ing)?)\s+into\s+(?:a|the)\s+(?:new\s+)?(?:stage|era|period|phase|market)\b/gi,
    zh: "enter 后不用 into",
    en: "one enters a stage without into",
    expected: "enter",
  },
  {
    form: /\b(?:such as|including|like)\b[^.;:]{3,80}?,?\s+etc\b/gi,
    zh: "such as、including 与 etc. 重复",
    en: "such as and etc. say the same",
  },
  {
    form: /\bput(?:ting)?\s+on\s+records\b/gi,
    zh: "固定说法是 put on record",
    en: "the phrase is “put on record”",
    expected: "put on record",
  },
  {
    form: /\bput\s+(?:[\w-]+\s+){1,3}on\s+records\b/gi,
    zh: "固定说法是 on record",
    en: "the phrase is “on record”",
    expected: "on record",
  },
  {
    form: /\b(?:more|most)\s+(?:better|best|easier|faster|larger|higher|lower|stronger|newer|greater|cheaper|quicker|smaller)\b/gi,
    zh: "比较级重复",
    en: "a comparative stands twice",
  },
  {
    form: /\b(?:return|revert|repeat)(?:s|ed|ing)?\s+(?:back|again)\b|\bcooperat(?:e|es|ed|ing)\s+together\b/gi,
    zh: "语义重复",
    en: "said twice",
  },
  {
    form: /\breason\s+(?:\w+\s+)?(?:is|was)\s+because\b/gi,
    zh: "reason 与 because 重复",
    en: "reason and because say the same",
    expected: "reason is that",
  },
  {
    form: /\b(?:although|though)\b[^.;]{3,120}?,\s+but\b/gi,
    zh: "although 与 but 不连用",
    en: "although and but do not go together",
  },
  {
    form: /\bbecause\b[^.;]{3,120}?,\s+so\b(?! that| far| much| many)/gi,
    zh: "because 与 so 不连用",
    en: "because and so do not go together",
  },
  {
    form: /\bin\s+recent\s+(?:year|decade|month)\b/gi,
    zh: "用复数",
    en: "the phrase is “in recent years”",
    expected: "in recent years",
  },
  {
    form: /\b(?:past|last|next|recent)\s+(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|\d{1,2})\s+(?:year|month|decade|week|day)\b(?!-|['’]|s)/gi,
    zh: "用复数",
    en: "the noun is plural",
  },
  {
    form: /\ba\s+lots\s+of\b|\blot\s+of\b(?<!(?:a|whole|quite a|the|this|that|each|every|parking|one)\s+lot\s+of)/gi,
    zh: "a lot of 或 lots of",
    en: "a lot of, or lots of",
  },
  {
    form: /\bmake(?:s)?\s+(?:great|important|new|more|significant|positive)\s+contribution\b(?!s)/gi,
    zh: "用 contributions 或 a contribution",
    en: "contributions, or a contribution",
  },
  {
    form: /\bas\s+follow\b(?!-|s)/gi,
    zh: "固定说法是 as follows",
    en: "the phrase is “as follows”",
    expected: "as follows",
  },
  {
    form: /\bin\s+regards\s+to\b/gi,
    zh: "固定说法是 with regard to",
    en: "the phrase is “with regard to”",
    expected: "with regard to",
  },
  {
    form: /\baccording\s+(?:with|of|for)\b/gi,
    zh: "固定说法是 according to",
    en: "the phrase is “according to”",
    expected: "according to",
  },
  {
    form: /\b(?:in|with)\s+accordance\s+(?:to|of|for)\b/gi,
    zh: "固定说法是 in accordance with",
    en: "the phrase is “in accordance with”",
    expected: "in accordance with",
  },
  { form: /\bas\s+well\s+as\s+also\b|\bbut\s+also\s+as\s+well\b/gi, zh: "语义重复", en: "said twice" },
  {
    form: /\b(?:account(?:s|ed|ing)?)\s+(?:of|to|as)\s+(?:about\s+|over\s+)?\d/gi,
    zh: "固定说法是 account for",
    en: "the phrase is “account for”",
    expected: "account for",
  },
  {
    form: /\bresult(?:s|ed|ing)?\s+to\b(?!\s+(?:date|the contrary|be\b|come\b))(?<!\b(?:the|these|those|its|their|our|research|such|of|and|good|best|first|positive|concrete|practical)\s+(?:\w+\s+)?results\s+to)/gi,
    zh: "固定说法是 result in",
    en: "the phrase is “result in”",
    expected: "result in",
  },
  {
    form: /\bfocus(?:es|ed|ing)?\s+(?:in|at|to)\b(?<!\b(?:the|its|their|our|his|her|a|more|this|special|main|key|primary|strategic|policy|research)\s+focus\s+\w+)(?!\s+(?:particular|part|turn|fact|general|date|this|20\d\d|least|present|once)\b)/gi,
    zh: "固定说法是 focus on",
    en: "the phrase is “focus on”",
    expected: "focus on",
  },
  {
    // Music is composed by somebody.
    form: /\b(?:composed|consist(?:s|ed|ing)?)\s+(?:by|with|from)\b(?<!\b(?:music|songs?|symphony|opera|anthem|score|melody|lyrics|poems?|works?|pieces?|concerto)\b[^.;]{0,60}\bcomposed by)/gi,
    zh: "固定说法是 composed of、consist of",
    en: "the phrase is “composed of” or “consist of”",
  },
  {
    form: /\bparticipat(?:e|es|ed|ing)\s+(?:at|to|on)\b(?!\s+(?:behalf|site|equal|(?!the\b|a\b|an\b)[a-z]+\s+(?:the|their|from|more|about|and)\b|learn|\w+day|(?:January|February|March|April|May|June|July|August|September|October|November|December)|\d))/gi,
    zh: "固定说法是 participate in",
    en: "the phrase is “participate in”",
    expected: "participate in",
  },
  {
    form: /\b(?:different\s+(?:of|with)|differs?\s+of)\b/gi,
    zh: "different、differ 与 from 搭配",
    en: "the phrase is “different from”",
    expected: "different from …",
  },
  {
    form: /\b(?:depend(?:s|ed|ing)?|rel(?:y|ies|ied|ying))\s+(?:of|in|at|to)\b(?!\s+(?:part|turn|particular|fact|general|large|great|some|a large|a great|the end|the long|the first|least|most|times|present|once)\b)/gi,
    zh: "固定说法是 depend on、rely on",
    en: "the phrase is “depend on” or “rely on”",
  },
  { form: /\bwide-spread\b/gi, zh: "写作一个词", en: "written in one word", expected: "widespread" },
  {
    form: /\bin\s+order\s+that\s+to\b|\bso\s+as\s+that\b|\bso\s+that\s+to\b/gi,
    zh: "固定说法是 so as to、so that",
    en: "the phrase is “so as to” or “so that”",
  },
  {
    form: /\b(?:can|could)\s+be\s+able\s+to\b/gi,
    zh: "can 与 be able to 重复",
    en: "can and be able to say the same",
  },
  {
    form: /\b(?:the|a|an)\s+(?:the|a|an|this|that|these|those|its|their|our|his|her)\b(?!-)/gi,
    zh: "限定词重复",
    en: "two articles in a row",
  },
  {
    form: /\b(?:has|have|had)\s+(?:be|became|went|began|took|gave|wrote|chose|saw|did)\b/gi,
    zh: "完成时用过去分词",
    en: "the perfect takes the past participle",
  },
  {
    form: /\b(?:did|does|do)(?:\s+not|n['’]t)\s+(?:has|had|was|were|made|went|became|gave)\b/gi,
    zh: "助动词后用动词原形",
    en: "the auxiliary takes the plain form",
  },
];
