/** The options of `shuanglan build`. */
import { Command, Option } from "commander";
import type { Edition } from "../../base/language.ts";
import type { BuildRequest } from "../build-command.ts";
import type { PrintOrder } from "../print.ts";
import type { Purpose } from "../purpose.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
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

type Options = Pick<BuildRequest, "content" | "out" | "explain" | "preflight"> &
  PrintOrder &
  Pick<Purpose, "attachSource"> & {
    readonly edition: Edition | "all";
    readonly theme?: string;
    readonly print: boolean;
    readonly cache: boolean;
  };

export const buildCommand = (done: Done): Command =>
  new Command("build")
    .description(say("set issues and write their PDFs", "排印期刊，生成 PDF"))
    .addArgument(issuesArgument())
    .addOption(editionOption())
    .addOption(contentOption())
    .addOption(outOption())
    .addOption(themeOption())
    .option(
      "--explain",
      say("tell which splits of the columns were tried, and which was chosen", "列出试过的栏宽和选中的一种"),
      false,
    )
    .option(
      "--print",
      say(
        "the printer's file: PDF/X-4 with bleed, crop and registration marks",
        "印刷文件：PDF/X-4，含出血、裁切线和套准标记",
      ),
      false,
    )
    .addOption(
      new Option(
        "--booklet",
        say("the printer's file, imposed for saddle stitching", "印刷文件，按骑马订拼版"),
      )
        .default(false)
        .conflicts("print"),
    )
    .option("--colour-bars", say("a bar of colours on the printer's file", "印刷文件加色标"), false)
    .addOption(
      new Option(
        "--attach-source",
        say("the reader's file carries its YAML (PDF/A-3a)", "在 PDF 内附上 YAML 原文（PDF/A-3a）"),
      )
        .default(false)
        .conflicts(["print", "booklet"]),
    )
    .option("--preflight", say("check what was written against its standards", "按标准检查生成的文件"), false)
    .option("--no-cache", say("take nothing from earlier runs", "不沿用以前排印时存下的结果"))
    .addHelpText("after", STATUSES)
    .action(async (issues: string[], options: Options, command: Command) => {
      const { edition, theme, print, booklet, colourBars, attachSource, cache, ...rest } = options;
      if (colourBars && !print && !booklet)
        command.error(
          say(
            "error: --colour-bars belongs to the printer's file; add --print or --booklet",
            "错误：色标（--colour-bars）只用于印刷文件；请加上 --print 或 --booklet",
          ),
        );
      await checkAsked(command, issues, options);
      const { build } = await import("../build-command.ts");
      const { NO_CACHE, userCache } = await import("../cache.ts");
      done(
        await build({
          ...rest,
          cache: cache ? userCache() : NO_CACHE,
          purpose: { print: print || booklet ? { booklet, colourBars } : null, attachSource },
          issues: issuesNamed(issues),
          editions: editionsOf(edition),
          theme: theme ?? null,
        }),
      );
    });
