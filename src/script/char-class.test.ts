import { expect, test } from "vitest";
import { isHan, isHanLetter, isLetter } from "./char-class.ts";

test("letters, and Han, are told as the patterns of Unicode tell them", () => {
  for (let code = 0; code < 0x110000; code++) {
    const char = String.fromCodePoint(code);
    const [letter, han] = [/^\p{L}/u.test(char), /^\p{Script=Han}/u.test(char)];
    if (isLetter(char) !== letter || isHanLetter(char) !== han)
      expect([char, isLetter(char), isHanLetter(char)]).toEqual([char, letter, han]);
  }
});

test("〆 is set as Han, of whose script it is not", () => {
  expect([isHan("〆"), isHanLetter("〆")]).toEqual([true, false]);
});
