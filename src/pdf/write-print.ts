/** A drawn document in → the bytes of the printer's PDF (PDF/X-4), page by page or imposed for stitching. */
import type { Pt } from "../base/length.ts";
import type { DrawItem, DrawnPage } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { CidFont } from "./cid-font.ts";
import { FileResources, PageResources } from "./file-resources.ts";
import { FontPrograms } from "./font-programs.ts";
import { inksOf, plainInks, profileHead, type ToInks } from "./icc-table.ts";
import { type Spread, saddleStitch } from "./imposition.ts";
import { infoEntries, printClaim, xmp } from "./metadata.ts";
import { numbers } from "./numbers.ts";
import { type Dictionary, type Ref, text, type Value } from "./objects.ts";
import { type PageContext, pageContent } from "./page-writer.ts";
import { PdfFile } from "./pdf-file.ts";
import { PrintInks } from "./print-colour.ts";
import { around, printMarks, type Sheet, sheetBoxes } from "./print-marks.ts";
import { type JpegDecoder, loadJpegDecoder, printPicture } from "./print-picture.ts";

/** How an office prints. */
export interface PressRun {
  readonly bleed: Pt;
  readonly colourBars: boolean;
  /** Two pages to a side of a sheet, to be folded and stitched through the fold. */
  readonly booklet: boolean;
  /** Name of the printing condition, such as `FOGRA39`. */
  readonly condition: string;
  /** The ICC profile of the condition; without one the file names the condition alone. */
  readonly profile: Uint8Array | null;
}

/** What the pages of a file share. */
interface Press {
  readonly file: PdfFile;
  readonly inks: PrintInks;
  readonly resources: FileResources;
}

/** @param face The face of an id of the font book. @param programs Those that are at hand already. */
export async function writePrint(
  document: DrawnDocument,
  face: (id: string) => Face,
  run: PressRun,
  programs: FontPrograms = new FontPrograms(),
): Promise<Uint8Array> {
  programs.begin();
  const file = new PdfFile("1.6");
  const press = await openPress(file, document, face, run);
  const tree = file.ref({ Type: "Pages" });
  const spreads: readonly (Spread | readonly [number])[] = run.booklet
    ? saddleStitch(document.pages.length)
    : document.pages.map((_, index) => [index] as const);
  const pages = spreads.map((spread) => printedPage(press, document.pages, spread, run, tree));
  Object.assign(tree.data, { Kids: pages, Count: pages.length });
  for (const font of press.resources.fonts) font.finish(file, programs);
  Object.assign(file.root.data, {
    Pages: tree,
    OutputIntents: [intentOf(file, run)],
    ViewerPreferences: { DisplayDocTitle: true },
  });
  file.describe(xmp(document.info, printClaim(run.profile !== null), file.fingerprint()));
  return file.finish({ ...infoEntries(document.info), Trapped: "False" });
}

async function openPress(
  file: PdfFile,
  { images }: DrawnDocument,
  face: (id: string) => Face,
  { profile }: PressRun,
): Promise<Press> {
  const inks: ToInks = profile ? inksOf(profile) : plainInks;
  const decode: JpegDecoder | null = images.size > 0 ? await loadJpegDecoder() : null;
  const resources = new FileResources(
    (id, name) => new CidFont(file, face(id), name, 0),
    (key) => printPicture(file, images.get(key)!, inks, decode),
  );
  return { file, inks: new PrintInks(file), resources };
}

/** One side of a sheet: its pages, and the marks around them. */
function printedPage(
  press: Press,
  pages: readonly DrawnPage[],
  spread: Spread | readonly [number],
  run: PressRun,
  parent: Ref,
): Ref {
  const first = pages[Math.max(0, ...spread)]!;
  const edge = around(run.bleed);
  const sheet: Sheet = {
    width: first.width * spread.length,
    height: first.height,
    bleed: run.bleed,
    around: edge,
    fold: spread.length > 1 ? first.width : null,
  };
  const own = new PageResources(press.resources);
  const parts = spread.flatMap((index, k) => {
    const page = pages[index];
    if (!page) return [];
    const content = Buffer.from(pageContent(bled(page, run.bleed), contextOf(press, own), ""));
    const clip = clipOf(sheet, page, k, spread.length);
    return [
      `q ${clip} re W n`,
      `1 0 0 1 ${numbers(edge + k * first.width, edge)} cm`,
      content.toString("latin1"),
      "Q",
    ];
  });
  const marks = printMarks(sheet, run.colourBars, press.inks.spots);
  return press.file.ref({
    Type: "Page",
    Parent: parent,
    ...sheetBoxes(sheet),
    Resources: { ...press.inks.resources(), Font: own.fonts, XObject: own.pictures },
    Contents: press.file.stream({}, [...parts, marks].join("\n")),
  });
}

/** A page ends at its bleed, and at the fold where another one begins. */
function clipOf(sheet: Sheet, page: DrawnPage, place: number, count: number): string {
  const { bleed, around: edge } = sheet;
  const left = edge + place * page.width - (place === 0 ? bleed : 0);
  const right = edge + (place + 1) * page.width + (place === count - 1 ? bleed : 0);
  return numbers(left, edge - bleed, right - left, page.height + 2 * bleed);
}

const contextOf = ({ inks }: Press, own: PageResources): PageContext => ({
  font: (id) => own.font(id),
  image: (key) => own.image(key),
  languageOf: () => null,
  mark: () => null,
  fill: (colour) => inks.fill(colour),
});

/** How near to the trim counts as touching it. */
const TOUCH = 0.1;

/** What reaches the edge of the page goes on into the bleed. */
function bled(page: DrawnPage, bleed: Pt): DrawnPage {
  const items = page.items.map((item): DrawItem => {
    if (item.kind !== "rect" && item.kind !== "image") return item;
    const left = item.x <= TOUCH ? Math.min(item.x, -bleed) : item.x;
    const top = item.y <= TOUCH ? Math.min(item.y, -bleed) : item.y;
    const ends = [item.x + item.width, item.y + item.height] as const;
    const right = ends[0] >= page.width - TOUCH ? Math.max(ends[0], page.width + bleed) : ends[0];
    const bottom = ends[1] >= page.height - TOUCH ? Math.max(ends[1], page.height + bleed) : ends[1];
    return { ...item, x: left, y: top, width: right - left, height: bottom - top };
  });
  return { ...page, items };
}

/** The condition that is printed for (ISO 15930-7, 6.2.2). */
function intentOf(file: PdfFile, { condition, profile }: PressRun): Value {
  const head = profile && profileHead(profile);
  const name = head && head !== "damaged" ? head.name : condition;
  const about: Dictionary = {
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: text(condition || "Custom"),
    Info: text(name),
    RegistryName: condition ? text("http://www.color.org") : undefined,
  };
  if (profile) about.DestOutputProfile = file.stream({ N: 4, Alternate: "DeviceCMYK" }, profile);
  return about;
}
