/** A drawn page in → its dictionary in the reader's PDF: content, resources, links, and their places in the structure. */
import { type Language, TAG } from "../base/language.ts";
import type { DrawnPage, ImageItem, LinkItem } from "../draw/display-list.ts";
import { type FileResources, PageResources } from "./file-resources.ts";
import { hundredth } from "./numbers.ts";
import { dictionary, type Ref, text } from "./objects.ts";
import type { PageMemory, PageSurroundings } from "./page-memory.ts";
import { artifact, type PageContext, pageContent, rgbFill } from "./page-writer.ts";
import { type PdfFile, packed } from "./pdf-file.ts";
import type { Reading } from "./reading.ts";
import type { StructWriter } from "./struct-writer.ts";

/** What the pages of a reader's file share. */
export interface ReaderFile {
  readonly file: PdfFile;
  /** The node of the page tree that they stand under. */
  readonly parent: Ref;
  readonly structure: StructWriter;
  readonly resources: FileResources;
  /** Language of what names none of its own. */
  readonly language: Language;
  /** Null for a file that is made once. */
  readonly kept: PageMemory | null;
}

/** @param index From 0; pages are written in their order. */
export function readerPage(shared: ReaderFile, page: DrawnPage, index: number): Ref {
  const { file, structure, kept } = shared;
  const ref = file.ref();
  const own = new PageResources(shared.resources);
  const around = surroundings(shared, own, ref, index);
  const write = (context: PageContext) => pageContent(page, context);
  const sketch = kept && (page.sketch ?? null);
  const content = sketch ? kept.stream(page, sketch, around, write) : packed(write(around));
  const images = sketch?.images ?? page.items.filter((item) => item.kind === "image");
  for (const item of images) placeFigure(structure, page, item);
  Object.assign(ref.data, {
    Type: "Page",
    Parent: shared.parent,
    MediaBox: [0, 0, page.width, page.height].map(hundredth),
    Resources: { Font: unlessEmpty(own.fonts), XObject: unlessEmpty(own.pictures) },
    Contents: file.packedStream({}, content),
    StructParents: index,
    Tabs: "S",
    Annots: linkAnnotations(
      shared,
      page,
      sketch?.links ?? page.items.filter((item) => item.kind === "link"),
      ref,
    ),
  });
  return ref;
}

const unlessEmpty = (entries: Readonly<Record<string, Ref>>) =>
  Object.keys(entries).length > 0 ? entries : undefined;

function surroundings(
  { structure, language }: ReaderFile,
  own: PageResources,
  ref: Ref,
  index: number,
): PageSurroundings {
  return {
    typeOf: (node) => structure.typeOf(node),
    font: (id) => own.font(id),
    image: (key) => own.image(key),
    languageOf: (node) => structure.languageOf(node) ?? language,
    mark: (tag, reading) => {
      if (typeof tag !== "number") return artifact(tag);
      const { type, mcid } = structure.content(tag, ref, index);
      return reading === null ? `/${type}<</MCID ${mcid}>>BDC` : span(mcid, reading);
    },
    fill: rgbFill,
  };
}

/** Programs look for a text or a language of its own in spans alone (ISO 32000-1, 14.9.2.2 and 14.9.4). */
function span(mcid: number, reading: Reading): string {
  const said = {
    MCID: mcid,
    Lang: reading.language === null ? undefined : text(TAG[reading.language]),
    ActualText: reading.text === null ? undefined : text(reading.text),
  };
  return `/Span${dictionary(said)}BDC`;
}

/** Left, bottom, right and top of what stands on a page, from its bottom left. */
const boxOn = (page: DrawnPage, { x, y, width, height }: ImageItem | LinkItem): readonly number[] =>
  [x, page.height - y - height, x + width, page.height - y].map(hundredth);

function placeFigure(structure: StructWriter, page: DrawnPage, item: ImageItem): void {
  if (typeof item.tag === "number") structure.place(item.tag, boxOn(page, item));
}

/** Annotations over the links' text, each named in the structure (ISO 14289-1, 7.18). */
function linkAnnotations(
  { file, structure }: ReaderFile,
  page: DrawnPage,
  items: readonly LinkItem[],
  ref: Ref,
): readonly Ref[] | undefined {
  const annotations = items.map((item) => {
    const { uri, contents } = item;
    const annotation = file.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: boxOn(page, item),
      Border: [0, 0, 0],
      F: 4,
      ...(uri.startsWith("#") ? { Dest: text(uri.slice(1)) } : { A: { S: "URI", URI: text(uri) } }),
      Contents: text(contents),
    });
    annotation.data.StructParent = structure.annotation(item.tag, ref, annotation);
    return annotation;
  });
  return annotations.length > 0 ? annotations : undefined;
}
