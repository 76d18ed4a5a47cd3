import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, ISSUE, newsroom } from "./newsroom.ts";

const scriptFor = async (shell: string) => {
  const { exit, out } = await captured(() => run(["completion", shell, "--lang", "en"], "0.0.0"));
  expect(exit).toBe(0);
  return out;
};

const has = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status === 0;

/** Commands as the help lists them. */
const commands = async () => {
  const { out } = await captured(() => run(["--help", "--lang", "en"], "0.0.0"));
  const listed = out.slice(out.indexOf("Commands:")).matchAll(/^ {2}([a-z]+)(?: |$)/gm);
  return [...listed].map((match) => match[1]!).filter((name) => name !== "help");
};

describe.each(["bash", "zsh", "fish"])("%s", (shell) => {
  test("every command and its options are completed", async () => {
    const script = await scriptFor(shell);
    for (const command of await commands()) {
      expect(script).toContain(command);
      const { out } = await captured(() => run([command, "--help", "--lang", "en"], "0.0.0"));
      for (const [, option] of out.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)) expect(script).toContain(option);
    }
  });

  test.skipIf(!has(shell))("the shell takes the script (skipped where it is not installed)", async () => {
    const room = newsroom();
    room.write("script", await scriptFor(shell));
    const { status, stderr } = spawnSync(shell, ["-n", room.path("script")], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

test.skipIf(!has("bash"))(
  "bash completes commands, options, choices and issues (skipped without bash)",
  async () => {
    const script = await scriptFor("bash");
    const room = newsroom();
    const completed = (...words: readonly string[]) => {
      const line = words.map((word) => `'${word}'`).join(" ");
      const ask = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _shuanglan; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync("bash", ["-c", ask], { cwd: room.path("."), encoding: "utf8" })
        .stdout.trim()
        .split("\n");
    };
    expect(completed("shuanglan", "bu")).toEqual(["build"]);
    expect(completed("shuanglan", "build", "--ed")).toEqual(["--edition"]);
    expect(completed("shuanglan", "build", "--edition", "")).toEqual(["bilingual", "zh", "en", "all"]);
    expect(completed("shuanglan", "build", "")).toEqual(["2025-01"]);
    expect(completed("shuanglan", "build", "--content", room.path("content"), "2025")).toEqual(["2025-01"]);
  },
);

test("zsh completes both files of an import", async () => {
  const script = await scriptFor("zsh");
  expect(script.slice(script.indexOf("    import) ")).split(" ;;")[0]).toMatch(/'\*: :_files'$/);
});

/** Names that a shell would part, take for an option or run, if it were to read them again. */
const ODD = ["$(touch ran)", "`touch ran`", "-x", "a b", "it's"];

/** How each shell is asked for the issues of the folder that it is in. */
const ASKED: Readonly<Record<string, string>> = {
  bash: `COMP_WORDS=(shuanglan build ''); COMP_CWORD=2; _shuanglan; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: `words=(shuanglan build ''); CURRENT=3; _shuanglan`,
  fish: 'complete -C "shuanglan build "',
};
/** What zsh has of these is for a terminal alone. */
const STUBS = `compdef() { : }
compadd() { shift; print -rl -- "$@" }
_arguments() { local action=\${@[-1]##*:}; eval \${action[2,-2]} }
`;

test.each(Object.entries(ASKED))(
  "%s takes names of issues as they are (skipped without it)",
  async (shell, ask) => {
    if (!has(shell)) return;
    const room = newsroom();
    for (const name of ODD) room.write(`content/${name}.yaml`, ISSUE);
    room.write("script", await scriptFor(shell));
    const lines = [...(shell === "zsh" ? [STUBS] : []), `source '${room.path("script")}'`, ask];
    const { stdout, stderr } = spawnSync(shell, ["-c", lines.join("\n")], {
      cwd: room.path("."),
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const told = stdout.split("\n").filter((line) => line !== "");
    expect([...told].sort()).toEqual([...ODD, "2025-01"].sort());
    expect(existsSync(room.path("ran"))).toBe(false);
  },
);

test("a shell that is not known is wrong usage", async () => {
  expect((await captured(() => run(["completion", "tcsh"], "0.0.0"))).exit).toBe(2);
});
