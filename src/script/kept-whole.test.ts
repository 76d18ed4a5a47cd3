import { describe, expect, test } from "vitest";
import type { Language } from "../base/language.ts";
import { insidesOf } from "./kept-whole.ts";

const parted = (text: string, language: Language) => {
  const insides = insidesOf(text, language);
  return [...text].map((char, at) => (at > 0 && !insides.has(at) ? "|" : "") + char).join("");
};

describe("in Chinese", () => {
  test.each([
    "2026年底",
    "2026 年 10 月",
    "2026年10月8日",
    "2025—2030年",
    "10月初",
    "约1,200万元",
    "3 个月",
    "45%左右",
    "第3期",
    "海关总署",
    "中国科学院",
    "国家移民局",
  ])("%s is one", (text) => {
    expect(parted(text, "zh")).toBe(text);
  });

  test.each([
    ["22个成员国", "22个|成|员|国"],
    ["占比45%左右", "占|比|45%左右"],
    ["财政部、海关总署（牵头）", "财政部|、|海关总署|（|牵头|）"],
    ["于2027年6月完成", "于|2027年6月|完|成"],
    ["5G基站", "5|G|基|站"],
  ])("%s keeps what belongs together", (text, whole) => {
    expect(parted(text, "zh")).toBe(whole);
  });

  test("a name of seven Han may be parted", () => {
    expect(insidesOf("国家发展改革委", "zh").size).toBe(0);
    expect(insidesOf("国家发展委员", "zh").size).toBe(5);
  });
});

describe("in English", () => {
  test.each(["10 billion yuan", "45 per cent", "1,200 euros", "end of 2026", "Early 2027"])(
    "%s is one",
    (text) => {
      expect(parted(text, "en")).toBe(text);
    },
  );

  test("a number keeps no other word, nor does a name its words", () => {
    const spaces = (text: string) =>
      [...text].flatMap((char, at) => (char === " " && insidesOf(text, "en").has(at + 1) ? [at] : []));
    expect(spaces("22 member countries")).toEqual([]);
    expect(spaces("Not published")).toEqual([]);
    expect(spaces("At the end of 2026, 3 million yuan")).toEqual([10, 13, 21, 29]);
  });
});
