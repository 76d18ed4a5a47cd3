/** A diagnostic in → what is said of it, in both languages. The one place where messages are worded. */
import type { Diagnostic, Expected, FontFault, SyntaxFault } from "../base/diagnostic.ts";

export interface Wording {
  readonly en: string;
  readonly zh: string;
}

const EXPECTED: Readonly<Record<Expected, Wording>> = {
  map: { en: "keys with values", zh: "键和值" },
  list: { en: "a list (lines that begin with “- ”)", zh: "列表（各行以“- ”开头）" },
  text: { en: "a text", zh: "文字" },
  pair: { en: "a text in both languages (zh: …, en: …)", zh: "中英文对照（zh: …、en: …）" },
  block: {
    en: "a paragraph (zh, en), a heading, subheading, list, quote, figure or table",
    zh: "段落（zh、en）或 heading、subheading、list、quote、figure、table",
  },
  "whole-number": { en: "a whole number", zh: "整数" },
  number: { en: "a number", zh: "数字" },
  boolean: { en: "true or false", zh: "true 或 false" },
  length: { en: "a length such as 10.5pt, 25mm, 2em or 五号", zh: "长度，如 10.5pt、25mm、2em 或五号" },
  ems: { en: "a length in em, such as 0.25em", zh: "以 em 计的长度，如 0.25em" },
  percent: { en: "a percentage such as 4%", zh: "百分数，如 4%" },
  colour: {
    en: 'a colour: rgb as "#B3211C", cmyk as four percentages',
    zh: '颜色：rgb 写作 "#B3211C"，cmyk 写四个百分数',
  },
  "issue-number": { en: "a year and a number, such as 2024-14", zh: "年份与期号，如 2024-14" },
  address: { en: "an address", zh: "地址" },
  key: {
    en: "a name of letters, digits, hyphens and underscores",
    zh: "由字母、数字、连字符或下划线组成的名称",
  },
};

const SYNTAX: Readonly<Record<SyntaxFault, (detail: string) => Wording>> = {
  tab: () => ({ en: "a tab stands here; indent with spaces", zh: "此处是制表符；请用空格缩进" }),
  anchor: (it) => ({
    en: `a value that starts with & must be quoted, or “${it}” is lost: "${it} …"`,
    zh: `以 & 开头的文字要加引号，否则“${it}”会丢失："${it} …"`,
  }),
  alias: (it) => ({
    en: `a value that starts with * must be quoted: "${it}"`,
    zh: `以 * 开头的文字要加引号："${it}"`,
  }),
  tag: (it) => ({
    en: `a value that starts with ! must be quoted, or “${it}” is lost: "${it} …"`,
    zh: `以 ! 开头的文字要加引号，否则“${it}”会丢失："${it} …"`,
  }),
  directive: () => ({
    en: "a line that starts with % is an instruction to YAML; leave it out",
    zh: "以 % 开头的行是 YAML 指令；请删去",
  }),
  "second-document": () => ({
    en: "“---” begins a second document; a file holds one",
    zh: "“---”开始了第二份文档；一个文件只放一份",
  }),
  "comment-behind-text": (it) => ({
    en: `what follows “ #” would be lost from “${it}…”; quote the whole text, or put the comment on a line of its own`,
    zh: `“ #”之后的内容会从“${it}…”中丢失；请给整段文字加引号，或把注释另起一行`,
  }),
  "complex-key": () => ({ en: "a key must be a plain word", zh: "键只能是普通的词" }),
  "too-deep": () => ({ en: "lists and keys stand too deep inside each other", zh: "列表和键嵌套太深" }),
  "unclosed-quote": () => ({ en: "this quotation mark is never closed", zh: "这个引号没有配对的收尾" }),
  "text-behind-quote": () => ({
    en: "text stands behind the closing quotation mark or bracket; quote the whole value",
    zh: "收尾引号或括号后面还有文字；请给整个值加引号",
  }),
  "unquoted-colon": () => ({
    en: "the text has a colon and a space in it; put quotes around text with a colon",
    zh: "文字里有冒号加空格；请给带冒号的文字加引号",
  }),
  "reserved-start": (it) => ({
    en: `a value can not start with “${[...it][0] ?? ""}” unless it is quoted`,
    zh: `值不能以“${[...it][0] ?? ""}”开头；请加引号`,
  }),
  "full-width-colon": () => ({
    en: "full-width “：” found; a key needs “:” and a space",
    zh: "此处是全角冒号“：”；键后面要用半角“:”加空格",
  }),
  "bad-indent": () => ({
    en: "this line does not line up with the ones above",
    zh: "本行缩进与上文不齐",
  }),
  "no-value": () => ({ en: "a key needs “:” and a value", zh: "键后面要有“:”和值" }),
  "list-behind-key": () => ({
    en: "“- ” begins a list item; quote the text, or put the list on the next line",
    zh: "“- ”表示列表项；文字请加引号，列表请另起一行",
  }),
  "unclosed-flow": () => ({ en: "this bracket is never closed", zh: "这个括号没有配对的收尾" }),
  other: () => ({
    en: "this can not be read as YAML; check quotation marks, colons and indentation",
    zh: "此处不是有效的 YAML；请检查引号、冒号和缩进",
  }),
};

