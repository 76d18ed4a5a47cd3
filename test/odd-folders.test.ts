import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ISSUE, type Newsroom, newsroom, PUBLICATION } from "./newsroom.ts";

/** What else editors, systems and their copies leave in a content folder, and what is said of it. */
const REFUSED: readonly (readonly [string, (room: Newsroom) => void, RegExp])[] = [
  [
    "no publication",
    (room) => rmSync(room.path("content/publication.yaml")),
    /there is no file \S*publication\.yaml/,
  ],
  [
    "a folder named as an issue",
    (room) => mkdirSync(room.path("content/2025-02.yaml")),
    /there is no file \S*2025-02\.yaml/,
  ],
  [
    "a link to nothing",
    (room) => symlinkSync("nope.yaml", room.path("content/2025-02.yaml")),
    /there is no file/,
  ],
  [
    "a copy that a cloud made",
    (room) => room.write("content/2025-01 (2).yaml", ISSUE),
    /the file is named 2025-01 \(2\)/,
  ],
  [
    "an archive",
    (room) => room.write("content/2025-01.yaml", Buffer.from("PK\x03\x04", "latin1")),
    /2025-01\.yaml:1:3: error.*U\+0003/,
  ],
  [
    "line ends of an old Mac",
    (room) => room.write("content/2025-01.yaml", ISSUE.replaceAll("\n", "\r")),
    /U\+000D \(carriage return/,
  ],
  ["half a file", (room) => room.write("content/2025-01.yaml", ISSUE.slice(0, 60)), /error/],
  [
    "two byte order marks",
    (room) => room.write("content/2025-01.yaml", `\uFEFF\uFEFF${ISSUE}`),
    /U\+FEFF \(byte order mark\)/,
  ],
  [
    "a merge that was not finished",
    (room) =>
      room.write(
        "content/2025-01.yaml",
        ISSUE.replace("overall: 15", "<<<<<<< HEAD\noverall: 15\n=======\noverall: 16\n>>>>>>> other"),
      ),
    /2025-01\.yaml:2:1: error.*two versions of this file were joined/,
  ],
  [
    "a number below nothing",
    (room) => room.write("content/2025-01.yaml", ISSUE.replace("15", "-3")),
    /expected a whole number from 1 to 999999, found “-3”/,
  ],
  [
    "a day that is none",
    (room) => room.write("content/2025-01.yaml", ISSUE.replace("01-06", "02-30")),
    /is no day of the calendar/,
  ],
  [
    "a theme named as what every object has",
    (room) => room.write("content/publication.yaml", PUBLICATION.replace("briefing", "__proto__")),
    /found “__proto__”/,
  ],
  [
    "a theme as a path",
    (room) => room.write("content/publication.yaml", PUBLICATION.replace("briefing", "../../x")),
    /expected a name/,
  ],
  [
    "a note named as what every object has",
    (room) => room.write("content/2025-01.yaml", ISSUE.replace("文字", "文[^constructor]字")),
    /there is no note “constructor”/,
  ],
  [
    "an escape in a key",
    (room) => room.write("content/2025-01.yaml", `${ISSUE}"\\e[31mred": x\n`),
    /there is no key “<001B>\[31mred”/,
  ],
  [
    "a program in a link",
    (room) =>
      room.write(
        "content/2025-01.yaml",
        ISSUE.replace("The first", '"[The](javascript:alert(1)) first').replace("paragraph.", 'paragraph."'),
      ),
    /is no address for a link; begin with https/,
  ],
  [
    "a file in a link",
    (room) =>
      room.write(
        "content/2025-01.yaml",
        ISSUE.replace("The first", '"[The](file:///etc/passwd) first').replace("paragraph.", 'paragraph."'),
      ),
    /is no address for a link; begin with https/,
  ],
];

describe("what is in a content folder and should not be", () => {
  test.skipIf(process.platform === "win32").each(REFUSED)("%s is told", async (_what, prepare, says) => {
    const room = newsroom();
    prepare(room);
    const { exit, err } = await room.shuanglan("build", "--edition", "bilingual");
    expect(err).toMatch(says);
    expect(exit).toBe(1);
  });

  test.skipIf(process.platform === "win32")("a pipe named as an issue is not waited for", async () => {
    const room = newsroom();
    execFileSync("mkfifo", [room.path("content/2025-02.yaml")]);
    expect((await room.shuanglan("build")).err).toMatch(/there is no file \S*2025-02\.yaml/);
  });

  test.each([".2025-01.yaml", "._2025-01.yaml", ".2025-01.yaml.swp", "2025-01.yaml~"])(
    "%s is no issue",
    async (name) => {
      const room = newsroom();
      room.write(`content/${name}`, Buffer.from([0, 5, 22, 7]));
      expect(await room.shuanglan("build")).toMatchObject({ exit: 0, err: "" });
    },
  );

  test("of twenty thousand faults the first two hundred are told, and how many there are", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE + "      - zh:\n".repeat(20_000));
    const { err } = await room.shuanglan("build");
    expect(err).toContain("… and ");
    expect(err.length).toBeLessThan(100_000);
  });

  test("marks of HTML are text, in the pages and in the messages", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("The first", "<img src=x onerror=alert(1)>"));
    expect(await room.shuanglan("build")).toMatchObject({ exit: 0, err: "" });
  });
});
