/** A text and its translation, each in a file of its own → one issue, as both in one file would be. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { run as program } from "../src/app/cli.ts";
import { REMARKS, remark } from "../src/import/write-issue.ts";
import { docx, paragraph, run } from "./docx.ts";
import { ROOT } from "./fixture.ts";
import { captured, type Newsroom, newsroom } from "./newsroom.ts";
import { png } from "./picture-files.ts";

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Shape {
  readonly zh: string;
  readonly en: string;
}
const source = JSON.parse(textOf("test/data/2024-14.source.json")) as {
  readonly blocks: readonly Shape[];
  readonly footer: readonly Shape[];
};
const ZH = ["2024-14 （总第 14 期）", "上海浦江创新论坛中心\t2024 年 9 月 9 日"];
const EN = ["2024-14", "(Issue 14 overall)", "Shanghai Pujiang Innovation Forum Center    September 9, 2024"];
const lines = (language: "zh" | "en", head: readonly string[]) =>
  [...head, ...[...source.blocks, ...source.footer].map((it) => it[language])].join("\n\n");

const importIn = (room: Newsroom, ...args: string[]) =>
  captured(() => program(["--lang", "en", "import", ...args, "--content", room.path("content")], "0.0.0"));

/** Files in a newsroom, imported in the order in which they are named. */
async function imported(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const room = newsroom();
  room.write("content/publication.yaml", textOf("content/publication.yaml"));
  for (const [name, content] of Object.entries(files)) room.write(name, content);
  const paths = Object.keys(files).map(room.path);
  const outcome = await importIn(room, ...paths, "--force", ...args);
  const read = (number: string) =>
    existsSync(room.path(`content/${number}.yaml`))
      ? readFileSync(room.path(`content/${number}.yaml`), "utf8")
      : "";
  return { ...outcome, room, read };
}

const wordFile = (text: string) =>
  docx(
    text
      .split("\n\n")
      .map((it) => paragraph(it))
      .join(""),
  );

test("the real issue comes back to the byte from a file for each language, whichever is named first", async () => {
  const [zh, en] = [lines("zh", ZH), lines("en", EN)];
  for (const files of [
    { "zh.txt": zh, "en.txt": en },
    { "a.txt": en, "b.docx": wordFile(zh) },
  ]) {
    const { exit, err, read } = await imported(files);
    expect([exit, err]).toEqual([0, ""]);
    expect(read("2024-14")).toBe(textOf("content/2024-14.yaml"));
  }
});

const noted = (language: "zh" | "en") => {
  const [title, first, second, one, two] = {
    zh: ["标题", "创新是引领发展的第一动力。", "各地继续加大投入力度。", "来源甲。", "来源乙。"],
    en: [
      "A title",
      "Innovation drives development.",
      "The regions go on to invest.",
      "Source A.",
      "Source B.",
    ],
  }[language] as [string, string, string, string, string];
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`;
  return docx(
    paragraph(title) + paragraph(run(first) + reference(1)) + paragraph(run(second) + reference(2)),
    { "word/footnotes.xml": `<w:footnotes>${note(1, one)}${note(2, two)}</w:footnotes>` },
  );
};

test("notes that are counted from 1 in both files are pairs", async () => {
  const { read } = await imported({ "en.docx": noted("en"), "zh.docx": noted("zh") }, "--issue", "2025-02");
  const { notes, articles } = parse(read("2025-02"));
  expect(Object.values(notes)).toEqual([
    { zh: "来源甲。", en: "Source A." },
    { zh: "来源乙。", en: "Source B." },
  ]);
  expect(articles[0].body[1]).toEqual({
    zh: "各地继续加大投入力度。[^2]",
    en: "The regions go on to invest.[^2]",
  });
});

test("a note that the other file does not have is told, and takes no other's text", async () => {
  const zh = "标题\n\n创新是第一动力[^1]。\n\n[^1]: 来源甲。";
  const en =
    "A title\n\nInnovation[^1] is the driving force.[^2]\n\n[^1]: A note by the translator.\n\n[^2]: Source A.";
  const { read, err } = await imported({ "a.md": zh, "b.md": en }, "--issue", "2025-02");
  expect(Object.values(parse(read("2025-02")).notes)).toEqual([
    { zh: "来源甲。" },
    { en: "A note by the translator." },
    { en: "Source A." },
  ]);
  expect(err.match(/Check: the other language is missing/g)).toHaveLength(3);
});

const DRAWING = (id: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const pictured = (texts: readonly string[], bytes: Uint8Array) =>
  docx(paragraph(texts[0]!) + paragraph(texts[1]!) + DRAWING("rId1") + paragraph(texts[2]!), {
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
    "word/media/image1.png": bytes,
  });
const CHINESE = ["标题", "创新是引领发展的第一动力。", "各地继续加大投入力度。"];
const ENGLISH = ["A title", "Innovation drives development.", "The regions go on to invest."];

test("a picture of both files is one figure; two that only Word calls alike are two", async () => {
  const [wide, tall] = [png({ width: 40, height: 20 }), png({ width: 20, height: 40 })];
  for (const [other, count] of [
    [wide, 1],
    [tall, 2],
  ] as const) {
    const files = { "zh.docx": pictured(CHINESE, wide), "en.docx": pictured(ENGLISH, other) };
    const { read } = await imported(files, "--issue", "2025-02");
    const { body } = parse(read("2025-02")).articles[0];
    expect(body.map((block: object) => ("figure" in block ? "figure" : "pair"))).toEqual([
      "pair",
      ...Array.from({ length: count }, () => "figure"),
      "pair",
    ]);
  }
});

test("pictures are looked for beside the file that names them", async () => {
  const room = newsroom();
  room.write("en.md", `# ${ENGLISH[0]}\n\n${ENGLISH[1]}\n\n![Zones](b.png)\n`);
  mkdirSync(room.path("zh"));
  room.write("zh/zh.md", `# ${CHINESE[0]}\n\n${CHINESE[1]}\n\n![分布](a.png)\n`);
  room.write("zh/a.png", png({ width: 40, height: 20 }));
  room.write("b.png", png({ width: 20, height: 40 }));
  const args = [room.path("en.md"), room.path("zh/zh.md"), "--issue", "2025-02"];
  const { err, out } = await importIn(room, ...args);
  expect(err).not.toContain("file was not found");
  expect(out.match(/← /g)).toHaveLength(2);
});

