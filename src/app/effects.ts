/** What touches the world outside: files and the clock; output.ts has the terminal. Everything else is handed these. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, isAbsolute, join, type PlatformPath, relative, resolve, sep } from "node:path";
import type { CalendarDate } from "../model/issue.ts";
import { lateCrypto, sha256 } from "./late-crypto.ts";
import { makeFolder } from "./make-folder.ts";

/** A fault of the machine, not of the content: no room, no permission, a folder where a file should be. */
export class EnvironmentError extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

/** Whether a file could not be read because there is none. */
export const isAbsent = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error));

/** No file of a publication is larger, bytes; what is, fills the memory. */
export const READ_LIMIT = 256 * 1024 * 1024;

/** @returns Null when there is no such file; a pipe or a device is none, and would never end. */
export function readFile(path: string): Uint8Array | null {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return null;
    if (stat.size > READ_LIMIT) throw Object.assign(new Error(), { code: "EFBIG" });
    return readFileSync(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new EnvironmentError(path, codeOf(error));
  }
}

/** @param way From a folder to a file, as `relative` tells it; to another disk of Windows it is the whole path. */
export const staysInside = (
  way: string,
  paths: Pick<PlatformPath, "isAbsolute" | "sep"> = { isAbsolute, sep },
): boolean => way !== ".." && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);

/** Whether a file is in a folder once all links are followed; so is one that is not there. */
export function isWithin(folder: string, path: string): boolean {
  try {
    // Dots are taken away first: behind a link, the system would go up from where it leads.
    const between = relative(realpathSync.native(resolve(folder)), realpathSync.native(resolve(path)));
    return staysInside(between);
  } catch {
    return true;
  }
}

/** Names of the files in a folder, sorted by code unit; null when there is no such folder. */
export function listFolder(path: string): readonly string[] | null {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return null;
    throw new EnvironmentError(path, codeOf(error));
  }
}

/** Makes sure that a folder is there and can be written to, before any work is done for it. */
export function prepareFolder(path: string): void {
  try {
    makeFolder(path);
    for (const name of readdirSync(path)) if (isStale(name)) forget(join(path, name));
    probe(path);
  } catch (error) {
    throw new EnvironmentError(path, codeOf(error));
  }
}

/** Writes a file into a folder and takes it away. */
function probe(folder: string): void {
  const path = join(folder, temporaryName());
  closeSync(openSync(path, "wx"));
  unlinkSync(path);
}

/** Processes are known by their number on one machine; folders are shared between several. */
export const machine = (): string => sha256(hostname()).slice(0, 8);

const temporaryName = (): string =>
  `.shuanglan-${machine()}-${process.pid}-${lateCrypto().randomBytes(6).toString("hex")}.tmp`;

/** Whether a file was left behind by a process of this machine that was killed as it wrote. */
function isStale(name: string): boolean {
  const match = /^\.shuanglan-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/.exec(name);
  return match?.[1] === machine() && isGone(Number(match[2]));
}

/** Whether there is no such process on this machine any more. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

/** Whether a file is there; one that can not be looked at is not. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether files can be written into a folder, or it can be made: one is written, as systems say more than they allow. */
export function isWritable(path: string): boolean {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return dirname(path) !== path && isWritable(dirname(path));
    probe(path);
    return true;
  } catch {
    return false;
  }
}

/** How systems refuse what a viewer or a virus scanner holds open; of most of them it is for a moment. */
const PASSING = ["EBUSY", "EPERM", "EACCES"];
/** Milliseconds to wait before each new try. */
const TRIES = [20, 40, 80, 160, 320];

/** The reason where another program holds a file open. */
export const HELD = "EBUSY";

/**
 * The whole file or the one before it, whatever happens meanwhile. A link is followed, and a file that is
 * replaced keeps its mode.
 *
 * @param rename Takes the place of the system's, for tests, as does `platform`.
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  rename = renameSync,
  platform = process.platform,
): void {
  let temporary: string | null = null;
  try {
    const target = linkTarget(path);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    const made = join(dirname(target), temporaryName());
    const file = openSync(made, "wx");
    temporary = made;
    try {
      if (before) fchmodSync(file, before.mode & 0o777);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    try {
      renamePatiently(() => rename(made, target));
    } catch (error) {
      const isHeld = platform === "win32" && isWritableByMode(before) && PASSING.includes(codeOf(error));
      throw isHeld ? Object.assign(new Error(), { code: HELD }) : error;
    }
    syncFolder(dirname(target));
  } catch (error) {
    if (temporary !== null) forget(temporary);
    throw new EnvironmentError(path, codeOf(error));
  }
}

function linkTarget(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isSymbolicLink()) return path;
  return statSync(path, { throwIfNoEntry: false })
    ? realpathSync(path)
    : resolve(dirname(path), readlinkSync(path));
}

/** Windows does not tell a file that is open from one that may not be replaced, unless that is marked as read-only. */
const isWritableByMode = (file: Stats | undefined): boolean =>
  file !== undefined && (file.mode & 0o200) !== 0;

function renamePatiently(rename: () => void): void {
  for (const wait of TRIES)
    try {
      rename();
      return;
    } catch (error) {
      if (!PASSING.includes(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  rename();
}

/** A new name outlives a power cut only once its folder is on the disk; Windows keeps its own books. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file itself is whole and in its place.
  }
}

/** What stood in the way of the file may stand in the way of this; the first fault is the one to tell. */
function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A run to come clears it.
  }
}

/** The day that it is here. No page depends on it. */
export function today(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Milliseconds from an arbitrary start; the platform's own clock takes a tenth of a start to be loaded. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** @param time Milliseconds. */
export const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** What waits, such as a request or a save that was told, has its turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Hours, minutes and seconds of the day, for lines that tell when something was done. */
export const timeOfDay = (): string => new Date().toTimeString().slice(0, "00:00:00".length);

/** Ctrl+Break, of Windows alone, is Ctrl+C for programs that take that for something else. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const;

/** Resolves when the user or the system asks the program to end; keeps it running until then. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const running = setInterval(() => {}, 1 << 30);
    for (const signal of ENDING)
      process.once(signal, () => {
        clearInterval(running);
        resolve();
      });
  });