const FONT_FAULT: Readonly<Record<FontFault, Wording>> = {
  "not-a-font": { en: "it is not a font", zh: "不是字体文件" },
  woff: {
    en: "it is a WOFF web font; use the TrueType file (.ttf)",
    zh: "是 WOFF 网页字体；请用 TrueType 文件（.ttf）",
  },
  woff2: {
    en: "it is a WOFF2 web font; use the TrueType file (.ttf)",
    zh: "是 WOFF2 网页字体；请用 TrueType 文件（.ttf）",
  },
  collection: {
    en: "it is a collection of fonts; use the single face as a TrueType file (.ttf)",
    zh: "是字体集合；请用其中单独一款的 TrueType 文件（.ttf）",
  },
  cff: {
    en: "its outlines are PostScript; use the TrueType version (.ttf)",
    zh: "轮廓是 PostScript 格式；请用 TrueType 版本（.ttf）",
  },
  variable: {
    en: "it is a variable font; use a static one for each weight",
    zh: "是可变字体；请为每个字重用静态字体",
  },
  damaged: { en: "the file is damaged", zh: "文件已损坏" },
  restricted: { en: "its licence forbids embedding", zh: "其许可不允许嵌入" },
};

const KIND: Readonly<Record<string, Wording>> = {
  map: { en: "keys with values", zh: "键和值" },
  list: { en: "a list", zh: "列表" },
  nothing: { en: "nothing", zh: "空" },
};

const hint = (word: string | null): Wording =>
  word === null ? { en: "", zh: "" } : { en: `; did you mean “${word}”?`, zh: `；是否应为“${word}”？` };

const code = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** Names of the characters that sneak into files most often. */
const CHARACTERS: Readonly<Record<number, Wording>> = {
  9: { en: "tab", zh: "制表符" },
  160: { en: "no-break space", zh: "不换行空格" },
  8203: { en: "zero-width space", zh: "零宽空格" },
  12288: { en: "full-width space", zh: "全角空格" },
  65279: { en: "byte order mark", zh: "字节顺序标记" },
};

const LANGUAGE = { zh: { en: "Chinese", zh: "中文" }, en: { en: "English", zh: "英文" } } as const;

