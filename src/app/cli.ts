/** The command line in → the command that it names, and the exit status. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EDITIONS, type Edition } from "../base/language.ts";
import { build, STATUS } from "./build-command.ts";
import { describeEnvironment } from "./describe-environment.ts";
import { EnvironmentError, err } from "./effects.ts";
import { type ExplainLanguage, type ExplainRequest, explainText } from "./explain-command.ts";
import { writeSchemas } from "./schema-command.ts";

const STATUSES = `
Exit status: 0 done · 1 fault in the content or fonts · 2 wrong usage · 3 disk or permissions · 4 a bug
退出状态：0 完成 · 1 内容或字体有误 · 2 用法有误 · 3 磁盘或权限问题 · 4 程序缺陷`;

/** @param args Without the program's name. */
export async function run(args: readonly string[], version: string): Promise<number> {
  let result: number = STATUS.done;
  const program = new Command("shuanglan")
    .description(
      "Typesets bilingual Chinese–English periodicals from YAML to PDF\n双栏：从 YAML 到 PDF，排印中英双语期刊",
    )
    .version(version)
    .showHelpAfterError()
    .addHelpText("after", STATUSES)
    .exitOverride();
  program
    .command("build")
    .description("set issues and write their PDFs 排印期刊，生成 PDF")
    .argument(
      "[issue...]",
      "issues by name, such as 2024-14; all of the content folder if none 期号，不写则为全部",
    )
    .addOption(
      new Option("--edition <name>", "bilingual, zh, en or all 双语、中文、英文或全部")
        .choices([...EDITIONS, "all"])
        .default("all"),
    )
    .option("--content <dir>", "folder of publication.yaml and the issues 内容文件夹", "content")
    .option("--out <dir>", "folder for the PDFs 输出文件夹", "output")
    .option("--theme <name>", "theme instead of the publication's 改用的版式", themeName)
    .option("--explain", "tell how the columns were split 说明栏宽的选择", false)
    .addHelpText("after", STATUSES)
    .action(
      async (
        issues: string[],
        options: { edition: string; content: string; out: string; theme?: string; explain: boolean },
      ) => {
        const editions = options.edition === "all" ? EDITIONS : [options.edition as Edition];
        const { content, out, theme, explain } = options;
        result = await build({
          issues: issues.map(issueName),
          editions,
          content,
          out,
          theme: theme ?? null,
          explain,
        });
      },
    );
  program
    .command("schema")
    .description("write the JSON Schemas that editors complete from 生成供编辑器补全用的 JSON Schema")
    .option("--out <dir>", "folder for the schemas 输出文件夹", "content/schema")
    .action((options: { out: string }) => {
      result = writeSchemas(options.out);
    });
  program
    .command("explain")
    .description("show what the line rules make of a text 说明排版规则如何处理一段文字")
    .argument("<text>", "the text 文字")
    .addOption(
      new Option("--lang <code>", "language of the text 文字的语言")
        .choices(["zh", "en", "en-US", "en-GB"])
        .default("zh"),
    )
    .addOption(
      new Option("--level <name>", "strictness of the prohibitions 禁则的宽严")
        .choices(["basic", "gb", "strict"])
        .default("gb"),
    )
    .addOption(
      new Option("--marks <name>", "how wide marks are set 标点的宽度")
        .choices(["quanjiao", "tight", "kaiming", "banjiao"])
        .default("quanjiao"),
    )
    .option("--measure <em>", "also break it into lines of this width 另按此栏宽断行", positive)
    .option("--indent <em>", "indent of the first line 首行缩进", positive, 0)
    .option("--hanging", "commas and stops may hang 行末点号悬挂", false)
    .option("--json", "as JSON 输出 JSON", false)
    .action(
      async (
        text: string,
        {
          lang: language,
          measure,
          ...options
        }: Omit<ExplainRequest, "text" | "language" | "measure"> & {
          lang: ExplainLanguage;
          measure?: number;
        },
      ) => {
        result = await explainText({ ...options, text, language, measure: measure ?? null });
      },
    );
  try {
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return statusOf(error);
  }
}

/** A path to an issue's file is taken as its name. */
const issueName = (issue: string): string => issue.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");

function positive(typed: string): number {
  const number = Number(typed);
  if (!(number >= 0 && number < 1000)) throw new InvalidArgumentError("a number of ems");
  return number;
}

function themeName(name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
    throw new InvalidArgumentError("a theme is named, not a path");
  return name;
}

function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.usage;
  if (error instanceof EnvironmentError) {
    const { en, zh } = describeEnvironment(error.path, error.reason);
    err(en);
    err(zh);
    return STATUS.environment;
  }
  err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  err("This is a bug of shuanglan; your files are as they were. 这是程序的缺陷；您的文件没有改动。");
  return STATUS.bug;
}
