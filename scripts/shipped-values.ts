/**
 * The program's fonts and themes, and the cache of a first run → the glyphs of ordinary text in every face that it asked
 * for, what was found in fonts and themes, and the compiled code, kept where the program looks for them.
 * `node values.mjs PROGRAM CACHE KEPT`, once it is bundled.
 */
import { readdirSync, readFileSync } from "node:fs";
import { openCache } from "../src/app/cache.ts";
import { openFont } from "../src/app/font-file.ts";
import { glyphsName } from "../src/app/glyph-keeper.ts";
import { loadFontkit } from "../src/app/guarded-fontkit.ts";
import { READERS, readDesign } from "../src/app/readers.ts";
import { stockName, writePrograms } from "../src/app/shipped-glyphs.ts";
import {
  type ShippedTheme,
  SOUND_FONTS,
  shippedThemeName,
  themeLikeness,
} from "../src/app/shipped-readings.ts";
import { ship } from "../src/app/shipped-value.ts";
import { EDITIONS } from "../src/base/language.ts";
import { readFontBook } from "../src/content/read-font-book.ts";
import { COMMON_ENGLISH } from "../src/font/common-characters.ts";
import { faultsOf } from "../src/font/face-set.ts";
import type { FontSource } from "../src/font/font-source.ts";
import { fullShaper } from "../src/font/full-shaper.ts";
import { GlyphPrograms, type KeptGlyphs } from "../src/font/glyph-programs.ts";
import { openFace } from "../src/font/open-face.ts";
import { openSfnt } from "../src/font/sfnt.ts";
import { HAN_SHAPING, LATIN_SHAPING } from "../src/inline/letters.ts";

/** Rows of GB 2312 with the marks of Chinese and its full-width ones, and those of its 6,763 characters. */
const ROWS = [0xa1, 0xa3, ...Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => 0xb0 + row)];
const bytes = ROWS.flatMap((row) => Array.from({ length: 94 }, (_, cell) => [row, 0xa1 + cell])).flat();
const chinese = [...new TextDecoder("gbk").decode(new Uint8Array(bytes)), "——", "……"];
const ligatures = "ff fi fl fj ffi ffl ffj fb fh fk Th".split(" ");
const english = [" ", ...COMMON_ENGLISH, ...ligatures];

const [program, cache, folder] = process.argv.slice(2) as [string, string, string];
const keep = (name: string, value: unknown) => ship(folder, program, name, value);
const ofRun = openCache(cache, program);
for (const command of ["build", "help"])
  for (const file of readdirSync("dist/program")) {
    const name = `code ${command} ${file}`;
    const code = ofRun.recall(name);
    // The runs that it comes from called all that is called often: no other adds to it.
    if (code !== undefined) keep(name, { ...code, runs: Number.POSITIVE_INFINITY });
  }

const fileAt = (path: string) => ({ path, text: readFileSync(path, "utf8") });
const fontsFile = fileAt("fonts/fonts.yaml");
const book = readFontBook(fontsFile).value!;
const identities = [...book.faces.values()].flatMap((face) => {
  const read = (file: string) => openFont(`fonts/${file}`);
  const faults = faultsOf({ ...book, faces: new Map([[face.id, face]]) }, { read, isOutside: () => false });
  return faults.length === 0 ? [read(face.file)!.identity] : [];
});
keep(SOUND_FONTS, identities);

/** By how many font units a point may leave its place depends on the largest size: so many at most, in small type. */
const MOST_UNITS = 4;

/** The glyphs of every face in the sizes that the run asked for. */
for (const { file } of book.faces.values()) {
  const source = openFont(`fonts/${file}`)!;
  for (let units = 0; units <= MOST_UNITS; units++) {
    if (!ofRun.recall(glyphsName(source, units))) continue;
    const glyphs = glyphsOf(source, units);
    writePrograms(folder, program, source, units, glyphs);
    if (glyphs.stock) keep(stockName(source, units), glyphs.stock);
  }
}

function glyphsOf(source: FontSource, units: number): KeptGlyphs {
  const face = openFace("", source, fullShaper(loadFontkit));
  const shaped = [...chinese, ...english].flatMap((text) => [
    ...face.shape(text, LATIN_SHAPING),
    ...face.shape(text, HAN_SHAPING),
  ]);
  const gids = new Set(shaped.map(({ gid }) => gid).filter((gid) => gid !== 0));
  let made: KeptGlyphs | null = null;
  new GlyphPrograms(openSfnt(source), units, {
    shipped: () => null,
    recall: () => undefined,
    keep: (_, kept) => {
      made = kept();
    },
  }).of([...gids].sort((a, b) => a - b));
  return made!;
}

const THEMES = "content/themes";
const themes = readdirSync(THEMES).map((file) => file.replace(".yaml", ""));
for (const name of themes)
  for (const edition of EDITIONS) {
    const load = (theme: string) => (themes.includes(theme) ? fileAt(`${THEMES}/${theme}.yaml`) : null);
    const at = { file: "", start: 0, end: 0 };
    const read = await readDesign({ name, at, load, known: themes, edition, fonts: book }, READERS);
    const { result } = read;
    if (!result.value || result.diagnostics.length > 0) throw new Error(`the theme ${name} has faults`);
    const files = [...read.files.keys()];
    const likeness = themeLikeness(fontsFile.text, files, load);
    keep(shippedThemeName(name, edition), { files, likeness, design: result.value } satisfies ShippedTheme);
  }
