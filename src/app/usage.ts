/** A commander program in → the same with `--lang` everywhere, and its own words in the language that is spoken. */
import { type Command, Help, Option } from "commander";
import { columns } from "./columns.ts";
import { stream } from "./output.ts";
import { SPEECHES, say, speech } from "./speech.ts";

const languageOption = (): Option =>
  new Option(
    "--lang <code>",
    say(
      "language of messages and help; by the locale if not given",
      "消息与帮助所用的语言，不写则依系统语言",
    ),
  ).choices([...SPEECHES]);

const PLAIN_HELP = new Help();

/** To be called before commands are added: they inherit what stands here. */
export function speakUsage(program: Command): Command {
  return program
    .addOption(languageOption())
    .enablePositionalOptions()
    .helpOption("-h, --help", say("display help for command", "显示帮助"))
    .helpCommand("help [command]", say("display help for command", "显示某个命令的帮助"))
    .configureHelp({
      styleTitle: (title) => (speech() === "zh" ? (TITLES[title] ?? title) : title),
      styleUsage: placesIn,
      optionTerm: (option) => placesIn(PLAIN_HELP.optionTerm(option)),
      subcommandTerm: (command) => placesIn(PLAIN_HELP.subcommandTerm(command)),
      argumentTerm: (argument) => (speech() === "zh" ? placeIn(argument.name()) : argument.name()),
      displayWidth: columns,
      formatHelp: (command, help) => PLAIN_HELP.formatHelp(command, help).replace("用法： ", "用法："),
      styleOptionDescription: defaultsIn,
      styleArgumentDescription: defaultsIn,
    })
    .configureOutput({
      writeOut: (text) => stream("stdout").write(text),
      writeErr: (text) => stream("stderr").write(text),
      outputError: (text, write) => write(speech() === "zh" ? usageErrorIn(text) : saidInOne(text)),
    });
}

/** Gives a command the settings of the program and its `--lang`. */
export function addTo(program: Command, command: Command): void {
  if (!command.options.some(({ long }) => long === "--lang")) command.addOption(languageOption());
  command
    .copyInheritedSettings(program)
    .helpOption("-h, --help", say("display help for command", "显示帮助"));
  program.addCommand(command);
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** `[options] [issue...]`, as Chinese writes them. */
function placesIn(usage: string): string {
  if (speech() !== "zh") return usage;
  return usage.replace(
    /([[<])([a-z]+)(?=\.{0,3}[\]>])/g,
    (_, open: string, name: string) => `${open}${placeIn(name)}`,
  );
}

const PLACES: Readonly<Record<string, string>> = {
  options: "选项",
  command: "命令",
  issue: "期号",
  file: "文件",
  place: "位置",
  dir: "文件夹",
  name: "名称",
  date: "日期",
  number: "期号",
  port: "端口",
  code: "语言",
  before: "旧稿",
  after: "新稿",
  text: "文字",
  translation: "译文",
  shell: "shell",
};

const placeIn = (name: string): string => PLACES[name] ?? name;

/** `"zh", "en"`, as Chinese lists them. */
const listed = (words: string): string =>
  words
    .replaceAll(/"([^"]*)"/g, "$1")
    .replace(/, $/, "")
    .replaceAll(", ", "、");

/** `(choices: …, default: …)` behind a description; that a switch is off by itself need not be said. */
function defaultsIn(description: string): string {
  const told = description.replace(/ \(default: false\)$/, "");
  if (speech() !== "zh") return told;
  return told.replace(/ \(((?:choices|default): .*)\)$/, (_, extra: string) => {
    const said = extra
      .replace(/choices: ("[^"]*"(?:, "[^"]*")*)/, (_, words: string) => `可选：${listed(words)}`)
      .replace(/(?:, )?default: /, (match) => (match.startsWith(",") ? "；默认：" : "默认："));
    return `（${said}）`;
  });
}

/** What commander says of wrong usage, by its own sentences. */
const USAGE_ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/m, "错误：没有“$1”这个选项"],
  [/^error: unknown command '(.*)'/m, "错误：没有“$1”这个命令"],
  [/^error: missing required argument '(.*)'/m, "错误：缺少参数“$1”"],
  [/^error: option '(.*?)' argument missing/m, "错误：选项“$1”后面缺少内容"],
  [/^error: required option '(.*?)' not specified/m, "错误：必须写明选项“$1”"],
  [/^error: option '(.*?)' cannot be used with option '(.*?)'/m, "错误：选项“$1”与“$2”不能同时使用"],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. ?/m, "错误：选项“$1”不能写“$2”。"],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. ?/m,
    "错误：参数“$2”不能写“$1”。",
  ],
  [
    /^error: too many arguments.*Expected (\d+) arguments? but got (\d+)\./m,
    "错误：参数过多，应为 $1 个，实为 $2 个。",
  ],
  [/Allowed choices are (.*)\./, "可选：$1"],
  [/\(Did you mean one of (.*)\?\)/, "（是否应为其中之一：$1？）"],
  [/\(Did you mean (.*)\?\)/, "（是否应为 $1？）"],
];

/** What is wrong with a value goes on in small letters behind commander's own sentence. */
const saidInOne = (text: string): string =>
  text.replace(/ is invalid( for argument '[^']*')?\. (?=\p{Ll})/u, " is invalid$1: ");

const usageErrorIn = (text: string): string =>
  USAGE_ERRORS.reduce((said, [from, to]) => said.replace(from, to), text)
    .replace(/(?<=参数“)[a-z]+(?=”)/, placeIn)
    .replace(/(?<=选项“--[\w-]+) <[\w-]+>(?=”)/, "")
    .replace(/可选：.*/, listed);
