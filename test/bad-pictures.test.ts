import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspectPicture } from "../src/app/picture-file.ts";
import { type Trial, tried } from "./bad-inputs.ts";
import { ISSUE, type Newsroom, newsroom } from "./newsroom.ts";
import { jpeg, png } from "./picture-files.ts";

/** An issue with one figure. */
const withFigure = (room: Newsroom, src: string): void => {
  const figure = `      - figure: { src: ${JSON.stringify(src)}, alt: { zh: 图, en: A figure } }\n`;
  room.write("content/2025-01.yaml", `${ISSUE}${figure}`);
};

const file = (name: string, bytes: Uint8Array | string, says: RegExp): Trial => ({
  prepare: (room) => {
    withFigure(room, name);
    room.write(`content/${name}`, bytes);
  },
  says,
});

const src = (path: string): Trial => ({
  prepare: (room) => withFigure(room, path),
  says: /is not in the content folder/,
});

const whole = png({ width: 4, height: 4 });
const flipped = Uint8Array.from(whole, (byte, k) => (k === whole.length - 20 ? byte ^ 1 : byte));
/** Filter 9 in the third row. */
const badFilter = (colourType: number, length: number) => {
  const rows = new Uint8Array(4 * length);
  rows[2 * length] = 9;
  return png({ width: 4, height: 4, colourType, rows });
};

test.each(["map.png", "./map.png", "images/map.jpg", "mpa.png"])(
  "a picture that is in figures is looked for there: %s",
  async (typed) => {
    const room = newsroom();
    withFigure(room, typed);
    mkdirSync(room.path("content/figures"));
    room.write("content/figures/map.png", whole);
    const { exit, err } = await room.shuanglan("build", "--edition", "zh");
    expect(exit).toBe(1);
    expect(err).toContain("; did you mean “figures/map.png”?");
  },
);

test.each([
  ["map.jpg", "with another ending"],
  ["Map.PNG", "in other letters"],
  ["mpa.png", "with a slip"],
  ["content/figures/map.png", "from the folder above"],
  ["figures\\\\map.png", "with backslashes"],
])("of a picture that was typed as %s, %s, the right name is told", async (typed) => {
  const room = newsroom();
  const inFolder = typed.includes("figures") ? typed : `figures/${typed}`;
  withFigure(room, inFolder.replaceAll("\\\\", "\\"));
  mkdirSync(room.path("content/figures"));
  room.write("content/figures/map.png", whole);
  room.write("content/figures/notes.txt", "");
  const { exit, err } = await room.shuanglan("build", "--edition", "zh");
  expect(exit).toBe(1);
  expect(err).toContain("; did you mean “figures/map.png”?");
});

