import { afterEach, describe, expect, test } from "vitest";
import { plainPdf } from "../../test/plain-pdf.ts";
import { openedPdf } from "./pdf-side.ts";
import { preflightLines } from "./preflight-command.ts";
import { speak } from "./speech.ts";

afterEach(() => speak("both"));

const PAGES = "<</Type/Pages/Kids[3 0 R]>>";
const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const page = (content: string, about = "") =>
  plainPdf([
    CATALOG,
    PAGES,
    "<</Type/Page/Contents 4 0 R>>",
    `<<${about}/Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);

const BROKEN: readonly (readonly [string, Buffer, string, string])[] = [
  ["cut short", page("").subarray(0, -8), "the file does not end as a PDF does", "文件没有按 PDF 的格式结尾"],
  ["an open string", page("(never"), "a string never ends", "有字符串没有结尾"],
  [
    "an odd filter",
    page("x", "/Filter/LZWDecode"),
    "a stream is packed with LZWDecode, which is not read",
    "有数据流用 LZWDecode 压缩，无法读取",
  ],
  [
    "bytes that unpack to nothing",
    page("x", "/Filter/FlateDecode"),
    "its bytes do not fit together",
    "其中的数据前后不符",
  ],
];

describe("what is wrong with a PDF's bytes is said in the language of the messages", () => {
  test.each(BROKEN)("by preflight: %s", (_, bytes, en, zh) => {
    const said = (speech: "en" | "zh" | "both") => {
      speak(speech);
      return preflightLines("a.pdf", bytes).lines.find((line) => line.includes("ISO 32000-1 7.5"));
    };
    expect(said("en")).toBe(`a.pdf: ISO 32000-1 7.5: the file cannot be read as a PDF (${en})`);
    expect(said("zh")).toBe(`a.pdf：ISO 32000-1 7.5：无法按 PDF 读取此文件（${zh}）`);
    expect(said("both")).toContain(`${en} ${zh}`);
  });

  test("by diff", () => {
    const [, bytes, en, zh] = BROKEN[0]!;
    const refused = openedPdf("a.pdf", bytes);
    if (!("en" in refused)) throw new Error("it was read");
    expect(refused.en).toMatch(new RegExp(`\\(${en}\\)$`));
    expect(refused.zh).toMatch(new RegExp(`（${zh}）$`));
  });
});
