/** Words that messages are made of, in both languages: what was expected, what YAML stumbled over, encodings. */
import type { Expected, SyntaxFault } from "../base/diagnostic.ts";
import type { Wording } from "../base/language.ts";

export type { Wording };

/** What something is, or why it can not be done, behind its name. */
export const saidOf = (what: string, { en, zh }: Wording): Wording => ({
  en: `${what}: ${en}`,
  zh: `${what}：${zh}`,
});

/** What was most likely meant, behind what is said; empty where nothing is near. */
export const hint = (word: string | null): Wording =>
  word === null ? { en: "", zh: "" } : { en: `; did you mean “${word}”?`, zh: `；是否应为“${word}”？` };

export const EXPECTED: Readonly<Record<Expected, Wording>> = {
  map: { en: "keys with values", zh: "键和值" },
  list: { en: "a list (lines that begin with “- ”)", zh: "列表（各行以“- ”开头）" },
  text: { en: "a text", zh: "文字" },
  pair: { en: "a text in both languages (zh: …, en: …)", zh: "中英文对照（zh: …、en: …）" },
  block: {
    en: "a paragraph (zh, en), a heading, subheading, list, quote, figure or table",
    zh: "段落（zh、en）或 heading、subheading、list、quote、figure、table",
  },
  "whole-number": { en: "a whole number from 1 to 999999", zh: "1 到 999999 的整数" },
  columns: { en: "1 or 2", zh: "1 或 2" },
  measure: { en: "auto, or a whole number of ems such as 16", zh: "auto，或以 em 计的整数，如 16" },
  number: { en: "a number of 0 or more", zh: "不小于 0 的数字" },
  boolean: { en: "true or false", zh: "true 或 false" },
  length: { en: "a length such as 10.5pt, 25mm, 2em or 五号", zh: "长度，如 10.5pt、25mm、2em 或五号" },
  ems: { en: "a length in em, such as 0.25em", zh: "以 em 计的长度，如 0.25em" },
  percent: { en: "a percentage such as 4%", zh: "百分数，如 4%" },
  colour: {
    en: 'a colour: rgb as "#B3211C", cmyk as four percentages',
    zh: '颜色：rgb 写作 "#B3211C"，cmyk 写四个百分数',
  },
  "issue-number": { en: "a year and a number, such as 2024-14", zh: "年份与期号，如 2024-14" },
  key: {
    en: "a name of letters, digits, hyphens and underscores",
    zh: "由字母、数字、连字符或下划线组成的名称",
  },
};

/** A text as it stands between quotation marks: single ones where it holds what double ones would read otherwise. */
const quotedText = (text: string): string =>
  /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

