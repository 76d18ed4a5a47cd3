/** The sources → dist, once before all tests: some run the program and its page as they ship. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export function setup(): void {
  execFileSync(process.execPath, [join(ROOT, "scripts/bundle.mjs")], { cwd: ROOT });
}
