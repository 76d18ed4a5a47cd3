/** What an edition was set from in the runs before → the same in this one, and what is new in it for the next. */
import { randomUUID } from "node:crypto";
import type { KeptParagraph, KeptParagraphs } from "../pages/memory.ts";
import type { KeptPrograms } from "../pdf/font-programs.ts";
import type { KeptPages } from "../pdf/page-memory.ts";
import type { Cache } from "./cache.ts";
import { type PackedParagraphs, packParagraphs, unpackParagraphs } from "./kept-paragraphs.ts";

/** An edition's texts as they were set, for one design and its faces. */
export interface KeptEdition {
  readonly paragraphs: KeptParagraphs;
  readonly programs: KeptPrograms;
  readonly pages: KeptPages;
}

/** As it stands in the cache. */
interface PackedEdition {
  readonly paragraphs: PackedParagraphs & Omit<KeptParagraphs, "known">;
  readonly programs: KeptPrograms;
  readonly pages: KeptPages;
}

interface Whole {
  readonly id: string;
  /** Design and faces. */
  readonly from: string;
  /** How many there are of what did not go into it. */
  readonly parts: number;
  readonly edition: PackedEdition;
}

/** More paragraphs of it, or what came to it since: an edit leaves most of an issue as it is, and little is written then. */
interface Addition {
  readonly of: string;
  readonly edition: PackedEdition;
}

/** Characters of an issue that is kept as it was set: beside a longer one it would take up more memory than it is worth. */
export const MOST_KEPT = 2_000_000;

/** Paragraphs that are packed at once: all of a long issue, both as they were and packed, would fill the memory. */
const PART = 500;

/** The share of an edition's paragraphs from which on all of it is kept anew. */
const MUCH = 0.25;

export interface RecalledEdition {
  /** Null where nothing is known of it. */
  readonly edition: KeptEdition | null;
  /** @param now All that this run asked for. */
  keep(now: KeptEdition): void;
}

/** @param from What tells its design and faces from any other. */
export function recallEdition(cache: Cache, name: string, from: string): RecalledEdition {
  const found = cache.recall(name) as Whole | undefined;
  const whole = found?.from === from ? found : null;
  const addition = (about: string): readonly KeptEdition[] => {
    const found = cache.recall(`${name} ${about}`) as Addition | undefined;
    return found && found.of === whole?.id ? [unpacked(found.edition)] : [];
  };
  // A part that is lost is set anew.
  const parts = Array.from({ length: whole?.parts ?? 0 }, (_, k) => addition(`part ${k}`)).flat();
  const before = whole && joined([unpacked(whole.edition), ...parts]);
  return {
    edition: before && joined([before, ...addition("since")]),
    keep: (now) => {
      const added = before && newsOf(before, now);
      // An edition with faults was laid out and not written.
      const isMuch =
        !added ||
        added.paragraphs.known.size >= MUCH * now.paragraphs.known.size ||
        (before.programs.size === 0 && now.programs.size > 0);
      const add = (about: string, of: string, edition: KeptEdition) =>
        cache.keep(`${name} ${about}`, { of, edition: packed(edition) } satisfies Addition);
      if (!isMuch) {
        add("since", whole!.id, added);
        return;
      }
      const id = randomUUID();
      const [first, ...rest] = partsOf(now);
      for (const [k, part] of rest.entries()) add(`part ${k}`, id, part);
      const { length } = rest;
      cache.keep(name, { id, from, parts: length, edition: packed(first!) } satisfies Whole);
    },
  };
}

/** Of an edition without paragraphs one as well. */
function partsOf({ paragraphs, programs, pages }: KeptEdition): readonly KeptEdition[] {
  const all = [...paragraphs.known];
  const count = Math.max(1, Math.ceil(all.length / PART));
  return Array.from({ length: count }, (_, k) => ({
    paragraphs: { ...paragraphs, known: new Map(all.slice(k * PART, (k + 1) * PART)) },
    programs: k === 0 ? programs : new Map(),
    pages: k === 0 ? pages : new Map(),
  }));
}

const packed = ({ paragraphs: { known, ...rest }, programs, pages }: KeptEdition): PackedEdition => ({
  paragraphs: { ...packParagraphs(known), ...rest },
  programs,
  pages,
});

const unpacked = ({ paragraphs, programs, pages }: PackedEdition): KeptEdition => {
  const { number, styles } = paragraphs;
  return { paragraphs: { known: unpackParagraphs(paragraphs), number, styles }, programs, pages };
};

/** What comes later takes the place of what was there before. */
function joined(editions: readonly KeptEdition[]): KeptEdition {
  if (editions.length === 1) return editions[0]!;
  const all = <V>(of: (edition: KeptEdition) => ReadonlyMap<string, V>) =>
    new Map(editions.flatMap((edition) => [...of(edition)]));
  return {
    paragraphs: { ...editions.at(-1)!.paragraphs, known: all(({ paragraphs }) => paragraphs.known) },
    programs: all(({ programs }) => programs),
    pages: all(({ pages }) => pages),
  };
}

function newsOf(before: KeptEdition, now: KeptEdition): KeptEdition {
  return {
    paragraphs: {
      ...now.paragraphs,
      known: added(before.paragraphs.known, now.paragraphs.known, isIn),
    },
    programs: added(before.programs, now.programs),
    // A page that looks as it did was written anew where a character before it took another code.
    pages: added(before.pages, now.pages, (page, known) => page === known),
  };
}

function added<V>(
  before: ReadonlyMap<string, V>,
  now: ReadonlyMap<string, V>,
  isIn = (_now: V, _before: V): boolean => true,
): ReadonlyMap<string, V> {
  return new Map(
    [...now].filter(([key, value]) => {
      const known = before.get(key);
      return known === undefined || !isIn(value, known);
    }),
  );
}

/** Whether all that is known of a paragraph was known before. */
const isIn = (now: KeptParagraph, before: KeptParagraph): boolean =>
  now.number === before.number &&
  [...now.broken.keys()].every((shape) => before.broken.has(shape)) &&
  [...now.quick.keys()].every((shape) => before.quick.has(shape));
