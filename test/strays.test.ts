import { mkdirSync, renameSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { Desk } from "../src/app/desk.ts";
import { captured, ISSUE, type Newsroom, newsroom } from "./newsroom.ts";

const TOLD = /2025-02\.yml: warning: this file is not read: .*\.yaml; name it 2025-02\.yaml/;

const english = (room: Newsroom, ...args: string[]) => room.shuanglan("--lang", "en", ...args);

test("an issue that ends in .yml is no issue, and is told of with its way out", async () => {
  const room = newsroom();
  room.write("content/2025-02.yml", ISSUE.replace("2025-01", "2025-02"));
  const { exit, out, err } = await english(room, "build", "--edition", "en");
  expect(exit).toBe(0);
  expect(out).toMatch(/2025-01\.en\.pdf/);
  expect(out).not.toContain("2025-02");
  expect(err).toMatch(/this file is not read: files of the content end in \.yaml; name it 2025-02\.yaml/);
  const asked = await english(room, "build", "2025-02", "--edition", "en");
  expect(asked.exit).toBe(1);
  expect(asked.err).toMatch(/there is no file \S*2025-02\.yaml/);
  expect(asked.err).toContain("name it 2025-02.yaml");
});

test.each(["2025-02.YAML", "2025-02.Yml", "2025-02.yaml.txt", "2025-02.yml.txt"])(
  "so is one that is named %s",
  async (name) => {
    const room = newsroom();
    room.write(`content/${name}`, ISSUE.replace("2025-01", "2025-02"));
    room.write("content/2025-03.txt", "what is no YAML at all");
    const { exit, err } = await english(room, "build", "--edition", "en");
    expect(exit).toBe(0);
    expect(err.match(/this file is not read/g)).toHaveLength(1);
    expect(err).toContain(`${name}:1:1: warning: `);
    expect(err).toContain("; name it 2025-02.yaml");
  },
);

test("a publication whose name has a capital is told once, with its name", async () => {
  const room = newsroom();
  renameSync(room.path("content/publication.yaml"), room.path("content/Publication.yaml"));
  const { exit, err } = await english(room, "build", "--edition", "en");
  expect(exit).toBe(1);
  expect(err).toMatch(/Publication\.yaml:1:1: error: .* small letters; name it publication\.yaml/);
  expect(err).toMatch(/^1 error, 0 warnings/m);
});

test.each(["build", "proof"])("%s of a folder that has nothing else tells of it", async (command) => {
  const room = newsroom();
  renameSync(room.path("content/2025-01.yaml"), room.path("content/2025-02.yml"));
  const { exit, err } = await captured(() =>
    run(["--lang", "en", command, "--content", room.path("content")], "0.0.0"),
  );
  expect(exit).toBe(1);
  expect(err).toContain("no issues here");
  expect(err).toContain("or begin a publication with shuanglan init");
  expect(err).toMatch(TOLD);
});

test("a publication, a theme and a font book that end in .yml are told of as well", async () => {
  const room = newsroom();
  mkdirSync(room.path("content/themes"));
  mkdirSync(room.path("fonts"));
  room.write("content/themes/mine.yml", "extends: briefing\n");
  room.write("fonts/fonts.yml", "faces: {}\n");
  room.write("content/publication.yml", "");
  room.write("content/.hidden.yml", "");
  const { exit, err } = await english(room, "build", "--edition", "en");
  expect(exit).toBe(0);
  expect([...err.matchAll(/; name it (\S+)/g)].map((match) => match[1])).toEqual([
    "publication.yaml",
    "mine.yaml",
    "fonts.yaml",
  ]);
});

test("a theme that is asked for and ends in .yml is told of, and not as one that is not there", async () => {
  const room = newsroom();
  mkdirSync(room.path("content/themes"));
  room.write("content/themes/mine.yml", "extends: briefing\n");
  const { exit, err } = await english(room, "build", "--edition", "en", "--theme", "mine");
  expect(exit).toBe(2);
  expect(err).toMatch(/--theme: \S*themes\/mine\.yml: this file is not read.*; name it mine\.yaml/);
  expect((await english(room, "build", "--theme", "other")).err).toMatch(
    /no theme “other”; there are (?!.*mine)/,
  );
});

test("a desk tells of it as soon as it comes, and no longer when it is gone", async () => {
  const room = newsroom();
  const desk = new Desk(room.path("content"));
  const codes = async () => {
    const sheet = await desk.sheet({ issue: "2025-01", edition: "en", theme: null });
    return sheet.diagnostics.map(({ code }) => code);
  };
  expect(await codes()).toEqual([]);
  room.write("content/2025-02.yml", ISSUE);
  expect(await codes()).toEqual(["other-extension"]);
  rmSync(room.path("content/2025-02.yml"));
  expect(await codes()).toEqual([]);
});

test("a publication.yml is one mistake: it is told, and not that publication.yaml is missing", async () => {
  const room = newsroom();
  renameSync(room.path("content/publication.yaml"), room.path("content/publication.yml"));
  const { exit, err } = await english(room, "build", "--edition", "en");
  expect(exit).toBe(1);
  expect(err).toContain("publication.yml:1:1: error: this file is not read");
  expect(err).toContain("1 error, 0 warnings");
});
