import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, ISSUE, newsroom, PUBLICATION } from "./newsroom.ts";

describe("an issue that is named by a path", () => {
  test("is that of the content folder, however the path goes there", async () => {
    const room = newsroom();
    const paths = [room.path("content/2025-01.yaml"), room.path("content/../content/2025-01.yaml")];
    for (const path of paths) expect((await room.shuanglan("build", path, "--edition", "zh")).exit).toBe(0);
  });

  test.each(["build", "proof", "watch", "preview"])(
    "%s of one in another folder is wrong usage",
    async (command) => {
      const room = newsroom();
      mkdirSync(room.path("other"));
      room.write("other/2025-01.yaml", ISSUE);
      for (const path of ["/no/such/folder/2025-01.yaml", room.path("other/2025-01.yaml")]) {
        const args = [command, path, "--content", room.path("content")];
        const { exit, err } = await captured(() => run(args, "0.0.0"));
        expect(exit).toBe(2);
        expect(err).toContain(`${path} is not in the content folder`);
        expect(err).toContain("不在内容文件夹");
      }
    },
  );
});

test.each([
  ["--print", "--booklet"],
  ["--attach-source", "--print"],
  ["--attach-source", "--booklet"],
  ["--colour-bars"],
  ["--theme", "brifing"],
])("build %s %s is wrong usage, not half of what was asked for", async (...args) => {
  const room = newsroom();
  const { exit, err } = await room.shuanglan("build", ...args, "--edition", "zh");
  expect(exit).toBe(2);
  expect(err).toContain(args.includes("--theme") ? "did you mean “briefing”?" : args.at(-1));
});

test("a misspelt theme of the publication is told at its name, with the right one", async () => {
  const room = newsroom();
  room.write("content/publication.yaml", PUBLICATION.replace("briefing", "brifing"));
  const { exit, err } = await room.shuanglan("build", "--edition", "zh");
  expect(exit).toBe(1);
  expect(err).toContain("publication.yaml:3:8: error");
  expect(err).toContain("did you mean “briefing”?");
  expect(err).toMatch(/^3 \| theme: brifing\n {11}\^{7}$/m);
});

test("a folder is no file to be imported, and a comparison no state to be compared", async () => {
  const room = newsroom();
  const folder = await captured(() => run(["import", room.path("content")], "0.0.0"));
  expect([folder.exit, folder.err]).toEqual([1, expect.stringContaining("this is a folder")]);
  const compared = await room.shuanglan("diff", "2025-01.diff.pdf");
  expect([compared.exit, compared.err]).toEqual([2, expect.stringContaining("shows a comparison")]);
});
