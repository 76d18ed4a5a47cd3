import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { programFile } from "../src/app/find-program.ts";
import { cacheCheck, editorCheck, nodeCheck } from "../src/app/machine-checks.ts";
import { ROOT } from "./fixture.ts";
import { captured, ISSUE, type Newsroom, newsroom, ownFonts } from "./newsroom.ts";

interface Told {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly en: string;
    readonly zh: string;
  }[];
}

async function examined(room: Newsroom) {
  const { exit, out } = await room.shuanglan("doctor", "--json");
  const told = JSON.parse(out) as Told;
  return { exit, ok: told.ok, of: (name: string) => told.checks.find((check) => check.name === name)! };
}

test.each([
  ['"{bin}/my editor" --goto {file}:{line}', "ok"],
  ["'{bin}/my editor'", "ok"],
  ['"my editor" {file}', "ok"],
  ['"{bin}/no editor" {file}', "warning"],
  ["my editor", "warning"],
] as const)("an editor named as %s is looked for as it will be started: %s", (command, verdict) => {
  const room = newsroom();
  mkdirSync(room.path("bin"));
  room.write(`bin/my editor${process.platform === "win32" ? ".exe" : ""}`, "");
  const bin = room.path("bin").replaceAll("\\", "/");
  expect(editorCheck(command.replace("{bin}", bin), bin)).toMatchObject({ verdict });
});

test.each([
  ['"C:\\Program Files\\Notepad++\\notepad++.exe" {file} -n{line}', "ok"],
  ["code --goto {file}:{line}", "ok"],
  ["", "ok"],
  ["subl", "warning"],
  ["C:\\subl.exe", "warning"],
])("on Windows an editor named as %s is looked for as it will be started: %s", (command, verdict) => {
  const there = ["C:\\Program Files\\Notepad++\\notepad++.exe", "C:\\VS Code\\bin\\code.cmd"];
  const fileOf = (program: string, path: string) =>
    programFile(program, path, "win32", (file) => there.includes(file));
  expect(editorCheck(command, "C:\\Windows;C:\\VS Code\\bin", fileOf).verdict).toBe(verdict);
});

test.skipIf(process.platform === "win32")(
  "a folder of the PATH that can not be looked into is passed over",
  () => {
    const room = newsroom();
    symlinkSync(room.path("circle"), room.path("circle"));
    mkdirSync(room.path("bin"));
    room.write("bin/code", "");
    expect(editorCheck("", `${room.path("circle")}:${room.path("bin")}`).verdict).toBe("ok");
    expect(editorCheck("", room.path("circle")).verdict).toBe("note");
  },
);

