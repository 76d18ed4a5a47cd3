/** The texts of two issues in → what changed between them, text by text, in the order of the new one. */
import { diffArrays } from "diff";
import { LANGUAGES, type Language } from "../base/language.ts";
import { placesIn } from "../model/inline.ts";
import { placeAt } from "../model/places.ts";
import { compareMarks, compareTexts, type Stretch } from "./compare-texts.ts";
import { type Entry, isSame, marked, seen } from "./texts.ts";

export interface Change {
  /** The entry before and after; one is null where it came or went. */
  readonly before: Entry | null;
  readonly after: Entry | null;
  /** Empty for a language that stayed as it was. */
  readonly stretches: Readonly<Record<Language, readonly Stretch[]>>;
}

export function compareEntries(before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const parts = diffArrays([...before], [...after], { comparator: isSame });
  const changes: Change[] = [];
  for (let k = 0; k < parts.length; k += 1) {
    const part = parts[k]!;
    if (!part.added && !part.removed) continue;
    // What follows a change is what stayed, or the other half of it: two of one kind are one part.
    const next = parts[k + 1];
    const other = next && (next.added || next.removed) ? next : null;
    if (other) k += 1;
    const removed = part.removed ? part.value : (other?.value ?? []);
    const added = part.added ? part.value : (other?.value ?? []);
    changes.push(...paired(removed, added));
  }
  return changes;
}

/** Least share of their words that two texts have in common to be one text that was edited. */
const ALIKE = 0.35;

/** What was removed and what was added in one place, matched in their order where they are alike. */
function paired(removed: readonly Entry[], added: readonly Entry[]): readonly Change[] {
  const width = added.length + 1;
  const gains = new Float64Array((removed.length + 1) * width);
  const likeness = removed.map((before) => added.map((after) => alike(before, after)));
  for (let i = removed.length - 1; i >= 0; i--)
    for (let j = added.length - 1; j >= 0; j--) {
      const both = likeness[i]![j]! >= ALIKE ? likeness[i]![j]! + gains[(i + 1) * width + j + 1]! : 0;
      gains[i * width + j] = Math.max(both, gains[(i + 1) * width + j]!, gains[i * width + j + 1]!);
    }
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < removed.length || j < added.length; ) {
    const here = gains[i * width + j]!;
    const like = likeness[i]?.[j] ?? 0;
    if (
      i < removed.length &&
      j < added.length &&
      like >= ALIKE &&
      here === like + gains[(i + 1) * width + j + 1]!
    )
      changes.push(changeOf(removed[i++]!, added[j++]!));
    else if (i < removed.length && (j === added.length || here === gains[(i + 1) * width + j]!))
      changes.push(changeOf(removed[i++]!, null));
    else changes.push(changeOf(null, added[j++]!));
  }
  return changes;
}

/** From 0 to 1: the share of words or characters in common, in the language that is more alike. */
function alike(before: Entry, after: Entry): number {
  if (before.role !== after.role) return 0;
  return Math.max(
    ...LANGUAGES.map((language) => {
      const [one, other] = [bag(seen(before, language), language), bag(seen(after, language), language)];
      const common = [...one].filter((unit) => other.has(unit)).length;
      return common / Math.max(1, one.size, other.size);
    }),
  );
}

const bag = (text: string, language: Language): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(language === "zh" ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}]+/gu) ?? []);

function changeOf(before: Entry | null, after: Entry | null): Change {
  const of = (language: Language): readonly Stretch[] => {
    const [one, other] = [before, after].map((entry) => (entry ? seen(entry, language) : ""));
    if (one !== other) return compareTexts(one!, other!, language);
    const [old, now] = [before?.texts[language], after?.texts[language]];
    return old && now && marked(old) !== marked(now) ? compareMarks(old, now) : [];
  };
  return { before, after, stretches: { zh: of("zh"), en: of("en") } };
}

/** Places in source files, as `file:offset`. */
export type Places = ReadonlySet<string>;

/** Where the characters stand that only the one side has. */
export function placesOf(changes: readonly Change[], side: "before" | "after"): Places {
  const places = new Set<string>();
  const kind = side === "before" ? "removed" : "added";
  for (const change of changes)
    for (const language of LANGUAGES) {
      const inline = change[side]?.texts[language];
      if (!inline) continue;
      const typed = placesIn(inline);
      let at = 0;
      for (const stretch of change.stretches[language]) {
        if (stretch.kind !== "same" && stretch.kind !== kind) continue;
        const end = at + stretch.text.length;
        if (stretch.kind === kind)
          for (let i = at; i < end; i++) places.add(`${inline.span.file}:${placeAt(typed, i)}`);
        at = end;
      }
    }
  return places;
}
