import { expect, test } from "vitest";
import { unlike } from "./unlike.ts";

const READINGS: Readonly<Record<string, readonly string[]>> = {
  张: ["zhang"],
  伟: ["wei"],
  李: ["li"],
  明: ["ming"],
  华: ["hua"],
  想: ["xiang"],
  说: ["shuo", "shui"],
};
const told = (zh: string, en: string) => unlike(zh, en, (char) => READINGS[char] ?? []);

test("numbers of which the other side has none tell, once both have some or one has many", () => {
  expect(told("首批开放46台套设备。", "The amount has exceeded 90 million yuan.")).toBe("numbers");
  expect(told("2019年有120项，2023年有365项。", "Joint projects have grown fast.")).toBe("numbers");
  expect(told("Joint", "They grew from 120 in 2019 to 365.")).toBe("numbers");
});

test("numbers of which some agree are those of a pair, whatever the others are", () => {
  expect(told("2019年有120项，2023年有365项。", "It was 12 in 2019 and 36 in 2022.")).toBeNull();
  expect(told("产业规模达5万亿元。", "The industry has reached 5 trillion yuan.")).toBeNull();
  expect(told("首批开放46台套设备。", "The first instruments have been opened.")).toBeNull();
});

test("names none of which is one of the other side's tell", () => {
  expect(told("厅长张伟表示，将全面开放。", "Director Li Minghua says that all will be opened.")).toBe(
    "names",
  );
  expect(told("研究员李明华认为，应当统一。", "Li Minghua, a researcher, wants one platform.")).toBeNull();
});

test("a slip in a name, a surname in common and a name on one side alone tell nothing", () => {
  expect(told("研究员李明华认为，应当统一。", "Li Minhua, a researcher, wants one platform.")).toBeNull();
  expect(told("创始人李想说，“不知道。”", "Nobody knew, says founder Li Xiang.")).toBeNull();
  expect(told("厅长张伟表示，将全面开放。", "The director says that all will be opened.")).toBeNull();
});
