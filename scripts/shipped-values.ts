/**
 * The font that the themes set Chinese text from, and the cache of a first run → the programs of its everyday characters
 * and the compiled code, kept where the program looks for them. `node values.mjs PROGRAM FONT CACHE KEPT`, once it is
 * bundled.
 */
import { openCache } from "../src/app/cache.ts";
import { openFont } from "../src/app/font-file.ts";
import { glyphsName } from "../src/app/glyph-keeper.ts";
import { GlyphPrograms, type KeptGlyphs } from "../src/font/glyph-programs.ts";
import { characterMap, openSfnt } from "../src/font/sfnt.ts";

/** At the sizes of text a point may leave its place by so many font units. */
const UNITS = 2;

/** The 3,755 characters of everyday Chinese (GB 2312, level 1). */
const characters = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
  Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]),
).flat(2);
const everyday = new TextDecoder("gbk").decode(new Uint8Array(characters));

const [program, path, cache, folder] = process.argv.slice(2) as [string, string, string, string];
const source = openFont(path)!;
const font = openSfnt(source);
const glyphOf = characterMap(font);
const gids = [...everyday].map((char) => glyphOf(char.codePointAt(0)!)).filter((gid) => gid !== 0);
let made: KeptGlyphs | null = null;
new GlyphPrograms(font, UNITS, {
  shipped: () => undefined,
  recall: () => undefined,
  keep: (_, kept) => {
    made = kept();
  },
}).of([...new Set(gids)].sort((a, b) => a - b));

const kept = openCache(folder, program);
const keep = (name: string, value: unknown) => {
  kept.keep(name, value);
  if (kept.recall(name) === undefined) throw new Error(`${name} was not kept`);
};
keep(glyphsName(source, UNITS), made);
const ofRun = openCache(cache, program);
for (const name of ["code build", "code help"]) keep(name, ofRun.recall(name));
