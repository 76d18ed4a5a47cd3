// The program on the real issue, from nothing and with what the build before kept, on ten and a hundred times its text,
// no paragraph of it alike, and on a thousand pages → time, memory and size, as ratios to Node's own start, to fixed work
// and, where its compiler for Node is installed, to Typst; then the stages of a build, and a rebuild after an edit.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { longIssue } from "./long-issue.mjs";
import { quietYaml } from "./quiet-yaml.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RUNS = Number(process.env.RUNS ?? 9);
const folder = mkdtempSync(join(tmpdir(), "bench-"));

/** A piece of work that never changes: what this machine does with the processor in Node. */
const FIXED = `const { createHash } = require("node:crypto"); const { deflateSync } = require("node:zlib");
let bytes = Buffer.alloc(1 << 20, "双栏 Shuanglan"); for (let i = 0; i < 24; i++) bytes = Buffer.concat([deflateSync(bytes), createHash("sha256").update(bytes).digest(), bytes]).subarray(0, 1 << 20);`;

const ISSUE = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");

/** So many times the text come to a thousand pages. */
const THOUSAND_PAGES = 283;

/** A content folder with so many times the text. @param name Of the folder. */
function contentOf(times, name = `${times}`) {
  const content = join(folder, name);
  mkdirSync(content);
  cpSync(join(ROOT, "content/publication.yaml"), join(content, "publication.yaml"));
  writeFileSync(join(content, "2024-14.yaml"), longIssue(ISSUE, times));
  return content;
}

const program = (...args) => [join(ROOT, "dist/shuanglan.js"), ...args];
const build = (content, edition, ...options) =>
  program("build", "--content", content, "--edition", edition, "--out", join(folder, "output"), ...options);
const fresh = (content, edition) => build(content, edition, "--no-cache");
const typst = (content) => [
  join(ROOT, "scripts/typst-peer.mjs"),
  join(content, "2024-14.yaml"),
  join(folder, "typst.pdf"),
];
const own = join(ROOT, "content");
/** Each run has one that no run before it had. */
const WORDS =
  "stated concluded declared affirmed believed maintained observed confirmed resolved professed reported testified".split(
    " ",
  );

/** The same for characters, none of which stands in the issue. */
const HAN = [..."鸭鹅鲸鲤蜻蜓骡驴燕鸽鹰"];
const turnOf = (list, turn) => list[(turn + 2) % list.length];
const aWord = (text, turn) => text.replace("unanimously agreed", `unanimously ${turnOf(WORDS, turn)}`);
const aCharacter = (text, turn) => text.replace("一致认为", `一致${turnOf(HAN, turn)}认为`);

/** Builds that find what the last one kept, with the text as it was or changed a little. */
const again = (times, name, change = aWord) => {
  const content = contentOf(times, `kept-${name}`);
  const file = join(content, "2024-14.yaml");
  const text = readFileSync(file, "utf8");
  const edit = (turn) => writeFileSync(file, change(text, turn));
  return { args: build(content, "bilingual"), edit, primed: true, file: pdf("2024-14.pdf") };
};

/** Builds that find nothing and keep what they worked out, as the first one does. */
const first = (content) => {
  const cache = join(folder, "first");
  const empty = () => rmSync(cache, { recursive: true, force: true });
  return { args: build(content, "bilingual"), edit: empty, cache, file: pdf("2024-14.pdf") };
};
const pdf = (name) => join(folder, "output", name);
const [once, ten, hundred, thousandPages] = [1, 10, 100, THOUSAND_PAGES].map((times) => contentOf(times));

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
  { name: "Typst, a thousand pages", args: typst(thousandPages), long: true },
].map((row) => ({ ...row, file: join(folder, "typst.pdf") }));
const rows = [
  { name: "node, nothing to do", args: ["-e", "0"] },
  { name: "fixed work", args: ["-e", FIXED] },
  { name: "start-up (--help)", args: program("--help") },
  { name: "real issue, bilingual", args: fresh(own, "bilingual"), file: pdf("2024-14.pdf"), peer: 0 },
  { name: "· all of it kept", ...first(own), peer: 0 },
  { name: "· again, a word changed", ...again(1, "word"), peer: 0 },
  { name: "· again, a new character", ...again(1, "character", aCharacter), peer: 0 },
  { name: "· again, nothing changed", ...again(1, "same"), edit: null, peer: 0 },
  { name: "real issue, Chinese", args: fresh(own, "zh"), file: pdf("2024-14.zh.pdf") },
  { name: "real issue, English", args: fresh(own, "en"), file: pdf("2024-14.en.pdf") },
  { name: "real issue, all editions", args: fresh(own, "all") },
  { name: "ten times the text, bilingual", args: fresh(ten, "bilingual"), file: pdf("2024-14.pdf"), peer: 1 },
  { name: "· all of it kept", ...first(ten), peer: 1 },
  { name: "· again, a word changed", ...again(10, "ten"), peer: 1 },
  {
    name: "a hundred times, bilingual",
    args: fresh(hundred, "bilingual"),
    file: pdf("2024-14.pdf"),
    peer: 2,
    long: true,
  },
  { name: "· all of it kept", ...first(hundred), peer: 2, long: true },
  { name: "· again, a word changed", ...again(100, "hundred"), peer: 2, long: true },
  {
    name: "a thousand pages, bilingual",
    args: fresh(thousandPages, "bilingual"),
    file: pdf("2024-14.pdf"),
    peer: 3,
    long: true,
  },
  { name: "· all of it kept", ...first(thousandPages), peer: 3, long: true },
  { name: "· again, a word changed", ...again(THOUSAND_PAGES, "thousand"), peer: 3, long: true },
  ...(hasTypst() ? PEERS : []),
];

