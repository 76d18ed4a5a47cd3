import { describe, expect, test } from "vitest";
import { archivePdf, type Change, DOLLAR, NEXT } from "../../test/archive-pdf.ts";
import { stream } from "../../test/plain-pdf.ts";
import { type1Program } from "../../test/type1-program.ts";
import { preflight } from "./preflight.ts";

/** Rules that are broken with a change, each once; the verdicts of veraPDF 1.28.2 on the same changes are these. */
const broken = (changes: readonly Change[], added: readonly string[] = []) => [
  ...new Set(preflight(archivePdf(changes, added)).findings.map(({ rule }) => rule)),
];

test("a small archive passes", () => {
  const claims = ["PDF/UA-1", "PDF/A-2a"];
  expect(preflight(archivePdf())).toEqual({ claims, findings: [] });
});

const catalog = (entry: string): Change => ["catalog", "/Type/Catalog", `/Type/Catalog${entry}`];
const page = (entry: string): Change => ["page", "/Type/Page", `/Type/Page${entry}`];
const state = (entry: string): Change => ["state", "/ca 1", entry];
const image = (entry: string): Change => ["image", "/Width", `${entry}/Width`];
const draws = (operators: string): Change => ["content", "/G gs", `/G gs ${operators}`];
const text = (from: string | RegExp, to: string): Change => ["metadata", from, to];
const link = (from: string | RegExp, to: string): Change => ["annotation", from, to];
const action = (entries: string): Change => link(/\/A<<.*?>>/, `/A<<${entries}>>`);
const next = `${NEXT} 0 R`;

describe("numbers, texts, names and pages", () => {
  test.each([
    ["a whole number", catalog("/My 2147483648"), catalog("/My -2147483648")],
    ["a fraction", catalog(`/My 0.${"0".repeat(40)}1`), catalog("/My 0.00001")],
    ["a text", catalog(`/My(${"a".repeat(32768)})`), catalog(`/My(${"a".repeat(32767)})`)],
    ["a name", catalog(`/My/${"a".repeat(128)}`), catalog(`/My/${"a".repeat(127)}`)],
    ["a key", catalog(`/${"a".repeat(128)} 1`), catalog(`/${"a".repeat(127)} 1`)],
    ["a number of the content", draws("1 0 0 1 2147483648 0 cm"), draws("1 0 0 1 0 0 cm")],
    [
      "states kept",
      draws(`${"q ".repeat(29)}${"Q ".repeat(29)}`),
      draws(`${"q ".repeat(28)}${"Q ".repeat(28)}`),
    ],
    ["a side", ["page", "[0 0 100 100]", "[0 0 100 2]"], ["page", "[0 0 100 100]", "[0 0 100 3]"]],
    [
      "a long side",
      ["page", "[0 0 100 100]", "[0 0 100 14401]"],
      ["page", "[0 0 100 100]", "[0 0 100 14400]"],
    ],
    ["a box", page("/CropBox[0 0 2 2]"), page("/CropBox[0 0 9 9]")],
  ] as const)("%s is within bounds", (_, beyond, within) => {
    expect(broken([beyond])).toEqual(["beyond-bounds"]);
    expect(broken([within])).toEqual([]);
  });

  test("a page is as large as the tree around says", () => {
    const moved = (box: string): Change => ["pages", "/Count", `/MediaBox[${box}]/Count`];
    const none: Change = ["page", "/MediaBox[0 0 100 100]", ""];
    expect(broken([none, moved("0 0 100 100")])).toEqual([]);
    expect(broken([none, moved("0 0 2 100")])).toEqual(["beyond-bounds"]);
  });

  test("hexadecimal digits come in pairs, and alone", () => {
    expect(broken([catalog("/My<123>")])).toEqual(["odd-string"]);
    expect(broken([catalog("/My<12zz>")])).toEqual(["odd-string"]);
    expect(broken([catalog("/My<12 34>")])).toEqual([]);
  });
});

