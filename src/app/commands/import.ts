/** The options of `shuanglan import`. */
import { Command } from "commander";
import type { ImportRequest } from "../import-command.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { issueNumber } from "./new.ts";
import { contentOption } from "./options.ts";

type Options = Omit<ImportRequest, "files" | "issue"> & { readonly issue?: string };

export const importCommand = (done: Done): Command =>
  new Command("import")
    .description(
      say(
        "make an issue of a Word, Markdown or text file, or of one for each language",
        "把 Word、Markdown 或文本文件转成一期，中英文可各成一个文件",
      ),
    )
    .argument(
      "<file>",
      say(
        "file with Chinese and English, or with one of them: .docx, .md or .txt",
        "含中英文或其中一种语言的文件：.docx、.md 或 .txt",
      ),
    )
    .argument(
      "[translation]",
      say("the other language, where it is a file of its own", "译文单独成文件时的另一个文件"),
    )
    .addOption(contentOption())
    .option(
      "--issue <number>",
      say("number of the issue instead of the one in the file", "期号，不写则取自文件"),
      issueNumber,
    )
    .option(
      "--force",
      say(
        "replace the issue's file if there is one, keeping a copy of it",
        "已有该期文件时予以替换，原文件留存",
      ),
      false,
    )
    .option("--stdout", say("print the issue, write nothing", "只显示，不写文件"), false)
    .addHelpText("after", STATUSES)
    .action(async (file: string, translation: string | undefined, { issue, ...options }: Options) => {
      const { importFile } = await import("../import-command.ts");
      const files = [file, ...(translation === undefined ? [] : [translation])] as const;
      done(importFile({ ...options, files, issue: issue ?? null }));
    });
