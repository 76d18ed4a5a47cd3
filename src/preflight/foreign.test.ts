import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { type ChangeOf, changed, plainPdf, stream } from "../../test/plain-pdf.ts";
import { fontInMemory } from "../font/font-source.ts";
import { advances, characterMap, openSfnt, tableOf } from "../font/sfnt.ts";
import { srgbProfile } from "../pdf/srgb.ts";
import { preflight } from "./preflight.ts";

const font = readFileSync(join(ROOT, "fonts/STIXTwoText-Regular.ttf"));
const sfnt = openSfnt(fontInMemory(font));
const GLYPH = 36;
const em = tableOf(sfnt, "head").getUint16(18);
const width = Math.round((tableOf(sfnt, "hmtx").getUint16(4 * GLYPH) * 1000) / em);

const shows = (tag: string) => `${tag} BDC BT /F 12 Tf <0024> Tj ET EMC`;

/** Properties as attributes and as elements, under prefixes of the file's own. */
const PACKET = [
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><!-- made < elsewhere -->',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
  ` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfuaid:part="1" pdfaid:part='2' pdfaid:conformance="A">`,
  '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">Title</rdf:li></rdf:Alt></dc:title>',
  "</rdf:Description>",
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" xmlns:own="http://example.org/own/"><pdfaExtension:schemas><rdf:Bag>',
  '<rdf:li><rdf:Description pdfaSchema:schema="PDF/UA" pdfaSchema:namespaceURI="http://www.aiim.org/pdfua/ns/id/" pdfaSchema:prefix="pdfuaid"><pdfaSchema:property><rdf:Seq>',
  '<rdf:li><rdf:Description pdfaProperty:name="part" pdfaProperty:valueType="Integer" pdfaProperty:category="internal" pdfaProperty:description="part"/></rdf:li>',
  "</rdf:Seq></pdfaSchema:property></rdf:Description></rdf:li>",
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>own</pdfaSchema:schema><pdfaSchema:namespaceURI>http://example.org/own/</pdfaSchema:namespaceURI><pdfaSchema:prefix>own</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>places</pdfaProperty:name><pdfaProperty:valueType>bag Text</pdfaProperty:valueType>',
  "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>places</pdfaProperty:description></rdf:li>",
  "</rdf:Seq></pdfaSchema:property></rdf:li>",
  "</rdf:Bag></pdfaExtension:schemas><own:places><rdf:Bag><rdf:li>a &amp; b</rdf:li></rdf:Bag></own:places></rdf:Description>",
  '</rdf:RDF><?xpacket end="w"?>',
].join("\n");

