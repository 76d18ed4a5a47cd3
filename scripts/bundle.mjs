// src/app/main.ts → dist/shuanglan.js, one ES module, with a chunk for each command; fontkit stays outside, loaded
// for the few texts that need it, and so does the dictionary, which reads its own files.
// src/preview/client → dist/preview, the page of the preview.
import { chmod, copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: { shuanglan: "src/app/main.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: ["fontkit", "dictionary-en"],
  banner: {
    js: "import { createRequire as shuanglanRequire } from 'node:module';const require = shuanglanRequire(import.meta.url);",
  },
  legalComments: "none",
  logLevel: "warning",
});
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
