/** A Word file in → its pieces: paragraphs with their marks, headings, lists, tables and footnotes. */
import { strFromU8, unzipSync } from "fflate";
import { type Numbered, numberer } from "./docx-numbers.ts";
import { type Links, textOf } from "./docx-text.ts";
import { type Form, languageOf, type Original, type Piece, piece, tableOf, tidy } from "./piece.ts";
import { childOf, childrenOf, type Element, elementsOf, readXml, XmlError } from "./xml.ts";

/** Why a file can not be read. */
export type DocxFault = "not-docx" | "old-doc" | "too-large" | "damaged";

/** What a part may come to when it is unpacked; a document of a thousand pages is a tenth of this. */
const LIMIT = 64 * 1024 * 1024;

const PARTS = ["document", "styles", "numbering", "footnotes", "_rels/document.xml.rels"].map((name) =>
  name.includes(".") ? `word/${name}` : `word/${name}.xml`,
);

/** Signature of the binary files of Word 97–2003. */
const OLD = [0xd0, 0xcf, 0x11, 0xe0];

export function readDocx(bytes: Uint8Array): Original | DocxFault {
  if (OLD.every((byte, k) => bytes[k] === byte)) return "old-doc";
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return "not-docx";
  let total = 0;
  const pictures: string[] = [];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/^word\/media\/[^/]+$/.test(name)) pictures.push(name.slice("word/media/".length));
        if (!PARTS.includes(name)) return false;
        total += originalSize;
        return total <= LIMIT;
      },
    });
    if (total > LIMIT) return "too-large";
    if (!files["word/document.xml"]) return "not-docx";
    const part = (name: string) => (files[name] ? readXml(strFromU8(files[name])) : null);
    const [document, styles, numbering, footnotes, rels] = PARTS.map(part);
    const reader = new DocxReader(styles ?? null, numbering ?? null, linksOf(rels ?? null));
    const body = childOf(document!, "w:body");
    const pieces = body ? reader.pieces(body) : [];
    return { pieces, notes: reader.notes(footnotes ?? null), pictures: pictures.sort() };
  } catch (error) {
    // fflate throws its own errors of code 13 and others; all of them say that the archive is broken.
    if (error instanceof XmlError || (error instanceof Error && "code" in error)) return "damaged";
    if (error instanceof RangeError || error instanceof TypeError) return "damaged";
    throw error;
  }
}

function linksOf(rels: Element | null): Links {
  return new Map(
    (rels ? childrenOf(rels, "Relationship") : [])
      .filter(({ attributes }) => /^(?:https?:\/\/|mailto:)[^\s()]+$/.test(attributes.Target ?? ""))
      .map(({ attributes }) => [attributes.Id ?? "", attributes.Target ?? ""]),
  );
}

class DocxReader {
  readonly #forms: ReadonlyMap<string, Form>;
  readonly #styleNumbers: ReadonlyMap<string, Element>;
  readonly #number: (id: string, level: number) => Numbered | null;
  readonly #links: Links;
  #at = 0;

