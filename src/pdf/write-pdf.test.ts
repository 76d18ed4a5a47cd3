import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { press, REAL } from "../../test/press.ts";
import type { Edition } from "../base/language.ts";
import { openKit } from "./kit.ts";

const EDITIONS = ["bilingual", "zh", "en"] as const;

const pdfs = new Map<Edition, Uint8Array>();
for (const edition of EDITIONS) pdfs.set(edition, await press(REAL, edition).pdf());

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Objects of a file that keeps them one by one. */
const objects = (pdf: Uint8Array) => latin(pdf).split(/\bendobj\b/);

describe.each(EDITIONS)("the PDF, %s", (edition) => {
  const pdf = pdfs.get(edition)!;
  const text = latin(pdf);

  test("is the same, byte for byte, when it is made again", async () => {
    expect(Buffer.compare(await press(REAL, edition).pdf(), pdf)).toBe(0);
  });

  test("is tagged, names its language and shows its title", () => {
    expect(text).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(text).toContain(`/Lang (${edition === "en" ? "en-US" : "zh-CN"})`);
    expect(text).toMatch(/\/DisplayDocTitle true/);
  });

  test("embeds every font as a subset with a map to Unicode", () => {
    const fonts = objects(pdf).filter((part) => /\/Type \/Font\b/.test(part) && part.includes("/Type0"));
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+/);
      expect(font).toContain("/ToUnicode");
    }
    const descriptors = objects(pdf).filter((part) => part.includes("/Type /FontDescriptor"));
    expect(descriptors).toHaveLength(fonts.length);
    for (const descriptor of descriptors) expect(descriptor).toContain("/FontFile2");
  });

  test("dates come from the content", () => {
    expect(text).toContain("(D:20240909120000Z)");
    expect(text).toContain("<xmp:CreateDate>2024-09-09T12:00:00Z</xmp:CreateDate>");
  });

  test("metadata is in the edition's languages alone", () => {
    const [xmp] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(pdf).toString("utf8"))!;
    expect(/\p{Script=Han}/u.test(xmp)).toBe(edition !== "en");
    expect(xmp.includes("Pujiang Innovation")).toBe(edition !== "zh");
  });

  test("content is balanced: every mark that begins ends", () => {
    let begun = 0;
    let ended = 0;
    for (const part of objects(pdf)) {
      const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(part)?.[1];
      if (!stream || !part.includes("FlateDecode") || /\/(?:Length1|N 3|Type)/.test(part)) continue;
      const content = inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
      begun += content.match(/\bBDC\b|\bBMC\b/g)?.length ?? 0;
      ended += content.match(/\bEMC\b/g)?.length ?? 0;
    }
    expect(begun).toBeGreaterThan(10);
    expect(ended).toBe(begun);
  });
});

describe("pdfkit", () => {
  // kit.ts stands on these; a release that changes them fails here and not in a newsroom.
  test("has the private parts that are used", async () => {
    const kit = (await openKit({ language: "zh-CN", info: { Title: "x" } })) as unknown as Record<
      string,
      unknown
    >;
    for (const name of ["_write", "_finalize", "endMetadata", "ref", "addPage", "addContent", "openImage"])
      expect(kit[name], name).toBeTypeOf("function");
    expect(kit._root).toHaveProperty("data");
    expect(kit).toHaveProperty("_id");
  });
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

describe("what other programs make of it", () => {
  test.skipIf(!isThere("qpdf"))("qpdf finds no fault (skipped without qpdf)", () => {
    for (const edition of EDITIONS) expect(output("qpdf", "--check", filed(edition)).status).toBe(0);
  });

  test.skipIf(!isThere("pdfinfo"))(
    "every paragraph comes whole out of the structure, equal to the source (skipped without poppler)",
    () => {
      const texts = output("pdfinfo", "-struct-text", filed("bilingual"))
        .stdout.split("\n")
        .flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? [])
        .join("");
      for (const { kind, zh, en } of blocks) {
        // The title is broken, and a line break between Han is no character.
        if (kind === "title") continue;
        const shown = texts.replaceAll("\u00ad", "");
        expect(shown).toContain(zh);
        expect(shown).toContain(asSet(en));
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

  test.skipIf(!isThere("pdffonts"))("all fonts are embedded, as subsets (skipped without poppler)", () => {
    const rows = output("pdffonts", filed("bilingual")).stdout.trim().split("\n").slice(2);
    for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });
});
