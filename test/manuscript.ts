/** Paragraphs of a manuscript in Markdown → the issue's file that it becomes, and what its tests begin and end with. */
import { parse } from "yaml";
import { draftOf } from "../src/import/draft.ts";
import { readPlain } from "../src/import/read-plain.ts";
import { writeIssue } from "../src/import/write-issue.ts";

/** The issue's file that a manuscript in Markdown becomes. */
export const written = (...paragraphs: readonly string[]) =>
  writeIssue(draftOf(readPlain(paragraphs.join("\n\n"), true), { names: ["刊"], imprint: [] }), "2025-01");
export const bodyOf = (text: string) => parse(text, { schema: "failsafe" }).articles[0].body;

export const HEAD = ["# 标题", "# Title"];
export const OPENING = [
  "创新是引领发展的第一动力。",
  "Innovation is the primary driving force of development.",
];
export const CLOSING = ["此后，各地继续加大投入。", "Since then the regions have gone on to invest."];
export const pairOf = ([zh, en]: readonly string[]) => ({ zh, en });
