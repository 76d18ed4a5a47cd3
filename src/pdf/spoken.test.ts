import { expect, test } from "vitest";
import { Str } from "../read-pdf/values.ts";
import { text } from "./objects.ts";
import { spoken } from "./spoken.ts";

const MAP = [
  { language: "zh", text: "地图" },
  { language: "en", text: "A map" },
] as const;

test("a text names the language that it turns to, and not the one around it (ISO 32000-1, 14.9.2.3)", () => {
  expect(spoken(MAP, "zh")).toBe("地图 / \u001benUS\u001bA map");
  expect(spoken(MAP, "en")).toBe("\u001bzhCN\u001b地图 / \u001benUS\u001bA map");
  expect(spoken(MAP.slice(1), "en")).toBe("A map");
});

test("the names of languages are no part of the text", () => {
  const written = new Str(text(spoken(MAP, "zh")).bytes);
  expect(written.text).toBe("地图 / A map");
  expect(written.parts).toEqual([
    { tag: null, text: "地图 / " },
    { tag: "en-US", text: "A map" },
  ]);
});

test("a language is named with its country or without", () => {
  const named = new Str(text("\u001bfr\u001b地图\u001bzhTW\u001b圖").bytes);
  expect(named.parts).toEqual([
    { tag: "fr", text: "地图" },
    { tag: "zh-TW", text: "圖" },
  ]);
  expect(new Str("").parts).toEqual([{ tag: null, text: "" }]);
});
