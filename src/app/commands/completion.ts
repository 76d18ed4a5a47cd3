/** The options of `shuanglan completion`. */
import { Argument, Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUS } from "../status.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

export const completionCommand = (done: Done): Command =>
  new Command("completion")
    .description(say("print a script that completes commands in a shell", "输出供 shell 补全命令的脚本"))
    .addArgument(new Argument("<shell>", say("the shell", "所用的 shell")).choices(SHELLS))
    .action(async (shell: Shell, _, command: Command) => {
      const { completionScript } = await import("../completion.ts");
      const { outData } = await import("../output.ts");
      outData(completionScript(command.parent!, shell).trimEnd());
      done(STATUS.done);
    });
