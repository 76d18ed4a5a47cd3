import { expect, test } from "vitest";
import { LinkFinder } from "./links.ts";

test("a line is not set for its links where its text has none", () => {
  const piece = {
    element: {},
    linked: false,
    get line() {
      throw new Error("it was set");
    },
  };
  expect(new LinkFinder({} as never, new Map(), new Map()).read([piece as never])).toEqual([]);
});
