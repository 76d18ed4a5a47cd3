import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { placeAt } from "../model/places.ts";
import type { Node } from "./yaml-nodes.ts";
import { readTree } from "./yaml-tree.ts";

const read = (text: string) => {
  const { value, diagnostics } = readTree({ path: "a.yaml", text });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const node = value.entries[0]!.value;
  if (node.kind !== "text") throw new Error(node.kind);
  return node;
};

test.each([
  ["plain", "a: one two\n"],
  ["plain over lines", "a: one\n  two\n\n  three\n"],
  ["single quotes", "a: 'it''s \"so\"'\n"],
  ["double quotes", 'a: "x\\n\\u4e2d\\x41\\\\ \\" y"\n'],
  ["double quotes over lines", 'a: "one\n  two \\\n  three"\n'],
  ["double quotes over lines that end with a word", 'a: "one\n  two\n\n  three"\n'],
  ["single quotes over lines", "a: 'one\n  two'\n"],
  ["literal", "a: |\n  one\n    two\n\n  three\n"],
  ["literal, stripped", "a: |-\n  one\n  two\n"],
  ["folded", "a: >-\n  one\n  two\n\n  three\n"],
  ["folded with a deeper line", "a: >-\n  one\n    two\n  three\n"],
  ["explicit indent", "a: |2-\n    one\n  two\n"],
])("%s reads as YAML has it", (_, text) => {
  expect(read(text).text).toBe(parse(text).a.replace(/\n$/, ""));
});

const firstText = (node: Node): string => {
  if (node.kind === "text") return node.text;
  return firstText(node.kind === "map" ? node.entries[0]!.value : node.items[0]!);
};
const firstValue = (value: unknown): string =>
  typeof value === "string" ? value : firstValue(Object.values(value as object)[0]);

test.each([
  "a:\n  - title: |2\n        First\n       second\n",
  "a:\n  - - |2\n        x\n",
  "a:\n  - title:\n      |2\n         First\n      second\n",
  "a:\n- >2-\n     First\n   second\n   third\n",
])("a text that begins with spaces of its own, wherever its header stands: %j", (text) => {
  const { value } = readTree({ path: "a.yaml", text });
  expect(firstText(value!)).toBe(firstValue(parse(text)).replace(/\n$/, ""));
});

test.each([
  "010",
  "no",
  "NO",
  "1.10",
  "2024-05-01",
  "12:30:45",
  "+8613800138000",
  "1e3",
  "null",
  ".inf",
  "0x1F",
])("%s stays as it was typed", (typed) => expect(read(`a: ${typed}\n`).text).toBe(typed));

test("two Han at a fold are joined without a space, two Latin words with one", () => {
  expect(read("a: >-\n  中文\n  中文\n").text).toBe("中文中文");
  expect(read("a: >-\n  two\n  words\n").text).toBe("two words");
});

test("every character knows the place where it was typed", () => {
  const words = fc.array(fc.constantFrom("中", "a", "b ", "，", "don't", "“"), {
    minLength: 1,
    maxLength: 8,
  });
  const scalar = fc.tuple(fc.constantFrom("single", "double", "literal"), words).map(([kind, parts]) => {
    const text = `x${parts.join("")}y`;
    if (kind === "single") return `a: '${text.replaceAll("'", "''")}'\n`;
    return kind === "double" ? `a: "${text}"\n` : `a: |\n  ${text}\n`;
  });
  fc.assert(
    fc.property(scalar, (file) => {
      const { text, places } = read(file);
      expect(places.length).toBe(text.length);
      for (let i = 0; i < text.length; i++) expect(file[placeAt(places, i)]).toBe(text[i]);
    }),
  );
});
