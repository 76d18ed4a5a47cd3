/** What an editor may type, as schemas: keys, kinds and forms of values. Texts are read later, with their marks. */
import { z } from "zod";
import { COLOUR_NAMES, STYLE_NAMES } from "../model/design.ts";

/** Descriptions show in editors while typing, in both languages. */
const about = (zh: string, en: string) => ({ description: `${zh} ${en}` });

/** Every scalar arrives as the characters that were typed; editors' own checks know numbers too. */
const TYPED = { type: ["string", "number", "boolean"] } as const;

/** A scalar of one form; `expected` names it in messages. */
const scalar = (expected: string, form: RegExp) =>
  z.string({ error: expected }).regex(form, { error: expected }).meta(TYPED);

const text = z.string({ error: "text" }).meta(TYPED);

const language = {
  zh: text.optional().meta(about("中文。", "Chinese.")),
  en: text.optional().meta(about("英文。", "English.")),
};

/** Both languages, or one text that serves both. */
const pair = z.union([text, z.strictObject(language)], { error: "pair" });

const word = scalar("key", /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u);
const wholeNumber = scalar("whole-number", /^[1-9]\d{0,5}$/);
const yes = scalar("boolean", /^(true|false)$/);

const labelled = { label: pair, value: pair };

const imprintEntry = z.strictObject({
  role: word.meta(
    about("条目的名称，期刊可按名称替换。", "Name of the entry, by which an issue replaces it."),
  ),
  ...labelled,
});

const publicationSchema = z
  .strictObject({
    name: pair.meta(about("刊名。", "Name of the publication.")),
    publisher: pair.meta(about("主办单位。", "Publisher.")),
    theme: word.meta(about("版式，见 content/themes。", "Theme: a file in content/themes.")),
    imprint: z.array(imprintEntry).optional().meta(about("版记。", "Imprint.")),
    glossary: z
      .array(z.strictObject({ zh: text, en: text, short: text.optional() }))
      .optional()
      .meta(about("术语对照。", "Terms that both languages are held to.")),
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
  series: pair.optional().meta(about("专栏名。", "Series line.")),
  title: pair.meta(about("标题；换行保留。", "Title; line breaks are kept.")),
  body: z.array(block).meta(about("正文。", "Body.")),
  credits: z.array(z.strictObject(labelled)).optional().meta(about("署名。", "Credits.")),
});

const issueSchema = z
  .strictObject({
    issue: scalar("issue-number", /^\d{4}-\d{1,3}$/).meta(
      about("年份与期号，如 2024-14。", "Year and number."),
    ),
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

const length = scalar("length", /^(-?\d+(\.\d+)?\s*(pt|mm|em)|-?0(\.0+)?|[初小一二三四五六七八号]{2})$/);
const ems = scalar("ems", /^(\d+(\.\d+)?\s*em|0)$/);
const number = scalar("number", /^\d+(\.\d+)?$/);
const oneOf = (...words: readonly string[]) => z.enum(words as [string, ...string[]]);

const languageStyle = {
  font: word.optional(),
  size: length.optional(),
  leading: length.optional(),
  colour: oneOf(...COLOUR_NAMES).optional(),
  align: oneOf("justify", "left", "centre", "right").optional(),
  indent: length.optional(),
  tracking: ems.optional(),
  hyphenate: yes.optional(),
  letters: oneOf("asTyped", "upper").optional(),
  latinScale: number.optional(),
};

const style = z.strictObject({
  like: oneOf(...STYLE_NAMES).optional(),
  ...languageStyle,
  zh: z.strictObject(languageStyle).optional(),
  en: z.strictObject(languageStyle).optional(),
});

const rgb = scalar("colour", /^#[0-9A-Fa-f]{6}$/);
const colour = z.strictObject({
  rgb: rgb.optional(),
  cmyk: z.array(number).length(4).optional(),
  spot: text.optional(),
  of: oneOf(...COLOUR_NAMES).optional(),
  share: scalar("percent", /^\d+(\.\d+)?%$/).optional(),
});

const space = z.strictObject({ before: length.optional(), after: length.optional() });
const each = <T extends z.ZodType>(names: readonly string[], of: T) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, of.optional()])));

