import { truncateSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ISSUE, newsroom } from "../../test/newsroom.ts";
import { Desk, type View } from "./desk.ts";

/** Called with every file, as soon as it has been read. */
const hook = vi.hoisted(() => ({ behind: (_path: string) => {} }));
vi.mock(import("./effects.ts"), async (original) => {
  const effects = await original();
  return {
    ...effects,
    readFile: (path: string) => {
      const bytes = effects.readFile(path);
      hook.behind(path);
      return bytes;
    },
  };
});

const VIEW: View = { issue: "2025-01", edition: "zh", theme: null };

test.each<readonly [string, (path: string) => void]>([
  ["its file empty", (path) => truncateSync(path)],
  ["half of its file", (path) => truncateSync(path, 60)],
])(
  "a save that begins just behind the look at a file leaves %s for a moment: it is waited for",
  async (_what, cut) => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    await desk.sheet(VIEW);
    const wanted = ISSUE.replace("第一段", "第三段");
    let looks = 0;
    hook.behind = (path) => {
      if (!path.endsWith("2025-01.yaml")) return;
      looks += 1;
      if (looks === 1) cut(path);
      else if (looks === 2) room.write("content/2025-01.yaml", wanted);
    };
    room.write("content/2025-01.yaml", ISSUE.replace("第一段", "第二段"));
    const { built, diagnostics } = await desk.sheet(VIEW);
    hook.behind = () => {};
    expect(looks).toBeGreaterThan(1);
    expect(diagnostics).toEqual([]);
    const alone = await new Desk(room.path("content")).sheet(VIEW);
    expect(Buffer.from(built!.pdf!).equals(Buffer.from(alone.built!.pdf!))).toBe(true);
  },
);
