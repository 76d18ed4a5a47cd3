import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Language } from "../src/base/language.ts";
import { readIssue } from "../src/content/read-issue.ts";
import { readPublication } from "../src/content/read-publication.ts";
import type { Inline } from "../src/model/inline.ts";
import type { TextPair } from "../src/model/issue.ts";
import { ROOT } from "./fixture.ts";

const file = (path: string) => ({ path, text: readFileSync(join(ROOT, path), "utf8") });
const publication = readPublication(file("content/publication.yaml"));
const read = readIssue(file("content/2024-14.yaml"), publication.value);
const issue = read.value!;
const article = issue.articles[0]!;

interface SourceBlock {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
}
const source = JSON.parse(readFileSync(join(ROOT, "test/data/2024-14.source.json"), "utf8")) as {
  readonly title: Record<Language, string>;
  readonly number: string;
  readonly org: Record<Language, string>;
  readonly blocks: readonly SourceBlock[];
  readonly footer: readonly Record<Language, string>[];
};

/** The publisher's text marks bold runs with two asterisks. */
const asTyped = ({ runs }: Inline): string =>
  runs.map(({ text, mark }) => (mark.bold ? `**${text}**` : text)).join("");

const both = (pair: TextPair) => ({ zh: asTyped(pair.zh!).replace("\n", " "), en: asTyped(pair.en!) });
/** 编辑：殷梦宇, Editor: Yin Mengyu. */
const labelled = ({ label, value }: { readonly label: TextPair; readonly value: TextPair }) => {
  const [name, said] = [both(label), both(value)];
  const colon = /^[a-z-]+$/i.test(name.zh) ? ": " : "：";
  return { zh: `${name.zh}${colon}${said.zh}`, en: `${name.en}: ${said.en}` };
};
const ofKind = (...kinds: readonly string[]) =>
  source.blocks.filter(({ kind }) => kinds.includes(kind)).map(({ zh, en }) => ({ zh, en }));

describe("issue 2024-14 to the letter of the publisher's text", () => {
  test("nothing is found wrong with it", () => {
    expect([...publication.diagnostics, ...read.diagnostics]).toEqual([]);
  });

  test("masthead", () => {
    expect(both(issue.publication.name)).toEqual(source.title);
    expect(both(issue.publication.publisher)).toEqual(source.org);
    expect([issue.number, issue.overall]).toEqual([source.number, 14]);
    expect(issue.date).toEqual({ year: 2024, month: 9, day: 9 });
  });

  test("editor's note, series line and title", () => {
    expect(both(issue.note!)).toEqual(ofKind("note")[0]);
    expect(both(article.series!)).toEqual(ofKind("kicker")[0]);
    expect(both(article.title)).toEqual(ofKind("title")[0]);
  });

  test("headings and paragraphs, in their order", () => {
    const texts = article.body.flatMap((block) => ("text" in block ? [both(block.text)] : []));
    expect(texts).toEqual(ofKind("p", "h"));
    expect(article.body.filter(({ kind }) => kind === "paragraph")).toHaveLength(11);
  });

  test("credits and imprint", () => {
    expect(article.credits.map(labelled)).toEqual(ofKind("compiled"));
    expect(issue.publication.imprint.map(labelled)).toEqual(source.footer);
  });
});
