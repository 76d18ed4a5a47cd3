// Files by their paths → a folder that holds them and no others. Each is written elsewhere and takes its place at once:
// who reads the folder meanwhile, or writes it as well, finds every file whole.
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Begins the names of folders in which something is made that is to stand beside them. */
const DRAFT = "draft-";
/** How old one is that a killed process left, milliseconds. */
const LEFT = 3_600_000;

/** @returns A folder for what takes a place in this one when it is whole. Who asks for it takes it away. */
export async function draftIn(folder) {
  await mkdir(folder, { recursive: true });
  return await mkdtemp(join(folder, DRAFT));
}

/**
 * What has not changed is left as it is.
 *
 * @param files Paths with `/` and contents, in the order in which they come to stand there: what others need goes first.
 * A text that begins with `#!` may be run.
 * @param others Names right in the folder that are left alone.
 */
export async function changeOver(folder, files, others) {
  let draft = null;
  try {
    for (const [path, content] of files) {
      const place = join(folder, path);
      const bytes = Buffer.from(content);
      if ((await readFile(place).catch(() => null))?.equals(bytes)) continue;
      draft ??= await draftIn(folder);
      await mkdir(dirname(place), { recursive: true });
      const written = join(draft, "written");
      await writeFile(written, bytes);
      if (bytes.toString("latin1", 0, 2) === "#!") await chmod(written, 0o755);
      await rename(written, place);
    }
  } finally {
    if (draft) await rm(draft, { recursive: true, force: true });
  }
  await clear(folder, "", new Set(files.map(([path]) => path)), others);
}

async function clear(folder, inside, paths, others) {
  for (const name of await readdir(join(folder, inside))) {
    const path = `${inside}${name}`;
    if (paths.has(path) || others.includes(path)) continue;
    if ([...paths].some((other) => other.startsWith(`${path}/`))) await clear(folder, `${path}/`, paths, []);
    else if (!(inside === "" && name.startsWith(DRAFT) && (await isNew(join(folder, name)))))
      await rm(join(folder, path), { recursive: true, force: true });
  }
}

const isNew = async (path) => ((await stat(path).catch(() => null))?.mtimeMs ?? 0) > Date.now() - LEFT;
