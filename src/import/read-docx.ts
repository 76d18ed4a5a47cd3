/** A Word file in → its pieces: paragraphs with their marks, headings, lists, tables and notes; and what it leaves out. */
import { countedLists } from "./counted-lists.ts";
import { withoutRepeats } from "./docx-boxes.ts";
import { outside, placedPictures } from "./docx-media.ts";
import { type DocxFault, type DocxParts, isDamage, partsOf } from "./docx-parts.ts";
import { DocxReader } from "./docx-reader.ts";
import { titleLines } from "./docx-title-lines.ts";
import { titledByLevel } from "./docx-titles.ts";
import type { Original } from "./piece.ts";
import { childOf, type Element } from "./xml.ts";

export function readDocx(bytes: Uint8Array): Original | DocxFault {
  try {
    const parts = partsOf(bytes);
    return typeof parts === "string" ? parts : originalOf(bytes, parts);
  } catch (error) {
    if (isDamage(error)) return "damaged";
    throw error;
  }
}

function originalOf(bytes: Uint8Array, parts: DocxParts): Original {
  const reader = new DocxReader(parts.xml("styles"), parts.xml("numbering"));
  const body = childOf(parts.xml("document"), "w:body");
  const texts = withoutRepeats(body ? reader.pieces(body, parts.links("document")) : [], reader.boxed);
  const laidOut = countedLists(texts.pieces, reader.counted);
  const pieces = titledByLevel(titleLines(laidOut, reader.broken), reader.levels);
  if (body) reader.leaveChanges(body);
  // What is drawn in notes, headers and footers is none of the text's.
  const placed = [...reader.drawn];
  const notes = ["footnote", "endnote"].flatMap((kind) => {
    const part = parts.xml(`${kind}s`);
    if (!part) return [];
    reader.leaveChanges(part);
    return reader.notes(kind, part, parts.links(`${kind}s`));
  });
  leaveAround(parts, reader, body);
  const pictures = placedPictures(bytes, placed);
  const left = [...texts.left, ...reader.left, ...outside(parts.pictures, pictures)];
  return { pieces, notes: new Map(notes), pictures, left };
}

/** Comments, headers and footers are told. @param body What the comments may stand in. */
function leaveAround(parts: DocxParts, reader: DocxReader, body: Element | null): void {
  for (const name of parts.names) {
    const kind = /^(comment|header|footer)s?\d*$/.exec(name)?.[1];
    const part = kind ? parts.xml(name) : null;
    if (!part) continue;
    if (kind === "comment") reader.leaveComments(part, parts.links(name), body);
    else reader.leave("header", part, parts.links(name));
  }
}
