// The program on the real issue, and on ten and a hundred times its text → time, memory and size, as ratios to Node's
// own start, to fixed work and, where its compiler for Node is installed, to Typst; then the stages of a build.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RUNS = Number(process.env.RUNS ?? 9);
const folder = mkdtempSync(join(tmpdir(), "bench-"));

/** A piece of work that never changes: what this machine does with the processor in Node. */
const FIXED = `const { createHash } = require("node:crypto"); const { deflateSync } = require("node:zlib");
let bytes = Buffer.alloc(1 << 20, "双栏 Shuanglan"); for (let i = 0; i < 24; i++) bytes = Buffer.concat([deflateSync(bytes), createHash("sha256").update(bytes).digest(), bytes]).subarray(0, 1 << 20);`;

/** The real issue with its body so many times under one title. */
function repeated(times) {
  const issue = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");
  const from = issue.indexOf("    body:\n") + "    body:\n".length;
  const to = issue.indexOf("    credits:");
  return issue.slice(0, from) + issue.slice(from, to).repeat(times) + issue.slice(to);
}

/** A content folder with so many times the text. */
function contentOf(times) {
  const content = join(folder, `${times}`);
  mkdirSync(content);
  cpSync(join(ROOT, "content/publication.yaml"), join(content, "publication.yaml"));
  writeFileSync(join(content, "2024-14.yaml"), repeated(times));
  return content;
}

const program = (...args) => [join(ROOT, "dist/shuanglan.js"), ...args];
const build = (content, edition) =>
  program("build", "--content", content, "--edition", edition, "--out", join(folder, "output"));
const typst = (content) => [
  join(ROOT, "scripts/typst-peer.mjs"),
  join(content, "2024-14.yaml"),
  join(folder, "typst.pdf"),
];
const own = join(ROOT, "content");
const [ten, hundred] = [contentOf(10), contentOf(100)];

function hasTypst() {
  try {
    createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-node-compiler");
    return true;
  } catch {
    return false;
  }
}

/** Whole processes: name, arguments, the file whose size is told, and the peer that it is held beside. */
const PEERS = [
  { name: "Typst, the issue's text", args: typst(own) },
  { name: "Typst, ten times the text", args: typst(ten) },
  { name: "Typst, a hundred times", args: typst(hundred), long: true },
].map((row) => ({ ...row, file: join(folder, "typst.pdf") }));
const pdf = (name) => join(folder, "output", name);
const rows = [
  { name: "node, nothing to do", args: ["-e", "0"] },
  { name: "fixed work", args: ["-e", FIXED] },
  { name: "start-up (--help)", args: program("--help") },
  { name: "real issue, bilingual", args: build(own, "bilingual"), file: pdf("2024-14.pdf"), peer: 0 },
  { name: "real issue, Chinese", args: build(own, "zh"), file: pdf("2024-14.zh.pdf") },
  { name: "real issue, English", args: build(own, "en"), file: pdf("2024-14.en.pdf") },
  { name: "real issue, all editions", args: build(own, "all") },
  { name: "ten times the text, bilingual", args: build(ten, "bilingual"), file: pdf("2024-14.pdf"), peer: 1 },
  {
    name: "a hundred times, bilingual",
    args: build(hundred, "bilingual"),
    file: pdf("2024-14.pdf"),
    peer: 2,
    long: true,
  },
  ...(hasTypst() ? PEERS : []),
];

/** Loaded into every process: what it took is written where it ends. Microseconds, kilobytes. */
const METER = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify([process.cpuUsage().user, process.resourceUsage().maxRSS])));',
)}`;

function once({ args, file }) {
  const start = performance.now();
  const stdio = ["ignore", "ignore", "pipe", "pipe"];
  const { status, stderr, output } = spawnSync(process.execPath, ["--import", METER, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    stdio,
  });
  if (status !== 0) throw new Error(stderr);
  const [user, memory] = JSON.parse(output[3]);
  return {
    time: performance.now() - start,
    user: user / 1000,
    memory: memory / 1024,
    size: file ? statSync(file).size / 1024 : null,
  };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// In turns, so that a noisy moment falls on all alike; what takes long is run less often.
const runs = rows.map(() => []);
for (let run = 0; run < RUNS; run++)
  rows.forEach((row, k) => {
    if (!row.long || run < 2) runs[k].push(once(row));
  });
rmSync(folder, { recursive: true });

const medians = runs.map((taken) => ({
  time: median(taken.map(({ time }) => time)),
  user: Math.min(...taken.map(({ user }) => user)),
  memory: median(taken.map(({ memory }) => memory)),
  size: taken[0].size,
}));
const [nothing, fixed] = medians;
const peers = hasTypst() ? medians.slice(-PEERS.length) : [];
const cell = (text, width = 10) => text.padStart(width);
const HEADS = ["ms", "× node", "× fixed", "CPU ms", "MB", "KB", "× Typst", "CPU", "MB"];
console.log(`Node ${process.version}: medians of ${RUNS} whole processes; least time of the processor\n`);
console.log(`${"".padEnd(32)}${HEADS.map((head) => cell(head)).join("")}`);
rows.forEach(({ name, peer }, k) => {
  const { time, user, memory, size } = medians[k];
  const beside = peers[peer];
  const cells = [
    time.toFixed(0),
    (time / nothing.time).toFixed(1),
    (time / fixed.time).toFixed(2),
    user.toFixed(0),
    memory.toFixed(0),
    size === null ? "" : size.toFixed(0),
    ...(beside
      ? [time / beside.time, user / beside.user, memory / beside.memory].map((x) => x.toFixed(2))
      : []),
  ];
  console.log(`${name.padEnd(32)}${cells.map((text) => cell(text)).join("")}`);
});

console.log(
  `\n${"stages, ms (cold, warm)".padEnd(32)}${["1×", "10×", "100×"].map((name) => name.padStart(18)).join("")}`,
);
const bundled = join(ROOT, "dist/stages.mjs");
await bundle({
  entryPoints: [join(ROOT, "scripts/stages.ts")],
  outfile: bundled,
  bundle: true,
  format: "esm",
  platform: "node",
  external: ["fontkit", "yaml", "zod"],
});
const { stages } = await import(bundled);
const measured = [];
for (const times of [1, 10, 100]) measured.push(await stages(ROOT, repeated(times), times > 10 ? 2 : 5));
for (const stage of ["read", "fonts", "shape", "break", "paginate", "draw", "write"]) {
  const cells = measured.map(({ cold, warm }) =>
    `${cold[stage].toFixed(0)}, ${warm[stage].toFixed(0)}`.padStart(18),
  );
  console.log(`${stage.padEnd(32)}${cells.join("")}`);
}
rmSync(bundled);
