import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkit";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { HAN_SHAPING, LATIN_SHAPING } from "../inline/letters.ts";
import { COMMON_HAN } from "./common-characters.ts";
import { fontInMemory } from "./font-source.ts";
import { fullShaper } from "./full-shaper.ts";
import { inspectFont } from "./inspect-font.ts";
import { openFace } from "./open-face.ts";
import { openSfnt } from "./sfnt.ts";
import { cidFont } from "./subset.ts";

const FONTS = join(ROOT, "fonts");
const files = readdirSync(FONTS).filter((name) => name.endsWith(".ttf"));
const bytesOf = (file: string): Uint8Array => readFileSync(join(FONTS, file));
const shaper = fullShaper(() => ({ create: (bytes) => create(bytes as Buffer) }));
const open = (file: string) => openFace(file, fontInMemory(bytesOf(file)), shaper);

describe.each(files)("%s", (file) => {
  test("is static TrueType that may be embedded, and is the file that SHA256SUMS names", () => {
    const sums = readFileSync(join(FONTS, "SHA256SUMS"), "utf8");
    expect(inspectFont(fontInMemory(bytesOf(file)))).toBeNull();
    expect(sums).toContain(`${createHash("sha256").update(bytesOf(file)).digest("hex")}  ${file}`);
  });

  test.each([
    { slack: 0, most: 1.6, beside: "few others", others: "" },
    { slack: 0.0025, most: 4.2, beside: "few others", others: "" },
    { slack: 0.0025, most: 4.2, beside: "many others", others: COMMON_HAN },
  ])(
    "a subset with $beside draws its glyphs in their order, within $most thousandths of an em of the face's own",
    ({ slack, most, others }) => {
      const face = open(file);
      const whole = create(bytesOf(file) as Buffer) as Font;
      const gids = [...`éf国浦江海湖${others}`].map(
        (char) => whole.glyphForCodePoint(char.codePointAt(0)!).id,
      );
      const wanted = [...new Set(gids)].filter((gid) => gid !== 0);
      const cids = wanted.map((_, k) => 32 + k);
      const small = create(withOutlines(bytesOf(file), face.subset(wanted, cids, "Subset", slack))) as Font;
      wanted.slice(0, 24).forEach((gid, i) => {
        const [before, after] = [whole.getGlyph(gid), small.getGlyph(i + 1)].map((glyph) =>
          flattened(glyph.path.commands),
        ) as [Points, Points];
        expect(farthest(after, before), `glyph ${gid}`).toBeLessThan(most);
        expect(farthest(before, after), `glyph ${gid}`).toBeLessThan(most);
      });
      expect(face.subset(wanted, cids, "Subset", slack).length).toBeLessThan(bytesOf(file).length / 10);
    },
  );

  test("gives the advances that fontkit gives", () => {
    const face = open(file);
    const whole = create(bytesOf(file) as Buffer) as Font;
    for (const char of "国A，.") {
      const glyph = whole.glyphForCodePoint(char.codePointAt(0)!);
      expect(face.advance(glyph.id)).toBeCloseTo(glyph.advanceWidth / whole.unitsPerEm, 9);
      expect(face.has(char.codePointAt(0)!)).toBe(glyph.id !== 0);
    }
  });
});

describe("the faces of the book", () => {
  const song = open("NotoSerifSC-Regular.ttf");

  test.each(["𬭎", "㬎"])("%s stands in the Song itself", (char) => {
    expect(song.has(char.codePointAt(0)!)).toBe(true);
  });

  test("—— comes as two ems without a seam (GB/T 15834 §5.1.5)", () => {
    const glyphs = song.shape("——", HAN_SHAPING);
    expect(glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)).toBeCloseTo(2, 6);
  });

  test("a ligature is copied as its letters", () => {
    const glyphs = open("NotoSansSC-Bold.ttf").shape("office", LATIN_SHAPING);
    expect(glyphs.map((glyph) => glyph.text)).toEqual(["o", "ffi", "c", "e"]);
  });

  test("quotes of the Chinese face stay narrow in Latin text", () => {
    const [quote] = open("NotoSansSC-Bold.ttf").shape("“", LATIN_SHAPING);
    expect(quote!.advance).toBeLessThan(0.6);
  });

  test("a variation selector is drawn as the plain character and never as a box", () => {
    const [glyph, ...rest] = song.shape("国\u{e0100}", HAN_SHAPING);
    expect(glyph!.gid).toBe(song.shape("国", HAN_SHAPING)[0]!.gid);
    expect(rest).toEqual([]);
  });
});

test("codes of two bytes say in a number without a sign how many there may be", () => {
  const program = cidFont([Uint8Array.of(14), Uint8Array.of(14)], [0xe062], 500, 1000, "A", [0, 0, 1, 1]);
  expect(Buffer.from(program).includes(Buffer.from([29, 0, 0, 0xe0, 0x63, 12, 34]))).toBe(true);
});

