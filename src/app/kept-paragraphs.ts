/** Paragraphs in → columns of numbers that are read back at once, of which boxes are made where a line asks for them. */
import {
  type Box,
  type BoxGlyph,
  type Indexes,
  indexes,
  type Paragraph,
  type Seam,
} from "../inline/paragraph.ts";
import type { KeptParagraph } from "../pages/memory.ts";

/** What is the same for all boxes of a paragraph, or little. */
type About = Omit<KeptParagraph, "itemized"> & {
  readonly paragraph: Omit<Paragraph, "boxes" | "starts" | "ends" | "seams">;
  readonly missing: KeptParagraph["itemized"]["missing"];
};

/** Boxes, each once: what a number, a word or a glyph of one is stands where its index leads. */
interface BoxColumns {
  /** Width, size, and what hangs left and right of each. */
  readonly measures: Float64Array;
  /** Face, colour, text and link (or -1) of each, by their places among the strings. */
  readonly words: Int32Array;
  /** Latin 1, dotted 2. */
  readonly signs: Uint8Array;
  /** Where the glyphs of each end. */
  readonly ends: Int32Array;
  /** Of each glyph of a box, where it stands in the box, and its index in what follows. */
  readonly origins: Float64Array;
  readonly glyphs: Int32Array;
  readonly ofGlyphs: GlyphColumns;
  readonly strings: readonly string[];
}

/** Glyphs, each once. */
interface GlyphColumns {
  readonly gids: Int32Array;
  /** Place down and width of each. */
  readonly measures: Float64Array;
  readonly texts: Int32Array;
}

export interface PackedParagraphs {
  readonly keys: readonly string[];
  readonly about: readonly About[];
  /** Where the boxes of each paragraph end in what follows. */
  readonly last: Int32Array;
  readonly boxes: Int32Array;
  readonly seams: Int32Array;
  readonly starts: Indexes;
  readonly ends: Indexes;
  readonly ofBoxes: BoxColumns;
  readonly ofSeams: readonly Seam[];
}

const MEASURES = 4;
const WORDS = 4;
const GLYPH_MEASURES = 2;
const [LATIN, DOTTED] = [1, 2] as const;

export function packParagraphs(known: ReadonlyMap<string, KeptParagraph>): PackedParagraphs {
  const all = [...known.values()];
  const total = all.reduce((sum, { itemized }) => sum + itemized.paragraph.starts.length, 0);
  const column = () => new Int32Array(total);
  const [boxes, seams] = [column(), column()];
  const most = all.reduce((sum, { itemized }) => Math.max(sum, itemized.paragraph.ends.at(-1) ?? 0), 0);
  const [starts, ends] = [indexes(total, most), indexes(total, most)];
  const last = new Int32Array(all.length);
  const boxTable = new Table<Box>();
  const seamTable = new Table<Seam>();
  let at = 0;
  const about = all.map(({ itemized, ...rest }, k): About => {
    const { boxes: own, seams: between, starts: first, ends: behind, ...paragraph } = itemized.paragraph;
    starts.set(first, at);
    ends.set(behind, at);
    for (let i = 0; i < own.length; i++) {
      boxes[at + i] = boxTable.place(own[i]!);
      seams[at + i] = seamTable.place(between[i]!);
    }
    at += own.length;
    last[k] = at;
    return { ...rest, paragraph, missing: itemized.missing };
  });
  return {
    keys: [...known.keys()],
    about,
    last,
    boxes,
    seams,
    starts,
    ends,
    ofBoxes: columnsOf(boxTable.values),
    ofSeams: seamTable.values,
  };
}

/** Values by their places. */
class Table<T> {
  readonly values: T[] = [];
  readonly #places = new Map<T, number>();

