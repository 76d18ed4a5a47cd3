import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../src/content/limits.ts";
import { rowsOf, type Trial, tried } from "./bad-inputs.ts";
import { ISSUE, type Newsroom, newsroom } from "./newsroom.ts";
import { png } from "./picture-files.ts";

/** The publication's theme extends a shipped one. */
const theme = (lines: string, says: RegExp): Trial => ({
  prepare: (room) => {
    mkdirSync(room.path("content/themes"));
    room.write("content/publication.yaml", PUBLICATION);
    room.write("content/themes/own.yaml", `extends: briefing\n${lines}\n`);
  },
  says,
});

const PUBLICATION = `name: { zh: 试刊, en: Trial }
publisher: { zh: 编辑部, en: Editorial office }
theme: own
`;

const body = (parts: string): string => ISSUE.replace(/ {6}- zh[\s\S]*$/, parts);

const table = (cell: string): string =>
  body(`      - table:\n          head: [ "1", "2" ]\n          rows: [ [ ${cell}, "2" ] ]\n`);

const issue = (text: string, says: RegExp): Trial => ({
  prepare: (room) => room.write("content/2025-01.yaml", text),
  says,
});

const picture = (room: Newsroom, width: number, height: number): void => {
  const rows = new Uint8Array((1 + 3 * width) * height);
  room.write("content/a.png", png({ width, height, rows }));
  const figure = "      - figure: { src: a.png, alt: { zh: 图, en: A figure } }\n";
  room.write("content/2025-01.yaml", body(figure.repeat(3)));
};

describe("a layout that can not be", () => {
  tried("layout", {
    "layout-too-wide": [
      issue(table(`{ zh: ${"甲".repeat(LIMITS["cell-characters"] + 1)}, en: x }`), /characters in this cell/),
    ],
    "layout-too-high": [
      issue(
        table(`{ zh: ${"甲乙".repeat(950)}, en: x }`)
          .replace('"1", "2"', '"1", "2", "3", "4", "5", "6"')
          .replace('"2" ]', `"2"${`, { zh: ${"丙".repeat(1900)}, en: y }`.repeat(4)} ]`),
        /pt over the foot of its page and cannot be parted/,
      ),
    ],
    "layout-columns-0": ["0", "-1", "2.5", "1e9", "1000000000"].map((count) =>
      theme(`layout: { columns: ${count} }`, /themes\/own\.yaml:2:\d+: error/),
    ),
    "layout-width-nan": [
      ...["0pt", "-5pt", ".nan", ".inf", "1e9pt", "1e400pt"].map((size) =>
        theme(`styles: { text: { zh: { size: ${size} } } }`, /themes\/own\.yaml:2:\d+: error/),
      ),
      ...["0mm", "-5mm", ".nan", "1e9mm"].map((width) =>
        theme(`page: { width: ${width} }`, /themes\/own\.yaml:2:\d+: error/),
      ),
    ],
    "layout-bad-colour": ['"#zzz"', '"#12"', "red", '""', "[1, 2]"].map((colour) =>
      theme(`colours: { text: { rgb: ${colour} } }`, /themes\/own\.yaml:2:\d+: error/),
    ),
    // What does not fit goes to the next page; what can not be parted is an error, above.
    "layout-text-dropped": [],
    "layout-1000-items": [],
  });

  test("layout-too-wide: a picture is made as small as its column", async () => {
    const room = newsroom();
    picture(room, 4000, 10);
    expect(await room.shuanglan("build")).toMatchObject({ exit: 0, err: "" });
  });

  test("layout-too-high: pictures higher than a page are made smaller", async () => {
    const room = newsroom();
    picture(room, 10, 4000);
    expect(await room.shuanglan("build")).toMatchObject({ exit: 0, err: "" });
  });

  test("layout-1000-items: a thousand pairs are set", async () => {
    expect(rowsOf("layout").some(({ id }) => id === "layout-1000-items")).toBe(true);
    const room = newsroom();
    room.write("content/2025-01.yaml", body("      - {zh: 你好世界, en: Hello world}\n".repeat(1000)));
    expect(await room.shuanglan("build")).toMatchObject({ exit: 0, err: "" });
  });
});

describe("more than can be set is refused at its place", () => {
  const cells = Array(LIMITS.columns + 1)
    .fill("a")
    .join(", ");
  const many: readonly (readonly [string, string, RegExp])[] = [
    [
      "a word without an end",
      body(`      - zh: 字\n        en: ${"a".repeat(10_001)}\n`),
      /:8:13: error.*without a place to end a line: 10001/,
    ],
    [
      "a text",
      body(`      - zh: ${"文，".repeat(50_001)}\n        en: a\n`),
      /:7:13: error.*characters in this text: 100002/,
    ],
    [
      "columns of a table",
      body(`      - table: { head: [${cells}], rows: [[${cells}]] }\n`),
      /:7:9: error.*columns in this table: 41/,
    ],
    [
      "footnotes",
      `${body("      - { zh: 字, en: a }\n")}notes:\n${Array.from({ length: 1001 }, (_, k) => `  n${k}: x\n`).join("")}`,
      /footnotes in this issue: 1001/,
    ],
    [
      "articles",
      `issue: 2025-01\noverall: 15\ndate: 2025-01-06\narticles:\n${"  - { title: x, body: [ { zh: 字, en: a } ] }\n".repeat(501)}`,
      /articles in this issue: 501/,
    ],
  ];
  test.each(many)("%s", async (_what, text, says) => {
    const room = newsroom();
    room.write("content/2025-01.yaml", text);
    const { exit, err } = await room.shuanglan("build");
    expect(err).toMatch(says);
    expect(exit).toBe(1);
  });

  test.each([
    ["{ measureMin: 20 }", "layout.measureMax comes to 19"],
    ["{ measureMax: 1000 }", "layout.measureMax comes to 1000"],
    ["{ measureMin: 1 }", "layout.measureMin comes to 1"],
    ["{ measure: 70 }", "layout.measure comes to 70"],
  ])("measures that leave nothing: %s", async (layout, says) => {
    const room = newsroom();
    theme(`layout: ${layout}`, /./).prepare(room);
    const { exit, err } = await room.shuanglan("build", "--edition", "bilingual");
    expect(err).toContain(says);
    expect(exit).toBe(1);
  });

  test("a message repeats how a long text begins, not all of it", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("第一段文字。", "*".repeat(20_000)));
    const { err } = await room.shuanglan("build");
    expect(err).toContain("must be quoted");
    expect(err.length).toBeLessThan(2000);
  });
});
