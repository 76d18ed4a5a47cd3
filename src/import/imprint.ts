/** Labelled lines of both languages in → pairs of them, and of an imprint those that the publication does not have. */
import { LANGUAGES } from "../base/language.ts";
import { closeName } from "./bylines.ts";
import type { DraftLabelled, DraftPair, DraftText } from "./draft.ts";
import { EDITORS, type Labelled } from "./labels.ts";

/** Credits in their order: the k-th of one language answers the k-th of the other. */
export function paired(zh: readonly Labelled[], en: readonly Labelled[]): readonly DraftLabelled[] {
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, k) =>
    labelledOf(zh[k] ?? null, en[k] ?? null),
  );
}

const labelledOf = (zh: Labelled | null, en: Labelled | null): DraftLabelled => ({
  role: (zh ?? en)!.role,
  label: one({ zh: zh?.label ?? null, en: en?.label ?? null }),
  value: one({ zh: zh?.value ?? null, en: en?.value ?? null }),
});

/** What is the same in both languages is one text. */
const one = (pair: DraftPair): DraftText => (pair.zh !== null && pair.zh === pair.en ? pair.zh : pair);

/** @returns Entries by their roles that say something else than the publication's own. */
export function imprintOf(
  zh: readonly Labelled[],
  en: readonly Labelled[],
  own: readonly DraftLabelled[],
): readonly DraftLabelled[] {
  const sides = withOneRole(byRole(zh), byRole(en), own);
  const roles = [...new Set(sides.flatMap((side) => [...side.keys()]))];
  return roles.flatMap((role) => {
    const [chinese, english] = sides.map((side) => side.get(role) ?? null);
    // An E-mail line reads the same in both languages, and may have been sorted to one.
    const entry = labelledOf(chinese ?? null, english ?? null);
    const known = own.find((entry) => entry.role === role);
    const neutral = chinese === null || english === null;
    const made =
      neutral && sameValue(entry)
        ? { ...entry, label: whole(entry.label), value: whole(entry.value) }
        : entry;
    return known && says(known, made) ? [] : [made];
  });
}

type Roles = ReadonlyMap<string, Labelled>;

/**
 * The one editor that only the Chinese names and the one that only the English names are one, by the Chinese role:
 * 责任编辑 is at times no more than Editor.
 */
function withOneRole(zh: Roles, en: Roles, own: readonly DraftLabelled[]): readonly [Roles, Roles] {
  const isOurs = (role: string, entry: DraftLabelled) =>
    own.some((known) => known.role === role && says(known, entry));
  const lone = (side: Roles, other: Roles, made: (entry: Labelled) => DraftLabelled) =>
    EDITORS.filter((role) => !other.has(role)).flatMap((role) => {
      const entry = side.get(role);
      return entry && !isOurs(role, made(entry)) ? [entry] : [];
    });
  const [chinese, ...others] = lone(zh, en, (entry) => labelledOf(entry, null));
  const [english, ...more] = lone(en, zh, (entry) => labelledOf(null, entry));
  if (!chinese || !english || others.length + more.length > 0) return [zh, en];
  const renamed = [...en].map(([role, entry]): [string, Labelled] =>
    entry === english ? [chinese.role, { ...entry, role: chinese.role }] : [role, entry],
  );
  return [zh, new Map(renamed)];
}

/**
 * A second entry of a role has a role of its own, `sponsor-2`, since a role stands once in an imprint; what says the
 * same once more, as an E-mail line under each language does, is one entry.
 */
function byRole(side: readonly Labelled[]): ReadonlyMap<string, Labelled> {
  const made = new Map<string, Labelled>();
  const said = new Set<string>();
  for (const entry of side) {
    const what = `${entry.role} ${squeezed(entry.value)}`;
    if (said.has(what)) continue;
    said.add(what);
    let role = entry.role;
    for (let k = 2; made.has(role); k++) role = `${entry.role}-${k}`;
    made.set(role, { ...entry, role, value: closeName(entry.value) });
  }
  return made;
}

/** Addresses and numbers are the same in any language. */
const sameValue = ({ value }: DraftLabelled): boolean =>
  !/\p{Script=Han}/u.test(whole(value)) && /[@\d]/.test(whole(value));

const whole = (text: DraftText): string => (typeof text === "string" ? text : (text.zh ?? text.en ?? ""));

/** Whether nothing in the entry is otherwise than the publication has it; blanks between Han say nothing. */
function says(known: DraftLabelled, entry: DraftLabelled): boolean {
  return (["label", "value"] as const).every((part) =>
    LANGUAGES.every((language) => {
      const [its, ours] = [entry[part], known[part]].map((text) =>
        typeof text === "string" ? text : text[language],
      );
      // A label that was only given for the other language is not a difference.
      return (
        its == null ||
        squeezed(its) === squeezed(ours ?? "") ||
        (part === "label" && typeof entry.label === "string")
      );
    }),
  );
}

/** A sign that is taken literally is the sign that the publication has. */
const squeezed = (text: string): string => text.replace(/[\s\\]+/g, "").toLowerCase();
