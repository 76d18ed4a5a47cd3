// src/preview/client → dist/preview, the page of the preview.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const CLIENT = "src/preview/client";

/** @returns What stands in `dist` by its path there. */
export async function bundlePreview() {
  const { outputFiles } = await build({
    entryPoints: { preview: `${CLIENT}/main.ts`, style: `${CLIENT}/preview.css` },
    outdir: "dist/preview",
    write: false,
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
  const copied = {
    "index.html": `${CLIENT}/index.html`,
    "404.html": `${CLIENT}/404.html`,
    "icon.svg": `${CLIENT}/icon.svg`,
    "LICENSE-pdfjs.txt": "node_modules/pdfjs-dist/LICENSE",
    "pdf.worker.js": "node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs",
  };
  const files = new Map(outputFiles.map(({ path, contents }) => [`preview/${basename(path)}`, contents]));
  for (const [name, path] of Object.entries(copied)) files.set(`preview/${name}`, await readFile(path));
  return files;
}
