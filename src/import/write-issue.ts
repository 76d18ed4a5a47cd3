/** A draft in → the text of an issue's file, in the form that editors know, doubts marked by comments. */
import { LANGUAGES, type Wording } from "../base/language.ts";
import type { Doubt } from "./align.ts";
import type { Draft, DraftArticle, DraftBlock, DraftLabelled, DraftPair, DraftText } from "./draft.ts";
import { byLines } from "./line-languages.ts";
import { extensionOf, type FigureFile, figureName, type Picture, stateOf } from "./picture.ts";
import type { Left } from "./piece.ts";
import { inline, value } from "./yaml-text.ts";

/** Widest line that is kept on one. */
const WIDTH = 110;

/**
 * @param issue Number of the issue, which names its file: `2024-14`.
 * @param fileOf The files of its figures.
 */
export function writeIssue(draft: Draft, issue: string, fileOf = filesOf(draft, issue)): string {
  const { overall, date } = draft.facts;
  return `${[
    [
      "# yaml-language-server: $schema=schema/issue.json",
      `issue: ${issue}`,
      ...fact("overall", overall === null ? null : String(overall)),
      ...fact("date", date),
    ],
    ...(draft.note ? [["note:", ...pairLines(draft.note, 2)]] : []),
    ["articles:", ...draft.articles.flatMap((article) => articleLines(article, fileOf))],
    ...(draft.notes.size > 0 ? [["notes:", ...[...draft.notes].flatMap(noteLines)]] : []),
    ...(draft.imprint.length > 0 ? [["imprint:", ...draft.imprint.flatMap(entryLines)]] : []),
    ...leftParts(draft.left),
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

export type FileOf = (picture: Picture) => FigureFile;

/** Pictures of a draft, in the order of its figures. */
export const picturesIn = (draft: Draft): readonly Picture[] =>
  draft.articles.flatMap(({ body }) =>
    body.flatMap((block) => (block.kind === "figure" ? [block.picture] : [])),
  );

/** Named after the issue, where nothing is known of the folder that they come into. */
function filesOf(draft: Draft, issue: string): FileOf {
  const pictures = picturesIn(draft);
  return (picture) => ({
    src: figureName(issue, pictures.indexOf(picture) + 1, extensionOf(picture)),
    state: stateOf(picture.bytes),
  });
}

/** What has no place in the file, so that it is not lost. */
const told = (name: keyof typeof REMARKS, text: string): string =>
  `${remark(name)} ${text.replace(/\s+/g, " ")}`;

/** What was left out, a line for each kind of it. */
function leftParts(left: readonly Left[]): readonly (readonly string[])[] {
  const kinds = [...new Set(left.map(({ kind }) => kind))];
  const lines = kinds.map((kind) => {
    const texts = left.flatMap((it) => (it.kind === kind ? [it.text] : []));
    return told(kind, [...new Set(texts)].join(" | "));
  });
  return lines.length > 0 ? [lines] : [];
}

/** What an editor still has to do, said where it has to be done. */
export const REMARKS = {
  missing: { zh: "请填写：原稿里没有找到。", en: "Fill in: not found in the original." },
  masthead: {
    zh: "以下文字视为报头，未收入本期；如属正文请补入：",
    en: "Taken for the masthead and left out; put it in if it is text:",
  },
  author: {
    zh: "请核对：标题下的人名写作署名：",
    en: "Check: names below a title were taken for those of its authors:",
  },
  title: {
    zh: "请核对：以下标题与文章标题样式相同，如另起一篇，请分开：",
    en: "Check: these headings have the style of the title; make an article of each that begins one:",
  },
  picture: {
    zh: "没有找到图片文件，请存入内容文件夹，文件名与下面的 src 一致：",
    en: "The picture's file was not found; save it in the content folder under the name at src below:",
  },
  unprintable: {
    zh: "图片不是 PNG 或 JPEG，请另存为其中一种，并改下面的 src：",
    en: "The picture is neither PNG nor JPEG; save it as one of these and correct src below:",
  },
  alt: {
    zh: "请填写替代文字（alt）：图中有什么，供看不见图的读者了解。",
    en: "Fill in the alternative text (alt): what the picture shows, for readers who do not see it.",
  },
  caption: {
    zh: "请填写图注的另一种语言。",
    en: "Fill in the caption in the other language.",
  },
  outside: { zh: "正文以外的图片未导入：", en: "Pictures outside of the text were not taken over:" },
  length: {
    zh: "请核对：两种语言长短悬殊，可能配错。",
    en: "Check: the two sides differ much in length and may be no pair.",
  },
  numbers: {
    zh: "请核对：两种语言里的数字不同，可能配错。",
    en: "Check: the figures differ between the two sides; they may be no pair.",
  },
  names: {
    zh: "请核对：两种语言里的人名不同，可能配错。",
    en: "Check: the two sides name different persons; they may be no pair.",
  },
  joined: {
    zh: "请核对：一种语言的两段合成了一段。",
    en: "Check: two paragraphs of one language were put together.",
  },
  apart: {
    zh: "请核对：这两段在原稿里不相邻，可能各缺另一种语言。",
    en: "Check: these two do not stand together in the original; each may lack its other language.",
  },
  rows: {
    zh: "请核对：两种语言的表行数或列数不同，多出的没有配对。",
    en: "Check: the tables of the two languages differ in rows or columns; what is over stands alone.",
  },
  alone: { zh: "请核对：缺少另一种语言。", en: "Check: the other language is missing." },
  folio: { zh: "当作页码略去：", en: "Left out as numbers of pages:" },
  header: { zh: "页眉、页脚未导入：", en: "Headers and footers were not taken over:" },
  contents: { zh: "目录未导入：", en: "The table of contents was not taken over:" },
  columns: { zh: "栏头、序号未导入：", en: "Heads of columns and their numbers were not taken over:" },
  front: { zh: "文件开头的说明未导入：", en: "Front matter was not taken over:" },
  platform: {
    zh: "公众号页面上的文字未导入：",
    en: "Lines that WeChat puts around a text were not taken over:",
  },
  comment: { zh: "批注未导入：", en: "Comments were not taken over:" },
  tracked: {
    zh: "修订已全部接受，请核对（[-删去-]{+加入+}）：",
    en: "Check: tracked changes were accepted ([-deleted-]{+inserted+}):",
  },
  levels: {
    zh: "列表只有一级，请核对以下原属下级的各项：",
    en: "Check: lists have one level; these entries stood a level below:",
  },
  merged: {
    zh: "合并的单元格已拆开，内容在第一格，请核对表格：",
    en: "Check: merged cells were taken apart, their text is in the first; tables:",
  },
  formula: { zh: "公式已写成一行，请核对：", en: "Check: formulas were written on one line:" },
  sign: { zh: "请核对：读不出的符号写作〓：", en: "Check: signs that could not be read are written 〓:" },
  hidden: { zh: "隐藏文字未导入：", en: "Hidden text was not taken over:" },
  repeated: {
    zh: "文本框里的文字与正文重复，未导入：",
    en: "Text boxes that repeat the text were not taken over:",
  },
  box: {
    zh: "请核对：文本框里的文字放在文本框所在的段落之前：",
    en: "Check: what stood in text boxes stands before the paragraph that each hangs at:",
  },
} as const satisfies Readonly<
  Record<Doubt | Left["kind"] | "missing" | "picture" | "unprintable" | "alt" | "caption", Wording>
>;

/** A file speaks both languages, whoever reads it. */
export const remark = (name: keyof typeof REMARKS): string => `# ${REMARKS[name].zh} ${REMARKS[name].en}`;

/** A fact without a value is told by the next build, with its place. */
const fact = (key: string, text: string | null): readonly string[] =>
  text === null ? [remark("missing"), `${key}:`] : [`${key}: ${text}`];

const pad = (depth: number): string => " ".repeat(depth);

function pairLines(pair: DraftPair, depth: number): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const text = pair[language];
    return text === null ? [] : [`${pad(depth)}${language}:${value(text, depth)}`];
  });
}

