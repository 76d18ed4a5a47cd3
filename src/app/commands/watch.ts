/** The options of `shuanglan watch`. */
import { Command } from "commander";
import type { Edition } from "../../base/language.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { checkAsked, editionOption, editionsOf, issueName, themeName } from "./build.ts";

interface Options {
  readonly edition: Edition | "all";
  readonly content: string;
  readonly out: string;
  readonly theme?: string;
}

export const watchCommand = (done: Done): Command =>
  new Command("watch")
    .description(say("set issues anew whenever their files change", "文件一有改动即重新排印"))
    .argument(
      "[issue...]",
      say(
        "issues by name, such as 2024-14; all of the content folder if none",
        "期号，如 2024-14，不写则为全部",
      ),
    )
    .addOption(editionOption())
    .option(
      "--content <dir>",
      say("folder of publication.yaml and the issues", "内容文件夹：publication.yaml 和各期的文件"),
      "content",
    )
    .option("--out <dir>", say("folder for the PDFs", "存放 PDF 的文件夹"), "output")
    .option(
      "--theme <name>",
      say("theme instead of the publication's", "改用此版式，不写则用刊物的"),
      themeName,
    )
    .addHelpText("after", STATUSES)
    .action(async (issues: string[], typed: Options, command: Command) => {
      await checkAsked(command, issues, typed);
      const { edition, theme, ...options } = typed;
      const { watch } = await import("../watch-command.ts");
      done(
        await watch({
          ...options,
          issues: issues.map(issueName),
          editions: editionsOf(edition),
          theme: theme ?? null,
        }),
      );
    });
