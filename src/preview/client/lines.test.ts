import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Overlay, OverlayLine, OverlayText } from "../../draw/overlay.ts";
import type { Finding } from "../protocol.ts";
import { freshLines, isNearlyAll } from "./changes.ts";
import { find, plain, searchables } from "./find.ts";
import { findPlace } from "./find-place.ts";
import { offsetAt, placeAt, typedBox } from "./geometry.ts";
import { ledTo } from "./led-place.ts";
import { linkTo } from "./place-bar.ts";
import { placeFindings, standingNow } from "./placed-findings.ts";
import { preferredTongue, speak, tallied } from "./words.ts";

/** A line of characters 10 pt wide, typed from `start` on. */
function line(text: string, start = 0, baseline = 20): OverlayLine {
  const x = Array.from({ length: text.length + 1 }, (_, k) => 100 + 10 * k);
  const run = { text, x, start, end: start + text.length };
  return {
    x: 100,
    baseline,
    width: 10 * text.length,
    size: 10,
    stretch: 0,
    badness: 0,
    runs: [run],
    links: [],
  };
}

const text = (lines: readonly OverlayLine[], about: Partial<OverlayText> = {}): OverlayText => ({
  type: "P",
  language: "zh",
  pair: null,
  file: "a.yaml",
  lines,
  ...about,
});

const overlay = (...pages: readonly (readonly OverlayText[])[]): Overlay => ({
  pages: pages.map((texts) => ({ width: 595, height: 842, texts })),
  outline: [],
  grid: { top: 0, bottom: 842, pitch: 4 },
  columns: [],
});

const found = (of: Overlay, query: string) =>
  find(searchables(of), query).map(({ boxes }) => boxes.map(({ page, box }) => [page, box.x, box.width]));

describe("places in the source", () => {
  // Lines of the file begin at 0, 10, 20, 30 and 40; a key stands alone in the third.
  const files = {
    "content/2024-14.yaml": { path: "/desk/content/2024-14.yaml", lines: [0, 10, 20, 30, 40] },
    "content/publication.yaml": { path: "/desk/content/publication.yaml", lines: [0] },
  };
  const file = "content/2024-14.yaml";
  const pages = overlay(
    [
      text([line("标题", 2)], { file, type: "H1" }),
      text([line("刊名", 1)], { file: "content/publication.yaml" }),
    ],
    [text([line("一二三", 12, 20), line("四五", 15, 40)], { file }), text([line("末", 32)], { file })],
  );
  const placed = (query: string) =>
    findPlace({ overlay: pages, files }, "2024-14", query).map(({ boxes }) =>
      boxes.map(({ page, box: { x, width, y } }) => [page, x, width, y < 20 ? 1 : 2]),
    );
  const paragraph = [
    [2, 100, 30, 1],
    [2, 100, 20, 2],
  ];

  test("a line is all that was typed in it; a column the line on the page that has it", () => {
    expect(placed(":2")).toEqual([paragraph]);
    expect(placed(":2:4")).toEqual([[[2, 100, 30, 1]]]);
    expect(placed(":2:6")).toEqual([[[2, 100, 20, 2]]]);
  });

  test("as messages print it, with folders or without, of any system, and with colons of Chinese", () => {
    for (const way of ["2024-14.yaml", "content/2024-14.yaml", "C:\\desk\\content\\2024-14.yaml"])
      expect(placed(`${way}:2:4`), way).toEqual([[[2, 100, 30, 1]]]);
    expect(placed(" ：2：6 ")).toEqual([[[2, 100, 20, 2]]]);
    expect(placed("publication.yaml:1")).toEqual([[[1, 100, 20, 1]]]);
  });

  test("of a line that is not on the pages the next one counts; behind the last there is none", () => {
    expect(placed(":3")).toEqual(placed(":4"));
    expect(placed(":4")).toEqual([[[2, 100, 10, 1]]]);
    expect(placed(":5")).toEqual([]);
    expect(placed(":6")).toEqual([]);
    expect(placed(":0")).toEqual([]);
  });

  test("a heading comes before its entry in the contents", () => {
    const entry = text([line("标题", 2)], { file, type: "TOCI" });
    const heading = text([line("标题", 2)], { file, type: "H1" });
    const found = findPlace({ overlay: overlay([entry], [heading]), files }, "2024-14", ":1");
    expect(found.map(({ boxes }) => boxes[0]!.page)).toEqual([2, 1]);
  });

  test("what is no place, or of no file on the pages, is none", () => {
    for (const query of ["", "34", "9:30", "other.yaml:2", "2024-14.yaml", ":", "a:b:2", ":2:x"])
      expect(placed(query), query).toEqual([]);
  });
});