test("the file begins and ends as an archive does", () => {
  const sound = archivePdf().toString("latin1");
  const told = (whole: string) => preflight(Buffer.from(whole, "latin1")).findings.map(({ rule }) => rule);
  expect(told(sound.replace("%PDF-1.4", "%PDF-2.0"))).toEqual(["bad-head"]);
  expect(told(sound.replace("\u00e2\u00e3\u00cf\u00d3", "text"))).toEqual(["bad-head"]);
  expect(told(`${sound}\n`)).toEqual(["behind-end"]);
  expect(told(sound.trimEnd())).toEqual([]);
});

const configured = (entries: string, more = "") =>
  catalog(`/OCProperties<</OCGs[${next}]/D<<${entries}>>${more}>>`);
const widget: readonly Change[] = [
  link("/Subtype/Link", "/Subtype/Widget/FT/Tx/T(n)/TU(field)/AP<</N 13 0 R>>"),
  link(/\/A<<.*?>>/, ""),
  ["owner", "/S/Link", "/S/Form"],
];
const stamp = (appearance: string): readonly Change[] => [
  link("/Subtype/Link", `/Subtype/Stamp${appearance}`),
  ["owner", "/S/Link", "/S/Annot"],
];

describe("what an archive may not have", () => {
  test.each([
    [state("/TR/Identity"), "6.2.5"],
    [state("/TR2/Identity"), "6.2.5"],
    [state("/HTP[0 0]"), "6.2.5"],
    [state("/HT<</HalftoneType 6>>"), "6.2.5"],
    [state("/HT<</HalftoneType 1/HalftoneName(x)>>"), "6.2.5"],
    [image("/Alternates[]"), "6.2.8"],
    [image("/OPI<<>>"), "6.2.8"],
    [image("/Interpolate true"), "6.2.8"],
    [["image", "BitsPerComponent 8", "BitsPerComponent 3"], "6.2.8"],
    [draws("/Artifact BMC BI /W 1/H 1/BPC 8/CS/G/I true ID z EI EMC"), "6.2.8"],
    [draws("/Artifact BMC BI /W 1/H 1/BPC 8/CS/G/F/LZW ID z EI EMC"), "6.1.10"],
    [["form", "/Subtype/Form", "/Subtype/Form/Subtype2/PS"], "6.2.9"],
    [["form", "/Subtype/Form", "/Subtype/PS"], "6.2.9"],
    [["form", "/Subtype/Form", "/Subtype/Form/OPI<<>>"], "6.2.9"],
    [["form", "/Subtype/Form", "/Subtype/Form/Ref<<>>"], "7.20"],
    [["form", "/Subtype/Form", "/F(a.bin)/Subtype/Form"], "6.1.7.1"],
    [catalog("/Names<</AlternatePresentations<<>>>>"), "6.10"],
    [catalog("/Requirements[]"), "6.11"],
    [catalog("/Perms<</Foo 1>>"), "6.1.12"],
    [catalog("/NeedsRendering true"), "6.4.2"],
    [catalog("/AcroForm<</Fields[]/XFA[]>>"), "6.4.2"],
    [catalog("/AcroForm<</Fields[]/NeedAppearances true>>"), "6.4.1"],
    [page("/PresSteps<<>>"), "6.10"],
  ] as const)("%j", (change, clause) => {
    const { findings } = preflight(archivePdf([change]));
    expect(findings.map(({ rule }) => rule)).toEqual(["forbidden-entry"]);
    expect(findings[0]!.clause).toContain(clause);
  });

  test.each([
    [state("/TR2/Default")],
    [state("/HT<</HalftoneType 1>>")],
    [catalog("/Perms<</DocMDP<<>>>>")],
    [image("/Interpolate false")],
    [page("/LastModified(D:2020)")],
  ] as const)("it may have %j", (change) => {
    expect(broken([change])).toEqual([]);
  });

  test("what no page uses is not asked about", () => {
    expect(broken([["page", "/G 20 0 R", "/G 20 0 R/H<</TR/Identity>>"]])).toEqual([]);
  });

  test("an image's mask has one bit to a sample", () => {
    const mask = (bits: number) =>
      stream("z", `/Subtype/Image/Width 1/Height 1/ImageMask true/BitsPerComponent ${bits}`);
    expect(broken([image(`/Mask ${next}`)], [mask(8)])).toEqual(["forbidden-entry"]);
    expect(broken([image(`/Mask ${next}`)], [mask(1)])).toEqual([]);
  });
});