/** Loaded into every process: what it took is written where it ends. Microseconds, kilobytes. */
const METER = join(folder, "meter.cjs");
writeFileSync(
  METER,
  'process.on("exit", () => require("node:fs").writeSync(3, JSON.stringify([process.cpuUsage().user, process.resourceUsage().maxRSS])));',
);

/** The environment of a user: with a list of certificates in it, Node reads that at every start, which takes it longer. */
const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...plain } = process.env;

function run({ args, file, edit, cache = join(folder, "cache") }, turn) {
  edit?.(turn);
  const start = performance.now();
  const stdio = ["ignore", "ignore", "pipe", "pipe"];
  const { status, stderr, output } = spawnSync(process.execPath, ["--require", METER, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    stdio,
    // The cache of these runs alone: nothing is found there that they did not leave.
    env: { ...plain, SHUANGLAN_CACHE: cache },
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
for (const row of rows) if (row.primed) for (let turn = -2; turn < 0; turn++) run(row, turn);
for (let turn = 0; turn < RUNS; turn++)
  rows.forEach((row, k) => {
    if (!row.long || turn < 2) runs[k].push(run(row, turn));
  });

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

/** A script in TypeScript, bundled beside the program. */
async function bundled(name) {
  const outfile = join(ROOT, `dist/${name}.mjs`);
  await bundle({
    entryPoints: [join(ROOT, `scripts/${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["fontkit"],
    plugins: [quietYaml],
    // What is not a module asks for the parts of Node in its own way.
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
  });
  return outfile;
}

const staging = await bundled("stages");
const { stages } = await import(staging);
const measured = [];
for (const times of [1, 10, 100])
  measured.push(await stages(ROOT, longIssue(ISSUE, times), times > 10 ? 2 : 5));
for (const stage of ["read", "fonts", "shape", "break", "paginate", "draw", "write"]) {
  const cells = measured.map(({ cold, warm }) =>
    `${cold[stage].toFixed(0)}, ${warm[stage].toFixed(0)}`.padStart(18),
  );
  console.log(`${stage.padEnd(32)}${cells.join("")}`);
}

/** Median milliseconds of a rebuild; the first half warms the engine up. */
function rebuild(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return median(
    stdout
      .trim()
      .split("\n")
      .slice(EDITS >> 1)
      .map(Number),
  );
}

const EDITS = 120;
const warming = await bundled("warm");
const warmed = [once, ten].map((content) => [
  rebuild([warming, content, join(folder, "warm.pdf"), String(EDITS)]),
  hasTypst() ? rebuild([...typst(content), String(EDITS)]) : null,
]);
console.log(
  `\n${"one word edited, ms".padEnd(32)}${["1×", "10×"].map((name) => name.padStart(18)).join("")}`,
);
["a running watch", ...(hasTypst() ? ["Typst, incremental"] : [])].forEach((name, k) => {
  console.log(`${name.padEnd(32)}${warmed.map((pair) => pair[k].toFixed(1).padStart(18)).join("")}`);
});
for (const file of [staging, warming]) rmSync(file);
rmSync(folder, { recursive: true });
