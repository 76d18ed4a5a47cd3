/** Two texts of one language in → the stretches that both have, that only the old has, and that only the new has. */
import { type ChangeObject, diffArrays } from "diff";
import type { Language } from "../base/language.ts";
import { type Inline, plainText } from "../model/inline.ts";

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

/** Two texts of the same characters: those whose marks differ stand as removed and as added. */
export function compareMarks(before: Inline, after: Inline): readonly Stretch[] {
  const [one, other] = [marksOf(before), marksOf(after)];
  const text = plainText(after);
  const stretches: Stretch[] = [];
  for (let from = 0; from < text.length; ) {
    const isLike = one[from] === other[from];
    let to = from + 1;
    while (to < text.length && (one[to] === other[to]) === isLike) to += 1;
    const part = text.slice(from, to);
    if (isLike) stretches.push({ kind: "same", text: part });
    else stretches.push({ kind: "removed", text: part }, { kind: "added", text: part });
    from = to;
  }
  return stretches;
}

/** Of every unit its marks, with the notes that are mentioned behind it, and for the first those before it. */
function marksOf({ runs }: Inline): readonly string[] {
  const found: string[] = [];
  let before = "";
  for (const { text, mark } of runs) {
    const { note, ...own } = mark;
    if (note !== null && found.length === 0) before += ` [^${note}]`;
    else if (note !== null) found.push(`${found.pop()} [^${note}]`);
    for (let k = 0; k < text.length; k++) {
      found.push(JSON.stringify(own) + before);
      before = "";
    }
  }
  return found;
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
