/** A line in → who it says made an article, as 文/王晓东, 本刊记者 王晓东 and By Wang Xiaodong do without a label's colon. */
import { isShort } from "./headings.ts";
import type { Labelled } from "./labels.ts";
import { languageOf } from "./piece.ts";

const SIGN = String.raw`\s*[/／|｜丨:：]\s*`;

/** Who wrote, and at times took the pictures too: 文/图 王晓东. */
const WRITER = String.raw`文\s*[/／]\s*图|文、图|文图|图文|文字|文|撰文|口述|作者`;
/** Who else stands behind the writer on the same line; alone, 图： begins a caption. */
const OTHER = "图片|图|供图|摄影|整理|采访|编译|翻译|译|绘图|编辑|审校";
const LABEL = String.raw`(?:${SIGN}|(?<=[/／]\s*图)\s+)`;

/** Two or three Han that blanks spread to the width of other names: 王　冰, 陈 红 光. */
const SPREAD = String.raw`\p{Script=Han}(?:[ \u3000]\p{Script=Han}){1,2}`;
const OF_THREE =
  /(?<=^|[、，,；;]\s*)(\p{Script=Han})[ \u3000](\p{Script=Han})[ \u3000](\p{Script=Han})(?=$|\s*[、，,；;（(])/gu;

/** Names of three Han have the width that others are spread to: on a page they would gape. */
export const closeNames = (names: string): string => names.replace(OF_THREE, "$1$2$3");

/** A name that stands alone in an imprint: there a page spreads one of two Han, however it is typed. */
export const closeName = (name: string): string =>
  name.replace(/^(\p{Script=Han})[ \u3000](\p{Script=Han})$/u, "$1$2");

const HAN_NAME = String.raw`(?:\p{Script=Han}{2,4}|${SPREAD})`;
/** One name, with where its bearer works in brackets: what says more is a sentence, as in 文：您请讲. */
const NAME = String.raw`(?:${HAN_NAME}|\p{Script=Han}+(?:[·•]\p{Script=Han}+)+|[A-Z][A-Za-z.'’-]*)(?:\s*[（(][^（）()]{2,40}[）)])?`;
const NAMES = String.raw`${NAME}(?:[、，,\s]+${NAME})*`;

const CHINESE = new RegExp(
  String.raw`^(?:${WRITER})${LABEL}${NAMES}(?:[\s；;]+(?:${OTHER})${SIGN}${NAMES})*$`,
  "u",
);
const PART = new RegExp(String.raw`(?:^|[\s；;]+)(${WRITER}|${OTHER})${LABEL}(?=\S)`, "gu");

/** Reporters say what they are before their names. */
const REPORTER = new RegExp(
  String.raw`^((?:本刊|本报|本网|特约|见习|实习)*(?:记者|通讯员|撰稿人|评论员))\s+(${HAN_NAME}(?:[、\s]+${HAN_NAME})*)$`,
  "u",
);

/** 单位：万元 heads a table. */
const OFFICE = /^(单位)\s*[:：]\s*(\S.*)$/;
const INSTITUTION =
  /(?:研究所|研究院|研究会|研究中心|大学|学院|学校|医院|中心|委员会|委|公司|集团|局|厅|部|司|处|所|院|协会|学会|联合会|基金会|实验室|办公室|政府|报社|杂志社|出版社|智库)[）)]?$/u;

/** Of English words with capitals, and those that stand between them in the names of institutions. */
const ENGLISH =
  /^((?:Text |Words |Story )?[Bb]y)\s*(?::\s*|\s)(\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|&|and|of|for|the|in|at|de|van|von|der|la))*)$/u;

const ENGLISH_INSTITUTION =
  /\b(?:Institut(?:e|ion)|Academy|University|College|School|Hospital|Cent(?:er|re)|Commission|Committee|Company|Corporation|Group|Ministry|Department|Bureau|Office|Association|Society|Federation|Foundation|Laboratory|Government|Press|Co\., Ltd|Inc)\b/;

/** Whether a line names an institution, as those do that say where an author works. */
export const isInstitution = (text: string): boolean =>
  INSTITUTION.test(text) || (languageOf(text) === "en" && ENGLISH_INSTITUTION.test(text));

/** @param office Where the author works, from a line of its own. */
export const withOffice = (author: Labelled, office: string): Labelled => ({
  ...author,
  value: author.language === "zh" ? `${author.value}（${office}）` : `${author.value} (${office})`,
});

/** @returns Null for any other line. */
export function bylineOf(line: string): readonly Labelled[] | null {
  if (!isShort(line)) return null;
  const english = ENGLISH.exec(line);
  if (english) return [credit(english[1]!, english[2]!, "en")];
  const office = OFFICE.exec(line);
  const alone = REPORTER.exec(line) ?? (office && isInstitution(office[2]!) ? office : null);
  if (alone) return [credit(alone[1]!, alone[2]!, "zh")];
  if (!CHINESE.test(line)) return null;
  const parts = [...line.matchAll(PART)];
  return parts.map((part, k) => {
    const value = line.slice(part.index + part[0].length, parts[k + 1]?.index ?? line.length);
    return credit(part[1]!.replace(/\s+/g, ""), value.trim(), "zh");
  });
}

const credit = (label: string, value: string, language: Labelled["language"]): Labelled => ({
  role: "credit",
  label,
  value: closeNames(value),
  language,
});

/** Whether a line is a byline of English, which a title might be as well: By Land and Sea. */
export const beginsWithBy = (line: string): boolean => /^By\s/i.test(line);
