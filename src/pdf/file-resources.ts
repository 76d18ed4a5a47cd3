/** Fonts and pictures that the pages of a file ask for → each made once, named in the order of use, and those of a page. */
import type { CidFont } from "./cid-font.ts";
import type { Ref } from "./objects.ts";

interface Picture {
  readonly name: string;
  readonly ref: Ref;
}

/** What all pages of a file draw with. */
export class FileResources {
  readonly #newFont: (id: string, name: string) => CidFont;
  readonly #newPicture: (key: string) => Ref;
  readonly #fonts = new Map<string, CidFont>();
  readonly #pictures = new Map<string, Picture>();

  /**
   * @param newFont Makes the font of a face, which content streams call by a name.
   * @param newPicture Makes the picture of a key.
   */
  constructor(newFont: (id: string, name: string) => CidFont, newPicture: (key: string) => Ref) {
    this.#newFont = newFont;
    this.#newPicture = newPicture;
  }

  /** In the order of their first use. */
  get fonts(): Iterable<CidFont> {
    return this.#fonts.values();
  }

  font(id: string): CidFont {
    const known = this.#fonts.get(id);
    if (known) return known;
    const made = this.#newFont(id, `F${this.#fonts.size + 1}`);
    this.#fonts.set(id, made);
    return made;
  }

  picture(key: string): Picture {
    const known = this.#pictures.get(key);
    if (known) return known;
    const made = { name: `I${this.#pictures.size + 1}`, ref: this.#newPicture(key) };
    this.#pictures.set(key, made);
    return made;
  }
}

/** What one page draws with: the entries of its resource dictionary. */
export class PageResources {
  readonly fonts: Record<string, Ref> = {};
  readonly pictures: Record<string, Ref> = {};
  readonly #all: FileResources;

  /** @param all Those of the file. */
  constructor(all: FileResources) {
    this.#all = all;
  }

  font(id: string): CidFont {
    const font = this.#all.font(id);
    this.fonts[font.name] = font.ref;
    return font;
  }

  /** @returns The name that the page's content calls a picture by. */
  image(key: string): string {
    const { name, ref } = this.#all.picture(key);
    this.pictures[name] = ref;
    return name;
  }
}
