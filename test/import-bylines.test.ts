import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { run as program } from "../src/app/cli.ts";
import { captured, newsroom } from "./newsroom.ts";

const MASTHEAD = ["试刊", "2025年第3期（总第17期） 2025年3月3日"];
const HEAD = ["在论坛上的讲话", "Speech at the Forum"];
const BODY = [
  "创新是第一动力，我们要深化合作。",
  "Innovation is the driving force; we should deepen cooperation.",
];

async function imported(...lines: readonly string[]) {
  const room = newsroom();
  room.write("a.md", lines.join("\n\n"));
  const { out } = await captured(() =>
    program(
      ["import", room.path("a.md"), "--issue", "2025-03", "--stdout", "--content", room.path("content")],
      "0.0.0",
    ),
  );
  const issue = parse(out);
  const [article] = issue.articles;
  return { out, date: issue.date, articles: issue.articles, ...article };
}

const TITLE = { zh: HEAD[0], en: HEAD[1] };
const PAIR = { zh: BODY[0], en: BODY[1] };

describe("bylines below a title", () => {
  test("are credits, with where the author works", async () => {
    const lines = ["文/王晓东", "By Wang Xiaodong", "上海市科学学研究所", "Institute for Science of Science"];
    const { title, body, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect([title, body]).toEqual([TITLE, [PAIR]]);
    expect(credits).toEqual([
      {
        label: { zh: "文", en: "By" },
        value: {
          zh: "王晓东（上海市科学学研究所）",
          en: "Wang Xiaodong (Institute for Science of Science)",
        },
      },
    ]);
  });

  test("may have the style of the title", async () => {
    const lines = ["# 在论坛上的讲话", "# 文/王晓东", "# Speech at the Forum", "# By Wang Xiaodong"];
    const { title, credits } = await imported(...MASTHEAD, ...lines, ...BODY);
    expect([title, credits[0].value]).toEqual([TITLE, { zh: "王晓东", en: "Wang Xiaodong" }]);
  });

  test("begin no article: By Land and Sea is its title", async () => {
    const { title } = await imported(...MASTHEAD, "陆海并进", "By Land and Sea", ...BODY);
    expect(title).toEqual({ zh: "陆海并进", en: "By Land and Sea" });
  });
});

describe("names alone below a title", () => {
  test("that are one person's in both languages are the author's, and that is told", async () => {
    const lines = ["王晓东", "Wang Xiaodong", "上海市科学学研究所", "Institute for Science of Science"];
    const { out, title, body, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect([title, body]).toEqual([TITLE, [PAIR]]);
    expect(credits).toEqual([
      {
        label: { zh: "作者", en: "Author" },
        value: {
          zh: "王晓东（上海市科学学研究所）",
          en: "Wang Xiaodong (Institute for Science of Science)",
        },
      },
    ]);
    expect(out).toContain("were taken for those of its authors: 王晓东 / Wang Xiaodong\n");
  });

  test.each([
    ["Chinese", ["上海市科学学研究所"], { zh: "陈红光（上海市科学学研究所）", en: "Chen Hongguang" }],
    [
      "English",
      ["Institute for Science of Science"],
      { zh: "陈红光", en: "Chen Hongguang (Institute for Science of Science)" },
    ],
  ])("may have where the author works in %s alone", async (_, office, value) => {
    const lines = ["陈 红 光", "Chen Hongguang", ...office];
    const { out, title, body, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect([title, body, credits[0].value]).toEqual([TITLE, [PAIR], value]);
    expect(out.split("were taken for those of its authors: ")[1]).toContain(`, ${office[0]}`);
  });

  test.each([
    ["of other persons", ["王晓东", "Li Ming"]],
    ["of one language", ["王晓东"]],
    ["in bold, which head a text", ["**王晓东**", "**Wang Xiaodong**"]],
  ])("%s make no credit", async (_, lines) => {
    const { out, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect(credits).toBeUndefined();
    expect(out).toContain("王晓东");
  });

  test.each([
    ["in turn", ["王晓东", "Wang Xiaodong", "李明", "Li Ming"]],
    ["in blocks", ["王晓东", "李明", "Wang Xiaodong", "Li Ming"]],
  ])("of several persons are all authors, languages %s", async (_, lines) => {
    const { out, title, body, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect([title, body]).toEqual([TITLE, [PAIR]]);
    expect(credits).toEqual([
      {
        label: { zh: "作者", en: "Authors" },
        value: { zh: "王晓东、李明", en: "Wang Xiaodong, Li Ming" },
      },
    ]);
    expect(out).toContain("were taken for those of its authors: 王晓东 / Wang Xiaodong | 李明 / Li Ming\n");
  });

  test("of several persons each have where they work, said in both languages", async () => {
    const first = ["王晓东", "Wang Xiaodong", "上海市科学学研究所", "Institute for Science of Science"];
    const second = ["李明", "Li Ming", "复旦大学", "Fudan University"];
    const { title, body, credits } = await imported(...MASTHEAD, ...HEAD, ...first, ...second, ...BODY);
    expect([title, body]).toEqual([TITLE, [PAIR]]);
    expect(credits[0].value).toEqual({
      zh: "王晓东（上海市科学学研究所）、李明（复旦大学）",
      en: "Wang Xiaodong (Institute for Science of Science), Li Ming (Fudan University)",
    });
  });

  test.each([
    [
      "behind a blank",
      "**王晓东　上海市科学学研究所**",
      "**Wang Xiaodong, Institute for Science of Science**",
    ],
    ["before a blank", "上海市科学学研究所　王晓东", "Wang Xiaodong, Institute for Science of Science"],
    ["in brackets", "王晓东（上海市科学学研究所）", "Wang Xiaodong (Institute for Science of Science)"],
  ])("may have where the author works on their line, %s", async (_, zh, en) => {
    const { out, title, body, credits } = await imported(...MASTHEAD, ...HEAD, zh, en, ...BODY);
    expect([title, body]).toEqual([TITLE, [PAIR]]);
    expect(credits[0].value).toEqual({
      zh: "王晓东（上海市科学学研究所）",
      en: "Wang Xiaodong (Institute for Science of Science)",
    });
    expect(out).toContain("were taken for those of its authors: 王晓东 / Wang Xiaodong\n");
  });

  test("say who speaks where others follow further down", async () => {
    const more = ["李明", "Li Ming", ...BODY];
    const { credits, out } = await imported(
      ...MASTHEAD,
      ...HEAD,
      "王晓东",
      "Wang Xiaodong",
      ...BODY,
      ...more,
    );
    expect(credits).toBeUndefined();
    expect(out).toContain("Li Ming");
  });

  test("further down are text", async () => {
    const { body, credits } = await imported(
      ...MASTHEAD,
      ...HEAD,
      ...BODY,
      "王晓东",
      "Wang Xiaodong",
      ...BODY,
    );
    expect(credits).toBeUndefined();
    expect(body[1]).toEqual({ zh: "王晓东", en: "Wang Xiaodong" });
  });
});

describe("a date in brackets", () => {
  const DATES = ["（2025年2月8日）", "(February 8, 2025)"];

  test("below a title is text, and no date of the issue", async () => {
    const { date, title, body, out } = await imported(...HEAD, ...DATES, "王晓东", "Wang Xiaodong", ...BODY);
    expect(date).toBeNull();
    expect(title).toEqual(TITLE);
    expect(body).toEqual([{ zh: DATES[0], en: DATES[1] }, PAIR]);
    expect(out).toContain("王晓东 / Wang Xiaodong");
  });

  test("below a title with its byline is text", async () => {
    const lines = [...DATES, "文/王晓东", "By Wang Xiaodong"];
    const { date, title, credits } = await imported(...MASTHEAD, ...HEAD, ...lines, ...BODY);
    expect([date, title]).toEqual(["2025-03-03", TITLE]);
    expect(credits[0].value).toEqual({ zh: "王晓东", en: "Wang Xiaodong" });
  });

  test("below the name of the publication is the issue's", async () => {
    const { date, title } = await imported("试刊", "（2025年3月3日）", "Trial", ...HEAD, ...BODY);
    expect([date, title]).toEqual(["2025-03-03", TITLE]);
  });

  test("above the issue's number is the issue's, whatever else the masthead says", async () => {
    const lines = ["试刊", "内部资料", "（2025年3月3日）", "2025年第3期"];
    const { date } = await imported(...lines, ...HEAD, ...BODY);
    expect(date).toBe("2025-03-03");
  });

  test("makes no article of a title's second line", async () => {
    const lines = ["# 在论坛上的讲话", "（2025年2月8日）", "# Speech at the Forum", "(February 8, 2025)"];
    const { articles, title } = await imported(...MASTHEAD, ...lines, ...BODY);
    expect(articles).toHaveLength(1);
    expect(title).toEqual(TITLE);
  });
});
