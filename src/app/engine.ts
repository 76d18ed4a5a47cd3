/** How long a run will be → the engine told what compiling and what room pay for it. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How much of a function runs, in bytes of bytecode, before it is compiled anew with care: V8's own, and for short runs. */
const [OWN_BUDGET, BUDGET] = [66 * 1024, 400_000] as const;

/**
 * By how much memory grows before it is cleaned, in per cent of what is in use; V8's own is up to 300. A thousand pages
 * need as much room as with 20, and a tenth less of the processor.
 */
const GROWTH = 60;

/** The same while pages are written, which lets go of them: at 60 it would not be noticed before the end. */
const WRITING_GROWTH = 5;

/**
 * How much of the room that the engine has planned for what is old may be taken before it begins to go through that, in
 * per cent: when the program next waits, which a build never does, or without waiting for that. A short issue is set
 * before the second, which takes four times the room planned.
 */
const [WAITING_TRIGGER, TRIGGER] = [90, 400] as const;

/** Characters of an issue, fifty times those of a short one, from which on compiling with care pays. */
const LONG = 500_000;

/** The engines that this was measured with, those of Node 20 to 26; others stay as they are. */
const MEASURED = { from: 11, to: 14 } as const;

const version = Number.parseInt(process.versions.v8, 10);
const isMeasured = version >= MEASURED.from && version <= MEASURED.to;

/** Later ones compile with care in two steps, of which the first costs little. */
const compilesInOneStep = version === 11;

/** What was asked of the engine in this process, of which start and program each have this file in a script of their own. */
interface Asked {
  isLimited: boolean;
  isLong: boolean;
}

const KEY = Symbol.for("shuanglan engine");
const everywhere = globalThis as { [KEY]?: Asked };
everywhere[KEY] ??= { isLimited: false, isLong: false };
const asked = everywhere[KEY];

/** Most of a short run's compiling is done on other cores and thrown away when it ends. */
export function expectShortRun(): void {
  if (!isMeasured) return;
  if (compilesInOneStep) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString("--semi-space-growth-factor=2");
  setFlagsFromString(`--incremental-marking-soft-trigger=${WAITING_TRIGGER}`);
  setFlagsFromString(`--incremental-marking-hard-trigger=${TRIGGER}`);
}

/** Code that was compiled under other flags than it was kept under is refused: it is read under those of the start. */
export function asAtStart<T>(read: () => T): T {
  expectShortRun();
  const made = read();
  if (asked.isLimited) limitRoom();
  if (asked.isLong) takeLong();
  return made;
}

/**
 * The room for what is new has grown to 4 MB while the program and the publication were read, and grows no more: in
 * a quarter of what the engine would take by itself, runs of any length keep their pace.
 */
export function limitRoom(): void {
  asked.isLimited = true;
  if (!isMeasured) return;
  setFlagsFromString("--semi-space-growth-factor=1");
  // Another edition may have been written before.
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** A run of seconds is done a tenth sooner with the engine's own budget. @param characters Of the issue. */
export function expectRunFor(characters: number): void {
  if (!asked.isLong && characters >= LONG) takeLong();
}

/** What a long issue was laid out with leaves the memory before it is written, and its pages as they are. */
export function expectLettingGo(): void {
  if (!isMeasured || !asked.isLong) return;
  setFlagsFromString(`--heap-growing-percent=${WRITING_GROWTH}`);
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

function takeLong(): void {
  asked.isLong = true;
  if (!isMeasured) return;
  if (compilesInOneStep) setFlagsFromString(`--interrupt-budget=${OWN_BUDGET}`);
  setFlagsFromString("--incremental-marking-soft-trigger=0");
  setFlagsFromString("--incremental-marking-hard-trigger=0");
}
