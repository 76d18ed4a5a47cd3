// One watch of the real issue, thousands of edits, then saves in bursts → whether its memory stays level, whether the
// PDF is ever anything but whole, and whether it is in the end what a program that has just been started makes.
// npm run endurance -- --rebuilds 10000 [--burst 12] [--rate 100] [--edition bilingual] [--heap FOLDER]
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    rebuilds: { type: "string", default: "1000" },
    burst: { type: "string", default: "12" },
    rate: { type: "string", default: "100" },
    edition: { type: "string", default: "bilingual" },
    heap: { type: "string" },
  },
});
const REBUILDS = Number(values.rebuilds);
/** Seconds of saving, and saves a second. */
const BURST = Number(values.burst);
const RATE = Number(values.rate);
/** Rebuilds between two looks at the memory, and between two comparisons with a cold build. */
const LOOK = Math.max(1, Math.round(REBUILDS / 200));
const COMPARE = Math.max(1, Math.round(REBUILDS / 10));
/** Milliseconds after which a save that led to nothing is lost. */
const PATIENCE = 30_000;
/** Growth over the last half that is the collector's noise and not the program's, bytes. */
const NOISE = 1e6;

const ROOT = join(import.meta.dirname, "..");
const PROGRAM = join(ROOT, "dist/shuanglan.js");
const NAME = values.edition === "bilingual" ? "2024-14.pdf" : `2024-14.${values.edition}.pdf`;

const folder = mkdtempSync(join(tmpdir(), "endurance-"));
const content = join(folder, "content");
const issue = join(content, "2024-14.yaml");
const pdf = join(folder, "output", NAME);
cpSync(join(ROOT, "content"), content, { recursive: true });
const original = readFileSync(issue, "utf8");

const failures = [];
const must = (holds, what) => {
  if (!holds) failures.push(what);
};

// ---- edits

const CYCLE = {
  zh: ["进步", "成长", "推进", "提升", "壮大", "繁荣", "前进"],
  en: ["growth", "progress", "advance", "renewal", "change"],
};
/** In paragraphs alone: each style keeps words of its own, and those of titles would take days to be as many as are kept. */
const isInParagraph = ({ index }) => {
  const start = original.lastIndexOf("\n", index) + 1;
  return original.indexOf("\n", index) - start > 200;
};
const placesOf = (word) =>
  [...original.matchAll(word)].filter(isInParagraph).map(({ 0: { length }, index }) => ({ index, length }));
const PLACES = { zh: placesOf(/发展/g), en: placesOf(/\bdevelopment\b/g) };
/** Characters that the issue has already: new words, no new glyphs. */
const HAN = [...new Set(original.match(/\p{Script=Han}/gu))];

/** A word that no edit before had. */
const fresh = {
  zh: (k) => HAN[k % HAN.length] + HAN[Math.floor(k / HAN.length) % HAN.length],
  en: (k) =>
    `re${[...k.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("")}tion`,
};

/**
 * The issue with one word changed: by turns in either language, to one that comes again or, three times out of four,
 * to one that never does, so that whatever keeps words has all that it holds before half of the edits are made.
 */
function edit(k) {
  const language = k % 2 === 0 ? "zh" : "en";
  const turn = k >> 1;
  const places = PLACES[language];
  const { index, length } = places[turn % places.length];
  const words = CYCLE[language];
  const word = turn % 4 === 0 ? words[(turn >> 2) % words.length] : fresh[language](k);
  return original.slice(0, index) + word + original.slice(index + length);
}

/** As editors save: into the file itself, or into another that takes its place. */
function save(k) {
  if (k % 3 !== 0) return writeFileSync(issue, edit(k));
  writeFileSync(join(content, ".saved"), edit(k));
  renameSync(join(content, ".saved"), issue);
}

// ---- the program

/** Answers, in the watching process, with what its memory holds after a collection. */
const METER = `import { getHeapSpaceStatistics, writeHeapSnapshot } from "node:v8";
process.on("message", (path) => {
  for (let k = 0; k < 3; k++) globalThis.gc();
  const spaces = Object.fromEntries(getHeapSpaceStatistics().map((s) => [s.space_name, s.space_used_size]));
  if (path) writeHeapSnapshot(path);
  process.send({ ...process.memoryUsage(), spaces });
});
process.channel.unref();`;

const child = spawn(
  process.execPath,
  [
    "--expose-gc",
    "--import",
    `data:text/javascript,${encodeURIComponent(METER)}`,
    PROGRAM,
    "watch",
    "--edition",
    values.edition,
    "--content",
    content,
    "--out",
    join(folder, "output"),
  ],
  { stdio: ["ignore", "pipe", "pipe", "ipc"] },
);
let lines = 0;
let faults = 0;
let isBurst = false;
let heard = () => {};
child.stdout.on("data", (chunk) => {
  lines += String(chunk).split("\n").length - 1;
  heard();
});
child.stderr.on("data", (chunk) => {
  faults += 1;
  // In a burst half a save may be read; otherwise nothing is wrong with any of them.
  if (!isBurst) failures.push(String(chunk));
});
const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));

/** Resolves when the program has told of so many files that it wrote. */
async function told(count) {
  const late = AbortSignal.timeout(PATIENCE);
  while (lines < count) {
    if (late.aborted) throw new Error(`a save was not seen: ${lines} of ${count} files were written`);
    await new Promise((resolve) => {
      heard = resolve;
      late.addEventListener("abort", resolve, { once: true });
    });
  }
}

