import { expect, test } from "vitest";
import { decode, SIZE_LIMIT, withChanges } from "./decode.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (content: Uint8Array) => decode("a.yaml", content).diagnostics.map(({ code }) => code);

test("line ends of Windows and a byte order mark at the start are taken off", () => {
  expect(decode("a.yaml", bytes("\ufeffa: 1\r\nb: 2\r\n")).value?.text).toBe("a: 1\nb: 2\n");
});

test("a change is made where it stands in the file, which is otherwise as it was saved", () => {
  const saved = bytes("\ufeffa: 1\r\nb: 2\nc: 3\r\n");
  const { text } = decode("a.yaml", saved).value!;
  const put = (from: string, to: string) => {
    const start = text.indexOf(from);
    return { start, end: start + from.length, text: to };
  };
  const changes = [put("a", "键"), put("\nb", "\nB"), put("3\n", "33")];
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(withChanges(saved, changes))).toBe(
    "\ufeff键: 1\nB: 2\nc: 33",
  );
  expect(withChanges(saved, [])).toEqual(saved);
});

test.each([
  ["gbk", [0xd0, 0xc2, 0xce, 0xc5, 0xb5, 0xc4, 0xd6, 0xd0, 0xb9, 0xfa]],
  ["big5", [0xb7, 0x73, 0xbb, 0x44, 0xaa, 0xba, 0xb0, 0xea]],
  ["utf-16le", [0xff, 0xfe, 0x61, 0x00]],
  ["utf-16be", [0xfe, 0xff, 0x00, 0x61]],
] as const)("a file in %s is refused by name", (guess, content) => {
  const [fault] = decode("a.yaml", Uint8Array.from(content)).diagnostics;
  expect(fault).toMatchObject({ code: "not-utf8", guess });
});

test.each([
  ["a zero-width space", "a: x\u200by"],
  ["a byte order mark in the middle", "a: 1\n\ufeffb: 2"],
  ["a character that turns text around", "a: x\u202ey"],
  ["a character of private use", "a: \ue000"],
  ["a line separator", "a: x\u2028y"],
  ["a full-width space as indentation", "a:\n\u3000b: 1"],
  ["a no-break space as indentation", "a:\n \u00a0b: 1"],
])("%s is told by its place", (_, text) => {
  expect(codes(bytes(text))).toEqual(["invisible-character"]);
});

test("a full-width space inside a text is no fault", () => {
  expect(codes(bytes("a: 整\u3000理"))).toEqual([]);
});

test("a file beyond the limit is refused unread", () => {
  expect(codes(new Uint8Array(SIZE_LIMIT + 1))).toEqual(["file-too-large"]);
});

test("line ends of an old Mac are one mistake; a lone one among others is told where it stands", () => {
  const placesIn = (text: string) => decode("a.yaml", bytes(text)).diagnostics.map(({ span }) => span.start);
  expect(placesIn("a: 1\rb: 2\rc: 3\r")).toEqual([4]);
  expect(placesIn("a: 1\u200b\rb: 2\r")).toEqual([4, 5]);
  expect(placesIn("a: 1\rb: 2\rc: 3\n")).toEqual([4, 9]);
});