function articleLines(article: DraftArticle, fileOf: FileOf): readonly string[] {
  const { series, title, body, credits } = article;
  const head = [
    ...(series ? ["    series:", ...pairLines(series, 6)] : []),
    ...(title.zh === null || title.en === null ? [`    ${remark("missing")}`] : []),
    "    title:",
    ...pairLines(title, 6),
  ];
  return [
    ...head.map((line, k) => (k === 0 ? line.replace("    ", "  - ") : line)),
    "    body:",
    body.map((block) => blockLines(block, fileOf).join("\n")).join("\n\n"),
    ...(credits.length > 0
      ? ["", "    credits:", ...credits.flatMap((credit) => labelledLines(credit, 6, ""))]
      : []),
  ];
}

function blockLines(block: DraftBlock, fileOf: FileOf): readonly string[] {
  return [...(block.doubt ? [`      ${remark(block.doubt)}`] : []), ...partLines(block, fileOf)];
}

function partLines(block: DraftBlock, fileOf: FileOf): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return pairLines(block.text, 8).map((line, k) =>
        k === 0 ? line.replace("        ", "      - ") : line,
      );
    case "list":
      return [
        "      - list:",
        ...block.items.flatMap((item) =>
          pairLines(item, 12).map((line, k) => (k === 0 ? `          - ${line.trimStart()}` : line)),
        ),
        ...(block.ordered ? ["        ordered: true"] : []),
      ];
    case "table": {
      const [head = [], ...rows] = block.rows;
      return [
        "      - table:",
        ...(block.caption ? ["          caption:", ...pairLines(block.caption, 12)] : []),
        "          head:",
        ...head.map((cell) => `            - ${textOf(cell)}`),
        "          rows:",
        ...rows.flatMap((row) =>
          row.map((cell, k) => `            ${k === 0 ? "- - " : "  - "}${textOf(cell)}`),
        ),
      ];
    }
    case "figure":
      return figureLines(block, fileOf(block.picture));
    default:
      return [`      - ${block.kind}:`, ...pairLines(block.text, 10)];
  }
}

