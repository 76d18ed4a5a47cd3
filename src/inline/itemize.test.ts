import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, paragraph, STYLE, setting } from "../../test/fixture.ts";
import type { Language } from "../base/language.ts";
import { type Mark, PLAIN } from "../model/inline.ts";
import { NOWHERE } from "../model/places.ts";
import { FORBIDDEN, RELIEF } from "../script/kinsoku.ts";
import { itemize } from "./itemize.ts";
import type { Passage, Setting } from "./setting.ts";

/** A text with `-` where a line may divide a word, and `|` where it may break otherwise. */
function shown(text: string, language: Language): string {
  const { boxes, seams } = paragraph(text, language);
  return boxes
    .map((box, k) => {
      const seam = seams[k]!;
      const mark = k === 0 || seam.cost === FORBIDDEN ? "" : seam.hyphen ? "-" : "|";
      return mark + box.glyphs.map((glyph) => glyph.text).join("");
    })
    .join("");
}

describe("words of one language in a text of the other", () => {
  const costs = (text: string) =>
    paragraph(text, "zh").seams.flatMap(({ hyphen, cost }) => (hyphen ? cost : []));

  test("an English word in Chinese is divided only where a line would be hopeless", () => {
    expect(shown("推进development工作", "zh")).toBe("推|进|de-vel-op-ment|工|作");
    for (const cost of costs("推进development工作")) expect(cost).toBeGreaterThanOrEqual(10_000);
  });

  test("so is a name or a term of several", () => {
    for (const cost of costs("他说 the development of innovation zones 很快"))
      expect(cost).toBeGreaterThanOrEqual(10_000);
  });

  test("an English passage in Chinese is divided like English", () => {
    const passage = "the development of innovation zones is a matter of policy and of law";
    expect(costs(`他说 ${passage} 很快`)).toEqual(
      paragraph(`${passage} a`, "en").seams.flatMap(({ hyphen, cost }) => (hyphen ? cost : [])),
    );
  });

  test("so is a quotation of six words and more", () => {
    for (const cost of costs("他说：“Localization is not the goal anymore”"))
      expect(cost).toBeLessThan(1_000);
    expect(costs("他说：“Localization is not the goal anymore”").length).toBeGreaterThan(0);
    for (const text of ["他说：“Localization is not the goal”", "他说 Localization is not the goal anymore"])
      for (const cost of costs(text)) expect(cost).toBeGreaterThanOrEqual(10_000);
  });

  test("Chinese in English keeps its prohibitions", () => {
    expect(shown("the plan 十四五，规划 in short", "en")).toBe("the|plan|十|四|五，|规|划|in|short");
  });

  test("Chinese in English leaves no single Han at either end for nothing", () => {
    const { boxes, seams } = paragraph("in 《人形机器人》 now", "en");
    const costly = boxes.flatMap((_, k) => (seams[k]!.kind === "han" && seams[k]!.cost > 0 ? [k] : []));
    expect(costly.map((k) => boxes[k]!.text)).toEqual(["形", "人"]);
  });

  test.each([
    ["in the Daily (《人民日报》) and", "en"],
    ["the Daily, 《人民日报》, said", "en"],
    ["见(《人民日报》)报道", "zh"],
  ] as const)("full-width brackets leave no blank to the Latin marks beside them: %s", (text, language) => {
    const { boxes, seams } = paragraph(text, language);
    const beside = boxes.flatMap(({ glyphs }, k) => {
      const [before, own] = [boxes[k - 1]?.glyphs.at(-1)?.text ?? "", glyphs[0]!.text];
      return (before === "(" && own === "《") || (before === "》" && /[),]/.test(own)) ? [seams[k]!] : [];
    });
    expect(beside.length).toBe(text.includes("(") ? 2 : 1);
    for (const { width, kind, cost } of beside) expect([width, kind, cost]).toEqual([0, "inner", FORBIDDEN]);
  });

  test("the last word of a paragraph is never divided", () => {
    expect(shown("an innovation", "en")).toBe("an|innovation");
  });
});

