/** A drawn document in → the bytes of the reader's PDF (PDF/UA-1 and PDF/A), the same for the same document. */
import { TAG } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { CidFont } from "./cid-font.ts";
import { FileResources } from "./file-resources.ts";
import { FontPrograms } from "./font-programs.ts";
import type { FromFileToFile } from "./from-file-to-file.ts";
import { dateOf, infoEntries, readerClaim, xmp } from "./metadata.ts";
import { nameTree } from "./name-tree.ts";
import { hundredth } from "./numbers.ts";
import { type Ref, text, type Value } from "./objects.ts";
import { writeDestinations, writeOutline } from "./outline.ts";
import type { PageMemory } from "./page-memory.ts";
import { type Packed, PdfFile, packed } from "./pdf-file.ts";
import { readerPage } from "./reader-page.ts";
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

/** A hundredth of a millimetre, which neither the eye nor a screen shows: outlines that may move so far take less room. */
const PRECISION: Pt = 72 / 2540;

/** What was made for the file before, of the same issue; pages and packed texts are null for a file that is made once. */
export interface WriterMemory {
  readonly programs: FontPrograms;
  readonly pages: PageMemory | null;
  readonly texts: FromFileToFile<Packed> | null;
}

const ONCE = (): WriterMemory => ({ programs: new FontPrograms(), pages: null, texts: null });

/**
 * @param face The face of an id of the font book.
 * @param attachments Files that go along.
 * @param memory What was made for the file before; nothing for a file that is made once.
 */
export async function writePdf(
  document: DrawnDocument,
  face: (id: string) => Face,
  attachments: readonly Attachment[] = [],
  { programs, pages: kept, texts }: WriterMemory = ONCE(),
): Promise<Uint8Array> {
  programs.begin();
  kept?.begin();
  texts?.begin();
  const file = new PdfFile("1.7", texts ? packedAsBefore(texts) : packed);
  const { info } = document;
  const parent = file.ref({ Type: "Pages", Count: document.pages.length });
  const structure = new StructWriter(file, document.structure, document.pages.length);
  const newPicture = await pictureLoader(document);
  const resources = new FileResources(
    (id, name) => new CidFont(file, face(id), name, PRECISION, kept?.spaceIn(id)),
    (key) => newPicture(file, key),
  );
  const shared = { file, parent, structure, resources, language: info.language, kept };
  const pages = document.pages.map((page, index) => ({
    ref: readerPage(shared, page, index),
    height: page.height,
  }));
  parent.data.Kids = pages.map(({ ref }) => ref);
  for (const font of resources.fonts) font.finish(file, programs);
  const root = structure.finish(file);
  Object.assign(file.root.data, {
    Pages: parent,
    StructTreeRoot: root,
    MarkInfo: { Marked: true },
    Lang: text(TAG[info.language]),
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
  file.describe(xmp(info, claim, ""));
  return file.finish(infoEntries(info));
}

const packedAsBefore =
  (texts: FromFileToFile<Packed>) =>
  (text: string): Packed =>
    texts.of(
      text,
      () => true,
      () => packed(text),
    );

/** What pictures need is loaded where there are any. */
async function pictureLoader({ images }: DrawnDocument): Promise<(file: PdfFile, key: string) => Ref> {
  if (images.size === 0)
    return (_, key) => {
      throw new Error(`no picture ${key}`);
    };
  const { readerPicture } = await import("./picture.ts");
  return (file, key) => readerPicture(file, images.get(key)!);
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
