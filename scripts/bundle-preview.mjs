// src/preview/client → dist/preview, the page of the preview.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";

const CLIENT = "src/preview/client";

export async function bundlePreview() {
  await build({
    entryPoints: { preview: `${CLIENT}/main.ts`, style: `${CLIENT}/preview.css` },
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
  await copyFile(`${CLIENT}/index.html`, "dist/preview/index.html");
  await copyFile(`${CLIENT}/404.html`, "dist/preview/404.html");
  await copyFile(`${CLIENT}/icon.svg`, "dist/preview/icon.svg");
  await copyFile("node_modules/pdfjs-dist/LICENSE", "dist/preview/LICENSE-pdfjs.txt");
  await copyFile("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", "dist/preview/pdf.worker.js");
}
