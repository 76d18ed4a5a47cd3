import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { preflight } from "../preflight/preflight.ts";
import type { PdfFault } from "./bad-pdf.ts";
import { OpenPdf } from "./open-pdf.ts";
import { pagesOf } from "./page-tree.ts";
import { readDocument } from "./read-document.ts";
import { mappedCodes } from "./to-unicode.ts";

// Files that would be read for hours: a test of one that is not refused runs out of its time.

/** A file of these objects, the first of which is its root, and what its index says besides. */
function fileOf(objects: readonly string[], info = "<< /Producer (Shuanglan) >>"): Uint8Array {
  const all = [...objects, info];
  let text = "%PDF-1.7\n";
  const rows = all.map((object, k) => {
    const row = `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${k + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const trailer = `trailer\n<< /Root 1 0 R /Info ${all.length} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n1 ${rows.length}\n${rows.join("")}${trailer}`, "latin1");
}

/** A file whose index is a stream of zeros, said to be this. */
function indexed(about: string): Uint8Array {
  const index = `<< /Type /XRef ${about} /Length 8 >>\nstream\n\0\0\0\0\0\0\0\0\nendstream`;
  return Buffer.from(`%PDF-1.7\n1 0 obj\n${index}\nendobj\nstartxref\n9\n%%EOF\n`, "latin1");
}

const streamOf = (data: Uint8Array) =>
  `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${Buffer.from(data).toString("latin1")}\nendstream`;

/** Zeros, so many times 16 MB, packed into some kilobytes each. */
function packedZeros(times: number): Uint8Array {
  const part = deflateRawSync(Buffer.alloc(0x100_0000), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Uint8Array>(times).fill(part)]);
}

const named = (detail: string | PdfFault) =>
  typeof detail === "string" ? detail : [detail.kind, ...detail.about].join(" ");
const refused = (bytes: Uint8Array) => {
  const result = readDocument(bytes);
  return "refused" in result ? `${result.refused}: ${named(result.detail)}` : "";
};
const details = (bytes: Uint8Array) => preflight(bytes).findings.map(({ detail }) => named(detail));

test("pages that hold themselves twice are walked once", () => {
  const page = "<< /Type /Page /Parent 2 0 R >>";
  const bytes = fileOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R 3 0 R] >>",
    page,
  ]);
  expect(pagesOf(new OpenPdf(bytes)).map(({ object }) => object)).toEqual([3]);
  expect(preflight(bytes).findings.length).toBeGreaterThan(0);
});

test.each([
  ["a form that draws itself", 1, 1],
  ["forms that draw each other many times", 11, 8],
])("%s is given up", (_, count, times) => {
  const form = (k: number) => {
    const next = count === 1 ? 0 : k + 1;
    const content = next < count ? `/X${next} Do `.repeat(times) : "";
    return `<< /Subtype /Form /Length ${content.length} >>\nstream\n${content}\nendstream`;
  };
  const forms = Array.from({ length: count }, (_, k) => `/X${k} ${k + 5} 0 R`);
  const bytes = fileOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << ${forms.join(" ")} >> >> >>`,
    "<< /Length 6 >>\nstream\n/X0 Do\nendstream",
    ...Array.from({ length: count }, (_, k) => form(k)),
  ]);
  expect(details(bytes)).toContain("endless-forms");
});

test("a structure whose elements hold each other twice is walked once, and is none of ours", () => {
  const chain = Array.from({ length: 60 }, (_, k) => `<< /S /Div /K [${k + 4} 0 R ${k + 4} 0 R] >>`);
  const bytes = fileOf([
    "<< /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot << /K 3 0 R /ParentTree 3 0 R >> >>",
    "<< /Type /Pages /Kids [] >>",
    ...chain,
    "<< /S /P >>",
  ]);
  expect(refused(bytes)).toBe("damaged: element-twice");
  expect(preflight(bytes).findings.length).toBeGreaterThan(0);
});

test("a tree of parents that holds itself twice is walked once", () => {
  const bytes = fileOf([
    "<< /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot << /ParentTree 3 0 R >> >>",
    "<< /Type /Pages /Kids [] >>",
    "<< /Kids [3 0 R 3 0 R] >>",
  ]);
  expect(preflight(bytes).findings.length).toBeGreaterThan(0);
});

test.each([
  ["more entries than its bytes hold", "/W [1 2 1] /Index [0 999999999999]"],
  ["entries of nothing", "/W [0 0 0] /Index [0 999999999999]"],
  ["numbers of endless bytes", "/W [999999999999 0 0] /Index [0 1]"],
  ["less than nothing", "/W [1 2 1] /Index [0 -1]"],
])("an index of %s is refused", (_, about) => {
  expect(details(indexed(about))).toEqual([expect.stringMatching(/^impossible-count -?\d+ [\d.]+$/)]);
});

test("an index of objects without a next number comes to an end", () => {
  expect(() => new OpenPdf(indexed("/W [1 0 0] /Index [9007199254740992 8]"))).not.toThrow();
});

test.each([
  ["a stream", "3 0 R", packedZeros(33), "too-large"],
  [
    "streams together",
    `[${"3 0 R ".repeat(40)}]`,
    deflateSync(Buffer.alloc(0x100_0000)),
    "too-much-content 1",
  ],
])(
  "a page's content that is endless once unpacked is refused, %s",

  (_, contents, data, detail) => {
    const page = `<< /Type /Page /Contents ${contents} >>`;
    const bytes = fileOf(["<< /Pages 2 0 R >>", `<< /Type /Pages /Kids [${page}] >>`, streamOf(data)]);
    expect(details(bytes)).toContain(detail);
  },
);

test("ranges of endless codes end", () => {
  const map = "beginbfrange <0000> <ffffffffffff> [<0041>] <0001> <ffffffff> <0041> endbfrange";
  expect(mappedCodes(map).get(1)).toBe("A");
});
