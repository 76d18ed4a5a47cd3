/** The options of `shuanglan doctor`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { contentOption, outOption } from "./options.ts";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly json: boolean;
}

export const doctorCommand = (done: Done): Command =>
  new Command("doctor")
    .description(say("look over machine, fonts, content and tools", "检查运行环境、字体、内容与工具"))
    .addOption(contentOption())
    .addOption(outOption())
    .option("--json", say("as JSON", "输出 JSON"), false)
    .addHelpText("after", STATUSES)
    .action(async (options: Options) => {
      const { doctor } = await import("../doctor-command.ts");
      done(await doctor(options));
    });
