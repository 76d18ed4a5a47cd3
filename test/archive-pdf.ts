/** Changes in → a small PDF/UA-1 and PDF/A-2a, sound by veraPDF, with something in it broken. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fontInMemory } from "../src/font/font-source.ts";
import { advances, characterMap, openSfnt, unitsPerEmOf } from "../src/font/sfnt.ts";
import { srgbProfile } from "../src/pdf/srgb.ts";
import { ROOT } from "./fixture.ts";
import { type ChangeOf, changed, plainPdf, stream } from "./plain-pdf.ts";

const font = readFileSync(join(ROOT, "fonts/STIXTwoText-Regular.ttf"));
const sfnt = openSfnt(fontInMemory(font));
const GLYPH = 0x24;
const widthOf = (glyph: number) => Math.round((advances(sfnt)(glyph) * 1000) / unitsPerEmOf(sfnt));

/** The width of the dollar sign in the font that is embedded. */
export const DOLLAR = widthOf(characterMap(sfnt)(0x24));

const inHex = (bytes: Uint8Array, about = "") =>
  stream(`${Buffer.from(bytes).toString("hex")}>`, `/Filter/ASCIIHexDecode${about}`);

const described = (kind: string, name: string, value: string) =>
  `<pdfa${kind}:${name}>${value}</pdfa${kind}:${name}>`;

const PACKET = [
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""',
  ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
  ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
  '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Title</rdf:li></rdf:Alt></dc:title>',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  described("Schema", "schema", "PDF/UA"),
  described("Schema", "namespaceURI", "http://www.aiim.org/pdfua/ns/id/"),
  described("Schema", "prefix", "pdfuaid"),
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  described("Property", "name", "part"),
  described("Property", "valueType", "Integer"),
  described("Property", "category", "internal"),
  described("Property", "description", "part"),
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
  '</rdf:Description></rdf:RDF><?xpacket end="w"?>',
].join("\n");

const shows = (mcid: number) => `/P<</MCID ${mcid}>> BDC BT /F 12 Tf <0024> Tj ET EMC`;

const element = (type: string, parent: number, about: string) =>
  `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg 6 0 R/${about}>>`;

const HEADER = "A<</O/Table/Scope/Column>>";

/** By the names that changes call them; their numbers begin with 1. */
const OBJECTS = {
  catalog:
    "<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>" +
    "/Metadata 3 0 R/StructTreeRoot 4 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/DestOutputProfile 5 0 R>>]>>",
  pages: "<</Type/Pages/Kids[6 0 R]/Count 1>>",
  metadata: stream(PACKET, "/Type/Metadata/Subtype/XML"),
  structure:
    "<</Type/StructTreeRoot/K 8 0 R/RoleMap<</Text/P/Story/Document>>" +
    "/ParentTree<</Nums[0[9 0 R 15 0 R 16 0 R 17 0 R 18 0 R 22 0 R]1 24 0 R]>>>>",
  profile: inHex(srgbProfile(), "/N 3"),
  page:
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/StructParents 0/Tabs/S/Contents 7 0 R/Annots[23 0 R]" +
    "/Resources<</Font<</F 10 0 R>>/XObject<</X 13 0 R/I 19 0 R>>/ExtGState<</G 20 0 R>>>>>>",
  content: stream(["/G gs", ...[0, 1, 2, 3, 4, 5].map(shows), "/Artifact BMC /X Do /I Do EMC"].join("\n")),
  document: "<</Type/StructElem/S/Story/P 4 0 R/K[9 0 R 21 0 R 22 0 R 24 0 R]>>",
  paragraph: element("Text", 8, "K 0"),
  font: "<</Type/Font/Subtype/Type0/BaseFont/Foreign/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 12 0 R>>",
  descendant:
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/Foreign/CIDToGIDMap/Identity" +
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
    "/FontDescriptor<</Type/FontDescriptor/FontName/Foreign/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0" +
    `/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 14 0 R>>/W[${GLYPH}[${widthOf(GLYPH)}]]>>`,
  unicode: stream(
    "1 begincodespacerange <0000><ffff> endcodespacerange\n1 beginbfchar\n<0024><0041>\nendbfchar",
  ),
  form: stream("0 g 1 1 m 9 9 l S", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>"),
  program: inHex(font, `/Length1 ${font.length}`),
  header1: element("TH", 25, `K 1/${HEADER}`),
  header2: element("TH", 25, `K 2/${HEADER}`),
  cell1: element("TD", 26, "K 3"),
  cell2: element("TD", 26, "K 4"),
  image: stream("z", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
  state: "<</Type/ExtGState/ca 1>>",
  table: element("Table", 8, "K[25 0 R 26 0 R]"),
  note: element("Note", 8, "ID(n1)/K 5"),
  annotation:
    "<</Type/Annot/Subtype/Link/F 4/Rect[0 0 9 9]/Contents(a link)/StructParent 1/A<</S/URI/URI(http://a.b/)>>>>",
  owner: element("Link", 8, "K<</Type/OBJR/Obj 23 0 R/Pg 6 0 R>>"),
  row1: element("TR", 21, "K[15 0 R 16 0 R]"),
  row2: element("TR", 21, "K[17 0 R 18 0 R]"),
};

/** The number of the first object that is added. */
export const NEXT = Object.keys(OBJECTS).length + 1;

export type Change = ChangeOf<typeof OBJECTS>;

/** @param added More objects, from `NEXT` on. */
export function archivePdf(changes: readonly Change[] = [], added: readonly string[] = []): Buffer {
  return plainPdf([...changed(OBJECTS, changes), ...added], "/ID[<00><00>]");
}
