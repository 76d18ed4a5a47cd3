/** Reads values of a theme as what they have to be, and notes what is not there. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Em, type Pt, parseLength } from "../base/length.ts";
import type { Span } from "../base/span.ts";
import type { ThemeValues } from "./theme-values.ts";
import type { TextNode } from "./yaml-nodes.ts";

export class ThemeReader {
  readonly found: Diagnostic[] = [];
  /** What one em is outside the styles, pt. */
  readonly bodySize: Pt;
  readonly #values: ThemeValues;
  readonly #span: Span;
  readonly #missing = new Set<string>();
  readonly #lengths: { readonly path: string; readonly value: Pt }[] = [];

  constructor(values: ThemeValues, span: Span) {
    this.#values = values;
    this.#span = span;
    const size = values.get("styles.body.zh.size") ?? values.get("styles.body.size");
    this.bodySize = size ? (parseLength(size.text, 0) ?? 0) : 0;
  }

  /** All lengths that were read outside the styles. */
  get lengths(): readonly { readonly path: string; readonly value: Pt }[] {
    return this.#lengths;
  }

  /** Where a value stands; a style's may be given for both languages or come from one that it is like. */
  spanOf(path: string): Span {
    const [kind, name, , key] = path.split(".");
    const shared = kind === "styles" ? `styles.${name}.${key}` : path;
    const like = kind === "styles" ? `styles.${name}.like` : path;
    return (this.at(path) ?? this.at(shared) ?? this.at(like))?.span ?? this.#span;
  }

  /** Whether a value stands in the theme that was named, and not in one that it extends. */
  isOwn(path: string): boolean {
    return this.at(path)?.span.file === this.#span.file;
  }

  at(path: string): TextNode | null {
    return this.#values.get(path) ?? null;
  }

  missing(path: string): void {
    if (this.#missing.has(path)) return;
    this.#missing.add(path);
    this.found.push({ code: "missing-key", severity: "error", span: this.#span, key: path });
  }

  text(path: string): string {
    const node = this.at(path);
    if (!node) this.missing(path);
    return node?.text ?? "";
  }

  toPoints(node: TextNode | null, size: Pt): Pt {
    if (!node) return 0;
    const length = parseLength(node.text, size);
    if (length !== null) return length;
    const about = { path: "", expected: "length", found: "text", text: node.text, keys: [] } as const;
    this.found.push({ code: "wrong-type", severity: "error", span: node.span, ...about });
    return 0;
  }

  length(path: string): Pt {
    const node = this.at(path);
    if (!node) this.missing(path);
    const value = this.toPoints(node, this.bodySize);
    this.#lengths.push({ path, value });
    return value;
  }

  em(path: string): Em {
    return Number.parseFloat(this.text(path)) || 0;
  }

  number(path: string): number {
    return Number(this.text(path)) || 0;
  }

  flag(path: string): boolean {
    return this.text(path) === "true";
  }

  /** A word that the schema has checked already. */
  word<T extends string>(path: string): T {
    return this.text(path) as T;
  }
}
