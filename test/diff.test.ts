import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, ISSUE, type Newsroom, newsroom, PUBLICATION } from "./newsroom.ts";

const EDITED = ISSUE.replace("第一段文字", "首段文字").replace(
  "The first paragraph",
  "The opening paragraph",
);

const diff = (room: Newsroom, ...args: string[]) => room.shuanglan("diff", "--lang", "en", ...args);

function git(room: Newsroom, ...args: string[]): void {
  const own = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...own, ...args], { cwd: room.path("."), stdio: "ignore" });
}

const hasGit = (() => {
  try {
    execFileSync("git", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe("diff", () => {
  test("of two files, however they are named: words in English, characters in Chinese, and a PDF", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", EDITED);
    mkdirSync(room.path("kept"));
    room.write("kept/old proof.yaml", ISSUE);
    const { exit, out, err } = await diff(
      room,
      room.path("kept/old proof.yaml"),
      room.path("content/2025-01.yaml"),
    );
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("2025-01  1 text changed, 1 → 1 page");
    expect(out).toMatch(
      /2025-01\.yaml:7 {2}paragraph {2}page 1\n {2}Chinese {2}\[-第一-\]\{\+首\+\}段文字。/,
    );
    expect(out).toContain("English  The [-first-]{+opening+} paragraph.");
    expect(Buffer.from(room.read("output/2025-01.diff.pdf")).toString("latin1")).toMatch(/^%PDF-/);
  });

  test("of a file whose ending is in capitals", async () => {
    const room = newsroom();
    room.write("OLD.YML", EDITED);
    const { exit, out } = await diff(room, room.path("OLD.YML"));
    expect(exit).toBe(0);
    expect(out).toMatch(/^2025-01 {2}1 text changed/m);
  });

  test("another number or date of the issue is told, where it was typed", async () => {
    const room = newsroom();
    room.write("old.yaml", ISSUE);
    room.write(
      "content/2025-01.yaml",
      ISSUE.replace(/^overall: .*$/m, "overall: 12").replace(/^date: .*$/m, "date: 2025-02-09"),
    );
    const { out } = await diff(room, room.path("old.yaml"));
    expect(out).toContain("2025-01  2 texts changed, 1 → 1 page");
    expect(out).toMatch(
      /2025-01\.yaml:2 {2}masthead {2}page 1\n {2}Chinese .*（总第 \[-15-\]\{\+12\+\} 期）/,
    );
    expect(out).toMatch(/2025-01\.yaml:3 {2}masthead {2}page 1\n {2}Chinese {2}2025 年 \[-1-\]\{\+2\+\} 月/);
    expect(out).toContain("English  [-January 6-]{+February 9+}, 2025");
  });

  test("of two folders, where an issue that did not change is not told of", async () => {
    const room = newsroom();
    for (const name of ["2025-01", "2025-02"])
      room.write(`content/${name}.yaml`, EDITED.replace("2025-01", name));
    mkdirSync(room.path("old"));
    room.write("old/publication.yaml", PUBLICATION);
    room.write("old/2025-01.yaml", EDITED);
    room.write("old/2025-02.yaml", ISSUE.replace("2025-01", "2025-02"));
    const { exit, out } = await diff(room, room.path("old"));
    expect(exit).toBe(0);
    expect(out).toMatch(/^2025-02 /);
    expect(existsSync(room.path("output/2025-01.diff.pdf"))).toBe(false);
  });

  test("of two folders, where issues came and went", async () => {
    const room = newsroom();
    for (const name of ["2025-01", "2025-03"])
      room.write(`content/${name}.yaml`, ISSUE.replace("2025-01", name));
    mkdirSync(room.path("old"));
    room.write("old/publication.yaml", PUBLICATION);
    for (const name of ["2025-01", "2025-02"]) room.write(`old/${name}.yaml`, ISSUE.replace("2025-01", name));
    const { exit, out } = await diff(room, room.path("old"));
    expect([exit, out]).toEqual([0, "2025-02  issue removed\n2025-03  issue added\n"]);
    const one = await diff(room, room.path("old/2025-01.yaml"));
    expect(one.out).toBe("nothing changed\n");
  });

  test("the same content twice: nothing changed, nothing written", async () => {
    const room = newsroom();
    const { exit, out } = await diff(room, room.path("content"));
    expect([exit, out]).toEqual([0, "nothing changed\n"]);
    expect(existsSync(room.path("output/2025-01.diff.pdf"))).toBe(false);
  });

  test("another theme on the one side is told by the pages alone", async () => {
    const room = newsroom();
    mkdirSync(room.path("old"));
    room.write("old/publication.yaml", PUBLICATION.replace("briefing", "modern"));
    room.write("old/2025-01.yaml", ISSUE);
    const { out } = await diff(room, room.path("old"));
    expect(out).toContain("0 texts changed");
    expect(existsSync(room.path("output/2025-01.diff.pdf"))).toBe(true);
  });

  test.skipIf(!hasGit)("of a git revision and the folder as it is (skipped without git)", async () => {
    const room = newsroom();
    git(room, "init", "-q");
    git(room, "add", "content");
    git(room, "commit", "-qm", "First proof");
    room.write("content/2025-01.yaml", EDITED);
    const { exit, out, err } = await diff(room, "HEAD");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("{+opening+}");
    const same = await diff(room, "HEAD", "HEAD");
    expect(same.out).toBe("nothing changed\n");
  });

  test.each(["nowhere", "--output=x", "HEAD; touch x", "$(touch x)"])(
    "%s is nothing that can be compared",
    async (name) => {
      const room = newsroom();
      const args = [
        "diff",
        "--content",
        room.path("content"),
        "--out",
        room.path("output"),
        "--lang",
        "en",
        "--",
        name,
      ];
      const { exit, err } = await captured(() => run(args, "0.0.0"));
      expect([exit, err]).toEqual([1, expect.stringContaining("neither a git revision")]);
      // Git keeps nothing of this folder.
      expect(err).toContain("git commit make the first");
      expect(existsSync("x")).toBe(false);
    },
  );

  test("faults of either side are told with their places, and nothing is written", async () => {
    const room = newsroom();
    mkdirSync(room.path("old"));
    room.write("old/publication.yaml", PUBLICATION);
    room.write("old/2025-01.yaml", ISSUE.replace("overall", "overal"));
    const { exit, err } = await diff(room, room.path("old"));
    expect([exit, err]).toEqual([1, expect.stringMatching(/old\/2025-01\.yaml:2:1: error/)]);
  });
});
