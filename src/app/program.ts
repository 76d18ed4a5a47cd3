/** The program: arguments in → exit status. */
import about from "../../package.json" with { type: "json" };
import { run } from "./cli.ts";
import { ignoreClosedPipes } from "./effects.ts";

export async function main(): Promise<void> {
  ignoreClosedPipes();
  process.exitCode = await run(process.argv.slice(2), about.version, process.env);
}
