/** A run that is over within a second or so → the engine told not to optimize what it will not use again. */
import { setFlagsFromString } from "node:v8";

/** How much of a function runs, in bytes of bytecode, before it is compiled anew with care: V8's own, and for short runs. */
const [OWN_BUDGET, BUDGET] = [132 * 1024, 600_000] as const;

/**
 * By how much memory grows before it is cleaned, in per cent of what is in use; V8's own is up to 300. 355 pages
 * need 284 MB instead of 410, and a tenth more of the processor, most of it on another core.
 */
const GROWTH = 50;

/**
 * By how much the room for what is new grows at once, where V8's own doubles it: to all that it may be. A build that
 * finds most of its work done spends a sixth less on looking through the same objects again and again.
 */
const LEAP = 16;

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
  setFlagsFromString(`--semi-space-growth-factor=${LEAP}`);
}

/** @param characters Of the issue: a run of seconds is done a tenth sooner with the engine's own budget. */
export function expectRunFor(characters: number): void {
  if (isMeasured && characters >= LONG) setFlagsFromString(`--interrupt-budget=${OWN_BUDGET}`);
}
