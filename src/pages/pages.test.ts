import { describe, expect, test } from "vitest";
import { press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Element } from "../model/element.ts";
import type { Page, PlacedPiece } from "./page.ts";

/** Lines of every paragraph and heading, in reading order, with page and baseline. */
function linesOf(pages: readonly Page[]) {
  const found = new Map<Element, { page: number; baseline: number; text: string; piece: PlacedPiece }[]>();
  pages.forEach((page, k) => {
    for (const piece of page.pieces) {
      if (!piece.element) continue;
      const lines = found.get(piece.element) ?? [];
      const last = lines.at(-1);
      const { line, baseline } = piece;
      if (last && last.page === k && Math.abs(last.baseline - baseline) < 1e-6) last.text += lineText(line);
      else lines.push({ page: k, baseline, text: lineText(line), piece });
      found.set(piece.element, lines);
    }
  });
  return found;
}

const all = (root: Element): readonly Element[] => [root, ...root.children.flatMap(all)];

describe.each(["bilingual", "zh", "en"] as const)("the real issue, %s", (edition) => {
  const { laid, design, found } = press(REAL, edition);
  const lines = linesOf(laid.pages);
  const paragraphs = [...lines].filter(([element]) => element.type === "P");

  test("nothing is found wrong with it", () => expect(found).toEqual([]));

  test("everything stands inside the trim, and text inside the type area", () => {
    const { width, height, margin } = design.page;
    for (const page of laid.pages)
      for (const { line, x, baseline, element } of page.pieces) {
        expect(x + line.left).toBeGreaterThan(element ? margin.left - 5 : 0);
        expect(x + line.right).toBeLessThan(element ? width - margin.right + 5 : width);
        expect(baseline).toBeLessThan(element ? height - margin.bottom + 1e-6 : height);
        expect(baseline).toBeGreaterThan(element ? margin.top : 0);
      }
  });

  test("no paragraph leaves a single line at the foot or the head of a page", () => {
    for (const [, set] of paragraphs) {
      const perPage = new Map<number, number>();
      for (const { page } of set) perPage.set(page, (perPage.get(page) ?? 0) + 1);
      if (perPage.size > 1)
        for (const count of perPage.values()) expect(count).toBeGreaterThanOrEqual(design.widows);
    }
  });

  test("a heading stands on the page of the first lines behind it", () => {
    const order = [...lines];
    order.forEach(([element, set], k) => {
      if (!/^H[2-4]$/.test(element.type)) return;
      const next = order.slice(k + 1).find(([other]) => other.type === "P")!;
      expect(next[1][0]!.page).toBe(set.at(-1)!.page);
    });
  });

  test("every page but the first has a running head, and every page a folio", () => {
    laid.pages.forEach((page, k) => {
      const furniture = page.pieces
        .filter(({ element }) => element === null)
        .map(({ line }) => lineText(line));
      expect(furniture.at(-1)).toBe(`— ${k + 1} —`);
      expect(furniture.slice(0, -1).join("")).toBe(
        k === 0
          ? ""
          : {
              bilingual: "浦江创新观察2024-14Pujiang Innovation Observation",
              zh: "浦江创新观察2024-14",
              en: "Pujiang Innovation Observation2024-14",
            }[edition],
      );
    });
  });

  test("has no word of another language", () => {
    const text = all(laid.structure)
      .flatMap((element) => lines.get(element) ?? [])
      .map((line) => line.text)
      .join("\n");
    if (edition === "en") expect(text).not.toMatch(/\p{Script=Han}|[，。、；：“（]{2}/u);
    if (edition === "zh")
      expect(text.match(/[A-Za-z]{2,}/g) ?? []).toEqual(["mail", "wangbing", "siss", "sh", "cn"]);
  });
});

