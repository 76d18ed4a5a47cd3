/** How long a run will be → the engine told what compiling and what room pay for it. */
import { setFlagsFromString } from "node:v8";

/** How much of a function runs, in bytes of bytecode, before it is compiled anew with care: V8's own, and for short runs. */
const [OWN_BUDGET, BUDGET] = [66 * 1024, 600_000] as const;

/**
 * By how much memory grows before it is cleaned, in per cent of what is in use; V8's own is up to 300. A tenth more of
 * the processor, most of it on another core; with what follows, 355 pages need 240 MB instead of 410.
 */
const GROWTH = 40;

/** Characters of an issue, fifty times those of a short one, from which on compiling with care pays. */
const LONG = 500_000;

/** The engine that this was measured with, that of Node 20; others stay as they are. */
const MEASURED = "11.";

const isMeasured = process.versions.v8.startsWith(MEASURED);

/** Most of a short run's compiling is done on other cores and thrown away when it ends. */
export function expectShortRun(): void {
  if (!isMeasured) return;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString("--semi-space-growth-factor=2");
}

/**
 * The room for what is new has grown to 4 MB while the program was read, and grows no more: in a quarter of what the
 * engine would take by itself, runs of any length keep their pace.
 */
export function limitRoom(): void {
  if (isMeasured) setFlagsFromString("--semi-space-growth-factor=1");
}

let isLong = false;

/** A run of seconds is done a tenth sooner with the engine's own budget. @param characters Of the issue. */
export function expectRunFor(characters: number): void {
  if (!isMeasured || isLong || characters < LONG) return;
  isLong = true;
  setFlagsFromString(`--interrupt-budget=${OWN_BUDGET}`);
}
