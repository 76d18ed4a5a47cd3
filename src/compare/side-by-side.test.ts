import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import { glyphEnd, type RectItem, type TextItem } from "../draw/display-list.ts";
import { compareEntries, placesOf } from "./compare-issues.ts";
import { sideBySide } from "./side-by-side.ts";
import { entriesOf } from "./texts.ts";

const issue = (en: string) => `issue: 2025-07
overall: 20
date: 2025-07-07
articles:
  - title: { zh: 标题, en: A title }
    body:
      - zh: 正文。
        en: ${en}
`;

/** Of every mark on the new side's page the word that it stands behind. */
function marked(before: string, after: string): readonly string[] {
  const [one, other] = [press(issue(before), "en"), press(issue(after), "en")];
  const changes = compareEntries(entriesOf(one.issue), entriesOf(other.issue));
  const { pages } = sideBySide(
    { document: one.drawn(), places: placesOf(changes, "before"), label: () => [] },
    { document: other.drawn(), places: placesOf(changes, "after"), label: () => [] },
  );
  const items = pages.flatMap((page) => page.items);
  const tints = items.filter((item): item is RectItem => item.kind === "rect" && item.colour.rgb[1] === 0.94);
  const texts = items.filter(
    (item): item is TextItem => item.kind === "text" && item.face.startsWith("after/"),
  );
  return tints.map((tint) =>
    texts
      .filter(({ baseline }) => baseline > tint.y && baseline < tint.y + tint.height)
      .flatMap((item) =>
        item.glyphs.filter((_, k) => {
          const middle = item.x + (item.xs[k]! + glyphEnd(item, k)) / 2;
          return middle > tint.x && middle < tint.x + tint.width;
        }),
      )
      .map(({ text }) => text)
      .join(""),
  );
}

test.each([
  ["on one line", " "],
  ["over several lines", "\n          "],
  ["over lines far to the right", `\n${" ".repeat(60)}`],
])("the word that came is marked, not another, in a text typed %s", (_, fold) => {
  const words = ["Alpha and beta,", "gamma and delta", "WORD and the last words."];
  const text = (word: string) => words.join(fold).replace("WORD", word);
  expect(marked(text("epsilon"), text("omega"))).toEqual(["omega"]);
});

test("the old issue stands on the left half of the sheet, the new one on the right, each a part of its own", () => {
  const [one, other] = [press(issue("Alpha."), "en"), press(issue("Beta."), "en")];
  const none = { places: new Set<string>(), label: () => [] };
  const { pages, structure } = sideBySide(
    { document: one.drawn(), ...none },
    { document: other.drawn(), ...none },
  );
  for (const { width, items } of pages)
    for (const item of items) {
      if (item.kind !== "text") continue;
      expect(item.x < width / 2).toBe(item.face.startsWith("before/"));
      const end = item.x + glyphEnd(item, item.glyphs.length - 1);
      expect(end < (item.face.startsWith("before/") ? width / 2 : width)).toBe(true);
    }
  expect(structure.nodes.map(({ id }) => id)).toEqual(structure.nodes.map((_, k) => k));
  for (const { id, children } of structure.nodes)
    for (const child of children) expect(structure.nodes[child]!.parent).toBe(id);
});
