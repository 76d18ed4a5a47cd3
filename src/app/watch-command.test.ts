import { expect, onTestFinished, test, vi } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import { watch } from "./watch-command.ts";

test("a save between two editions of a pass is told beside what stands in the file now, in both", async () => {
  const room = newsroom();
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const told: string[] = [];
  const spies = [
    // The line of the first edition comes before the second is read.
    vi.spyOn(process.stdout, "write").mockImplementation((line) => {
      if (String(line).includes("2025-01.pdf"))
        room.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
      return true;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation((line) => {
      told.push(String(line));
      if (String(line).includes("last good pages")) end();
      return true;
    }),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  const [content, out] = [room.path("content"), room.path("output")];
  await watch({ issues: [], editions: ["bilingual", "zh"], content, out, theme: null }, () => over);
  expect(told.join("")).toContain("2 | overal: 15\n");
  expect(told.join("")).not.toContain("2 | overall: 15\n");
});
