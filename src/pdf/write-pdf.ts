/** A drawn document in → the bytes of the reader's PDF (PDF/UA-1 and PDF/A), the same for the same document. */
import { TAG } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { DrawnPage, ImageItem, LinkItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { CidFont } from "./cid-font.ts";
import { FontPrograms } from "./font-programs.ts";
import type { FromFileToFile } from "./from-file-to-file.ts";
import { dateOf, infoEntries, readerClaim, xmp } from "./metadata.ts";
import { nameTree } from "./name-tree.ts";
import { dictionary, type Ref, text, type Value } from "./objects.ts";
import { writeDestinations, writeOutline } from "./outline.ts";
import type { PageMemory, PageSurroundings } from "./page-memory.ts";
import { artifact, type PageContext, pageContent, rgbFill } from "./page-writer.ts";
import { type Packed, PdfFile, packed } from "./pdf-file.ts";
import type { Reading } from "./reading.ts";
import { srgbProfile } from "./srgb.ts";
import { StructWriter } from "./struct-writer.ts";

/** A file that goes along inside the PDF, such as the text that it was set from. */
export interface Attachment {
  readonly name: string;
  /** Media type, such as `application/yaml`. */
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** @returns A function that gives a page's resource names to what it uses, and the resources. */
function resourcesOf<T extends { readonly name: string; readonly ref: Ref }>() {
  const used = new Map<string, Ref>();
  return {
    use: (what: T): T => {
      used.set(what.name, what.ref);
      return what;
    },
    entries: (): Value | undefined => (used.size > 0 ? Object.fromEntries(used) : undefined),
  };
}

/** A hundredth of a millimetre, which neither the eye nor a screen shows: outlines that may move so far take less room. */
const PRECISION: Pt = 72 / 2540;

/** What was made for the file before, of the same issue; pages and packed texts are null for a file that is made once. */
export interface WriterMemory {
  readonly programs: FontPrograms;
  readonly pages: PageMemory | null;
  readonly texts: FromFileToFile<Packed> | null;
}

const ONCE = (): WriterMemory => ({ programs: new FontPrograms(), pages: null, texts: null });

export async function writePdf(
  document: DrawnDocument,
  face: (id: string) => Face,
  attachments: readonly Attachment[] = [],
  { programs, pages: kept, texts }: WriterMemory = ONCE(),
): Promise<Uint8Array> {
  programs.begin();
  kept?.begin();
  texts?.begin();
  const known = (text: string) =>
    texts!.of(
      text,
      () => true,
      () => packed(text),
    );
  const file = new PdfFile("1.7", texts ? known : packed);
  const tree = file.ref({ Type: "Pages", Count: document.pages.length });
  const fonts = new Map<string, CidFont>();
  const pictures = new Map<string, { readonly name: string; readonly ref: Ref }>();
  const structure = new StructWriter(file, document.structure, document.pages.length);
  const load = await pictureLoader(document);
  const pages = document.pages.map((page, index) => {
    const ref = file.ref();
    const ownFonts = resourcesOf<CidFont>();
    const ownPictures = resourcesOf<{ readonly name: string; readonly ref: Ref }>();
    const around: PageSurroundings = {
      typeOf: (node) => structure.typeOf(node),
      font: (id) => {
        const font =
          fonts.get(id) ?? new CidFont(file, face(id), `F${fonts.size + 1}`, PRECISION, kept?.spaceIn(id));
        fonts.set(id, font);
        return ownFonts.use(font);
      },
      image: (key) => {
        const picture = pictures.get(key) ?? { name: `I${pictures.size + 1}`, ref: load(file, key) };
        pictures.set(key, picture);
        return ownPictures.use(picture).name;
      },
      languageOf: (node) => structure.languageOf(node) ?? document.info.language,
      mark: (tag, reading) => {
        if (typeof tag !== "number") return artifact(tag);
        const { type, mcid } = structure.content(tag, ref, index);
        if (reading !== null) return span(mcid, reading);
        return `/${type}<</MCID ${mcid}>>BDC`;
      },
      fill: rgbFill,
    };
    const write = (context: PageContext) => pageContent(page, context);
    const sketch = kept && (page.sketch ?? null);
    const content = sketch ? kept.stream(page, sketch, around, write) : packed(write(around));
    const images = sketch?.images ?? page.items.filter((item) => item.kind === "image");
    for (const item of images) placeFigure(structure, page, item);
    Object.assign(ref.data, {
      Type: "Page",
      Parent: tree,
      MediaBox: [0, 0, page.width, page.height].map(hundredth),
      Resources: { Font: ownFonts.entries(), XObject: ownPictures.entries() },
      Contents: file.packedStream({}, content),
      StructParents: index,
      Tabs: "S",
      Annots: links(
        file,
        page,
        sketch?.links ?? page.items.filter((item) => item.kind === "link"),
        structure,
        ref,
      ),
    });
    return { ref, height: page.height };
  });
  tree.data.Kids = pages.map(({ ref }) => ref);
  for (const font of fonts.values()) font.finish(file, programs);
  const root = structure.finish(file);
  Object.assign(file.root.data, {
    Pages: tree,
    StructTreeRoot: root,
    MarkInfo: { Marked: true },
    Lang: text(TAG[document.info.language]),
    ViewerPreferences: { DisplayDocTitle: true },
    // Opens at the top of the first page, as wide as the window, pages below each other.
    OpenAction: [pages[0]!.ref, "FitH", hundredth(pages[0]!.height)],
    PageLayout: "OneColumn",
    PageLabels: { Nums: [0, { S: "D" }] },
    OutputIntents: [outputIntent(file)],
  });
  writeDestinations(file, document.destinations, pages);
  writeOutline(file, document.outline);
  attach(file, attachments, document);
  const claim = readerClaim(attachments.length > 0 ? 3 : 2);
  file.describe(xmp(document.info, claim, ""));
  return file.finish(infoEntries(document.info));
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

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** What pictures need is loaded where there are any. */
async function pictureLoader(document: DrawnDocument): Promise<(file: PdfFile, key: string) => Ref> {
  if (document.images.size === 0)
    return (_, key) => {
      throw new Error(`no picture ${key}`);
    };
  const { readerPicture } = await import("./picture.ts");
  return (file, key) => readerPicture(file, document.images.get(key)!);
}

function placeFigure(
  structure: StructWriter,
  page: DrawnPage,
  { tag, x, y, width, height }: ImageItem,
): void {
  if (typeof tag !== "number") return;
  const box = [x, page.height - y - height, x + width, page.height - y];
  structure.place(tag, box.map(hundredth));
}

/** Annotations over the links' text, each named in the structure (ISO 14289-1, 7.18). */
function links(
  file: PdfFile,
  page: DrawnPage,
  items: readonly LinkItem[],
  structure: StructWriter,
  ref: Ref,
): readonly Ref[] | undefined {
  const annotations = items.map(({ uri, x, y, width, height, tag, contents }) => {
    const annotation = file.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: [x, page.height - y - height, x + width, page.height - y].map(hundredth),
      Border: [0, 0, 0],
      F: 4,
      ...(uri.startsWith("#") ? { Dest: text(uri.slice(1)) } : { A: { S: "URI", URI: text(uri) } }),
      Contents: text(contents),
    });
    annotation.data.StructParent = structure.annotation(tag, ref, annotation);
    return annotation;
  });
  return annotations.length > 0 ? annotations : undefined;
}

function outputIntent(file: PdfFile): Value {
  return {
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: text("sRGB IEC61966-2.1"),
    Info: text("sRGB IEC61966-2.1"),
    DestOutputProfile: file.stream({ N: 3, Alternate: "DeviceRGB" }, srgbProfile()),
  };
}

/** Files inside the file, each said to be the source of the whole (ISO 19005-3, 6.8). */
function attach(file: PdfFile, attachments: readonly Attachment[], { info }: DrawnDocument): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const date = dateOf(info);
  const specs = sorted.map(({ name, type, description, bytes }) => {
    const embedded = file.stream(
      { Type: "EmbeddedFile", Subtype: type, Params: { Size: bytes.length, ModDate: date } },
      bytes,
    );
    return file.ref({
      Type: "Filespec",
      F: text(name),
      UF: text(name),
      Desc: text(description),
      AFRelationship: "Source",
      EF: { F: embedded, UF: embedded },
    });
  });
  const names = nameTree(specs.map((spec, i) => [sorted[i]!.name, spec]));
  const { Names } = file.root.data as { Names?: Record<string, Value> };
  file.root.data.Names = { ...Names, EmbeddedFiles: file.ref(names) };
  file.root.data.AF = specs;
}