describe("what pages are painted with", () => {
  test("is operators and intents that there are", () => {
    expect(broken([draws("foo")])).toEqual(["unknown-operator"]);
    expect(broken([draws("BX foo EX")])).toEqual(["unknown-operator"]);
    expect(broken([draws("/Foo ri")])).toEqual(["unknown-intent"]);
    expect(broken([state("/RI/Foo")])).toEqual(["unknown-intent"]);
    expect(broken([image("/Intent/Foo")])).toEqual(["unknown-intent"]);
    expect(broken([draws("/Perceptual ri"), state("/RI/Saturation")])).toEqual([]);
  });

  test("is a page's and a form's own", () => {
    const form: Change = ["form", "/Resources<<>>", ""];
    expect(broken([form])).toEqual([]);
    expect(broken([form, ["form", "0 g", "/G gs 0 g"]])).toEqual(["borrowed-resources"]);
    const own = /\/Resources(<<.*>>>>)(?=>>$)/;
    const [, resources] = own.exec(
      archivePdf()
        .toString("latin1")
        .match(/<<\/Type\/Page\/.*/)![0],
    )!;
    expect(
      broken([
        ["page", own, ""],
        ["pages", "/Count", `/Resources${resources}/Count`],
      ]),
    ).toEqual(["borrowed-resources"]);
  });

  test("is profiles of printers and screens, one for the whole file", () => {
    const hex = (kind: string) => Buffer.from(kind).toString("hex");
    const of = (kind: string): Change => ["profile", hex("mntrRGB "), hex(kind)];
    const second: Change = [
      "catalog",
      "/OutputIntents[",
      `/OutputIntents[<</S/GTS_X/DestOutputProfile ${next}>>`,
    ];
    const profile = stream(`${"00".repeat(12)}${hex("mntrRGB ")}>`, "/N 3/Filter/ASCIIHexDecode");
    const scanner = profile.replace(hex("mntr"), hex("scnr"));
    expect(broken([of("scnrRGB ")])).toEqual(["bad-profile"]);
    expect(broken([["profile", /(\n.{16})../, "$105"]])).toEqual(["bad-profile"]);
    expect(broken([second], [profile])).toEqual(["several-profiles"]);
    expect(
      broken([["catalog", "/OutputIntents[", "/OutputIntents[<</S/GTS_X/DestOutputProfile 5 0 R>>"]]),
    ).toEqual([]);
    const coloured: Change = ["image", "/DeviceGray", `[/ICCBased ${next}]`];
    expect(broken([coloured], [scanner])).toEqual([]);
    expect(broken([coloured], [scanner.replace(hex("scnr"), hex("link"))])).toEqual(["bad-profile"]);
  });

  test("is languages that there are", () => {
    expect(broken([["content", "/MCID 0", "/MCID 0/Lang(a_b)"]])).toEqual(["no-language"]);
    expect(broken([["content", "/MCID 0", "/MCID 0/Lang(en)"]])).toEqual([]);
  });
});

test("layers have names and their order, and switch not by themselves", () => {
  const layer = ["<</Type/OCG/Name(x)>>"];
  const told = (entries: string, more?: string) => broken([configured(entries, more)], layer);
  expect(told(`/Name(d)/Order[[(t) ${next}]]`)).toEqual([]);
  expect(told("/Name(d)")).toEqual([]);
  expect(told(`/Order[${next}]`)).toEqual(["odd-layers"]);
  expect(told("/Name()")).toEqual(["odd-layers"]);
  expect(told("/Name(d)/AS[]")).toEqual(["odd-layers"]);
  expect(told("/Name(d)/Order[]")).toEqual(["odd-layers"]);
  expect(told("/Name(d)", "/Configs[<</Name(d)>>]")).toEqual(["odd-layers"]);
  expect(told("/Name(d)", "/Configs[<</Name(e)>>]")).toEqual([]);
});

