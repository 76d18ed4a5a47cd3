/** The options of `shuanglan import`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { issueNumber } from "./new.ts";
import { contentOption } from "./options.ts";

interface Options {
  readonly content: string;
  readonly issue?: string;
  readonly force: boolean;
  readonly stdout: boolean;
}

export const importCommand = (done: Done): Command =>
  new Command("import")
    .description(
      say("make an issue of a Word, Markdown or text file", "把 Word、Markdown 或文本文件转成一期"),
    )
    .argument(
      "<file>",
      say("file with Chinese and English: .docx, .md or .txt", "含中英文的文件：.docx、.md 或 .txt"),
    )
    .addOption(contentOption())
    .option(
      "--issue <number>",
      say("number of the issue instead of the one in the file", "期号，不写则取自文件"),
      issueNumber,
    )
    .option("--force", say("replace the issue's file if there is one", "已有该期文件时予以替换"), false)
    .option("--stdout", say("print the issue, write nothing", "只显示，不写文件"), false)
    .addHelpText("after", STATUSES)
    .action(async (file: string, { issue, ...options }: Options) => {
      const { importFile } = await import("../import-command.ts");
      done(importFile({ ...options, file, issue: issue ?? null }));
    });