/** What another program could have made, by the names that the tests change it under. */
const OBJECTS = {
  catalog:
    "<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>" +
    "/Metadata 3 0 R/StructTreeRoot 4 0 R/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 5 0 R>>]>>",
  pages: "<</Type/Pages/Kids[6 0 R]/Count 1>>",
  metadata: stream(PACKET),
  structure:
    "<</Type/StructTreeRoot/K 8 0 R/RoleMap<</Story/Chapter/Chapter/Sect/Text/P>>" +
    "/ClassMap<</Head<</O/Table/Scope/Column>>>>" +
    "/ParentTree<</Nums[0[9 0 R 15 0 R 16 0 R 17 0 R 18 0 R 19 0 R 20 0 R]1[9 0 R]2 24 0 R]>>>>",
  profile: stream(`${Buffer.from(srgbProfile()).toString("hex")}>`, "/N 3/Filter/ASCIIHexDecode"),
  page:
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/StructParents 0/Tabs/S/Contents 7 0 R/Annots[23 0 R]" +
    "/Resources<</Font<</F 10 0 R>>/XObject<</X 13 0 R>>/Properties<</M<</MCID 0>>>>>>>>",
  content: stream(
    [
      shows("/P/M"),
      "/X Do",
      "/Artifact BMC BI /W 1/H 1/BPC 8/CS/G ID EI EI EMC",
      ...[1, 2, 3, 4, 5, 6].map((mcid) => shows(`/TD<</MCID ${mcid}>>`)),
    ].join("\n"),
  ),
  document: "<</S/Story/P 4 0 R/K[9 0 R 21 0 R 24 0 R]>>",
  paragraph: "<</S/Text/P 8 0 R/Pg 6 0 R/K[0<</Type/MCR/Pg 6 0 R/Stm 13 0 R/MCID 0>>]>>",
  font: "<</Type/Font/Subtype/Type0/BaseFont/Foreign/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 12 0 R>>",
  descendant:
    "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/FontDescriptor<</FontFile2 14 0 R>>" +
    `/W[${GLYPH}[${width}]]>>`,
  unicode: stream("1 beginbfchar\n<0024><0041>\nendbfchar"),
  form: stream(shows("/P<</MCID 0>>"), "/Subtype/Form/StructParents 1/Resources<</Font<</F 10 0 R>>>>"),
  program: stream(`${font.toString("hex")}>`, "/Filter/ASCIIHexDecode"),
  // A table of three columns: two cells of the first row over three, one of the second over two rows.
  head1: "<</S/TH/P 22 0 R/Pg 6 0 R/K 1/C/Head>>",
  head2: "<</S/TH/P 22 0 R/Pg 6 0 R/K 2/A[<</O/Layout/Height 9>>0<</O/Table/Scope/Column/ColSpan 2>>0]>>",
  cell1: "<</S/TD/P 25 0 R/Pg 6 0 R/K 3/A<</O/Table/RowSpan 2>>>>",
  cell2: "<</S/TD/P 25 0 R/Pg 6 0 R/K 4>>",
  cell3: "<</S/TD/P 25 0 R/Pg 6 0 R/K 5>>",
  cell4: "<</S/TD/P 26 0 R/Pg 6 0 R/K 6/A<</O/Table/ColSpan 2>>>>",
  table: "<</S/Table/P 8 0 R/K[<</S/THead/P 21 0 R/K 22 0 R>><</S/TBody/P 21 0 R/K[25 0 R 26 0 R]>>]>>",
  row1: "<</S/TR/P 21 0 R/K[15 0 R 16 0 R]>>",
  annotation: "<</Type/Annot/Subtype/Widget/F 4/Rect[0 0 9 9]/TU(a field)/StructParent 2/AP<</N 13 0 R>>>>",
  owner: "<</S/Form/P 8 0 R/Pg 6 0 R/K<</Type/OBJR/Obj 23 0 R/Pg 6 0 R>>>>",
  row2: "<</S/TR/P 21 0 R/K[17 0 R 18 0 R 19 0 R]>>",
  row3: "<</S/TR/P 21 0 R/K[20 0 R]>>",
};

type Change = ChangeOf<typeof OBJECTS>;

