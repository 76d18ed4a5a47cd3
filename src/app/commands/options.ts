/** Arguments and options that several commands have, and what was typed for them → the values that commands take. */
import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { EDITIONS, type Edition } from "../../base/language.ts";
import { say } from "../speech.ts";

export const issuesArgument = (): Argument =>
  new Argument(
    "[issue...]",
    say(
      "issues by name, such as 2024-14; all of the content folder if none",
      "期号，如 2024-14，不写则为全部",
    ),
  );

export const contentOption = (): Option =>
  new Option(
    "--content <dir>",
    say("folder of publication.yaml and the issues", "内容文件夹：publication.yaml 和各期的文件"),
  ).default("content");

export const outOption = (): Option =>
  new Option("--out <dir>", say("folder for the PDFs", "存放 PDF 的文件夹")).default("output");

export const themeOption = (): Option =>
  new Option(
    "--theme <name>",
    say("theme instead of the publication's", "改用的版式，不写则用刊物所定的"),
  ).argParser(themeName);

/** Which editions are set. */
export const editionOption = (): Option =>
  new Option("--edition <name>", say("bilingual, zh, en or all", "双语、中文、英文或全部"))
    .choices([...EDITIONS, "all"])
    .default("all");

export const editionsOf = (named: Edition | "all"): readonly Edition[] =>
  named === "all" ? EDITIONS : [named];

/** Ends the run where a path leads out of the content folder, or a folder stands for an issue, or no theme has the name. */
export async function checkAsked(
  command: Command,
  issues: readonly string[],
  { content, theme }: { readonly content: string; readonly theme?: string },
): Promise<void> {
  const paths = issues.filter((issue) => !/^[\d-]+$/.test(issue));
  if (paths.length === 0 && theme === undefined) return;
  // Loaded where there is something to look at: most runs name an issue, or nothing.
  const { checkFolder, checkTheme } = await import("./asked.ts");
  for (const path of paths) checkFolder(path, content, command);
  if (theme !== undefined) checkTheme(theme, content, command);
}

/** Issues by their names, each once. */
export const issuesNamed = (issues: readonly string[]): readonly string[] => [
  ...new Set(issues.map(issueName)),
];

/** A path to an issue's file is taken as its name; see `checkAsked`. */
export const issueName = (issue: string): string => issue.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/i, "");

function themeName(name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
    throw new InvalidArgumentError(say("name a theme, not a path", "请写版式的名称，不要写路径"));
  return name;
}
