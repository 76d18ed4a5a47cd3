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

  /** Where the first of these values stands that the theme which was named says itself, or else the first that any says. */
  spanOf(paths: readonly string[]): Span {
    const said = paths.flatMap((path) => this.#said(path) ?? []);
    return (said.find((node) => this.#isHere(node)) ?? said[0])?.span ?? this.#span;
  }

  /** Whether a value stands in the theme that was named, and not in one that it extends. */
  isOwn(path: string): boolean {
    const said = this.#said(path);
    return said !== null && this.#isHere(said);
  }

  #isHere({ span }: TextNode): boolean {
    return span.file === this.#span.file;
  }

  /** A value; of a style's the one for both languages where there is none for its own. */
  #said(path: string): TextNode | null {
    const [kind, style, , key] = path.split(".");
    return this.at(path) ?? (kind === "styles" ? this.at(`styles.${style}.${key}`) : null);
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
