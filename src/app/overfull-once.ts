/** What setting an issue found in → the same, with lines that are too long for their measure told once a place. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { byPlace } from "../base/span.ts";

type Overfull = Extract<Diagnostic, { code: "overfull-line" }>;

const isOverfull = (one: Diagnostic): one is Overfull => one.code === "overfull-line";

/** One text is set in two lanes and three editions, each of its own width: the worst of them is told. */
export function overfullOnce(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const kept: Overfull[] = [];
  for (const one of found.filter(isOverfull).sort(byPlace)) {
    const last = kept.at(-1);
    const isSame = last?.span.file === one.span.file && one.span.start < last.span.end;
    if (!isSame) kept.push(one);
    else if (one.over > last.over) kept[kept.length - 1] = one;
  }
  return [...found.filter((one) => !isOverfull(one)), ...kept];
}
