// src/app/program.ts → dist/program, scripts that are read when they are first needed, with all of the program but
// fontkit and the tables of Pinyin, loaded for the few texts that need them.
// src/app/start.ts → dist/shuanglan.js, which runs it.
// src/preview/client → dist/preview, the page of the preview.
// What a first run would work out → dist/kept: the scripts as the engine compiles them, what is found in the program's
// fonts and themes, and the glyphs of ordinary text.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";
import { asFunction, packed } from "./parts.mjs";
import { quietYaml } from "./quiet-yaml.mjs";

for (const name of await readdir("dist").catch(() => []))
  if (name !== "kept") await rm(`dist/${name}`, { recursive: true, force: true });
await mkdir("dist/program", { recursive: true });

/** The oldest Node that the program runs on. */
const { engines } = JSON.parse(await readFile("package.json", "utf8"));
const target = `node${engines.node.replace(">=", "")}`;

/** Stands in the code for its digest. */
const BUILD = "@shuanglan-build@";
const shared = {
  bundle: true,
  platform: "node",
  format: "esm",
  target,
  // A pattern that is written out as a call is made anew each time that the line is run.
  supported: { "regexp-unicode-property-escapes": true },
  define: { SHUANGLAN_BUILD: JSON.stringify(BUILD) },
  legalComments: "none",
  logLevel: "warning",
};

