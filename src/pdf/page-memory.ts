/** The pages of one file → their content streams in the next, where the same stands on them. */
import type { Language } from "../base/language.ts";
import type { DrawnPage, Sketch, Tag } from "../draw/display-list.ts";
import type { CidFont, UseOnPage } from "./cid-font.ts";
import { digestOf } from "./digest.ts";
import { FromFileToFile } from "./from-file-to-file.ts";
import type { PageContext } from "./page-writer.ts";
import { type Packed, packed } from "./pdf-file.ts";
import type { Reading } from "./reading.ts";

/** What a page's content is written with, and what that depends on besides. */
export interface PageSurroundings extends PageContext {
  /** Type of a node of the structure. */
  readonly typeOf: (node: number) => string;
}

/** A font as a page uses it. */
interface FontUse {
  readonly id: string;
  readonly name: string;
  /** The largest. */
  readonly size: number;
  /** Glyph of its word space; null where it has none of its own. */
  readonly space: number | null;
  /** Glyphs with the texts that they stand for, in the order of use, and their codes. */
  readonly gids: Int32Array;
  readonly texts: readonly string[];
  readonly codes: Int32Array;
}

interface PictureUse {
  readonly key: string;
  readonly name: string;
}

/** A marked sequence: the artifact or, by its place among the page's, the node that it is; what is told of it. */
interface Mark {
  readonly tag: Exclude<Tag, number> | number;
  readonly reading: Reading | null;
  /** Of its node. */
  readonly type: string | null;
  readonly language: Language | null;
}

interface KeptPage {
  /** In the order of their first use. */
  readonly uses: readonly (FontUse | PictureUse)[];
  readonly marks: readonly Mark[];
  readonly stream: Packed;
}

/** Pages by a digest of what they look like. */
export type KeptPages = ReadonlyMap<string, KeptPage>;

export class PageMemory {
  readonly #pages: FromFileToFile<KeptPage>;
  readonly #spaces = new Map<string, number>();

  /** @param kept Written in another process, in the same design and faces. */
  constructor(kept: KeptPages = new Map()) {
    this.#pages = new FromFileToFile(kept);
    for (const { uses } of kept.values())
      for (const use of uses) if (!("key" in use) && use.space !== null) this.#spaces.set(use.id, use.space);
  }

  /** @returns The glyph of a face's word space as another process found it; null where none did. */
  spaceIn(face: string): number | null {
    return this.#spaces.get(face) ?? null;
  }

  begin(): void {
    this.#pages.begin();
  }

  /** How many had to be written for the file at hand. */
  get made(): number {
    return this.#pages.made;
  }

  /** Those of the file at hand; of the one before where none was written. */
  get kept(): KeptPages {
    return this.#pages.kept;
  }

  /**
   * A stream that is used again calls the surroundings as one that is written does, so that numbers, codes and the
   * structure come out the same.
   *
   * @param write The content, through the surroundings that it is given.
   */
  stream(
    page: DrawnPage,
    { likeness, places, nodes }: Sketch,
    around: PageSurroundings,
    write: (context: PageContext) => Uint8Array,
  ): Packed {
    const { width, height } = page;
    const key = digestOf(`${width} ${height} ${places.length}\n${likeness}`, places);
    let isNew = false;
    const { marks, stream } = this.#pages.of(
      key,
      (known) => used(known, nodes, around),
      () => {
        isNew = true;
        return written(nodes, around, write);
      },
    );
    if (!isNew)
      for (const { tag, reading } of marks) around.mark(typeof tag === "number" ? nodes[tag]! : tag, reading);
    return stream;
  }
}

function written(
  nodes: readonly number[],
  around: PageSurroundings,
  write: (context: PageContext) => Uint8Array,
): KeptPage {
  const places = new Map(nodes.map((node, place) => [node, place]));
  const uses = new Map<CidFont | string, () => FontUse | PictureUse>();
  const marks: Mark[] = [];
  const content = write({
    ...around,
    font: (id) => {
      const font = around.font(id);
      if (!uses.has(font)) {
        const onPage = font.beginPage();
        uses.set(font, () => fontUse(id, font, onPage));
      }
      return font;
    },
    image: (key) => {
      const name = around.image(key);
      uses.set(key, () => ({ key, name }));
      return name;
    },
    mark: (tag, reading) => {
      const isNode = typeof tag === "number";
      marks.push({
        tag: isNode ? places.get(tag)! : tag,
        reading,
        type: isNode ? around.typeOf(tag) : null,
        language: isNode ? around.languageOf(tag) : null,
      });
      return around.mark(tag, reading);
    },
  });
  return { uses: [...uses.values()].map((use) => use()), marks, stream: packed(content) };
}

const fontUse = (id: string, { name, space }: CidFont, { size, codes }: UseOnPage): FontUse => ({
  id,
  name,
  space: space?.gid ?? null,
  size,
  gids: new Int32Array(codes.map(({ gid }) => gid)),
  texts: codes.map(({ text }) => text),
  codes: new Int32Array(codes.map(({ code }) => code)),
});

/**
 * Uses fonts and pictures as the page did.
 *
 * @returns Whether they have the same names and codes as there, and the nodes the same types and languages.
 */
function used({ uses, marks }: KeptPage, nodes: readonly number[], around: PageSurroundings): boolean {
  for (const { tag, type, language } of marks) {
    if (typeof tag !== "number") continue;
    const node = nodes[tag]!;
    if (around.typeOf(node) !== type || around.languageOf(node) !== language) return false;
  }
  let same = true;
  for (const use of uses) {
    if ("key" in use) {
      same = around.image(use.key) === use.name && same;
      continue;
    }
    const { gids, texts, codes } = use;
    const font = around.font(use.id);
    font.setIn(use.size);
    same = font.name === use.name && same;
    for (let k = 0; k < codes.length; k++) same = font.use(gids[k]!, texts[k]!).code === codes[k] && same;
  }
  return same;
}
