/** A simple font of a PDF in → the widths of its codes, as its dictionary and as its program say them (ISO 32000-1, 9.6). */
import { fontInMemory } from "../font/font-source.ts";
import { advances, mapOf, openSfnt, type Sfnt, unitsPerEmOf } from "../font/sfnt.ts";
import { FLAGS } from "../pdf/descriptor.ts";
import { cffWidths, readCff } from "./cff.ts";
import { embeddedIn } from "./font-program.ts";
import { characterOf, ENCODINGS, type Encoding } from "./glyph-names.ts";
import type { OpenPdf } from "./open-pdf.ts";
import { readType1 } from "./type1.ts";
import { Name, type Parsed, Stream } from "./values.ts";

/** Thousandths of an em by code; undefined where it is not known. */
export type CodeWidths = (code: number) => number | undefined;

/** What the dictionary says. */
export function saidCodeWidths(pdf: OpenPdf, font: Parsed): CodeWidths {
  const widths = pdf.numbers(pdf.get(font, "Widths"));
  const first = Number(pdf.get(font, "FirstChar") ?? 0);
  const otherwise = Number(pdf.path(font, "FontDescriptor", "MissingWidth") ?? 0);
  // One of the fourteen fonts that every reader has need not say any.
  return widths.length === 0 ? () => undefined : (code) => widths[code - first] ?? otherwise;
}

/**
 * What the program says.
 *
 * @throws Where it can not be read.
 */
export function programCodeWidths(pdf: OpenPdf, font: Parsed): CodeWidths {
  const [type1, trueType, other] = embeddedIn(pdf, font);
  const said = encodingOf(pdf, font);
  if (type1 instanceof Stream) {
    const { widths, encoding } = readType1(pdf.content(type1));
    return (code) => widths.get(said.names(code) ?? (said.hasBase ? "" : (encoding(code) ?? "")));
  }
  if (trueType instanceof Stream) {
    const isSymbolic = (Number(pdf.path(font, "FontDescriptor", "Flags") ?? 0) & FLAGS.symbolic) !== 0;
    return ofTrueType(
      openSfnt(fontInMemory(pdf.content(trueType))),
      isSymbolic || !said.isSaid ? null : said.names,
    );
  }
  if (!(other instanceof Stream) || pdf.name(other, "Subtype") !== "Type1C") return () => undefined;
  const cff = readCff(pdf.content(other));
  const { names, codes } = cff.named();
  const widths = cffWidths(cff);
  return (code) => {
    const name = said.names(code);
    const place = name !== undefined ? names.get(name) : said.hasBase ? undefined : codes.get(code);
    return place === undefined ? undefined : widths.get(place);
  };
}

/** Glyphs of a simple font by their names. */
export interface NamedGlyphs {
  /** Of all glyphs that there are. */
  readonly names: ReadonlySet<string>;
  /** What a code shows, by the dictionary, or by the program where that says nothing. */
  readonly nameOf: Encoding;
}

/**
 * The glyphs of a program that knows them by names; null where there is none.
 *
 * @throws Where it can not be read.
 */
export function namedGlyphsOf(pdf: OpenPdf, font: Parsed): NamedGlyphs | null {
  const [type1, , other] = embeddedIn(pdf, font);
  const said = encodingOf(pdf, font);
  const named = (names: Iterable<string>, own: Encoding): NamedGlyphs => ({
    names: new Set(names),
    nameOf: (code) => said.names(code) ?? (said.hasBase ? undefined : own(code)),
  });
  if (type1 instanceof Stream) {
    const { widths, encoding } = readType1(pdf.content(type1));
    return named(widths.keys(), encoding);
  }
  if (!(other instanceof Stream) || pdf.name(other, "Subtype") !== "Type1C") return null;
  const { names, codes } = readCff(pdf.content(other)).named();
  const nameAt = new Map([...names].map(([name, place]) => [place, name]));
  return named(names.keys(), (code) => nameAt.get(codes.get(code) ?? -1));
}

interface Said {
  readonly names: Encoding;
  /** The dictionary names an encoding for the codes that it gives no names of their own. */
  readonly hasBase: boolean;
  readonly isSaid: boolean;
}

/** How the dictionary of a simple font names its codes. */
export function encodingOf(pdf: OpenPdf, font: Parsed): Said {
  const held = pdf.get(font, "Encoding");
  const base = ENCODINGS[(held instanceof Name ? held.name : pdf.name(held, "BaseEncoding")) ?? ""];
  const own = new Map<number, string>();
  let code = 0;
  for (const entry of pdf.list(pdf.get(held, "Differences"))) {
    const value = pdf.value(entry);
    if (value instanceof Name) own.set(code++, value.name);
    else code = Number(value);
  }
  const names = (at: number) => own.get(at) ?? base?.(at);
  return { names, hasBase: base !== undefined, isSaid: base !== undefined || own.size > 0 };
}

/** @param names Null for a font of symbols, whose codes are those of its own maps (9.6.6.4). */
function ofTrueType(sfnt: Sfnt, names: Encoding | null): CodeWidths {
  const em = unitsPerEmOf(sfnt);
  const advance = advances(sfnt);
  const [symbols, mac, unicode] = [mapOf(sfnt, 3, 0), mapOf(sfnt, 1, 0), mapOf(sfnt, 3, 1)];
  const glyphOf = (code: number): number => {
    if (names === null) return symbols?.(code) || symbols?.(0xf000 + code) || mac?.(code) || 0;
    const character = characterOf(names(code) ?? "");
    return character === null ? 0 : (unicode?.(character) ?? 0);
  };
  return (code) => {
    const gid = glyphOf(code);
    return gid === 0 ? undefined : (advance(gid) * 1000) / em;
  };
}