describe("pairs", () => {
  const { laid, design } = press(REAL, "bilingual");
  const lines = linesOf(laid.pages);
  const article = laid.structure.children[1]!.children[0]!;
  const body = all(article).filter(({ type }) => type === "P" || type === "H3");

  test("begin on one baseline, which is a row of the grid", () => {
    let pairs = 0;
    body.forEach((element, k) => {
      const other = body[k + 1];
      if (element.language !== "zh" || other?.language !== "en") return;
      const [zh, en] = [lines.get(element)?.[0], lines.get(other)?.[0]];
      if (!zh || !en || zh.piece.x === en.piece.x || zh.text.startsWith("整")) return;
      pairs += 1;
      expect([en.page, en.baseline]).toEqual([zh.page, zh.baseline]);
      const row = (zh.baseline - design.page.margin.top) / design.grid;
      expect(row).toBeCloseTo(Math.round(row), 6);
    });
    // The series line, eleven paragraphs and two headings.
    expect(pairs).toBe(14);
  });

  test("an edit in one pair leaves the forms of all others as they were", () => {
    const formsIn = (text: string) => {
      const { broken } = press(text, "bilingual");
      return [...broken.values()].flatMap((shapes) =>
        [...shapes.values()].map(({ paragraph, shape, best, shorter, longer }) => {
          const typed = paragraph.boxes.map(({ text }) => text);
          return JSON.stringify([typed.join(""), shape, [best, shorter, longer].map((form) => form?.ends)]);
        }),
      );
    };
    const before = new Set(formsIn(REAL));
    const after = formsIn(REAL.replace("与会嘉宾一致认为", "与会的各位嘉宾在讨论之后一致认为"));
    const changed = after.filter((form) => !before.has(form));
    expect(changed.length).toBeGreaterThan(0);
    for (const form of changed) expect(form).toContain("与会的各位嘉宾");
  });

  test("a pair whose English ends last is followed at the distance of English lines", () => {
    const baselines = body
      .filter(({ type, language }) => type === "P" && language === "en")
      .map((element) => lines.get(element)!);
    const steps = baselines.slice(1).flatMap((next, k) => {
      const last = baselines[k]!.at(-1)!;
      return next[0]!.page === last.page ? [next[0]!.baseline - last.baseline] : [];
    });
    expect(Math.min(...steps)).toBeCloseTo(design.styles.body.en.leading, 6);
  });

  test("every page but the last ends at its foot in one language at least", () => {
    const foot = design.page.height - design.page.margin.bottom;
    const deepest = laid.pages
      .slice(0, -1)
      .map(({ pieces }) =>
        Math.max(...pieces.filter(({ element }) => element).map(({ baseline }) => baseline)),
      );
    for (const baseline of deepest) expect(foot - baseline).toBeLessThan(2 * design.grid);
  });
});

test("structure follows the reading order: masthead, note, article, imprint", () => {
  const { laid } = press(REAL, "bilingual");
  const types = laid.structure.children.map(({ type, children }) => [type, children[0]!.type]);
  expect(types).toEqual([
    ["Part", "Sect"],
    ["Part", "Art"],
    ["Sect", "P"],
  ]);
  const article = laid.structure.children[1]!.children[0]!;
  const heads = all(article).filter(({ type }) => /^H\d$/.test(type));
  expect(heads.map(({ type, language }) => `${type} ${language}`)).toEqual([
    "H2 zh",
    "H2 en",
    "H3 zh",
    "H3 en",
    "H3 zh",
    "H3 en",
  ]);
});

describe("a long issue", () => {
  const paragraph = (k: number) =>
    `      - zh: 第${k}段。${"推进新质生产力发展。".repeat(9)}\n        en: Paragraph ${k}. ${"Expedite the development of new quality productive forces. ".repeat(7).trim()}\n`;
  const long = `${REAL.slice(0, REAL.indexOf("    body:"))}    body:\n${Array.from({ length: 60 }, (_, k) => paragraph(k)).join("")}`;

  test.each(["bilingual", "zh", "en"] as const)("loses no paragraph, %s", (edition) => {
    const { laid } = press(long, edition);
    const text = [...linesOf(laid.pages).values()]
      .map((set) => set.map((line) => line.text).join(""))
      .join("\n");
    for (let k = 0; k < 60; k++) {
      if (edition !== "en") expect(text).toContain(`第${k}段`);
      if (edition !== "zh") expect(text).toContain(`Paragraph ${k}.`);
    }
  });
});

describe.each(["briefing", "briefing-16k", "briefing-a16k", "briefing-stacked", "modern"])(
  "theme %s",
  (theme) => {
    test.each(["bilingual", "zh", "en"] as const)(
      "leaves no imprint alone on the last page, %s",
      (edition) => {
        const { laid, found } = press(REAL, edition, undefined, theme);
        const imprint = laid.structure.children.at(-1)!;
        const own = new Set(all(imprint));
        const texts = laid.pages.at(-1)!.pieces.filter(({ element }) => element && !own.has(element));
        expect(found).toEqual([]);
        expect(texts.length).toBeGreaterThan(4);
      },
    );
  },
);

describe("short names in the imprint", () => {
  /** Ems between the letters of 王冰, set under the publication's other editor or under none of three letters. */
  const between = (others: string) => {
    const entries = `imprint:\n${others}  - { role: chief-editor, label: { zh: 责任编辑, en: Editor in Charge }, value: { zh: 王冰, en: Wang Bing } }\n`;
    const { laid } = press(`${REAL}${entries}`, "zh");
    const name = laid.pages.flatMap(({ pieces }) => pieces).find(({ line }) => lineText(line) === "王冰")!;
    const [first, second] = name.line.runs.flatMap(({ x, xs }) => xs.map((at) => x + at));
    return (second! - first!) / name.line.runs[0]!.size - 1;
  };

  test("are spread to the width of a longer one beside them", () => {
    expect(between("")).toBeCloseTo(1, 6);
  });

  test("stay as they are alone", () => {
    const other = "  - { role: editor, label: { zh: 编辑, en: Editor }, value: { zh: 李宁, en: Li Ning } }\n";
    expect(between(other)).toBeCloseTo(0, 6);
  });
});
