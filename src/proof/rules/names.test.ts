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

test.each([
  ["主任钱亦舟指出，要推进。", "Director Qian Yizou asked for more.", "Qian Yizhou"],
  ["主任王就业指出，要推进。", "Director Wang Jiuyi asked for more.", "Wang Jiuye"],
  ["教授王则柯提出，要推进。", "Professor Wang Zeka proposed more.", "Wang Zeke"],
])("亦, 就 and 则 stand in given names: %s", (zh, en, right) =>
  expect(told(zh, en).map(([, expected]) => expected)).toEqual([right]),
);

test.each([
  ["主任王冰亦指出，要推进。", "Director Wang Bing, too, asked for more."],
  ["主任王冰就政策作了说明。", "Director Wang Bing explained the policy."],
  ["专家王冰和李伟指出，要推进。", "The experts Wang Bing and Li Wei asked for more."],
  ["专家成就突出，令人满意。", "The director was satisfied with Cheng Jiu."],
])("a verb behind a name is no part of it: %s", (zh, en) => expect(told(zh, en)).toEqual([]));
