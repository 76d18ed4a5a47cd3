/** The options of `shuanglan init`. */
import { Command, InvalidArgumentError } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

export const initCommand = (done: Done): Command =>
  new Command("init")
    .description(
      say("begin a publication, with a sample issue that builds", "新办一份刊物，附可直接排印的示例"),
    )
    .argument(
      "<dir>",
      say("folder of the publication; made if there is none", "刊物的文件夹，没有则新建"),
      named,
    )
    .addHelpText("after", STATUSES)
    .action(async (folder: string) => {
      const { initPublication } = await import("../init-command.ts");
      done(initPublication(folder, process.env.npm_lifecycle_event === "shuanglan"));
    });

/** Nothing, which a script makes of a name that it does not know, would be the folder that one stands in. */
function named(folder: string): string {
  if (folder.trim() === "")
    throw new InvalidArgumentError(
      say("name a folder; “.” is this one", "请写文件夹的名称；当前文件夹写“.”"),
    );
  return folder;
}
