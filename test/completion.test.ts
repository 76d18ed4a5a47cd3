import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, newsroom } from "./newsroom.ts";

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

test("a shell that is not known is wrong usage", async () => {
  expect((await captured(() => run(["completion", "tcsh"], "0.0.0"))).exit).toBe(2);
});
