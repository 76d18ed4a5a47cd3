import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { namePinyin } from "./names.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [namePinyin]).map(({ message, expected }) => [message.en, expected?.en]);

test("letters that changed places make a name that is no Pinyin, and it is told", () => {
  expect(told("主任汤文侃表示满意。", "Director Tang Wenkna was satisfied.")).toEqual([
    ["“Tang Wenkna” is not how 汤文侃 reads", "Tang Wenkan"],
  ]);
});

test("another word behind a surname is no name of the person", () => {
  expect(told("主任汤文侃表示满意。", "The director was satisfied with Tang Dynasty art.")).toEqual([]);
  expect(told("主任汤文侃表示满意。", "Tang Wenkan was satisfied with Tang Dynasty art.")).toEqual([]);
});
