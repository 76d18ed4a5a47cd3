import { expect, test } from "vitest";
import { Content } from "./content.ts";
import { number } from "./numbers.ts";
import { literal } from "./objects.ts";

const said = (say: (content: Content) => void): string => {
  const content = new Content();
  say(content);
  return Buffer.from(content.finish()).toString("latin1");
};

test("hundredths are written as numbers are, and whole numbers as they are", () => {
  for (let value = -21_000; value <= 21_000; value++) {
    expect(said((content) => content.hundredths(value))).toBe(number(value / 100));
    expect(said((content) => content.integer(value))).toBe(String(value));
  }
  expect(said((content) => content.hundredths(-2_000_000_010))).toBe("-20000000.1");
});

test("what ends a string or a line is escaped in one", () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join("");
  const string = said((content) => {
    content.open();
    content.inString(bytes);
    content.close();
  });
  expect(string).toBe(literal(bytes));
});

test("lines stand under each other, and what is put in moves what stands behind it", () => {
  const lines = said((content) => {
    content.line("BT");
    content.breakLine();
    const at = content.length;
    content.text("(a)5");
    content.insert(at, "[");
    content.text("(b)]TJ");
    content.line("ET");
  });
  expect(lines).toBe("BT\n[(a)5(b)]TJ\nET");
});

test("a stream of any length is whole, and those before it stay as they were", () => {
  const first = new Content();
  first.line("first");
  const before = first.finish();
  const long = "0123456789".repeat(30_000);
  expect(said((content) => content.line(long))).toBe(long);
  expect(Buffer.from(before).toString()).toBe("first");
});
