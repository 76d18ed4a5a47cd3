/** Lines such as 编辑：殷梦宇, or 编辑 | 殷梦宇 as WeChat has them, in → their labels and values, with what the labels stand for. */
import type { Language } from "../base/language.ts";
import { bylineOf, closeNames } from "./bylines.ts";
import { isShort } from "./headings.ts";
import { inBold, languageOf } from "./piece.ts";

export interface Label {
  /** Role in the imprint; `credit` for who made an article. */
  readonly role: string;
  readonly words: readonly string[];
}

/** Labels that offices use. A publication's own are asked before these. */
const LABELS: readonly Label[] = [
  {
    role: "credit",
    words: [
      "整理",
      "采访整理",
      "文字整理",
      "作者",
      "作者单位",
      "工作单位",
      "供稿",
      "撰稿",
      "撰写",
      "执笔",
      "编译",
      "翻译",
      "译者",
      "摄影",
      "审校",
      "校对",
      "审核",
      "来源",
    ],
  },
  {
    role: "credit",
    words: [
      "Compiled by",
      "Interview by",
      "Interviewed by",
      "Interview compiled by",
      "Author",
      "Authors",
      "Affiliation",
      "Affiliations",
      "Written by",
      "Contributed by",
      "Text by",
      "Translated by",
      "Translator",
      "Photos by",
      "Photographed by",
      "Proofread by",
      "Reviewed by",
      "Source",
    ],
  },
  { role: "editor", words: ["编辑", "Editor", "Editors"] },
  {
    role: "chief-editor",
    words: [
      "责任编辑",
      "责编",
      "Editor in Charge",
      "Editor-in-Charge",
      "Executive Editor",
      "Managing Editor",
    ],
  },
  { role: "editor-in-chief", words: ["主编", "Editor-in-Chief", "Editor in Chief", "Chief Editor"] },
  { role: "tel", words: ["电话", "联系电话", "Tel", "Telephone", "Phone"] },
  { role: "fax", words: ["传真", "Fax"] },
  {
    role: "email",
    words: ["E-mail", "Email", "E-Mail", "邮箱", "联系邮箱", "投稿邮箱", "电子邮箱", "电子邮件"],
  },
  { role: "address", words: ["地址", "联系地址", "Address", "Add"] },
  {
    role: "postcode",
    words: ["邮编", "邮政编码", "Postcode", "Postal code", "Post code", "Zip code", "Zip"],
  },
  { role: "website", words: ["网址", "网站", "Website", "Web"] },
  { role: "sponsor", words: ["主办", "主办单位", "Sponsor", "Sponsored by", "Organizer"] },
  { role: "permit", words: ["准印证", "准印证号", "Permit", "Printing permit"] },
  { role: "printer", words: ["印刷", "印刷单位", "Printed by", "Printer"] },
  { role: "copies", words: ["印数", "Copies"] },
  { role: "recipients", words: ["发送", "发送对象", "抄送", "Distributed to", "Distribution"] },
];

export interface Labelled {
  readonly role: string;
  readonly label: string;
  readonly value: string;
  readonly language: Language;
}

/** 整 理 is 整理 spread to the width of other labels; case tells nothing. */
const key = (label: string): string =>
  label.replace(/\s+/g, /\p{Script=Han}/u.test(label) ? "" : " ").toLowerCase();

/** A line → what it says behind its labels; null for one that does not begin with a label. */
export type LabelReader = (line: string) => readonly Labelled[] | null;

/** Reads labelled lines with these labels beside those that are known. */
export function labelReader(own: readonly Label[]): LabelReader {
  const roles = new Map(
    [...LABELS, ...own].flatMap(({ role, words }) => words.map((word) => [key(word), role])),
  );
  // In any order: a colon stands behind the whole label alone.
  const words = [...roles.keys()].map(pattern);
  const labels = new RegExp(`(?:^|[\\s；;|，,/])\\**((?:${words.join("|")}))\\**\\s*[:：|｜丨]`, "giu");
  return (typed) => {
    // Offices put who made an article in brackets: （整理：陈红光）, (Compiled by Chen Hongguang).
    const inner = /^\**[（(]([^（）()]+)[）)]\**$/.exec(typed.trim())?.[1];
    const said = inner ?? typed;
    const byline = bylineOf((inBold(said.trim()) ?? said).trim());
    if (byline) return byline;
    const line = isShort(said) ? said.replace(BY, "$1: ") : said;
    const found = [...line.matchAll(labels)];
    if (found.length === 0 || found[0]!.index > 0) return null;
    let [marks, before] = [0, 0];
    return found.map((match, k) => {
      const label = match[1]!;
      const from = match.index + match[0].length;
      marks += marksIn(line.slice(before, from));
      before = from;
      const rest = line
        .slice(from, found[k + 1]?.index ?? line.length)
        .replace(marks % 2 === 1 ? /^\**\s*/ : /^\s+/, "");
      const value = whole(rest.replace(/^\s+|[\s；;，,|]+$/g, ""));
      return {
        role: roles.get(key(label)) ?? "credit",
        label,
        value: closeNames(value),
        language: languageOf(label) ?? "en",
      };
    });
  };
}

/** Behind “by” a name needs no colon, in a line that is no sentence. */
const BY = /^((?:[A-Za-z]+ )?[A-Za-z]+ by)\s+(?=[A-Z])/;

const ASTERISKS = /(?<!\\)\*+/g;

/** How many marks begin or end in a text. */
const marksIn = (text: string): number => text.match(ASTERISKS)?.length ?? 0;

/** A mark that began before the value, at its label or the one before, has only its end here; one of all of it is its look. */
const whole = (value: string): string =>
  marksIn(value) % 2 === 1 ? value.replace(ASTERISKS, "").trim() : (inBold(value) ?? value);

/** A label's letters, with the blanks that may stand between Han. */
const pattern = (word: string): string =>
  [...word]
    .map((char) => char.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join(/\p{Script=Han}/u.test(word) ? "\\s*" : "")
    .replaceAll(" ", "\\s+");

/** What is longer is a sentence. */
const LONGEST = 240;

const READ = labelReader([]);

/** Roles of those who make an issue, and at times an article. */
export const EDITORS: readonly string[] = ["editor", "chief-editor", "editor-in-chief"];

/** What is said of a table or a figure as well. */
const SOURCES: readonly string[] = ["来源", "source"];

/** Whether a line says who made an article. */
export const isCredit = (line: string): boolean =>
  line.length <= LONGEST &&
  (READ(line)?.every(({ role, label }) => role === "credit" && !SOURCES.includes(key(label))) ?? false);

/** What these say ends with its number or address, whatever stands on the next line. */
const CLOSED: readonly string[] = ["tel", "fax", "email", "postcode", "website"];

/** Whether a line begins something of its own behind another: a label behind a labelled line, anything behind a number. */
export function partsLines(before: string, line: string): boolean {
  if (before.length > LONGEST) return false;
  const last = READ(before.trim())?.at(-1);
  if (!last || /[,，;；、/]$/.test(before.trim())) return false;
  return (CLOSED.includes(last.role) && /[\d@./]/.test(last.value)) || READ(line.trim()) !== null;
}
