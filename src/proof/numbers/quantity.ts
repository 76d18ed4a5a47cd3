/** What a number in running text amounts to, however it is written. */
import type { Pair } from "../../base/language.ts";
import { Covered, type Range, rangeOf } from "../text.ts";

export type QuantityKind = "count" | "percent" | "year" | "month" | "ordinal";

export interface Quantity extends Range {
  readonly kind: QuantityKind;
  /** What it may amount to, the likeliest first: 80年代 is 80 and 1980. Percentages count in hundredths. */
  readonly values: readonly number[];
  /** It may answer a number of the other language, but asks for none itself: 一, both, dozens. */
  readonly weak: boolean;
}

/** The numbers of a pair. */
export type Quantities = Pair<readonly Quantity[]>;

type Made = Pick<Quantity, "kind" | "values"> & { readonly weak?: boolean };

/** A form that numbers are written in; a match may make several. Null where it is no number after all. */
export interface NumberForm {
  readonly form: RegExp;
  readonly make: (match: RegExpExecArray, text: string) => Made | readonly Made[] | null;
}

/** Forms are tried in order; what one has read the later ones leave alone. */
export function readNumbers(text: string, forms: readonly NumberForm[]): readonly Quantity[] {
  const taken = new Covered(text.length);
  const found: Quantity[] = [];
  for (const { form, make } of forms)
    for (const match of text.matchAll(form)) {
      const at = rangeOf(match);
      if (taken.has(at)) continue;
      const made = make(match, text);
      if (made === null) continue;
      taken.add(at);
      for (const one of Array.isArray(made) ? (made as readonly Made[]) : [made as Made])
        found.push({ weak: false, ...one, ...at });
    }
  return found.sort((a, b) => a.start - b.start);
}
