/** The program: arguments in → exit status. */
import about from "../../package.json" with { type: "json" };
import { run, statusOf } from "./cli.ts";
import { watchOutput } from "./output.ts";
import { systemLocale } from "./speech.ts";

export { isSaid } from "./output.ts";

export async function main(): Promise<void> {
  watchOutput(statusOf);
  process.exitCode = await run(
    process.argv.slice(2),
    about.version,
    process.env,
    systemLocale(process.platform),
  );
}
