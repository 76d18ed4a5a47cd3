import { expect, test } from "vitest";
import { scan } from "./yaml-syntax.ts";

test("marks of two joined versions are told, that of the one before both as well", () => {
  const lines = ["<<<<<<< HEAD", "a: 1", "||||||| 5a0b1c2", "a: 0", "=======", "a: 2", ">>>>>>> other"];
  const told = scan({ path: "a.yaml", text: lines.join("\n") }).diagnostics;
  expect(told.map((fault) => fault.code === "yaml" && [fault.fault, fault.detail])).toEqual(
    lines.filter((_, k) => k % 2 === 0).map((line) => ["merge-mark", line]),
  );
});