describe("annotations and actions", () => {
  test("are of kinds that can be kept", () => {
    const owned: Change = ["owner", "/S/Link", "/S/Annot"];
    for (const kind of ["3D", "Sound", "Movie", "Screen"])
      expect(broken([link("/Subtype/Link", `/Subtype/${kind}/AP<</N 13 0 R>>`), owned]), kind).toEqual([
        "forbidden-entry",
      ]);
  });

  test("are drawn by one appearance", () => {
    expect(broken(stamp("/AP<</N 13 0 R>>"))).toEqual([]);
    expect(broken([...stamp(""), link("[0 0 9 9]", "[9 9 9 9]")])).toEqual([]);
    for (const appearance of ["", "/AP<<>>", "/AP<</N 13 0 R/D 13 0 R>>", "/AP<</N<</On 13 0 R>>>>"])
      expect(broken(stamp(appearance)), appearance).toEqual(["no-appearance"]);
    expect(broken([...widget, link("/FT/Tx", "/FT/Btn")])).toEqual(["no-appearance"]);
    expect(broken([...widget, link("/FT/Tx", "/FT/Btn"), link("/N 13 0 R", "/N<</On 13 0 R>>")])).toEqual([]);
  });

  test("are nothing to a reader outside of the page", () => {
    const [silent, alone]: readonly Change[] = [link("/Contents(a link)", ""), ["owner", "/S/Link", "/S/P"]];
    expect(broken([silent!, alone!])).toEqual(["no-link-contents", "link-outside-structure"]);
    expect(broken([silent!, alone!, link("[0 0 9 9]", "[200 200 209 209]")])).toEqual([]);
  });

  test.each(["GoToE", "Thread", "SubmitForm", "Named/N/NextPage"])("may do: %s", (kind) => {
    expect(broken([action(`/S/${kind}`)])).toEqual([]);
  });

  test.each(["ResetForm", "Hide", "Rendition", "Named/N/Print", "URI/Next<</S/JavaScript/JS(x)>>"])(
    "may not do: %s",
    (kind) => {
      expect(broken([action(`/S/${kind}`)])).toEqual(["forbidden-action"]);
    },
  );

  test("a field does nothing", () => {
    expect(broken(widget)).toEqual([]);
    expect(broken([...widget, link("/FT/Tx", "/FT/Tx/A<</S/URI/URI(a)>>")])).toEqual(["forbidden-action"]);
    expect(broken([...widget, link("/FT/Tx", "/FT/Tx/AA<<>>")])).toEqual(["forbidden-action"]);
  });

  test("a file that is only spoken of is none that is attached", () => {
    expect(broken([action(`/S/GoToR/D[0/Fit]/F ${next}`)], ["<</Type/Filespec/F(a.pdf)>>"])).toEqual([]);
  });
});

describe("attached files", () => {
  const names = catalog(`/Names<</EmbeddedFiles<</Names[(a)${next}]>>>>`);
  const attached = (entries: string, file = stream("hello", "/Subtype/text#2fplain")) => [
    `<<${entries}/EF<</F ${NEXT + 1} 0 R>>>>`,
    file,
  ];
  const whole = "/F(a.txt)/UF(a.txt)";

  test("are archives themselves in part 2", () => {
    expect(broken([names], attached(whole))).toEqual(["attachment-in-part-2"]);
    const archive = stream(archivePdf().toString("latin1"), "/Subtype/application#2fpdf");
    expect(broken([names], attached(whole, archive))).toEqual([]);
  });

  test("say what they are and what they go with in part 3", () => {
    const part3 = text("<pdfaid:part>2<", "<pdfaid:part>3<");
    const told = (entries: string, changes: readonly Change[] = [catalog(`/AF[${next}]`)], file?: string) =>
      broken([names, part3, ...changes], attached(entries, file));
    expect(told(`${whole}/AFRelationship/Data`)).toEqual([]);
    expect(told(`${whole}/AFRelationship/Data`, [])).toEqual(["no-relationship"]);
    expect(told(whole)).toEqual(["no-relationship"]);
    expect(told("/F(a.txt)/AFRelationship/Data")).toEqual(["unnamed-attachment"]);
    expect(told(`${whole}/AFRelationship/Data`, undefined, stream("hello"))).toEqual(["unnamed-attachment"]);
  });
});

