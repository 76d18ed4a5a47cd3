import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { readDocument } from "../src/read-pdf/read-document.ts";
import { captured, ISSUE, type Newsroom, newsroom } from "./newsroom.ts";

const table = (room: Newsroom, lines: string) =>
  room.write("content/2025-01.yaml", `${ISSUE}      - table:\n${lines.replace(/^/gm, "          ")}\n`);

/** Kinds of the elements that a file's reader is told of. */
function elementsIn(room: Newsroom, file: string): readonly string[] {
  const read = readDocument(room.read(file));
  if (!("found" in read)) throw new Error(read.refused);
  return read.found.document.structure.nodes.map(({ type }) => type);
}

test("an empty corner and empty cells are set in every edition and are cells to a screen reader", async () => {
  const room = newsroom();
  table(
    room,
    'head: ["", 2023, 2024]\nrows: [[{ zh: 上海, en: Shanghai }, { zh: "", en: "" }, 5], [北京, 3, ""]]',
  );
  const { exit, out, err } = await room.shuanglan("build", "--preflight");
  expect([exit, err, out.match(/pass 合格/g)]).toEqual([0, "", Array(3).fill("pass 合格")]);
  for (const [file, lanes] of [
    ["2025-01.pdf", 2],
    ["2025-01.zh.pdf", 1],
    ["2025-01.en.pdf", 1],
  ] as const) {
    const types = elementsIn(room, `output/${file}`);
    const count = (type: string) => types.filter((one) => one === type).length;
    expect([count("TR"), count("TH"), count("TD")]).toEqual([3 * lanes, 5 * lanes, 4 * lanes]);
  }
});

test("a table with an empty corner that was imported is built", async () => {
  const room = newsroom();
  const rows = "|  | 2023 | 2024 |\n|---|---|---|\n| 1 | 4 | 5 |\n| 2 |  | 2 |\n";
  room.write(
    "a.md",
    strToU8(
      `2025 年第 2 期（总第 16 期）\n\n2025 年 1 月 20 日\n\n# 标题\n\n# A title\n\n第一段文字。\n\nThe first paragraph.\n\n${rows}`,
    ),
  );
  const content = ["--content", room.path("content")];
  const made = await captured(() =>
    run(["import", room.path("a.md"), "--issue", "2025-02", ...content], "0.0.0"),
  );
  expect(made.exit).toBe(0);
  expect(String(room.read("content/2025-02.yaml"))).toContain('- ""');
  const { exit, err } = await room.shuanglan("build", "2025-02");
  expect([exit, err]).toEqual([0, ""]);
});

test("a row longer than the head is told once, with the number that its commas took apart", async () => {
  const room = newsroom();
  const rows =
    'head: [年, GDP, CPI]\nrows:\n  - [ 2020, 1,013,567, 24,393 ]\n  - [ 2021, 3, 4, 5 ]\n  - [ 2022, "1,013,567", 5 ]';
  table(room, rows);
  const { exit, err } = await room.shuanglan("build", "--edition", "zh");
  expect(exit).toBe(0);
  expect(err).toContain(
    '2025-01.yaml:12:23: warning 警告: this row has 6 cells, the head 3; put quotes around a number with commas: "1,013,567"',
  );
  expect(err).toContain(
    "2025-01.yaml:13:29: warning 警告: this row has 4 cells, the head 3; take what is too much away",
  );
  expect(err).toMatch(/^0 errors, 2 warnings/m);
  const proof = await captured(() => run(["proof", "--content", room.path("content")], "0.0.0"));
  expect((proof.out + proof.err).match(/the head has 3 cells|the head 3/g)).toHaveLength(2);
});

test("a cell that is too narrow for its text is told once, whatever lanes and editions it is in", async () => {
  const room = newsroom();
  const row = (cell: string) => Array(12).fill(cell).join(", ");
  table(room, `head: [${row("a")}]\nrows:\n  - [${row('"1,013,567.88%"')}]`);
  const { err } = await room.shuanglan("build");
  const places = err.match(/2025-01\.yaml:12:\d+: warning/g)!;
  expect(places).toHaveLength(12);
  expect(new Set(places).size).toBe(12);
});
