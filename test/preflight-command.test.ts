import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { captured, newsroom } from "./newsroom.ts";
import { plainPdf } from "./plain-pdf.ts";

test("preflight of what is no PDF says so, in the reader's language alone", async () => {
  const room = newsroom();
  for (const [lang, told] of [
    ["en", "this is no PDF; name a PDF"],
    ["zh", "这不是 PDF；请写明 PDF 文件"],
  ] as const) {
    const { exit, err, out } = await captured(() =>
      run(["--lang", lang, "preflight", room.path("content/2025-01.yaml")], "0.0.0"),
    );
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toContain(told);
  }
});

test("preflight of a folder says that it is one, and of no file that there is none", async () => {
  const room = newsroom();
  mkdirSync(room.path("finished"));
  const told = async (lang: string, path: string) =>
    captured(() => run(["--lang", lang, "preflight", room.path(path)], "0.0.0"));
  const { exit, err } = await told("en", "finished");
  expect(exit).toBe(1);
  expect(err).toContain("this is a folder; name the PDF files in it");
  expect((await told("zh", "finished")).err).toContain("这是文件夹；请写明其中的 PDF 文件");
  expect((await told("en", "nowhere.pdf")).err).toContain("there is no such file");
});

test.each([
  ["zh", /foreign\.pdf：PDF\/UA-1 [^,：]*、PDF\/A [^,：]*：/],
  ["en", /foreign\.pdf: PDF\/UA-1 [^、:]*, PDF\/A [^、:]*: /],
])("clauses of several standards are listed as the language lists them: %s", async (lang, listed) => {
  const room = newsroom();
  const pages = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"];
  room.write("foreign.pdf", plainPdf([...pages, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]));
  const { exit, out, err } = await captured(() =>
    run(["--lang", lang, "preflight", room.path("foreign.pdf")], "0.0.0"),
  );
  expect(exit).toBe(1);
  expect(out + err).toMatch(listed);
});
