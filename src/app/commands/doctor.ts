/** The options of `shuanglan doctor`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly json: boolean;
}

export const doctorCommand = (done: Done): Command =>
  new Command("doctor")
    .description(say("look over machine, fonts, content and tools", "检查运行环境、字体、内容与工具"))
    .option(
      "--content <dir>",
      say("folder of publication.yaml and the issues", "内容文件夹：publication.yaml 和各期的文件"),
      "content",
    )
    .option("--out <dir>", say("folder for the PDFs", "存放 PDF 的文件夹"), "output")
    .option("--json", say("as JSON", "输出 JSON"), false)
    .addHelpText("after", STATUSES)
    .action(async (options: Options) => {
      const { doctor } = await import("../doctor-command.ts");
      done(await doctor(options));
    });