describe("the structure", () => {
  test("is not doubted", () => {
    expect(broken([["catalog", "/Marked true", "/Marked true/Suspects true"]])).toEqual(["suspects"]);
  });

  test("has roles that lead to the standard's, which have none", () => {
    const role = (roles: string): Change => ["structure", "/Text/P", roles];
    expect(broken([role("/Text/Text")])).toEqual(["odd-role", "unknown-type"].sort().reverse());
    expect(broken([role("/Text/P/P/H1")])).toEqual(["odd-role"]);
    expect(broken([role("/Text/P/TD/P")])).toContain("odd-role");
    expect(broken([role("/Text/P/Quote/Span")])).toEqual([]);
  });

  test("says what each element belongs to", () => {
    expect(broken([["paragraph", "/P 8 0 R", ""]])).toEqual(["lost-content"]);
  });

  const [row1, row2] = ["25 0 R", "26 0 R"];
  const group = (type: string, kids = "[]") => `<</S/${type}/P 21 0 R/K ${kids}>>`;
  test.each([
    ["two captions", group("Caption") + group("Caption") + row1 + row2],
    ["a caption between rows", row1 + group("Caption") + row2],
    ["a head without a body", group("THead", row1) + row2],
    ["a foot without a body", row1 + group("TFoot", row2)],
    ["two heads", group("THead", row1) + group("THead") + group("TBody", row2)],
    ["two feet", group("TFoot", row1) + group("TFoot") + group("TBody", row2)],
  ])("has no table with %s", (_, kids) => {
    expect(broken([["table", `${row1} ${row2}`, kids]])).toEqual(["misplaced-element"]);
  });

  test("has tables with a caption first or last, or a head and a body", () => {
    for (const kids of [
      group("Caption") + row1 + row2,
      row1 + row2 + group("Caption"),
      group("THead", row1) + group("TBody", row2),
    ])
      expect(broken([["table", `${row1} ${row2}`, kids]]), kids).toEqual([]);
  });

  test.each(["LI", "LBody", "TOCI", "TR", "TD"])("has no %s by itself", (type) => {
    expect(broken([["paragraph", "/S/Text", `/S/${type}`]])).toEqual(["misplaced-element"]);
  });

  test("has rows that end together, also those that hang over", () => {
    const tall = (name: "cell1" | "cell2", kid: number): Change => [
      name,
      `/K ${kid}`,
      `/K ${kid}/A<</O/Table/RowSpan 2>>`,
    ];
    expect(broken([tall("cell1", 3)])).toEqual(["uneven-rows"]);
    expect(broken([tall("cell1", 3), tall("cell2", 4)])).toEqual([]);
  });

  test("asks for a scope where there is something to head", () => {
    const bare: Change = ["header1", /\/A<<.*?>>/, ""];
    expect(broken([bare])).toEqual(["no-scope"]);
    expect(broken([bare, ["cell1", "/S/TD", "/S/TH"], ["cell2", "/S/TD", "/S/TH"]])).toEqual([]);
  });

  test("has headings with levels, or without, and one of these to an element", () => {
    const heads = (first: string, second: string) =>
      broken([
        ["paragraph", "/S/Text", `/S/${first}`],
        ["note", "/S/Note", `/S/${second}`],
      ]);
    expect(heads("H", "H")).toEqual(["mixed-headings"]);
    expect(heads("H1", "H")).toEqual(["mixed-headings"]);
    expect(heads("H", "P")).toEqual([]);
  });

  test("has words for figures and formulas, if only none to be read", () => {
    for (const type of ["Figure", "Formula"]) {
      expect(broken([["paragraph", "/S/Text", `/S/${type}`]]), type).toEqual(["no-alternative"]);
      expect(broken([["paragraph", "/S/Text", `/S/${type}/ActualText()`]]), type).toEqual([]);
    }
  });
});

