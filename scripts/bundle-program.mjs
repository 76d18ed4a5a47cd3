// src/app/program.ts → dist/program, scripts that are read when they are first needed, with all of the program but
// fontkit and the tables of Pinyin, loaded for the few texts that need them.
// src/app/start.ts → dist/shuanglan.js, which runs it.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { build, transform } from "esbuild";
import { asFunction, packed } from "./parts.mjs";
import { quietYaml } from "./quiet-yaml.mjs";

/** The oldest Node that the program runs on. */
const { engines } = JSON.parse(await readFile("package.json", "utf8"));
const target = `node${engines.node.replace(">=", "")}`;

/** Stands in the code for its digest. */
const BUILD = "@shuanglan-build@";
/** How everything that runs in Node is bundled. */
export const shared = {
  bundle: true,
  // Packages are named as the sources ask for them, wherever they lie: the same sources make the same program.
  preserveSymlinks: true,
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

/** @returns What stands in `dist` by its path there, and the digest of all that the program's results depend on. */
export async function bundleProgram() {
  const { packs, parts, digest } = await bundleParts();
  return { files: new Map([...parts, ...(await bundleStart(packs, digest))]), digest };
}

async function bundleParts() {
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
  const made = createHash("sha256").update(fontkit);
  const packs = packed(metafile.outputs);
  const outputOf = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
  );
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
    made.update(code);
  }
  const digest = made.digest("hex");
  const parts = [...scripts].map(([pack, written]) => [
    `program/${pack}`,
    `({${written.join(",\n")}})`.replaceAll(BUILD, digest),
  ]);
  return { packs, parts, digest };
}

async function bundleStart(packs, digest) {
  // A script, not a module: Node begins to run it a quarter sooner.
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { shuanglan: "src/app/start.ts" },
    outdir: "dist",
    write: false,
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
  return [
    ["package.json", '{ "type": "commonjs" }\n'],
    // It runs what the others have: they stand there before it.
    ["shuanglan.js", outputFiles[0].text.replaceAll(BUILD, digest)],
  ];
}

/** Regular expressions keep their characters in a bundle; scripts in ASCII alone are read without being decoded. */
function ascii(code) {
  if (/\\[^\x00-\x7f]/.test(code))
    throw new Error("a character behind a backslash can not be written in ASCII");
  return code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