  constructor(styles: Element | null, numbering: Element | null, links: Links) {
    const all = styles ? childrenOf(styles, "w:style") : [];
    this.#forms = new Map(all.flatMap((style) => formOfStyle(style)));
    this.#styleNumbers = new Map(
      all.flatMap((style) => {
        const number = childOf(childOf(style, "w:pPr"), "w:numPr");
        return number ? [[style.attributes["w:styleId"] ?? "", number] as const] : [];
      }),
    );
    this.#number = numberer(numbering);
    this.#links = links;
  }

  pieces(parent: Element): readonly Piece[] {
    return parent.children.flatMap((child): readonly Piece[] => {
      if (typeof child === "string") return [];
      if (child.name === "w:p") return this.#paragraph(child);
      if (child.name === "w:tbl") return this.#table(child);
      if (["w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"].includes(child.name))
        return this.pieces(child);
      return [];
    });
  }

  notes(footnotes: Element | null): ReadonlyMap<string, string> {
    const notes = footnotes ? childrenOf(footnotes, "w:footnote") : [];
    return new Map(
      notes
        .filter(({ attributes }) => attributes["w:type"] === undefined)
        .map((note) => [
          note.attributes["w:id"] ?? "",
          childrenOf(note, "w:p")
            .map((paragraph) => tidy(textOf(paragraph, this.#links).replaceAll("\n", " ")))
            .join(" "),
        ]),
    );
  }

  #paragraph(paragraph: Element): readonly Piece[] {
    this.#at += 1;
    const at = this.#at;
    // A text box hangs at a paragraph; what it holds stands before it.
    const boxes = elementsOf(paragraph, "w:txbxContent", "mc:Fallback")
      .filter(({ name }) => name === "w:txbxContent")
      .flatMap((box) => this.pieces(box));
    const style = childOf(paragraph, "w:pPr");
    const styleId = childOf(style, "w:pStyle")?.attributes["w:val"] ?? "";
    const styled = outline(style) ?? this.#forms.get(styleId) ?? "text";
    const number = this.#numberOf(childOf(style, "w:numPr") ?? this.#styleNumbers.get(styleId) ?? null);
    const { form, label } = numberedForm(styled, number);
    const lines = textOf(paragraph, this.#links)
      .split("\n")
      .map(tidy)
      .filter((line) => line !== "");
    if (lines.length === 0) return boxes;
    const [first = "", ...rest] = lines;
    const texts = [`${label}${first}`, ...rest];
    const parts = form === "title" ? [texts.join("\n")] : byLanguage(texts);
    return [...boxes, ...parts.map((text, k) => piece(text, k > 0 && form === "bullet" ? "text" : form, at))];
  }

  #numberOf(properties: Element | null): Numbered | null {
    const id = childOf(properties, "w:numId")?.attributes["w:val"];
    if (id === undefined || id === "0") return null;
    return this.#number(id, Number(childOf(properties, "w:ilvl")?.attributes["w:val"] ?? 0));
  }

  #table(table: Element): readonly Piece[] {
    this.#at += 1;
    const at = this.#at;
    const rows = childrenOf(table, "w:tr").map((row) =>
      elementsOf(row, "w:tc").map((cell) =>
        this.pieces(cell)
          .map(({ text }) => text)
          .join("\n"),
      ),
    );
    const filled = rows.filter((row) => row.some((cell) => cell !== ""));
    return filled.length === 0 ? [] : [tableOf(filled, at)];
  }
}

/** Lines of one language that Word only broke for looks are one text. */
function byLanguage(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const before = texts.at(-1);
    const same = before !== undefined && languageOf(before) === languageOf(line);
    if (same && !/[：:]/.test(line.slice(0, 12)) && !/[。！？.!?]["”]?$/.test(before))
      texts[texts.length - 1] = languageOf(line) === "zh" ? before + line : `${before} ${line}`;
    else texts.push(line);
  }
  return texts;
}

/** Chinese numbers, and numbers of headings, are part of the text; others make a list. */
function numberedForm(
  styled: Form,
  number: Numbered | null,
): { readonly form: Form; readonly label: string } {
  if (!number) return { form: styled, label: "" };
  if (number.bullet) return { form: styled === "text" ? "bullet" : styled, label: "" };
  const isText = styled !== "text" || number.chinese;
  const gap = /[、）)．]$/.test(number.label) && number.chinese ? "" : " ";
  return isText ? { form: styled, label: `${number.label}${gap}` } : { form: "number", label: "" };
}

function outline(style: Element | null): Form | null {
  const level = childOf(style, "w:outlineLvl")?.attributes["w:val"];
  if (level === undefined || Number(level) > 8) return null;
  return level === "0" ? "heading" : "subheading";
}

/** Styles by their names, which are English in every language of Word. */
function formOfStyle(style: Element): readonly (readonly [string, Form])[] {
  const id = style.attributes["w:styleId"] ?? "";
  const name = (childOf(style, "w:name")?.attributes["w:val"] ?? "").toLowerCase();
  if (name === "title") return [[id, "title"]];
  if (name === "heading 1") return [[id, "heading"]];
  if (/^heading [2-9]$/.test(name)) return [[id, "subheading"]];
  if (/^(?:intense )?quote$/.test(name)) return [[id, "quote"]];
  return [];
}
