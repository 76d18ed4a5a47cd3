/** Paragraphs in → a Word file with them, as Word writes one. */
import { strToU8, zipSync } from "fflate";

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A run; `style` is what stands inside `<w:rPr>`. */
export const run = (text: string, style = ""): string =>
  `<w:r>${style ? `<w:rPr>${style}</w:rPr>` : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of a text in which `**` begins and ends bold. */
export function paragraph(content: string, style = ""): string {
  const runs = content.startsWith("<")
    ? content
    : content
        .split("**")
        .map((part, k) => (part === "" ? "" : run(part, k % 2 === 1 ? "<w:b/>" : "")))
        .join("");
  return `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ""}${runs}</w:p>`;
}

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row
          .map(
            (cell) =>
              `<w:tc>${cell
                .split("\n")
                .map((line) => paragraph(line))
                .join("")}</w:tc>`,
          )
          .join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;

/** @param parts Other parts by their path: `word/styles.xml` without its XML declaration, or the bytes of a picture. */
export function docx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const declared = (xml: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
  return zipSync({
    "[Content_Types].xml": declared("<Types/>"),
    "word/document.xml": declared(`<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, typeof part === "string" ? declared(part) : part]),
    ),
  });
}
