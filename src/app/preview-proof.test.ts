import { expect, test } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import { Desk } from "./desk.ts";
import { DeskHost } from "./preview-host.ts";
import { previewProof } from "./preview-proof.ts";

test("what proofreading asks about stands where it was typed, and once for a sheet", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE.replace("The first paragraph.", "The the first paragraph."));
  const desk = new Desk(room.path("content"));
  const sheet = await desk.sheet({ issue: "2025-01", edition: "bilingual", theme: null });
  const proofread = await previewProof(room.path("content"));
  const marks = (await proofread(sheet, async () => true))!;
  const doubled = marks.find(({ code }) => code === "en-doubled-word")!;
  expect(doubled.span.file).toMatch(/2025-01\.yaml$/);
  expect(doubled.said.zh).not.toBe("");
  expect(await proofread(sheet, async () => true)).toBe(marks);
});

test("a save in the midst of proofreading is set before it ends, and what is stale is given up", async () => {
  const room = newsroom();
  const filler = "      - { zh: 又一段文字，共有 12 人。, en: One more paragraph of 13 people. }\n".repeat(
    2000,
  );
  room.write("content/2025-01.yaml", ISSUE + filler);
  const host = new DeskHost(new Desk(room.path("content")), null, await previewProof(room.path("content")));
  const view = { issue: "2025-01", edition: "bilingual", theme: "" } as const;
  const { version } = await host.news(view);
  const ended: string[] = [];
  const stale = host.proof(view, version).then((found) => {
    ended.push("proof");
    return found;
  });
  await new Promise((resolve) => setTimeout(resolve));
  room.write("content/2025-01.yaml", ISSUE.replace("第一段", "另一段") + filler);
  const news = await host.news(view);
  ended.push("pages");
  expect(news.version).not.toBe(version);
  expect(await stale).toBe(null);
  expect(ended).toEqual(["pages", "proof"]);
  const found = (await host.proof(view, news.version))!;
  expect(found.filter(({ code }) => code === "parity-number").length).toBe(2000);
});
