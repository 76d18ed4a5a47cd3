/** A theme's name and an edition in → the design: every length in points, nothing left out. */
import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { mm } from "../base/length.ts";
import type { Span } from "../base/span.ts";
import type { Design, Space } from "../model/design.ts";
import type { FontBook } from "../model/font-book.ts";
import { nearest } from "./nearest.ts";
import { readColours } from "./read-colours.ts";
import { fontNodes, readStyles } from "./read-styles.ts";
import { outOfBounds } from "./theme-bounds.ts";
import { ThemeReader } from "./theme-reader.ts";
import { type LoadTheme, mergeTheme } from "./theme-values.ts";

export interface ThemeRequest {
  readonly name: string;
  /** Where the name was typed. */
  readonly at: Span;
  readonly load: LoadTheme;
  /** Names of the themes there are. */
  readonly known: readonly string[];
  readonly edition: Edition;
  /** Roles that styles may name; null where the fonts' own file has faults. */
  readonly fonts: FontBook | null;
}

export function readTheme(request: ThemeRequest): Result<Design> {
  const { name, load, known, edition, at, fonts } = request;
  const found: Diagnostic[] = [];
  const merged = mergeTheme(name, load, known, edition, at, found);
  if (!merged) return { value: null, diagnostics: found };
  const reader = new ThemeReader(merged.values, merged.span);
  const design = readDesign(reader, name);
  found.push(...reader.found);
  if (found.length === 0) found.push(...outOfBounds(reader, design, edition));
  if (fonts) found.push(...unknownRoles(reader, fonts));
  return { value: hasErrors(found) ? null : design, diagnostics: found };
}

function unknownRoles(reader: ThemeReader, fonts: FontBook): readonly Diagnostic[] {
  const nodes = new Map(fontNodes(reader).map((node) => [`${node.span.file}:${node.span.start}`, node]));
  return [...nodes.values()].flatMap(({ span, text: role }): Diagnostic[] =>
    fonts.roles.has(role)
      ? []
      : [
          {
            code: "unknown-font-role",
            severity: "error",
            span,
            role,
            nearest: nearest(role, fonts.roles.keys()),
          },
        ],
  );
}

/** What printers ask for where a theme does not say. */
const BLEED = mm(3);

function readDesign(reader: ThemeReader, name: string): Design {
  const l = (path: string) => reader.length(path);
  const space = (part: string): Space => ({
    before: l(`spaces.${part}.before`),
    after: l(`spaces.${part}.after`),
  });
  const measure = reader.text("layout.measure");
  return {
    name,
    page: {
      width: l("page.width"),
      height: l("page.height"),
      margin: {
        top: l("page.margin.top"),
        right: l("page.margin.right"),
        bottom: l("page.margin.bottom"),
        left: l("page.margin.left"),
      },
      bleed: reader.at("page.bleed") ? l("page.bleed") : BLEED,
    },
    grid: l("grid"),
    colours: readColours(reader),
    styles: readStyles(reader),
    spaces: {
      pair: l("spaces.pair"),
      article: reader.at("spaces.article") ? l("spaces.article") : 0,
      note: space("note"),
      series: space("series"),
      title: space("title"),
      subtitle: space("subtitle"),
      heading: space("heading"),
      subheading: space("subheading"),
      list: space("list"),
      quote: space("quote"),
      figure: space("figure"),
      table: space("table"),
      credits: space("credits"),
      listIndent: l("spaces.listIndent"),
      quoteIndent: l("spaces.quoteIndent"),
      caption: l("spaces.caption"),
      tablePadding: l("spaces.tablePadding"),
      tableRule: l("spaces.tableRule"),
      footnotes: space("footnotes"),
      footnoteRule: l("spaces.footnoteRule"),
    },
    layout: {
      mode: reader.word("layout.mode"),
      columns: reader.number("layout.columns"),
      columnGap: l("layout.columnGap"),
      measure: measure === "auto" ? null : Number(measure),
      measureMin: reader.number("layout.measureMin"),
      measureMax: reader.number("layout.measureMax"),
      columnRule: l("layout.columnRule"),
    },
    zh: {
      level: reader.word("zh.level"),
      marks: reader.word("zh.marks"),
      lineEnd: reader.word("zh.lineEnd"),
      emphasis: reader.word("zh.emphasis"),
      hanging: reader.flag("zh.hanging"),
      mixedGap: reader.em("zh.mixedGap"),
      mixedGapMin: reader.em("zh.mixedGapMin"),
      mixedGapMax: reader.em("zh.mixedGapMax"),
      hanStretch: reader.em("zh.hanStretch"),
    },
    en: {
      hyphenMinLeft: reader.number("en.hyphenMinLeft"),
      hyphenMinRight: reader.number("en.hyphenMinRight"),
      hyphenMinWord: reader.number("en.hyphenMinWord"),
      maxHyphenRun: reader.number("en.maxHyphenRun"),
      scaleLimit: reader.number("en.scaleLimit"),
      trackLimit: reader.em("en.trackLimit"),
      wordSpaceEase: reader.em("en.wordSpaceEase"),
      wordSpace: reader.em("en.wordSpace"),
      wordSpaceMin: reader.em("en.wordSpaceMin"),
      wordSpaceMax: reader.em("en.wordSpaceMax"),
      hyphenPenalty: reader.number("en.hyphenPenalty"),
      protrusion: reader.flag("en.protrusion"),
      smartQuotes: reader.flag("en.smartQuotes"),
      flushAfterHeading: reader.flag("en.flushAfterHeading"),
    },
    masthead: {
      nameDrop: l("masthead.nameDrop"),
      subnameDrop: l("masthead.subnameDrop"),
      numberDrop: l("masthead.numberDrop"),
      publisherDrop: l("masthead.publisherDrop"),
      publisherLeading: l("masthead.publisherLeading"),
      ruleDrop: l("masthead.ruleDrop"),
      ruleWidth: l("masthead.ruleWidth"),
      after: l("masthead.after"),
      align: reader.word("masthead.align"),
      nameShare: reader.number("masthead.nameShare"),
    },
    note: {
      frame: reader.word("note.frame"),
      padding: l("note.padding"),
      inset: l("note.inset"),
      rule: l("note.rule"),
    },
    imprint: {
      rule: l("imprint.rule"),
      before: l("imprint.before"),
      padding: l("imprint.padding"),
      labelGap: l("imprint.labelGap"),
      labelSpread: reader.number("imprint.labelSpread"),
      nameSpread: reader.number("imprint.nameSpread"),
    },
    runningHead: {
      drop: l("runningHead.drop"),
      rule: l("runningHead.rule"),
      ruleDrop: l("runningHead.ruleDrop"),
    },
    folio: { drop: l("folio.drop"), align: reader.word("folio.align"), dashes: reader.flag("folio.dashes") },
    widows: reader.number("widows"),
    orphans: reader.number("orphans"),
  };
}
