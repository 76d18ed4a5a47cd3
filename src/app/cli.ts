/** The command line in → the command that it names, loaded only then, and the exit status. */
import { Command, CommanderError } from "commander";
import { buildCommand } from "./commands/build.ts";
import { completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { newCommand } from "./commands/new.ts";
import { preflightCommand } from "./commands/preflight.ts";
import { previewCommand } from "./commands/preview.ts";
import { proofCommand } from "./commands/proof.ts";
import { schemaCommand } from "./commands/schema.ts";
import { showCommand } from "./commands/show.ts";
import { watchCommand } from "./commands/watch.ts";
import { describeEnvironment } from "./describe-environment.ts";
import { EnvironmentError } from "./effects.ts";
import { errLines } from "./output.ts";
import { type SystemLocale, say, sayLines, speak, speechOf } from "./speech.ts";
import { type Done, STATUS, STATUSES } from "./status.ts";
import { tellBug } from "./tell-bug.ts";
import { addTo, speakUsage } from "./usage.ts";

/** By name, in the order of the help. */
const COMMANDS: Readonly<Record<string, (done: Done) => Command>> = {
  build: buildCommand,
  watch: watchCommand,
  preview: previewCommand,
  show: showCommand,
  preflight: preflightCommand,
  proof: proofCommand,
  new: newCommand,
  init: initCommand,
  import: importCommand,
  diff: diffCommand,
  schema: schemaCommand,
  explain: explainCommand,
  doctor: doctorCommand,
  completion: completionCommand,
};

/** Commands that look at the others. */
const LOOKS_AROUND: readonly string[] = ["completion"];

/** The command that is named first, which needs no other; all of them where none is. */
function commandsFor(first: string | undefined): readonly ((done: Done) => Command)[] {
  const named =
    first !== undefined && Object.hasOwn(COMMANDS, first) && !LOOKS_AROUND.includes(first)
      ? COMMANDS[first]
      : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** Commands whose own `--lang` is another: there the program's stands before the command. */
const OWN_LANG: readonly string[] = ["explain"];

const PURPOSE = {
  en: "Typesets bilingual Chinese–English periodicals from YAML to PDF",
  zh: "双栏：从 YAML 到 PDF，排印中英双语期刊",
} as const;

/**
 * @param args Without the program's name.
 * @param environment Says which language is spoken, as does `system` where it is silent; see `speechOf`.
 */
export async function run(
  args: readonly string[],
  version: string,
  environment: Readonly<Record<string, string | undefined>> = {},
  system: SystemLocale = () => null,
): Promise<number> {
  let result: number = STATUS.done;
  const done: Done = (status) => {
    result = status;
  };
  speak(speechOf(args, environment, OWN_LANG, system));
  const program = speakUsage(
    new Command("shuanglan")
      .description(sayLines(PURPOSE).join("\n"))
      .version(version, "-V, --version", say("output the version number", "显示版本号"))
      .showHelpAfterError(say("Usage: see --help", "用法：见 --help"))
      .addHelpText("after", STATUSES)
      .exitOverride(),
  );
  if (!isEpoch(environment.SOURCE_DATE_EPOCH)) {
    errLines(BAD_EPOCH);
    return STATUS.usage;
  }
  for (const command of commandsFor(args[0])) addTo(program, command(done));
  try {
    // Throws where the folder is gone; paths that are not told from it would look like missing files later.
    process.cwd();
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return statusOf(error);
  }
}

/** Dates of a PDF are its issue's; a recipe that sets the variable to nonsense means something else all the same. */
const isEpoch = (value: string | undefined): boolean => value === undefined || /^\d{0,12}$/.test(value);

const BAD_EPOCH = {
  en: "SOURCE_DATE_EPOCH has to be seconds since 1970 in digits, or not set",
  zh: "SOURCE_DATE_EPOCH 应为自 1970 年起的秒数（只含数字），或不设置",
} as const;

/** The folder that the program was started in was deleted meanwhile. */
const isFolderGone = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && error.syscall === "uv_cwd";

const FOLDER_GONE = {
  en: "the folder that you are in was deleted; go to another and try again",
  zh: "当前所在的文件夹已被删除；请换到别的文件夹再试",
} as const;

/** Tells of what went wrong. @returns The exit status. */
export function statusOf(error: unknown): number {
  if (isFolderGone(error)) {
    errLines(FOLDER_GONE);
    return STATUS.environment;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.usage;
  if (error instanceof EnvironmentError) {
    errLines(describeEnvironment(error.path, error.reason));
    return STATUS.environment;
  }
  tellBug(error);
  return STATUS.bug;
}
