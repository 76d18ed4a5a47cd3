#!/usr/bin/env node
/** The program's scripts, with what the engine made of them in an earlier run → the program, running. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { constants, Script } from "node:vm";
import { NO_CACHE, userCache } from "./cache.ts";
import { asAtStart, expectShortRun } from "./engine.ts";
import { lateCrypto } from "./late-crypto.ts";
import { shippedValue } from "./shipped-value.ts";

interface Module {
  exports: Record<string, unknown>;
}

/** A part of the program, as its script has it. */
type Part = (
  exports: Module["exports"],
  require: (id: string) => unknown,
  module: Module,
  file: string,
  folder: string,
) => void;

interface Parts {
  readonly script: Script;
  /** How many runs what was kept of it comes from. */
  readonly runs: number;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Scripts of the parts that do not stand in one of their own; parts are named as those that ask for them do. */
declare const SHUANGLAN_PACKS: Readonly<Record<string, string>>;

/** What the engine made of a script; it makes nothing of a function before it is called. */
interface KeptCode {
  /** How many added what they called. */
  readonly runs: number;
  readonly compiled: Uint8Array;
}

const folder = join(import.meta.dirname, "program");

const [command = ""] = process.argv.slice(2);
// Code that was compiled under other flags is refused: those of a build are set before any of its own is read.
if (command === "build") {
  loadPartsOfNode();
  expectShortRun();
}

const underOwnFlags = command === "build" ? asAtStart : <T>(read: () => T): T => read();

const cache = process.argv.includes("--no-cache") ? NO_CACHE : userCache();
/** Commands run different parts of the code. */
const nameOf = (file: string) => `code ${/^[a-z]+$/.test(command) ? command : "help"} ${file}`;

/** Runs that each call other functions: of issues that are new, that were edited, that are as they were. */
const VARIETY = 5;

const scripts = new Map<string, Parts>();
const modules = new Map<string, Module>();

function read(file: string): Parts {
  const known = scripts.get(file);
  if (known) return known;
  const name = nameOf(file);
  // All of it is ASCII.
  const code = readFileSync(join(folder, file), "latin1");
  const compiled = (cachedData?: Uint8Array) =>
    underOwnFlags(
      () =>
        new Script(code, {
          filename: join(folder, file),
          ...(cachedData ? { cachedData } : {}),
          importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        }),
    );
  const from = (kept: KeptCode | undefined) => {
    const script = kept && compiled(kept.compiled);
    return script && !script.cachedDataRejected ? { script, runs: kept!.runs } : null;
  };
  // An engine with flags of the user's own refuses what ships, and takes what it made itself.
  const { script, runs } = from(shippedValue(name) as KeptCode | undefined) ??
    from(cache.recall(name) as KeptCode | undefined) ?? { script: compiled(), runs: 0 };
  const made = { script, runs, parts: script.runInThisContext() as Parts["parts"] };
  scripts.set(file, made);
  return made;
}

function part(id: string): Module["exports"] {
  const known = modules.get(id);
  if (known) return known.exports;
  const module: Module = { exports: {} };
  modules.set(id, module);
  read(SHUANGLAN_PACKS[id] ?? id.slice(2)).parts[id]!(
    module.exports,
    requireFrom,
    module,
    import.meta.filename,
    import.meta.dirname,
  );
  return module.exports;
}

/** Packages are few, and asked for late. */
let packages: NodeJS.Require | null = null;

function requireFrom(id: string): unknown {
  if (id.startsWith("./")) return part(id);
  if (id.startsWith("node:")) return process.getBuiltinModule(id);
  packages ??= createRequire(import.meta.filename);
  return packages(id);
}

async function run(): Promise<void> {
  const { main, isSaid } = part("./program.js") as { main: () => Promise<void>; isSaid: () => boolean };
  await main();
  // Only now has it been compiled what the command needs.
  if (cache !== NO_CACHE)
    for (const [file, { script, runs }] of scripts)
      if (runs < VARIETY) {
        const compiled = underOwnFlags(() => script.createCachedData());
        cache.keep(nameOf(file), { runs: runs + 1, compiled } satisfies KeptCode);
      }
  // Left to itself, the engine first finishes compiling what nothing will run.
  if (command === "build" && isSaid()) process.exit();
}

/** What a build will ask for of Node, whose own code is kept as well, under the flags that Node has by itself. */
function loadPartsOfNode(): void {
  lateCrypto();
  // Asking for it loads what writes to it.
  process.stdout.listenerCount("error");
}

void run();