describe("the cursor of an editor", () => {
  // Lines of the file begin at 0, 10, 20, 30 and 40; a pair is typed in the second and third, the fourth holds a key.
  const file = "content/2024-14.yaml";
  const files = { [file]: { path: "/desk/content/2024-14.yaml", lines: [0, 10, 20, 30, 40] } };
  const heading = text([line("标题", 2)], { file, type: "H1", pair: 0 });
  const zh = text([line("一二三", 12), line("四五", 15)], { file, pair: 1 });
  const en = text([line("words", 22)], { file, pair: 1, language: "en" });
  const last = text([line("末", 42)], { file, pair: 2 });
  const led = (texts: readonly OverlayText[], at: number, column: number, pair: number | null) => {
    const layer = { overlay: overlay(texts), files };
    const to = ledTo(layer, { issue: null, file, line: at, column, pair });
    return to && to.line.runs[0]!.text;
  };

  test("leads to what was typed there, or next in the line, or last", () => {
    const all = [heading, zh, en, last];
    expect(led(all, 2, 1, 1)).toBe("一二三");
    expect(led(all, 2, 6, 1)).toBe("四五");
    expect(led(all, 2, 10, 1)).toBe("四五");
    expect(led(all, 3, 5, 1)).toBe("words");
  });

  test("leads to the other language where the pages have that alone", () => {
    expect(led([heading, zh, last], 3, 5, 1)).toBe("一二三");
    expect(led([heading, en, last], 2, 5, 1)).toBe("words");
  });

  test("leads to the next text from a line that has none, and behind the last to the last", () => {
    expect(led([heading, zh, en, last], 4, 1, null)).toBe("末");
    expect(led([heading, zh, en], 4, 1, null)).toBe("words");
    expect(led([heading, zh, en], 99, 1, null)).toBe("words");
    expect(led([], 1, 1, 0)).toBeNull();
  });

  test("leads to a heading rather than to its entry in the contents", () => {
    const entry = text([line("标题", 2)], { file, type: "TOCI", pair: 0 });
    const layer = { overlay: overlay([entry], [heading]), files };
    expect(ledTo(layer, { issue: null, file, line: 1, column: 1, pair: 0 })?.page).toBe(2);
  });
});

