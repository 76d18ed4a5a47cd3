import { symlinkSync, writeFileSync } from "node:fs";
import { encode } from "jpeg-js";
import { expect, test } from "vitest";
import { pressProfile } from "../scripts/fuzz/press-profile.ts";
import { ISSUE, type Newsroom, newsroom, PUBLICATION } from "./newsroom.ts";
import { jpeg } from "./picture-files.ts";

const press = pressProfile();

function withProfile(icc: string): Newsroom {
  const room = newsroom();
  room.write("content/publication.yaml", `${PUBLICATION}print: { icc: ${JSON.stringify(icc)} }\n`);
  return room;
}

const printed = (room: Newsroom) => room.shuanglan("build", "--print", "--edition", "zh");

test("a profile from outside the content folder is refused, through dots or links", async () => {
  for (const icc of ["../press.icc", "/etc/hostname", "https://example.org/press.icc", "linked.icc"]) {
    const room = withProfile(icc);
    writeFileSync(room.path("press.icc"), press);
    if (icc === "linked.icc" && process.platform !== "win32")
      symlinkSync(room.path("press.icc"), room.path("content/linked.icc"));
    const { exit, err } = await printed(room);
    expect(err, icc).toContain(
      icc === "linked.icc" && process.platform === "win32" ? "no file" : "is not in the content folder",
    );
    expect(exit).toBe(1);
  }
});

test("a damaged profile is told as one; a whole one is taken", async () => {
  const room = withProfile("press.icc");
  room.write("content/press.icc", press.subarray(0, 700));
  const cut = await printed(room);
  expect(cut.err).toContain("press.icc is damaged");
  expect(cut.exit).toBe(1);
  room.write("content/press.icc", press);
  const { exit, err } = await printed(room);
  expect(err).toBe("");
  expect(exit).toBe(0);
});

function withPhotograph(bytes: Uint8Array): Newsroom {
  const room = withProfile("press.icc");
  room.write("content/press.icc", press);
  room.write("content/a.jpg", bytes);
  const figure = "      - figure: { src: a.jpg, alt: { zh: 图, en: A figure } }\n";
  room.write("content/2025-01.yaml", `${ISSUE}${figure}`);
  return room;
}

test("a photograph whose samples can not be turned into inks is told with its place, and is no fault of the program", async () => {
  const whole = encode(
    { width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).map((_, k) => (k * 31) & 255) },
    90,
  ).data;
  // Restarts among the samples that no decoder expects.
  const middle = whole.length >> 1;
  const noise = Uint8Array.from([
    ...whole.subarray(0, middle),
    ...Array(40).fill([0x7f, 0xff, 0xd3]).flat(),
    ...whole.subarray(middle),
  ]);
  const { exit, err } = await printed(withPhotograph(noise));
  expect(err).toMatch(/2025-01\.yaml:\d+:\d+: .*a\.jpg cannot be printed: the file is damaged/);
  expect(exit).toBe(1);
});

test("one with too many pixels for it is told what to do", async () => {
  const { exit, err } = await printed(withPhotograph(jpeg({ size: 10_000 })));
  expect(err).toContain("too many pixels to be turned into the inks of the press");
  expect(exit).toBe(1);
});
