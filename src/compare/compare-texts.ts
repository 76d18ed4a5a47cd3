/** Two texts of one language in → the stretches that both have, that only the old has, and that only the new has. */
import { type ChangeObject, diffArrays } from "diff";
import type { Language } from "../base/language.ts";

export interface Stretch {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Chinese by the character, words and figures in it whole; English by the word. */
const UNITS: Readonly<Record<Language, RegExp>> = {
  zh: /[A-Za-z0-9.,%]*[A-Za-z0-9%]|[\s\S]/gu,
  en: /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s+|[\s\S]/gu,
};

/** Stretches in reading order, what was removed before what stands in its place. */
export function compareTexts(before: string, after: string, language: Language): readonly Stretch[] {
  const units = (text: string) => text.match(UNITS[language]) ?? [];
  const changes: readonly ChangeObject<string[]>[] = diffArrays(units(before), units(after));
  return bridged(
    changes.map(({ added, removed, value }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    })),
  );
}

/** A lone blank or mark that stayed between two changes would scatter them: it is changed with them. */
const SLIGHT = /^[\s\p{P}]{1,2}$/u;

function bridged(stretches: readonly Stretch[]): readonly Stretch[] {
  const made: Stretch[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== "") made.push({ kind: "removed", text: removed });
    if (added !== "") made.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  stretches.forEach(({ kind, text }, k) => {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed !== "" && added !== "" && k < stretches.length - 1 && SLIGHT.test(text)) {
      removed += text;
      added += text;
    } else {
      close();
      made.push({ kind, text });
    }
  });
  close();
  return made;
}
