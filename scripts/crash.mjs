// Builds and watches that are killed at a random moment → whether the old PDF or the new one was whole, every time.
// npm run crash -- --runs 1000 [--seed 1]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const RUNS = Number(values.runs);
/** Builds at once, each in a folder of its own. */
const LANES = 2;
/** One run in this many is a watch whose issue is saved while it runs. */
const WATCHES = 4;

const PROGRAM = join(import.meta.dirname, "../dist/shuanglan.js");
const PUBLICATION =
  "name: { zh: 试刊, en: Trial }\npublisher: { zh: 编辑部, en: Editorial office }\ntheme: briefing\n";
const issue = (version) => `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - title: { zh: 标题, en: A title }
    body:
${`      - { zh: 第${version}稿，这一段文字有一行多，写到这里才够。, en: This is draft ${version} of a paragraph that takes a line and more. }\n`.repeat(20)}`;

/** Mulberry32: the same moments for the same seed, as far as the machine lets it. */
function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const run = (folder, command) =>
  spawn(
    process.execPath,
    [
      PROGRAM,
      command,
      ...(command === "build" ? ["--edition", "zh"] : []),
      "--content",
      join(folder, "content"),
      "--out",
      join(folder, "output"),
    ],
    // What builds keep for each other is written in the midst of them too.
    { stdio: "ignore", env: { ...process.env, SHUANGLAN_CACHE: join(folder, "cache") } },
  );

const ended = (child) =>
  new Promise((resolve) => child.on("exit", (code, signal) => resolve(signal ?? code)));

const write = (folder, version) => writeFileSync(join(folder, "content/2025-01.yaml"), issue(version));

async function prepare(lane) {
  const folder = mkdtempSync(join(tmpdir(), `crash-${lane}-`));
  mkdirSync(join(folder, "content"));
  writeFileSync(join(folder, "content/publication.yaml"), PUBLICATION);
  const pdf = join(folder, "output/2025-01.zh.pdf");
  const good = [];
  let time = 0;
  for (const version of [1, 2]) {
    write(folder, version);
    const start = performance.now();
    await ended(run(folder, "build"));
    time = performance.now() - start;
    good.push(readFileSync(pdf));
  }
  return { folder, pdf, good, time };
}

/** @returns What was killed, and what was found behind it. */
async function killed({ folder, pdf, good, time }, chance, k) {
  const isWatch = k % WATCHES === WATCHES - 1;
  write(folder, 1 + (k % 2));
  const child = run(folder, isWatch ? "watch" : "build");
  const end = ended(child);
  const kill = () => child.kill("SIGKILL");
  // Half of the moments are any; half are those in which the file is being written.
  const anyTime = setTimeout(kill, chance() * time * (isWatch ? 3 : 1.1));
  let saved = null;
  if (isWatch) saved = setTimeout(() => write(folder, 2 - (k % 2)), chance() * time * 2);
  const watcher = watch(join(folder, "output"), (_event, name) => {
    if (k % 2 === 0 && name?.endsWith(".tmp")) setTimeout(kill, chance() * 3);
  });
  const how = await end;
  clearTimeout(anyTime);
  clearTimeout(saved);
  watcher.close();
  let found = Buffer.alloc(0);
  try {
    found = readFileSync(pdf);
  } catch {
    // No file is as bad as half of one.
  }
  const left = readdirSync(join(folder, "output")).filter((name) => name.endsWith(".tmp")).length;
  return { isWatch, wasKilled: how === "SIGKILL", isWhole: good.some((bytes) => bytes.equals(found)), left };
}

const chance = random(Number(values.seed));
const totals = { build: 0, watch: 0, early: 0, inWriting: 0, broken: 0 };
let next = 0;
const start = performance.now();

async function lane(number) {
  const room = await prepare(number);
  while (next < RUNS) {
    const result = await killed(room, chance, next++);
    if (!result.wasKilled) totals.early += 1;
    else totals[result.isWatch ? "watch" : "build"] += 1;
    if (result.wasKilled && result.left > 0) totals.inWriting += 1;
    if (!result.isWhole) totals.broken += 1;
  }
  // The next build of a folder clears what the killed ones have left.
  write(room.folder, 1);
  await ended(run(room.folder, "build"));
  const left = readdirSync(join(room.folder, "output")).filter((name) => name.endsWith(".tmp"));
  if (left.length > 0 || !readFileSync(room.pdf).equals(room.good[0])) totals.broken += 1;
  rmSync(room.folder, { recursive: true });
}

await Promise.all(Array.from({ length: Math.min(LANES, RUNS) }, (_, k) => lane(k)));
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${RUNS} runs: ${totals.build} builds and ${totals.watch} watches killed (${totals.inWriting} as they wrote), ${totals.early} done before, ${totals.broken} broken, ${seconds} s`,
);
process.exitCode = totals.broken > 0 ? 1 : 0;
