// The sources → dist: the program, the page of its preview, and what a first run would work out.
import { keepFirstRun } from "./bundle-kept.mjs";
import { bundlePreview } from "./bundle-preview.mjs";
import { bundleProgram } from "./bundle-program.mjs";
import { changeOver } from "./change-over.mjs";

const preview = await bundlePreview();
const { files, digest } = await bundleProgram();
await changeOver("dist", [...preview, ...files], ["kept"]);
await keepFirstRun(digest);