describe("search", () => {
  test("over line ends, Chinese without a space and English with the one it broke at", () => {
    const zh = overlay([text([line("科技体"), line("制改革")])]);
    expect(found(zh, "体制")).toEqual([
      [
        [1, 120, 10],
        [1, 100, 10],
      ],
    ]);
    const en = overlay([
      text([line("self-reli\u00ad"), line("ance and "), line("more")], { language: "en" }),
    ]);
    expect(found(en, "Reliance and more")).toHaveLength(1);
  });

  test("over a page's end, and not from one paragraph into the next", () => {
    const parted = overlay([text([line("创新")], { pair: 1 })], [text([line("驱动")], { pair: 1 })]);
    expect(found(parted, "创新驱动")).toEqual([
      [
        [1, 100, 20],
        [2, 100, 20],
      ],
    ]);
    expect(found(overlay([text([line("创新")]), text([line("驱动")])]), "创新驱动")).toEqual([]);
  });

  test("letters without case, quotation marks without curls, full-width signs as narrow ones", () => {
    expect(plain("“Ａ”İ’")).toBe('"a"İ\'');
    expect(found(overlay([text([line("“NIDZs”")])]), '"nidzs"')).toHaveLength(1);
  });

  test("with or without a space between Chinese and Latin, whichever was typed", () => {
    const both = overlay([text([line("共2024年 9 "), line("月 a b")])]);
    for (const query of ["2024年", "2024 年", "年9月", "年 9 月", "共 2024"])
      expect(found(both, query), query).toHaveLength(1);
    // From 年 to the end of 9, the space between them included.
    expect(found(both, "年9")).toEqual([[[1, 150, 30]]]);
    expect(found(both, "ab")).toEqual([]);
    expect(found(both, "a b")).toHaveLength(1);
  });

  test("every match is where its text stands, whatever is sought", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("ab", "a", "b", "ba"), { minLength: 1 }), (parts) => {
        const lines = parts.map((part) => line(part));
        const all = parts.join("");
        const expected = all.split("aba").length - 1;
        expect(found(overlay([text(lines)]), "aba")).toHaveLength(expected);
      }),
    );
  });
});

describe("places", () => {
  test("the character under the pointer, first and last included", () => {
    const typed = line("一二三", 40);
    expect([90, 100, 111, 129, 500].map((x) => offsetAt(typed, x))).toEqual([40, 40, 41, 42, 42]);
  });

  test("a text that was typed with marks leads into its run, never out of it", () => {
    const marked = { ...line("粗体"), runs: [{ text: "粗体", x: [100, 110, 120], start: 7, end: 20 }] };
    for (const x of [100, 115, 300]) {
      expect(offsetAt(marked, x)).toBeGreaterThanOrEqual(7);
      expect(offsetAt(marked, x)).toBeLessThan(20);
    }
  });

  test("lines and columns count from 1", () => {
    const layer = {
      overlay: overlay(),
      files: { "a.yaml": { path: "/x/a.yaml", lines: [0, 5, 9] } },
    };
    const at = (offset: number) => {
      const { line: row, column } = placeAt(layer, "a.yaml", offset)!;
      return [row, column];
    };
    expect([0, 4, 5, 8, 9, 30].map(at)).toEqual([
      [1, 1],
      [1, 5],
      [2, 1],
      [2, 4],
      [3, 1],
      [3, 22],
    ]);
    expect(placeAt(layer, "b.yaml", 0)).toBeNull();
  });

  test("what proofreading found is boxed from its first to its last character", () => {
    expect(typedBox(line("一二三四", 10), 11, 13)).toMatchObject({ x: 110, width: 20 });
    expect(typedBox(line("一二三四", 10), 14, 16)).toBeNull();
  });

  test("links for the editor keep Chinese names and spaces whole", () => {
    const place = { file: "", line: 3, column: 9 };
    expect(linkTo({ ...place, path: "/home/编辑 部/a.yaml" })).toBe(
      "vscode://file/home/%E7%BC%96%E8%BE%91%20%E9%83%A8/a.yaml:3:9",
    );
    expect(linkTo({ ...place, path: "C:/desk/a.yaml" })).toBe("vscode://file/C:/desk/a.yaml:3:9");
  });
});