/** @returns The rules that are broken, each once, in the order of their names. */
function broken(...changes: readonly Change[]): readonly string[] {
  const { findings } = preflight(plainPdf(changed(OBJECTS, changes), "/ID[<00><00>]"));
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

test("what another program made well passes, whatever ways it says things in", () => {
  const { claims, findings } = preflight(plainPdf(Object.values(OBJECTS), "/ID[<00><00>]"));
  expect(findings).toEqual([]);
  expect(claims).toEqual(["PDF/UA-1", "PDF/A-2a"]);
});

describe("its fonts", () => {
  test("are found where they are not embedded, or can not be read", () => {
    expect(broken(["descendant", "/FontFile2 14 0 R", ""])).toEqual(["font-not-embedded"]);
    expect(broken(["program", /\n[\da-f]+>/, "\n00>"])).toEqual(["bad-font"]);
  });

  test("are held to the widths and glyphs of TrueType programs", () => {
    expect(broken(["descendant", `${width}]`, `${width + 9}]`])).toEqual(["width-differs"]);
    expect(broken(["content", "<0024>", "<ffff>"], ["unicode", "<0024>", "<ffff><0041>\n<0024>"])).toEqual([
      "no-glyph",
    ]);
  });

  test("may say by a map which glyph a CID is", () => {
    const map = "/CIDToGIDMap 27 0 R";
    const objects = { ...OBJECTS, descendant: OBJECTS.descendant.replace("/CIDToGIDMap/Identity", map) };
    const zeros = "0000".repeat(GLYPH);
    const told = (gid: string) =>
      preflight(
        plainPdf(
          [...Object.values(objects), stream(`${zeros}${gid}>`, "/Filter/ASCIIHexDecode")],
          "/ID[<00><00>]",
        ),
      ).findings.map(({ rule }) => rule);
    expect(told("0024")).toEqual([]);
    expect(told("ffff")).toEqual(["no-glyph"]);
  });

  const widthOf = (character: string) =>
    Math.round((advances(sfnt)(characterMap(sfnt)(character.charCodeAt(0))) * 1000) / em);
  /** @param first What the code 0 stands for. @param last What 36 stands for. */
  const simple = (about: string, first = "A", last = "$"): Change => [
    "font",
    /^.*$/,
    "<</Type/Font/Subtype/TrueType/BaseFont/Foreign/FontDescriptor<</FontFile2 14 0 R>>/FirstChar 0/LastChar 36" +
      `/Widths[${[widthOf(first), ...new Array(35).fill(0), widthOf(last)].join(" ")}]${about}>>`,
  ];
  const WIN = "/BaseEncoding/WinAnsiEncoding";
  test("that are simple are read by their encoding or a map of single bytes", () => {
    expect(broken(simple("/Encoding/WinAnsiEncoding"))).toEqual([]);
    expect(broken(simple(`/Encoding<<${WIN}/Differences[0/A 36/B]>>`, "A", "B"))).toEqual([]);
    expect(broken(simple(`/Encoding<<${WIN}/Differences[0/g0 36/g36]>>`))).toEqual([
      "no-unicode",
      "odd-encoding",
    ]);
    expect(broken(simple(""))).toEqual(["no-unicode", "odd-encoding"]);
    const map = "/Encoding/WinAnsiEncoding/ToUnicode 12 0 R";
    expect(broken(simple(map))).toEqual(["unmapped-code"]);
    expect(broken(simple(map), ["unicode", "<0024><0041>", "<00><0041>\n<24><0042>"])).toEqual([]);
    expect(broken(simple("/Encoding/WinAnsiEncoding"), ["font", "/FontFile2 14 0 R", ""])).toEqual([
      "font-not-embedded",
    ]);
  });

  test("that are simple are held to the widths of their programs", () => {
    const encoded = "/Encoding/WinAnsiEncoding";
    expect(broken(simple(encoded))).toEqual([]);
    expect(broken(simple(encoded), ["font", ` ${widthOf("$")}]`, ` ${widthOf("$") + 9}]`])).toEqual([
      "width-differs",
    ]);
  });

  test("that follow a map of the world's own are taken to be read", () => {
    expect(broken(["font", "/Identity-H", "/UniGB-UCS2-H"], ["font", "/ToUnicode 12 0 R", ""])).toEqual([
      "no-unicode",
      "odd-encoding",
    ]);
    const collection = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/FontDescriptor";
    expect(
      broken(
        ["font", "/Identity-H", "/UniGB-UCS2-H"],
        ["font", "/ToUnicode 12 0 R", ""],
        ["descendant", "/FontDescriptor", collection],
      ),
    ).toEqual([]);
  });

  test("drawn by the file itself need not be embedded", () => {
    const drawn =
      "<</Type/Font/Subtype/Type3/FirstChar 0/LastChar 0/Widths[0]/Encoding<</Differences[0/A 36/B]>>" +
      "/CharProcs<</A 13 0 R/B 13 0 R>>>>";
    expect(broken(["font", /^.*$/, drawn])).toEqual([]);
  });
});

describe("its structure", () => {
  test("may have types of its own that stand for standard ones, in one step or more", () => {
    expect(broken(["structure", "/Chapter/Sect", ""])).toEqual(["unknown-type"]);
    expect(broken(["structure", "/Chapter/Sect", "/Chapter/Story"])).toEqual(["odd-role", "unknown-type"]);
    expect(broken(["structure", "/Text/P", "/Text/Figure"])).toEqual(["no-alternative"]);
  });

  test("may have cells over several columns and rows", () => {
    expect(broken(["cell1", "/RowSpan 2", "/RowSpan 1"])).toEqual(["uneven-rows"]);
    expect(broken(["head2", "/ColSpan 2", ""])).toEqual(["uneven-rows"]);
    expect(broken(["row3", "20 0 R", "20 0 R 18 0 R"])).toEqual([]);
  });

  test("says what a cell heads in a class, in one of several attributes, or cell by cell", () => {
    expect(broken(["head1", "/C/Head", ""])).toEqual(["no-scope"]);
    expect(broken(["head2", "/Scope/Column", ""])).toEqual(["no-scope"]);
    expect(broken(["head1", "/C/Head", "/ID(h)"], ["cell2", ">>", "/A<</O/Table/Headers[(h)]>>>>"])).toEqual(
      [],
    );
  });

  test("holds what stands in forms, under numbers of their own", () => {
    expect(broken(["form", "/MCID 0", "/MCID 7"])).toEqual(["lost-content"]);
    expect(broken(["form", "/StructParents 1", ""])).toEqual(["lost-content"]);
    expect(broken(["form", "/P<</MCID 0>> BDC", "/P BMC"])).toEqual(["untagged-content"]);
    expect(broken(["content", "/X Do", "/P<</MCID 0>>BDC /X Do EMC"])).toEqual(["lost-content"]);
  });

  test("holds what is marked by a name among the resources", () => {
    expect(broken(["page", "/Properties<</M<</MCID 0>>>>", ""])).toEqual(["untagged-content"]);
  });

  test("holds images that stand in the content, and text that moves to the next line", () => {
    expect(broken(["content", "/Artifact BMC BI", "BI"], ["content", "EI EMC", "EI"])).toEqual([
      "untagged-content",
    ]);
    expect(broken(["content", "/X Do", 'BT /F 9 Tf 0 0 <0024> " ET'])).toEqual(["untagged-content"]);
    expect(broken(["content", "ID EI EI", "ID EI"])).toEqual(["syntax"]);
  });
});

describe("its metadata", () => {
  test("have properties that are known, or described in the file", () => {
    expect(broken(["metadata", "pdfuaid:part", 'pdfuaid:amd="1" pdfuaid:part']), "an attribute").toEqual([
      "unknown-property",
    ]);
    expect(
      broken(["metadata", "<pdfaProperty:name>places<", "<pdfaProperty:name>names<"]),
      "an element",
    ).toEqual(["unknown-property"]);
    expect(
      broken(["metadata", "<dc:title", "<dc:name xmlns:dc='http://purl.org/dc/elements/1.1/'/><dc:title"]),
    ).toEqual(["unknown-property"]);
    expect(
      broken(["metadata", "<dc:title", "<tiff:Make xmlns:tiff='http://ns.adobe.com/tiff/1.0/'/><dc:title"]),
    ).toEqual([]);
  });

  test("have values of the kinds that are asked for", () => {
    expect(broken(["metadata", "bag Text", "Text"])).toEqual(["unknown-property"]);
    expect(broken(["metadata", /rdf:Bag>(?=<rdf:li>a|<\/own)/g, "rdf:Seq>"])).toEqual(["unknown-property"]);
  });

  test.each([
    ["an end that is missing", "</rdf:Description>\n<rdf", "<rdf"],
    ["ends that are crossed", "</rdf:Seq></pdfaSchema:property>", "</pdfaSchema:property></rdf:Seq>"],
    ["a prefix that stands for nothing", "<own:places>", "<odd:x/><own:places>"],
    ["a sign that opens nothing", "a &amp; b", "a < b"],
    ["an attribute without quotation marks", 'pdfuaid:part="1"', "pdfuaid:part=1"],
    ["a second element around", "</rdf:RDF>", "</rdf:RDF><x/>"],
  ])("are no XML with %s", (_, from, to) => {
    expect(broken(["metadata", from, to])).toContain("bad-metadata");
  });
});

describe("its bytes", () => {
  const told = (from: string | RegExp, to: string) => {
    const whole = plainPdf(Object.values(OBJECTS), "/ID[<00><00>]").toString("latin1");
    const changed = whole.replace(from, to);
    expect(changed).not.toBe(whole);
    // Every change keeps the length, so that each object stands where the index says.
    expect(changed.length).toBe(whole.length);
    return preflight(Buffer.from(changed, "latin1")).findings.map(({ rule, object, detail }) => [
      rule,
      object,
      detail,
    ]);
  };

  test.each([
    ["before an object", "\n8 0 obj", " 8 0 obj", 8],
    ["behind obj", "8 0 obj\n", "8 0 obj ", 8],
    ["before endobj", ">>\nendobj\n9 0", ">> endobj\n9 0", 8],
    ["behind endobj", "endobj\n9 0 obj", "endobj 9 0 obj", 8],
  ])("have a line end %s", (_, from, to, object) => {
    expect(told(from, to)).toContainEqual(["uneven-spacing", object, ""]);
  });

  test("say the length of a stream, and end its lines", () => {
    expect(
      told(/\/Length (\d)(\d)>>\nstream\n1 beginbfchar/, "/Length $12>>\nstream\n1 beginbfchar"),
    ).toContainEqual(["bad-stream", 12, expect.stringMatching(/^Length \d+$/)]);
    expect(told("endbfchar\nendstream", "endbfchar endstream")).toContainEqual([
      "bad-stream",
      12,
      expect.anything(),
    ]);
    expect(told("stream\n1 beginbfchar", "stream 1 beginbfchar")).toContainEqual([
      "bad-stream",
      12,
      "stream",
    ]);
  });
});

test("comments are passed over, in objects and on pages", () => {
  expect(
    broken(["document", "/P 4 0 R", "% (of others\n/P 4 0 R"], ["content", "/X Do", "% (a form\r/X Do"]),
  ).toEqual([]);
});

test("a stream is one behind any number of blanks", () => {
  const spaced = OBJECTS.unicode.replace(">>\nstream", `>>${" ".repeat(99)}\nstream`);
  const { findings } = preflight(plainPdf(Object.values({ ...OBJECTS, unicode: spaced }), "/ID[<00><00>]"));
  expect(findings).toEqual([]);
});

describe("a list of a subset's glyphs", () => {
  const count = tableOf(sfnt, "maxp").getUint16(4);
  /** @param bits Hexadecimal digits of the list. */
  const told = (bits: string, name = "ABCDEF+Foreign") => {
    const descendant = OBJECTS.descendant.replace(
      "/FontDescriptor<<",
      `/BaseFont/${name}/FontDescriptor<</CIDSet ${Object.keys(OBJECTS).length + 1} 0 R`,
    );
    const set = stream(`${bits}>`, "/Filter/ASCIIHexDecode");
    const objects = [...Object.values({ ...OBJECTS, descendant }), set];
    return preflight(plainPdf(objects, "/ID[<00><00>]")).findings.map(({ rule }) => rule);
  };
  const full = (glyphs: number) =>
    "ff".repeat(glyphs >> 3) + ((0xff00 >> (glyphs & 7)) & 0xff).toString(16).padStart(2, "0");

  test("names all of them, and no others", () => {
    expect(told(full(count))).toEqual([]);
    expect(told(full(count - 1))).toEqual(["incomplete-set"]);
    expect(told(full(count + 1))).toEqual(["incomplete-set"]);
    expect(told("")).toEqual(["incomplete-set"]);
  });

  test("need not name the glyph for what is missing, and is asked of subsets alone", () => {
    expect(told(full(count).replace(/^ff/, "7f"))).toEqual([]);
    expect(told("", "Foreign")).toEqual([]);
  });
});

test("objects that older readers are not shown are found", () => {
  const objects = Object.values(OBJECTS);
  const hidden = stream(`99 0 ${OBJECTS.font}`, "/Type/ObjStm/N 1/First 5");
  const index = stream(
    `02${(objects.length + 1).toString(16).padStart(4, "0")}00>`,
    "/Type/XRef/Filter/ASCIIHexDecode/W[1 2 1]/Size 100/Index[99 1]",
  );
  const page = OBJECTS.page.replace("10 0 R", "99 0 R");
  const all = [...objects.map((object) => (object === OBJECTS.page ? page : object)), hidden, index];
  const file = (at: string) => plainPdf(all, `/ID[<00><00>]/XRefStm ${at}`);
  const at = file("0000000000").indexOf(`${all.length} 0 obj`);
  expect(preflight(file(String(at).padStart(10, "0"))).findings).toEqual([]);
});

describe("its annotations", () => {
  test("belong to elements of their kinds, and have words", () => {
    expect(broken(["owner", "/S/Form", "/S/Link"])).toEqual(["link-outside-structure"]);
    expect(broken(["annotation", "/TU(a field)", ""])).toEqual(["no-link-contents"]);
    expect(broken(["annotation", "/Widget", "/Stamp"])).toEqual([
      "link-outside-structure",
      "no-link-contents",
    ]);
    expect(
      broken(["annotation", "/Widget", "/Stamp"], ["owner", "/S/Form", "/S/Annot/Alt(a stamp)"]),
    ).toEqual([]);
    const mark: Change = ["annotation", "/Widget", "/PrinterMark/Contents(a mark)"];
    expect(broken(mark, ["owner", "/S/Form", "/S/P"])).toEqual([]);
  });

  test.each([
    ["on its left", "-9 0 0 9", "-9 0 1 9"],
    ["on its right", "100 0 109 9", "99 0 109 9"],
    ["below it", "0 -9 9 0", "0 -9 9 1"],
    ["above it", "0 100 9 109", "0 99 9 109"],
  ])("need no words where they stand off the page, %s", (_, off, partly) => {
    const moved = (to: string) =>
      broken(["annotation", "/TU(a field)", ""], ["annotation", "/Rect[0 0 9 9]", `/Rect[${to}]`]);
    expect(moved(off)).toEqual([]);
    expect(moved(partly)).toEqual(["no-link-contents"]);
  });
});

describe("its outline", () => {
  const line = (about: string) => `<</Title(a line)${about}>>`;
  test.each([
    ["the first line", line("/Dest(gone)")],
    ["a line below the first", line(`/First ${line("/Dest(gone)")}`)],
    ["a line behind the first", line(`/Next ${line("/A<</S/GoTo/D(gone)>>")}`)],
    ["a line behind one below the first", line(`/First ${line(`/Next ${line("/Dest(gone)")}`)}`)],
  ])("is read down and along: %s leads nowhere", (_, first) => {
    const outline: Change = ["catalog", "/Lang", `/Outlines<</First ${first}>>/Lang`];
    expect(broken(outline)).toEqual(["lost-destination"]);
    expect(broken(outline, ["catalog", "(gone)", "[6 0 R/Fit]"])).toEqual([]);
  });
});

describe("what it lays over the rest", () => {
  /** @param state Entries of the state that everything is drawn in. */
  const drawnIn = (state: string, ...changes: readonly Change[]) =>
    broken(
      ["page", "/Properties", `/ExtGState<</G<<${state}>>/N<<>>>>/Properties`],
      // What the second says nothing of stays as it was.
      ["content", "/P/M", "/G gs /N gs /P/M"],
      ...changes,
    );
  const none: Change = ["catalog", "/S/GTS_PDFA1", "/S/Other"];

  test.each(["/ca 0.5", "/CA 0.5", "/BM/Multiply", "/BM[/Screen/Normal]", "/SMask<</S/Alpha/G 13 0 R>>"])(
    "needs a space to be blended in: %s",
    (state) => {
      expect(drawnIn(state)).toEqual([]);
      expect(drawnIn(state, none)).toEqual(["blended-in-no-space", "no-intent"]);
      const group: Change = ["page", "/Tabs", "/Group<</S/Transparency/CS[/ICCBased 5 0 R]>>/Tabs"];
      expect(drawnIn(state, none, group)).toEqual(["no-intent"]);
    },
  );

  test("is as it is where nothing shines through", () => {
    for (const state of ["/ca 1", "/BM/Normal", "/BM/Compatible", "/SMask/None"])
      expect(drawnIn(state, none), state).toEqual(["no-intent"]);
    expect(broken(["form", "/StructParents", "/Group<</S/Transparency>>/StructParents"], none)).toEqual([
      "blended-in-no-space",
      "no-intent",
    ]);
  });

  test("names a mode of the standard's", () => {
    expect(drawnIn("/BM/Odd")).toEqual(["unknown-blend"]);
  });
});

test("text that is unseen needs no font program", () => {
  const unseen: Change = ["content", /\/F 12 Tf/g, "/F 12 Tf 3 Tr"];
  const lacks: Change = ["descendant", "/FontFile2 14 0 R", ""];
  const inForm: Change = ["form", "/F 12 Tf", "/F 12 Tf 0 Tr"];
  expect(broken(lacks, unseen, inForm)).toEqual(["font-not-embedded"]);
  expect(broken(lacks, unseen)).toEqual([]);
  expect(broken(["descendant", `${width}]`, `${width + 9}]`], unseen)).toEqual([]);
});

describe("its colours", () => {
  const profile = (components: number): Change => ["profile", "/N 3", `/N ${components}`];
  const paints = (colour: string): Change => ["content", "/X Do", `/X Do ${colour}`];

  test("mean what the output intent says", () => {
    expect(broken(paints("0 0 0 1 k"))).toEqual(["wrong-colour"]);
    expect(broken(paints("0 0 0 1 k"), profile(4))).toEqual([]);
    expect(broken(paints("1 0 0 rg"))).toEqual([]);
    expect(broken(paints("1 0 0 rg"), profile(4))).toEqual(["wrong-colour"]);
  });

  test("need no intent where none of them is a device's", () => {
    const none: Change = ["catalog", "/S/GTS_PDFA1", "/S/Other"];
    expect(broken(none)).toEqual(["no-intent"]);
    const spaces = "/ColorSpace<</DefaultGray[/ICCBased 5 0 R]>>/Properties";
    const form = "/ColorSpace<</DefaultGray[/ICCBased 5 0 R]>>/Font";
    expect(broken(none, ["page", "/Properties", spaces], ["form", "/Font", form])).toEqual([]);
  });
});

test("a file that is not tagged is told so, and nothing else of its structure", () => {
  expect(
    broken(["catalog", "/MarkInfo<</Marked true>>/", "/"], ["catalog", "/StructTreeRoot 4 0 R", ""]),
  ).toEqual(["not-tagged"]);
});
