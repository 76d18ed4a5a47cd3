import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { CAN_LINK } from "../../test/links.ts";
import {
  EnvironmentError,
  interrupted,
  isFile,
  isGone,
  isWithin,
  isWritable,
  listFolder,
  machine,
  prepareFolder,
  READ_LIMIT,
  readFile,
  replaceFile,
  staysInside,
  timeOfDay,
  today,
} from "./effects.ts";

const folder = mkdtempSync(join(tmpdir(), "within-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["content", "else/deep"]) mkdirSync(join(folder, name), { recursive: true });
for (const name of ["content/a.png", "else/a.png"]) writeFileSync(join(folder, name), "");
if (CAN_LINK) {
  symlinkSync(join(folder, "else/deep"), join(folder, "content/link"));
  symlinkSync("../else/a.png", join(folder, "content/out.png"));
}

test.each([
  ["content", "content/a.png", true],
  ["content", "else/a.png", false],
  ["content", "content/none.png", true],
])("%s: %s is within: %j", (content, path, isIn) => {
  expect(isWithin(`${folder}/${content}`, `${folder}/${path}`)).toBe(isIn);
});

test.skipIf(!CAN_LINK).each([
  ["content", "content/out.png", false],
  // Dots take away what stands in front of them, wherever it leads.
  ["content/link/..", "content/a.png", true],
  ["content/link/..", "content/out.png", false],
  ["content", "content/link/../a.png", true],
])("by links, %s: %s is within: %j (skipped where none can be made)", (content, path, isIn) => {
  expect(isWithin(`${folder}/${content}`, `${folder}/${path}`)).toBe(isIn);
});

test("a way stays inside unless it leads up or begins anew", () => {
  const ways = ["", "a", "..a/b", "..", join("..", "a"), join(folder, "a")];
  expect(ways.map((way) => staysInside(way))).toEqual([true, true, true, false, false, false]);
});

/** A folder of the test's own. */
function own(): string {
  const made = mkdtempSync(join(tmpdir(), "effects-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

/** The fault that a call ends with, and of what. */
function faultOf(call: () => unknown): readonly [string, string] | null {
  try {
    call();
    return null;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return [error.path, error.reason];
  }
}

/** A process that has ended. */
const ended = (): number => spawnSync(process.execPath, ["--version"]).pid;

describe("reading", () => {
  test("what is no file is none: a folder, a device, something inside a file, no name at all", () => {
    const room = own();
    writeFileSync(join(room, "a"), "text");
    expect(Buffer.from(readFile(join(room, "a"))!).toString()).toBe("text");
    for (const path of [room, join(room, "b"), join(room, "a/b"), "/dev/null", "\0"])
      expect(readFile(path), path).toBeNull();
    expect([isFile(join(room, "a")), isFile(room), isFile(join(room, "a/b"))]).toEqual([true, false, false]);
  });

  test("a file that would fill the memory is told by its path", () => {
    const large = join(own(), "large");
    writeFileSync(large, "");
    truncateSync(large, READ_LIMIT + 1);
    expect(faultOf(() => readFile(large))).toEqual([large, "EFBIG"]);
  });

  test.skipIf(!CAN_LINK)("links in a circle are told by their path (skipped where none can be made)", () => {
    const link = join(own(), "link");
    symlinkSync(link, link);
    expect(faultOf(() => readFile(link))).toEqual([link, "ELOOP"]);
    expect(faultOf(() => listFolder(link))).toEqual([link, "ELOOP"]);
  });

  test("names of a folder are in the order of their code units; what is no folder has none", () => {
    const room = own();
    for (const name of ["乙", "b", "C"]) writeFileSync(join(room, name), "");
    expect([room, join(room, "d"), join(room, "b")].map(listFolder)).toEqual([["C", "b", "乙"], null, null]);
  });
});

describe("a folder to be written to", () => {
  test("is made, and rid of what dead processes of this machine left, of nothing else", () => {
    const room = join(own(), "a/b");
    prepareFolder(room);
    expect(readdirSync(room)).toEqual([]);
    const left = (where: string, pid: number) => `.shuanglan-${where}-${pid}-0123456789ab.tmp`;
    const kept = [left("00000000", ended()), left(machine(), process.pid), "a.pdf"].sort();
    for (const name of [...kept, left(machine(), ended())]) writeFileSync(join(room, name), "");
    prepareFolder(room);
    expect(readdirSync(room).sort()).toEqual(kept);
    expect(faultOf(() => prepareFolder(join(room, "a.pdf")))?.[0]).toBe(join(room, "a.pdf"));
  });

  test("may be one that could be made, but not inside a file, whatever may be done with that", () => {
    const room = own();
    writeFileSync(join(room, "a"), "");
    chmodSync(join(room, "a"), 0o755);
    const paths = [room, join(room, "b/c"), join(room, "a"), join(room, "a/b")];
    expect(paths.map(isWritable)).toEqual([true, true, false, false]);
  });
});

test("a process is gone once it has ended, and not because it is another user's", () => {
  // The first process of Windows is another.
  const other = process.platform === "win32" ? process.ppid : 1;
  expect([isGone(process.pid), isGone(other), isGone(ended())]).toEqual([false, false, true]);
});

describe("a file that is replaced", () => {
  const refusing = (code: string, times: number) => {
    const calls = { count: 0 };
    const rename: typeof renameSync = (from, to) => {
      calls.count += 1;
      if (calls.count <= times) throw Object.assign(new Error(), { code });
      renameSync(from, to);
    };
    return { calls, rename };
  };
  const bytes = Buffer.from("new");

  const linked =
    "keeps its mode, and its name where that is a link; a link to nothing makes what it leads to";
  test.skipIf(!CAN_LINK || process.platform === "win32")(`${linked} (skipped where these are others)`, () => {
    const room = own();
    mkdirSync(join(room, "deep"));
    const [file, link, loose] = ["deep/a", "link", "loose"].map((name) => join(room, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(file, "old");
    chmodSync(file, 0o640);
    symlinkSync("deep/a", link);
    symlinkSync("deep/b", loose);
    for (const path of [link, loose]) {
      replaceFile(path, bytes);
      expect([lstatSync(path).isSymbolicLink(), readFileSync(path, "utf8")]).toEqual([true, "new"]);
    }
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(room, "deep"))).toEqual(["a", "b"]);
  });

  test.each([
    ["EBUSY", 5, null, 6],
    ["EACCES", 1, null, 2],
    ["EPERM", 9, "EPERM", 6],
    ["ENOSPC", 1, "ENOSPC", 1],
  ])("where the system refuses with %s %i times", (code, times, reason, count) => {
    const path = join(own(), "a");
    writeFileSync(path, "old");
    const { calls, rename } = refusing(code, times);
    expect(faultOf(() => replaceFile(path, bytes, rename, "linux"))).toEqual(reason && [path, reason]);
    expect([calls.count, readFileSync(path, "utf8")]).toEqual([count, reason ? "old" : "new"]);
    expect(readdirSync(join(path, ".."))).toEqual(["a"]);
  });

  test.each([
    ["EPERM", "linux", 0o644, "EPERM"],
    ["EPERM", "win32", 0o644, "EBUSY"],
    ["EACCES", "win32", 0o644, "EBUSY"],
    ["EPERM", "win32", 0o444, "EPERM"],
    ["ENOSPC", "win32", 0o644, "ENOSPC"],
  ] as const)("%s of %s for a file of mode %o has the reason %s", (code, platform, mode, reason) => {
    const path = join(own(), "a");
    writeFileSync(path, "old");
    chmodSync(path, mode);
    const { rename } = refusing(code, 9);
    expect(faultOf(() => replaceFile(path, bytes, rename, platform))).toEqual([path, reason]);
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(join(path, ".."))).toEqual(["a"]);
  });

  test("that was not there before is held open by nobody", () => {
    const path = join(own(), "a");
    const { rename } = refusing("EPERM", 9);
    expect(faultOf(() => replaceFile(path, bytes, rename, "win32"))).toEqual([path, "EPERM"]);
  });

  test("is written under a name by which it is cleared where its process dies", () => {
    const room = own();
    let name = "";
    replaceFile(join(room, "a"), bytes, (from, to) => {
      name = basename(String(from));
      renameSync(from, to);
    });
    expect(name).toContain(`-${process.pid}-`);
    writeFileSync(join(room, name.replace(`-${process.pid}-`, `-${ended()}-`)), "");
    prepareFolder(room);
    expect(readdirSync(room)).toEqual(["a"]);
  });

  test("goes where something that was left behind can not be cleared", () => {
    const room = own();
    const left = `.shuanglan-${machine()}-${ended()}-${"0".repeat(12)}.tmp`;
    mkdirSync(join(room, left));
    prepareFolder(room);
    expect(readdirSync(room)).toEqual([left]);
  });

  test("is no folder, and nothing is left beside one", () => {
    const path = join(own(), "a");
    mkdirSync(path);
    expect(faultOf(() => replaceFile(path, bytes))).toEqual([path, "EISDIR"]);
    expect(readdirSync(join(path, ".."))).toEqual(["a"]);
    expect(existsSync(path)).toBe(true);
  });
});

test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const)(
  "%s asks the program to end",
  async (signal) => {
    const before = process.listeners(signal);
    const ended = interrupted();
    const [own, ...others] = process.listeners(signal).filter((listener) => !before.includes(listener));
    expect([typeof own, others]).toEqual(["function", []]);
    own!(signal);
    await ended;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const)
      for (const listener of process.listeners(name))
        if (!before.includes(listener)) process.off(name, listener);
  },
);

test("the day and the time of the day are those of here, each number with two digits", () => {
  vi.useFakeTimers({ now: new Date(2025, 2, 9, 4, 5, 6) });
  onTestFinished(() => void vi.useRealTimers());
  expect([today(), timeOfDay()]).toEqual([{ year: 2025, month: 3, day: 9 }, "04:05:06"]);
});
