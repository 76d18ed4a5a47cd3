import { expect, test } from "vitest";
import { nameTree } from "./name-tree.ts";
import { written } from "./objects.ts";

test("names stand in the order of their bytes, those in UTF-16 behind those in ASCII", () => {
  const names = ["publication.yaml", "2024-10", "图.yaml", "2024-2", "a图"];
  const shown = written(nameTree(names.map((name, k) => [name, k])));
  const order = [...shown.matchAll(/\)(\d)/g)].map(([, k]) => names[Number(k)]);
  expect(order).toEqual(["2024-10", "2024-2", "publication.yaml", "a图", "图.yaml"]);
});
