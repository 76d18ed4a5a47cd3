/** What a theme may say, as a schema. */
import * as z from "zod";
import { EDITIONS } from "../base/language.ts";
import { COLOUR_NAMES, STYLE_NAMES } from "../model/design.ts";
import {
  about,
  ems,
  length,
  number,
  oneOf,
  optional,
  scalar,
  text,
  wholeNumber,
  word,
  yes,
} from "./schema-values.ts";

/** Parts of the pages with white space before and behind them. */
const SPACES = [
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
];
const SINGLE_SPACES = [
  "pair",
  "article",
  "listIndent",
  "quoteIndent",
  "caption",
  "tablePadding",
  "tableRule",
  "footnoteRule",
];

const DROPS = ["nameDrop", "subnameDrop", "numberDrop", "publisherDrop", "publisherLeading", "ruleDrop"];

const each = <T extends z.ZodType>(names: readonly string[], form: T) =>
  z.strictObject(optional(names, form));

let made: ReturnType<typeof make> | null = null;

/** Made when it is first asked for. */
export function themeSchema() {
  made ??= make();
  return made;
}

function make() {
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
    spaces: z.strictObject({ ...optional(SPACES, space), ...optional(SINGLE_SPACES, length) }).optional(),
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
        ...optional(["mixedGap", "mixedGapMin", "mixedGapMax", "hanStretch"], ems),
      })
      .optional(),
    en: z
      .strictObject({
        ...optional(["hyphenMinLeft", "hyphenMinRight", "hyphenMinWord", "maxHyphenRun"], number),
        ...optional(["scaleLimit", "hyphenPenalty"], number),
        ...optional(["wordSpace", "wordSpaceMin", "wordSpaceMax", "wordSpaceEase", "trackLimit"], ems),
        ...optional(["protrusion", "smartQuotes", "flushAfterHeading"], yes),
      })
      .optional(),
    masthead: z
      .strictObject({
        ...optional([...DROPS, "ruleWidth", "after"], length),
        align: oneOf("centre", "left").optional(),
        nameShare: number.optional(),
      })
      .optional(),
    note: z
      .strictObject({
        frame: oneOf("tint", "rules", "none").optional(),
        ...optional(["padding", "inset", "rule"], length),
      })
      .optional(),
    imprint: z
      .strictObject({
        ...optional(["rule", "before", "padding", "labelGap"], length),
        ...optional(["labelSpread", "nameSpread"], number),
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

  return z
    .strictObject({
      name: word.optional().meta(about("版式名；不写则为文件名。", "Its name; the file's when left out.")),
      extends: word.optional().meta(about("以哪个版式为底。", "The theme that this one changes.")),
      ...sections,
      editions: each(EDITIONS, z.strictObject(sections)).optional(),
    })
    .meta(about("版式：尺寸、颜色、字体与间距。", "A theme: sizes, colours, faces and distances."));
}