describe("numbers in Chinese", () => {
  const seamsOf = (text: string) => paragraph(text, "zh").seams.slice(1);

  test("keep the space between their groups, and never part there", () => {
    expect(seamsOf("共4 600个")[1]).toMatchObject({ kind: "fixed", width: 10 * (1 / 6), cost: FORBIDDEN });
  });

  test("keep the space of a word between each other, and are parted rather than that a line is ill set", () => {
    expect(seamsOf("电话021 5330 0806")[2]).toMatchObject({ kind: "fixed", width: 2.5, cost: RELIEF });
    expect(paragraph("in 2023 125 firms", "en").seams[2]).toMatchObject({ kind: "fixed", width: 2.5 });
  });

  test("of a telephone are parted behind their hyphens rather than that a line is ill set, dates never", () => {
    expect(shown("电话021-55501234", "zh")).toBe("电|话|021-|55501234");
    expect(seamsOf("电话021-55501234")[2]).toMatchObject({
      kind: "fixed",
      width: 0,
      cost: RELIEF,
      hyphened: false,
    });
    expect(shown("自2024-05-01起", "zh")).toBe("自|2024-05-01|起");
  });

  test("keep their 万 and 亿 and their 元 where a counter stays", () => {
    expect(seamsOf("约3万亿元的").map(({ cost }) => cost)).toEqual([0, 60, 60, 60, 0]);
    expect(seamsOf("每一万元宝")[2]).toMatchObject({ cost: 60 });
    expect(seamsOf("元亿一元万").map(({ cost }) => cost)).toEqual([0, 0, 0, 0]);
  });

  test("part before a word that begins with a digit as before any other", () => {
    expect(paragraph("over 125,000 5G stations", "en").seams[2]).toMatchObject({ kind: "word", cost: 0 });
    expect(seamsOf("共125,000 5G基站")[1]).toMatchObject({ kind: "word", cost: 0 });
  });

  test("are never parted from the sign behind them, nor are those of a standard for nothing", () => {
    expect(seamsOf("至120 ℃")[1]!.cost).toBe(FORBIDDEN);
    for (const [text, language] of [
      ["GB 38031—2025", "en"],
      ["用GB/T 1.1—2020", "zh"],
    ] as const)
      expect(paragraph(text, language).seams.at(-1)!.cost).toBeGreaterThan(500);
    expect(paragraph("law 38031—the", "en").seams.at(-1)!.cost).toBe(0);
  });

  test.each(["从1997—2020", "为1.6%～2.0%", "要¥3,000～¥5,000", "自-5℃～+40℃", "自GB3—2025"])(
    "of a range are parted rather than that a line is ill set: %s",
    (text) => {
      const ends = seamsOf(text).filter(({ cost }) => cost > 0 && cost !== FORBIDDEN);
      expect(ends.map(({ cost }) => cost)).toEqual([RELIEF]);
    },
  );

  test("around a sign of relation are parted behind it, and only where a line would be hopeless", () => {
    const [, , before, behind] = seamsOf("试验（n = 3,212）").slice(1);
    expect(before).toMatchObject({ kind: "fixed", width: 2.5, cost: FORBIDDEN });
    expect(behind).toMatchObject({ kind: "fixed", width: 2.5, cost: 5_000 });
  });

  test("keep the space before their unit, and part there only where a line would gape", () => {
    const unit = seamsOf("共1.5 MW")[1]!;
    expect(unit).toMatchObject({ kind: "fixed", width: 2.5 });
    expect(unit.cost).toBeGreaterThan(300);
    expect(unit.cost).toBeLessThan(FORBIDDEN);
  });
});

test("a long month is divided only where words would gape, a shorter one and a million never", () => {
  const costs = (text: string) =>
    paragraph(text, "en").seams.flatMap(({ hyphen, cost }) => (hyphen ? cost : []));
  expect(costs("in September 2026 and")).toEqual([2_000, 2_000]);
  expect(costs("in October 2026, 3 million and")).toEqual([]);
});

