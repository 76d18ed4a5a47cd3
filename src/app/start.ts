#!/usr/bin/env node
/** The program's code, with what the engine made of it in an earlier run → the program, running. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";
import { NO_CACHE, userCache } from "./cache.ts";
import { expectShortRun } from "./engine.ts";

const folder = dirname(fileURLToPath(import.meta.url));
const file = join(folder, "program.cjs");

const [command = ""] = process.argv.slice(2);
// Code that was compiled under other flags is refused: they are set before it is read.
if (command === "build") expectShortRun();

const cache = process.argv.includes("--no-cache") ? NO_CACHE : userCache();
/** Commands run different parts of the code. */
const name = `code ${/^[a-z]+$/.test(command) ? command : "help"}`;
const kept = cache.recall(name);

const script = new Script(
  // All of it is ASCII.
  `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`,
  {
    filename: file,
    ...(kept instanceof Uint8Array ? { cachedData: kept } : {}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  },
);
const program: { exports: { main?: () => Promise<void> } } = { exports: {} };
script.runInThisContext()(program.exports, createRequire(file), program, file, folder);
await program.exports.main?.();
// Only now has it been compiled what the command needs.
if (!kept || script.cachedDataRejected) cache.keep(name, script.createCachedData());
