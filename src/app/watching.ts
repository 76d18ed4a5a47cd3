/** Folders in → a call whenever files in them settle after saves, by rename or in bursts, deletions and returns. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, type PlatformPath, resolve, sep } from "node:path";
import { watch } from "chokidar";
import type { Desk } from "./desk.ts";
import { pause } from "./effects.ts";
import { shippedFile, shown } from "./sources.ts";

/** Milliseconds without another event after which a burst of saves counts as over. */
const QUIET = 8;
/** A burst that does not end is looked at all the same after so many milliseconds. */
const LONGEST = 200;
/** Saves by deletion leave a file missing or empty for a moment: its return is waited for so long. */
const RETURN = 250;
/** Events that come close together are sometimes told as one: after this time files are looked at once more. */
const AFTER = 120;

const CLOSING = 400;
/** Network drives tell nothing, and any system misses something once: so often the files are looked at anyway. */
const ROUND = 2000;

/** What editors and systems leave beside the files: copies, locks, half-written saves. */
const PASSING = /^(?:\..*|.*~|.*\.(?:tmp|swp|swx|bak|crdownload)|4913|#.*#|~\$.*)$/;

export interface Watching {
  /** Resolves when changes from now on will be told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * @param folders Those that are not there yet are waited for.
 * @param settled Told the paths that changed, none at a look without an occasion; the last call for a save finds the files as they stay.
 */
export function watchFolders(
  folders: readonly string[],
  settled: (paths: ReadonlySet<string>) => void,
): Watching {
  // From the folder above, which tells when one is deleted and made anew.
  const wanted = folders.map((folder) => resolve(folder));
  const open = () => {
    const made = watch([...new Set(wanted.map(dirname))], {
      ignoreInitial: true,
      // What keeps the program running is what it waits for, not the watching.
      persistent: false,
      atomic: false,
      ignored: (path) => !leadsTo(path, wanted),
    });
    for (const event of ["add", "change", "unlink", "addDir", "unlinkDir"] as const)
      made.on(event, (path) => bursts.see(path));
    // A file that another takes the place of in the wrong moment is watched no longer; its folder goes on telling of it.
    made.on("raw", (_event, name: string | null, about) => {
      const path = toldOf((about as { readonly watchedPath: string }).watchedPath, name);
      if (leadsTo(path, wanted) && !isGone(path)) bursts.see(path);
    });
    // A folder that can not be watched is one of which nothing is told; what can be read is set all the same.
    made.on("error", () => {});
    return made;
  };
  /** What stands at the paths of the watched folders, as the system numbers it. */
  const places = new Map<string, string>();
  /** The system goes on telling of a folder that was moved away, and not of the one that took its place. */
  const follow = () => {
    let isOther = false;
    for (const folder of Object.keys(watcher.getWatched())) {
      const [before, now] = [places.get(folder), placeOf(folder)];
      if (before && now && now !== before) isOther = true;
      places.set(folder, now);
    }
    if (isClosed || !isOther) return;
    const left = watcher;
    watcher = open();
    watcher.once("ready", () => settled(new Set()));
    void left.close();
  };
  let isClosed = false;
  const rounds = setInterval(() => {
    follow();
    settled(new Set());
  }, ROUND);
  rounds.unref();

  const bursts = new Bursts(follow, settled);
  let watcher = open();
  return {
    ready: new Promise((resolve) =>
      watcher.once("ready", () => {
        follow();
        resolve();
      }),
    ),
    close: async () => {
      isClosed = true;
      clearInterval(rounds);
      bursts.stop();
      // Folders that vanish in this very moment may leave it waiting for them.
      await Promise.race([watcher.close(), pause(CLOSING)]);
    },
  };
}

/** Paths that change → a call when no more do for a moment, and another a while after. */
class Bursts {
  readonly #look: () => void;
  readonly #settled: (paths: ReadonlySet<string>) => void;
  #changed = new Set<string>();
  /** When the first of them changed, ms. */
  #first = 0;
  #timer: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;

  /** @param look Called before anything is told, and again while a file is gone. */
  constructor(look: () => void, settled: (paths: ReadonlySet<string>) => void) {
    this.#look = look;
    this.#settled = settled;
  }

  see(path: string): void {
    const time = performance.now();
    if (this.#changed.size === 0) this.#first = time;
    this.#changed.add(path);
    if (this.#timer && time - this.#first >= LONGEST) return;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), QUIET);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#look();
    const paths = this.#changed;
    if (performance.now() - this.#first < RETURN && [...paths].some(isGone)) {
      this.#wait();
      return;
    }
    this.#changed = new Set();
    this.#settled(paths);
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#settled(paths), AFTER);
  }
}

/** The folders whose files an issue is made from: its own, and the fonts beside them or the program's. */
const foldersOf = (content: string): readonly string[] => [
  ...new Set([
    resolve(content),
    join(dirname(resolve(content)), "fonts"),
    shippedFile("fonts"),
    shippedFile("content/themes"),
  ]),
];

/** @param settled What changed in the desk's folders is read anew from now on; see `watchFolders`. */
export function watchDesk(desk: Desk, settled: () => void): Watching {
  return watchFolders(foldersOf(desk.content), (paths) => {
    for (const path of paths) desk.doubt(shown(path));
    settled();
  });
}

/** @param name What the system says changed: the watched file itself, or something in the watched folder. */
const toldOf = (watched: string, name: string | null): string =>
  name === null || basename(watched) === name ? watched : join(watched, name);

/**
 * Whether a path is in a wanted folder and no passing file, or on the way to one.
 *
 * @param told With either slash: the watching library asks with `/` on every system.
 * @param wanted As `resolve` has them. @param paths How the system writes paths.
 */
export function leadsTo(
  told: string,
  wanted: readonly string[],
  paths: Pick<PlatformPath, "basename" | "resolve" | "sep"> = { basename, resolve, sep },
): boolean {
  const place = paths.resolve(told);
  // The root of a disk ends with its slash.
  const below = (folder: string) => (folder.endsWith(paths.sep) ? folder : folder + paths.sep);
  const within = wanted.some((folder) => place === folder || place.startsWith(below(folder)));
  if (within) return wanted.includes(place) || !PASSING.test(paths.basename(place));
  return wanted.some((folder) => folder.startsWith(below(place)));
}

/** Device and number of a folder; "" where there is none. */
function placeOf(folder: string): string {
  try {
    const { dev, ino } = statSync(folder);
    return `${dev} ${ino}`;
  } catch {
    return "";
  }
}

function isGone(path: string): boolean {
  try {
    return !existsSync(path) || statSync(path).size === 0;
  } catch {
    return true;
  }
}
