import { expect, test } from "vitest";
import type { Paragraph } from "../inline/paragraph.ts";
import type { KeptParagraph } from "../pages/memory.ts";
import type { Cache } from "./cache.ts";
import { type KeptEdition, recallEdition } from "./kept-editions.ts";

function memory() {
  const kept = new Map<string, unknown>();
  const written: string[] = [];
  const cache: Cache = {
    recall: (name) => structuredClone(kept.get(name)),
    keep: (name, value) => {
      written.push(name);
      kept.set(name, structuredClone(value));
    },
  };
  return { cache, kept, written };
}

const NOTHING: Paragraph = {
  language: "en",
  boxes: [],
  starts: new Uint16Array(),
  ends: new Uint16Array(),
  seams: [],
  tail: null,
  linked: false,
};

/** With all that is made when it is asked for. */
const whole = (edition: KeptEdition | null): KeptEdition => ({
  ...edition!,
  paragraphs: {
    ...edition!.paragraphs,
    known: new Map(
      [...edition!.paragraphs.known].map(([key, kept]) => {
        const { language, boxes, starts, ends, seams, tail, linked } = kept.itemized.paragraph;
        const paragraph = { language, boxes, starts, ends, seams, tail, linked };
        return [key, { ...kept, itemized: { ...kept.itemized, paragraph } }];
      }),
    ),
  },
});

const paragraph = (number: number, shapes: readonly string[] = ["a"]): KeptParagraph => ({
  number,
  itemized: { paragraph: NOTHING, missing: [] },
  broken: new Map(shapes.map((shape) => [shape, {} as never])),
  quick: new Map(),
});

const edition = (paragraphs: Readonly<Record<string, KeptParagraph>>): KeptEdition => ({
  paragraphs: { known: new Map(Object.entries(paragraphs)), number: 100, styles: ["a style"] },
  programs: new Map(),
  pages: new Map(),
});

const ten = Object.fromEntries(Array.from({ length: 10 }, (_, k) => [`text ${k}`, paragraph(k)]));

test("an edition is kept as a whole, then what came to it, then as a whole again", () => {
  const { cache, written } = memory();
  const recall = (from = "design") => recallEdition(cache, "edition", from);
  expect(recall().edition).toBeNull();
  recall().keep(edition(ten));
  expect(whole(recall().edition)).toEqual(edition(ten));

  const edited = { ...ten, "text 3": paragraph(3, ["a", "b"]), new: paragraph(11) };
  recall().keep(edition(edited));
  expect(whole(recall().edition)).toEqual(edition(edited));
  // What came later stands on what is kept as a whole, not on what came before it.
  const { new: _, ...without } = edited;
  recall().keep(edition({ ...without, other: paragraph(12) }));
  expect([...recall().edition!.paragraphs.known.keys()].sort()).toEqual(
    [...Object.keys(ten), "other"].sort(),
  );

  const rewritten = Object.fromEntries(
    Array.from({ length: 5 }, (_, k) => [`other ${k}`, paragraph(20 + k)]),
  );
  recall().keep(edition(rewritten));
  expect(whole(recall().edition)).toEqual(edition(rewritten));
  expect(written).toEqual(["edition", "edition since", "edition since", "edition"]);
});

test("a page that was written anew is kept, and what was not written does not count as gone", () => {
  const { cache, written } = memory();
  const page = (code: number) => ({ uses: [], marks: [], stream: { code } }) as never;
  const whole = {
    ...edition(ten),
    pages: new Map([
      ["a", page(1)],
      ["b", page(2)],
    ]),
  };
  recallEdition(cache, "edition", "design").keep(whole);
  const { edition: found, keep } = recallEdition(cache, "edition", "design");
  keep({ ...found!, pages: new Map([...found!.pages, ["b", page(3)]]) });
  const again = recallEdition(cache, "edition", "design").edition!;
  expect([...again.pages]).toEqual([
    ["a", page(1)],
    ["b", page(3)],
  ]);
  // The first run found faults and wrote no file: the next one keeps the whole.
  recallEdition(cache, "faulty", "design").keep(edition(ten));
  const programs = new Map([["song", {} as never]]);
  recallEdition(cache, "faulty", "design").keep({ ...edition(ten), programs });
  expect(written).toEqual(["edition", "edition since", "faulty", "faulty"]);
});

