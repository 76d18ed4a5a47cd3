/** The options of `shuanglan explain`. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { ExplainLanguage, ExplainRequest } from "../explain-command.ts";
import { say } from "../speech.ts";
import type { Done } from "../status.ts";

type Options = Omit<ExplainRequest, "text" | "language" | "measure"> & {
  readonly lang: ExplainLanguage;
  readonly measure?: number;
};

export const explainCommand = (done: Done): Command =>
  new Command("explain")
    .description(say("show what the line rules make of a text", "说明排版规则如何处理一段文字"))
    .argument("<text>", say("the text to look at", "要查看的文字"))
    .addOption(
      new Option("--lang <code>", say("language of the text", "文字的语言"))
        .choices(["zh", "en", "en-US", "en-GB"])
        .default("zh"),
    )
    .addOption(
      new Option("--level <name>", say("strictness of the prohibitions", "禁则的宽严"))
        .choices(["basic", "gb", "strict"])
        .default("gb"),
    )
    .addOption(
      new Option("--marks <name>", say("how wide marks are set", "标点的宽度"))
        .choices(["quanjiao", "tight", "kaiming", "banjiao"])
        .default("quanjiao"),
    )
    .option(
      "--measure <em>",
      say("also break it into lines of this width, in em", "另按此栏宽（em）断行"),
      positive,
    )
    .option("--indent <em>", say("indent of the first line, in em", "首行缩进（em）"), positive, 0)
    .option("--hanging", say("commas and stops may hang at the end of a line", "行末点号可以悬挂"), false)
    .option("--json", say("as JSON", "输出 JSON"), false)
    .action(async (text: string, { lang: language, measure, ...options }: Options) => {
      const { explainText } = await import("../explain-command.ts");
      done(await explainText({ ...options, text, language, measure: measure ?? null }));
    });

function positive(typed: string): number {
  const number = Number(typed);
  if (!(number >= 0 && number < 1000))
    throw new InvalidArgumentError(say("write a number of ems, such as 17", "应为以 em 计的数字，如 17"));
  return number;
}
