import { expect, test } from "vitest";
import { newsroom } from "../../test/newsroom.ts";
import { Desk } from "./desk.ts";
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
