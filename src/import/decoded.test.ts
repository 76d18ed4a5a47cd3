import { expect, test } from "vitest";
import { decoded } from "./decoded.ts";

const TEXT = "创新是第一动力。\r\nInnovation 2024\r\n";

test("UTF-16 is read with its mark and without, whichever byte comes first", () => {
  const little = Buffer.from(TEXT, "utf16le");
  const big = Buffer.from(little).swap16();
  expect(decoded(little)).toBe(TEXT);
  expect(decoded(big)).toBe(TEXT);
  expect(decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toBe(TEXT);
  expect(decoded(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toBe(TEXT);
});

test("UTF-8 and GB 18030 are read as they are", () => {
  expect(decoded(Buffer.from(TEXT))).toBe(TEXT);
  expect(decoded(Buffer.from([0xb4, 0xb4, 0xd0, 0xc2, 0x0a]))).toBe("创新\n");
});
