import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { COMMON_HAN } from "./common-characters.ts";
import { fontInMemory } from "./font-source.ts";
import { type GlyphKeeper, GlyphPrograms, type KeptGlyphs } from "./glyph-programs.ts";
import { characterMap, openSfnt } from "./sfnt.ts";

const font = openSfnt(fontInMemory(readFileSync(join(ROOT, "fonts/NotoSerifSC-Regular.ttf"))));
const glyphOf = characterMap(font);
const gidsOf = (text: string): readonly number[] => [...text].map((char) => glyphOf(char.codePointAt(0)!));
const UNITS = 3;

const others = "浦江创新观察赢鑫龘魑魅";
const [odd, even] = [0, 1].map((rest) => [...COMMON_HAN].filter((_, k) => k % 2 === rest).join(""));
const hex = (programs: readonly Uint8Array[]): readonly string[] =>
  programs.map((program) => Buffer.from(program).toString("hex"));

test("no character of the stock comes twice, and a Song has all of them", () => {
  expect(new Set(COMMON_HAN).size).toBe([...COMMON_HAN].length);
  expect(gidsOf(COMMON_HAN)).not.toContain(0);
});

test("a glyph has one program, whatever stands beside it and in whatever order", () => {
  const gids = gidsOf(others);
  const first = hex(new GlyphPrograms(font, UNITS, null).of([...gids, ...gidsOf(odd!)]));
  const second = new GlyphPrograms(font, UNITS, null);
  second.of(gidsOf(odd! + even!));
  const again = hex(second.of([...gidsOf(even!), ...[...gids].reverse()]));
  expect(again.slice(-gids.length).reverse()).toEqual(first.slice(0, gids.length));
});

/** The face with the outlines of some characters made something else. */
function changed(text: string, change: (view: DataView, at: number) => void) {
  const bytes = Uint8Array.from(readFileSync(join(ROOT, "fonts/NotoSerifSC-Regular.ttf")));
  const view = new DataView(bytes.buffer);
  const [loca, glyf] = ["loca", "glyf"].map((tag) => font.tables.get(tag)!.offset) as [number, number];
  for (const gid of gidsOf(text)) change(view, glyf + view.getUint32(loca + 4 * gid));
  return openSfnt(fontInMemory(bytes));
}

test("a stock in which nothing is drawn comes out of the cache as it was", () => {
  const blank = changed(COMMON_HAN, (view, at) => view.setInt16(at, 0));
  let kept: KeptGlyphs | undefined;
  const keeper: GlyphKeeper = {
    shipped: () => null,
    recall: () => kept && structuredClone(kept),
    keep: (_, made) => {
      kept = made();
    },
  };
  const gids = gidsOf(COMMON_HAN);
  new GlyphPrograms(blank, UNITS, keeper).of(gids);
  const all = [...gids, ...gidsOf(others)];
  expect(hex(new GlyphPrograms(blank, UNITS, keeper).of(all))).toEqual(
    hex(new GlyphPrograms(blank, UNITS, null).of(all)),
  );
});

test("a damaged glyph of the stock stands in the way of those who use it alone", () => {
  const broken = changed("象", (view, at) => view.setInt16(at, 20_000));
  const without = gidsOf(COMMON_HAN.replace("象", ""));
  expect(new GlyphPrograms(broken, UNITS, null).of(without)).toHaveLength(without.length);
  expect(() => new GlyphPrograms(broken, UNITS, null).of(gidsOf(COMMON_HAN))).toThrow(RangeError);
});

test.each([0, UNITS])(
  "with a slack of %i units what one run kept gives the next the same programs",
  (units) => {
    const cache = new Map<number, () => KeptGlyphs>();
    const asked: number[] = [];
    const keeper: GlyphKeeper = {
      shipped: () => null,
      recall: (of) => {
        asked.push(of);
        const kept = cache.get(of)?.();
        return kept && structuredClone(kept);
      },
      keep: (of, kept) => cache.set(of, kept),
    };
    const before = gidsOf(odd! + others.slice(0, 4));
    const after = gidsOf(even! + others);
    new GlyphPrograms(font, units, keeper).of(before);
    const next = new GlyphPrograms(font, units, keeper);
    expect(hex(next.of(after))).toEqual(hex(new GlyphPrograms(font, units, null).of(after)));
    // What is kept grows with what is asked for, and is asked for once a run.
    const third = new GlyphPrograms(font, units, keeper);
    const kept = cache.get(units)!();
    cache.set(units, () => kept);
    expect(kept.gids.length).toBe(new Set([...before, ...after]).size);
    expect(hex(third.of(before))).toEqual(hex(new GlyphPrograms(font, units, null).of(before)));
    expect(asked).toEqual([units, units, units]);
  },
);