const memory = (path = "") =>
  new Promise((resolve) => {
    child.once("message", resolve);
    child.send(path);
  });

/** What a program that has just been started, and finds nothing worked out before, makes of the content. */
function cold() {
  const out = join(folder, "cold");
  const args = [
    PROGRAM,
    "build",
    "--no-cache",
    "--edition",
    values.edition,
    "--content",
    content,
    "--out",
    out,
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(join(out, NAME));
}

// ---- figures

/** Least squares: the slope and its standard error. */
function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(([x]) => x), mean(([, y]) => y)];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const by = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - my - by * (x - mx)) ** 2, 0);
  return { by, error: Math.sqrt(rest / Math.max(1, points.length - 2) / sxx) };
}

const MB = (bytes) => (bytes / 1e6).toFixed(1);
// ---- phases

async function rebuilds() {
  const looks = [];
  const times = [];
  for (let k = 1; k <= REBUILDS; k++) {
    const before = lines;
    const start = performance.now();
    save(k);
    await told(before + 1);
    times.push(performance.now() - start);
    if (k % LOOK === 0) looks.push([k, await memory()]);
    if (k % COMPARE === 0)
      must(readFileSync(pdf).equals(cold()), `edit ${k}: the PDF is not that of a cold build`);
    if (values.heap && (k === REBUILDS >> 1 || k === REBUILDS))
      await memory(join(values.heap, `${k}.heapsnapshot`));
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(0);
  console.log(
    `${REBUILDS} rebuilds: from the save to the PDF ${at(0.5)} ms in the middle, ${at(0.95)} ms at 95 of 100, ${at(1)} ms at most; every ${COMPARE}th equal to a cold build`,
  );
  const half = looks.slice(looks.length >> 1);
  const series = {
    "heap after collection": (look) => look.heapUsed,
    "buffers outside it": (look) => look.external,
    resident: (look) => look.rss,
    ...Object.fromEntries(
      Object.keys(half[0][1].spaces).map((name) => [`· ${name}`, (look) => look.spaces[name]]),
    ),
  };
  for (const [name, of] of Object.entries(series)) {
    const { by, error } = slope(half.map(([k, look]) => [k, of(look)]));
    if (name.startsWith("·") && Math.abs(by) < 1) continue;
    const growth = by * (REBUILDS / 2);
    console.log(
      `${name}: ${MB(of(looks[0][1]))} MB at the beginning, ${MB(of(half[0][1]))} at half, ${MB(of(looks.at(-1)[1]))} at the end; over the last half ${by.toFixed(1)} ± ${error.toFixed(1)} bytes a rebuild`,
    );
    if (name.startsWith("heap"))
      must(growth < NOISE || by < 2 * error, `the heap grows by ${by.toFixed(0)} bytes a rebuild`);
  }
}

/** A PDF that ends, and whose end leads to its table of objects. */
function isWhole(bytes) {
  const tail = bytes.subarray(-64).toString("latin1");
  const table = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  const at = Number(table?.[1]);
  return (
    bytes.subarray(0, 5).toString("latin1") === "%PDF-" &&
    /^(?:xref|\d+ 0 obj)/.test(bytes.subarray(at, at + 20).toString("latin1"))
  );
}

async function burst() {
  let [reads, broken, seen] = [0, 0, 0];
  let last = Buffer.alloc(0);
  let isOver = false;
  const reader = (async () => {
    while (!isOver) {
      try {
        const bytes = readFileSync(pdf);
        reads += 1;
        if (!isWhole(bytes)) broken += 1;
        if (!bytes.equals(last)) seen += 1;
        last = bytes;
      } catch {
        // No file is as bad as half of one.
        broken += 1;
      }
      await wait(1);
    }
  })();
  isBurst = true;
  const count = Math.round(BURST * RATE);
  const begin = performance.now();
  for (let k = 1; k <= count; k++) {
    save(REBUILDS + k);
    await wait(Math.max(0, (k * 1000) / RATE - (performance.now() - begin)));
  }
  const took = performance.now() - begin;
  const wanted = cold();
  const start = performance.now();
  while (!readFileSync(pdf).equals(wanted) && performance.now() - start < PATIENCE) await wait(10);
  must(readFileSync(pdf).equals(wanted), "behind a burst the PDF is not that of the last save");
  isOver = true;
  await reader;
  must(broken === 0, `${broken} reads found a PDF that was not whole`);
  must(seen > 2 || count < 10, "nothing was set during the burst");
  console.log(
    `burst: ${count} saves at ${((count * 1000) / took).toFixed(0)} a second; ${reads} reads of the PDF, ${seen} versions, ${broken} not whole; ${faults} times half a save was told of; the last is a cold build's`,
  );
}

mkdirSync(join(folder, "output"));
try {
  await told(1);
  await rebuilds();
  if (BURST > 0) await burst();
  child.kill("SIGINT");
  must((await ended) === 0, "the watch did not end in peace");
  const left = readdirSync(join(folder, "output")).filter((name) => name !== NAME);
  must(left.length === 0, `left behind: ${left.join(", ")}`);
} catch (error) {
  failures.push(error.message);
} finally {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
