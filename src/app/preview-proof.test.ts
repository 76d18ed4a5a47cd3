import { expect, test } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import { Desk } from "./desk.ts";
import { previewProof } from "./preview-proof.ts";

test("what proofreading asks about stands where it was typed, and once for a sheet", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", ISSUE.replace("The first paragraph.", "The the first paragraph."));
  const desk = new Desk(room.path("content"));
  const sheet = await desk.sheet({ issue: "2025-01", edition: "bilingual", theme: null });
  const proofread = await previewProof(room.path("content"));
  const marks = await proofread(sheet);
  const doubled = marks.find(({ code }) => code === "en-doubled-word")!;
  expect(doubled.span.file).toMatch(/2025-01\.yaml$/);
  expect(doubled.said.zh).not.toBe("");
  expect(await proofread(sheet)).toBe(marks);
});