type Figure = Extract<DraftBlock, { readonly kind: "figure" }>;

/** What an editor has to add stands above: a picture, its alternative text, the other language of both. */
function figureLines({ picture, caption }: Figure, { src, state }: FigureFile): readonly string[] {
  const alt = picture.alt === "" ? NO_TEXT : byLines(picture.alt);
  const remarks = [
    ...(state === "missing" ? [told("picture", picture.name)] : []),
    ...(state === "unprintable" ? [told("unprintable", picture.name)] : []),
    ...(alt.zh === null || alt.en === null ? [remark("alt")] : []),
    ...(caption && (caption.zh === null || caption.en === null) ? [remark("caption")] : []),
  ];
  return [
    ...remarks.map((line) => `      ${line}`),
    "      - figure:",
    `          src: ${inline(src)}`,
    "          alt:",
    ...pairLines(alt, 12),
    ...(caption ? ["          caption:", ...pairLines(caption, 12)] : []),
  ];
}

const NO_TEXT: DraftPair = { zh: null, en: null };

/** On one line: a pair in braces. */
function textOf(text: DraftText): string {
  if (typeof text === "string") return inline(text, true);
  const sides = LANGUAGES.flatMap((language) => {
    const side = text[language];
    return side === null ? [] : [`${language}: ${inline(side, true)}`];
  });
  return `{ ${sides.join(", ")} }`;
}

const entryLines = (entry: DraftLabelled): readonly string[] =>
  labelledLines(entry, 2, `role: ${entry.role}`);

function labelledLines({ label, value }: DraftLabelled, depth: number, role: string): readonly string[] {
  const rows = [...(role ? [role] : []), `label: ${textOf(label)}`, ...valueRows(value, depth + 2)];
  return rows.map((row, k) => `${pad(depth)}${k === 0 ? "- " : "  "}${row}`);
}

function valueRows(text: DraftText, depth: number): readonly string[] {
  const row = `value: ${textOf(text)}`;
  if (typeof text === "string" || row.length + depth <= WIDTH) return [row];
  return ["value:", ...pairLines(text, 2)];
}

const noteLines = ([key, text]: readonly [string, DraftPair]): readonly string[] => [
  ...(text.zh === null || text.en === null ? [`  ${remark("alone")}`] : []),
  `  ${inline(key)}:`,
  ...pairLines(text, 4),
];