describe("files that are no usable face", () => {
  const good = bytesOf("STIXTwoText-Italic.ttf");
  const tagged = (tag: string) => Buffer.concat([Buffer.from(tag, "latin1"), good.subarray(4)]);
  const changed = (at: number, value: number) => {
    const copy = Uint8Array.from(good);
    new DataView(copy.buffer).setUint16(at, value);
    return copy;
  };
  const table = (name: string) => openSfnt(fontInMemory(good)).tables.get(name)!.offset;

  test.each([
    ["text", Buffer.from("not a font at all"), "not-a-font"],
    ["nothing", new Uint8Array(), "not-a-font"],
    ["WOFF", tagged("wOFF"), "woff"],
    ["WOFF2", tagged("wOF2"), "woff2"],
    ["a collection", tagged("ttcf"), "collection"],
    ["PostScript outlines", tagged("OTTO"), "cff"],
    ["a file cut off", good.subarray(0, 5000), "damaged"],
    ["a wrong magic number", changed(table("head") + 12, 0), "damaged"],
    ["a layout table that leads nowhere", changed(table("GSUB") + 8, 0xffff), "checksum"],
    ["a restricted licence", changed(table("OS/2") + 8, 2), "restricted"],
  ])("%s", (_, bytes, fault) => expect(inspectFont(fontInMemory(bytes))).toBe(fault));

  test("a variable font", () => {
    const text = Buffer.from(good).toString("latin1").replace("GDEF", "fvar");
    expect(inspectFont(fontInMemory(Buffer.from(text, "latin1")))).toBe("variable");
  });
});

type Points = readonly (readonly [number, number])[];

/** A face's tables with a CFF table beside them, as OpenType has it. */
function withOutlines(bytes: Uint8Array, cff: Uint8Array): Buffer {
  const font = openSfnt(fontInMemory(bytes));
  const kept = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"];
  const tables = kept.map((tag) => {
    const { offset, length } = font.tables.get(tag)!;
    return { tag, data: bytes.subarray(offset, offset + length) };
  });
  const all = [{ tag: "CFF ", data: cff }, ...tables];
  const head = Buffer.alloc(12 + 16 * all.length);
  head.write("OTTO", "latin1");
  head.writeUInt16BE(all.length, 4);
  let at = head.length;
  const chunks: Buffer[] = [];
  all.forEach(({ tag, data }, k) => {
    head.write(tag, 12 + 16 * k, "latin1");
    head.writeUInt32BE(at, 20 + 16 * k);
    head.writeUInt32BE(data.length, 24 + 16 * k);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    chunks.push(padded);
    at += padded.length;
  });
  return Buffer.concat([head, ...chunks]);
}

/** Points along a path, a unit apart or less. */
function flattened(
  commands: readonly { readonly command: string; readonly args: readonly number[] }[],
): Points {
  const out: [number, number][] = [];
  let start: readonly [number, number] = [0, 0];
  let pen = start;
  const along = (points: readonly (readonly [number, number])[]) => {
    const ends = [pen, ...points];
    const length = ends
      .slice(1)
      .reduce((sum, [x, y], k) => sum + Math.hypot(x - ends[k]![0], y - ends[k]![1]), 0);
    const steps = Math.max(1, Math.ceil(length));
    for (let s = 1; s <= steps; s++) {
      let level = ends;
      while (level.length > 1)
        level = level.slice(1).map(([x, y], k) => {
          const [fromX, fromY] = level[k]!;
          return [fromX + ((x - fromX) * s) / steps, fromY + ((y - fromY) * s) / steps] as const;
        });
      out.push([level[0]![0], level[0]![1]]);
    }
    pen = points.at(-1)!;
  };
  for (const { command, args } of commands) {
    const points = Array.from(
      { length: args.length / 2 },
      (_, k) => [args[2 * k]!, args[2 * k + 1]!] as const,
    );
    if (command === "moveTo") start = pen = points[0]!;
    else if (command === "closePath") along([start]);
    else along(points);
  }
  return out;
}

/** Side of the squares that points are sorted into; farther than any of them may be. */
const SQUARE = 8;

/** How far the points of one path stand from the other at most, up to half the space between points. */
function farthest(points: Points, from: Points): number {
  const squares = new Map<string, (readonly [number, number])[]>();
  const square = (x: number, y: number) => `${Math.floor(x / SQUARE)},${Math.floor(y / SQUARE)}`;
  for (const point of from) {
    const key = square(...point);
    squares.set(key, [...(squares.get(key) ?? []), point]);
  }
  let most = 0;
  for (const [x, y] of points) {
    let least = SQUARE * SQUARE;
    for (const dx of [-SQUARE, 0, SQUARE])
      for (const dy of [-SQUARE, 0, SQUARE])
        for (const [a, b] of squares.get(square(x + dx, y + dy)) ?? [])
          least = Math.min(least, (a - x) * (a - x) + (b - y) * (b - y));
    most = Math.max(most, least);
  }
  return Math.sqrt(most);
}
