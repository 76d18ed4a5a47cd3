/** The options of `shuanglan doctor`. */
import { Command } from "commander";
import type { DoctorRequest } from "../doctor-command.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { contentOption, outOption } from "./options.ts";

export const doctorCommand = (done: Done): Command =>
  new Command("doctor")
    .description(say("look over machine, fonts, content and tools", "检查运行环境、字体、内容与工具"))
    .addOption(contentOption())
    .addOption(outOption())
    .option("--json", say("as JSON", "输出 JSON"), false)
    .addHelpText("after", STATUSES)
    .action(async (request: DoctorRequest) => {
      const { doctor } = await import("../doctor-command.ts");
      done(await doctor(request));
    });