test.each([
  [
    "two of one language",
    { "a.txt": ZH.join("\n\n"), "b.txt": "标题\n\n正文。" },
    /a\.txt, .*b\.txt: both files are in Chinese; name one in Chinese and one in English/,
  ],
  [
    "one with both languages",
    {
      "a.txt": "标题\n\n创新是第一动力。\n\nTitle\n\nInnovation is the first driving force.",
      "b.txt": "Title\n\nText.",
    },
    /a\.txt: this file holds both languages; import it alone/,
  ],
  [
    "one without a word",
    { "a.txt": "标题\n\n正文。", "b.txt": "2024" },
    /b\.txt: no Chinese and no English was found in it/,
  ],
  [
    "one that can not be read",
    { "a.txt": "标题\n\n正文。", "b.docx": "no archive" },
    /b\.docx: this is no Word document/,
  ],
] as const)("%s: the file is named", async (_, files, message) => {
  const { exit, err } = await imported(files, "--issue", "2025-02");
  expect(exit).toBe(1);
  expect(err).toMatch(message);
});

test("a third file is one too many", async () => {
  const { exit } = await imported({ "a.txt": "标题", "b.txt": "Title", "c.txt": "Text" });
  expect(exit).toBe(2);
});

test("a pair whose numbers or names have nothing in common is told with its line", async () => {
  const head = (title: string, opening: string) => `${title}\n\n${opening}\n\n`;
  const zh = [
    "安徽省科技厅厅长张伟表示，国家科学中心将向区域内的企业全面开放，首批共计46台套设备。[^1]",
    "江苏省科技厅厅长李明华认为，各地应当在同一平台上登记设备，方便用户检索和预约。",
    "下一步，各地将出台配套办法，力争到2026年把共享率提高到75%以上。",
  ];
  const en = [
    "Small companies can pay for tests with vouchers, of which more than 90 million yuan has been given out so far.[^1]",
    "Wang Xiaodong, director of the office, holds that the institutions which share most should be rewarded.",
    "Next, the regions will issue supporting measures, aiming to raise the rate of sharing above 75% by 2026.",
  ];
  const { exit, err, read } = await imported(
    {
      "zh.md": `${head("# 科研仪器共享", "各地推进共享。")}${zh.join("\n\n")}\n\n[^1]: 来源46。`,
      "en.md": `${head("# Sharing Instruments", "The regions share more.")}${en.join("\n\n")}\n\n[^1]: Source 46.`,
    },
    "--issue",
    "2025-01",
  );
  const lines = read("2025-01").split("\n");
  const lineOf = (text: string) => lines.findIndex((line) => line.includes(text));
  const told = (name: "numbers" | "names", text: string) => {
    expect(lines[lineOf(text) - 1]).toBe(`      ${remark(name)}`);
    return `:${lineOf(text)}:7: warning: ${REMARKS[name].en}`;
  };
  expect(err).toContain(told("numbers", "张伟"));
  expect(err).toContain(told("names", "李明华"));
  expect(err.match(/warning/g)).toHaveLength(2);
  expect(exit).toBe(1);
});
