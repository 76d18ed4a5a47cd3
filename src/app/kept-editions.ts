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
  readonly edition: PackedEdition;
}

/** What came to it since: an edit leaves most of an issue as it is, and little is written then. */
interface News {
  readonly of: string;
  readonly edition: PackedEdition;
}

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
  const whole = found?.from === from ? { id: found.id, edition: unpacked(found.edition) } : null;
  const since = whole && (cache.recall(`${name} since`) as News | undefined);
  const news = whole && since?.of === whole.id ? unpacked(since.edition) : null;
  return {
    edition: whole && (news ? both(whole.edition, news) : whole.edition),
    keep: (now) => {
      const added = whole && newsOf(whole.edition, now);
      // An edition with faults was laid out and not written.
      const isMuch =
        !added ||
        added.paragraphs.known.size >= MUCH * now.paragraphs.known.size ||
        (whole.edition.programs.size === 0 && now.programs.size > 0);
      if (!isMuch) cache.keep(`${name} since`, { of: whole.id, edition: packed(added) } satisfies News);
      else cache.keep(name, { id: randomUUID(), from, edition: packed(now) } satisfies Whole);
    },
  };
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

const both = (before: KeptEdition, news: KeptEdition): KeptEdition => ({
  paragraphs: {
    ...news.paragraphs,
    known: new Map([...before.paragraphs.known, ...news.paragraphs.known]),
  },
  programs: new Map([...before.programs, ...news.programs]),
  pages: new Map([...before.pages, ...news.pages]),
});

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
