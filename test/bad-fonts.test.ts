import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { create } from "fontkit";
import { describe, expect, onTestFinished, test } from "vitest";
import { guarded, guardedFontkit } from "../src/app/guarded-fontkit.ts";
import { dataViewOf } from "../src/base/bytes.ts";
import { ShapingError } from "../src/font/face-error.ts";
import { fontInMemory } from "../src/font/font-source.ts";
import { inspectFont } from "../src/font/inspect-font.ts";
import { type Trial, tried } from "./bad-inputs.ts";
import { ROOT } from "./fixture.ts";
import { CAN_LINK } from "./links.ts";
import { ISSUE, type Newsroom, newsroom } from "./newsroom.ts";
import { rebuilt } from "./unpacked.ts";

const STIX = readFileSync(join(ROOT, "fonts/STIXTwoText-Regular.ttf"));

/** Where a table's record, and the table, stand in a font. */
function tableIn(font: Uint8Array, tag: string): { record: number; offset: number; length: number } {
  const view = dataViewOf(font);
  for (let record = 12; ; record += 16) {
    if (String.fromCharCode(...font.subarray(record, record + 4)) !== tag) continue;
    return { record, offset: view.getUint32(record + 8), length: view.getUint32(record + 12) };
  }
}

/** A change of one table, with the checksum that it then has. */
function changed(tag: string, change: (table: DataView) => void, from: Uint8Array = STIX): Uint8Array {
  const font = Uint8Array.from(from);
  const { record, offset, length } = tableIn(font, tag);
  const view = new DataView(font.buffer);
  change(new DataView(font.buffer, offset, length));
  let sum = 0;
  for (let at = 0; at < length; at += 4)
    for (let k = 0; k < 4; k++)
      sum = (sum + (at + k < length ? font[offset + at + k]! : 0) * 2 ** (24 - 8 * k)) % 2 ** 32;
  view.setUint32(record + 4, sum);
  return font;
}

/** A table that is said to end early, with the checksum of what is left. */
function shortened(tag: string, length: number): Uint8Array {
  const font = Uint8Array.from(STIX);
  new DataView(font.buffer).setUint32(tableIn(font, tag).record + 12, length);
  return changed(tag, () => {}, font);
}

/** Fonts beside the content, all uses set in one face. */
function useFont(room: Newsroom, file: string, bytes: Uint8Array | null): void {
  mkdirSync(room.path("fonts"), { recursive: true });
  copyFileSync(join(ROOT, "fonts/LXGWWenKai-Regular.ttf"), room.path("fonts/zh.ttf"));
  const { roles } = /(?<roles>^roles:[\s\S]*)/m.exec(readFileSync(join(ROOT, "fonts/fonts.yaml"), "utf8"))!
    .groups!;
  const names = [...roles!.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => `  ${name}: { zh: zh, en: en }\n`);
  room.write(
    "fonts/fonts.yaml",
    `faces:\n  zh: zh.ttf\n  en: ${JSON.stringify(file)}\nroles:\n${names.join("")}`,
  );
  if (bytes) room.write(`fonts/${file}`, bytes);
}

const font = (bytes: Uint8Array | null, says: RegExp, file = "en.ttf"): Trial => ({
  prepare: (room) => useFont(room, file, bytes),
  says,
});

const tagged = (tag: string): Uint8Array => {
  const bytes = Uint8Array.from(STIX);
  bytes.set(Buffer.from(tag, "latin1"));
  return bytes;
};

const flippedIn = (tag: string): Uint8Array => {
  const bytes = Uint8Array.from(STIX);
  bytes[tableIn(bytes, tag).offset + 20]! ^= 0x10;
  return bytes;
};

