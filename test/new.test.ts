import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, ISSUE, newsroom } from "./newsroom.ts";

const begun = async (room: ReturnType<typeof newsroom>, ...args: string[]) =>
  captured(() => run(["new", ...args, "--content", room.path("content"), "--lang", "en"], "0.0.0"));

describe("new", () => {
  test("the next issue carries numbers and series on, keeps the labels of credits, and builds at once", async () => {
    const room = newsroom();
    const credits =
      "    credits: [ { label: { zh: 整理, en: Compiled by }, value: { zh: 张三, en: Zhang San } } ]\n";
    const series = "  - series: { zh: 专报之二, en: Special Report 2 }\n    title:";
    room.write("content/2025-01.yaml", `${ISSUE.replace("  - title:", series)}${credits}`);
    const { exit, out } = await begun(room);
    expect([exit, out]).toEqual([0, expect.stringContaining("2025-02.yaml  follows 2025-01")]);
    const text = Buffer.from(room.read("content/2025-02.yaml")).toString();
    expect(text).toContain("issue: 2025-02\noverall: 16\n");
    expect(text).toContain("zh: 专报之三\n      en: Special Report 3\n");
    expect(text).toContain("label: { zh: 整理, en: Compiled by }");
    expect(text).not.toContain("张三");
    const built = await room.shuanglan("build", "2025-02");
    expect(built.exit).toBe(0);
    expect(built.err).toMatch(/^0 errors, 12 warnings/m);
  });

  test.each([
    ["2025-01-05", true],
    ["2025-01-06", true],
    ["2025-01-07", false],
  ])("a date that is not later than the last issue's is written, and told: %s", async (date, isTold) => {
    const room = newsroom();
    const { exit, err } = await begun(room, "--date", date);
    expect(exit).toBe(0);
    expect(Buffer.from(room.read("content/2025-02.yaml")).toString()).toContain(`date: ${date}\n`);
    expect(err).toBe(
      isTold ? `warning: the date ${date} is not later than that of 2025-01, 2025-01-06; check it\n` : "",
    );
  });

  test("of a date before all issues nothing is said", async () => {
    const { exit, err } = await begun(newsroom(), "2024-09", "--date", "2024-05-01");
    expect([exit, err]).toEqual([0, ""]);
  });

  test("what is left to be filled in is told by build and proof, at its place", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("第一段文字。", "第一段【待填】。"));
    for (const command of ["build", "proof"]) {
      const args = [command, "--content", room.path("content"), "--lang", "en"];
      const out = command === "build" ? ["--out", room.path("output")] : [];
      const { exit, err } = await captured(() => run([...args, ...out], "0.0.0"));
      expect(exit).toBe(0);
      expect(err).toMatch(/2025-01\.yaml:7:16: warning: “【待填】” would be printed/);
    }
    const strict = ["proof", "--strict", "--content", room.path("content")];
    expect((await captured(() => run(strict, "0.0.0"))).exit).toBe(1);
  });

  test("a text that is to be filled in lacks no full stop, in either language", async () => {
    const room = newsroom();
    await begun(room);
    const { out } = await captured(() =>
      run(["--lang", "en", "proof", "--content", room.path("content")], "0.0.0"),
    );
    expect(out).not.toContain("parity-end");
  });

  test("an issue that is there is never touched", async () => {
    const room = newsroom();
    const { exit, err } = await begun(room, "2025-01");
    expect([exit, err]).toEqual([1, expect.stringContaining("there already and was not touched")]);
    expect(Buffer.from(room.read("content/2025-01.yaml")).toString()).toBe(ISSUE);
  });

  test("one that is there under the same number, typed otherwise, is not begun again", async () => {
    const room = newsroom();
    const { exit, err } = await begun(room, "2025-1");
    expect([exit, err]).toEqual([1, expect.stringMatching(/2025-01\.yaml: the issue is there already/)]);
    expect(existsSync(room.path("content/2025-1.yaml"))).toBe(false);
  });

  test("a number of another year than its date wants the date checked, and what it follows is told", async () => {
    const room = newsroom();
    room.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("01-06", "01-20"));
    room.write("content/2025-09.yaml", ISSUE.replace("2025-01", "2025-09").replace("01-06", "05-06"));
    expect((await begun(room, "2025-03")).out).toContain("2025-03.yaml  follows 2025-02");
    const text = (name: string) => Buffer.from(room.read(`content/${name}.yaml`)).toString();
    expect(text("2025-03")).not.toContain("Check the date.");
    await begun(room, "2026-01");
    expect(text("2026-01")).toMatch(/Check the date\.\ndate: 2025-/);
  });

  test("a day that is none, a number that is none: wrong usage", async () => {
    const room = newsroom();
    expect((await begun(room, "--date", "2025-02-30")).exit).toBe(2);
    expect((await begun(room, "--date", "0000-02-03")).exit).toBe(2);
    expect((await begun(room, "next")).exit).toBe(2);
    expect(existsSync(room.path("content/2025-02.yaml"))).toBe(false);
  });
});
