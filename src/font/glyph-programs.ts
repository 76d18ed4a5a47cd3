/** Glyph ids of a face in → their charstrings, in which alike parts of the outlines have become the same. */
import { Charstrings } from "./charstring.ts";
import { COMMON_ENGLISH, COMMON_HAN } from "./common-characters.ts";
import { addContour, inOrder } from "./contours.ts";
import { pathReader } from "./cubic-path.ts";
import { outlines } from "./outline.ts";
import { Repeats, type Settled } from "./repeats.ts";
import { characterMap, type Sfnt, unitsPerEmOf } from "./sfnt.ts";
import { type Contour, Steps } from "./steps.ts";

/** Programs that do not depend on the glyphs beside them, and what those to come will repeat. */
export interface KeptGlyphs {
  readonly gids: Int32Array;
  /** Where each program ends. */
  readonly ends: Int32Array;
  readonly programs: Uint8Array;
  /** Null where nothing is repeated. */
  readonly stock: Settled | null;
}

/** The same for characters that most texts are made of, worked out before any run. */
export interface ShippedGlyphs {
  /** @returns Of each glyph its program; null where it is not there. @param gids Ascending: neighbours are read at once. */
  programs(gids: Int32Array): readonly (Uint8Array | null)[];
  /** @returns What glyphs to come will repeat; null where it is not there. */
  stock(): Settled | null;
}

/** Keeps the programs of one face from one run to the next. */
export interface GlyphKeeper {
  /** @returns What came with the program; null for nothing. */
  shipped(units: number): ShippedGlyphs | null;
  /** @param units How far a point may leave its place, font units. */
  recall(units: number): KeptGlyphs | undefined;
  /** @param kept All that is known, asked for when the run ends. */
  keep(units: number, kept: () => KeptGlyphs): void;
}

/** The program of a glyph that nothing is drawn for. */
export const BLANK = new Charstrings().of(new Steps(1), []);

/**
 * How far a cubic curve leaves the quadratic ones it stands for at least, thousandths of an em: what is usual where
 * outlines are made quadratic (fontTools' cu2qu), so that the type is as true to its drawing as it was.
 */
const FIT = 1;

/** The part of the slack that curves take to be fewer. */
const FIT_SHARE = 0.75;

/** Programs that are kept, twice as many as a book asks for at least: a watch of many days would ask for any number. */
const MOST = 4000;

/**
 * Outlines become the cubic curves that they were drawn with, which take a tenth less room; with slack, alike
 * parts of them become the same, which takes another fifth. Glyphs repeat the face's commonest characters, its stock,
 * and nothing else: half a hundredth more room than where those at hand repeat one another, but each has one program,
 * which an edit that brings another character leaves as it is, and which can be made before any text is written.
 */
export class GlyphPrograms {
  readonly #font: Sfnt;
  readonly #units: number;
  readonly #keeper: GlyphKeeper | null;
  readonly #charstrings = new Charstrings();
  readonly #drawn = new Steps(0x400);
  readonly #contoursOf: (gid: number) => readonly Contour[];
  #known: Map<number, Uint8Array> | null = null;
  #shipped: ShippedGlyphs | null = null;
  /** The programs that were asked of it. */
  readonly #taken = new Map<number, Uint8Array>();
  /** What the programs repeat, as another run left it; null where none did. */
  #settled: Settled | null = null;
  /** The same, null before it is needed. */
  #stock: Repeats | null = null;

  /** @param units How far a point may leave its place along each axis, font units. */
  constructor(font: Sfnt, units: number, keeper: GlyphKeeper | null) {
    this.#font = font;
    this.#units = units;
    this.#keeper = keeper;
    const outlineOf = outlines(font);
    const read = pathReader(Math.max((FIT * unitsPerEmOf(font)) / 1000, FIT_SHARE * units));
    this.#contoursOf = (gid) => {
      const contours: Contour[] = [];
      this.#drawn.clear();
      read(outlineOf(gid), (path) => contours.push(addContour(path, this.#drawn)));
      return inOrder(contours);
    };
  }

  /** @returns The programs without the widths. @param gids Without 0. */
  of(gids: readonly number[]): readonly Uint8Array[] {
    const known = this.#recalled();
    if (known.size > Math.max(MOST, 2 * gids.length)) known.clear();
    const before = known.size;
    this.#take(Int32Array.from(gids.filter((gid) => !known.has(gid) && !this.#taken.has(gid))).sort());
    const programs = gids.map((gid) => {
      const taken = this.#taken.get(gid);
      if (taken) return taken;
      const made = known.get(gid) ?? this.#stocked(gid);
      known.set(gid, made);
      return made;
    });
    if (known.size > before) this.#keeper?.keep(this.#units, () => this.#kept());
    return programs;
  }

  #take(gids: Int32Array): void {
    const shipped = this.#shipped?.programs(gids) ?? [];
    shipped.forEach((program, k) => {
      if (program) this.#taken.set(gids[k]!, program);
    });
  }

  #program(gid: number, repeats: Repeats): Uint8Array {
    const contours = this.#contoursOf(gid).map((contour) => repeats.set(this.#drawn, contour));
    return this.#charstrings.of(repeats.steps, contours);
  }

  #stocked(gid: number): Uint8Array {
    this.#stock ??= this.#newStock();
    this.#stock.forget();
    return this.#program(gid, this.#stock);
  }

  #newStock(): Repeats {
    const stock = new Repeats(this.#units);
    const settled = this.#settled ?? this.#shipped?.stock();
    if (settled) {
      stock.resume(settled);
      return stock;
    }
    if (this.#units > 0)
      for (const gid of this.#commonest())
        for (const contour of this.#soundContours(gid)) stock.set(this.#drawn, contour);
    stock.settle();
    return stock;
  }

  /** A damaged glyph stands in the way of those who use it alone. */
  #soundContours(gid: number): readonly Contour[] {
    try {
      return this.#contoursOf(gid);
    } catch {
      return [];
    }
  }

  /** Of a face for Chinese the commonest Han, of any other the letters and marks of English. */
  #commonest(): readonly number[] {
    const glyphOf = characterMap(this.#font);
    const gidsOf = (text: string) =>
      [...text].map((char) => glyphOf(char.codePointAt(0)!)).filter((gid) => gid !== 0);
    const han = gidsOf(COMMON_HAN);
    return han.length > 0 ? han : gidsOf(COMMON_ENGLISH);
  }

  #recalled(): Map<number, Uint8Array> {
    if (this.#known) return this.#known;
    const kept = this.#keeper?.recall(this.#units);
    this.#shipped = this.#keeper?.shipped(this.#units) ?? null;
    this.#settled = kept?.stock ?? null;
    this.#known = new Map(kept ? Array.from(kept.gids, (gid, k) => [gid, programAt(k, kept)]) : []);
    return this.#known;
  }

  #kept(): KeptGlyphs {
    const known = [...(this.#known ?? [])];
    const gids = Int32Array.from(known, ([gid]) => gid);
    const ends = new Int32Array(known.length);
    const programs = new Uint8Array(known.reduce((sum, [, program]) => sum + program.length, 0));
    let end = 0;
    known.forEach(([, program], k) => {
      programs.set(program, end);
      end += program.length;
      ends[k] = end;
    });
    const stock = this.#units > 0 ? (this.#stock?.settled ?? null) : null;
    return { gids, ends, programs, stock };
  }
}

/** @returns The program of the glyph `gids[k]`. */
export const programAt = (k: number, { ends, programs }: KeptGlyphs): Uint8Array =>
  programs.subarray(ends[k - 1] ?? 0, ends[k]!);