describe("a font that is not as it has to be", () => {
  tried("font", {
    "font-missing": [font(null, /there is no file \S*en\.ttf/)],
    "font-ttc-no-face": [font(tagged("ttcf"), /a collection of fonts/)],
    "font-truncated": [
      font(STIX.subarray(0, STIX.length >> 1), /the file is damaged/),
      font(STIX.subarray(0, 100), /the file is damaged/),
      font(shortened("post", 4), /the file is damaged/),
    ],
    "font-hang": ["GSUB", "GPOS", "GDEF", "cmap", "hmtx"].map((tag) =>
      font(flippedIn(tag), /a table in it is not what its checksum says/),
    ),
    "font-wrong-checksum-but-fine": [
      font(flippedIn("name"), /was changed after its checksums were made \(name\); it is used all the same/),
    ],
    "font-restricted-fstype": [
      font(
        changed("OS/2", (table) => table.setUint16(8, 2)),
        /its licence forbids embedding/,
      ),
    ],
    "font-woff2": [
      font(tagged("wOF2"), /a WOFF2 web font; use the TrueType file/),
      font(tagged("wOFF"), /a WOFF web font; use the TrueType file/),
    ],
    "font-not-a-font": [
      font(Buffer.from("\x89PNG\r\n\x1a\n0000000000", "latin1"), /it is not a font/),
      font(new Uint8Array(), /it is not a font/),
      {
        prepare: (room) => {
          useFont(room, "en", null);
          mkdirSync(room.path("fonts/en"));
        },
        says: /there is no file/,
      },
    ],
    // Every text is handed a face, and fonts are written by the program alone.
    "font-default-helvetica": [],
  });

  test.each(["cmap", "head", "hhea", "hmtx", "loca", "name", "OS/2", "post", "GSUB", "GPOS"])(
    "a %s table that ends early is seen before anything is set",
    (tag) => {
      expect(inspectFont(fontInMemory(STIX))).toBeNull();
      expect(inspectFont(fontInMemory(shortened(tag, 4)))).toBe("damaged");
    },
  );

  test("font-default-helvetica: no font of a PDF is left to the reader", async () => {
    const room = newsroom();
    await room.shuanglan("build", "--edition", "bilingual");
    const objects: string[] = [];
    rebuilt(room.read("output/2025-01.pdf"), (text) => {
      objects.push(text.split("\nstream", 1)[0]!);
      return text;
    });
    const fonts = objects.filter((text) => /\/Type \/FontDescriptor/.test(text));
    expect(fonts.length).toBeGreaterThan(0);
    for (const descriptor of fonts) expect(descriptor).toMatch(/\/FontFile[23] \d+ 0 R/);
    for (const text of objects.filter((text) => /\/Type \/Font\b/.test(text)))
      expect(text).toMatch(/\/DescendantFonts|\/FontDescriptor|\/CharProcs/);
  });

  test.for(["../outside.ttf", "/outside.ttf", "C:\\outside.ttf", "https://example.org/a.ttf", "linked.ttf"])(
    "a font outside its folder: %s",
    async (file, { skip }) => {
      if (file === "linked.ttf" && !CAN_LINK) skip("no links can be made here");
      const room = newsroom();
      writeFileSync(room.path("outside.ttf"), STIX);
      useFont(room, file, null);
      if (CAN_LINK) symlinkSync(room.path("outside.ttf"), room.path("fonts/linked.ttf"));
      const { exit, err } = await room.shuanglan("build");
      expect(err).toMatch(/fonts\.yaml:\d+:\d+: error.*it is not in the fonts folder/);
      expect(exit).toBe(1);
    },
  );
});

