/** Random manuscripts: nothing that an author wrote is lost on import, and what is written can be read. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readIssue } from "../src/content/read-issue.ts";
import { draftOf, type House } from "../src/import/draft.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { writeIssue } from "../src/import/write-issue.ts";
import { publication } from "./publication.ts";

type Language = "zh" | "en";

/** Words of a text; each stands once in a manuscript, so that one that is lost is missed. */
const HAN = [..."国家科技创新发展改革开放合作研究基础能力体制机制区域产业企业人才政策环境"].filter(
  (char, k, all) => all.indexOf(char) === k,
);
const LETTERS = "abcdefghklmnoprstuvw";

class Words {
  #count = 0;
  readonly used: string[] = [];

  text(language: Language, length: number): string {
    const words = Array.from({ length }, () => this.#word(language));
    return language === "zh" ? words.join("") : words.join(" ").replace(/^./, (first) => first.toUpperCase());
  }

  /** Another day than the issue's. */
  date(language: Language, day: number): string {
    const date = language === "zh" ? `2024年3月${day}日` : `March ${day}, 2024`;
    this.used.push(date.toLowerCase());
    return date;
  }

  #word(language: Language): string {
    this.#count += 1;
    const digits = [this.#count % 20, Math.floor(this.#count / 20) % 20, Math.floor(this.#count / 400)];
    const word =
      language === "zh"
        ? [Math.floor(this.#count / 30), this.#count % 30].map((digit) => HAN[digit % 30]!).join("")
        : `in${digits.map((digit) => LETTERS[digit]!).join("")}`;
    this.used.push(word);
    return word;
  }
}

const END = { zh: ["。", "：", "；", "", "？”"], en: [".", ":", ";", "", "?”"] } as const;

/** What a piece is, and how much of it there is in each language; 0 where the language lacks it. */
const size = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const plan = fc.record({
  kind: fc.constantFrom(
    ...([
      "text",
      "text",
      "text",
      "heading",
      "bullets",
      "numbers",
      "table",
      "quote",
      "labelled",
      "date",
      "editor",
      "note",
      "bilingual",
      "picture",
      "nested",
    ] as const),
  ),
  zh: size,
  en: size,
  words: fc.integer({ min: 1, max: 24 }),
  end: fc.nat({ max: 4 }),
  level: fc.integer({ min: 1, max: 3 }),
  note: fc.boolean(),
  columns: fc.integer({ min: 1, max: 3 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const manuscript = fc.record({
  plans: fc.array(plan, { minLength: 1, maxLength: 9 }),
  layout: fc.constantFrom("in turns", "in blocks", "English first"),
  title: fc.constantFrom("#", "##", ""),
  titled: fc.constantFrom("both", "zh", "en"),
  keys: fc.constantFrom("shared", "own", "again"),
  gap: fc.constantFrom("\n\n", "\n\n", "\n"),
  house: fc.constantFrom<House>({ names: ["试刊", "Trial"], imprint: [] }, { names: [], imprint: [] }),
});
type Manuscript = typeof manuscript extends fc.Arbitrary<infer T> ? T : never;

/** Kinds that mention no note. */
const BARE: readonly string[] = ["labelled", "date", "editor", "bilingual", "note"];

/** One language of a piece, and the note that it mentions. */
function typed(it: Plan, k: number, language: Language, words: Words, key: string) {
  const count = it[language];
  if (count === 0) return { text: "", note: "" };
  const some = (length = it.words) => words.text(language, length);
  const mention = it.note && !BARE.includes(it.kind) ? `[^${key}]` : "";
  const note = mention && `${mention}: ${some(3)}${END[language][0]}`;
  const lines = (mark: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `${mark(n)}${some(3)}${n === 0 ? mention : ""}`).join("\n");
  switch (it.kind) {
    case "text":
      return { text: `**${some(1)}**${some()}${END[language][it.end]}${mention}`, note };
    case "heading":
      return { text: `${"#".repeat(it.level)} ${some(3)}${mention}`, note };
    case "bullets":
      return { text: lines(() => "- "), note };
    case "numbers":
      return { text: lines((n) => `${n + 1}. `), note };
    case "quote":
      return { text: `> ${some()}${END[language][it.end]}${mention}`, note };
    case "labelled":
      return { text: language === "zh" ? `来源：${some(2)}` : `Source: ${some(2)}`, note };
    case "editor":
      return { text: language === "zh" ? `编辑：${some(2)}` : `Editor: ${some(2)}`, note };
    case "note":
      return { text: language === "zh" ? `编者按：${some()}。` : `Editor's note: ${some()}.`, note };
    case "picture":
      return { text: `![${some(2)}](figures/${language}${k}.png)${mention}`, note };
    case "nested":
      return { text: lines((n) => (n % 2 === 0 ? `${n / 2 + 1}. ` : "   - ")), note };
    case "bilingual": {
      // Both languages in one row, as translations are laid out.
      const row = () => `| ${words.text("zh", 3)}。 | ${words.text("en", 3)}. |`;
      return { text: Array.from({ length: count }, row).join("\n"), note: "" };
    }
    case "date":
      return { text: words.date(language, k + 1), note };
    case "table": {
      const row = (n: number) =>
        `| ${Array.from({ length: it.columns }, (_, c) => `${some(1)}${n + c === 0 ? mention : ""}`).join(" | ")} |`;
      return {
        text: [row(0), "|--|", ...Array.from({ length: count }, (_, n) => row(n + 1))].join("\n"),
        note,
      };
    }
  }
}

function markdownOf(it: Manuscript, words: Words): string {
  const head = (language: Language) =>
    `${it.titled === "both" || it.titled === language ? `${it.title} ` : ""}${words.text(language, 4)}`.trim();
  const keyOf = (language: Language, k: number) => {
    if (it.keys === "again") return "1";
    return it.keys === "own" && language === "en" ? `note${k}` : String(k + 1);
  };
  const side = (language: Language) => [
    { text: head(language), note: "" },
    ...it.plans.map((plan, k) => typed(plan, k, language, words, keyOf(language, k))),
  ];
  const [zh, en] = [side("zh"), side("en")];
  const pieces =
    it.layout === "in turns"
      ? zh.flatMap((piece, k) => [piece, en[k]!])
      : it.layout === "in blocks"
        ? [...zh, ...en]
        : [...en, ...zh];
  const notes = pieces.map(({ note }) => note);
  const texts = pieces.map(({ text }) => text).filter((text) => text !== "");
  return [
    "2025 年第 3 期\n\n总第 27 期\n\n2025年2月14日",
    texts.join(it.gap),
    notes.filter((note) => note !== "").join("\n"),
  ].join("\n\n");
}

/** Texts that stand under the other language. */
function misplaced(text: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown, key: string) => {
    if (typeof node === "string") {
      if (key === "zh" && /\bin[a-w]{3}\b/i.test(node)) found.push(node);
      if (key === "en" && /\p{Script=Han}/u.test(node)) found.push(node);
    } else if (typeof node === "object" && node !== null)
      for (const [key, value] of Object.entries(node)) walk(value, key);
  };
  walk(parse(text, { schema: "failsafe" }), "");
  return found;
}

test.each([
  ["Markdown", true],
  ["pasted text", false],
])("every word of %s is in the issue's file, which is read without an error", (_, isMarkdown) => {
  fc.assert(
    fc.property(manuscript, (it) => {
      const words = new Words();
      const markdown = markdownOf(it, words);
      const text = writeIssue(draftOf(readPlain(markdown, isMarkdown), it.house), "2025-3");
      const shown = `${markdown}\n\n=====\n${text}`;
      const lost = words.used.filter((word) => !text.toLowerCase().includes(word));
      const { diagnostics } = readIssue({ path: "2025-3.yaml", text }, publication);
      // A title or a text that is not there is asked for at its place; nothing is written as an empty text.
      // In pasted text a picture of Markdown is a link, which is told of.
      const errors = diagnostics.filter(
        ({ severity, code }) =>
          severity === "error" && code !== "empty" && (isMarkdown || code !== "bad-link"),
      );
      expect({ lost, errors }, shown).toEqual({ lost: [], errors: [] });
      expect(text).not.toContain('""');
      // Tables right below each other are one, and in pasted text none.
      if (isMarkdown && it.gap === "\n\n") expect(misplaced(text), shown).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
