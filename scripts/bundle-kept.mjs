// What a first run would work out → dist/kept: the scripts as the engine compiles them, what is found in the program's
// fonts and themes, and the glyphs of ordinary text.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { shared } from "./bundle-program.mjs";
import { draftIn } from "./change-over.mjs";
import { quietYaml } from "./quiet-yaml.mjs";

const KEPT = "dist/kept";

/** @param digest Of the program in `dist`. */
export async function keepFirstRun(digest) {
  const program = `${digest} ${process.version} ${process.arch}`;
  const of = await madeOf(program);
  const isKept = async () => (await readFile(`${KEPT}/of.txt`, "utf8").catch(() => "")) === of;
  // The same program has them still: they take some seconds.
  if (await isKept()) return;
  const folder = await draftIn("dist");
  try {
    // The runs below would take what an earlier bundle kept, and keep nothing themselves.
    await rm(KEPT, { recursive: true, force: true });
    await workOut(folder, program, of);
    // Another bundle was quicker, or has put another program there.
    if ((await isKept()) || (await madeOf(program)) !== of) return;
    await rename(KEPT, join(folder, "earlier")).catch(() => {});
    await rename(join(folder, "kept"), KEPT);
  } catch (error) {
    // The program is broken, as its tests will say: it runs without. What another bundle was quicker with will do.
    if (!(await isKept())) console.warn(`${KEPT}: ${error.message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns Tells all that the values are made of. */
async function madeOf(program) {
  const started = createHash("sha256");
  const sources = ["dist/shuanglan.js", "scripts/bundle-kept.mjs", "scripts/shipped-values.ts"];
  for (const file of [...sources, ...(await filesOf("content/themes"))]) started.update(await readFile(file));
  for (const file of await filesOf("fonts")) {
    const { ino, size, mtimeMs, ctimeMs } = await stat(file);
    started.update([file, ino, size, mtimeMs, ctimeMs].join(" "));
  }
  return `${program} ${started.digest("hex")}`;
}

async function filesOf(folder) {
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

/**
 * What a first run would work out → the folder's `kept`.
 *
 * @param program Of which the values are. @param of All that they are made of.
 */
async function workOut(folder, program, of) {
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
