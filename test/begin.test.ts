import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { newsroom } from "./newsroom.ts";
import { started } from "./program.ts";

/** How a run in a newsroom's folder ends; null where it had to be ended. */
const endOf = (args: readonly string[], cwd = newsroom().path(".")): Promise<number | null> =>
  started(args, cwd, 20_000);

test("a preview that can not begin ends: no such issue, no issues at all", async () => {
  expect(await endOf(["preview", "2024-99"])).toBe(1);
  expect(await endOf(["preview", "--content", "nowhere"])).toBe(1);
});

test("a preview whose port is taken ends", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  onTestFinished(() => {
    other.close();
  });
  expect(await endOf(["preview", "--port", String(port)])).toBe(3);
});

test("watching that can not begin ends: a file where the output folder should be, a folder nobody can make", async () => {
  expect(await endOf(["watch", "--out", "content/2025-01.yaml"])).toBe(3);
  if (process.platform === "linux") expect(await endOf(["watch", "--out", "/proc/x"])).toBe(3);
});