export const SYNTAX: Readonly<Record<SyntaxFault, (detail: string) => Wording>> = {
  tab: () => ({ en: "a tab stands here; indent with spaces", zh: "此处是制表符；请用空格缩进" }),
  tabs: (it) => ({
    en: `${it} lines are indented with tabs, from here on; indent with spaces (editors can replace them all at once)`,
    zh: `从此处起有 ${it} 行用制表符缩进；请改用空格（编辑器可一次全部替换）`,
  }),
  anchor: (it) => ({
    en: `a value that starts with & must be quoted, or “${it}” is lost: ${quotedText(`${it} …`)}`,
    zh: `以 & 开头的文字要加引号，否则“${it}”会丢失：${quotedText(`${it} …`)}`,
  }),
  alias: (it) => ({
    en: `a value that starts with * must be quoted: ${quotedText(it)}`,
    zh: `以 * 开头的文字要加引号：${quotedText(it)}`,
  }),
  tag: (it) => ({
    en: `a value that starts with ! must be quoted, or “${it}” is lost: ${quotedText(`${it} …`)}`,
    zh: `以 ! 开头的文字要加引号，否则“${it}”会丢失：${quotedText(`${it} …`)}`,
  }),
  "merge-mark": () => ({
    en: "two versions of this file were joined and a choice is left to make here; keep one of them and delete the marks",
    zh: "此处是两个版本合并后留下的冲突标记；请保留其中一个，并删去标记",
  }),
  directive: () => ({
    en: "a line that starts with % is an instruction to YAML; leave it out",
    zh: "以 % 开头的行是 YAML 指令；请删去",
  }),
  "second-document": () => ({
    en: "“---” begins a second document, and a file holds one; delete this line",
    zh: "“---”之后成了第二份文档，而一个文件只放一份；请删去此行",
  }),
  "comment-behind-text": (it) => ({
    en: `what follows “ #” would be lost from “${it}…”; quote the whole text, or put the comment on a line of its own`,
    zh: `“ #”之后的内容会从“${it}…”中丢失；请给整段文字加引号，或把注释另起一行`,
  }),
  "complex-key": () => ({
    en: "a key must be a plain word; quote a text that begins with “? ” or a bracket",
    zh: "键只能是普通的词；以“? ”或括号开头的文字请加引号",
  }),
  "too-deep": () => ({
    en: "lists and keys stand too deep inside each other; take some levels away",
    zh: "列表和键嵌套太深；请减少层次",
  }),
  "unclosed-quote": (it) => {
    const quote = it[0] ?? '"';
    return {
      en: `this quotation mark is never closed; close it behind the text with a straight ${quote}`,
      zh: `这个引号没有配对；请在文字末尾补上半角引号 ${quote}`,
    };
  },
  "quote-in-quotes": (it) =>
    it.startsWith("'")
      ? {
          en: "this ' ends the text, and more of it follows; write two ('') for one inside it, or ’",
          zh: "此处的 ' 结束了文字，后面却还有；文字里的 ' 请写两个（''），或写成 ’",
        }
      : {
          en: 'this " ends the text, and more of it follows; write \\" inside it, or “ ”',
          zh: '此处的 " 结束了文字，后面却还有；文字里的引号请写成 \\"，或用“”',
        },
  "backslash-in-quotes": () => ({
    en: "between double quotation marks a backslash is written twice (\\\\); between single ones ('…') once",
    zh: "双引号里的反斜杠要写两个（\\\\）；改用单引号（'…'）则写一个",
  }),
  "text-behind-quote": () => ({
    en: "text stands behind the closing quotation mark or bracket; quote the whole value",
    zh: "后引号或后括号之后还有文字；请给整个值加引号",
  }),
  "unquoted-colon": (it) =>
    /^[“”‘’「『]/.test(it)
      ? {
          en: 'Chinese quotation marks are part of the text; put straight ones (") around a text with a colon as well',
          zh: '中文引号只是文字的一部分；带冒号的文字请在两端再加上半角引号 "',
        }
      : {
          en: "the text has a colon and a space in it; put quotes around text with a colon",
          zh: "文字里有冒号加空格；请给带冒号的文字加引号",
        },
  "reserved-start": (it) => ({
    en: `a value cannot start with “${[...it][0] ?? ""}” unless it is quoted`,
    zh: `值不能以“${[...it][0] ?? ""}”开头；请加引号`,
  }),
  "full-width-colon": () => ({
    en: "full-width “：” found; a key needs “:” and a space",
    zh: "此处是全角冒号“：”；键后面要用半角“:”加空格",
  }),
  "full-width-comma": () => ({
    en: "full-width “，” found; a comma and a space (“, ”) part the entries inside { }",
    zh: "此处是全角逗号“，”；{ } 里各项之间要用半角“,”加空格",
  }),
  "full-width-bracket": (it) => {
    const plain = it.normalize("NFKC");
    return {
      en: `full-width “${it}” found; write “${plain}”`,
      zh: `此处是全角括号“${it}”；请改用半角“${plain}”`,
    };
  },
  "no-space": (it) => ({
    en: `“${it}” has no ordinary space behind it; type one there`,
    zh: `“${it}”后面缺少半角空格；请补上`,
  }),
  "no-dash": (it) => ({
    en: `an entry of a list begins with “- ” (a hyphen and a space), not “${it.trim()}”`,
    zh: `列表各项以“- ”开头（半角连字符加空格），不能写成“${it.trim()}”`,
  }),
  "extra-dash": (it) => ({
    en: `“- ” before “${it}” begins another article; put blanks for the dash, so that “${it}” belongs to the one above`,
    zh: `“${it}”前的“- ”另起了一篇文章；请把“-”换成空格，使它归入上面一篇`,
  }),
  "bad-indent": () => ({
    en: "this line does not line up with the ones above; keys that belong together, and the dashes of a list, begin in the same column",
    zh: "本行缩进与上文不齐；并列的键、同一列表的“-”要从同一列开始",
  }),
  "no-value": () => ({
    en: "a key needs “:” and a value; write them behind it",
    zh: "键后面要有“:”和值；请补上",
  }),
  "pair-behind-key": (it) => ({
    en: `“${it}” cannot stand behind another key on its line; put { } around both languages, or “${it}” on the next line, indented further`,
    zh: `“${it}”不能写在另一个键后面；请用 { } 括起两种语言，或把“${it}”移到下一行并多缩进一些`,
  }),
  "no-key": () => ({
    en: "this line has no key; if it goes on with the text above, indent it further than that text's key; if it is a note, begin it with #",
    zh: "本行没有键；若接着上面的文字，请比那段文字的键多缩进一些；若是备注，请以 # 开头",
  }),
  "list-behind-key": () => ({
    en: "“- ” begins a list item; quote the text, or put the list on the next line",
    zh: "“- ”表示列表项；文字请加引号，列表请另起一行",
  }),
  "bracket-in-text": () => ({
    en: "a bracket stands in unquoted text; put quotes around text with [ ] or { }",
    zh: "没有加引号的文字里有括号；请给含 [ ] 或 { } 的文字加引号",
  }),
  "unclosed-flow": () => ({
    en: "this bracket is never closed; close it behind the last entry",
    zh: "这个括号没有配对；请在末项之后补上后括号",
  }),
  "missing-comma": () => ({
    en: "a comma is missing before this key; inside { } entries are parted by “, ”",
    zh: "这个键前面缺少逗号；{ } 里各项之间要用半角“,”加空格",
  }),
  "stray-bracket": (it) => ({
    en: `nothing is open that “${it[0] ?? ""}” could close; delete it`,
    zh: `“${it[0] ?? ""}”没有对应的前括号；请删去`,
  }),
  "comma-in-braces": (it) => ({
    en: `a comma inside { } ends the text before it, and “${it}” is cut off; put quotes around a text with a comma`,
    zh: `{ } 里的逗号会结束前面的文字，“${it}”被断开了；请给带逗号的文字加引号`,
  }),
  "empty-item": () => ({
    en: 'nothing stands between two commas; delete one, or write "" where a cell of a table is to stay empty',
    zh: '两个逗号之间没有内容；请删去一个，表格中要留空的格子请写 ""',
  }),
  other: () => ({
    en: "this cannot be read as YAML; check quotation marks, colons and indentation",
    zh: "此处不是有效的 YAML；请检查引号、冒号和缩进",
  }),
};

