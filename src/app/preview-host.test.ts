import { rmSync, truncateSync } from "node:fs";
import { expect, test } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import type { Finding } from "../preview/protocol.ts";
import { Desk } from "./desk.ts";
import { EnvironmentError } from "./effects.ts";
import { DeskHost } from "./preview-host.ts";

test("pages of a view that the desk forgot are forgotten too, and come again when they are asked for", async () => {
  const room = newsroom();
  const host = new DeskHost(new Desk(room.path("content"), 2), null);
  const view = (edition: "bilingual" | "zh" | "en") => ({ issue: "2025-01", edition, theme: "" });
  const { version } = await host.news(view("bilingual"));
  const zh = await host.news(view("zh"));
  expect(host.pdf(view("bilingual"), version)).not.toBe(null);
  await host.news(view("en"));
  expect(host.pdf(view("bilingual"), version)).toBe(null);
  expect(host.pdf(view("zh"), zh.version)).not.toBe(null);
  expect((await host.news(view("bilingual"))).version).toBe(version);
  expect(host.pdf(view("bilingual"), version)).not.toBe(null);
});

test("a fault of a file that was never on a page has the file's whole path, and opens there", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
  const host = new DeskHost(new Desk(room.path("content")), `"${process.execPath}" --version`);
  const news = await host.news({ issue: "2025-01", edition: "bilingual", theme: "" });
  const [{ file, path }] = news.findings as [Finding];
  expect(path).toBe(room.path("content/2025-01.yaml").replaceAll("\\", "/"));
  expect(await host.open({ file, line: 2, column: 1 })).toBe("opened");
  expect(await host.open({ file: "/etc/hostname", line: 1, column: 1 })).toBe("unknown-file");
});

test("a second file of the issue is told on the pages of both, at its number, as long as it is there", async () => {
  const room = newsroom();
  const host = new DeskHost(new Desk(room.path("content")), null);
  const found = async (issue: string) =>
    (await host.news({ issue, edition: "en", theme: "" })).findings.map(({ code, file, excerpt }) => [
      code,
      file.replace(/.*\//, ""),
      excerpt?.[1],
    ]);
  expect(await found("2025-01")).toEqual([]);
  room.write("content/2025-1.yaml", ISSUE.replace("2025-01", "2025-1"));
  const twin = ["issue-twice", "2025-1.yaml", "2025-1"];
  expect(await found("2025-01")).toEqual([twin]);
  expect(await found("2025-1")).toEqual([twin]);
  rmSync(room.path("content/2025-1.yaml"));
  expect(await found("2025-01")).toEqual([]);
});

test("what the machine refuses is told over the last good pages, and goes when it does no longer", async () => {
  const room = newsroom();
  const content = room.path("content/2025-01.yaml");
  const refused: string[] = [];
  const desk = new Desk(room.path("content"));
  const host = new DeskHost(desk, null, null, ({ reason }) => refused.push(reason));
  const view = { issue: "2025-01", edition: "bilingual", theme: "" } as const;
  const good = await host.news(view);
  // Larger than what is read at all: a refusal that every system has.
  truncateSync(content, 300 * 1024 * 1024);
  const news = await host.news(view);
  expect([news.version, news.pages, news.isStale]).toEqual([good.version, good.pages, true]);
  const [{ severity, said, path, line, excerpt }, ...more] = news.findings as [Finding];
  expect(more).toEqual([]);
  expect([severity, path, line, excerpt]).toEqual(["error", content.replaceAll("\\", "/"), 0, null]);
  expect(said.en).toMatch(/2025-01\.yaml cannot be used: the file is too large/);
  expect(said.zh).toContain("文件过大");
  expect(refused).toEqual(["EFBIG"]);
  const first = await new DeskHost(new Desk(room.path("content")), null).news(view);
  expect([first.version, first.isStale, first.findings.length]).toEqual(["", false, 1]);
  room.write("content/2025-01.yaml", ISSUE);
  const mended = await host.news(view);
  expect([mended.version, mended.isStale, mended.findings]).toEqual([good.version, false, []]);
});

test("a folder that can not be listed is told on the pages, which are those of now, and what it held last stays", async () => {
  const room = newsroom();
  let isListed = true;
  class Shut extends Desk {
    override issues() {
      if (!isListed) throw new EnvironmentError(room.path("content"), "EACCES");
      return super.issues();
    }
  }
  const refused: string[] = [];
  const host = new DeskHost(new Shut(room.path("content")), null, null, ({ path }) => refused.push(path));
  const view = { issue: "2025-01", edition: "bilingual", theme: "" } as const;
  const { issues } = host.project();
  expect(issues).toEqual(["2025-01"]);
  isListed = false;
  room.write("content/2025-01.yaml", ISSUE.replace("The first", "The very first"));
  const news = await host.news(view);
  expect(news).toMatchObject({ isStale: false, findings: [{ severity: "warning", code: "refused" }] });
  expect(news.pages).toHaveLength(1);
  expect(host.project().issues).toEqual(issues);
  expect(new Set(refused)).toEqual(new Set([room.path("content")]));
  isListed = true;
  expect((await host.news(view)).findings).toEqual([]);
});
