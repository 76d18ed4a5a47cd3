import { describe, expect, test } from "vitest";
import { PUBLICATION, press, REAL } from "../../test/press.ts";
import { lineText } from "../lines/line.ts";
import type { Element } from "../model/element.ts";

const NAMES = {
  short: { zh: "浦江创新观察", en: "Pujiang Innovation Observation" },
  long: { zh: "浦江创新观察与研究", en: "Pujiang Innovation Observation Weekly" },
  longest: {
    zh: "国家自主创新示范区科技创新与产业政策研究通讯",
    en: "Bulletin of Science, Technology and Innovation Policy Research of the Pujiang Forum",
  },
};

const OFFICES = {
  short: { zh: "上海浦江创新论坛中心", en: "Shanghai Pujiang Innovation Forum Center" },
  long: {
    zh: "上海浦江创新论坛中心、长三角国家高新区联盟秘书处、上海市科学学研究所科技创新政策研究室",
    en: "Shanghai Pujiang Innovation Forum Center and the Secretariat of the Yangtze River Delta National High-tech Zones Alliance",
  },
};

const all = (root: Element): readonly Element[] => [root, ...root.children.flatMap(all)];

interface Named {
  readonly zh: string;
  readonly en: string;
}

/** What stands above the article, each piece with its edges and its size, pt. */
function mastheadOf(name: Named, office: Named, edition: "bilingual" | "zh" | "en", theme: string) {
  const house = PUBLICATION.replace(/^name:.*$/m, `name: ${JSON.stringify(name)}`).replace(
    /^publisher:.*$/m,
    `publisher: ${JSON.stringify(office)}`,
  );
  const { laid, design, found } = press(REAL, edition, undefined, theme, undefined, house);
  expect(found).toEqual([]);
  const head = all(laid.structure).find(({ children }) => children.some(({ type }) => type === "H1"))!;
  const own = new Set(head.children.filter(({ type }) => type === "H1" || type === "P"));
  const pieces = laid.pages[0]!.pieces.filter(({ element }) => own.has(element!)).map(
    ({ line, x, baseline }) => {
      const size = Math.max(...line.runs.map((run) => run.size));
      return { text: lineText(line), left: x + line.left, right: x + line.right, baseline, size };
    },
  );
  return { pieces, margin: design.page.margin, width: design.page.width };
}

describe.each(["bilingual", "zh", "en"] as const)("the masthead, %s", (edition) => {
  describe.each(["briefing", "briefing-16k", "modern"])("in the theme %s", (theme) => {
    test.each([
      ["short", "short"],
      ["long", "long"],
      ["longest", "long"],
    ] as const)("with a %s name and a %s publisher: nothing stands on anything else", (name, office) => {
      const { pieces, margin, width } = mastheadOf(NAMES[name], OFFICES[office], edition, theme);
      expect(pieces.length).toBeGreaterThanOrEqual(4);
      pieces.forEach((piece, k) => {
        expect(piece.left).toBeGreaterThan(margin.left - 2);
        expect(piece.right).toBeLessThan(width - margin.right + 2);
        for (const other of pieces.slice(k + 1)) {
          const beside = piece.right <= other.left || other.right <= piece.left;
          const apart = Math.abs(piece.baseline - other.baseline) > 0.9 * Math.min(piece.size, other.size);
          expect(beside || apart, `${piece.text} / ${other.text}`).toBe(true);
        }
      });
    });
  });
});

test("a name a little too long for one line is set smaller, a longer one takes several lines of its own size", () => {
  const size = ({ en }: Named) => {
    const { pieces } = mastheadOf({ zh: "观察", en }, OFFICES.short, "en", "briefing");
    const most = Math.max(...pieces.map((piece) => piece.size));
    return { size: most, lines: pieces.filter((piece) => piece.size === most).length };
  };
  const own = size(NAMES.short);
  expect(own).toEqual({ size: 30, lines: 1 });
  expect(size(NAMES.long).lines).toBe(1);
  expect(size(NAMES.long).size).toBeLessThan(own.size);
  expect(size(NAMES.longest).size).toBe(30);
  expect(size(NAMES.longest).lines).toBeGreaterThan(1);
});

describe.each(["briefing", "briefing-16k", "briefing-a16k"])("a short issue in the theme %s", (theme) => {
  const PAIR =
    "      - zh: 作为我国改革开放的试验田，国家自主创新示范区充分发挥了自主创新和先行先试的引领作用。\n        en: As experimental fields for China's reform and innovation, the zones have fully played a leading role in independent innovation.\n";
  const head = `${REAL.slice(0, REAL.indexOf("note:"))}articles:\n  - title: { zh: 测试, en: Test }\n    body:\n`;

  test.each([4, 5, 6, 7, 16, 18, 19])("of %d pairs begins under its masthead", (pairs) => {
    const { laid } = press(head + PAIR.repeat(pairs), "bilingual", undefined, theme);
    const shown = laid.pages[0]!.pieces.map(({ line }) => lineText(line)).join("");
    expect(shown.match(/我国改革开放/g)?.length).toBeGreaterThan(2);
  });
});

test("running heads: a second name is set smaller, or left out, where both are wider than the page", () => {
  const heads = (zh: string, en: string) => {
    const house = PUBLICATION.replace(/^name:.*$/m, `name: ${JSON.stringify({ zh, en })}`);
    const { laid, design } = press(REAL, "bilingual", undefined, "briefing", undefined, house);
    const pieces = laid.pages[1]!.pieces.filter(({ baseline }) => baseline === design.runningHead.drop);
    const placed = pieces
      .map(({ line, x }) => [x + line.left, x + line.right] as const)
      .sort(([a], [b]) => a - b);
    for (const [k, [left]] of placed.entries())
      expect(left).toBeGreaterThan(k === 0 ? 0 : placed[k - 1]![1] + 5);
    expect(placed.at(-1)![1]).toBeLessThan(design.page.width - design.page.margin.right + 1);
    return pieces.map(({ line }) => `${lineText(line)} ${line.runs[0]!.size.toFixed(1)}`);
  };
  const number = expect.stringContaining("2024-14 ");
  expect(heads("观察", "Observation")).toEqual(["观察 8.0", number, "Observation 8.0"]);
  const long = "Bulletin of the Yangtze River Delta Science and Technology Innovation Community";
  expect(heads("长三角科技创新共同体联合攻关简报与观察通讯", long)).toEqual([
    "长三角科技创新共同体联合攻关简报与观察通讯 8.0",
    number,
    expect.stringMatching(/^Bulletin of .* Community [67]\.\d$/),
  ]);
  expect(heads("观察".repeat(30), long)).toEqual([expect.stringMatching(/^(观察){30} /), number]);
});
