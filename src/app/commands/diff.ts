/** The options of `shuanglan diff`. */
import { Command, InvalidArgumentError, Option } from "commander";
import { EDITIONS } from "../../base/language.ts";
import type { DiffRequest } from "../diff-command.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { contentOption, issueName, outOption, themeOption } from "./options.ts";

type Options = Pick<DiffRequest, "edition" | "content" | "out"> & {
  readonly issue?: string;
  readonly theme?: string;
};

export const diffCommand = (done: Done): Command =>
  new Command("diff")
    .description(
      say("compare two states of an issue, text by text and page by page", "逐段逐页比较一期的两个稿本"),
    )
    .argument(
      "<before>",
      say(
        "a git revision, a content folder, an issue's file or its PDF",
        "git 版本、内容文件夹、某期的文件或其 PDF",
      ),
      noComparison,
    )
    .argument(
      "[after]",
      say("another; the content folder if none", "另一个稿本，不写则为内容文件夹"),
      noComparison,
    )
    .option(
      "--issue <number>",
      say("the issue; every one that changed if none", "期号，不写则为有改动的各期"),
      issueName,
    )
    .addOption(
      new Option("--edition <name>", say("bilingual, zh or en", "双语、中文或英文"))
        .choices(EDITIONS)
        .default("bilingual"),
    )
    .addOption(contentOption())
    .addOption(outOption())
    .addOption(themeOption())
    .addHelpText("after", STATUSES)
    .action(async (before: string, after: string | undefined, { issue, theme, ...options }: Options) => {
      const { diff } = await import("../diff-command.ts");
      done(
        await diff({ ...options, before, after: after ?? null, issue: issue ?? null, theme: theme ?? null }),
      );
    });

/** What this command wrote shows two states at once, and is none itself. */
function noComparison(typed: string): string {
  if (/\.diff\.pdf$/i.test(typed))
    throw new InvalidArgumentError(
      say("this shows a comparison; name the PDF of an issue", "这是比较结果；请写某期的 PDF"),
    );
  return typed;
}
