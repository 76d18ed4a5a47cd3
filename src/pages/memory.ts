/** Paragraphs that one build itemized and broke → the same in the next build, where they are typed now. */
import type { Itemized } from "../inline/itemize.ts";
import type { Paragraph } from "../inline/paragraph.ts";
import type { Passage, Setting } from "../inline/setting.ts";
import type { BrokenParagraph } from "../lines/break-lines.ts";
import type { TextStyle } from "../model/design.ts";

interface Kept {
  /** Offset of the passage's first character when it was itemized. */
  readonly base: number;
  readonly itemized: Itemized;
  /** By shape: what this build asked for, and what the one before did. */
  readonly broken: Map<string, BrokenParagraph>;
  readonly before: ReadonlyMap<string, BrokenParagraph>;
}

/**
 * Keyed by all that itemizing and breaking depend on but the place in the file, which is put right. What a
 * build did not touch is forgotten when the next begins, so that memory does not grow with the edits.
 */
export class ParagraphMemory {
  #setting: Setting | null = null;
  #terms = "";
  #last: ReadonlyMap<string, Kept> = new Map();
  #now = new Map<string, Kept>();
  #known = new WeakMap<Passage, Kept>();

  /** Another design, book or set of faces (each the same object as long as it is the same) begins anew. */
  begin(setting: Setting): void {
    const before = this.#setting;
    const same =
      before?.design === setting.design && before.book === setting.book && before.faces === setting.faces;
    this.#last = same ? this.#now : new Map();
    this.#now = new Map();
    this.#known = new WeakMap();
    this.#setting = setting;
    this.#terms = setting.terms.join("\n");
  }

  /** Paragraphs that the build now at hand asked for. */
  get size(): number {
    return this.#now.size;
  }

  itemized(passage: Passage, make: () => Itemized): Itemized {
    const key = keyOf(passage, passage.kind === "display" ? this.#terms : "");
    const base = baseOf(passage);
    const here = this.#now.get(key);
    const found = here ?? this.#last.get(key);
    const kept: Kept = found
      ? { ...found, ...(here ? {} : { broken: new Map(), before: found.broken }) }
      : { base, itemized: make(), broken: new Map(), before: new Map() };
    if (!here) this.#now.set(key, kept);
    this.#known.set(passage, kept);
    return moved(kept.itemized, base - kept.base);
  }

  /** @param passage One that was itemized in this build, into `paragraph`. */
  broken(
    passage: Passage,
    shape: string,
    paragraph: Paragraph,
    make: () => BrokenParagraph,
  ): BrokenParagraph {
    const kept = this.#known.get(passage)!;
    const found = kept.broken.get(shape) ?? kept.before.get(shape) ?? make();
    kept.broken.set(shape, found);
    return found.paragraph === paragraph ? found : { ...found, paragraph };
  }
}

const baseOf = (passage: Passage): number => passage.parts[0]?.runs[0]?.offsets[0] ?? 0;

const styleKeys = new WeakMap<TextStyle, string>();

function styleKey(style: TextStyle): string {
  const known = styleKeys.get(style);
  if (known) return known;
  const made = JSON.stringify(style);
  styleKeys.set(style, made);
  return made;
}

/** Text, marks, styles and language; offsets as the places where they do not go on by one. */
function keyOf(passage: Passage, terms: string): string {
  const parts: unknown[] = [passage.language, passage.kind, passage.file, terms];
  let expected = baseOf(passage);
  for (const { runs, style } of passage.parts) {
    parts.push(styleKey(style));
    for (const { text, mark, offsets } of runs) {
      parts.push(text, mark.bold, mark.emphasis, mark.position, mark.link, mark.note);
      for (let i = 0; i < offsets.length; i++) {
        if (offsets[i] !== expected) parts.push(i, offsets[i]! - expected);
        expected = offsets[i]! + 1;
      }
      parts.push(offsets.length);
    }
  }
  return JSON.stringify(parts);
}

function moved(itemized: Itemized, by: number): Itemized {
  if (by === 0) return itemized;
  const { paragraph, missing } = itemized;
  const [starts, ends] = [paragraph.starts, paragraph.ends].map((at) => at.map((offset) => offset + by));
  return {
    paragraph: { ...paragraph, starts: starts!, ends: ends! },
    missing: missing.map((glyph) => ({ ...glyph, offset: glyph.offset + by })),
  };
}
