import { expect, test, vi } from "vitest";
import { Desk } from "../src/app/desk.ts";
import { startPreview } from "./browser.ts";
import { newsroom } from "./newsroom.ts";

test("a bug while the preview answers is told on the terminal, and the preview goes on", async () => {
  const { url } = await startPreview(newsroom());
  const broken = vi.spyOn(Desk.prototype, "themes").mockImplementation(() => {
    throw new Error("of the desk");
  });
  const project = new URL("/api/project", url);
  expect((await fetch(project)).status).toBe(500);
  const told = vi.mocked(process.stderr.write).mock.calls.map(([text]) => String(text));
  expect(told.join("")).toMatch(/Error: of the desk[\s\S]*(?:a bug of shuanglan|程序的缺陷)/);
  broken.mockRestore();
  expect((await fetch(project)).status).toBe(200);
});
