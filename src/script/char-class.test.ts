import { expect, test } from "vitest";
import {
  classOf,
  isCapital,
  isHan,
  isHanLetter,
  isLatinWord,
  isLetter,
  isNumber,
  isTextMark,
} from "./char-class.ts";

test.each([
  ["letters", isLetter, /^\p{L}/u],
  ["capitals", isCapital, /^\p{Lu}/u],
  ["numbers", isNumber, /^\p{N}/u],
  ["Han", isHanLetter, /^\p{Script=Han}/u],
] as const)("%s are told as the pattern of Unicode tells them", (_, is, pattern) => {
  for (let code = 0; code < 0x110000; code++) {
    const char = String.fromCodePoint(code);
    if (is(char) !== pattern.test(char)) expect([char, is(char)]).toEqual([char, pattern.test(char)]);
  }
  expect(is("")).toBe(false);
});

test("a text mark is neither letter nor accent", () => {
  for (let code = 0; code < 0x10000; code++)
    if (isTextMark(code)) expect(String.fromCodePoint(code)).not.toMatch(/[\p{L}\p{N}\p{M}]/u);
});

test("〆 is set as Han, of whose script it is not", () => {
  expect([isHan("〆"), isHanLetter("〆")]).toEqual([true, false]);
});

test.each(["½", "¼", "≤", "×"])("%s is set with Latin text, apart from Han", (sign) => {
  expect(isLatinWord(classOf(sign))).toBe(true);
});
