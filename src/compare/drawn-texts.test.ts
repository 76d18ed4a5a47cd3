import { expect, test } from "vitest";
import { press } from "../../test/press.ts";
import { plainText } from "../model/inline.ts";
import { readDocument } from "../read-pdf/read-document.ts";
import { drawnTexts } from "./drawn-texts.ts";
import { type Entry, entriesOf } from "./texts.ts";

const issueText = (body: readonly string[]) =>
  `issue: 2025-01\noverall: 1\ndate: 2025-01-06\narticles:\n  - title: { zh: 标题, en: A title }\n    body:\n${body.map((block) => `      - ${block}\n`).join("")}`;

const shown = ({ role, texts: { zh, en } }: Entry) => [role, zh && plainText(zh), en && plainText(en)];

/** What is read from the PDF of an issue, and what was typed for its articles. */
async function readAndTyped(...body: readonly string[]) {
  const { pdf, issue } = press(issueText(body), "bilingual");
  const read = readDocument(await pdf());
  if (!("found" in read)) throw new Error(read.refused);
  const ofArticle = (entries: readonly Entry[]) =>
    entries.filter(({ role }) => role === "paragraph" || role === "list" || role === "title").map(shown);
  return [ofArticle(drawnTexts(read.found.document, "a.pdf").entries), ofArticle(entriesOf(issue))] as const;
}

const LONG =
  "which takes up more than a line of the English column, so that what stands behind it is on the next";

test("texts of a document are those that were typed, however their lines broke", async () => {
  const [read, typed] = await readAndTyped(
    `{ zh: 第一段说创新。, en: "The first is about innovation, ${LONG} or on the one that follows it." }`,
    `{ zh: 第二段。, en: "It was up–to–date and self-sufficient, ${LONG}; state-of-the-art as well (${LONG})." }`,
  );
  expect(read).toEqual(typed);
});

test("a name in Chinese and a formula that go on over a line's end are read in one", async () => {
  const name = "《上海市促进人形机器人产业高质量创新发展行动方案》".repeat(3);
  const [read, typed] = await readAndTyped(
    `{ zh: 见方案。, en: "It follows ${name} and Li~1.2~Mn~0.54~Ni~0.13~Co~0.13~Na~0.54~Al~0.54~Si~0.54~Mg~0.54~O~2~ in all." }`,
  );
  expect(read).toEqual(typed);
});

test("an address goes on over a line's end without a blank, and words around it keep theirs", async () => {
  const address = `https://www.example.org/${"a-long-name/".repeat(9)}index.html`;
  const [read, typed] = await readAndTyped(
    `{ zh: 见网站。, en: "More of it is to be found at ${address} and in print. See ${address}" }`,
  );
  expect(read).toEqual(typed);
});

test("entries of a list, one language behind the other, are pairs as they were typed", async () => {
  const [read, typed] = await readAndTyped(
    "{ list: [{ zh: 甲, en: First }, { zh: 乙, en: Second }, { zh: 丙, en: Third }] }",
    "{ zh: 段。, en: A paragraph. }",
  );
  expect(read).toEqual(typed);
});

test.each([
  ["Chinese before a pair", ["zh: 只有中文。", "{ zh: 两种都有。, en: Both are there. }"]],
  ["English behind a pair", ["{ zh: 两种都有。, en: Both are there. }", "en: English alone."]],
  ["Chinese behind a pair", ["{ zh: 两种都有。, en: Both are there. }", "zh: 只有中文。"]],
])("a paragraph without a partner stands alone, and one beside it stays a pair: %s", async (_, body) => {
  const [read, typed] = await readAndTyped(...body);
  expect(read).toEqual(typed);
});

test("every glyph of a text has a place of its own, in the order in which it is read", () => {
  const { drawn } = press(
    issueText(["{ zh: 一段。, en: A paragraph. }", "{ zh: 又一段。, en: Another. }"]),
    "bilingual",
  );
  const { document, entries } = drawnTexts(drawn(), "a.pdf");
  const [first, second] = entries.filter(({ role }) => role === "paragraph").map(({ texts }) => texts);
  const spans = [first!.zh!, first!.en!, second!.zh!, second!.en!].map(({ span }) => [span.start, span.end]);
  const [from] = spans[0]!;
  expect(spans).toEqual([
    [from, from! + 3],
    [from! + 3, from! + 15],
    [from! + 15, from! + 19],
    [from! + 19, from! + 27],
  ]);
  const placed = document.pages.flatMap(({ items }) =>
    items.filter((item) => item.kind === "text" && item.typed?.source.file === "a.pdf"),
  );
  expect(placed.length).toBeGreaterThan(4);
});
