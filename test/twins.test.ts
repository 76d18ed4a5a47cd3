import { expect, test } from "vitest";
import { run as program } from "../src/app/cli.ts";
import { captured, ISSUE, newsroom } from "./newsroom.ts";

const TOLD = [
  /content\/2025-1\.yaml:1:8: warning: 2025-1 and 2025-01 \(\S*content\/2025-01\.yaml:2:8\) are one issue/,
  /content\/2025-1\.yaml:1:8: 警告：2025-1 与 2025-01（\S*content\/2025-01\.yaml:2:8）是同一期/,
];

test("build and doctor tell that two files are one issue, with both places, and of others nothing", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", `# the first\n${ISSUE}`);
  room.write("content/2025-1.yaml", ISSUE.replace("2025-01", "2025-1"));
  for (const [k, lang] of ["en", "zh"].entries()) {
    const built = await room.shuanglan("--lang", lang, "build", "--edition", "en");
    expect(built.exit).toBe(0);
    expect(built.err).toMatch(TOLD[k]!);
  }
  const alone = await room.shuanglan("--lang", "en", "build", "2025-01", "--edition", "en");
  expect(alone.err).toMatch(TOLD[0]!);
  const { out, err } = await room.shuanglan("--lang", "en", "doctor");
  expect(out).toMatch(/issues: 2, errors: 0, warnings: 1/);
  expect(err).toMatch(TOLD[0]!);
});

test("of an issue that is not there the one of its number is asked for, or the newest are told", async () => {
  const room = newsroom();
  const told = async (name: string) =>
    (await room.shuanglan("--lang", "en", "build", name, "--edition", "en")).err;
  expect(await told("2025-1")).toMatch(/there is no file \S*2025-1\.yaml; did you mean “2025-01”\?/);
  expect(await told("2025-02")).toMatch(/there is no file \S*2025-02\.yaml; there are 2025-01; new begins/);
  for (const number of [10, 9, 8, 7, 6, 5]) room.write(`content/2025-${number}.yaml`, ISSUE);
  expect(await told("nope")).toContain(
    "there are …, 2025-5, 2025-6, 2025-7, 2025-8, 2025-9, 2025-10; new begins the next",
  );
});

test("issues of other years and numbers, and files named otherwise, are no twins", async () => {
  const room = newsroom();
  for (const number of ["2025-10", "2026-01", "2025-101"])
    room.write(`content/${number}.yaml`, ISSUE.replace("2025-01", number));
  const { err } = await room.shuanglan("--lang", "en", "build", "--edition", "en");
  expect(err).not.toContain("one issue");
});

test("diff tells two files of one issue once, whichever of them is compared, and nothing of other issues", async () => {
  const room = newsroom();
  room.write("old.yaml", ISSUE.replace("第一段", "首段"));
  room.write("content/2025-1.yaml", ISSUE.replace("2025-01", "2025-1"));
  room.write("content/2025-2.yaml", ISSUE.replace("2025-01", "2025-2"));
  const told = async (...args: string[]) =>
    (await room.shuanglan("--lang", "en", "diff", room.path("old.yaml"), ...args)).err.match(
      /are one issue/g,
    );
  expect(await told()).toHaveLength(1);
  room.write("old.yaml", ISSUE.replace("2025-01", "2025-2"));
  expect(await told("--issue", "2025-2")).toBe(null);
});

test("a manuscript of 第1期 is the issue that is called 2025-01 here, and no second one of that number", async () => {
  const room = newsroom();
  room.write(
    "text.md",
    "2025年第1期（总第15期） 2025年1月6日\n\n# 标题\n\n# A title\n\n第一段。\n\nThe first.\n",
  );
  const imported = (...args: string[]) =>
    captured(() =>
      program(
        ["--lang", "en", "import", room.path("text.md"), "--content", room.path("content"), ...args],
        "0.0.0",
      ),
    );
  const refused = await imported();
  expect([refused.exit, refused.err]).toEqual([
    1,
    expect.stringMatching(/2025-01\.yaml: the issue is there already/),
  ]);
  expect((await imported("--stdout")).out).toMatch(/^issue: 2025-01$/m);
  const next = await imported("--issue", "2025-2");
  expect(next.out).toMatch(/content\/2025-02\.yaml {2}1 article/);
});
