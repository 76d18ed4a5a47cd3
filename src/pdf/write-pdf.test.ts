import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { glyphEnd, shownText } from "../draw/display-list.ts";
import { preflight } from "../preflight/preflight.ts";
import { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Str, Stream } from "../read-pdf/values.ts";
import { narrowingOf, SOFT_HYPHEN } from "./reading.ts";

const EDITIONS = ["bilingual", "zh", "en"] as const;

const pdfs = new Map<Edition, Uint8Array>();
for (const edition of EDITIONS) pdfs.set(edition, await press(REAL, edition).pdf());

const open = new Map(EDITIONS.map((edition) => [edition, new OpenPdf(pdfs.get(edition)!)]));

/** Every object that is a dictionary or a stream of one type. */
const ofType = (pdf: OpenPdf, type: string) =>
  pdf.ids.map((id) => pdf.object(id)).filter((object) => pdf.name(object, "Type") === type);

describe.each(EDITIONS)("the PDF, %s", (edition) => {
  const bytes = pdfs.get(edition)!;
  const pdf = open.get(edition)!;

  test("is the same, byte for byte, when it is made again", async () => {
    expect(Buffer.compare(await press(REAL, edition).pdf(), bytes)).toBe(0);
  });

  test("is tagged, names its language and shows its title", () => {
    expect(pdf.path(pdf.root, "MarkInfo", "Marked")).toBe(true);
    expect(pdf.get(pdf.root, "Lang")).toEqual(new Str(edition === "en" ? "en-US" : "zh-CN"));
    expect(pdf.path(pdf.root, "ViewerPreferences", "DisplayDocTitle")).toBe(true);
  });

  test("embeds every font as a subset with a map to Unicode", () => {
    const fonts = ofType(pdf, "Font").filter((font) => pdf.name(font, "Subtype") === "Type0");
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect(pdf.name(font, "BaseFont")).toMatch(/^[A-Z]{6}\+/);
      expect(pdf.get(font, "ToUnicode")).toBeInstanceOf(Stream);
    }
    const descriptors = ofType(pdf, "FontDescriptor");
    expect(descriptors).toHaveLength(fonts.length);
    for (const descriptor of descriptors) expect(pdf.get(descriptor, "FontFile3")).toBeInstanceOf(Stream);
  });

  test("says of no face that all its letters are of one width, and of those that slant that they do", () => {
    for (const descriptor of ofType(pdf, "FontDescriptor")) {
      const flags = Number(pdf.get(descriptor, "Flags"));
      const slants = Number(pdf.get(descriptor, "ItalicAngle")) !== 0;
      expect([(flags & 1) !== 0, (flags & 64) !== 0]).toEqual([false, slants]);
    }
  });

  test("dates come from the content", () => {
    expect(pdf.path(pdf.trailer, "Info", "CreationDate")).toEqual(new Str("D:20240909120000Z"));
    expect(xmpOf(pdf)).toContain("<xmp:CreateDate>2024-09-09T12:00:00Z</xmp:CreateDate>");
  });

  test("metadata is in the edition's languages alone", () => {
    const xmp = xmpOf(pdf);
    expect(/\p{Script=Han}/u.test(xmp)).toBe(edition !== "en");
    expect(xmp.includes("Pujiang Innovation")).toBe(edition !== "zh");
  });

  test("all objects but streams stand in object streams", () => {
    const text = Buffer.from(bytes).toString("latin1");
    const alone = text.match(/^\d+ 0 obj$/gm)!.length;
    expect(alone).toBe(text.match(/^endstream$/gm)!.length);
    expect(pdf.ids.length).toBeGreaterThan(2 * alone);
  });
});

const xmpOf = (pdf: OpenPdf) => Buffer.from(pdf.content(pdf.get(pdf.root, "Metadata"))).toString("utf8");

test("the bilingual issue stays under 184 KB, tagged and with all its metadata", () => {
  expect(pdfs.get("bilingual")!.length).toBeLessThanOrEqual(184 * 1024);
});

interface Block {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
}
const { blocks } = JSON.parse(readFileSync(join(ROOT, "test/data/2024-14.source.json"), "utf8")) as {
  blocks: readonly Block[];
};

/** Typographic quotes are set for straight ones; marks of bold are not set at all. */
const asSet = (text: string) =>
  text
    .replaceAll("**", "")
    .replace(/(^|[\s(])"/g, "$1“")
    .replaceAll('"', "”")
    .replaceAll("'", "’");

/** Texts that end in a hyphen which a line's end added, without it. */
const dividedLines = (edition: Edition) =>
  press(REAL, edition)
    .drawn()
    .pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === "text" ? [shownText(item)] : [])))
    .filter((text) => text.endsWith(SOFT_HYPHEN))
    .map((text) => text.slice(0, -1));

