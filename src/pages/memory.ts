/** Paragraphs that one build itemized and broke → the same in the next build, wherever they are typed now. */
import { Rounds } from "../base/rounds.ts";
import type { Itemized } from "../inline/itemize.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import { endsWithPhrases, type Passage, type Setting } from "../inline/setting.ts";
import type { BrokenParagraph } from "../lines/break-lines.ts";
import type { KeptLines } from "../lines/kept-lines.ts";
import type { LineRules } from "../lines/ranks.ts";
import type { TextStyle } from "../model/design.ts";
import type { Mark } from "../model/inline.ts";

/** The breaks of a paragraph that was typed anywhere. */
type Broken = Omit<BrokenParagraph, "paragraph" | "rules">;

/** A paragraph as another process kept it. */
export interface KeptParagraph {
  readonly number: number;
  readonly itemized: Itemized;
  readonly broken: ReadonlyMap<string, Broken>;
  /** Lines by first fit, by measure and indent: as many as a theme has measures to choose from. */
  readonly quick: ReadonlyMap<string, number>;
}

const NOTHING: ReadonlyMap<string, Broken> = new Map();

export interface KeptParagraphs {
  /** By all that they depend on but the design and the faces. */
  readonly known: ReadonlyMap<string, KeptParagraph>;
  /** Of the one that comes next. */
  readonly number: number;
  /** Styles as keys name them, by their places here. */
  readonly styles: readonly string[];
}

const NONE: KeptParagraphs = { known: new Map(), number: 0, styles: [] };

interface Kept {
  /** No other paragraph ever had it. */
  readonly number: number;
  readonly itemized: Itemized;
  /** By shape: what this build asked for, and what the one before that asked for this paragraph did. */
  readonly broken: Map<string, Broken>;
  readonly before: ReadonlyMap<string, Broken>;
  readonly quick: Map<string, number>;
}

/** Keyed by all that itemizing and breaking depend on, which the place in the file is not. */
export class ParagraphMemory {
  /** Null before the first build. */
  #setting: Setting | null = null;
  #terms = "";
  readonly #builds: Rounds<KeptParagraph, Kept>;
  #styles: Numbered;
  #number: number;
  #known = new WeakMap<Passage, Kept>();
  #made = 0;
  #settings = 0;

  /** Lines that were set; null where an issue is set once and its lines would fill the memory. */
  readonly lines: KeptLines | null;

  /**
   * @param kept What another process kept that had the same design, book and faces.
   * @param lines Those of the builds before in the same process.
   */
  constructor(kept: KeptParagraphs = NONE, lines: KeptLines | null = null) {
    this.#builds = new Rounds(kept.known);
    this.#number = kept.number;
    this.#styles = new Numbered(kept.styles);
    this.lines = lines;
  }

  /** Another design, book or set of faces (each the same object as long as it is the same) begins anew. */
  begin(setting: Setting): void {
    const before = this.#setting;
    const same =
      before?.design === setting.design && before.book === setting.book && before.faces === setting.faces;
    if (same) this.#builds.begin();
    else if (before) {
      this.#builds.clear();
      this.#styles = new Numbered([]);
      this.#settings += 1;
    }
    this.#made = 0;
    this.#known = new WeakMap();
    this.#setting = setting;
    this.#terms = setting.terms.join("\n");
  }

  /** The paragraphs that the build now at hand asked for. */
  get kept(): KeptParagraphs {
    const known = [...this.#builds.now].map(
      ([key, { number, itemized, broken, quick }]) => [key, { number, itemized, broken, quick }] as const,
    );
    return { known: new Map(known), number: this.#number, styles: this.#styles.values };
  }

  /** How many designs, books and sets of faces there were before the one at hand. */
  get settings(): number {
    return this.#settings;
  }

  /** @param passage One that was itemized in this build. @returns What no other text of any build has. */
  numberOf(passage: Passage): number {
    return this.#known.get(passage)!.number;
  }

  /** How often the build now at hand had to work out what was not known. */
  get made(): number {
    return this.#made;
  }

  /** Language, kind, styles, text and marks. */
  #keyOf({ language, kind, parts }: Passage): string {
    let key = `${language} ${kind}`;
    if (endsWithPhrases(kind)) key += ` ${told(this.#terms)}`;
    for (const { runs, style } of parts) {
      key += `\n${this.#styles.of(style)}`;
      for (const { text, mark } of runs) key += `\n${told(text)}${isPlain(mark) ? "" : markKey(mark)}`;
    }
    return key;
  }

  #make<T>(make: () => T): T {
    this.#made += 1;
    return make();
  }

  itemized(passage: Passage, make: () => Itemized): Itemized {
    const key = this.#keyOf(passage);
    const kept = this.#builds.now.get(key) ?? this.#again(this.#builds.find(key), make);
    this.#builds.set(key, kept);
    this.#known.set(passage, kept);
    return kept.itemized;
  }

  /** @param before The same paragraph in a build before, if there was one. */
  #again(before: KeptParagraph | undefined, make: () => Itemized): Kept {
    return {
      number: before?.number ?? this.#number++,
      itemized: before?.itemized ?? this.#make(make),
      broken: new Map(),
      before: before?.broken ?? NOTHING,
      quick: new Map(before?.quick),
    };
  }

  /** @param passage One that was itemized in this build, into `paragraph`. */
  broken(
    passage: Passage,
    shape: string,
    paragraph: Paragraph,
    rules: LineRules,
    make: () => BrokenParagraph,
  ): BrokenParagraph {
    const kept = this.#known.get(passage)!;
    const found = kept.broken.get(shape) ?? kept.before.get(shape) ?? breaksOf(this.#make(make));
    kept.broken.set(shape, found);
    const { best, shorter, longer } = found;
    return { paragraph, rules, shape: found.shape, best, shorter, longer };
  }

  /** See `quickLines`. @param key Measure and indent. */
  quick(passage: Passage, key: string, make: () => number): number {
    const { quick } = this.#known.get(passage)!;
    const found = quick.get(key) ?? make();
    quick.set(key, found);
    return found;
  }
}

const breaksOf = ({ shape, best, shorter, longer }: BrokenParagraph): Broken => ({
  shape,
  best,
  shorter,
  longer,
});

/** Styles, each with a number that stands for it. */
class Numbered {
  readonly #numbers: Map<string, number>;
  readonly #known = new WeakMap<TextStyle, number>();

  /** @param values As they were written down before, in the order of their numbers. */
  constructor(values: readonly string[]) {
    this.#numbers = new Map(values.map((value, number) => [value, number]));
  }

  of(style: TextStyle): number {
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    const value = JSON.stringify(style);
    const number = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, number);
    this.#known.set(style, number);
    return number;
  }

  get values(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Texts say how long they are, so that no two passages have one key. */
const told = (text: string): string => `${text.length} ${text}`;

const isPlain = ({ bold, emphasis, position, link, note }: Mark): boolean =>
  !bold && !emphasis && position === "baseline" && link === null && note === null;

const markKey = ({ bold, emphasis, position, link, note }: Mark): string =>
  JSON.stringify([bold, emphasis, position, link, note]);
