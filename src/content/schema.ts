/** What an editor may type, as schemas: keys, kinds and forms of values. Texts are read later, with their marks. */
import * as z from "zod";
import { ISSUE_NUMBER } from "../model/issue-number.ts";
import {
  about,
  describedWord,
  language,
  oneOf,
  pair,
  scalar,
  text,
  wholeNumber,
  word,
  yes,
} from "./schema-values.ts";
import { themeSchema } from "./theme-schema.ts";

const labelled = { label: pair, value: pair };

const imprintEntry = z.strictObject({
  role: describedWord(
    "条目的名称，各期可按此名称替换。",
    "Name of the entry, by which an issue replaces it.",
  ),
  ...labelled,
});

const proof = z.strictObject({
  rules: z
    .record(word, oneOf("off", "note", "warning", "error"))
    .optional()
    .meta(
      about(
        "各条规则的轻重，见 shuanglan proof --rules。",
        "How much each rule weighs; see shuanglan proof --rules.",
      ),
    ),
  profile: oneOf("cn-internal")
    .optional()
    .meta(
      about("cn-internal：连续性内部资料的要求。", "cn-internal: what internal serials in China must print."),
    ),
  words: z
    .array(text)
    .optional()
    .meta(about("拼写无误的英文词。", "English words that are spelt as they should be.")),
});

const publicationSchema = z
  .strictObject({
    name: pair.meta(about("刊名。", "Name of the publication.")),
    publisher: pair.meta(about("主办单位。", "Publisher.")),
    theme: describedWord("版式，见 content/themes。", "Theme: a file in content/themes."),
    imprint: z.array(imprintEntry).optional().meta(about("版记。", "Imprint.")),
    glossary: z
      .array(z.strictObject({ zh: text, en: text, short: text.optional() }))
      .optional()
      .meta(about("术语对照。", "Terms that both languages are held to.")),
    print: z
      .strictObject({
        icc: text
          .optional()
          .meta(about("印刷用的 ICC 特性文件。", "ICC profile of the press, in the content folder.")),
        condition: text
          .optional()
          .meta(about("登记的印刷条件，如 FOGRA39。", "Registered printing condition, such as FOGRA39.")),
      })
      .optional()
      .meta(about("印刷条件，build --print 用。", "Printing condition, for build --print.")),
    proof: proof.optional().meta(about("校对。", "Proofreading.")),
  })
  .meta(about("各期共有的内容。", "What every issue shares."));

/** The kinds of blocks in a body, each known by its own key; a bare pair is a paragraph. */
const blockSchemas = {
  paragraph: z.strictObject(language).meta(about("段落。", "A paragraph.")),
  heading: z.strictObject({ heading: pair }).meta(about("一级标题。", "A heading.")),
  subheading: z.strictObject({ subheading: pair }).meta(about("二级标题。", "A subheading.")),
  list: z.strictObject({ list: z.array(pair), ordered: yes.optional() }).meta(about("列表。", "A list.")),
  quote: z
    .strictObject({ quote: z.strictObject({ ...language, by: pair.optional() }) })
    .meta(about("引文。", "A quotation.")),
  figure: z
    .strictObject({ figure: z.strictObject({ src: text, alt: pair, caption: pair.optional() }) })
    .meta(about("图。", "A figure.")),
  table: z
    .strictObject({
      table: z.strictObject({
        caption: pair.optional(),
        head: z.array(pair),
        rows: z.array(z.array(pair)),
      }),
    })
    .meta(about("表。", "A table.")),
} as const;

const block = z.union(Object.values(blockSchemas), { error: "block" });

const article = z.strictObject({
  series: pair.optional().meta(about("系列名。", "Series line.")),
  title: pair.meta(about("标题；换行保留。", "Title; line breaks are kept.")),
  body: z.array(block).meta(about("正文。", "Body.")),
  credits: z.array(z.strictObject(labelled)).optional().meta(about("署名。", "Credits.")),
});

const issueSchema = z
  .strictObject({
    issue: scalar("issue-number", ISSUE_NUMBER).meta(about("年份与期号，如 2024-14。", "Year and number.")),
    overall: wholeNumber.meta(about("总期号。", "Cumulative number.")),
    date: text.meta(about("出版日期，如 2024-09-09。", "Date of publication.")),
    note: pair.optional().meta(about("编者按。", "Editor's note.")),
    articles: z.array(article).meta(about("文章。", "Articles.")),
    notes: z.record(word, pair).optional().meta(about("脚注。", "Footnotes by key.")),
    imprint: z
      .array(imprintEntry)
      .optional()
      .meta(about("替换版记中的条目。", "Entries of the imprint to replace.")),
  })
  .meta(about("一期。", "One issue."));

const faces = { zh: word.optional(), en: word.optional() };
const role = z.strictObject({
  zh: word,
  en: word,
  bold: z.strictObject(faces).optional(),
  emphasis: z.strictObject(faces).optional(),
  boldEmphasis: z.strictObject(faces).optional(),
});

const fontsSchema = z
  .strictObject({
    faces: z.record(word, text).meta(about("字体文件。", "Font files by name.")),
    roles: z.record(word, role).meta(about("各种用途用哪款字体。", "Faces for each use.")),
    fallback: z
      .array(word)
      .optional()
      .meta(about("缺字时依次查找。", "Faces asked in turn for a missing character.")),
  })
  .meta(about("字体及其用途。", "Faces and what they are for."));

export const SCHEMAS = {
  issue: issueSchema,
  publication: publicationSchema,
  /** Seldom needed: a theme that was read before is known. */
  get theme() {
    return themeSchema();
  },
  fonts: fontsSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
