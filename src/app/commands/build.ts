/** The options of `shuanglan build`. */
import { Command, InvalidArgumentError, Option } from "commander";
import { EDITIONS, type Edition } from "../../base/language.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";

interface Options {
  readonly edition: Edition | "all";
  readonly content: string;
  readonly out: string;
  readonly theme?: string;
  readonly explain: boolean;
  readonly print: boolean;
  readonly booklet: boolean;
  readonly colourBars: boolean;
  readonly attachSource: boolean;
  readonly preflight: boolean;
  readonly cache: boolean;
}

export const buildCommand = (done: Done): Command =>
  new Command("build")
    .description(say("set issues and write their PDFs", "排印期刊，生成 PDF"))
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
    .option("--no-cache", say("take nothing from earlier runs", "不沿用以往各次排印所存"))
    .addHelpText("after", STATUSES)
    .action(async (issues: string[], options: Options, command: Command) => {
      const { edition, theme, print, booklet, colourBars, attachSource } = options;
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
          content: options.content,
          out: options.out,
          explain: options.explain,
          preflight: options.preflight,
          cache: options.cache ? userCache() : NO_CACHE,
          purpose: { print: print || booklet ? { booklet, colourBars } : null, attachSource },
          issues: issues.map(issueName),
          editions: editionsOf(edition),
          theme: theme ?? null,
        }),
      );
    });

/** Which editions are set. */
export const editionOption = (): Option =>
  new Option("--edition <name>", say("bilingual, zh, en or all", "双语、中文、英文或全部"))
    .choices([...EDITIONS, "all"])
    .default("all");

export const editionsOf = (named: Edition | "all"): readonly Edition[] =>
  named === "all" ? EDITIONS : [named];

/** Ends the run where a path leads out of the content folder or no theme has the name. */
export async function checkAsked(
  command: Command,
  issues: readonly string[],
  { content, theme }: { readonly content: string; readonly theme?: string },
): Promise<void> {
  const paths = issues.filter((issue) => /[\\/]/.test(issue));
  if (paths.length === 0 && theme === undefined) return;
  // Loaded where there is something to look at: most runs name an issue, or nothing.
  const { checkFolder, checkTheme } = await import("./asked.ts");
  for (const path of paths) checkFolder(path, content, command);
  if (theme !== undefined) checkTheme(theme, content, command);
}

/** A path to an issue's file is taken as its name; see `checkAsked`. */
export const issueName = (issue: string): string => issue.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");

export function themeName(name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
    throw new InvalidArgumentError(say("name a theme, not a path", "请写版式的名称，不要写路径"));
  return name;
}
