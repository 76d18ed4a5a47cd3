/** A theme's values in → those that no page can be made with, each with its place. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Edition, LANGUAGES } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import { type Design, STYLE_NAMES } from "../model/design.ts";
import type { ThemeReader } from "./theme-reader.ts";

/** Widest and highest page that every PDF reader opens (ISO 32000-1, annex C.2, in points). */
const LARGEST_PAGE: Pt = 14_400;
/** The type area holds a few words, and a masthead with a line under it. */
const LEAST_AREA = { width: 72, height: 144 } as const;
/** Smaller type can not be read, nor larger be set in a column. */
const SIZES = { least: 1, most: 400 } as const;

/** Wider than this no space is still one between words, or between Han and Latin. */
const WIDEST_SPACE: Em = 1;

interface Bounds {
  readonly path: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit?: "pt" | "em";
  /** What else the bounds are made from: a theme may say that, and leave the value as it was. */
  readonly from?: readonly string[];
}

/** Ems of Chinese to a line: fewer are no column, and every measure between is tried. */
const MEASURES = { least: 4, most: 80 } as const;
/** Narrowest column of English beside the Chinese. */
const LEAST_ENGLISH: Pt = 36;

/** What leaves less room for measures. */
const BESIDES = [
  "page.width",
  "page.margin.left",
  "page.margin.right",
  "layout.columnGap",
  "styles.body.zh.size",
] as const;

/**
 * The Chinese measures that a theme allows have to leave room for the English beside them.
 *
 * @param isOwn Whether a value stands in the theme that was named, and not in one that it extends.
 */
function measures(
  { layout, page, styles }: Design,
  edition: Edition,
  isOwn: (path: string) => boolean,
): readonly Bounds[] {
  const besides = page.margin.left + page.margin.right + layout.columnGap + LEAST_ENGLISH;
  const room = (page.width - besides) / styles.body.zh.size;
  const isSplit = edition === "bilingual" && layout.mode === "parallel";
  const most = isSplit ? Math.min(MEASURES.most, room) : MEASURES.most;
  const asked = layout.measure ?? layout.measureMin;
  const isAsked = isOwn(layout.measure === null ? "layout.measureMin" : "layout.measure");
  // No measure would do, or the page was made narrow and the measures were left as they were.
  if (most < MEASURES.least || (most < asked && isOwn("page.width") && !isAsked)) {
    const least = besides + Math.min(MEASURES.most, Math.max(MEASURES.least, asked)) * styles.body.zh.size;
    return [{ path: "page.width", value: page.width, least, most: LARGEST_PAGE, from: BESIDES }];
  }
  if (layout.measure !== null)
    return [{ path: "layout.measure", value: layout.measure, ...MEASURES, most, from: BESIDES }];
  const { measureMin: least, measureMax: value } = layout;
  const from = ["layout.measureMin", ...BESIDES];
  return [
    { path: "layout.measureMin", value: least, ...MEASURES, most, from: BESIDES },
    ...(least <= most ? [{ path: "layout.measureMax", value, least, most, from }] : []),
  ];
}

/** A space can not be narrower at its widest, nor wider at its narrowest, than it is by itself. */
function elastic(path: string, [least, own, most]: readonly [Em, Em, Em]): readonly Bounds[] {
  return [
    { path: `${path}Min`, value: least, least: 0, most: own, unit: "em", from: [path] },
    { path, value: own, least: 0, most: WIDEST_SPACE, unit: "em" },
    { path: `${path}Max`, value: most, least: own, most: WIDEST_SPACE, unit: "em", from: [path] },
  ];
}

/** A style and those that it takes from, the nearest first. */
function alike(reader: ThemeReader, style: string): readonly string[] {
  const chain = [style];
  for (let next = reader.at(`styles.${style}.like`)?.text; next !== undefined && !chain.includes(next); ) {
    chain.push(next);
    next = reader.at(`styles.${next}.like`)?.text;
  }
  return chain;
}

export function outOfBounds(reader: ThemeReader, design: Design, edition: Edition): readonly Diagnostic[] {
  const { page, grid, layout, zh, en } = design;
  const { margin } = page;
  const bounds: readonly Bounds[] = [
    // Of two bounds of the page's width the one that asks for more is told.
    ...measures(design, edition, (path) => reader.isOwn(path)),
    {
      path: "page.width",
      value: page.width,
      least: margin.left + margin.right + LEAST_AREA.width,
      most: LARGEST_PAGE,
      from: ["page.margin.left", "page.margin.right"],
    },
    {
      path: "page.height",
      value: page.height,
      least: margin.top + margin.bottom + LEAST_AREA.height,
      most: LARGEST_PAGE,
      from: ["page.margin.top", "page.margin.bottom"],
    },
    ...(["top", "right", "bottom", "left"] as const).map((side) => ({
      path: `page.margin.${side}`,
      value: margin[side],
      least: 0,
      most: LARGEST_PAGE,
    })),
    { path: "grid", value: grid, least: 0.5, most: 144 },
    { path: "layout.columns", value: layout.columns, least: 1, most: 12 },
    { path: "layout.columnGap", value: layout.columnGap, least: 0, most: page.width, from: ["page.width"] },
    ...elastic("zh.mixedGap", [zh.mixedGapMin, zh.mixedGap, zh.mixedGapMax]),
    ...elastic("en.wordSpace", [en.wordSpaceMin, en.wordSpace, en.wordSpaceMax]),
    ...STYLE_NAMES.flatMap((name) =>
      LANGUAGES.flatMap((language): Bounds[] => {
        const { size, leading } = design.styles[name][language];
        const chain = alike(reader, name).map((like) => `styles.${like}.${language}`);
        const path = chain[0]!;
        const sizes = chain.map((of) => `${of}.size`);
        const from = [...chain.map((of) => `${of}.leading`), ...sizes];
        return [
          { path: `${path}.size`, value: size, ...SIZES, from: sizes },
          { path: `${path}.leading`, value: leading, least: size / 2, most: 10 * SIZES.most, from },
        ];
      }),
    ),
    ...reader.lengths.map(({ path, value }) => ({ path, value, least: -LARGEST_PAGE, most: LARGEST_PAGE })),
  ];
  const told = new Set<string>();
  return bounds.flatMap(({ path, value, least, most, unit = "pt", from = [] }): Diagnostic[] => {
    if (value >= least - 1e-6 && value <= most) return [];
    // What the theme that was named says is told, and not what it left as it was.
    const span = reader.spanOf([path, ...from]);
    const place = `${span.file} ${span.start}`;
    if (told.has(place)) return [];
    told.add(place);
    return [{ code: "out-of-range", severity: "error", span, path, value, least, most, unit }];
  });
}
