import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shippedName } from "../src/app/shipped-value.ts";
import { EDITIONS } from "../src/base/language.ts";
import { ROOT } from "./fixture.ts";
import { CAN_LINK } from "./links.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";

/** The program in a folder of its own, with the fonts, themes and packages of this one. */
function copy(room: Newsroom): string {
  const folder = room.path("program");
  mkdirSync(folder);
  // Windows lets everybody make these, and no others; elsewhere they are links like any.
  for (const name of ["fonts", "content", "node_modules"])
    symlinkSync(join(ROOT, name), join(folder, name), "junction");
  cpSync(join(ROOT, "package.json"), join(folder, "package.json"));
  cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  return folder;
}

/** @param content A folder of content; this one's if not given. @param cache A folder; none if not given. */
function build(room: Newsroom, program: string, content = join(ROOT, "content"), cache = "off") {
  const args = ["build", "--content", content, "--out", room.path("output")];
  const env = { ...process.env, SHUANGLAN_CACHE: cache };
  const options = { encoding: "utf8", cwd: room.path("."), env } as const;
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(program, "dist/shuanglan.js"), ...args],
    options,
  );
  return { status, stderr };
}

const pdfs = (room: Newsroom) =>
  ["", ".zh", ".en"].map((edition) => readFileSync(room.path(`output/2024-14${edition}.pdf`)));

function built(room: Newsroom, program: string, content?: string) {
  expect(build(room, program, content)).toEqual({ status: 0, stderr: "" });
  return pdfs(room);
}

const KEPT = /^(?:code|programs|sound|stock|theme)%20[\w%.-]+\.kept$/;

describe.skipIf(!CAN_LINK)("what was worked out when the program was bundled", () => {
  test("changes no byte, whether it is there, damaged or missing", () => {
    const room = newsroom();
    const program = copy(room);
    const kept = join(program, "dist/kept");
    const values = readdirSync(kept).filter((name) => KEPT.test(name));
    // Compiled code of building and of help, sound fonts, glyphs of every face that an issue has and what those repeat
    // where the type is not large, themes in their editions.
    const scripts = readdirSync(join(program, "dist/program"));
    const codes = ["build", "help"].map((command) =>
      scripts.filter((script) => values.includes(shippedName(`code ${command} ${script}`))),
    );
    for (const code of codes) expect(code).toContain("program.js");
    expect(codes[0]!.length).toBeGreaterThan(codes[1]!.length);
    const themes = readdirSync(join(ROOT, "content/themes")).length;
    expect(values).toHaveLength(codes.flat().length + 1 + 10 + 8 + themes * EDITIONS.length);
    const whole = built(room, program);
    for (const name of values) {
      const bytes = readFileSync(join(kept, name));
      for (let at = bytes.length >> 1; at < bytes.length; at += 64) bytes[at]! ^= 1;
      writeFileSync(join(kept, name), bytes);
    }
    const damaged = built(room, program);
    rmSync(kept, { recursive: true });
    const missing = built(room, program);
    expect(whole.every((pdf, k) => pdf.equals(damaged[k]!) && pdf.equals(missing[k]!))).toBe(true);
  });

  test("a run that finds an issue as it was reads nothing of what sets it", () => {
    const room = newsroom();
    const program = copy(room);
    const again = () => build(room, program, undefined, room.path("cache"));
    expect(again().status).toBe(0);
    const before = pdfs(room);
    const setting = readdirSync(join(program, "dist/program")).filter((name) =>
      name.startsWith("set-editions"),
    );
    expect(setting).toHaveLength(1);
    rmSync(join(program, "dist/program", setting[0]!));
    expect(again()).toMatchObject({ status: 0, stderr: "" });
    expect(pdfs(room).every((pdf, k) => pdf.equals(before[k]!))).toBe(true);
  });

  test("says nothing of a theme or a font that is another now", () => {
    const room = newsroom();
    const program = copy(room);
    for (const name of ["content", "fonts"]) {
      rmSync(join(program, name));
      cpSync(join(ROOT, name), join(program, name), { recursive: true });
    }
    const content = join(program, "content");
    const before = built(room, program, content);
    const theme = join(content, "themes/briefing.yaml");
    writeFileSync(theme, readFileSync(theme, "utf8").replace("size: 10.5pt", "size: 11pt"));
    const after = built(room, program, content);
    // It is the size of Chinese text.
    expect(after.map((pdf, k) => pdf.equals(before[k]!))).toEqual([false, false, true]);
    const font = join(program, "fonts/STIXTwoText-Regular.ttf");
    writeFileSync(font, readFileSync(font).subarray(0, 100_000));
    const { status, stderr } = build(room, program, content);
    expect([status, stderr]).toEqual([1, expect.stringContaining("STIXTwoText-Regular.ttf")]);
  });

  test("is worked out anew by a bundle that finds another theme", () => {
    const room = newsroom();
    const program = copy(room);
    rmSync(join(program, "content"));
    for (const name of ["content", "src", "scripts", "sample", "tsconfig.json"])
      cpSync(join(ROOT, name), join(program, name), { recursive: true });
    const bundled = () => {
      const options = { encoding: "utf8", cwd: program } as const;
      const { status, stderr } = spawnSync(process.execPath, ["scripts/bundle.mjs"], options);
      const kept = readdirSync(join(program, "dist/kept"));
      return { status, stderr, kept, of: readFileSync(join(program, "dist/kept/of.txt"), "utf8") };
    };
    const first = bundled();
    // The same sources are the same program, though the packages lie elsewhere.
    const same = readFileSync(join(ROOT, "dist/kept/of.txt"), "utf8");
    expect(first).toMatchObject({ status: 0, stderr: "", of: same });
    const theme = join(program, "content/themes/briefing.yaml");
    writeFileSync(theme, readFileSync(theme, "utf8").replace("size: 10.5pt", "size: 11pt"));
    const second = bundled();
    expect(second).toMatchObject({ status: 0, stderr: "", kept: first.kept });
    expect(second.of).not.toBe(first.of);
  }, 120_000);
});