describe("a font is read safely", () => {
  test("no cut of a font is taken for a whole one", () => {
    fc.assert(
      fc.property(
        fc.nat(STIX.length - 4),
        (length) => inspectFont(fontInMemory(STIX.subarray(0, length))) !== null,
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  test("a substitution that makes more of itself comes to an end", async () => {
    const room = newsroom();
    useFont(room, "en.ttf", growing());
    room.write("content/2025-01.yaml", ISSUE.replace("The first", "AAAA"));
    const { exit, err } = await room.shuanglan("build");
    expect([0, 1]).toContain(exit);
    if (exit === 1) expect(err).toMatch(/fonts\.yaml:\d+:\d+: error/);
  });

  test("fontkit in its thread gives what it gives here, and a fault of its own where a font is broken", () => {
    const word = ["x\u0302fi\u1e01", ["kern"], "latn", undefined] as const;
    const made = guardedFontkit.create(STIX) as typeof here;
    const here = create(STIX) as unknown as {
      layout: (...args: typeof word) => { glyphs: readonly { id: number }[]; positions: readonly object[] };
    };
    const [there, same] = [made, here].map((kit) => kit.layout(...word));
    expect(there!.glyphs.map(({ id }) => id)).toEqual(same!.glyphs.map(({ id }) => id));
    expect(there!.positions.map((place) => ({ ...place }))).toMatchObject(
      same!.positions.map((place) => ({ xAdvance: (place as { xAdvance: number }).xAdvance })),
    );
    expect(() => guardedFontkit.create(Buffer.from("no font at all, but long enough"))).toThrow(ShapingError);
  });

  test("all fonts have one thread, however often they are opened, and one that was shut is opened again", async () => {
    // Those of the tests before are told late.
    await new Promise(setImmediate);
    let threads = 0;
    const begun = () => {
      threads += 1;
    };
    process.on("worker", begun);
    onTestFinished(() => {
      process.off("worker", begun);
    });
    const room = newsroom();
    const font = `let open = 0;
exports.create = (bytes) => {
  if (bytes[0] === 0) throw new Error("no font");
  open += 1;
  return { unitsPerEm: 1000, layout: () => ({ glyphs: [{ id: bytes[0], codePoints: [open] }], positions: [] }) };
};`;
    room.write("counting.cjs", font);
    const kit = guarded(() => room.path("counting.cjs"), 2000);
    type Counted = { layout: (text: string) => { glyphs: readonly { id: number; codePoints: number[] }[] } };
    const fonts = Array.from({ length: 30 }, (_, k) => kit.create(Uint8Array.of(k + 1)) as Counted);
    expect(() => kit.create(Uint8Array.of(0))).toThrow(ShapingError);
    const asked = (k: number) => fonts[k]!.layout("word").glyphs[0]!;
    expect(asked(29)).toEqual({ id: 30, codePoints: [30] });
    for (let k = 0; k < 30; k++) expect(asked(k).id).toBe(k + 1);
    // The last ones were open all the while, and were not opened once more.
    expect(asked(29).codePoints).toEqual(asked(28).codePoints);
    await new Promise(setImmediate);
    expect(threads).toBe(1);
  });

  test("behind a font that leads fontkit in a circle the others go on", () => {
    const room = newsroom();
    room.write(
      "some.cjs",
      `exports.create = (bytes) => ({
  unitsPerEm: 1000,
  layout() {
    while (bytes[0] === 0);
    return { glyphs: [], positions: [] };
  },
});`,
    );
    const kit = guarded(() => room.path("some.cjs"), 200);
    type Any = { layout: (text: string) => object };
    const [circle, sound] = [0, 1].map((first) => kit.create(Uint8Array.of(first)) as Any);
    expect(sound!.layout("word")).toEqual({ glyphs: [], positions: [] });
    expect(() => circle!.layout("word")).toThrow(expect.objectContaining({ fault: "endless" }));
    expect(sound!.layout("word")).toEqual({ glyphs: [], positions: [] });
  });

  test("a font that leads fontkit in a circle is stopped", () => {
    const room = newsroom();
    room.write("circle.cjs", "exports.create = () => ({ unitsPerEm: 1000, layout() { for (;;); } });");
    const kit = guarded(() => room.path("circle.cjs"), 200).create(STIX) as {
      layout: (text: string) => object;
    };
    expect(() => kit.layout("word")).toThrow(expect.objectContaining({ fault: "endless" }));
  });
});

/** Every glyph of the first substitution that is one for several becomes itself, twice. */
function growing(): Uint8Array {
  return changed("GSUB", (table) => {
    const list = table.getUint16(8);
    for (let i = 0; i < table.getUint16(list); i++) {
      const lookup = list + table.getUint16(list + 2 + 2 * i);
      if (table.getUint16(lookup) !== 1) continue;
      const subtable = lookup + table.getUint16(lookup + 6);
      if (table.getUint16(subtable) !== 2) continue;
      // The array of substitutes is read as offsets of sequences: the shortest circle there is.
      table.setUint16(lookup, 2);
      table.setUint16(subtable, 1);
    }
  });
}
