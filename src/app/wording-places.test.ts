import { expect, test } from "vitest";
import { describe } from "./describe.ts";
import { pathSaid } from "./wording-places.ts";

test.each([
  [
    "articles[0].body[1].heading",
    "article 1, block 2 of its body, heading",
    "第 1 篇文章，正文第 2 项，heading",
  ],
  [
    "articles[11].body[0].list[2]",
    "article 12, block 1 of its body, list, item 3",
    "第 12 篇文章，正文第 1 项，列表第 3 项",
  ],
  [
    "articles[0].body[0].table.rows[2][3]",
    "article 1, block 1 of its body, table, row 3, cell 4",
    "第 1 篇文章，正文第 1 项，table，第 3 行，第 4 格",
  ],
  ["imprint[1].label", "imprint, entry 2, label", "版记第 2 条，label"],
  ["colours.accent.cmyk[0]", "colours.accent.cmyk, entry 1", "colours.accent.cmyk 第 1 项"],
  ["proof.rules", "proof.rules", "proof.rules"],
  ["", "", ""],
])("entries are counted from 1: %s", (path, en, zh) => {
  expect(pathSaid(path)).toEqual({ en, zh });
});

test("what is told of a place names it as an editor counts, whatever is wrong there", () => {
  const at = {
    severity: "error",
    span: { file: "a.yaml", start: 0, end: 1 },
    path: "articles[0].body[2]",
  } as const;
  const wrong = describe({ ...at, code: "wrong-type", expected: "list", found: "map", text: "", keys: [] });
  expect(wrong.en).toMatch(/^article 1, block 3 of its body: expected a list/);
  expect(wrong.zh).toMatch(/^第 1 篇文章，正文第 3 项：应为列表/);
  const empty = describe({ ...at, code: "empty" });
  expect(empty.en).toContain("(article 1, block 3 of its body)");
  expect(empty.zh).toContain("（第 1 篇文章，正文第 3 项）");
});