  place(value: T): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Filled in place: lists between would take longer than all else that is kept. */
function columnsOf(boxes: readonly Box[]): BoxColumns {
  const strings = new Table<string>();
  const glyphTable = new Table<BoxGlyph>();
  const count = boxes.reduce((sum, box) => sum + box.glyphs.length, 0);
  const measures = new Float64Array(MEASURES * boxes.length);
  const words = new Int32Array(WORDS * boxes.length);
  const signs = new Uint8Array(boxes.length);
  const ends = new Int32Array(boxes.length);
  const origins = new Float64Array(count);
  const glyphs = new Int32Array(count);
  let end = 0;
  for (let k = 0; k < boxes.length; k++) {
    const box = boxes[k]!;
    const { width, size, hangLeft, hangRight, face, colour, text, link } = box;
    measures.set([width, size, hangLeft, hangRight], MEASURES * k);
    const linked = link === null ? -1 : strings.place(link);
    words.set([strings.place(face), strings.place(colour), strings.place(text), linked], WORDS * k);
    signs[k] = (box.latin ? LATIN : 0) | (box.dotted ? DOTTED : 0);
    for (let g = 0; g < box.glyphs.length; g++) {
      origins[end] = box.origins[g]!;
      glyphs[end] = glyphTable.place(box.glyphs[g]!);
      end += 1;
    }
    ends[k] = end;
  }
  return {
    measures,
    words,
    signs,
    ends,
    origins,
    glyphs,
    ofGlyphs: {
      gids: Int32Array.from(glyphTable.values, ({ gid }) => gid),
      measures: Float64Array.from(glyphTable.values.flatMap(({ y, width }) => [y, width])),
      texts: Int32Array.from(glyphTable.values, ({ text }) => strings.place(text)),
    },
    strings: strings.values,
  };
}

export function unpackParagraphs(packed: PackedParagraphs): ReadonlyMap<string, KeptParagraph> {
  const { keys, about, last } = packed;
  const table = new BoxTable(packed.ofBoxes);
  return new Map(
    about.map(({ paragraph, missing, ...rest }, k) => {
      const text = new UnpackedParagraph(packed, table, paragraph, last[k - 1] ?? 0, last[k]!);
      return [keys[k]!, { ...rest, itemized: { paragraph: text, missing } }];
    }),
  );
}

/** Most of an issue is as it was, and none of its boxes is looked at. */
class UnpackedParagraph implements Paragraph {
  readonly language: Paragraph["language"];
  readonly tail: Paragraph["tail"];
  readonly linked: Paragraph["linked"];
  readonly starts: Indexes;
  readonly ends: Indexes;
  readonly #packed: PackedParagraphs;
  readonly #table: BoxTable;
  readonly #from: number;
  readonly #to: number;
  #boxes: readonly Box[] | null = null;
  #seams: readonly Seam[] | null = null;

  constructor(
    packed: PackedParagraphs,
    table: BoxTable,
    { language, tail, linked }: About["paragraph"],
    from: number,
    to: number,
  ) {
    this.language = language;
    this.tail = tail;
    this.linked = linked;
    this.starts = packed.starts.subarray(from, to);
    this.ends = packed.ends.subarray(from, to);
    this.#packed = packed;
    this.#table = table;
    this.#from = from;
    this.#to = to;
  }

  get boxes(): readonly Box[] {
    this.#boxes ??= valuesAt(this.#packed.boxes, this.#from, this.#to, (index) => this.#table.box(index));
    return this.#boxes;
  }

  textOf(box: number): string {
    return this.#table.textOf(this.#packed.boxes[this.#from + box]!);
  }

  get seams(): readonly Seam[] {
    const { seams, ofSeams } = this.#packed;
    this.#seams ??= valuesAt(seams, this.#from, this.#to, (index) => ofSeams[index]!);
    return this.#seams;
  }
}

/** What a part of a column leads to. */
function valuesAt<V>(
  column: Int32Array | Float64Array,
  from: number,
  to: number,
  of: (entry: number) => V,
): readonly V[] {
  const values = new Array<V>(to - from);
  for (let k = from; k < to; k++) values[k - from] = of(column[k]!);
  return values;
}

class BoxTable {
  readonly #columns: BoxColumns;
  readonly #made: Box[] = [];
  readonly #glyphs: BoxGlyph[] = [];

  constructor(columns: BoxColumns) {
    this.#columns = columns;
  }

  /** Alike boxes are one object, as they were. */
  box(index: number): Box {
    const known = this.#made[index];
    if (known) return known;
    const { measures, words, signs, ends, glyphs, origins, strings } = this.#columns;
    const [m, w] = [MEASURES * index, WORDS * index];
    const [from, to] = [ends[index - 1] ?? 0, ends[index]!];
    const link = words[w + 3]!;
    const sign = signs[index]!;
    // In the order in which every box has its keys: the engine is fast where all have one shape.
    const made: Box = {
      width: measures[m]!,
      face: strings[words[w]!]!,
      size: measures[m + 1]!,
      colour: strings[words[w + 1]!] as Box["colour"],
      glyphs: valuesAt(glyphs, from, to, (glyph) => this.#glyph(glyph)),
      origins: valuesAt(origins, from, to, (x) => x),
      text: this.textOf(index),
      link: link < 0 ? null : strings[link]!,
      hangLeft: measures[m + 2]!,
      hangRight: measures[m + 3]!,
      latin: (sign & LATIN) !== 0,
      dotted: (sign & DOTTED) !== 0,
    };
    this.#made[index] = made;
    return made;
  }

  textOf(index: number): string {
    const { words, strings } = this.#columns;
    return strings[words[WORDS * index + 2]!]!;
  }

  #glyph(index: number): BoxGlyph {
    const known = this.#glyphs[index];
    if (known) return known;
    const { ofGlyphs, strings } = this.#columns;
    const { gids, measures, texts } = ofGlyphs;
    const m = GLYPH_MEASURES * index;
    const [y, width] = [measures[m]!, measures[m + 1]!];
    const made = { gid: gids[index]!, y, width, text: strings[texts[index]!]! };
    this.#glyphs[index] = made;
    return made;
  }
}
