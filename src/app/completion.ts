/** The commander program in → a script that completes its commands, options, choices and issues in a shell. */
import type { Command } from "commander";
import type { Shell } from "./commands/completion.ts";

/** What stands for a value: one of some words, an issue's name, a folder, a file, or what can not be known. */
type Value =
  | { readonly kind: "choices"; readonly words: readonly string[] }
  | { readonly kind: "issue" | "dir" | "file" | "any" };

/** How a shell completes a value; what is written for one of some words has `WORDS` in their place. */
type Ways = Readonly<Record<Value["kind"], string>>;

const completed = (value: Value, ways: Ways): string =>
  value.kind === "choices" ? ways.choices.replace("WORDS", () => value.words.join(" ")) : ways[value.kind];

interface CompletedOption {
  readonly flags: readonly string[];
  readonly about: string;
  /** Null for a switch. */
  readonly value: Value | null;
}

interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly options: readonly CompletedOption[];
  /** What arguments stand for, in their order; the last goes on where it is variadic. */
  readonly values: readonly Value[];
}

/** Everything is read from the tree that parses the command line: nothing can be forgotten here. */
function commandsOf(program: Command): readonly CompletedCommand[] {
  const help = program.createHelp();
  return help
    .visibleCommands(program)
    .filter((command) => command.name() !== "help")
    .map((command) => ({
      name: command.name(),
      about: help.subcommandDescription(command),
      options: help.visibleOptions(command).map((option) => ({
        flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
        about: option.description,
        value: option.isBoolean()
          ? null
          : standsFor(/<(.+)>|\[(.+)\]/.exec(option.flags)?.[0] ?? "", option.argChoices),
      })),
      values: command.registeredArguments.map((argument) => standsFor(argument.name(), argument.argChoices)),
    }));
}

function standsFor(name: string, choices: readonly string[] | undefined): Value {
  if (choices) return { kind: "choices", words: choices };
  const word = name.replace(/[<>[\].]/g, "");
  if (word === "issue") return { kind: "issue" };
  if (word === "dir") return { kind: "dir" };
  return { kind: ["file", "place", "translation", "before", "after"].includes(word) ? "file" : "any" };
}

export function completionScript(program: Command, shell: Shell): string {
  const commands = commandsOf(program);
  switch (shell) {
    case "bash":
      return bash(program.name(), commands);
    case "zsh":
      return zsh(program.name(), commands);
    case "fish":
      return fish(program.name(), commands);
  }
}

/** Issues are files of the content folder that is named on the line; those that begin with the first argument. */
const ISSUES = `_shuanglan_issues() {
  local dir=content k file
  for ((k = 1; k < \${#words[@]}; k++)); do
    [[ \${words[k]} == --content ]] && dir=\${words[k+1]}
  done
  for file in "$dir"/*.yaml; do
    file=\${file##*/}
    [[ $file == publication.yaml || $file == '*.yaml' || $file != "$1"* ]] || printf '%s\\n' "\${file%.yaml}"
  done
}`;

/**
 * A line of what is read is a word, whatever stands in it. Left to the shell, names of files would be parted at
 * blanks, and `compgen -W` runs what stands in them as commands.
 */
const REPLIES = `_shuanglan_replies() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done
}`;

const BASH: Ways = {
  choices: `COMPREPLY=($(compgen -W 'WORDS' -- "$cur"))`,
  issue: '_shuanglan_replies < <(_shuanglan_issues "$cur")',
  dir: '_shuanglan_replies < <(compgen -d -- "$cur")',
  file: '_shuanglan_replies < <(compgen -f -- "$cur")',
  any: "COMPREPLY=()",
};

function bash(name: string, commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const valued = options.filter(({ value }) => value !== null);
    const rows = valued.map(
      ({ flags, value }) => `        ${flags.join("|")}) ${completed(value!, BASH)}; return ;;`,
    );
    const flags = options.flatMap((option) => option.flags).join(" ");
    const argument = `      ${completed(values[0] ?? { kind: "any" }, BASH)}`;
    return `    ${name})
      case $prev in
${rows.join("\n")}
      esac
      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '${flags}' -- "$cur")); return; fi
${argument} ;;`;
  });
  return `# eval "$(${name} completion bash)"
${ISSUES}
${REPLIES}
_${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words=("\${COMP_WORDS[@]}")
  if ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(" ")} help' -- "$cur")); return; fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
}
complete -o filenames -F _${name} ${name}
`;
}

/** In single quotes; colons and brackets part what zsh is told of an option. */
const told = (text: string): string => text.replace(/[[\]:\\]/g, "\\$&").replaceAll("'", "'\\''");

const ZSH: Ways = {
  choices: "(WORDS)",
  issue: `{compadd -- \${(f)"$(_shuanglan_issues)"}}`,
  dir: "_files -/",
  file: "_files",
  any: " ",
};

function zsh(name: string, commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const rows = options.flatMap(({ flags, about, value }) =>
      flags.map((flag) => `'${flag}[${told(about)}]${value ? `: :${completed(value, ZSH)}` : ""}'`),
    );
    const last = values.at(-1);
    const argument = last ? [`'*: :${completed(last, ZSH)}'`] : [];
    return `    ${name}) _arguments ${[...rows, ...argument].join(" \\\n      ")} ;;`;
  });
  return `#compdef ${name}
# eval "$(${name} completion zsh)"
${ISSUES}
_${name}() {
  local -a commands=(
${commands.map(({ name, about }) => `    '${name}:${told(about)}'`).join("\n")}
  )
  if ((CURRENT == 2)); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join("\n")}
  esac
}
compdef _${name} ${name}
`;
}

const FISH: Ways = {
  choices: " -x -a 'WORDS'",
  issue: " -x -a '(__shuanglan_issues)'",
  dir: " -x -a '(__fish_complete_directories)'",
  file: " -r -F",
  any: " -x",
};

function fish(name: string, commands: readonly CompletedCommand[]): string {
  const single = (text: string): string => text.replace(/['\\]/g, "\\$&");
  const rows = commands.flatMap(({ name: command, about, options, values }) => {
    const inside = `complete -c ${name} -n '__fish_seen_subcommand_from ${command}'`;
    return [
      `complete -c ${name} -n __fish_use_subcommand -a ${command} -d '${single(about)}'`,
      ...options.map(({ flags, about, value }) => {
        const spelt = flags.map((flag) =>
          flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        );
        return `${inside} ${spelt.join(" ")} -d '${single(about)}'${value ? completed(value, FISH) : ""}`;
      }),
      ...(values[0]
        ? [`${inside}${values[0].kind === "file" ? " -F" : completed(values[0], FISH).replace(" -x", " -f")}`]
        : []),
    ];
  });
  return `# ${name} completion fish | source
function __shuanglan_issues
  set -l words (commandline -opc)
  set -l dir content
  if set -l at (contains -i -- --content $words)
    set dir $words[(math $at + 1)]
  end
  for file in $dir/*.yaml
    set -l name (path basename -- $file)
    string match -q -- publication.yaml $name; or path change-extension -- '' $name
  end
end
complete -c ${name} -f
${rows.join("\n")}
`;
}
