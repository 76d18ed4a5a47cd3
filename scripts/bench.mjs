// The program on the real issue and on ten times its text → times as ratios to Node's own start and to fixed work.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
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

function tenfold() {
  const content = join(folder, "tenfold");
  mkdirSync(content);
  cpSync(join(ROOT, "content/publication.yaml"), join(content, "publication.yaml"));
  writeFileSync(join(content, "2024-14.yaml"), repeated(10));
  return content;
}

const program = (...args) => [join(ROOT, "dist/shuanglan.js"), ...args, "--out", join(folder, "output")];
const build = (content, edition) => program("build", "--content", content, "--edition", edition);
const own = join(ROOT, "content");
const ten = tenfold();

const rows = [
  ["node, nothing to do", ["-e", "0"], null],
  ["fixed work", ["-e", FIXED], null],
  ["real issue, bilingual", build(own, "bilingual"), "2024-14.pdf"],
  ["real issue, Chinese", build(own, "zh"), "2024-14.zh.pdf"],
  ["real issue, English", build(own, "en"), "2024-14.en.pdf"],
  ["real issue, all editions", build(own, "all"), null],
  ["ten times the text, bilingual", build(ten, "bilingual"), "2024-14.pdf"],
];

function once(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

// In turns, so that a noisy moment falls on all alike.
const times = rows.map(() => []);
const sizes = rows.map(() => null);
for (let run = 0; run < RUNS; run++)
  rows.forEach(([, args, file], k) => {
    times[k].push(once(args));
    if (file) sizes[k] = statSync(join(folder, "output", file)).size;
  });
rmSync(folder, { recursive: true });

const [nothing, fixed] = [median(times[0]), median(times[1])];
console.log(`Node ${process.version}, medians of ${RUNS} whole processes\n`);
console.log(
  `${"".padEnd(32)}${"ms".padStart(8)}${"× node".padStart(10)}${"× fixed".padStart(10)}${"KB".padStart(8)}`,
);
rows.forEach(([name], k) => {
  const time = median(times[k]);
  const size = sizes[k] === null ? "" : Math.round(sizes[k] / 1024);
  const cells = [
    time.toFixed(0).padStart(8),
    (time / nothing).toFixed(1).padStart(10),
    (time / fixed).toFixed(2).padStart(10),
  ];
  console.log(`${name.padEnd(32)}${cells.join("")}${String(size).padStart(8)}`);
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
for (const stage of Object.keys(measured[0].cold)) {
  const cells = measured.map(({ cold, warm }) =>
    `${cold[stage].toFixed(0)}, ${warm[stage].toFixed(0)}`.padStart(18),
  );
  console.log(`${stage.padEnd(32)}${cells.join("")}`);
}
rmSync(bundled);
