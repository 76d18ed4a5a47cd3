import { existsSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { preflight } from "../src/preflight/preflight.ts";
import { readDocument } from "../src/read-pdf/read-document.ts";
import { type Newsroom, newsroom } from "./newsroom.ts";
import { png } from "./picture-files.ts";
import { plainPdf } from "./plain-pdf.ts";

/** Behind the number of its filter. */
const ROW = [
  0,
  ...Array.from({ length: 40 }, (_, x) => [x < 20 ? 200 : 20, 60, 90, x % 7 === 0 ? 0 : 255]).flat(),
];
/** Forty by forty pixels of two colours, with clear lines. */
const PNG = png({
  width: 40,
  height: 40,
  colourType: 6,
  rows: Uint8Array.from(Array.from({ length: 40 }, () => ROW).flat()),
});

/** Every kind of text that an issue can have. */
const RICH = `issue: 2025-03
overall: 17
date: 2025-03-06
note: { zh: 编者按：本期谈创新。, en: "Editor’s note: this issue is about innovation." }
notes:
  one: { zh: 注一说来源。, en: Note one tells the source. }
  two: { zh: 注二说方法。, en: Note two tells the method. }
articles:
  - series: { zh: 专报之一, en: Special Report 1 }
    title: { zh: 第一篇标题, en: The First Title }
    body:
      - heading: { zh: 一、概况, en: 1. Overview }
      - zh: 园区去年有企业一百二十家[^one]，其中**高新技术企业**占三成，见 https://example.org/park/report-2024 。
        en: The park had one hundred and twenty companies last year[^one], and three in ten of them were **high-technology companies**; see https://example.org/park/report-2024 for the self-reliance of the enterprises and their characteristics.
      - list:
          - { zh: 第一条说改革。, en: The first item is about reform. }
          - { zh: 第二条说开放。, en: The second item is about opening up. }
      - quote:
          zh: 创新是第一动力。
          en: Innovation is the primary driving force.
          by: { zh: 一位代表, en: A delegate }
      - figure: { src: map.png, alt: { zh: 地图, en: A map }, caption: { zh: 图一：园区, en: Figure 1. The park } }
      - table:
          caption: { zh: 表一 产值, en: Table 1. Output }
          head: [{ zh: 年份, en: Year }, { zh: 产值, en: Output }]
          rows:
            - [{ zh: "2023", en: "2023" }, { zh: 八亿元, en: 800 million }]
            - [{ zh: "2024", en: "2024" }, { zh: 九亿元, en: 900 million }]
      - subheading: { zh: （一）结果, en: (1) Results }
      - zh: 结果不错[^two]。
        en: The results are good[^two].
  - title: { zh: 第二篇标题, en: The Second Title }
    body:
      - zh: 第二篇的正文。
        en: The body of the second article.
    credits:
      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }
`;

const CHANGES: readonly (readonly [string, string])[] = [
  ["本期谈创新", "本期专谈创新"],
  ["The First Title", "The Opening Title"],
  ["last year", "in 2024"],
  ["第二条说开放", "第二条讲开放"],
  ["primary driving", "first driving"],
  ["图一：园区", "图一：新园区"],
  ["九亿元", "十亿元"],
  ["Note two tells", "Note two explains"],
  ["正文。", "全文。"],
];
const EDITED = CHANGES.reduce((text, [before, after]) => {
  if (!text.includes(before)) throw new Error(before);
  return text.replace(before, after);
}, RICH);

/** Builds an issue in a folder of its own. */
async function built(issue: string, ...args: string[]): Promise<Newsroom> {
  const room = newsroom();
  room.write("content/map.png", PNG);
  room.write("content/2025-03.yaml", issue);
  const { exit, err } = await room.shuanglan("build", "2025-03", "--lang", "en", ...args);
  if (exit !== 0) throw new Error(err);
  return room;
}

const PDF = "output/2025-03.pdf";
const SHEETS = "output/2025-03.diff.pdf";

/** Everything on a document's pages, in its order. */
function wordsOn(bytes: Uint8Array): readonly string[] {
  const read = readDocument(bytes);
  if (!("found" in read)) throw new Error(JSON.stringify(read.detail));
  return read.found.document.pages.map(({ items }) =>
    items
      .flatMap((item) => (item.kind === "text" && typeof item.tag === "number" ? item.glyphs : []))
      .map(({ text }) => text)
      .join(""),
  );
}

const diff = (room: Newsroom, ...paths: string[]) => room.shuanglan("diff", "--lang", "en", ...paths);

/** Lines of a summary without their places, which only sources have. */
const changesIn = (out: string) =>
  out
    .split("\n")
    .filter((line) => /^ {2}(?:Chinese|English) /.test(line))
    .sort();

describe("diff of PDF files", () => {
  test("tells the same changes as the sources that they were built from", async () => {
    const [before, after] = [await built(RICH), await built(EDITED)];
    const pdfs = await diff(after, before.path(PDF), after.path(PDF));
    expect([pdfs.exit, pdfs.err]).toEqual([0, ""]);
    expect(pdfs.out).toContain(`2025-03  ${CHANGES.length} texts changed`);
    const made = after.read(SHEETS);
    const sources = await diff(after, before.path("content"), after.path("content"));
    expect(changesIn(pdfs.out)).toEqual(changesIn(sources.out));
    expect(changesIn(pdfs.out)).toContain("  Chinese  [-九-]{+十+}亿元");
    // The pages are the same ones, and keep every rule that ours do.
    expect(preflight(made)).toEqual({ claims: ["PDF/UA-1", "PDF/A-2a"], findings: [] });
    expect(wordsOn(made)).toEqual(wordsOn(after.read(SHEETS)));
  });

  test("names the kind of every text and the page that it begins on", async () => {
    const [before, after] = [await built(RICH), await built(EDITED)];
    const { out } = await diff(after, before.path(PDF), after.path(PDF));
    const kinds = [...out.matchAll(/2025-03\.pdf {2}(.+?) {2}page \d/g)].map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(
      new Set(["editor's note", "title", "paragraph", "list", "quotation", "figure", "table", "footnote"]),
    );
  });

  test("of one content in two themes: every text is the same, however its lines break", async () => {
    const [before, after] = [await built(RICH), await built(RICH, "--theme", "modern")];
    const { exit, out } = await diff(after, before.path(PDF), after.path(PDF));
    expect(exit).toBe(0);
    expect(out).toContain("0 texts changed");
  });

  test("with the content that it was built from: nothing changed; with another's, what changed", async () => {
    const room = await built(RICH);
    expect(await diff(room, room.path(PDF))).toEqual({ exit: 0, out: "nothing changed\n", err: "" });
    room.write("content/2025-03.yaml", EDITED);
    const { out } = await diff(room, room.path(PDF), room.path("content/2025-03.yaml"));
    expect(out).toContain(`2025-03  ${CHANGES.length} texts changed`);
    const back = await diff(room, room.path("content"), room.path(PDF));
    expect(back.out).toContain("[-十-]{+九+}亿元");
  });

  test("in one language is compared with that edition of the content", async () => {
    const room = await built(RICH, "--edition", "zh");
    room.write("content/2025-03.yaml", EDITED);
    const { exit, out } = await diff(room, room.path("output/2025-03.zh.pdf"));
    expect(exit).toBe(0);
    expect(out).toContain("{+讲+}");
    expect(out).not.toContain("English");
  });
});

/** A whole PDF that another program could have made. */
const FOREIGN = plainPdf(
  [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    "<</Producer(Another 2.0)>>",
  ],
  "/Info 4 0 R",
);

describe("a PDF that can not be compared says why and what to do, and nothing is written:", () => {
  const refusal = async (room: Newsroom, file: string) => {
    const { exit, out, err } = await diff(room, room.path(file), room.path("content"));
    expect([exit, out, existsSync(room.path(SHEETS))]).toEqual([1, "", false]);
    return err;
  };

  test("one that is cut short", async () => {
    const room = await built(RICH);
    const bytes = room.read(PDF);
    for (const length of [0, 20, bytes.length >> 1, bytes.length - 30]) {
      room.write("cut.pdf", bytes.subarray(0, length));
      expect(await refusal(room, "cut.pdf")).toMatch(/cut\.pdf: the file is damaged .*build it again/);
    }
  });

  test("one whose bytes changed inside never ends the program", async () => {
    const room = await built(RICH);
    const bytes = room.read(PDF);
    for (let k = 1; k < 40; k++) {
      const changed = bytes.slice();
      changed.fill(k, Math.floor((changed.length * k) / 40), Math.floor((changed.length * k) / 40) + 12);
      const read = readDocument(changed);
      expect("found" in read || read.refused === "damaged").toBe(true);
    }
  });

  test("one of another program", async () => {
    const room = newsroom();
    room.write("other.pdf", FOREIGN);
    expect(await refusal(room, "other.pdf")).toMatch(
      /another program made this PDF.*shuanglan import.*\(Another 2\.0\)/,
    );
  });

  test("one whose program has a name that would act on the terminal", async () => {
    const room = newsroom();
    room.write(
      "other.pdf",
      Buffer.from(FOREIGN.toString("latin1").replace("Another 2.0", "\u001b]0;owned!\u0007"), "latin1"),
    );
    expect(await refusal(room, "other.pdf")).toContain("(<001B>]0;owned!<0007>)");
  });

  test("one for the press", async () => {
    const room = await built(RICH, "--print", "--edition", "bilingual");
    const [press] = readdirSync(room.path("output")).filter((name) => name.includes("print"));
    expect(await refusal(room, `output/${press}`)).toContain("this PDF is for the press");
  });

  test("one that does not exist, and one whose issue the content does not have", async () => {
    const room = await built(RICH);
    expect(await refusal(room, "nowhere.pdf")).toContain("there is no such file");
    rmSync(room.path("content/2025-03.yaml"));
    expect(await refusal(room, PDF)).toMatch(/2025-03: .*no issue that both have/);
  });

  test("in Chinese too", async () => {
    const room = newsroom();
    room.write("other.pdf", FOREIGN);
    const { err } = await room.shuanglan("diff", "--lang", "zh", room.path("other.pdf"));
    expect(err).toContain("这个 PDF 由其他程序生成");
  });
});
