/** The command line in → the command that it names, loaded only then, and the exit status. */
import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.ts";
import { explainCommand } from "./commands/explain.ts";
import { preflightCommand } from "./commands/preflight.ts";
import { schemaCommand } from "./commands/schema.ts";
import { describeEnvironment } from "./describe-environment.ts";
import { EnvironmentError, err } from "./effects.ts";
import { type Done, STATUS, STATUSES } from "./status.ts";

/** In the order of the help. */
const COMMANDS: readonly ((done: Done) => Command)[] = [
  buildCommand,
  preflightCommand,
  schemaCommand,
  explainCommand,
];

/** @param args Without the program's name. */
export async function run(args: readonly string[], version: string): Promise<number> {
  let result: number = STATUS.done;
  const program = new Command("shuanglan")
    .description(
      "Typesets bilingual Chinese–English periodicals from YAML to PDF\n双栏：从 YAML 到 PDF，排印中英双语期刊",
    )
    .version(version)
    .showHelpAfterError()
    .addHelpText("after", STATUSES)
    .exitOverride();
  for (const command of COMMANDS)
    program.addCommand(
      command((status) => {
        result = status;
      }).copyInheritedSettings(program),
    );
  try {
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return statusOf(error);
  }
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.usage;
  if (error instanceof EnvironmentError) {
    const { en, zh } = describeEnvironment(error.path, error.reason);
    err(en);
    err(zh);
    return STATUS.environment;
  }
  err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  err("This is a bug of shuanglan; your files are as they were. 这是程序的缺陷；您的文件没有改动。");
  return STATUS.bug;
}
