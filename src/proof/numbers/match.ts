/** The numbers of a pair in → those that have no counterpart, side by side where one was put for another. */
import type { Quantities, Quantity } from "./quantity.ts";

/** Large numbers are rounded in translation (1.236亿 is 124 million), but to no less than three figures. */
const ROUNDED_FROM = 1_000_000;
const FIGURES = 3;

/** A number without its counterpart; where both sides have one of a kind, the one stands for the other. */
export interface Mismatch {
  readonly kind: Quantity["kind"];
  readonly zh: Quantity | null;
  readonly en: Quantity | null;
}

const figuresOf = (value: number): number =>
  String(Number(value.toPrecision(12))).replace(/\.|0+$/g, "").length;

function equal(a: number, b: number): boolean {
  if (Math.abs(a - b) <= 1e-9 * Math.max(a, b)) return true;
  const figures = Math.min(figuresOf(a), figuresOf(b));
  return (
    Math.min(a, b) >= ROUNDED_FROM && figures >= FIGURES && a.toPrecision(figures) === b.toPrecision(figures)
  );
}

function answers(asked: Quantity, other: Quantity): boolean {
  if (
    !other.weak &&
    (asked.kind === "percent") !== (other.kind === "percent") &&
    asked.values.length === 1 &&
    other.values.length === 1
  )
    return false;
  if (!other.weak && asked.kind === "month" && other.kind === "year") return false;
  return asked.values.some((a) => other.values.some((b) => equal(a, b)));
}

const unanswered = (asked: readonly Quantity[], others: readonly Quantity[]): readonly Quantity[] =>
  asked.filter((quantity) => {
    if (quantity.weak) return false;
    const months = others.filter(({ kind, weak }) => kind === "month" && !weak);
    const among = quantity.kind === "month" && months.length > 0 ? months : others;
    return !among.some((other) => answers(quantity, other));
  });

/** In the order of the Chinese text; what only English has comes last. */
export function mismatches({ zh, en }: Quantities): readonly Mismatch[] {
  const left = [...unanswered(en, zh)];
  const found: Mismatch[] = unanswered(zh, en).map((quantity) => {
    const alike = (of: (one: Quantity) => boolean) => left.findIndex(of);
    const at = [
      alike(({ kind }) => kind === quantity.kind),
      alike(({ values }) => values[0] === quantity.values[0]),
      alike(({ kind }) => (kind === "percent") === (quantity.kind === "percent")),
    ].find((index) => index >= 0);
    const [partner] = at === undefined ? [] : left.splice(at, 1);
    return { kind: quantity.kind, zh: quantity, en: partner ?? null };
  });
  return [...found, ...left.map((quantity) => ({ kind: quantity.kind, zh: null, en: quantity }))];
}
