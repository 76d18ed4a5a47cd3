// src/app/program.ts → dist/program.cjs, one script with all of the program, its parts evaluated when they are first
// needed; fontkit and the tables of Pinyin stay outside, loaded for the few texts that need them, and so does the
// dictionary, which reads its own files. src/app/start.ts → dist/shuanglan.js, which runs it.
// src/preview/client → dist/preview, the page of the preview.
import { createHash } from "node:crypto";
import { chmod, copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
/** Stands in the code for its digest. */
const BUILD = "@shuanglan-build@";
const { version: fontkit } = JSON.parse(await readFile("node_modules/fontkit/package.json", "utf8"));
const shared = {
  bundle: true,
  platform: "node",
  target: "node20.19",
  define: { SHUANGLAN_BUILD: JSON.stringify(BUILD), "import.meta.url": "SHUANGLAN_URL" },
  charset: "ascii",
  legalComments: "none",
  logLevel: "warning",
};
await build({
  ...shared,
  entryPoints: { program: "src/app/program.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  external: ["fontkit", "dictionary-en", "pinyin-pro"],
  banner: {
    js: `/* with fontkit ${fontkit} */const SHUANGLAN_URL = require("node:url").pathToFileURL(__filename).href;`,
  },
});
await build({
  ...shared,
  entryPoints: { shuanglan: "src/app/start.ts" },
  outdir: "dist",
  format: "esm",
  define: { SHUANGLAN_BUILD: JSON.stringify(BUILD) },
});
// Regular expressions keep their characters; a script in ASCII alone is read without being decoded.
const typed = await readFile("dist/program.cjs", "utf8");
if (/\\[^\x00-\x7f]/.test(typed))
  throw new Error("a character behind a backslash can not be written in ASCII");
const code = typed.replace(
  /[^\x00-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
);
const digest = createHash("sha256").update(code).digest("hex");
await writeFile("dist/program.cjs", code.replaceAll(BUILD, digest));
const start = await readFile("dist/shuanglan.js", "utf8");
await writeFile("dist/shuanglan.js", start.replaceAll(BUILD, digest));
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
await copyFile(`${CLIENT}/icon.svg`, "dist/preview/icon.svg");
await copyFile("node_modules/pdfjs-dist/LICENSE", "dist/preview/LICENSE-pdfjs.txt");
await copyFile("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", "dist/preview/pdf.worker.js");
await chmod("dist/shuanglan.js", 0o755);
