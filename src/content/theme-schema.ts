/** What a theme may say, as a schema. */
import * as z from "zod";
import { COLOUR_NAMES, STYLE_NAMES } from "../model/design.ts";
import { about, ems, length, number, oneOf, scalar, text, wholeNumber, word, yes } from "./schema-values.ts";

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
  "article",
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
      bleed: length.optional(),
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
      columns: scalar("columns", /^[12]$/).optional(),
      columnGap: length.optional(),
      measure: scalar("measure", /^(auto|\d{1,2})$/).optional(),
      measureMin: wholeNumber.optional(),
      measureMax: wholeNumber.optional(),
      columnRule: length.optional(),
    })
    .optional(),
  zh: z
    .strictObject({
      level: oneOf("basic", "gb", "strict").optional(),
      marks: oneOf("quanjiao", "tight", "kaiming", "banjiao").optional(),
      lineEnd: oneOf("half", "full").optional(),
      emphasis: oneOf("face", "dots").optional(),
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
        ["wordSpace", "wordSpaceMin", "wordSpaceMax", "wordSpaceEase", "trackLimit"].map((name) => [
          name,
          ems.optional(),
        ]),
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
      nameSpread: number.optional(),
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

export const themeSchema = z
  .strictObject({
    name: word.optional().meta(about("版式名；不写则为文件名。", "Its name; the file's when left out.")),
    extends: word.optional().meta(about("以哪个版式为底。", "The theme that this one changes.")),
    ...sections,
    editions: each(["bilingual", "zh", "en"], z.strictObject(sections)).optional(),
  })
  .meta(about("版式：尺寸、颜色、字体与间距。", "A theme: sizes, colours, faces and distances."));
