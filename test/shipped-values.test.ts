import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";

/** The program in a folder of its own, with the fonts, themes and packages of this one. */
function copy(room: Newsroom): string {
  const folder = room.path("program");
  mkdirSync(folder);
  for (const name of ["fonts", "content", "node_modules", "package.json"])
    symlinkSync(join(ROOT, name), join(folder, name));
  cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
  return folder;
}

function built(room: Newsroom, program: string) {
  const args = ["build", "--content", join(ROOT, "content"), "--out", room.path("output"), "--no-cache"];
  const { status, stderr } = spawnSync(process.execPath, [join(program, "dist/shuanglan.js"), ...args], {
    encoding: "utf8",
    cwd: room.path("."),
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("bug")]);
  return ["", ".zh", ".en"].map((edition) => readFileSync(room.path(`output/2024-14${edition}.pdf`)));
}

const KEPT = /^[0-9a-f]{32}\.kept$/;

describe.skipIf(process.platform === "win32")("what was worked out when the program was bundled", () => {
  test("changes no byte, whether it is there, damaged or missing", () => {
    const room = newsroom();
    const program = copy(room);
    const kept = join(program, "dist/kept");
    const values = readdirSync(kept).filter((name) => KEPT.test(name));
    expect(values).toHaveLength(3);
    const whole = built(room, program);
    for (const name of values) {
      const bytes = readFileSync(join(kept, name));
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(join(kept, name), bytes);
    }
    const damaged = built(room, program);
    rmSync(kept, { recursive: true });
    const missing = built(room, program);
    expect(whole.every((pdf, k) => pdf.equals(damaged[k]!) && pdf.equals(missing[k]!))).toBe(true);
  });
});
