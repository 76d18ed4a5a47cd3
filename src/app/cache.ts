/** What one run worked out → the same in the next: values in the user's cache folder, read only by the program that wrote them. */
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { lateCrypto, sha256 } from "./late-crypto.ts";
import { makeFolder } from "./make-folder.ts";
import { ownProgram } from "./own-program.ts";

/** Nothing depends on it: a value that is not there is worked out. */
export interface Cache {
  /** @returns What was kept under the name by this very program; undefined when there is nothing or it was damaged. */
  recall(name: string): unknown;
  /** @param value Plain data, maps and byte arrays. */
  keep(name: string, value: unknown): void;
}

export const NO_CACHE: Cache = { recall: () => undefined, keep: () => {} };

/** What the folder holds at most, which is a hundred issues or so; what nobody asked for in the longest time goes first. */
const MOST = { files: 2000, bytes: 256 * 1024 * 1024 };

/** Of all the room, what one value may take: it would drive out all others. */
const SHARE = 0.25;

/**
 * Values between two looks at how much there is: at those under a new name, of which the first is followed by one, and,
 * by chance, at those that take the place of others.
 */
const SELDOM = 32;

/**
 * Each value is a file that is replaced as a whole and begins with a digest over the program, the name and the value:
 * what another program, a process that was killed or a bad disk left there is not taken for one.
 *
 * @param program What tells this program from any other.
 */
export function openCache(folder: string, program: string, most = MOST): Cache {
  let added = 0;
  return {
    recall: (name) => {
      try {
        if (!isOwn(folder)) return undefined;
        const path = join(folder, fileName(name));
        const bytes = valueIn(path, program, name);
        if (!bytes) return undefined;
        touch(path);
        return deserialize(bytes);
      } catch {
        return undefined;
      }
    },
    keep: (name, value) => {
      try {
        const bytes = serialize(value);
        if (bytes.length > SHARE * most.bytes) return;
        makeFolder(folder, 0o700);
        if (!isOwn(folder)) return;
        const random = lateCrypto().randomBytes(8);
        const made = join(folder, `${random.toString("hex")}.tmp`);
        const kept = join(folder, fileName(name));
        const isNew = !statSync(kept, { throwIfNoEntry: false });
        try {
          write(made, [digestOf(program, name, bytes), bytes]);
          renameSync(made, kept);
        } catch (error) {
          rmSync(made, { force: true });
          throw error;
        }
        const turn = isNew ? added++ : random[0]!;
        if (turn % SELDOM === 0) clear(folder, most);
      } catch {
        // A full disk or a folder of somebody else's: the next run works it out again.
      }
    },
  };
}

/** Bytes of a digest. */
const DIGEST = 32;

const digestOf = (program: string, name: string, bytes: Uint8Array): Buffer =>
  lateCrypto().createHash("sha256").update(`${program}\n${name}\n`).update(bytes).digest();

export const fileName = (name: string): string => `${sha256(name).slice(0, 32)}.kept`;

/** @returns Null where another program left it, or what is left of it is damaged. */
function valueIn(path: string, program: string, name: string): Uint8Array | null {
  const file = readFileSync(path);
  const bytes = file.subarray(DIGEST);
  return digestOf(program, name, bytes).equals(file.subarray(0, DIGEST)) ? bytes : null;
}

/** Without putting them together first: a value may be as large as all that it was made from. */
function write(file: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    for (const piece of pieces) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** Code and keys come from here: nobody but the user may write into the folder. Windows keeps such folders to itself. */
export function isOwn(folder: string): boolean {
  const stat = statSync(folder);
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}

/** How old a file is that a killed process left half-written, milliseconds. */
const LEFT = 3_600_000;

/** The names that values have, and those they are written under. */
const VALUE = /^[0-9a-f]{32}\.kept$/;
const WRITTEN = /^[0-9a-f]{16}\.tmp$/;

/** The cache's own: a user may have named a folder with other files in it. Others may take some away meanwhile. */
function filesIn(folder: string) {
  return readdirSync(folder).flatMap((name) => {
    const isValue = VALUE.test(name);
    if (!isValue && !WRITTEN.test(name)) return [];
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? [{ path, isValue, time: stat.mtimeMs, size: stat.size }] : [];
  });
}

function clear(folder: string, most: typeof MOST): void {
  const files = filesIn(folder).sort((a, b) => b.time - a.time);
  const newest = files[0]?.time ?? 0;
  let [count, bytes] = [0, 0];
  for (const { path, isValue, time, size } of files) {
    if (isValue) {
      count += 1;
      bytes += size;
    }
    const isTooMuch = isValue && (count > most.files || bytes > most.bytes);
    const isLeft = !isValue && newest - time > LEFT;
    if (isTooMuch || isLeft) rmSync(path, { force: true });
  }
}

/**
 * @param environment `SHUANGLAN_CACHE` names another folder; `off` stands for none.
 * @returns The user's cache folder for this program, as the system has it; null for none.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home = homedir(),
): string | null {
  const { SHUANGLAN_CACHE: own } = environment;
  return own === "off" ? null : own || userFolder(environment, platform, home);
}

/** @returns The folder that a system has for what programs keep for its user; null where it has none. */
export function userFolder(
  { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home = homedir(),
): string | null {
  if (xdg) return join(xdg, "shuanglan");
  if (platform === "win32") return local ? join(local, "shuanglan", "cache") : null;
  if (home === "") return null;
  return platform === "darwin" ? join(home, "Library/Caches/shuanglan") : join(home, ".cache/shuanglan");
}

/** Milliseconds after which a value that is asked for counts as new again. */
const WHILE = 3_600_000;

/** What is of use stays, however long ago it was kept. */
function touch(path: string): void {
  const now = Date.now();
  try {
    if (statSync(path).mtimeMs < now - WHILE) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // In a folder that can not be written to nothing goes.
  }
}

/** Whether what is in a cache folder is used, and how much there is. */
export function cacheState(folder: string): { readonly isOwn: boolean; readonly bytes: number } {
  try {
    const values = filesIn(folder).filter(({ isValue }) => isValue);
    return { isOwn: isOwn(folder), bytes: values.reduce((sum, { size }) => sum + size, 0) };
  } catch {
    // It is made when there is something to keep.
    return { isOwn: true, bytes: 0 };
  }
}

/** The cache of the user who runs the program; none for a program that runs from its sources. */
export function userCache(): Cache {
  const folder = cacheFolder(process.env, process.platform);
  const program = ownProgram();
  return folder && program ? openCache(folder, program) : NO_CACHE;
}
