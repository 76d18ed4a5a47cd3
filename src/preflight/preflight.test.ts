import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { captured } from "../../test/newsroom.ts";
import { rebuilt } from "../../test/unpacked.ts";
import { run } from "../app/cli.ts";
import { iccProfile } from "../pdf/icc-bytes.ts";
import { preflight } from "./preflight.ts";

const folder = mkdtempSync(join(tmpdir(), "preflight-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The issue with one of everything, as the program makes it. */
async function made(name: string, ...options: string[]): Promise<Uint8Array> {
  const content = join(ROOT, "test/data/standards");
  const args = ["build", "--edition", "bilingual", "--content", content, "--out", folder, ...options];
  await captured(() => run(args, "0.0.0"));
  return readFileSync(join(folder, name));
}

const reader = await made("2025-09.pdf");
const printed = await made("2025-09.print.pdf", "--print");

/** Rules that are broken once something is changed in every object where it stands. */
function broken(pdf: Uint8Array, from: string | RegExp, to: string) {
  let changed = 0;
  const bytes = rebuilt(pdf, (text) => {
    const after = text.replace(from, to);
    if (after !== text) changed += 1;
    return after;
  });
  expect(changed, String(from)).toBeGreaterThan(0);
  return preflight(bytes).findings;
}

describe("the reader's file", () => {
  test("passes, as it is and taken apart and put together again", () => {
    const claims = ["PDF/UA-1", "PDF/A-2a"];
    expect(preflight(reader)).toEqual({ claims, findings: [] });
    expect(preflight(rebuilt(reader, (text) => text))).toEqual({ claims, findings: [] });
  });

  test.each([
    ["an alternative text taken away", /\/Alt <[0-9a-f]+>/, "", "no-alternative", "PDF/UA-1 7.3"],
    [
      "a rule that is no artifact",
      "/Artifact<</Type/Layout>>BDC",
      "/Foo BMC",
      "untagged-content",
      "PDF/UA-1 7.1",
    ],
    ["a font that is not embedded", /\/FontFile3 \d+ 0 R/, "", "font-not-embedded", "PDF/A 6.2.11.4.1"],
    ["no language", /\/Lang <7a682d434e>(?=.*\/ViewerPreferences)/, "", "no-language", "PDF/UA-1 7.2"],
    [
      "an empty language",
      /\/Lang <7a682d434e>(?=.*\/ViewerPreferences)/,
      "/Lang <>",
      "no-language",
      "PDF/UA-1 7.2",
    ],
    ["a language that is none", /\/Lang <656e2d5553>/, "/Lang <656e5f>", "no-language", "PDF/UA-1 7.2"],
    ["no tags", /\/Marked true/, "/Marked false", "not-tagged", "PDF/UA-1 7.1"],
    ["a heading that skips a level", /\/S \/H3/, "/S /H4", "skipped-heading", "PDF/UA-1 7.4.2"],
    ["a header cell without scope", /\/Scope \/Column/, "", "no-scope", "PDF/UA-1 7.5"],
    ["a note without an identifier", /\/ID <6e6f74652d[0-9a-f]+>/, "", "no-note-id", "PDF/UA-1 7.9"],
    ["a link without words", /\/Contents <[0-9a-f]+>/, "", "no-link-contents", "PDF/UA-1 7.18.5"],
    ["a link outside the structure", /\/StructParent \d+/, "", "link-outside-structure", "PDF/UA-1 7.18.5"],
    ["tab order left to chance", /\/Tabs \/S/, "", "no-tab-order", "PDF/UA-1 7.18.3"],
    ["a link to nowhere", /\/Dest <[0-9a-f]+>/, "/Dest <00>", "lost-destination", "ISO 32000-1 12.3.2.3"],
    [
      "a line of the outline to nowhere",
      /(\/Parent \d+ 0 R \/Dest) <[0-9a-f]+>/,
      "$1 <00>",
      "lost-destination",
      "ISO 32000-1 12.3.2.3",
    ],
    ["an annotation that is not printed", /\/F 4/, "/F 0", "unprinted-annotation", "PDF/A 6.3.2"],
    ["an action that runs a program", "/S /URI", "/S /Launch", "forbidden-action", "PDF/A 6.5.1"],
    ["actions of a page's own", "/MediaBox", "/AA <<>> /MediaBox", "forbidden-action", "PDF/A 6.5.2"],
    ["a type of its own", /\/S \/Art(?= |$)/, "/S /Article", "unknown-type", "PDF/UA-1 7.1"],
    ["a paragraph in a list", /\/S \/LI /, "/S /P ", "misplaced-element", "PDF/UA-1 7.2"],
    ["no title", /<dc:title>[\s\S]*<\/dc:title>/, "", "no-title", "PDF/UA-1 7.1"],
    [
      "a title that is not shown",
      "/DisplayDocTitle true",
      "/DisplayDocTitle false",
      "title-hidden",
      "PDF/UA-1 7.1",
    ],
    ["no output intent", "/GTS_PDFA1", "/Other", "no-intent", "PDF/A 6.2.3"],
    ["no map to Unicode", /\/ToUnicode \d+ 0 R/, "", "no-unicode", "PDF/A 6.2.11.7.2"],
    [
      "a character without its text",
      /<0001><[0-9a-f]{4}>/,
      "<0001><0000>",
      "unmapped-code",
      "PDF/A 6.2.11.7.2",
    ],
    ["a width that is not the font's", /\/W \[ 32 \[ \d+/, "/W [ 32 [ 77", "width-differs", "PDF/A 6.2.11.5"],
    ["inks of a press", /\b0 g\b/, "0 0 0 1 k", "wrong-colour", "PDF/A 6.2.4.3"],
    [
      "content that belongs to nothing",
      /\/StructParents \d+/,
      "/StructParents 999",
      "lost-content",
      "PDF/UA-1 7.1",
    ],
    [
      "tagged content in an artifact",
      /(\/Artifact[^\n]*BDC\n[\s\S]*?)EMC/,
      "$1",
      "lost-content",
      "PDF/UA-1 7.1",
    ],
    ["two sequences of one number", "<</MCID 1>>", "<</MCID 0>>", "lost-content", "PDF/UA-1 7.1"],
    [
      "a name that stands twice",
      /(\/Names \[ (<[0-9a-f]+> \[[^\]]*\] )+)(?=\])/,
      "$1 $2",
      "unordered-names",
      "ISO 32000-1 7.9.6",
    ],
    [
      "names out of their order",
      /\/Names \[ (<6e6f74652d[0-9a-f]+> \d+ 0 R) (<6e6f74652d[0-9a-f]+> \d+ 0 R)/,
      "/Names [ $2 $1",
      "unordered-names",
      "ISO 32000-1 7.9.6",
    ],
    ["no claim", /<pdfaid:part>[\s\S]*<\/pdfuaid:part>/, "", "no-claim", "PDF/UA-1 5"],
  ])("%s is named with its clause", (_, from, to, rule, clause) => {
    const found = broken(reader, from, to).filter((finding) => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.clause).toContain(clause);
  });

  test("object and page are named", () => {
    const [finding] = broken(reader, /\/Alt <[0-9a-f]+>/, "");
    expect(finding).toMatchObject({ object: expect.any(Number), page: 1 });
  });

  test("what is no PDF is told, not thrown", () => {
    for (const bytes of [Buffer.from("hello"), reader.subarray(0, 5000), Buffer.alloc(0)])
      expect(preflight(bytes).findings.map(({ rule }) => rule)).toEqual(["syntax"]);
  });

  test("an encrypted file is called that, though nothing of it can be read", () => {
    const text = Buffer.from(reader).toString("latin1");
    const index = Number(/startxref\s+(\d+)/.exec(text)![1]);
    const hidden = " ".repeat(index - 100);
    const end = text.slice(index).replace("/Root", "/Encrypt 1 0 R/Root");
    const bytes = Buffer.from(text.slice(0, 100) + hidden + end, "latin1");
    expect(preflight(bytes).findings.map(({ rule }) => rule)).toEqual(["encrypted"]);
  });

  test("with its source attached it is PDF/A-3a, and 2a no longer", async () => {
    const attached = await made("2025-09.pdf", "--attach-source");
    expect(preflight(attached)).toEqual({ claims: ["PDF/UA-1", "PDF/A-3a"], findings: [] });
    const found = broken(attached, "<pdfaid:part>3<", "<pdfaid:part>2<");
    expect(found.map(({ rule }) => rule)).toContain("attachment-in-part-2");
  });
});

describe("the printer's file", () => {
  test("lacks the profile alone where none is named", () => {
    expect(preflight(printed).findings.map(({ rule }) => rule)).toEqual(["no-claim", "no-profile"]);
  });

  test("passes with a profile", async () => {
    const content = join(folder, "content");
    cpSync(join(ROOT, "test/data/standards"), content, { recursive: true });
    writeFileSync(join(content, "press.icc"), iccProfile("prtrCMYKLab ", "Press", []));
    const publication = readFileSync(join(content, "publication.yaml"), "utf8");
    writeFileSync(join(content, "publication.yaml"), `${publication}print: { icc: press.icc }\n`);
    const args = ["build", "--print", "--preflight", "--content", content, "--out", folder];
    const { out, exit } = await captured(() => run(args, "0.0.0"));
    expect(exit).toBe(0);
    expect(out.match(/: pass 合格 \(PDF\/X-4\)/g)).toHaveLength(3);
  });

  test.each([
    ["a colour for screens", /\b0 0 0 1 k\b/, "1 0 0 rg", "rgb-in-print", "PDF/X-4 6.2.4"],
    ["black that is spared out", /\/op true/, "/op false", "black-spared-out", "ISO 12647-2"],
    ["no trim box", /\/TrimBox \[[^\]]*\]/, "", "no-trim-box", "PDF/X-4 6.4"],
    [
      "a bleed beyond the paper",
      /\/BleedBox \[[^\]]*\]/,
      "/BleedBox [0 0 9999 9999]",
      "boxes-not-nested",
      "PDF/X-4 6.4",
    ],
    ["a live link", /\/TrimBox/, "/Annots [<< /Subtype /Link >>] /TrimBox", "live-annotation", "PDF/X-4 6.5"],
    ["no word on trapping", "<pdf:Trapped>False<", "<pdf:Trapped><", "no-trapping-word", "PDF/X-4 6.8"],
  ])("%s is named with its clause", (_, from, to, rule, clause) => {
    const found = broken(printed, from, to).filter((finding) => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.clause).toContain(clause);
  });
});
