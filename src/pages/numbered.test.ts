import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";

const WORDS = "Innovation’s golden goose” is what The Economist called it in a leader of December 14, 2002";

const ISSUE = `issue: 2024-14
overall: 14
date: 2024-09-09
articles:
  - title: { zh: 试, en: Test }
    body:
      - zh: 短。[^a]
        en: Short.[^a]
      - ordered: true
        list: [{ zh: 短。, en: "“${WORDS}, and “the rest of it is history”, as it were, once and for all." }]
notes: { a: { zh: 注。, en: "“${WORDS}, and “the rest of it is history”." } }
`;

test("a quote behind the number of a note or an item stands in its line, clear of the number", () => {
  const { laid } = press(ISSUE, "bilingual");
  const pieces = laid.pages.flatMap((page) => page.pieces);
  const firsts = pieces.filter(({ line }) => lineText(line).startsWith("“Innovation"));
  expect(firsts).toHaveLength(2);
  for (const { element, line } of firsts) {
    const second = pieces.find(
      (piece) => piece.element === element && !lineText(piece.line).startsWith("“"),
    )!;
    expect(line.left).toBeCloseTo(second.line.left, 9);
  }
});
