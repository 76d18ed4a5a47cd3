import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CAN_LINK } from "../../test/links.ts";
import { machine } from "./effects.ts";
import { knownPreviews, makeKnown, previewsFolder, trueFile } from "./known-previews.ts";

/** A folder of the test's own, all links followed. */
function own(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), "known-")));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const at = (port: number): string => `http://127.0.0.1:${port}/`;
const ended = (): number => spawnSync(process.execPath, ["--version"]).pid;

test("what a preview lets be known is found by its user until it is taken back", () => {
  const room = own();
  mkdirSync(join(room, "content"));
  const named = CAN_LINK ? "link" : "content";
  if (CAN_LINK) symlinkSync("content", join(room, "link"));
  const folder = join(room, "a/previews");
  const forget = makeKnown(folder, { content: join(room, named), url: at(4001), key: "k" })!;
  const name = `preview-${machine()}-${process.pid}-4001.json`;
  expect(readdirSync(folder)).toEqual([name]);
  if (process.platform !== "win32")
    expect([folder, join(folder, name)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  expect(knownPreviews(folder)).toEqual([{ content: join(room, "content"), url: at(4001), key: "k" }]);
  // The same port again: what a preview before left there is not this one's.
  const again = makeKnown(folder, { content: join(room, "content"), url: at(4001), key: "other" });
  expect(knownPreviews(folder).map(({ key }) => key)).toEqual(["other"]);
  forget();
  again!();
  expect([knownPreviews(folder), readdirSync(folder)]).toEqual([[], []]);
});

test("those that dead processes of this machine left are cleared, those of others stay", () => {
  const folder = own();
  const name = (where: string, pid: number, port: number) => `preview-${where}-${pid}-${port}.json`;
  const names = [name("00000000", ended(), 2), name(machine(), process.pid, 1), name(machine(), ended(), 3)];
  const other = `${name(machine(), ended(), 4)}.bak`;
  for (const [k, file] of [...names, other].entries())
    writeFileSync(join(folder, file), JSON.stringify({ content: "/c", url: at(k), key: `${k}` }));
  const found = knownPreviews(folder).map(({ key }) => key);
  expect(found.sort()).toEqual(["0", "1"]);
  expect(readdirSync(folder).sort()).toEqual([names[0], names[1], other].sort());
  // One that begins clears them as well.
  writeFileSync(join(folder, names[2]!), "");
  makeKnown(folder, { content: folder, url: at(5), key: "5" });
  expect(readdirSync(folder)).not.toContain(names[2]);
});

test.each([
  ["cut short", '{"content":"/c"'],
  ["nothing", "null"],
  ["without its folder", JSON.stringify({ url: at(1), key: "k" })],
  ["without its address", JSON.stringify({ content: "/c", key: "k" })],
  ["without its key", JSON.stringify({ content: "/c", url: at(1) })],
  ["on another machine", JSON.stringify({ content: "/c", url: "http://192.0.2.1:80/", key: "k" })],
  ["at more than a port", JSON.stringify({ content: "/c", url: `${at(1)}a`, key: "k" })],
])("a preview that is %s is none, and hides no other", (_, text) => {
  const folder = own();
  writeFileSync(join(folder, `preview-${machine()}-${process.pid}-1.json`), text);
  expect(knownPreviews(folder)).toEqual([]);
  makeKnown(folder, { content: folder, url: at(2), key: "k" });
  expect(knownPreviews(folder).map(({ url }) => url)).toEqual([at(2)]);
});

test.skipIf(process.platform === "win32")(
  "a folder that others may write to is neither written to nor believed (skipped on Windows, which has no such modes)",
  () => {
    const folder = own();
    makeKnown(folder, { content: folder, url: at(1), key: "k" });
    const left = join(folder, `preview-${machine()}-${ended()}-9.json`);
    writeFileSync(left, "");
    chmodSync(folder, 0o777);
    expect(knownPreviews(folder)).toEqual([]);
    expect(makeKnown(folder, { content: folder, url: at(2), key: "k" })).toBeNull();
    expect(existsSync(left)).toBe(true);
  },
);

test("where there is no folder for them, or none can be made, none is known", () => {
  const room = own();
  writeFileSync(join(room, "a"), "");
  expect(makeKnown(join(room, "a/b"), { content: room, url: at(1), key: "k" })).toBeNull();
  expect(makeKnown(join(room, "b"), { content: join(room, "none"), url: at(1), key: "k" })).toBeNull();
  expect(knownPreviews(join(room, "none"))).toEqual([]);
  expect(previewsFolder({ XDG_CACHE_HOME: room }, "linux")).toMatch(/previews$/);
  expect(previewsFolder({}, "win32")).toBeNull();
});

test.skipIf(!CAN_LINK)(
  "a file's path follows the links of its folder, and not its own (skipped where none can be made)",
  () => {
    const room = own();
    mkdirSync(join(room, "content"));
    writeFileSync(join(room, "content/a"), "");
    symlinkSync("content", join(room, "link"));
    symlinkSync("a", join(room, "content/b"));
    expect(trueFile(join(room, "link/b"))).toBe(join(room, "content/b"));
  },
);

test("a file that the disk takes in other letters is called as its folder has it", () => {
  const room = own();
  const called = (typed: string, names: readonly string[]) => trueFile(join(room, typed), () => names);
  expect(called("2024-14.YAML", ["2024-13.yaml", "2024-14.yaml"])).toBe(join(room, "2024-14.yaml"));
  expect(called("A.yaml", ["a.yaml", "A.yaml"])).toBe(join(room, "A.yaml"));
  expect(called("é.yaml".normalize("NFC"), ["é.yaml".normalize("NFD")])).toBe(
    join(room, "é.yaml".normalize("NFD")),
  );
  expect(called("b.yaml", ["a.yaml"])).toBe(join(room, "b.yaml"));
});
