/** A drawn document in → the bytes of a tagged PDF, the same for the same document. */
import { TAG } from "../base/language.ts";
import type { DrawnPage, LinkItem } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { CidFont } from "./cid-font.ts";
import { bytesOf, type Kit, type KitImage, openKit, placeImage, type Ref, text } from "./kit.ts";
import { infoEntries, xmp } from "./metadata.ts";
import { writeOutline } from "./outline.ts";
import { pageContent } from "./page-writer.ts";
import { srgbProfile } from "./srgb.ts";
import { StructWriter } from "./struct-writer.ts";

export async function writePdf(document: DrawnDocument, face: (id: string) => Face): Promise<Uint8Array> {
  const { info } = document;
  const kit = await openKit({ language: TAG[info.language], info: infoEntries(info) });
  const fonts = new Map<string, CidFont>();
  const images = new Map<string, KitImage>();
  const structure = new StructWriter(kit, document.structure, document.pages.length);
  const pages = document.pages.map((page, index) => {
    kit.addPage({ size: [page.width, page.height], margin: 0 });
    const ref = kit.page.dictionary;
    const content = pageContent(page, {
      font: (id) => {
        const font = fonts.get(id) ?? new CidFont(kit, face(id), `F${fonts.size + 1}`);
        fonts.set(id, font);
        kit.page.fonts[font.name] = font.ref;
        return font;
      },
      image: (key) => placeImage(kit, document.images.get(key)!, images, key),
      mark: (node) => structure.content(node, ref, index),
    });
    // pdfkit turns pages upside down to count from the top; this turns them back.
    kit.addContent(`1 0 0 -1 0 ${page.height} cm\n${content}`);
    Object.assign(ref.data, { StructParents: index, Tabs: "S" });
    writeLinks(kit, page, structure, ref);
    return { ref, height: page.height };
  });
  for (const font of fonts.values()) font.finish(kit);
  structure.finish(kit);
  writeOutline(kit, document.outline, pages);
  writeCatalog(kit, document);
  return bytesOf(kit);
}

/** Annotations over the links' text, each named in the structure (ISO 14289-1, 7.18). */
function writeLinks(kit: Kit, page: DrawnPage, structure: StructWriter, ref: Ref): void {
  const links = page.items.filter((item): item is LinkItem => item.kind === "link");
  for (const { uri, x, y, width, height, tag, contents } of links) {
    const annotation = kit.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: [x, page.height - y - height, x + width, page.height - y],
      Border: [0, 0, 0],
      F: 4,
      A: { S: "URI", URI: text(uri) },
      Contents: text(contents),
    });
    annotation.data.StructParent = structure.annotation(tag, ref, annotation);
    annotation.end();
    kit.page.annotations.push(annotation);
  }
}

function writeCatalog(kit: Kit, document: DrawnDocument): void {
  const root = kit._root.data;
  const labels = kit.ref({ Nums: [0, { S: "D" }] });
  labels.end();
  root.PageLabels = labels;

  const profile = kit.ref({ N: 3, Alternate: "DeviceRGB" });
  profile.end(srgbProfile());
  const intent = kit.ref({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: text("sRGB IEC61966-2.1"),
    Info: text("sRGB IEC61966-2.1"),
    DestOutputProfile: profile,
  });
  intent.end();
  root.OutputIntents = [intent];

  const metadata = kit.ref({ Type: "Metadata", Subtype: "XML" }) as Ref & { compress: boolean };
  metadata.compress = false;
  metadata.end(Buffer.from(xmp(document.info), "utf8"));
  root.Metadata = metadata;
}
