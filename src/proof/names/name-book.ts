/** The pairs of an issue in → the persons they name, each with its rendering in Latin letters. */
import type { Span } from "../../base/span.ts";
import type { Passage } from "../passages.ts";
import type { Readings } from "../rule.ts";
import { garbledNames, type LatinName, latinNames } from "./en-names.ts";
import { distance, type Romanised, romanise, spellings, typedWithV, written } from "./romanise.ts";
import { type FoundName, listedNames, namesIn } from "./zh-names.ts";

/** How a rendering agrees with the characters. `umlaut`: v was typed for ü. */
export type Agreement = "agrees" | "umlaut" | "differs";

export interface Mention {
  readonly name: string;
  /** The Chinese name where it stands. */
  readonly zh: Span;
  readonly en: Span;
  readonly rendering: string;
  readonly agreement: Agreement;
  /** As it should be written, by the usual reading of the characters. */
  readonly expected: string;
}

export interface NameBook {
  /** In the order of the issue. */
  readonly mentions: readonly Mention[];
  /** Of the issues before it, oldest first. */
  readonly earlier: readonly Mention[];
}

const holdsNames = ({ kind, role }: Passage): boolean =>
  kind === "credit" || (kind === "imprint" && /editor|author|reviewer|proof/.test(role));

function inPassage(passage: Passage, known: ReadonlySet<string>): readonly FoundName[] {
  const text = passage.zh?.text ?? "";
  const found = holdsNames(passage) ? listedNames(text) : namesIn(text);
  const names = new Map(found.map((one) => [one.name, one]));
  for (const name of known) {
    const start = names.has(name) ? -1 : text.indexOf(name);
    if (start >= 0) names.set(name, { name, start, end: start + name.length });
  }
  return [...names.values()].sort((a, b) => a.start - b.start);
}

const matches = (forms: readonly string[], part: string): boolean =>
  forms.some((form) => spellings(form).includes(part));
const matchesWithV = (forms: readonly string[], part: string): boolean =>
  forms.some((form) => typedWithV(form) === part);

function agreement({ surnames, given }: Romanised, name: LatinName): Agreement | null {
  if (matches(surnames, name.surname) && matches(given, name.given)) return "agrees";
  if (matches(surnames, name.given) && matches(given, name.surname)) return "agrees";
  const ofV = (forms: readonly string[], part: string) => matches(forms, part) || matchesWithV(forms, part);
  return ofV(surnames, name.surname) && ofV(given, name.given) ? "umlaut" : null;
}

/** A rendering that was most likely meant for the name: one of its two parts is right, the other one near. */
function nearMiss({ surnames, given }: Romanised, name: LatinName): number | null {
  const far = (forms: readonly string[], part: string) =>
    Math.min(...forms.map((form) => distance(form, part)));
  const [ofSurname, ofGiven] = [far(surnames, name.surname), far(given, name.given)];
  if (ofSurname === 0 && ofGiven <= Math.max(2, name.given.length / 2)) return ofGiven;
  return ofGiven === 0 && ofSurname <= 2 ? ofSurname : null;
}

/** Whether the letters are the name's, or were most likely meant for it. */
export const isNamed = (forms: Romanised, latin: LatinName): boolean =>
  agreement(forms, latin) !== null || nearMiss(forms, latin) !== null;

function mentionsIn(passage: Passage, known: ReadonlySet<string>, readings: Readings): readonly Mention[] {
  const { zh, en } = passage;
  if (!zh || !en || passage.shared) return [];
  const names = inPassage(passage, known).map((found) => ({ found, forms: romanise(found.name, readings) }));
  const left = new Set(latinNames(en.text));
  const made = (found: FoundName, forms: Romanised, latin: LatinName, how: Agreement): Mention => ({
    name: found.name,
    zh: zh.span(found),
    en: en.span(latin),
    rendering: latin.text,
    agreement: how,
    expected: written(forms),
  });
  const mentions: Mention[] = [];
  const open: typeof names = [];
  for (const one of names) {
    const own = [...left].flatMap((latin) => {
      const how = agreement(one.forms, latin);
      return how ? [{ latin, how }] : [];
    });
    for (const { latin, how } of own) {
      left.delete(latin);
      mentions.push(made(one.found, one.forms, latin, how));
    }
    if (own.length === 0) open.push(one);
  }
  // Only now: what belongs to one name is no slip of another.
  for (const { found, forms } of open) {
    const near = [...left, ...garbledNames(en.text, forms.surnames)].flatMap((latin) => {
      const cost = nearMiss(forms, latin);
      return cost === null ? [] : [{ latin, cost }];
    });
    const least = Math.min(...near.map(({ cost }) => cost));
    for (const { latin, cost } of near) {
      if (cost !== least) continue;
      left.delete(latin);
      mentions.push(made(found, forms, latin, "differs"));
    }
  }
  return mentions;
}

/** A name that was given away once is looked for everywhere. */
function mentionsOf(
  passages: readonly Passage[],
  known: ReadonlySet<string>,
  readings: Readings,
): readonly Mention[] {
  const all = new Set(known);
  for (const passage of passages) for (const { name } of inPassage(passage, new Set())) all.add(name);
  return passages.flatMap((passage) => mentionsIn(passage, all, readings));
}

/** Names of an earlier issue, worked out once: its passages do not change. */
const ofEarlier = new WeakMap<readonly Passage[], readonly Mention[]>();

function mentionsOnce(passages: readonly Passage[], readings: Readings): readonly Mention[] {
  const known = ofEarlier.get(passages);
  if (known) return known;
  const made = mentionsOf(passages, new Set(), readings);
  ofEarlier.set(passages, made);
  return made;
}

export function nameBook(
  passages: readonly Passage[],
  earlier: readonly (readonly Passage[])[],
  readings: Readings,
): NameBook {
  const before = earlier.flatMap((passages) => mentionsOnce(passages, readings));
  const known = new Set(before.map(({ name }) => name));
  return { mentions: mentionsOf(passages, known, readings), earlier: before };
}
