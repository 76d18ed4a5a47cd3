/** The bundled program, run as a process of its own with an environment of its own. */
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./fixture.ts";

export const PROGRAM = join(ROOT, "dist/shuanglan.js");

interface Run {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of Node itself, before the program. */
  readonly node?: readonly string[];
}

export const program = (
  args: readonly string[],
  { cwd, env = {}, node = [] }: Run = {},
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [...node, PROGRAM, ...args], {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
  });

/**
 * @param timeout Milliseconds after which it is ended; 0 waits as long as it takes.
 * @returns The exit status, once it ends; null where it had to be ended.
 */
export const started = (args: readonly string[], cwd: string, timeout = 0): Promise<number | null> =>
  new Promise((resolve) => {
    const given = { cwd, stdio: "ignore", timeout, killSignal: "SIGKILL" } as const;
    spawn(process.execPath, [PROGRAM, ...args], given).on("exit", resolve);
  });
