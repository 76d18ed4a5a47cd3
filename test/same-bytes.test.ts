import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { PROGRAM } from "./program.ts";

type Pdfs = Readonly<Record<string, string>>;

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly node?: string;
  /** Read from the shell, as `umask` takes it. */
  readonly umask?: string;
}

/** All editions of the real issue, as the program itself makes them in a place of its own. */
function built({
  env = {},
  content = join(ROOT, "content"),
  node = process.execPath,
  umask,
}: Surroundings): Pdfs {
  const folder = mkdtempSync(join(tmpdir(), "bytes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const args = [PROGRAM, "build", "--content", content, "--out", folder];
  const [command, ...rest] =
    umask === undefined ? [node, ...args] : ["sh", "-c", `umask ${umask}; exec "$@"`, "sh", node, ...args];
  execFileSync(command!, rest, { cwd: folder, env: { ...process.env, ...env } });
  const names = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

let here: Pdfs = {};
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "bytes-"));
  execFileSync(process.execPath, [PROGRAM, "build", "--content", join(ROOT, "content"), "--out", folder], {
    env: { ...process.env, TZ: "UTC", LANG: "C", LC_ALL: "C" },
  });
  here = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
  rmSync(folder, { recursive: true });
});

function expectSame(there: Pdfs): void {
  expect(Object.keys(here)).toEqual(["2024-14.en.pdf", "2024-14.pdf", "2024-14.zh.pdf"]);
  expect(Object.keys(there)).toEqual(Object.keys(here));
  for (const [name, bytes] of Object.entries(here)) expect(there[name] === bytes, name).toBe(true);
}

describe("the same content gives the same bytes", () => {
  test.each([
    ["Pacific/Kiritimati", "tr_TR.UTF-8"],
    ["America/St_Johns", "zh_CN.UTF-8"],
  ])("in %s and %s", (TZ, locale) => {
    expectSame(built({ env: { TZ, LANG: locale, LC_ALL: locale } }));
  });

  test.skipIf(process.platform === "win32").each(["000", "077"])("with the umask %s", (umask) => {
    expectSame(built({ umask }));
  });

  test("at another path, its files made in another order", () => {
    const room = mkdtempSync(join(tmpdir(), "bytes 双栏 "));
    onTestFinished(() => rmSync(room, { recursive: true }));
    const content = join(room, "深 path", "content");
    mkdirSync(join(content, "themes"), { recursive: true });
    const from = join(ROOT, "content");
    // The folder lists its files in the order in which they came, on many a disk.
    for (const name of readdirSync(join(from, "themes")).sort().reverse())
      writeFileSync(join(content, "themes", name), readFileSync(join(from, "themes", name)));
    for (const name of ["publication.yaml", "2024-14.yaml"]) cpSync(join(from, name), join(content, name));
    expectSame(built({ content }));
  });

  test("by other versions of Node (skipped where there is none)", ({ skip }) => {
    const others = otherNodes();
    if (others.length === 0) skip("no other Node from 20.19 on is installed");
    for (const node of others) expectSame(built({ node }));
  });
});

/** Programs named node or node22 on the path and those that nvm keeps, of versions that can run this one. */
function otherNodes(): readonly string[] {
  const nvm = join(homedir(), ".nvm/versions/node");
  const kept = existsSync(nvm) ? readdirSync(nvm).map((version) => join(nvm, version, "bin/node")) : [];
  const named = ["node", "node20", "node22", "node24", "node26"].flatMap((name) =>
    (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)),
  );
  const seen = new Set([process.version]);
  return [...kept, ...named].filter((path) => {
    if (!existsSync(path)) return false;
    const version = spawnSync(path, ["--version"], { encoding: "utf8" }).stdout.trim();
    const [major = 0, minor = 0] = version.replace("v", "").split(".").map(Number);
    if (seen.has(version) || major < 20 || (major === 20 && minor < 19)) return false;
    seen.add(version);
    return true;
  });
}
