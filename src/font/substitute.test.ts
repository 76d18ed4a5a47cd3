import { expect, test } from "vitest";
import { type LayoutTable, layoutTable } from "./layout-table.ts";
import { substituter, type TextGlyph } from "./substitute.ts";

const [F, I, X, FI, SMALL_I] = [1, 2, 3, 4, 5];
const [SINGLE, LIGATURE, CHAINED] = [1, 4, 6];

/** A table of three lookups of one subtable each: f and i by their context, and what the context asks for. */
function table(actions: readonly (readonly [sequence: number, lookup: number])[]): LayoutTable {
  const coverage = (gid: number) => [1, 1, gid];
  // Sixteen-bit numbers; offsets count from the subtable's first byte.
  const listed = 2 * (7 + 2 * actions.length);
  const context = [
    3,
    0,
    2,
    listed,
    listed + 6,
    0,
    actions.length,
    ...actions.flat(),
    ...coverage(F),
    ...coverage(I),
  ];
  const ligature = [1, 8, 1, 14, ...coverage(F), 1, 4, FI, 2, I];
  const single = [2, 8, 1, SMALL_I, ...coverage(I)];
  const lookups = [
    [CHAINED, context],
    [LIGATURE, ligature],
    [SINGLE, single],
  ] as const;
  const list = [3];
  let at = 2 * (1 + lookups.length);
  for (const [, subtable] of lookups) {
    list.push(at);
    at += 2 * (4 + subtable.length);
  }
  for (const [type, subtable] of lookups) list.push(type, 0, 1, 8, ...subtable);
  const view = new DataView(new ArrayBuffer(10 + 2 * list.length));
  view.setUint16(8, 10);
  list.forEach((value, k) => {
    view.setUint16(10 + 2 * k, value);
  });
  return layoutTable(view, 7);
}

const glyph = (gid: number): TextGlyph => ({ gid, text: "?" });

test.each([
  ["each of its actions in turn", [[1, 2]], [F, I], [F, SMALL_I]],
  [
    "an action behind a ligature that took its glyph, at the end",
    [
      [0, 1],
      [1, 2],
    ],
    [F, I],
    [FI],
  ],
  [
    "an action behind a ligature that took its glyph, before another",
    [
      [0, 1],
      [1, 2],
    ],
    [F, I, I],
    [FI, I],
  ],
  [
    "a ligature behind an action",
    [
      [1, 2],
      [0, 1],
    ],
    [F, I, X],
    [F, SMALL_I, X],
  ],
] as const)("a context with %s", (_, actions, before, after) => {
  const font = table(actions);
  const glyphs = before.map(glyph);
  substituter(font, [font.lookup(0)])(glyphs);
  expect(glyphs.map(({ gid }) => gid)).toEqual(after);
});
