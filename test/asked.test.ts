import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, ISSUE, newsroom, PUBLICATION } from "./newsroom.ts";

describe("an issue that is named by a path", () => {
  test("is that of the content folder, however the path goes there", async () => {
    const room = newsroom();
    const paths = [room.path("content/2025-01.yaml"), room.path("content/../content/2025-01.yaml")];
    for (const path of paths) expect((await room.shuanglan("build", path, "--edition", "zh")).exit).toBe(0);
  });

  test.each(["content/2025-01", "content/2025-01.YAML", ".\\content\\2025-01.yaml", "content\\2025-01.Yml"])(
    "may have no ending, one in capitals, and backslashes: %s",
    async (typed) => {
      const room = newsroom();
      const path = room.path(typed);
      const { exit, out } = await room.shuanglan("build", path, "2025-01", "--edition", "zh");
      expect(exit).toBe(0);
      expect(out).toMatch(/^\S*2025-01\.zh\.pdf .*\n$/);
    },
  );

  test.each(["build", "proof", "watch", "preview"])(
    "%s of one in another folder is wrong usage",
    async (command) => {
      const room = newsroom();
      mkdirSync(room.path("other"));
      room.write("other/2025-01.yaml", ISSUE);
      for (const path of ["/no/such/folder/2025-01.yaml", room.path("other/2025-01.yaml")]) {
        const args = [command, path, "--content", room.path("content")];
        const { exit, err } = await captured(() => run(args, "0.0.0"));
        expect(exit).toBe(2);
        expect(err).toContain(`${path} is not in the content folder`);
        expect(err).toContain("不在内容文件夹");
      }
    },
  );
});

test.each(["build", "proof", "watch", "preview"])("%s of a folder is wrong usage", async (command) => {
  const room = newsroom();
  for (const path of [room.path("content"), `${room.path("content")}/`, "."]) {
    const { exit, err } = await captured(() =>
      run([command, path, "--content", room.path("content")], "0.0.0"),
    );
    expect(exit).toBe(2);
    expect(err).toContain(`${path} is a folder; name issues`);
    expect(err).toContain(`${path} 是文件夹；请写期号`);
  }
});

test("an issue that is named twice is set once", async () => {
  const room = newsroom();
  const { out } = await room.shuanglan(
    "build",
    "2025-01",
    room.path("content/2025-01.yaml"),
    "--edition",
    "zh",
  );
  expect(out.match(/2025-01\.zh\.pdf/g)).toHaveLength(1);
});

test.each([
  [
    "en",
    ["new", "first"],
    "error: command-argument value 'first' is invalid for argument 'issue': a year and",
  ],
  [
    "en",
    ["new", "--date", "soon"],
    "error: option '--date <date>' argument 'soon' is invalid: a day such as",
  ],
  ["en", ["build", "--edition", "fr"], "argument 'fr' is invalid. Allowed choices are bilingual"],
  ["zh", ["new", "--date", "soon"], "错误：选项“--date”不能写“soon”。应为日期"],
  ["zh", ["new", "--date"], "错误：选项“--date”后面缺少内容"],
] as const)("wrong usage is told in whole sentences, %s: %s", async (language, args, told) => {
  const { exit, err } = await captured(() => run(["--lang", language, ...args], "0.0.0"));
  expect(exit).toBe(2);
  expect(err).toContain(told);
});

test.each([
  ["--print", "--booklet"],
  ["--attach-source", "--print"],
  ["--attach-source", "--booklet"],
  ["--colour-bars"],
  ["--theme", "brifing"],
])("build %s %s is wrong usage, not half of what was asked for", async (...args) => {
  const room = newsroom();
  const { exit, err } = await room.shuanglan("build", ...args, "--edition", "zh");
  expect(exit).toBe(2);
  expect(err).toContain(args.includes("--theme") ? "did you mean “briefing”?" : args.at(-1));
});

test("a misspelt theme of the publication is told at its name, with the right one", async () => {
  const room = newsroom();
  room.write("content/publication.yaml", PUBLICATION.replace("briefing", "brifing"));
  const { exit, err } = await room.shuanglan("build", "--edition", "zh");
  expect(exit).toBe(1);
  expect(err).toContain("publication.yaml:3:8: error");
  expect(err).toContain("did you mean “briefing”?");
  expect(err).toMatch(/^3 \| theme: brifing\n {11}\^{7}$/m);
});

test("a folder is no file to be imported, and a comparison no state to be compared", async () => {
  const room = newsroom();
  const folder = await captured(() => run(["import", room.path("content")], "0.0.0"));
  expect([folder.exit, folder.err]).toEqual([1, expect.stringContaining("this is a folder")]);
  const compared = await room.shuanglan("diff", "2025-01.diff.pdf");
  expect([compared.exit, compared.err]).toEqual([2, expect.stringContaining("shows a comparison")]);
});
