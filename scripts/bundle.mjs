// src/app/main.ts → dist/shuanglan.js, one ES module, with a chunk for each command; fontkit stays outside, loaded
// for the few texts that need it, and so does the dictionary, which reads its own files.
import { chmod, rm } from "node:fs/promises";
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
await chmod("dist/shuanglan.js", 0o755);