describe("doctor", () => {
  test("a newsroom in order", async () => {
    const { exit, ok, of } = await examined(newsroom());
    expect([exit, ok]).toEqual([0, true]);
    for (const name of ["node", "fonts", "licences", "checksums", "content", "theme", "output"])
      expect([name, of(name).verdict]).toEqual([name, "ok"]);
  });

  test("in the terminal each check is a line, its faults below with their places", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    const { exit, out, err } = await room.shuanglan("doctor", "--lang", "zh");
    expect(exit).toBe(1);
    expect(out).toMatch(/✗ .*：共 1 期，1 处错误，0 处警告/);
    expect(err).toMatch(/2025-01\.yaml:2:1: 错误：/);
  });

  test("a font that was changed, and one without its licence", async () => {
    const room = newsroom();
    ownFonts(room);
    const [file = ""] = readdirSync(room.path("fonts")).filter((name) => name.startsWith("LXGW"));
    appendFileSync(room.path(`fonts/${file}`), "\0");
    rmSync(room.path("fonts/OFL-STIXTwoText.txt"));
    const { exit, of } = await examined(room);
    expect(exit).toBe(1);
    expect(of("checksums")).toMatchObject({ verdict: "error", en: expect.stringContaining(file) });
    expect(of("licences")).toMatchObject({
      verdict: "warning",
      zh: expect.stringContaining("STIXTwoText-Regular.ttf"),
    });
  });

  test("a cache that others can write into, one of one's own, and none", () => {
    const room = newsroom();
    const folder = room.path("cache");
    expect(cacheCheck(folder)).toMatchObject({
      name: "cache",
      verdict: "ok",
      en: `${folder}: 0 MB kept of earlier builds; it may be deleted at any time`,
    });
    mkdirSync(folder, { mode: 0o700 });
    room.write(`cache/${"0".repeat(32)}.kept`, "x".repeat(1_100_000));
    expect(cacheCheck(folder).zh).toContain("2 MB");
    expect(cacheCheck(null).verdict).toBe("note");
    if (process.platform === "win32") return;
    chmodSync(folder, 0o777);
    expect(cacheCheck(folder)).toMatchObject({
      verdict: "warning",
      zh: expect.stringContaining("chmod 700"),
    });
  });

  test("a font that is none", async () => {
    const room = newsroom();
    ownFonts(room);
    room.write("fonts/NotoSansSC-Bold.ttf", "no font");
    const { exit, of } = await examined(room);
    expect([exit, of("fonts").verdict]).toEqual([1, "error"]);
  });

  test("a theme that is no UTF-8 is told as that, and not as missing", async () => {
    const room = newsroom();
    mkdirSync(room.path("content/themes"));
    appendFileSync(
      room.path("content/themes/ours.yaml"),
      Buffer.from("extends: briefing\n# \xd6\xd0\n", "latin1"),
    );
    room.write("content/publication.yaml", "name: A\npublisher: B\ntheme: ours\n");
    expect((await examined(room)).of("theme").verdict).toBe("error");
    const { err } = await room.shuanglan("--lang", "en", "doctor");
    expect(err).toContain("ours.yaml: error: the file is not UTF-8");
    expect(err).not.toContain("there is no theme");
    expect((await room.shuanglan("--lang", "en", "build")).err).not.toContain("there is no theme");
  });

  test("a theme that is not there", async () => {
    const room = newsroom();
    room.write("content/publication.yaml", "name: A\npublisher: B\ntheme: briefin\n");
    expect((await examined(room)).of("theme").verdict).toBe("error");
  });

  test.skipIf(process.platform !== "linux")(
    "an output folder that the system makes none in is one too",
    async () => {
      const room = newsroom();
      const at = ["--content", room.path("content"), "--out", "/proc/shuanglan/output"];
      const { exit, out } = await captured(() => run(["doctor", "--json", ...at], "0.0.0"));
      const told = JSON.parse(out) as Told;
      expect([exit, told.checks.find(({ name }) => name === "output")!.verdict]).toEqual([3, "error"]);
    },
  );

  test("looking at an output folder leaves nothing in it, and makes none", async () => {
    const room = newsroom();
    await examined(room);
    expect(existsSync(room.path("output"))).toBe(false);
    mkdirSync(room.path("output"));
    const { of } = await examined(room);
    expect([of("output").verdict, readdirSync(room.path("output"))]).toEqual(["ok", []]);
  });

  test("an output folder that is a file is a fault of the machine", async () => {
    const room = newsroom();
    room.write("output", "");
    const { exit, of } = await examined(room);
    expect([exit, of("output").verdict]).toEqual([3, "error"]);
  });

  test.each([
    ["18.20.4", "error"],
    ["20.18.3", "error"],
    ["20.19.0", "ok"],
    ["24.1.0", "ok"],
  ])("Node %s: %s", (version, verdict) => {
    expect(nodeCheck(version).verdict).toBe(verdict);
  });

  test("the oldest Node is the one that package.json asks for", () => {
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const oldest = engines.node.replace(">=", "");
    expect(nodeCheck("1.0.0").en).toContain(` install ${oldest} or later`);
  });
});
