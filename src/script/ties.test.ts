import { describe, expect, test } from "vitest";
import { FORBIDDEN } from "./kinsoku.ts";
import { captionNumberEnd, NONE, numberCost, partedBy, spacesInNames, tieCost } from "./ties.ts";

const cost = (text: string) => tieCost(text.replace("_", " "), text.indexOf("_"));

test.each([
  "No._5",
  "September_9",
  "J._Smith",
  "Dr._Wang",
  "10_km",
  "3.2_MW",
  "5_km² of land",
  "5_km2, which",
  "220_V",
  "36_℃",
  "0.5_μm",
  "0.8_Ω to",
  "180_Wh/kg",
  "10_mS/cm",
  "5_μL of",
  "400_Gbps",
  "37.4_Gt),",
  "20_μs",
  "3_μmol/L",
  "1.8_s, and",
  "P_≤ 5",
  "t_= 0",
  "3_× 5 m",
  "92% ±_1%",
  "Fig._2",
  "(see Table_1)",
  "Case_3:",
  "Vol._7",
  "Article_45",
  "page_12",
  "Appendix_2",
  "Table_A1",
  "(Patent No._ZL201810123456.7)",
])("%s stays together", (text) => {
  expect(cost(text)).toBe(FORBIDDEN);
});

test.each([
  "18.74_million",
  "50_percent",
  "300_yuan",
  "P ≤_5",
  "x =_y",
  "RMB_600 billion",
  "USD_3/kg",
  "the Guangdong–Hong_Kong–Macao area",
])("%s parts at a cost", (text) => {
  expect(cost(text)).toBeGreaterThan(0);
  expect(cost(text)).toBeLessThan(FORBIDDEN);
});

test.each([
  "ten_years",
  "the Hong_Kong–Macao area",
  "the Tianjin–Hebei_Region",
  "the Guangdong–Hong_Kong area",
  "in_2024",
  "the_May",
  "12_months",
  "10_km25",
  "A_<b",
  "the_≥85%",
  "Sept_9",
  "the_G20",
  "No._GDP",
  "Notable_1",
  "No._CONTRACT9",
])("%s parts freely", (text) => {
  expect(cost(text)).toBe(0);
});

test.each([
  ["；（二）|损坏图书", 120],
  ["(2) |damage", 300],
  ["前款（二）|项", 0],
  ["规定（见附件）|执行", 0],
  ["原因是：①|资金到位", 120],
  ["because: ① |funds", 300],
  ["文献①|指出", 0],
  ["holds that ① |funds", 300],
  ["and (2) |damage", 300],
  ["the command (2) |damage", 0],
  ["（见图 1、表 |2）", 300],
  ["详见附件|3", 300],
  ["各代表|3 人", 0],
  ["见图|书", 0],
] as const)("a number of its own beside what it numbers in %s costs %d at a line's end", (text, cost) => {
  expect(numberCost(text.replace("|", ""), text.indexOf("|"))).toBe(cost);
});

test.each([
  ["a word of other letters is none of ours", "ÉMay_9", 0],
  ["nor is part of a longer word", "Notary_5", 0],
  ["an initial behind an initial", "J._R._Smith", FORBIDDEN],
  ["an initial of another alphabet", "É._Zola", FORBIDDEN],
  ["a title before a name, and not before a number alone", "Prof._王", FORBIDDEN],
  ["degrees", "25_°C", FORBIDDEN],
  ["degrees that are part of a word", "25_°Cé", 0],
  ["per cent in two words", "50_per cent", 300],
  ["a word that begins like per cent", "50_per cents", 0],
  ["nothing behind the space", "No._", 0],
])("%s: %s", (_, text, expected) => {
  expect(cost(text)).toBe(expected);
});

test.each([
  ["Compiled_by: Chen_Hongguang, Zhao_Chengcheng", "commas and a colon part names"],
  ["Li_Ming; Ouyang_Xiuwen、John_B._Smith", "so do semicolons and 、"],
  ["Li_Ming and_Wang_Bing", "a line may begin with and"],
  ["Research Group on Data Governance", "a body's name of five words may part anywhere"],
  ["School_of_Public_Policy", "one of four stays whole"],
  ["", "no name"],
])("%s: %s", (names) => {
  const text = names.replaceAll("_", " ");
  const shown = [...text].map((letter, at) => (spacesInNames(text).has(at) ? "_" : letter)).join("");
  expect(shown).toBe(names);
});

test.each(["GB/T_36276—2023", "see ISO_9001", "ISO/IEC_27001", "标准GB_3095", "DB/T_29"])(
  "a standard stays with its number where that costs little: %s",
  (text) => {
    expect(cost(text)).toBeGreaterThan(0);
    expect(cost(text)).toBeLessThan(FORBIDDEN);
  },
);

test("a word that ends like a standard's does not", () => {
  expect(cost("5 MGB_30")).toBe(0);
  expect(cost("in LISO_9001")).toBe(0);
});

test.each([
  ["图1 2019—2025年", 2],
  ["表 1 材料", 3],
  ["续表 1-2 材料", 6],
  ["Table 12 Indicators", 8],
  ["Table A1 Sample projects", 8],
  ["附表 B2 样本", 5],
  ["Fig. 1 2019", 6],
  ["Table 1. Numbers", NONE],
  ["图书 1 册", NONE],
  ["表 1", NONE],
])("the number of a caption ends: %s", (text, end) => expect(captionNumberEnd(text)).toBe(end));

describe("a space between two digits", () => {
  const parts = (text: string) => {
    const space = text.search(/(?<=\d) (?=\d)/);
    return partedBy(text, space, space + 1);
  };

  test("parts groups of three of one number", () => {
    for (const text of ["4 600", "共15 046个", "US$4 600", "0.123 456", "4 600kW", "12 345 678"])
      expect([text, parts(text)]).toEqual([text, "groups"]);
  });

  test("parts numbers where one has other digits", () => {
    for (const text of ["021 5330 0806", "in 2023 125 firms", "from 9:00 17:00", "1,234 567", "5 6"])
      expect([text, parts(text)]).toEqual([text, "numbers"]);
  });

  test("parts words where one has letters", () => {
    for (const text of ["125,000 5G stations", "12 40G links", "CO2 300 t", "9 5-year bonds"])
      expect([text, parts(text)]).toEqual([text, "words"]);
  });
});