describe("findings on the pages", () => {
  const finding = (start: number, end: number, code = "trial", file = "a.yaml"): Finding => ({
    severity: "warning",
    code,
    said: { zh: code, en: code },
    file,
    path: file,
    start,
    end,
    line: 1,
    column: 1,
    excerpt: null,
  });

  test("stand on every line that has a part of them; those of no line are left out", () => {
    const pages = [
      [text([line("一二三", 250), line("四五六", 253)])],
      [text([line("别处", 254)], { file: "b.yaml" })],
    ];
    const all = [finding(900, 902), finding(252, 255), finding(255, 255)];
    const placed = placeFindings(all, overlay(...pages).pages);
    const boxes = placed.map(({ parts }) => parts.map(({ page, box }) => [page, box.x, box.width]));
    expect(boxes).toEqual([
      [
        [1, 120, 10],
        [1, 100, 20],
      ],
      [[1, 120, 10]],
    ]);
  });

  test("lead to a heading first, and then to its entry in the contents", () => {
    const entry = text([line("标题", 2)], { type: "TOCI" });
    const head = text([line("标题", 2)], { type: null });
    const heading = text([line("标题", 2)], { type: "H1" });
    const [placed] = placeFindings([finding(2, 4)], overlay([entry], [head, heading]).pages);
    expect(placed!.parts.map(({ page }) => page)).toEqual([2, 1, 2]);
  });

  test("are where a search of every line would find them", () => {
    const lines = [line("甲".repeat(300), 10), line("乙".repeat(40), 320), line("丙", 512)];
    const pages = overlay([text(lines)]).pages;
    fc.assert(
      fc.property(fc.nat(520), fc.nat(300), (start, length) => {
        const sought = lines.map((one) => typedBox(one, start, start + Math.max(1, length))).filter(Boolean);
        const [placed] = placeFindings([finding(start, start + length)], pages);
        expect(placed?.parts.map(({ box }) => box) ?? []).toEqual(sought);
      }),
    );
  });

  test("after a save one is the nearest that asks the same, and none where nothing does", () => {
    const at = (...starts: number[]) =>
      placeFindings(
        starts.map((start) => finding(start, start + 1)),
        overlay([text([line("甲".repeat(99))])]).pages,
      );
    expect(standingNow(at(10, 40, 90), finding(60, 61))).toBe(1);
    expect(standingNow(at(10), finding(10, 11, "other"))).toBe(-1);
    expect(standingNow(at(10), finding(10, 11, "trial", "b.yaml"))).toBe(-1);
  });
});

describe("changed lines", () => {
  test("are those whose text is new, not those that moved", () => {
    const before = overlay([text([line("甲", 0, 20), line("乙", 1, 40)])]);
    const now = overlay([text([line("新", 0, 20), line("甲", 1, 40)])], [text([line("乙", 2, 20)])]);
    const fresh = freshLines(before, now).map((lines) => lines.map(({ runs }) => runs[0]!.text));
    expect(fresh).toEqual([["新"], []]);
  });

  test("one that was not seen yet stays new, wherever it stands now", () => {
    const first = overlay([text([line("甲")])]);
    const second = overlay([text([line("甲"), line("新")])]);
    const [[fresh]] = freshLines(first, second) as [[OverlayLine]];
    const third = overlay([text([line("甲")])], [text([line("更新"), line("新")])]);
    const said = (lines: readonly OverlayLine[]) => lines.map(({ runs }) => runs[0]!.text);
    expect(freshLines(second, third, [fresh]).map(said)).toEqual([[], ["更新", "新"]]);
    expect(freshLines(second, third).map(said)).toEqual([[], ["更新"]]);
    expect(isNearlyAll([[], [fresh]], second)).toBe(false);
    expect(isNearlyAll([[fresh, fresh]], second)).toBe(true);
  });

  test("a line that now stands twice is new once; running heads never are", () => {
    const before = overlay([text([line("甲")])]);
    const now = overlay([text([line("甲"), line("甲")]), text([line("2")], { type: null })]);
    expect(freshLines(before, now)[0]).toHaveLength(1);
  });
});

test("the page speaks the first language of the browser that it knows", () => {
  expect(preferredTongue(["zh-TW", "en"])).toBe("zh");
  expect(preferredTongue(["de", "en-GB"])).toBe("en");
  expect(preferredTongue(["de"])).toBe("en");
  expect(preferredTongue([])).toBe("zh");
});

test("one error is one error, in either language", () => {
  speak("en");
  expect([tallied(1, "errors"), tallied(2, "warnings")]).toEqual(["1 error", "2 warnings"]);
  speak("zh");
  expect([tallied(1, "errors"), tallied(2, "warnings")]).toEqual(["1 处错误", "2 处警告"]);
});
