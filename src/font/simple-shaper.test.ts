import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { HAN_SHAPING, LATIN_SHAPING } from "../inline/letters.ts";
import type { Glyph, Shaping } from "./face.ts";
import { fontInMemory } from "./font-source.ts";
import { fullShaper } from "./full-shaper.ts";
import { openSfnt } from "./sfnt.ts";
import { hasHard, isHard, simpleShaper } from "./simple-shaper.ts";

const FONTS = join(ROOT, "fonts");
const full = fullShaper(() => ({ create: (bytes) => create(bytes as Buffer) }));

const issue = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");
const words = [
  ...new Set(issue.match(/[A-Za-z0-9.,;:'"()&@/-]+/g)),
  ..."office fjord affluent TyVeAVA 1/2 “To” ‘We’ – naïve Ångström".split(" "),
  "AVATAR. fi ff ffi fl",
];
const marks = ["，", "。", "“", "”", "（", "）", "——", "……", "·", "：“", "%", "①", "！", "—"];

const plain = (glyphs: readonly Glyph[]) =>
  glyphs.map(({ gid, advance, dx, dy, text }) => [
    gid,
    advance.toFixed(6),
    dx.toFixed(6),
    dy.toFixed(6),
    text,
  ]);

describe.each(readdirSync(FONTS).filter((name) => name.endsWith(".ttf")))("%s", (file) => {
  const bytes = readFileSync(join(FONTS, file));
  const simple = simpleShaper(openSfnt(fontInMemory(bytes)));
  const whole = full(bytes);
  const differing = (texts: readonly string[], shaping: Shaping) =>
    texts.filter((text) => {
      const made = simple(text, shaping);
      return !made || JSON.stringify(plain(made)) !== JSON.stringify(plain(whole(text, shaping)));
    });

  test("shapes every word of the real issue, and awkward ones, as fontkit does", () => {
    expect(differing(words, LATIN_SHAPING)).toEqual([]);
  });

  test("shapes Chinese marks as fontkit does", () => {
    expect(differing(marks, HAN_SHAPING)).toEqual([]);
  });

  test.each(["e\u0301", "ภาษา", "شنگهای", "1\u20442", "क्षि"])("leaves %s to the full shaper", (text) => {
    expect(simple(text, LATIN_SHAPING)).toBeNull();
  });
});

test("texts that are hard are told from others as the whole pattern tells them", () => {
  for (let code = 0; code < 0x20000; code++) {
    const char = String.fromCodePoint(code);
    expect(isHard(char), code.toString(16)).toBe(hasHard(char));
  }
});
