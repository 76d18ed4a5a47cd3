/**
 * The program's fonts and themes, and the cache of a first run → the glyphs of everyday Chinese in the face that it is
 * set from, what was found in fonts and themes, and the compiled code, kept where the program looks for them.
 * `node values.mjs PROGRAM CACHE KEPT`, once it is bundled.
 */
import { readdirSync, readFileSync } from "node:fs";
import { openCache } from "../src/app/cache.ts";
import { openFont } from "../src/app/font-file.ts";
import { glyphsName } from "../src/app/glyph-keeper.ts";
import { READERS, readDesign } from "../src/app/readers.ts";
import {
  type ShippedTheme,
  SOUND_FONTS,
  shippedThemeName,
  themeLikeness,
} from "../src/app/shipped-readings.ts";
import { EDITIONS } from "../src/base/language.ts";
import { readFontBook } from "../src/content/read-font-book.ts";
import { faultsOf } from "../src/font/face-set.ts";
import { GlyphPrograms, type KeptGlyphs } from "../src/font/glyph-programs.ts";
import { characterMap, openSfnt } from "../src/font/sfnt.ts";

/** At the sizes of text a point may leave its place by so many font units. */
const UNITS = 2;

/** The 3,755 characters of everyday Chinese (GB 2312, level 1). */
const characters = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
  Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell]),
).flat(2);
const everyday = new TextDecoder("gbk").decode(new Uint8Array(characters));

const [program, cache, folder] = process.argv.slice(2) as [string, string, string];
const source = openFont("fonts/NotoSerifSC-Regular.ttf")!;
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

const fileAt = (path: string) => ({ path, text: readFileSync(path, "utf8") });
const fontsFile = fileAt("fonts/fonts.yaml");
const book = readFontBook(fontsFile).value!;
const identities = [...book.faces.values()].flatMap((face) => {
  const read = (file: string) => openFont(`fonts/${file}`);
  const faults = faultsOf({ ...book, faces: new Map([[face.id, face]]) }, { read, isOutside: () => false });
  return faults.length === 0 ? [read(face.file)!.identity] : [];
});
keep(SOUND_FONTS, identities);

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