test("every hyphen that a line's end added is told to be one, in a sequence of its own", () => {
  for (const edition of EDITIONS) {
    const pdf = open.get(edition)!;
    const told = ofType(pdf, "Page").flatMap((page) => {
      const content = Buffer.from(pdf.content(pdf.get(page, "Contents"))).toString("latin1");
      return content.match(/^\/Span<<\/MCID \d+\/ActualText\(\xfe\xff\0\xad\)>>BDC\n.*\nEMC$/gm) ?? [];
    });
    expect(told).toHaveLength(dividedLines(edition).length);
    for (const sequence of told) expect(sequence).toMatch(/BDC\n(?:\(-\)Tj|\[-?\d+\(-\)\]TJ)\nEMC$/);
    if (edition !== "zh") expect(told.length).toBeGreaterThan(10);
  }
});

const isThere = (tool: string) => spawnSync(tool, ["-v"]).error === undefined;

function filed(edition: Edition): string {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "issue.pdf");
  writeFileSync(path, pdfs.get(edition)!);
  return path;
}

const output = (tool: string, ...args: string[]) =>
  spawnSync(tool, args, { encoding: "utf8", maxBuffer: 1e8 });

test("what a page's marks and links belong to is listed in the order of its keys, which readers halve", async () => {
  const body = "      - { zh: 会议结束。, en: It ended. }\n".repeat(30);
  const article = (title: string) => `  - title: { zh: ${title}, en: Title }\n    body:\n${body}`;
  // The links of the contents come before the second page.
  const issue = `${REAL.slice(0, REAL.indexOf("note:"))}articles:\n${article("题一")}${article("题二")}`;
  const pdf = new OpenPdf(await press(issue, "bilingual").pdf());
  const keys = pdf
    .list(pdf.path(pdf.root, "StructTreeRoot", "ParentTree", "Nums"))
    .filter((_, k) => k % 2 === 0)
    .map(Number);
  expect(keys.length).toBeGreaterThan(4);
  expect(keys).toEqual([...keys].sort((a, b) => a - b));
});

