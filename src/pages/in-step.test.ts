import { describe, expect, test } from "vitest";
import { element } from "../model/element.ts";
import { rowOf, type Strip } from "./block.ts";
import { courseOf, stepAt } from "./in-step.ts";

/** A strip of rows with these texts. */
function strip(...texts: readonly string[]): Strip {
  const owner = element("P", null);
  return {
    descent: 5,
    rows: texts.map((text, k) => {
      const glyphs = [...text].map((char) => ({ gid: 1, x: 0, y: 0, width: 1, text: char }));
      const run = {
        face: "",
        size: 10,
        scale: 1,
        colour: "text",
        link: null,
        dotted: false,
        x: 0,
        glyphs,
        xs: glyphs.map(() => 0),
        start: 0,
        end: 0,
      } as const;
      const line = { runs: [run], left: 0, right: 1, hyphened: false, stretch: 0, badness: 0 };
      return rowOf(10 * k, [{ line, x: 0, element: owner, source: null }]);
    }),
  };
}

const zh = strip("第一句到这里。", "第二句长一些，", "到这里。第三", "句。");
const en = strip(
  "The first ends here. ",
  "The second is a little ",
  "longer than that. ",
  "The third, by J. Smith, ",
  "ends.",
);

describe("two languages parted by a page", () => {
  test("behind the same sentence they are together", () => {
    expect(stepAt([zh, en].map(courseOf), [1, 1])).toEqual({ apart: 0, together: true });
  });

  test("inside a sentence they are as far apart as their shares of it", () => {
    const { apart, together } = stepAt([zh, en].map(courseOf), [2, 2]);
    expect(together).toBe(false);
    expect(apart).toBeLessThan(0.1);
  });

  test("one at its start and one at its end are a whole text apart", () => {
    expect(stepAt([zh, en].map(courseOf), [0, 5]).apart).toBe(1);
  });

  test("an initial ends no sentence", () => {
    expect(stepAt([zh, en].map(courseOf), [4, 4]).together).toBe(false);
    expect(stepAt([zh, en].map(courseOf), [4, 5]).together).toBe(true);
  });
});
