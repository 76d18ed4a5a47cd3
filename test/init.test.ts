import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { run } from "../src/app/cli.ts";
import { inTurn, quoted } from "../src/app/quoted.ts";
import { report } from "../src/app/report.ts";
import { SPEECHES, speak } from "../src/app/speech.ts";
import type { Diagnostic } from "../src/base/diagnostic.ts";
import { jsonSchema } from "../src/content/json-schema.ts";
import { captured, newsroom } from "./newsroom.ts";

async function begun() {
  const room = newsroom();
  const outcome = await captured(() => run(["init", room.path("bulletin"), "--lang", "en"], "0.0.0"));
  return { room, ...outcome, read: (name: string) => readFileSync(room.path(`bulletin/${name}`), "utf8") };
}

interface Task {
  readonly label: string;
  readonly command: string;
  readonly windows: { readonly command: string };
  readonly args: readonly string[];
  readonly problemMatcher: readonly {
    readonly severity: string;
    readonly pattern: { readonly regexp: string };
  }[];
}

describe("init", () => {
  test("the sample builds without a fault, and the next issue can be begun from it", async () => {
    const { room, exit, out } = await begun();
    expect(exit).toBe(0);
    const year = new Date().getFullYear();
    expect(out.replaceAll("\\", "/")).toContain(`content/${year}-01.yaml`);
    const at = ["--content", room.path("bulletin/content")];
    const built = await captured(() => run(["build", ...at, "--out", room.path("bulletin/output")], "0.0.0"));
    expect([built.exit, built.err]).toEqual([0, ""]);
    expect(existsSync(room.path(`bulletin/output/${year}-01.pdf`))).toBe(true);
    const next = await captured(() => run(["new", ...at, "--date", `${year}-12-31`], "0.0.0"));
    expect(next.exit).toBe(0);
    expect(readFileSync(room.path(`bulletin/content/${year}-02.yaml`), "utf8")).toContain("zh: 排版札记之二");
  });

  test("what to type next is one word to a shell where a folder's name is several, and no name is no folder", async () => {
    const room = newsroom();
    const named = (name: string) => captured(() => run(["init", name, "--lang", "en"], "0.0.0"));
    const { out } = await named(room.path("我的 刊物 [1]"));
    expect(out).toContain(
      `Next: ${inTurn([`cd ${quoted(room.path("我的 刊物 [1]"))}`, "shuanglan build"])}\n`,
    );
    expect((await named(room.path("刊物"))).out).toContain(
      `Next: ${inTurn([`cd ${room.path("刊物")}`, "shuanglan build"])}\n`,
    );
    expect((await named("")).exit).toBe(2);
  });

  test.each([
    ["linux", "cd '/a b/it'\\''s' && shuanglan build"],
    ["darwin", "cd '/a b/it'\\''s' && shuanglan build"],
    // PowerShell takes no &&, and cmd.exe no semicolon.
    ["win32", 'cd "/a b/it\'s"\nshuanglan build'],
  ] as const)("what to type next is taken by the shells of %s", (platform, typed) => {
    expect(inTurn([`cd ${quoted("/a b/it's", platform)}`, "shuanglan build"], platform)).toBe(typed);
  });

  test("on Windows the tasks of VS Code run what no policy of PowerShell forbids: a script of cmd.exe", async () => {
    const { read } = await begun();
    const { tasks } = JSON.parse(read(".vscode/tasks.json")) as { readonly tasks: readonly Task[] };
    expect(tasks.length).toBeGreaterThan(3);
    for (const { command, windows } of tasks)
      expect([command, windows]).toEqual(["shuanglan", { command: "shuanglan.cmd" }]);
  });

  test("as a script of npm it tells a command that needs no installation", async () => {
    vi.stubEnv("npm_lifecycle_event", "shuanglan");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { room, out } = await begun();
    const [content, output] = [room.path("bulletin/content"), room.path("bulletin/output")];
    expect(out).toContain(`Next: npm run shuanglan -- build --content ${content} --out ${output}\n`);
  });

  test("who is in the folder already need not change into it", async () => {
    const room = newsroom();
    const here = vi.spyOn(process, "cwd").mockReturnValue(room.path("here"));
    const { out } = await captured(() => run(["--lang", "en", "init", room.path("here")], "0.0.0"));
    here.mockRestore();
    expect(out).toMatch(/^Next: shuanglan build$/m);
  });

  test("schemas that the files name are the program's", async () => {
    const { read } = await begun();
    expect(read("content/schema/issue.json")).toBe(jsonSchema("issue"));
    expect(read("content/publication.yaml")).toMatch(
      /^# yaml-language-server: \$schema=schema\/publication\.json/,
    );
  });

  test("where one of its files stands already, nothing is written", async () => {
    const { room, read } = await begun();
    const before = read("README.md");
    const again = await captured(() => run(["init", room.path("bulletin"), "--lang", "en"], "0.0.0"));
    expect([again.exit, again.err]).toEqual([
      1,
      expect.stringContaining("there already, nothing was written"),
    ]);
    expect(read("README.md")).toBe(before);
  });

  test.each(SPEECHES)("problem matchers read faults and warnings as they are told: %s", async (speech) => {
    const { read } = await begun();
    const { tasks } = JSON.parse(read(".vscode/tasks.json")) as { readonly tasks: readonly Task[] };
    const plain = (text: string) => text;
    const paint = { width: 96, error: plain, warning: plain, added: plain, faint: plain, strong: plain };
    const span = { file: "content/2025-01.yaml", start: 15, end: 21 };
    speak(speech);
    try {
      for (const severity of ["error", "warning"] as const) {
        const fault: Diagnostic = { code: "missing-key", severity, span, key: "overall" };
        const [line = ""] = report(fault, () => "issue: 2025-01\noveral: 1\n", paint).split("\n");
        for (const { problemMatcher } of tasks.filter(({ args }) => args[0] !== "show")) {
          const hits = problemMatcher.filter(({ pattern }) => new RegExp(pattern.regexp).test(line));
          expect(hits.map((hit) => hit.severity)).toEqual([severity]);
          expect(new RegExp(hits[0]!.pattern.regexp).exec(line)!.slice(1, 4)).toEqual([
            "content/2025-01.yaml",
            "2",
            "1",
          ]);
        }
      }
    } finally {
      speak("both");
    }
  });

  test("the task for the place at the cursor is one that the command takes", async () => {
    const { room, read } = await begun();
    const { tasks } = JSON.parse(read(".vscode/tasks.json")) as { readonly tasks: readonly Task[] };
    const { args } = tasks.find(({ args }) => args[0] === "show")!;
    const values: Readonly<Record<string, string>> = {
      file: room.path("bulletin/content/publication.yaml"),
      lineNumber: "3",
    };
    const typed = args.map((arg) => arg.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name]!));
    vi.stubEnv("XDG_CACHE_HOME", room.path("cache"));
    onTestFinished(() => void vi.unstubAllEnvs());
    const { exit, err } = await captured(() => run([...typed, "--lang", "en"], "0.0.0"));
    expect([exit, err]).toEqual([1, expect.stringContaining("no preview of")]);
  });

  test("what the proofreading task tells is read by its problem matchers", async () => {
    const { room, read } = await begun();
    const { tasks } = JSON.parse(read(".vscode/tasks.json")) as { readonly tasks: readonly Task[] };
    const { args, problemMatcher } = tasks.find(({ args }) => args[0] === "proof")!;
    const [name = ""] = readdirSync(room.path("bulletin/content")).filter((it) => /^\d/.test(it));
    const path = `bulletin/content/${name}`;
    // A day of work, whatever today is: issues that come out on Saturdays are asked about.
    const workday = read(`content/${name}`).replace(/^date: .*/m, "date: 2026-01-05");
    room.write(path, workday.replace("由程序决定。", "由程序决定"));
    const content = ["--content", room.path("bulletin/content")];
    const { out } = await captured(() => run(["--lang", "zh", ...args, ...content], "0.0.0"));
    const hits = out
      .split("\n")
      .flatMap((line) =>
        problemMatcher.flatMap(({ severity, pattern }) =>
          new RegExp(pattern.regexp).test(line) ? [severity] : [],
        ),
      );
    expect([out, hits]).toEqual([expect.stringContaining(name), ["warning"]]);
  });
});
