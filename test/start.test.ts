import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { ISSUE, keptIn, newsroom } from "./newsroom.ts";
import { PROGRAM, program } from "./program.ts";

/** Parts of Node that were loaded when the engine's flags were set first, if they were, and when the program ended. */
interface Loaded {
  readonly before: readonly string[] | null;
  readonly all: readonly string[];
}

const WATCH = `
const loaded = () => process.moduleLoadList.filter((name) => name.startsWith("NativeModule "));
const v8 = require("node:v8");
const set = v8.setFlagsFromString;
let before = null;
v8.setFlagsFromString = (flag) => { before ??= loaded(); set(flag); };
process.on("exit", () =>
  require("node:fs").writeFileSync(__dirname + "/loaded.json", JSON.stringify({ before, all: loaded() })));
`;

/** Runs the program as it is shipped, with its output and its messages in pipes. */
function loadedBy(...args: string[]): Loaded {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE);
  room.write("watch.cjs", WATCH);
  const env = { SHUANGLAN_CACHE: room.path("cache") };
  const node = ["--require", room.path("watch.cjs")];
  expect(program(args, { cwd: room.path("."), env, node })).toMatchObject({ status: 0, stderr: "" });
  return JSON.parse(new TextDecoder().decode(room.read("loaded.json")));
}

test("help asks nothing of Node that takes long to load", () => {
  expect(loadedBy("--help").all).not.toContain("NativeModule crypto");
});

test.skipIf(Number.parseInt(process.versions.v8, 10) > 14)(
  "what a build asks of Node is loaded before the engine's flags are set (skipped where none are: the engine is newer than that of Node 26)",
  () => {
    const { before, all } = loadedBy("build", "--edition", "all");
    expect(all.filter((name) => !before!.includes(name) && name !== "NativeModule process")).toEqual([]);
  },
);

test("an engine that refuses the compiled code that ships makes its own, and takes it again", () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE);
  const env = { SHUANGLAN_CACHE: room.path("cache") };
  const states = Array.from({ length: 8 }, () => {
    const args = ["build", "--edition", "en"];
    const { status } = program(args, { cwd: room.path("."), env, node: ["--stack-trace-limit=99"] });
    expect(status).toBe(0);
    return keptIn(room.path("cache")).map((file) => `${file} ${statSync(file).ino}`);
  });
  expect(states.at(-1)).toEqual(states.at(-2));
});

test("what is printed has no colours where messages go nowhere, whatever the environment asks for", () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE.replace("第一段文字。", "第一段文字,。"));
  const { stdout } = spawnSync(process.execPath, [PROGRAM, "proof"], {
    cwd: room.path("."),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "1", CI: "1" },
  });
  expect(stdout).toContain("2025-01.yaml");
  expect(stdout).not.toContain("\u001b");
});
