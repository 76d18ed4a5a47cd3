import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse, spelt } from "./analyse.ts";
import { breakCost, FORBIDDEN } from "./kinsoku.ts";

const texts = fc
  .array(fc.constantFrom(..."abZé\u0301-–—/·…“”‘’'@:.,+#%¥ 3\n汉，。（）第年\u00a0\u200b\u{20000}"), {
    maxLength: 24,
  })
  .map((chars) => chars.join(""));
const languages = fc.constantFrom("zh" as const, "en" as const);

test("words are what their letters are, and a line breaks around them where it breaks around their letters", () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const letters = analyse(text, language);
      const words = analyse(text, language, true);
      expect(words.flatMap(spelt)).toEqual(letters);
      let at = -1;
      words.forEach((word, k) => {
        at += spelt(word).length;
        const cost = breakCost(words, k, "gb");
        expect(cost, `${text} behind ${at}`).toBe(breakCost(letters, at, "gb"));
        for (let inside = at - spelt(word).length + 1; inside < at; inside++)
          expect(breakCost(letters, inside, "gb")).toBe(FORBIDDEN);
      });
    }),
    {
      numRuns: 2000,
      examples: [
        ["ab-ab", "en"],
        ["a-ab", "en"],
        ["ab@ab-ab", "zh"],
      ],
    },
  );
});

test("a mark that extends a word's last letter is that letter's", () => {
  expect(analyse("cafe\u0301s", "en", true).map(({ text }) => text)).toEqual(["caf", "e\u0301", "s"]);
});

test("marks, joiners and variation selectors alone extend what stands before them", () => {
  const extending = /^(?:\p{M}|\u200c|\u200d|[\u{e0100}-\u{e01ef}])$/u;
  for (let code = 0x80; code < 0xe0200; code += code < 0x10000 ? 1 : 0x10) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const char = String.fromCodePoint(code);
    expect(analyse(`汉${char}`, "en").length === 1, code.toString(16)).toBe(extending.test(char));
  }
});

test.each([
  ["按6∶4的", "按|6∶4|的", "a ratio is one number, as 6:4 is"],
  ["甲∶乙", "甲|∶|乙", "between words it is a sign like others"],
])("%s breaks as %s: %s", (text, expected) => {
  const chars = analyse(text, "zh");
  const shown = chars.map(
    (char, i) => char.text + (i + 1 < chars.length && breakCost(chars, i, "gb") === 0 ? "|" : ""),
  );
  expect(shown.join("")).toBe(expected);
});

test.each([
  ["15 kW·h", "latin"],
  ["比尔·盖茨", "interpunct"],
  ["W·爱德华", "interpunct"],
])("the dot of %s is of class %s", (text, expected) => {
  expect(analyse(text, "zh").find((char) => char.text === "·")!.class).toBe(expected);
});

test("a sign in front of no number is of the text around it", () => {
  const classIn = (text: string, sign: string, language: "zh" | "en") =>
    analyse(text, language).find((char) => char.text === sign)!.class;
  expect(classIn("92% ± 1%", "±", "en")).toBe("latin");
  expect(classIn("精度92% ± 1%", "±", "zh")).toBe("latin");
  expect(classIn("five US$ million", "$", "en")).toBe("latin");
  expect(classIn("（百万US$）", "$", "zh")).toBe("latin");
  expect(classIn("人民币（￥）", "￥", "zh")).toBe("symbol");
});

test.each([
  ["-5", "prefix"],
  ["降到 -5 度", "prefix"],
  ["降到（-5 度", "prefix"],
  ["COVID-19", "hyphen"],
  ["10-15", "hyphen"],
  ["第-5", "hyphen"],
  ["前- 5", "hyphen"],
])("a hyphen before a digit is a minus sign where nothing stands before it: %s", (text, expected) => {
  expect(analyse(text, "zh").find((char) => char.text === "-")?.class).toBe(expected);
});
