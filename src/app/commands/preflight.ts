/** The options of `shuanglan preflight`. */
import { Command } from "commander";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

export const preflightCommand = (done: Done): Command =>
  new Command("preflight")
    .description(
      say(
        "check finished PDFs against PDF/UA-1, PDF/A and PDF/X-4",
        "按 PDF/UA-1、PDF/A 和 PDF/X-4 检查成品 PDF",
      ),
    )
    .argument(
      "<file...>",
      say("PDF files, of this program or another", "PDF 文件，本程序或其他程序生成的均可"),
    )
    .addHelpText("after", STATUSES)
    .action(async (files: string[]) => {
      const { preflightFiles } = await import("../preflight-command.ts");
      done(preflightFiles(files));
    });
