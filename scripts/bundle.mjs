// The sources → dist: the program, the page of its preview, and what a first run would work out.
import { readdir, rm } from "node:fs/promises";
import { keepFirstRun } from "./bundle-kept.mjs";
import { bundlePreview } from "./bundle-preview.mjs";
import { bundleProgram } from "./bundle-program.mjs";

for (const name of await readdir("dist").catch(() => []))
  if (name !== "kept") await rm(`dist/${name}`, { recursive: true, force: true });
const digest = await bundleProgram();
await bundlePreview();
await keepFirstRun(digest);
