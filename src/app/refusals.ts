/** What the machine refuses, round after round → told when it begins, and not again while it lasts. */
import { describeEnvironment } from "./describe-environment.ts";
import { EnvironmentError } from "./effects.ts";
import { errLines } from "./output.ts";

export class Refusals {
  #before: ReadonlySet<string> = new Set();
  #now = new Set<string>();

  /** A round begins: what is not refused in it is told again if it ever is. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Set();
  }

  /** @returns What the work gives; null where the machine refused it. Faults of another kind are thrown on. */
  async attempt<T>(work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      this.tell(error);
      return null;
    }
  }

  /** Of what went on without being attempted here. */
  tell({ message, path, reason }: EnvironmentError): void {
    const isTold = this.#before.has(message) || this.#now.has(message);
    this.#now.add(message);
    if (isTold) return;
    errLines(describeEnvironment(path, reason));
  }
}
