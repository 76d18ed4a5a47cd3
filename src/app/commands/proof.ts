/** The options of `shuanglan proof`. */
import { Command, Option } from "commander";
import type { ProofFormat, ProofRequest } from "../proof-command.ts";
import { say, sayLines } from "../speech.ts";
import type { Done } from "../status.ts";
import { checkAsked, contentOption, issuesArgument, issuesNamed } from "./options.ts";

type Options = Omit<ProofRequest, "issues">;

const STATUSES = {
  en: "Exit status: 0 no errors · 1 errors (with --strict also warnings), or the content cannot be read · 2 wrong usage · 3 disk or permissions · 4 a bug",
  zh: "退出状态：0 没有错误 · 1 有错误（--strict 时包括警告），或内容无法读取 · 2 用法有误 · 3 磁盘或权限问题 · 4 程序缺陷",
} as const;

export const proofCommand = (done: Done): Command =>
  new Command("proof")
    .description(say("read issues as a proofreader would", "像校对员那样校读期刊"))
    .addArgument(issuesArgument())
    .addOption(contentOption())
    .addOption(
      new Option("--format <name>", say("how findings are told", "输出格式"))
        .choices(["pretty", "short", "json", "github"] satisfies ProofFormat[])
        .default("pretty"),
    )
    .option(
      "--fix",
      say("put right what is safe: punctuation, spaces, a and an", "改正可以放心改的标点、空格和 a/an"),
      false,
    )
    .option("--layout", say("also set the issue and look at its lines", "同时排版，检查各行"), false)
    .option("--no-spelling", say("leave out the English dictionary", "不查英文拼写"))
    .option("--strict", say("warnings count as errors", "警告也算错误"), false)
    .option("--rules", say("list the rules", "列出各条规则"), false)
    .addHelpText("after", () => `\n${sayLines(STATUSES).join("\n")}`)
    .action(async (issues: string[], options: Options, command: Command) => {
      await checkAsked(command, issues, { content: options.content });
      const { proof } = await import("../proof-command.ts");
      done(await proof({ ...options, issues: issuesNamed(issues) }));
    });
