/** English words that are put for others of the same sound, numbers in a form that there is not, and small words left over. */
import { MONTHS } from "../../base/months.ts";
import type { Turn } from "./turn.ts";

const PLURAL =
  "zones|companies|enterprises|cities|countries|provinces|projects|institutions|universities|measures|regions|laboratories|platforms|experts|scholars|patents|parks|students|workers|schools|people";

/** 21st, 112th: the ending that is heard. */
function ordinal(digits: string): string {
  const value = Number(digits.replace(/,/g, ""));
  const last = value % 100 > 10 && value % 100 < 14 ? 0 : value % 10;
  return `${digits}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

export const MIXED_UP: readonly Turn[] = [
  {
    form: /(?<![\w.,])((?:\d[\d,]*)?(?:(?<!1)1(?:nd|rd|th)|(?<!1)2(?:st|rd|th)|(?<!1)3(?:st|nd|th)|1[123](?:st|nd|rd)|[04-9](?:st|nd|rd)))\b/g,
    zh: "序数词词尾不对",
    en: "the ordinal has another ending",
    expected: ([, typed]) => ordinal(typed!.slice(0, -2)),
  },
  {
    form: /\bit['’]s\s+(?=(?:own|role|roles|members|employees|competitiveness|headquarters|capacity|advantages|functions|predecessor|founder|subsidiaries)\b)/gi,
    zh: "此处是所有格 its",
    en: "the possessive is its",
    expected: "its",
  },
  {
    form: /\bthere\s+(?=(?:own|role|roles|advantages|members|respective)\b)/gi,
    zh: "此处是所有格 their",
    en: "the possessive is their",
    expected: "their",
  },
  {
    // “If it is lower then …” goes on.
    form: /\b(?:larger|higher|greater|lower|fewer|faster|smaller|better|more|less|rather)\s+then(?=\s+(?!than\b)\w)(?<!\b(?:if|when|once|unless|where)\b[^.;]{0,120})/gi,
    zh: "比较用 than",
    en: "one compares with than",
    expected: ([typed]) => typed!.replace(/then$/i, "than"),
  },
  {
    form: /\b(?:an?|the|great|significant|positive|negative|profound|major|adverse|huge)\s+affects?\s+(?=on\b)/gi,
    zh: "名词是 effect",
    en: "the noun is effect",
    expected: ([typed]) => typed!.trim().replace(/affect/i, "effect"),
  },
  {
    form: /\b(?:will|would|may|might|could|should|must)\s+loose\b(?!\s+(?:ends?|monetary|soil))/gi,
    zh: "动词是 lose",
    en: "the verb is lose",
    expected: ([typed]) => typed!.replace(/loose$/i, "lose"),
  },
  {
    form: /\b(?:the|basic|guiding|following|these|on)\s+principals?\s+(?=of\s+(?:fairness|equality|mutual|voluntary|openness|\w+ity\b))|\bguiding\s+principals?\b/gi,
    zh: "原则是 principle",
    en: "what guides is a principle",
    expected: ([typed]) => typed!.trim().replace(/principal/i, "principle"),
  },
  {
    form: new RegExp(`\\bless\\s+(?=(?:${PLURAL})\\b)`, "gi"),
    zh: "可数名词用 fewer",
    en: "what is counted is fewer",
    expected: "fewer",
  },
  {
    form: new RegExp(`(?<!\\b(?:how|that|this|that's)\\s)\\bmuch\\s+(?=(?:${PLURAL})\\b)`, "gi"),
    zh: "可数名词用 many",
    en: "what is counted is many",
    expected: "many",
  },
  {
    form: /\bbetween\s+(\d[\d,.]*%?)\s+to\s+(\d[\d,.]*\d%?|\d%?)/gi,
    zh: "between 与 and 搭配",
    en: "the phrase is “between … and …”",
    expected: ([, from, to]) => `between ${from} and ${to}`,
  },
  {
    form: new RegExp(`\\bbetween\\s+(${MONTHS.join("|")})\\s+to\\s+(${MONTHS.join("|")})\\b`, "gi"),
    zh: "between 与 and 搭配",
    en: "the phrase is “between … and …”",
    expected: ([typed]) => typed!.replace(/\sto\s/, " and "),
  },
  {
    form: /\bfrom\s+((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)\b/gi,
    zh: "from 与 to 搭配",
    en: "the phrase is “from … to …”",
    expected: ([, from, to]) => `from ${from} to ${to}`,
  },
  { form: /\band\s+etc\b/gi, zh: "etc. 已含 and", en: "etc. has and in it", expected: "etc" },
  {
    form: /\bsince\s+(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+(?:years|months|decades|weeks|days)\b(?!\s+(?:ago|before|earlier))/gi,
    zh: "一段时间用 for",
    en: "a stretch of time takes for",
    expected: ([typed]) => typed!.replace(/^since/i, "for"),
  },
  {
    // "In 2024 year after year …": a phrase of its own.
    form: /\bin\s+((?:19|20)\d\d)\s+year\b(?![-–]|\s+(?:after|by|on|over|upon|in|to)\b)/gi,
    zh: "年份后不加 year",
    en: "no year behind its number",
    expected: ([, year]) => `in ${year}`,
  },
  {
    form: /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)\s+((?:million|billion|trillion|thousand)s)(?=\s+(?!of\b)\w)/gi,
    zh: "数词之后不加 s",
    en: "no s behind a number",
    expected: ([typed]) => typed!.slice(0, -1),
  },
  { form: /\byuans\b/gi, zh: "yuan 单复数同形", en: "yuan has no s", expected: "yuan" },
  {
    form: /\bRMB ?\d[\d,.]*(?: (?:thousand|million|billion|trillion))?\s+yuan\b/g,
    zh: "RMB 与 yuan 重复",
    en: "RMB and yuan say the same",
    expected: ([typed]) => typed!.replace(/\s+yuan$/, ""),
  },
  {
    form: /\bwith the (?:develop|improve|grow|promote|deepen)\s+of\b/gi,
    zh: "此处用名词",
    en: "a noun belongs here",
    expected: ([typed]) =>
      typed!.replace(/develop|improve|grow|promote|deepen/i, (verb) => NOUNS[verb.toLowerCase()] ?? verb),
  },
  {
    form: /\b(?:make|makes|made|making|conduct|conducts|conducted|conducting|did|doing|carry out|carried out)\s+researches\b/gi,
    zh: "research 不可数",
    en: "research has no plural",
    expected: ([typed]) => typed!.replace(/es$/i, ""),
  },
  {
    form: /\b(China|Shanghai|Beijing|Shenzhen|Hangzhou)s\b/g,
    zh: "所有格缺少撇号",
    en: "the possessive wants its apostrophe",
    expected: ([, name]) => `${name}'s`,
  },
];

const NOUNS: Readonly<Record<string, string>> = {
  develop: "development",
  improve: "improvement",
  grow: "growth",
  promote: "promotion",
  deepen: "deepening",
};
