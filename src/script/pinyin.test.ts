import { expect, test } from "vitest";
import { isPinyin } from "./pinyin.ts";

test.each(["Pudong", "Zhangjiang", "xian", "Lüliang", "Shuangchuang"])(
  "%s is syllables from end to end",
  (word) => {
    expect(isPinyin(word.replace("ü", "v"))).toBe(true);
  },
);

test.each(["plan", "strange", "Pudongs", "Beijixng", "t"])(
  "%s is none, though a part of it may be",
  (word) => {
    expect(isPinyin(word)).toBe(false);
  },
);
