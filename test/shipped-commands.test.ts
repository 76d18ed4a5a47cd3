import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { ROOT } from "./fixture.ts";
import { captured, ISSUE, newsroom } from "./newsroom.ts";
import { program } from "./program.ts";

const CONTENT = join(ROOT, "content");

/** Each loads parts of its own, some of them packages that the bundle leaves where they are. */
const COMMANDS = [
  `proof --content ${CONTENT} --format short`,
  `proof --content ${CONTENT} --layout --strict --format json`,
  "proof --rules",
  "explain 上海5家Shanghai企业 --measure 8",
  "explain --json demonstration",
  "import typed.md --issue 2025-02 --stdout",
  "diff before/2025-01.yaml content/2025-01.yaml",
  "schema --out schemas",
  "completion bash",
  "--help",
];

test.each(COMMANDS)("%s: as it is shipped it says what its sources say", async (line) => {
  const args = line.split(" ");
  const room = newsroom();
  room.write("typed.md", "# 标题\n\n中文段落，有几个字。\n\nA paragraph of a few words.\n");
  mkdirSync(room.path("before"));
  room.write("before/2025-01.yaml", ISSUE);
  room.write("content/2025-01.yaml", ISSUE.replace("文字", "内容"));
  const shipped = program(args, { cwd: room.path("."), env: { SHUANGLAN_CACHE: "off" } });
  expect(shipped.stderr).not.toContain("bug of shuanglan");
  const before = process.cwd();
  process.chdir(room.path("."));
  try {
    const { exit, out } = await captured(() => run(args, "0.1.0"));
    expect([shipped.status, shipped.stdout]).toEqual([exit, out]);
  } finally {
    process.chdir(before);
  }
});
