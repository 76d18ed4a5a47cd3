/** A drawn page in → a short text, the same for pages that look the same. */
import type { Colour } from "../model/design.ts";
import type { DrawItem, DrawnPage } from "./display-list.ts";

/** Thousandths of a point are told apart; where the text was typed is not. */
export function pageHash(page: DrawnPage, images: ReadonlyMap<string, Uint8Array>): string {
  const sum = new Sum();
  sum.number(page.width);
  sum.number(page.height);
  for (const item of page.items) addItem(sum, item, images);
  return sum.text();
}

function addItem(sum: Sum, item: DrawItem, images: ReadonlyMap<string, Uint8Array>): void {
  sum.word(item.kind);
  sum.number(item.x);
  switch (item.kind) {
    case "text":
      sum.word(item.face);
      sum.number(item.baseline);
      sum.number(item.size);
      sum.number(item.scale);
      colour(sum, item.colour);
      item.glyphs.forEach(({ gid, y }, k) => {
        sum.whole(gid);
        sum.number(item.xs[k]!);
        sum.number(y);
      });
      return;
    case "dot":
      sum.number(item.y);
      sum.number(item.radius);
      colour(sum, item.colour);
      return;
    case "link":
      sum.word(item.uri);
      break;
    case "rect":
      colour(sum, item.colour);
      break;
    case "image":
      sum.word(item.image);
      sum.bytes(images.get(item.image) ?? new Uint8Array());
  }
  sum.number(item.y);
  sum.number(item.width);
  sum.number(item.height);
}

function colour(sum: Sum, { rgb }: Colour): void {
  for (const part of rgb) sum.number(part);
}

/** Two running sums of 32 bits with different factors (FNV-1a's, and Knuth's multiplicative one). */
class Sum {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;

  whole(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x01000193);
    this.#b = Math.imul((this.#b ^ value) + (this.#b >>> 15), 0x9e3779b1);
  }

  number(value: number): void {
    this.whole(Math.round(value * 1000));
  }

  word(text: string): void {
    for (let i = 0; i < text.length; i++) this.whole(text.charCodeAt(i));
    this.whole(-1);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.whole(value);
  }

  text(): string {
    return [this.#a, this.#b].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
