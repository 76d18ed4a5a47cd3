/** Previews that run → files in a folder of the user's own, by which other programs of the user find them. */
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isOwn, userFolder } from "./cache.ts";
import { isGone, machine } from "./effects.ts";
import { isAlikeName, listedName } from "./listed-name.ts";
import { makeFolder } from "./make-folder.ts";

/** What a preview lets be known of itself. */
export interface KnownPreview {
  /** Its content folder, all links followed. */
  readonly content: string;
  readonly url: string;
  /** Never said to anybody: what is sealed with it shows who says it. */
  readonly key: string;
}

/** @returns Null where the system has no folder for it. */
export function previewsFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | null {
  const folder = userFolder(environment, platform);
  return folder && join(folder, "previews");
}

/** Names say which process of which machine it is: folders of users are shared between several. */
const NAME = /^preview-([0-9a-f]{8})-(\d+)-\d+\.json$/;

/**
 * @param content As it was named.
 * @returns Takes it back; null where nothing can be written there.
 */
export function makeKnown(
  folder: string,
  { content, url, key }: { readonly content: string; readonly url: string; readonly key: string },
): (() => void) | null {
  const path = join(folder, `preview-${machine()}-${process.pid}-${new URL(url).port}.json`);
  try {
    makeFolder(folder, 0o700);
    if (!isOwn(folder)) return null;
    clear(folder);
    rmSync(path, { force: true });
    const known: KnownPreview = { content: realpathSync.native(resolve(content)), url, key };
    writeFileSync(path, JSON.stringify(known), { flag: "wx", mode: 0o600 });
  } catch {
    return null;
  }
  return () => {
    try {
      rmSync(path, { force: true });
    } catch {
      // Its process is gone in a moment, and whoever comes next clears it.
    }
  };
}

/** Those that were made known and not taken back; a process that was killed takes nothing back. */
export function knownPreviews(folder: string): readonly KnownPreview[] {
  try {
    if (!isOwn(folder)) return [];
    clear(folder);
    return namesIn(folder).flatMap((name) => readKnown(join(folder, name)) ?? []);
  } catch {
    return [];
  }
}

/**
 * A file's path with all links of its folder followed: what it is called within is its own, as the folder has it, where
 * the disk takes it in other letters too.
 *
 * @param list The names in a folder, for tests.
 */
export const trueFile = (file: string, list: (folder: string) => readonly string[] = readdirSync): string => {
  const path = resolve(file);
  const folder = realpathSync.native(dirname(path));
  const name = basename(path);
  return join(folder, listedName(list(folder), name, isAlikeName) ?? name);
};

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();

/** What processes of this machine left behind. */
function clear(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, where, pid] = NAME.exec(name)!;
    if (where === machine() && isGone(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** @returns Null for what is none, be it cut short. */
function readKnown(path: string): KnownPreview | null {
  try {
    const known = JSON.parse(readFileSync(path, "utf8")) as Partial<KnownPreview> | null;
    const { content, url, key } = known ?? {};
    if (typeof content !== "string" || typeof url !== "string" || typeof key !== "string") return null;
    return /^http:\/\/127\.0\.0\.1:\d+\/$/.test(url) ? { content, url, key } : null;
  } catch {
    return null;
  }
}