describe("what other programs make of it", () => {
  test.skipIf(!isThere("qpdf"))("qpdf finds no fault (skipped without qpdf)", () => {
    for (const edition of EDITIONS) expect(output("qpdf", "--check", filed(edition)).status).toBe(0);
  });

  test.skipIf(!isThere("qpdf"))(
    "rewritten by qpdf as the README says, it stays what it was (skipped without qpdf)",
    () => {
      const [file, options] = [filed("en"), ["--linearize", "--newline-before-endstream"]];
      expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain(`qpdf ${options.join(" ")} `);
      const rewritten = file.replace(/\.pdf$/, "-web.pdf");
      output("qpdf", ...options, file, rewritten);
      expect(preflight(readFileSync(rewritten))).toMatchObject({ findings: [] });
    },
  );

  test.skipIf(!isThere("pdfinfo"))(
    "every paragraph comes whole out of the structure, equal to the source (skipped without poppler)",
    () => {
      // The structure's text is what codes stand for: of sequences that are told it has their glyphs.
      const told = output("pdfinfo", "-struct-text", filed("bilingual"))
        .stdout.split("\n")
        .flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? [])
        .join("");
      const texts = dividedLines("bilingual").reduce((text, line) => text.replace(`${line}-`, line), told);
      for (const { kind, zh, en } of blocks) {
        // The title is broken, and a line break between Han is no character.
        if (kind === "title") continue;
        expect(texts).toContain(zh);
        expect(texts).toContain(asSet(en));
      }
    },
  );

  test.skipIf(!isThere("pdftotext"))(
    "text comes out in one piece: Chinese without spaces, English without line-end hyphens (skipped without poppler)",
    () => {
      const text = output("pdftotext", "-raw", filed("bilingual"), "-").stdout.replace(/\n/g, "");
      expect(text).toContain("持续加大赋权的力度、顺应新质生产力发展的要求");
      expect(text.replace(/\s+/g, "")).toContain(
        "effortsofempowermentanddelegationofpower,andbystrengtheningthepolicies",
      );
    },
  );

  test("PDF.js finds the words that lines' ends divide: it joins them at a hyphen as it is typed alone", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const read = await getDocument({ data: Uint8Array.from(pdfs.get("en")!), verbosity: 0 }).promise;
    let text = "";
    for (let k = 1; k <= read.numPages; k++)
      for (const one of (await (await read.getPage(k)).getTextContent()).items)
        if ("str" in one) text += one.hasEOL ? `${one.str}\n` : one.str;
    const divided = dividedLines("en");
    for (const line of divided) expect(text).toContain(`${line.split(" ").at(-1)}-\n`);
    expect(text.match(/[a-z]-\n(?=[a-z])/g)!.length).toBeGreaterThanOrEqual(divided.length);
  });

  test.skipIf(!isThere("pdftotext"))(
    "poppler copies a line with wide blanks as one line, with its blanks (skipped without poppler)",
    async () => {
      const lines = "王　冰、李　明为记录人，自发布之日起施行，有效期五年，由编辑部负责解释，";
      const issue = REAL.replace(/( {6}- zh: )当前，我国/, `$1第一条　${lines.repeat(4)}当前，我国`);
      const file = filed("zh");
      writeFileSync(file, await press(issue, "zh").pdf());
      const text = output("pdftotext", file, "-").stdout;
      expect(text).toMatch(/^第一条　王　冰、李　明为记录人/m);
      const told = output("pdfinfo", "-struct-text", file).stdout.replace(/"\s*"/g, "");
      expect(told).toContain(`第一条　${lines.repeat(4)}当前`);
    },
  );

  test.skipIf(!isThere("gs") || !isThere("pdftotext"))(
    "text can be copied from what Ghostscript makes of it (skipped without Ghostscript and poppler)",
    () => {
      const distilled = filed("bilingual").replace(/\.pdf$/, "-gs.pdf");
      output("gs", "-q", "-sDEVICE=pdfwrite", "-o", distilled, filed("bilingual"));
      // Ghostscript takes the two letters of a ligature for other characters; spaces it puts elsewhere, and leaves out
      // what is told of hyphens.
      const signs = (file: string) => {
        const text = output("pdftotext", "-raw", file, "-").stdout.replace(/[fi昀椀\s]/g, "");
        return [...text.replaceAll(SOFT_HYPHEN, "-")].sort().join("");
      };
      expect(signs(distilled)).toBe(signs(filed("bilingual")));
    },
  );

  test.skipIf(!isThere("mutool"))(
    "MuPDF draws it without a word, and finds its text (skipped without mutool)",
    () => {
      for (const edition of EDITIONS) {
        const { stdout, stderr } = output("mutool", "draw", "-q", "-F", "txt", filed(edition));
        // A mutool that was built without colour management says so of every output intent.
        const said = stderr.split("\n").filter((line) => line !== "" && !line.includes("ICC support"));
        expect(said).toEqual([]);
        if (edition !== "zh") expect(stdout).toContain("National Independent Innovation");
      }
    },
  );

  test("PDF.js, with which Firefox reads, copies letters set apart as words, and finds them where they stand", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const { pages } = press(REAL, "bilingual").drawn();
    const read = await getDocument({ data: Uint8Array.from(pdfs.get("bilingual")!), verbosity: 0 }).promise;
    const words: string[] = [];
    for (const [k, { items, height }] of pages.entries()) {
      const { items: copied } = await (await read.getPage(k + 1)).getTextContent();
      for (const item of items) {
        if (item.kind !== "text" || typeof item.tag !== "number" || narrowingOf(item) === 1) continue;
        const [x, y] = [item.x + item.xs[0]!, height - item.baseline];
        const isHere = (at: readonly number[]) => Math.abs(at[4]! - x) < 0.01 && Math.abs(at[5]! - y) < 0.01;
        const found = copied.find((one) => "str" in one && isHere(one.transform));
        if (!found || !("str" in found)) throw new Error(`nothing stands where ${shownText(item)} does`);
        words.push(found.str);
        // Behind a label its colon goes on.
        if (found.str !== shownText(item)) continue;
        expect(found.width).toBeCloseTo(glyphEnd(item, item.glyphs.length - 1) - item.xs[0]!, 1);
      }
    }
    expect(words).toContain("浦江创新观察");
    expect(words.filter((word) => /\p{Script=Han} \p{Script=Han}/u.test(word))).toEqual([]);
  });

  test.skipIf(!isThere("pdffonts"))("all fonts are embedded, as subsets (skipped without poppler)", () => {
    const rows = output("pdffonts", filed("bilingual")).stdout.trim().split("\n").slice(2);
    for (const row of rows) expect(row).toMatch(/CID Type 0C\s+(Identity-H|Custom)\s+yes yes yes/);
  });
});
