/** The pages of one file → their content streams in the next, where the same stands on them. */
import type { DrawItem, DrawnPage, Tag } from "../draw/display-list.ts";
import type { Face } from "../font/face.ts";
import type { CidFont } from "./cid-font.ts";
import type { PageContext } from "./page-writer.ts";
import { type Packed, packed } from "./pdf-file.ts";

/** What a page's content is written with, and what that depends on besides. */
export interface PageSurroundings extends PageContext {
  readonly face: (id: string) => Face;
  /** Type of a node of the structure. */
  readonly typeOf: (node: number) => string;
}

/** A font as a page uses it. */
interface FontUse {
  readonly id: string;
  readonly face: Face;
  readonly name: string;
  /** The largest. */
  readonly size: number;
  /** Glyphs with the texts that they stand for, in the order of use, and their codes. */
  readonly codes: readonly (readonly [gid: number, text: string, code: number])[];
}

interface PictureUse {
  readonly key: string;
  readonly name: string;
}

/** A marked sequence: the item that it begins with, what is said for it, and the type of its node. */
interface Mark {
  readonly item: number;
  readonly spoken: string | null;
  readonly type: string;
}

interface KeptPage {
  readonly height: number;
  readonly items: readonly DrawItem[];
  /** In the order of their first use. */
  readonly uses: readonly (FontUse | PictureUse)[];
  readonly marks: readonly Mark[];
  readonly stream: Packed;
}

export class PageMemory {
  #last: readonly KeptPage[] = [];
  #now: KeptPage[] = [];

  begin(): void {
    this.#last = this.#now;
    this.#now = [];
  }

  /**
   * A stream that is used again calls the surroundings as one that is written does, so that numbers, codes and the
   * structure come out the same.
   *
   * @param write The content, through the surroundings that it is given.
   */
  stream(page: DrawnPage, around: PageSurroundings, write: (context: PageContext) => string): Packed {
    const { items, height } = page;
    const before = this.#last[this.#now.length];
    if (before && before.height === height && isSame(before, items, around) && used(before, around)) {
      for (const { item, spoken } of before.marks) around.mark(items[item]!.tag, spoken, items[item]!);
      this.#now.push({ ...before, items });
      return before.stream;
    }
    const names = new Map<string, { readonly font: CidFont } | PictureUse>();
    const marks: Mark[] = [];
    let at = 0;
    const content = write({
      ...around,
      font: (id) => {
        const font = around.font(id);
        names.set(`font ${id}`, { font });
        return font;
      },
      image: (key) => {
        const name = around.image(key);
        names.set(`image ${key}`, { key, name });
        return name;
      },
      mark: (tag, spoken, item) => {
        while (items[at] !== item) at += 1;
        marks.push({ item: at, spoken, type: typeOf(tag, around) });
        return around.mark(tag, spoken, item);
      },
    });
    const stream = packed(content);
    const uses = [...names].map(([name, use]) =>
      "font" in use ? fontUse(name.slice("font ".length), use.font, items, around) : use,
    );
    this.#now.push({ height, items, uses, marks, stream });
    return stream;
  }
}

const typeOf = (tag: Tag, { typeOf }: PageSurroundings): string =>
  typeof tag === "number" ? typeOf(tag) : tag;

function fontUse(id: string, font: CidFont, items: readonly DrawItem[], { face }: PageSurroundings): FontUse {
  const codes: (readonly [number, string, number])[] = [];
  const seen = new Set<number>();
  let size = 0;
  for (const item of items) {
    if (item.kind !== "text" || item.face !== id) continue;
    size = Math.max(size, item.size);
    for (const { gid, text } of item.glyphs) {
      const { code } = font.use(gid, text);
      if (!seen.has(code)) codes.push([gid, text, code]);
      seen.add(code);
    }
  }
  return { id, face: face(id), name: font.name, size, codes };
}

/** Uses fonts and pictures as the page did. @returns Whether they have the same names and codes as there. */
function used({ uses }: KeptPage, around: PageSurroundings): boolean {
  let same = true;
  for (const use of uses) {
    if ("key" in use) {
      same = around.image(use.key) === use.name && same;
      continue;
    }
    const font = around.font(use.id);
    font.setIn(use.size);
    same = font.name === use.name && same;
    for (const [gid, text, code] of use.codes) same = font.use(gid, text).code === code && same;
  }
  return same;
}

/** Whether the same stands on a page, and its parts mean what they meant, if by other numbers. */
function isSame(
  { items, uses, marks }: KeptPage,
  now: readonly DrawItem[],
  around: PageSurroundings,
): boolean {
  if (items.length !== now.length) return false;
  for (const use of uses) if ("face" in use && around.face(use.id) !== use.face) return false;
  for (const { item, type } of marks) if (typeOf(now[item]!.tag, around) !== type) return false;
  for (let k = 0; k < now.length; k++) {
    const [a, b] = [items[k]!, now[k]!];
    if (!looksSame(a, b)) return false;
    if (k > 0 && (a.tag === items[k - 1]!.tag) !== (b.tag === now[k - 1]!.tag)) return false;
  }
  return true;
}

function looksSame(a: DrawItem, b: DrawItem): boolean {
  if (a.kind === "text")
    return (
      b.kind === "text" &&
      a.glyphs === b.glyphs &&
      a.x === b.x &&
      a.baseline === b.baseline &&
      a.face === b.face &&
      a.size === b.size &&
      a.scale === b.scale &&
      a.colour === b.colour
    );
  // A link is no part of the content.
  if (a.kind === "link") return b.kind === "link";
  const values = { ...a, tag: null };
  const others: Readonly<Record<string, unknown>> = { ...b, tag: null };
  return Object.entries(values).every(([name, value]) => others[name] === value);
}