test("numbers and styles that an edit brought stay given, so that no text of the next run is taken for another", () => {
  const { cache, written } = memory();
  const recall = () => recallEdition(cache, "edition", "design");
  recall().keep(edition(ten));
  const { known } = edition({ ...ten, new: paragraph(100) }).paragraphs;
  const given = { known, number: 101, styles: ["a style", "another"] };
  recall().keep({ ...edition(ten), paragraphs: given });
  expect(written).toEqual(["edition", "edition since"]);
  expect(recall().edition!.paragraphs).toMatchObject({ number: 101, styles: ["a style", "another"] });
});

test("fonts and pages of a short edition are kept with its texts", () => {
  const { cache } = memory();
  const all = {
    ...edition(ten),
    programs: new Map([["song", { bytes: new Uint8Array(3) } as never]]),
    pages: new Map([["a", { uses: [], marks: [], stream: { code: 1 } } as never]]),
  };
  recallEdition(cache, "edition", "design").keep(all);
  expect(whole(recallEdition(cache, "edition", "design").edition)).toEqual(all);
});

test("a text of which only a width was tried is kept with it", () => {
  const { cache } = memory();
  const tried = (shape: string): KeptParagraph => ({ ...paragraph(3), quick: new Map([[shape, 4]]) });
  const recall = () => recallEdition(cache, "edition", "design");
  recall().keep(edition({ ...ten, "text 3": tried("narrow") }));
  recall().keep(edition({ ...ten, "text 3": tried("wide") }));
  expect(recall().edition!.paragraphs.known.get("text 3")!.quick).toEqual(new Map([["wide", 4]]));
});

test("another design begins anew, and what came to an edition that is gone is not taken for news", () => {
  const { cache, kept } = memory();
  recallEdition(cache, "edition", "design").keep(edition(ten));
  recallEdition(cache, "edition", "design").keep(edition({ ...ten, new: paragraph(11) }));
  expect(recallEdition(cache, "edition", "other").edition).toBeNull();
  recallEdition(cache, "edition", "other").keep(edition(ten));
  expect(whole(recallEdition(cache, "edition", "other").edition)).toEqual(edition(ten));
  kept.delete("edition");
  expect(recallEdition(cache, "edition", "other").edition).toBeNull();
});

test("an edition of many paragraphs is kept in parts, of which each stands for itself", () => {
  const { cache, kept, written } = memory();
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, k) => [`text ${k}`, paragraph(k)]));
  const program = { bytes: new Uint8Array(3) } as never;
  const long = { ...edition(many), programs: new Map([["song", program]]) };
  const recall = () => recallEdition(cache, "edition", "design");
  recall().keep(long);
  expect(written).toEqual(["edition part 0", "edition part 1", "edition"]);
  expect(whole(recall().edition)).toEqual(long);
  recall().keep({ ...long, paragraphs: edition({ ...many, new: paragraph(1201) }).paragraphs });
  expect(written.slice(3)).toEqual(["edition since"]);
  expect(recall().edition!.paragraphs.known.has("new")).toBe(true);

  const [first, second] = ["edition part 0", "edition part 1"].map((name) => kept.get(name));
  kept.delete("edition part 0");
  const left = Object.fromEntries(Object.entries(many).filter((_, k) => k < 500 || k >= 1000));
  expect([...recall().edition!.paragraphs.known.keys()]).toEqual([...Object.keys(left), "new"]);
  // Two processes may write at once: a part of the other's edition is none of this one.
  kept.set("edition part 0", first);
  kept.set("edition part 1", { ...(second as object), of: "another" });
  expect(recall().edition!.paragraphs.known.size).toBe(1001);
});
