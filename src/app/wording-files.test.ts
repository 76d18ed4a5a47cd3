import { expect, test } from "vitest";
import { invisibleCharacter } from "./wording-files.ts";

test("a blank of another kind gives way to ordinary ones, or the line would lose its indentation", () => {
  expect(invisibleCharacter(0x3000).en).toMatch(/U\+3000 \(full-width space\); type ordinary spaces/);
  expect(invisibleCharacter(0x3000).zh).toMatch(/U\+3000（全角空格）；请改成半角空格/);
  expect(invisibleCharacter(0x200b).en).toMatch(/U\+200B \(zero-width space\); delete it/);
});