/** Reading arguments starts no other program: what would is loaded by whoever asks for it. */
const lateChildren = {
  name: "late children",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "child_process", namespace: "late" } : null,
    );
    onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => process.getBuiltinModule("node:${path}")[name] });`,
    }));
  },
};
/** Tables of hyphenation and of phrases as what is made of them, in text, which is read sooner than a script: when asked for. */
const readyTables = {
  name: "ready tables",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]script[\\/](?:american|british|phrase-weights)\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...shared, entryPoints: [path], write: false });
      const made = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const tables = Object.entries(made).map(([name, make]) => {
        const text = JSON.stringify(JSON.stringify(make()));
        return `let made; export const ${name} = () => (made ??= JSON.parse(${text}));`;
      });
      return { contents: tables.join("\n") };
    });
  },
};
const { outputFiles, metafile } = await build({
  ...shared,
  metafile: true,
  entryPoints: { program: "src/app/program.ts" },
  outdir: "dist/program",
  splitting: true,
  write: false,
  external: ["fontkit", "pinyin-pro"],
  plugins: [lateChildren, quietYaml, readyTables],
});
// What else the results depend on stands before the code.
const { version: fontkit } = JSON.parse(await readFile("node_modules/fontkit/package.json", "utf8"));
const digest = createHash("sha256").update(fontkit);
const packs = packed(metafile.outputs);
const outputOf = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
const scripts = new Map();
for (const { path, text } of outputFiles.sort((a, b) => (a.path < b.path ? -1 : 1))) {
  const { code } = await transform(asFunction(text, outputOf.get(basename(path))), {
    platform: "node",
    target,
    supported: { ...shared.supported, "dynamic-import": false },
    define: { "import.meta.filename": "SHUANGLAN_FILE", "import.meta.dirname": "SHUANGLAN_FOLDER" },
  });
  const name = basename(path);
  const pack = packs.get(name) ?? name;
  // In brackets, a function is compiled with what stands around it: nearly all of them are called.
  const written = `"./${name}": (function (exports, require, module, SHUANGLAN_FILE, SHUANGLAN_FOLDER) {${ascii(code)}\n})`;
  scripts.set(pack, [...(scripts.get(pack) ?? []), written]);
  digest.update(code);
}
const whole = digest.digest("hex");
for (const [pack, parts] of scripts)
  await writeFile(`dist/program/${pack}`, `({${parts.join(",\n")}})`.replaceAll(BUILD, whole));

// A script, not a module: Node begins to run it a quarter sooner.
await build({
  ...shared,
  entryPoints: { shuanglan: "src/app/start.ts" },
  outdir: "dist",
  format: "cjs",
  define: {
    ...shared.define,
    "import.meta.filename": "__filename",
    "import.meta.dirname": "__dirname",
    SHUANGLAN_PACKS: JSON.stringify(
      Object.fromEntries([...packs].map(([part, pack]) => [`./${part}`, pack])),
    ),
  },
});
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');
await writeFile("dist/shuanglan.js", (await readFile("dist/shuanglan.js", "utf8")).replaceAll(BUILD, whole));

/** Regular expressions keep their characters in a bundle; scripts in ASCII alone are read without being decoded. */
function ascii(code) {
  if (/\\[^\x00-\x7f]/.test(code))
    throw new Error("a character behind a backslash can not be written in ASCII");
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

await build({
  entryPoints: { preview: "src/preview/client/main.ts", style: "src/preview/client/preview.css" },
  outdir: "dist/preview",
  entryNames: "preview",
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: ["chrome120", "firefox121", "safari17"],
  banner: {
    js: "/*! With PDF.js, Copyright Mozilla Foundation, under the Apache License 2.0: see LICENSE-pdfjs.txt. */",
  },
  legalComments: "eof",
  logLevel: "warning",
});
const CLIENT = "src/preview/client";
await copyFile(`${CLIENT}/index.html`, "dist/preview/index.html");
await copyFile(`${CLIENT}/404.html`, "dist/preview/404.html");
await copyFile(`${CLIENT}/icon.svg`, "dist/preview/icon.svg");
await copyFile("node_modules/pdfjs-dist/LICENSE", "dist/preview/LICENSE-pdfjs.txt");
await copyFile("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", "dist/preview/pdf.worker.js");
await chmod("dist/shuanglan.js", 0o755);

const KEPT = "dist/kept";
const program = `${whole} ${process.version} ${process.arch}`;
const started = createHash("sha256");
for (const file of ["dist/shuanglan.js", "scripts/shipped-values.ts", ...(await filesOf("content/themes"))])
  started.update(await readFile(file));
for (const file of await filesOf("fonts")) {
  const { ino, size, mtimeMs, ctimeMs } = await stat(file);
  started.update([file, ino, size, mtimeMs, ctimeMs].join(" "));
}
/** All that the values are made of. */
const of = `${program} ${started.digest("hex")}`;
// The same program has them still: they take some seconds.
if ((await readFile(`${KEPT}/of.txt`, "utf8").catch(() => "")) !== of) {
  const folder = await mkdtemp("dist/kept-");
  try {
    // The runs below would take what an earlier bundle kept, and keep nothing themselves.
    await rm(KEPT, { recursive: true, force: true });
    await workOut(folder);
    await rm(KEPT, { recursive: true, force: true });
    await rename(join(folder, "kept"), KEPT);
  } catch (error) {
    // Another bundle is at it, or the program is broken, as its tests will say: it runs without.
    console.warn(`${KEPT}: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesOf(folder) {
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

/** What a first run would work out → the folder's `kept`. */
async function workOut(folder) {
  const kept = join(folder, "kept");
  await mkdir(kept, { mode: 0o700 });
  // With a cache of its own, of which the compiled code alone is of use to others.
  const cache = join(folder, "cache");
  const env = { ...process.env, SHUANGLAN_CACHE: cache };
  const run = (...args) =>
    execFileSync(process.execPath, ["dist/shuanglan.js", ...args], { env, stdio: "pipe" });
  const office = join(folder, "office");
  run("init", office);
  const set = (from, ...issues) =>
    run("build", ...issues, "--content", from, "--edition", "all", "--out", join(folder, "output"));
  set(join(office, "content"));
  run("--help");
  // Runs that call different functions: of an issue, with another word, another character, as it was.
  const own = join(folder, "own");
  try {
    await mkdir(own);
    await copyFile("content/publication.yaml", join(own, "publication.yaml"));
    const text = await readFile("content/2024-14.yaml", "utf8");
    const withWord = text.replace("unanimously agreed", "unanimously declared");
    const withCharacter = withWord.replace("一致认为", "一致鹰认为");
    for (const written of [text, withWord, withCharacter, withCharacter]) {
      await writeFile(join(own, "2024-14.yaml"), written);
      set(own, "2024-14");
      run("--help");
    }
  } catch {
    // What stands in the folder is the office's: it may be gone or have faults.
    console.warn(`${KEPT}: without the issue 2024-14; what a rebuild calls is compiled in the first few`);
  }
  const outfile = join(folder, "values.mjs");
  await build({
    ...shared,
    entryPoints: ["scripts/shipped-values.ts"],
    outfile,
    external: ["fontkit", "pinyin-pro"],
    plugins: [quietYaml],
    // What is not a module asks for the parts of Node in its own way.
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
  });
  execFileSync(process.execPath, [outfile, program, cache, kept]);
  await writeFile(join(kept, "of.txt"), of);
  // Whoever may read the scripts may read what was made of them.
  for (const file of await readdir(kept)) await chmod(join(kept, file), 0o644);
  await chmod(kept, 0o755);
}