test("a mark hangs at no line's end in a cell, where a gap and the next column follow", () => {
  const hanging = design("zh", (plain) => ({ ...plain, zh: { ...plain.zh, hanging: true } }));
  const hangs = (kind: Passage["kind"]) => {
    const runs = [{ text: "张江、苏州，", mark: PLAIN, places: NOWHERE }];
    const passage: Passage = { language: "zh", parts: [{ runs, style: STYLE }], file: null, kind };
    return itemize(passage, setting(hanging)).paragraph.boxes.map(({ hangRight }) => hangRight);
  };
  expect(hangs("text")).toEqual([0, 0, 5, 0, 0, 5]);
  for (const kind of ["labels", "divided"] as const) expect(hangs(kind)).toEqual([0, 0, 0, 0, 0, 0]);
});

describe("the colon behind who speaks, where a paragraph begins,", () => {
  const behindColon = (text: string, language: Language = "zh") => {
    const { boxes, seams } = paragraph(text, language);
    return seams[boxes.findIndex((box) => box.text === "：") + 1]!.kind;
  };

  test.each(["问：现在呢？", "答：“很好。”", "答：OECD 的", "王：请讲", "主持人：请讲"])(
    "keeps its width: %s",
    (text) => {
      expect(behindColon(text)).toBe("fixed");
    },
  );

  test.each([
    ["gives as any other behind other words", "负责人：三", "pause"],
    ["or behind another mark", "“问”：“好", "bracket"],
    ["or later in a paragraph", "好。问：现在", "pause"],
    ["or alone", "：现在", "pause"],
    ["ends a line that was broken there", "问：\n现在", "newline"],
  ] as const)("%s: %s", (_, text, kind) => {
    expect(behindColon(text)).toBe(kind);
  });
});

describe("behind a raised or lowered sign", () => {
  /** Kind, width and cost of the last seam, or of one so many before it; what stands between two ^ or ~ is raised or lowered. */
  const behind = (text: string, language: Language, last = 0) => {
    const runs = text.split(/(\^.+?\^|~.+?~)/).map((part) => {
      const position = { "^": "superscript", "~": "subscript" }[part.charAt(0)];
      const shown = position ? part.slice(1, -1) : part;
      return { text: shown, mark: { ...PLAIN, position: position ?? null } as Mark, places: NOWHERE };
    });
    const parts = [{ runs: runs.filter((run) => run.text), style: STYLE }];
    const { seams } = itemize(
      { language, parts, file: null, kind: "text" },
      setting(design("bilingual")),
    ).paragraph;
    const { kind, width, cost } = seams.at(-1 - last)!;
    return `${kind} ${Math.round(width * 1000) / 1000} ${cost}`;
  };

  test.each([
    ["CO~2~捕", "zh", "CO₂捕"],
    ["CO~2~ 捕", "zh", "CO₂ 捕"],
    ["50 m^2^面", "zh", "50 m面"],
    ["CO~2~ capture", "en", "CO capture"],
    ["income.^12^ Ten", "en", "income. Ten"],
  ] as const)("%s, %s: the space is that of its line, as in %s", (text, language, plain) => {
    expect(behind(text, language)).toBe(behind(plain, language));
  });

  test("sentences stand apart, words of Chinese do not", () => {
    expect(behind("获得。^1^十", "zh")).toBe("mixed 2.5 0");
    expect(behind("收入^1^的", "zh")).toBe("fixed 0 0");
  });

  test("a year stands apart from the number of a note, and may begin a line", () => {
    for (const text of ["获得。^1^2024", "收入^1^2024", "获得。^1^GDP"])
      expect(behind(text, "zh")).toBe("mixed 2.5 0");
    expect(behind("CO~2~e", "zh")).toBe(`fixed 0 ${FORBIDDEN}`);
  });

  test("a long formula may go on with its next element on another line, a short one may not", () => {
    expect(behind("Li~1.2~Mn~0.54~Ni", "zh")).toBe(`fixed 0 ${RELIEF}`);
    expect(behind("Li~2~O", "zh")).toBe(`fixed 0 ${FORBIDDEN}`);
    // All its letters and digits count, before the number and behind it: more than eight are long.
    for (const before of ["", "用", "the "]) {
      expect(behind(`${before}Li~1.2~MnNi`, "zh")).toBe(`fixed 0 ${RELIEF}`);
      expect(behind(`${before}Li~1.2~MnN`, "zh")).toBe(`fixed 0 ${FORBIDDEN}`);
      expect(behind(`${before}LiMnNi~2~Co`, "zh")).toBe(`fixed 0 ${RELIEF}`);
      expect(behind(`${before}LiMnN~2~Co`, "zh")).toBe(`fixed 0 ${FORBIDDEN}`);
      // Behind the first of its numbers, with one more to follow.
      expect(behind(`${before}Li~2~Mn~0.54~`, "zh", 1)).toBe(`fixed 0 ${RELIEF}`);
      expect(behind(`${before}Li~2~Mn~0.5~`, "zh", 1)).toBe(`fixed 0 ${FORBIDDEN}`);
    }
    expect(behind("total^2^CONTRACTS", "en")).toBe(`fixed 0 ${FORBIDDEN}`);
  });
});