export const SPACES = [
  "note",
  "series",
  "title",
  "subtitle",
  "heading",
  "subheading",
  "list",
  "quote",
  "figure",
  "table",
  "credits",
  "footnotes",
] as const;
export const SINGLE_SPACES = [
  "pair",
  "listIndent",
  "quoteIndent",
  "caption",
  "tablePadding",
  "tableRule",
  "footnoteRule",
] as const;

const sections = {
  page: z
    .strictObject({
      width: length.optional(),
      height: length.optional(),
      margin: each(["top", "right", "bottom", "left"], length).optional(),
    })
    .optional(),
  grid: length.optional(),
  colours: each(COLOUR_NAMES, colour).optional(),
  styles: each(STYLE_NAMES, style).optional(),
  spaces: z
    .strictObject({
      ...Object.fromEntries(SPACES.map((name) => [name, space.optional()])),
      ...Object.fromEntries(SINGLE_SPACES.map((name) => [name, length.optional()])),
    })
    .optional(),
  layout: z
    .strictObject({
      mode: oneOf("parallel", "stacked", "single").optional(),
      columns: scalar("whole-number", /^[12]$/).optional(),
      columnGap: length.optional(),
      measure: scalar("whole-number", /^(auto|\d{1,2})$/).optional(),
      measureMin: wholeNumber.optional(),
      measureMax: wholeNumber.optional(),
      columnRule: length.optional(),
    })
    .optional(),
  zh: z
    .strictObject({
      level: oneOf("basic", "gb", "strict").optional(),
      marks: oneOf("quanjiao", "tight", "kaiming", "banjiao").optional(),
      hanging: yes.optional(),
      mixedGap: ems.optional(),
      mixedGapMin: ems.optional(),
      mixedGapMax: ems.optional(),
      hanStretch: ems.optional(),
    })
    .optional(),
  en: z
    .strictObject({
      ...Object.fromEntries(
        ["hyphenMinLeft", "hyphenMinRight", "hyphenMinWord", "maxHyphenRun"].map((name) => [
          name,
          number.optional(),
        ]),
      ),
      ...Object.fromEntries(["scaleLimit", "hyphenPenalty"].map((name) => [name, number.optional()])),
      ...Object.fromEntries(
        ["wordSpace", "wordSpaceMin", "wordSpaceMax"].map((name) => [name, ems.optional()]),
      ),
      ...Object.fromEntries(
        ["protrusion", "smartQuotes", "flushAfterHeading"].map((name) => [name, yes.optional()]),
      ),
    })
    .optional(),
  masthead: z
    .strictObject({
      ...Object.fromEntries(
        [
          "nameDrop",
          "subnameDrop",
          "numberDrop",
          "publisherDrop",
          "publisherLeading",
          "ruleDrop",
          "ruleWidth",
          "after",
        ].map((name) => [name, length.optional()]),
      ),
      align: oneOf("centre", "left").optional(),
      nameShare: number.optional(),
    })
    .optional(),
  note: z
    .strictObject({
      frame: oneOf("tint", "rules", "none").optional(),
      padding: length.optional(),
      inset: length.optional(),
      rule: length.optional(),
    })
    .optional(),
  imprint: z
    .strictObject({
      ...Object.fromEntries(
        ["rule", "before", "padding", "labelGap"].map((name) => [name, length.optional()]),
      ),
      labelSpread: number.optional(),
    })
    .optional(),
  runningHead: each(["drop", "rule", "ruleDrop"], length).optional(),
  folio: z
    .strictObject({
      drop: length.optional(),
      align: oneOf("centre", "outside").optional(),
      dashes: yes.optional(),
    })
    .optional(),
  widows: wholeNumber.optional(),
  orphans: wholeNumber.optional(),
};

const themeSchema = z
  .strictObject({
    name: word.optional().meta(about("版式名；不写则为文件名。", "Its name; the file's when left out.")),
    extends: word.optional().meta(about("以哪个版式为底。", "The theme that this one changes.")),
    ...sections,
    editions: each(["bilingual", "zh", "en"], z.strictObject(sections)).optional(),
  })
  .meta(about("版式：尺寸、颜色、字体与间距。", "A theme: sizes, colours, faces and distances."));

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
  theme: themeSchema,
  fonts: fontsSchema,
} as const;
export type SchemaName = keyof typeof SCHEMAS;