describe("fonts", () => {
  test("say how their codes become glyphs", () => {
    expect(broken([["descendant", "/CIDToGIDMap/Identity", ""]])).toEqual(["odd-encoding"]);
    expect(broken([["font", "/Identity-H", "/Foo-H"]])).toEqual(["odd-encoding"]);
    expect(broken([["font", "/Identity-H", "/UniGB-UCS2-H"]])).toEqual(["odd-encoding"]);
    expect(
      broken([
        ["font", "/Identity-H", "/UniGB-UCS2-H"],
        ["descendant", "(Identity)", "(GB1)"],
      ]),
    ).toEqual([]);
  });

  test("have maps that run as their streams say", () => {
    const collection = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
    const map = (mode: number, about = "") =>
      stream(
        `/WMode ${mode} def 1 begincodespacerange <0000><ffff> endcodespacerange 1 begincidrange <0000><ffff> 0 endcidrange`,
        `/Type/CMap${collection}${about}`,
      );
    expect(broken([["font", "/Identity-H", ` ${next}`]], [map(1)])).toEqual(["odd-encoding"]);
    expect(broken([["font", "/Identity-H", ` ${next}`]], [map(1, "/WMode 1")])).toEqual([]);
  });

  const simple = (about: string): readonly Change[] => [
    ["font", /^.*$/, `<</Type/Font/Subtype/TrueType/BaseFont/Foreign/FontDescriptor ${next}${about}>>`],
    ["content", /<0024>/g, "<24>"],
  ];
  const descriptor = (flags: number) => [`<</FontName/Foreign/Flags ${flags}/FontFile2 14 0 R>>`];
  const codes = `/FirstChar 36/LastChar 36/Widths[${DOLLAR}]`;
  test("of letters have an encoding of letters, those of symbols none", () => {
    const told = (about: string, flags: number) => broken(simple(codes + about), descriptor(flags));
    expect(told("/Encoding/WinAnsiEncoding", 32)).toEqual([]);
    expect(told("/Encoding<</BaseEncoding/MacRomanEncoding/Differences[36/dollar]>>", 32)).toEqual([]);
    expect(told("/Encoding/WinAnsiEncoding", 4)).toContain("odd-encoding");
    expect(told("/Encoding<</Differences[36/dollar]>>", 32)).toContain("odd-encoding");
    expect(told("/Encoding/StandardEncoding", 32)).toContain("odd-encoding");
  });

  test("that are simple have a name", () => {
    const [font, content] = simple(`${codes}/Encoding/WinAnsiEncoding`) as [Change, Change];
    expect(broken([font, content], descriptor(32))).toEqual([]);
    const nameless: Change = [font[0], font[1], font[2].replace("/BaseFont/Foreign", "")];
    expect(broken([nameless, content], descriptor(32))).toContain("incomplete-font");
  });

  test("that are simple say which widths they have", () => {
    const told = (about: string) => broken(simple(`${about}/Encoding/WinAnsiEncoding`), descriptor(32));
    expect(told(`/LastChar 36/Widths[${DOLLAR}]`)).toContain("incomplete-font");
    expect(told(`/FirstChar 36/LastChar 40/Widths[${DOLLAR}]`)).toEqual(["incomplete-font"]);
  });

  describe("of Type 1", () => {
    const own = "256 array dup 36 /A put dup 37 /g37 put dup 38 /B put readonly";
    const told = (code: string, about: string, listed = "") =>
      broken(
        [
          [
            "font",
            /^.*$/,
            `<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/FontDescriptor ${next}${about}` +
              "/FirstChar 36/LastChar 37/Widths[500 500]>>",
          ],
          ["content", /<0024>/g, `<${code}>`],
        ],
        [
          `<</FontName/ABCDEF+Own/Flags 32/FontFile ${NEXT + 1} 0 R${listed}>>`,
          stream(`${type1Program(own).toString("hex")}>`, "/Filter/ASCIIHexDecode"),
        ],
      );

    test("are read by the names of their own encoding where the file has none, as LaTeX leaves it out", () => {
      expect(told("24", "")).toEqual([]);
      expect(told("25", "")).toEqual(["no-glyph", "no-unicode"]);
    });

    test("have each glyph that an encoding names", () => {
      expect(told("24", "/Encoding<</Differences[36/A]>>")).toEqual([]);
      expect(told("24", "/Encoding<</Differences[36/C]>>")).toEqual(["no-glyph"]);
    });

    test("list all glyphs, if any", () => {
      expect(told("24", "", "/CharSet(/A/B/emdash)")).toEqual([]);
      expect(told("24", "", "/CharSet(/A/B)")).toEqual(["incomplete-set"]);
      expect(told("24", "", "/CharSet(/A/B/emdash/C)")).toEqual(["incomplete-set"]);
    });
  });

  test("that every reader has are read by the letters that they have", () => {
    const told = (name: string) =>
      broken([
        ["font", /^.*$/, `<</Type/Font/Subtype/Type1/BaseFont/${name}>>`],
        ["content", /<0024>/g, "<24>"],
      ]);
    expect(told("Courier")).toEqual(["font-not-embedded"]);
    expect(told("Symbol")).toEqual(["font-not-embedded", "no-unicode"]);
  });

  test("that the file draws have each glyph, as wide as they say", () => {
    const told = (glyph: string, glyphs = `/dollar ${next}`) =>
      broken(
        [
          [
            "font",
            /^.*$/,
            "<</Type/Font/Subtype/Type3/FirstChar 36/LastChar 36/Widths[500]" +
              `/Encoding<</Differences[36/dollar]>>/CharProcs<<${glyphs}>>/Resources<<>>>>`,
          ],
          ["content", /<0024>/g, "<24>"],
        ],
        [stream(glyph)],
      );
    expect(told("500 0 d0 0 0 9 9 re f")).toEqual([]);
    expect(told("501 0 0 0 9 9 d1 0 0 9 9 re f")).toEqual([]);
    expect(told("600 0 0 0 9 9 d1 0 0 9 9 re f")).toEqual(["width-differs"]);
    expect(told("400 0 d0 0 0 9 9 re f")).toEqual(["width-differs"]);
    expect(told("", "")).toEqual(["no-glyph"]);
  });

  test("have words for what is private to them", () => {
    const hidden: Change = ["unicode", "<0041>", "<e000>"];
    expect(broken([hidden])).toEqual(["private-character"]);
    expect(broken([hidden, text(">A</pdfaid", ">U</pdfaid")])).toEqual([]);
    expect(broken([hidden, ["content", /\/MCID (\d)/g, "/MCID $1/ActualText(A)"]])).toEqual([]);
    expect(broken([hidden, ["document", "/S/Story", "/S/Story/ActualText(A)"]])).toEqual([
      "private-character",
    ]);
    const worded = (["paragraph", "header1", "header2", "cell1", "cell2", "note"] as const).map(
      (name): Change => [name, "/Type/StructElem", "/Type/StructElem/ActualText(A)"],
    );
    expect(broken([hidden, ...worded])).toEqual([]);
  });
});

