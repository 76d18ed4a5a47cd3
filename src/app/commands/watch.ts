/** The options of `shuanglan watch`. */
import { Command } from "commander";
import type { Edition } from "../../base/language.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import type { WatchRequest } from "../watch-command.ts";
import {
  checkAsked,
  contentOption,
  editionOption,
  editionsOf,
  issuesArgument,
  issuesNamed,
  outOption,
  themeOption,
} from "./options.ts";

type Options = Pick<WatchRequest, "content" | "out"> & {
  readonly edition: Edition | "all";
  readonly theme?: string;
};

export const watchCommand = (done: Done): Command =>
  new Command("watch")
    .description(say("set issues anew whenever their files change", "文件一有改动即重新排印"))
    .addArgument(issuesArgument())
    .addOption(editionOption())
    .addOption(contentOption())
    .addOption(outOption())
    .addOption(themeOption())
    .addHelpText("after", STATUSES)
    .action(async (issues: string[], typed: Options, command: Command) => {
      await checkAsked(command, issues, typed);
      const { edition, theme, ...options } = typed;
      const { watch } = await import("../watch-command.ts");
      done(
        await watch({
          ...options,
          issues: issuesNamed(issues),
          editions: editionsOf(edition),
          theme: theme ?? null,
        }),
      );
    });
