/** What touches the world outside: files, the terminal, the clock. Everything else is handed these. */
import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createColors } from "picocolors";
import type { Fontkit } from "../font/full-shaper.ts";
import type { CalendarDate } from "../model/issue.ts";
import type { Paint } from "./report.ts";

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
export const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error));

/** Loaded in the midst of setting, where nothing can be waited for. */
export const loadFontkit = (): Fontkit => createRequire(import.meta.url)("fontkit");

/** @returns Null when there is no such file. */
export function readFile(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new EnvironmentError(path, codeOf(error));
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
    mkdirSync(path, { recursive: true });
    const probe = join(path, `.${randomBytes(6).toString("hex")}.tmp`);
    closeSync(openSync(probe, "wx"));
    rmSync(probe);
  } catch (error) {
    throw new EnvironmentError(path, codeOf(error));
  }
}

/** Whether files can be written into a folder, or it can be made; nothing is made to find out. */
export function isWritable(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return dirname(path) !== path && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return stat.isDirectory();
  } catch {
    return false;
  }
}

/** The whole file or the one before it, whatever happens meanwhile. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString("hex")}.tmp`);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(), { code: "EISDIR" });
    const file = openSync(temporary, "wx");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new EnvironmentError(path, codeOf(error));
  }
}

export const out = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const err = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A line that the next one replaces; nothing where the output is no terminal. */
export function status(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

/** The day that it is here. No page depends on it. */
export function today(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Milliseconds from an arbitrary start. */
export const now = (): number => performance.now();

/** @param time Milliseconds. */
export const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Hours, minutes and seconds of the day, for lines that tell when something was done. */
export function timeOfDay(): string {
  const date = new Date();
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

/** Resolves when the user or the system asks the program to end; keeps it running until then. */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const running = setInterval(() => {}, 1 << 30);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => {
        clearInterval(running);
        resolve();
      });
  });

export function paint(): Paint {
  const colours = createColors(Boolean(process.stderr.isTTY) && !process.env.NO_COLOR);
  return {
    error: colours.red,
    added: colours.green,
    warning: colours.yellow,
    faint: colours.dim,
    strong: colours.bold,
  };
}

/** A reader that went away early (`| head`) is no fault. */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
}
