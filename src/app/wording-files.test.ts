import { expect, test } from "vitest";
import { fileMissing, invisibleCharacter } from "./wording-files.ts";

test("a blank of another kind gives way to ordinary ones, or the line would lose its indentation", () => {
  expect(invisibleCharacter(0x3000).en).toMatch(/U\+3000 \(full-width space\); type ordinary spaces/);
  expect(invisibleCharacter(0x3000).zh).toMatch(/U\+3000（全角空格）；请改成半角空格/);
  expect(invisibleCharacter(0x200b).en).toMatch(/U\+200B \(zero-width space\); delete it/);
});

test("a missing publication is told with what it is and how to begin one", () => {
  const { en, zh } = fileMissing("content/publication.yaml", []);
  expect(en).toMatch(/holds what every issue shares.*--content.*shuanglan init/);
  expect(zh).toMatch(/各期共有的内容.*--content.*shuanglan init/);
});

test("where the name of an issue is there and its file is not, that name is not told as another one", () => {
  const { en, zh } = fileMissing("content/2025-01.yaml", ["2025-01", "2025-02"]);
  expect(en).toMatch(/^there is no file content\/2025-01\.yaml; what has its name is a folder, or a link/);
  expect(zh).toMatch(/^没有文件 content\/2025-01\.yaml；叫这个名字的是文件夹/);
});
