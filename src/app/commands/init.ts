/** The options of `shuanglan init`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

export const initCommand = (done: Done): Command =>
  new Command("init")
    .description(
      say("begin a publication, with a sample issue that builds", "新办一份刊物，附可直接排印的示例"),
    )
    .argument("<dir>", say("folder of the publication; made if there is none", "刊物的文件夹，没有则新建"))
    .addHelpText("after", STATUSES)
    .action(async (folder: string) => {
      const { initPublication } = await import("../init-command.ts");
      done(initPublication(folder));
    });