export const KIND: Readonly<Record<"map" | "list", Wording>> = {
  map: { en: "keys with values", zh: "键和值" },
  list: { en: "a list", zh: "列表" },
};

/** Names of the characters that sneak into files most often. */
export const CHARACTERS: Readonly<Record<number, Wording>> = {
  9: { en: "tab", zh: "制表符" },
  11: { en: "vertical tab, a line break of Word", zh: "垂直制表符，Word 的手动换行" },
  13: { en: "carriage return, a line end of old Macs", zh: "回车符，旧式 Mac 的换行" },
  160: { en: "no-break space", zh: "不换行空格" },
  8203: { en: "zero-width space", zh: "零宽空格" },
  8206: { en: "left-to-right mark", zh: "从左至右标记" },
  8207: { en: "right-to-left mark", zh: "从右至左标记" },
  8232: { en: "line separator", zh: "行分隔符" },
  8233: { en: "paragraph separator", zh: "段落分隔符" },
  12288: { en: "full-width space", zh: "全角空格" },
  65279: { en: "byte order mark", zh: "字节顺序标记" },
  65532: { en: "place of a picture or an object", zh: "图片或对象的占位符" },
  65533: { en: "a character that was lost", zh: "已丢失的字符" },
};

export const LANGUAGE = { zh: { en: "Chinese", zh: "中文" }, en: { en: "English", zh: "英文" } } as const;

export const ENCODING = {
  gbk: "GBK",
  big5: "Big5",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
} as const;

/** What `explain` tells of a text. */
export const EXPLAINED = {
  breaks: { en: "breaks (| free, ¦ at a cost)", zh: "断行处（| 可断，¦ 勉强可断）" },
  gaps: { en: "gaps between Han and Latin (˽)", zh: "中西间距（˽）" },
  quotes: { en: "quotation marks (z Chinese, l Latin)", zh: "引号（z 中文，l 西文）" },
  hyphens: { en: "hyphenation", zh: "断词" },
  width: { en: "width", zh: "宽度" },
  chars: { en: "classes and widths in em", zh: "类别与宽度（em）" },
} as const satisfies Readonly<Record<string, Wording>>;

/** What `build --explain` tells of a split of the columns, in its order. */
export const SPLIT: readonly Wording[] = [
  { en: "Chinese measure (em)", zh: "中文栏宽（em）" },
  { en: "height (pt)", zh: "总高（pt）" },
  { en: "blank (pt)", zh: "空白（pt）" },
  { en: "ill lines", zh: "欠佳的行" },
  { en: "cost", zh: "代价" },
];

export const NO_FILE: Wording = {
  en: "there is no such file; check its name and folder",
  zh: "没有这个文件；请核对文件名和文件夹",
};

/** A content folder without anything to set. */
export const noIssues = (folder: string): Wording => ({
  en: `${folder}: no issues here; name the folder with --content, or begin a publication with shuanglan init`,
  zh: `${folder}：此处没有任何一期的文件；请用 --content 写明文件夹，新办刊物请用 shuanglan init`,
});
