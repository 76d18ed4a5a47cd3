/** A program's name and arguments → what it says, run by a small process: to start one copies the memory map of who starts it. */
import { type ChildProcess, spawn } from "node:child_process";

export interface Said {
  /** Null for a program that is not there, or was stopped. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Milliseconds: what takes longer to read is not sound. */
const TIMEOUT = 60_000;

/** What the small process does. */
const SMALL = `
const { execFile } = require("node:child_process");
process.on("message", ({ id, program, args }) =>
  execFile(program, args, { timeout: ${TIMEOUT}, maxBuffer: 1e8 }, (error, out, err) => {
    const code = error ? error.code : 0;
    process.send({ id, said: { status: typeof code === "number" ? code : null, out, err } });
  }),
);
process.on("disconnect", () => process.exit());
`;

interface Waiting {
  readonly resolve: (said: Said) => void;
  readonly reject: (error: Error) => void;
}

export class Starter {
  readonly #small: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor() {
    this.#small = spawn(process.execPath, ["-e", SMALL], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.#small.on("message", ({ id, said }: { readonly id: number; readonly said: Said }) => {
      this.#waiting.get(id)!.resolve(said);
      this.#waiting.delete(id);
    });
    this.#small.on("exit", () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error("what starts other programs has ended"));
      this.#waiting.clear();
    });
  }

  run(program: string, args: readonly string[]): Promise<Said> {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#small.send({ id, program, args }, (error) => error && reject(error));
    });
  }

  close(): void {
    this.#small.disconnect();
  }
}
