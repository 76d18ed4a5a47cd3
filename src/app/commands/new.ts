/** The options of `shuanglan new`. */
import { Command, InvalidArgumentError } from "commander";
import { isNumbered } from "../../model/issue-number.ts";
import { say } from "../speech.ts";
import { type Done, STATUSES } from "../status.ts";
import { contentOption } from "./options.ts";

interface Options {
  readonly content: string;
  readonly date?: string;
}

export const newCommand = (done: Done): Command =>
  new Command("new")
    .description(say("begin the next issue, carrying on the last", "新建下一期，接续上一期"))
    .argument(
      "[issue]",
      say("number such as 2024-15; the next one if none", "期号，如 2024-15，不写则顺延"),
      issueNumber,
    )
    .addOption(contentOption())
    .option(
      "--date <date>",
      say("date such as 2024-09-23 instead of the next", "出版日期，如 2024-09-23，不写则顺延"),
      calendarDate,
    )
    .addHelpText("after", STATUSES)
    .action(async (issue: string | undefined, { content, date }: Options) => {
      const { newIssue } = await import("../new-command.ts");
      done(await newIssue({ content, issue: issue ?? null, date: date ?? null }));
    });

export function issueNumber(typed: string): string {
  if (!isNumbered(typed))
    throw new InvalidArgumentError(say("a year and a number, such as 2024-15", "应为年份与期号，如 2024-15"));
  return typed;
}

/** By Node's own calendar: the program's is not loaded for a command line. */
function calendarDate(typed: string): string {
  const day = new Date(`${typed}T00:00:00Z`);
  if (
    !/^(?!0000)\d{4}-\d\d-\d\d$/.test(typed) ||
    Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== typed
  )
    throw new InvalidArgumentError(say("a day such as 2024-09-23", "应为日期，如 2024-09-23"));
  return typed;
}