test("a subtitle begins a line of its title for nothing, a dash in a text at a cost", () => {
  const cost = (kind: Passage["kind"]) => {
    const runs = [{ text: "现状与前景——基于", mark: PLAIN, places: NOWHERE }];
    const parts = [{ runs, style: STYLE }];
    const made = itemize({ language: "zh", parts, file: null, kind }, setting(design("bilingual")));
    return made.paragraph.seams[5]!.cost;
  };
  expect(cost("display")).toBe(0);
  expect(cost("text")).toBeGreaterThan(0);
});

describe("a long chemical formula", () => {
  test("is parted between its elements, never inside a number", () => {
    expect(shown("用LiNi0.8Co0.1Mn0.1O2包", "zh")).toBe("用|LiNi0.8|Co0.1|Mn0.1|O2|包");
    expect(shown("of Li10GeP2S12, which", "en")).toBe("of|Li10|GeP2|S12,|which");
    for (const { kind, cost } of paragraph("of Li10GeP2S12", "en").seams)
      if (kind === "fixed") expect(cost).toBeGreaterThanOrEqual(RELIEF);
  });

  test("is whole where it is short, and so are numbers with dots", () => {
    expect(shown("用Li2MnO3和192.168.10.24做", "zh")).toBe("用|Li2MnO3|和|192.168.10.24|做");
    expect(shown("see GB38031 and ABCDEFGH2024", "en")).toBe("see|GB38031|and|ABCDEFGH2024");
  });
});