const ENCODING = { gbk: "GBK", big5: "Big5", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" } as const;

/** Exhaustive: a new code does not compile without its wording. */
export function describe(d: Diagnostic): Wording {
  switch (d.code) {
    case "file-missing":
      return { en: `there is no file ${d.path}`, zh: `没有文件 ${d.path}` };
    case "file-too-large": {
      const limit = d.limit / 1024 / 1024;
      return { en: `the file is larger than ${limit} MB`, zh: `文件超过 ${limit} MB` };
    }
    case "not-utf8": {
      const guess = d.guess ? ENCODING[d.guess] : null;
      return {
        en: `the file is not UTF-8${guess ? ` (it looks like ${guess})` : ""}; save it as UTF-8`,
        zh: `文件不是 UTF-8 编码${guess ? `（看来是 ${guess}）` : ""}；请另存为 UTF-8`,
      };
    }
    case "no-content":
      return { en: "the file has no content", zh: "文件没有内容" };
    case "invisible-character": {
      const name = CHARACTERS[d.codePoint];
      return {
        en: `a character that no reader sees stands here: ${code(d.codePoint)}${name ? ` (${name.en})` : ""}; delete it`,
        zh: `此处有看不见的字符：${code(d.codePoint)}${name ? `（${name.zh}）` : ""}；请删去`,
      };
    }
    case "yaml":
      return SYNTAX[d.fault](d.detail);
    case "duplicate-key":
      return {
        en: `“${d.key}” stands twice; only one can be meant`,
        zh: `“${d.key}”写了两次；只能留一个`,
      };
    case "unknown-key": {
      const near = hint(d.nearest);
      const known = d.nearest === null && d.known.length > 0 ? d.known.join(", ") : "";
      return {
        en: `there is no key “${d.key}” here${near.en}${known ? `; known are ${known}` : ""}`,
        zh: `此处没有“${d.key}”这个键${near.zh}${known ? `；可用的有 ${known}` : ""}`,
      };
    }
    case "missing-key":
      return { en: `“${d.key}” is missing`, zh: `缺少“${d.key}”` };
    case "wrong-type": {
      const expected = EXPECTED[d.expected] ?? EXPECTED.text;
      const found = KIND[d.found] ?? { en: `“${d.found}”`, zh: `“${d.found}”` };
      const path = d.path === "" ? { en: "", zh: "" } : { en: `${d.path}: `, zh: `${d.path}：` };
      return {
        en: `${path.en}expected ${expected.en}, found ${found.en}`,
        zh: `${path.zh}应为${expected.zh}，实为${found.zh}`,
      };
    }
    case "unknown-word": {
      const near = hint(d.nearest);
      return {
        en: `“${d.word}” is not known here${near.en || `; known are ${d.known.join(", ")}`}`,
        zh: `此处不能写“${d.word}”${near.zh || `；可用的有 ${d.known.join("、")}`}`,
      };
    }
    case "empty":
      return {
        en: `nothing is written here${d.path ? ` (${d.path})` : ""}; fill it in, or delete what is not needed`,
        zh: `此处没有内容${d.path ? `（${d.path}）` : ""}；请补上，或删去不需要的部分`,
      };
    case "bad-date":
      return {
        en: `“${d.text}” is no day of the calendar; write year-month-day, such as 2024-09-09`,
        zh: `“${d.text}”不是日历上的日期；请写成年-月-日，如 2024-09-09`,
      };
    case "issue-not-file":
      return {
        en: `the issue is ${d.issue}, but the file is named ${d.file}; make them the same`,
        zh: `期号是 ${d.issue}，文件名却是 ${d.file}；两者应当一致`,
      };
    case "duplicate-role":
      return { en: `the role “${d.role}” stands twice in the imprint`, zh: `版记里“${d.role}”出现了两次` };
    case "unpaired":
      return {
        en: `this text has no ${LANGUAGE[d.missing].en} (${d.missing})`,
        zh: `这段文字没有${LANGUAGE[d.missing].zh}（${d.missing}）`,
      };
    case "unclosed-mark":
      return {
        en: `“${d.mark}” begins a mark that never ends; close it, or write \\${d.mark}`,
        zh: `“${d.mark}”开始的标记没有结束；请补上收尾，或写成 \\${d.mark}`,
      };
    case "bad-link":
      return {
        en: `“${d.uri}” is no address; begin with https://, http://, mailto: or tel:`,
        zh: `“${d.uri}”不是网址；请以 https://、http://、mailto: 或 tel: 开头`,
      };
    case "unknown-note": {
      const near = hint(d.nearest);
      return {
        en: `there is no note “${d.key}” under notes${near.en}`,
        zh: `notes 里没有“${d.key}”这条注${near.zh}`,
      };
    }
    case "unused-note":
      return { en: `no text mentions the note “${d.key}”`, zh: `没有文字引用“${d.key}”这条注` };
    case "missing-glyph":
      return {
        en: `no face has “${d.char}” (${[...d.char].map((c) => code(c.codePointAt(0)!)).join(" ")}; asked first: ${d.face}); change the character or add a fallback font`,
        zh: `没有字体含“${d.char}”（${[...d.char].map((c) => code(c.codePointAt(0)!)).join(" ")}，首选字体：${d.face}）；请换字，或在 fonts.yaml 里添加后备字体`,
      };
    case "overfull-line":
      return {
        en: `a line stands out over its column by ${d.over.toFixed(1)} pt; nothing in it can be parted`,
        zh: `有一行超出栏宽 ${d.over.toFixed(1)} pt；行内无处可断`,
      };
    case "missing-picture":
      return { en: `there is no picture ${d.src}`, zh: `没有图片 ${d.src}` };
    case "bad-picture":
      return {
        en: `${d.src} is neither PNG nor JPEG, or damaged`,
        zh: `${d.src} 不是 PNG 或 JPEG，或已损坏`,
      };
    case "unknown-theme":
      return {
        en: `there is no theme “${d.name}”; there are ${d.known.join(", ")}`,
        zh: `没有“${d.name}”这个版式；现有 ${d.known.join("、")}`,
      };
    case "theme-cycle":
      return { en: `the theme “${d.name}” extends itself in the end`, zh: `版式“${d.name}”最终以自己为底` };
    case "unknown-face": {
      const near = hint(d.nearest);
      return {
        en: `there is no face “${d.face}” under faces${near.en}`,
        zh: `faces 里没有“${d.face}”${near.zh}`,
      };
    }
    case "unknown-font-role": {
      const near = hint(d.nearest);
      return {
        en: `fonts.yaml has no role “${d.role}”${near.en}`,
        zh: `fonts.yaml 里没有“${d.role}”这种用途${near.zh}`,
      };
    }
    case "font-missing":
      return { en: `face ${d.face}: there is no file ${d.file}`, zh: `字体 ${d.face}：没有文件 ${d.file}` };
    case "font-refused": {
      const why = FONT_FAULT[d.fault];
      return {
        en: `face ${d.face}: ${d.file} can not be used, ${why.en}`,
        zh: `字体 ${d.face}：${d.file} 不能使用，${why.zh}`,
      };
    }
  }
}