describe("a picture that is not as it has to be", () => {
  tried("image", {
    "image-missing": [
      { prepare: (room) => withFigure(room, "nope.png"), says: /there is no picture nope\.png/ },
      {
        prepare: (room) => withFigure(room, "a\\u0000b.png"),
        says: /a character that no reader sees|no picture/,
      },
      { prepare: (room) => withFigure(room, "."), says: /there is no picture/ },
    ],
    "image-path-traversal": [
      "../../../etc/passwd",
      "/etc/passwd",
      "file:///etc/passwd",
      "C:\\Windows\\win.ini",
      "\\\\server\\share\\a.png",
      "figures/../../x.png",
      "figures\\..\\..\\x.png",
      "https://example.org/a.png",
      "data:image/png;base64,AAAA",
      "~/a.png",
    ].map(src),
    "image-symlink-out": [
      {
        prepare: (room) => {
          writeFileSync(room.path("outside.png"), whole);
          symlinkSync(room.path("outside.png"), room.path("content/img.png"));
          withFigure(room, "img.png");
        },
        says: /is not in the content folder/,
        needsLinks: true,
      },
      {
        prepare: (room) => {
          mkdirSync(room.path("elsewhere"));
          writeFileSync(room.path("elsewhere/img.png"), whole);
          symlinkSync(room.path("elsewhere"), room.path("content/figures"));
          withFigure(room, "figures/img.png");
        },
        says: /is not in the content folder/,
        needsLinks: true,
      },
    ],
    "image-svg-script": [
      file(
        "a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        /it is an SVG drawing/,
      ),
      file(
        "b.png",
        '\uFEFF<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        /it is an SVG drawing/,
      ),
    ],
    "image-truncated-png": [
      file("a.png", whole.subarray(0, whole.length >> 1), /the file is damaged/),
      file("b.png", png({ width: 4, height: 4, end: false }), /the file is damaged/),
      file("c.png", png({ width: 40, height: 40, rows: new Uint8Array(40) }), /the file is damaged/),
      file("d.jpg", jpeg({ end: false }), /the file is damaged/),
      file("e.jpg", jpeg().subarray(0, 40), /the file is damaged/),
      file("f.png", new Uint8Array(), /the file is damaged/),
    ],
    "image-crc-png": [file("a.png", flipped, /the file is damaged/)],
    "image-huge-dims": [
      file("a.png", png({ width: 2 ** 31 - 1, height: 2 ** 31 - 1 }), /more pixels than can be printed/),
      file("b.png", png({ width: 20_000, height: 20_000, colourType: 6 }), /more pixels than can be printed/),
      file("c.jpg", jpeg({ size: 65_535 }), /more pixels than can be printed/),
    ],
    "image-zero-dims": [
      file("a.png", png({ width: 0, height: 0 }), /no width or no height/),
      file("b.jpg", jpeg({ size: 0 }), /no width or no height/),
    ],
    "image-bad-filter-async": [
      file("a.png", badFilter(6, 17), /the file is damaged/),
      file("b.png", badFilter(2, 13), /the file is damaged/),
      file("c.png", png({ width: 4, height: 4, interlaced: true }), /the file is damaged/),
      file("d.png", png({ width: 4, height: 4, colourType: 3, palettes: 2 }), /the file is damaged/),
      file("e.png", png({ width: 4, height: 4, colourType: 3, palettes: 0 }), /the file is damaged/),
    ],
    // A picture in four inks keeps them, with a profile of its own.
    "image-cmyk-jpeg": [],
    "image-gif-webp": [
      file("a.gif", "GIF89a", /it is a GIF picture; save it as PNG or JPEG/),
      file("b.png", Buffer.from("RIFF\0\0\0\0WEBPVP8 ", "latin1"), /it is a WebP picture/),
      file("c.jpg", Buffer.from("\0\0\0\x1cftypavif", "latin1"), /it is an AVIF or HEIC picture/),
      file("d.tif", Buffer.from("II*\0", "latin1"), /it is a TIFF picture/),
      file("e.png", "a text", /neither PNG nor JPEG/),
    ],
    // It is set upright.
    "image-exif-rotation": [],
  });

  test.skipIf(process.platform === "win32")("a pipe is no picture, and is not waited for", async () => {
    const room = newsroom();
    execFileSync("mkfifo", [room.path("content/pipe.png")]);
    withFigure(room, "pipe.png");
    expect((await room.shuanglan("build")).err).toContain("there is no picture pipe.png");
  });
});

describe("a picture that is as it has to be", () => {
  const rowLength = { 0: 5, 2: 13, 3: 5, 4: 9, 6: 17 } as const;
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ...([0, 2, 3, 4, 6] as const).map(
      (colourType) =>
        [
          `PNG of colour type ${colourType}`,
          png({ width: 4, height: 4, colourType, rows: new Uint8Array(4 * rowLength[colourType]) }),
        ] as const,
    ),
    ["PNG of sixteen bits with alpha", png({ width: 4, height: 4, colourType: 6, bits: 16 })],
    // Seven passes; the third and the fifth of a picture of four pixels have a row less than the rest.
    ["interlaced PNG", png({ width: 1, height: 1, interlaced: true, rows: new Uint8Array(4) })],
    ["grey JPEG", jpeg({ channels: 1 })],
    ["JPEG in colour", jpeg()],
    ["JPEG in four inks", jpeg({ channels: 4 })],
    ["progressive JPEG", jpeg({ frame: 0xc2 })],
    ["JPEG that says it is upright", jpeg({ orientation: 1 })],
    ["JPEG of a camera on its side", jpeg({ orientation: 6 })],
    ["grey JPEG of a camera on its head", jpeg({ channels: 1, orientation: 3 })],
  ];

  test.each(kinds)("%s", async (_kind, bytes) => {
    expect(inspectPicture(bytes)).toBeTypeOf("object");
    const room = newsroom();
    withFigure(room, "a.bin");
    room.write("content/a.bin", bytes);
    const { exit, err } = await room.shuanglan("build");
    expect(err).toBe("");
    expect(exit).toBe(0);
  });

  test("no cut of a file is taken for a whole one", () => {
    for (const bytes of [whole, jpeg(), jpeg({ orientation: 1 })])
      for (let length = 0; length < bytes.length; length++)
        expect(inspectPicture(bytes.subarray(0, length)), String(length)).toBeTypeOf("string");
  });

  test("no flipped bit of a PNG is taken for a whole one", () => {
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const bytes = Uint8Array.from(whole, (byte, k) => (k === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(inspectPicture(bytes), String(bit)).toBeTypeOf("string");
    }
  });
});