describe("the metadata", () => {
  test.each([
    ["a level in small letters", text(">A</pdfaid", ">a</pdfaid")],
    ["a part that there is not", text("pdfaid:part>2<", "pdfaid:part>9<")],
    ["a prefix of one's own", text(/pdfuaid(?=[:=])/g, "ua")],
    ["a prefix of one's own for the archive", text(/pdfaid(?=[:=])/g, "aa")],
  ])("do not claim %s", (_, change) => {
    expect(broken([change])).toContain("wrong-claim");
  });

  test("state no length and no encoding", () => {
    expect(broken([text('begin=""', 'begin="" bytes="99"')])).toEqual(["odd-packet"]);
    expect(broken([text('begin=""', 'begin="" encoding="UTF-8"')])).toEqual(["odd-packet"]);
  });

  test.each([
    ["its own prefix", text(/pdfaSchema(?=[:=])/g, "sc")],
    ["its own prefix around", text(/pdfaExtension(?=[:=])/g, "xc")],
    ["another category", text(">internal<", ">other<")],
    ["no category", text(/<pdfaProperty:category>.*?<\/pdfaProperty:category>/, "")],
    ["no description", text(/<pdfaProperty:description>.*?<\/pdfaProperty:description>/, "")],
    ["a type that there is not", text(">Integer<", ">Foo<")],
    ["no schema", text(/<pdfaSchema:schema>.*?<\/pdfaSchema:schema>/, "")],
    ["no prefix", text(/<pdfaSchema:prefix>.*?<\/pdfaSchema:prefix>/, "")],
    ["something more", text("<pdfaSchema:prefix>", "<pdfaSchema:foo>x</pdfaSchema:foo><pdfaSchema:prefix>")],
  ])("describe no property with %s", (_, change) => {
    expect(broken([change])).toEqual(["bad-description"]);
  });
});