describe("words that are divided", () => {
  /** The least that dividing a word of it costs. */
  const costOf = (text: string) =>
    Math.min(...paragraph(text, "en").seams.flatMap(({ hyphen, cost }) => (hyphen ? cost : [])));
  const usual = costOf("an innovation here");

  test.each(["an Israeli Weizmann here", "met Prof. Rutherford here", "met J. Rutherford here"])(
    "cost more where they are names: %s",
    (text) => {
      expect(costOf(text)).toBeGreaterThanOrEqual(2 * usual);
    },
  );

  test.each(["of Municipal works", "works. Nevertheless we", "Nevertheless we", "planet.” Nevertheless we"])(
    "cost what they do otherwise where they are ordinary, or a sentence begins with them: %s",
    (text) => {
      expect(costOf(text)).toBe(usual);
    },
  );

  test("part behind a dash between names, as behind a hyphen, and in no range", () => {
    expect(shown("the Beijing–Tianjin–Hebei area of pp. 3–5 and p–n in 2019–2023 here", "en")).toBe(
      "the|Beijing–|Tianjin–|Hebei|area|of|pp.3–5|and|p–n|in|2019–2023|here",
    );
    const at = (text: string) => paragraph(text, "en").seams[2]!.cost;
    expect(at("the Tianjin–Hebei area")).toBe(at("the high-tech area"));
  });

  test("part behind a dash between names where no word is divided, as in titles, rather than inside a name", () => {
    const text = "the Guangdong–Hong Kong–Macao innovation area";
    const parts = [{ runs: [{ text, mark: PLAIN, places: NOWHERE }], style: { ...STYLE, hyphenate: false } }];
    const passage = { language: "en", parts, file: null, kind: "display" } as const;
    const { boxes, seams } = itemize(passage, setting(design("bilingual"))).paragraph;
    const costs = boxes.map(({ text }, k) => [text, seams[k]!.cost] as const).slice(2);
    expect(costs.map(([word]) => word)).toEqual(["Hong", "Kong–", "Macao", "innovation", "area"]);
    const [hong, kong, macao, innovation] = costs.map(([, cost]) => cost);
    expect(kong).toBeGreaterThan(hong!);
    expect(kong).toBeLessThan(FORBIDDEN);
    expect([macao, innovation]).toEqual([hong, 0]);
  });

  test("cost more behind a hyphen of their own", () => {
    expect(costOf("of self-sufficiency here")).toBeGreaterThanOrEqual(2 * usual);
  });

  test("cost more behind two letters", () => {
    const costs = paragraph("an innovation here", "en").seams.filter(({ hyphen }) => hyphen);
    const [early, later] = costs.map(({ cost }) => cost);
    expect(early).toBeGreaterThan(later!);
  });

  test("units over units are no address", () => {
    expect(shown("at 0.65 yuan/kWh, or", "en")).toBe("at|0.65|yuan/kWh,|or");
    expect(shown("at GB/T/36276. or", "en")).toBe("at|GB/|T/|36276.|or");
  });

  test("no line begins with an ellipsis", () => {
    const { seams } = paragraph("the rest … is left", "en");
    expect(seams.slice(1).map(({ cost }) => cost)).toEqual([0, FORBIDDEN, 0, 0]);
  });

  test("an address is not parted at its own hyphen", () => {
    const { seams } = paragraph("write to grid-team@example.org today", "en");
    expect(seams.filter(({ hyphened }) => hyphened)).toEqual([]);
  });

  test("an e-mail address is parted at its marks, at a cost that spares a line from being ill set and no less", () => {
    expect(shown("to editor@example.org", "en")).toBe("to|editor|@example|.org");
    const { seams } = paragraph("to editor@example.org", "en");
    for (const { kind, cost } of seams) if (kind === "fixed") expect(cost).toBeGreaterThanOrEqual(RELIEF);
  });
});

test("what stood in other texts before changes nothing in a text", () => {
  const texts = fc
    .array(
      fc.constantFrom(
        ..."国年第一abc 12 .,;-–—…“”‘’'\"（）()，。！？；：、·《》/%[]\u3000\n\u00a0\u2011\u200b",
      ),
      {
        maxLength: 30,
      },
    )
    .map((chars) => chars.join(""));
  const passage = (text: string, language: Language, kind: Passage["kind"]): Passage => {
    const mark = { ...PLAIN, bold: text.length % 3 === 0 };
    const half = Math.floor(text.length / 2);
    const runs = [
      { text: text.slice(0, half), mark: PLAIN, places: NOWHERE },
      { text: text.slice(half), mark, places: NOWHERE },
    ];
    return { language, parts: [{ runs, style: STYLE }], file: null, kind };
  };
  const plain = design("bilingual");
  const shared: Setting = setting(plain);
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom("zh", "en"),
      fc.constantFrom("text", "display", "names", "labels", "credits"),
      (text, language, kind) => {
        const told = ({ paragraph: { boxes, seams } }: ReturnType<typeof itemize>) => ({ boxes, seams });
        const fresh = itemize(passage(text, language, kind), setting(plain));
        expect(told(itemize(passage(text, language, kind), shared))).toEqual(told(fresh));
      },
    ),
    { numRuns: 3000 },
  );
});
