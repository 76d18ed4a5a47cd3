/** A newsroom's folder in a temporary place, and the program run in it as an editor would. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { run } from "../src/app/cli.ts";
import { ROOT } from "./fixture.ts";

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface Newsroom {
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => Uint8Array;
  /** Runs the program on this folder's content and output. */
  readonly shuanglan: (...args: string[]) => Promise<Outcome>;
}

/** The smallest issue that has both languages. */
export const ISSUE = `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - title: { zh: 标题, en: A title }
    body:
      - zh: 第一段文字。
        en: The first paragraph.
`;

export const PUBLICATION = `name: { zh: 试刊, en: Trial }
publisher: { zh: 编辑部, en: Editorial office }
theme: briefing
`;

/** Gone when the test is over. */
export function newsroom(): Newsroom {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-"));
  onTestFinished(() => {
    chmodSync(folder, 0o755);
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // Fonts are held open until nobody can ask for them, and Windows keeps a folder until then.
      if (process.platform !== "win32") throw error;
    }
  });
  const path = (name: string) => join(folder, name);
  mkdirSync(path("content"));
  writeFileSync(path("content/publication.yaml"), PUBLICATION);
  writeFileSync(path("content/2025-01.yaml"), ISSUE);
  return {
    path,
    write: (name, content) => writeFileSync(path(name), content),
    read: (name) => readFileSync(path(name)),
    shuanglan: (...args) =>
      captured(() => run([...args, "--content", path("content"), "--out", path("output")], "0.0.0")),
  };
}

const made = new Map<string, readonly (readonly [file: string, bytes: Uint8Array])[]>();

/**
 * A room in which the smallest issue was built, as it is in front of many a trial: the first of a file's builds it, the
 * others find the same PDFs.
 *
 * @param options Of the build.
 */
export async function builtNewsroom(...options: string[]): Promise<Newsroom> {
  const room = newsroom();
  const key = options.join(" ");
  const known = made.get(key);
  if (known) {
    mkdirSync(room.path("output"));
    for (const [file, bytes] of known) room.write(`output/${file}`, bytes);
  } else {
    const { exit, err } = await room.shuanglan("build", ...options);
    if (exit !== 0) throw new Error(err);
    const files = readdirSync(room.path("output"));
    made.set(
      key,
      files.map((file) => [file, room.read(`output/${file}`)]),
    );
  }
  return room;
}

/** What a run prints is kept, not shown. */
export async function captured(work: () => Promise<number>): Promise<Outcome> {
  const printed = { out: "", err: "" };
  const keep = (name: "out" | "err") => (chunk: string | Uint8Array) => {
    printed[name] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("err")),
  ];
  try {
    return { exit: await work(), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The program's own fonts, to be changed. */
export function ownFonts(room: Newsroom): void {
  cpSync(join(ROOT, "fonts"), room.path("fonts"), { recursive: true });
}

/** The values in a cache folder. */
export const keptIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".kept"))
    .map((name) => join(folder, name));
