// The real issue's text and a number of times → an issue that long under one title, no two paragraphs of it alike:
// every copy but the first has other words in the place of some, as a book has, so that nothing that was worked out
// for one paragraph is worth anything to another.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One word, and one Chinese character, in so many is another one. */
const EVERY = 8;

/** Words of English in their plain forms. */
function englishWords() {
  const folder = dirname(createRequire(import.meta.url).resolve("dictionary-en"));
  const entries = readFileSync(join(folder, "index.dic"), "utf8").split("\n");
  return entries.map((entry) => entry.split("/")[0]).filter((word) => /^[a-z]{4,12}$/.test(word));
}

/** The 3,755 characters of everyday Chinese (GB 2312, level 1). */
function commonHan() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const text = new TextDecoder("gbk").decode(new Uint8Array(bytes));
  return [...text].filter((char) => /^[\u4e00-\u9fff]$/.test(char));
}

/** Numbers from 0 up to a limit, the same ones in every run (Numerical Recipes' linear congruence). */
function chances(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** @param issue The issue's YAML, with one article. */
export function longIssue(issue, times) {
  const from = issue.indexOf("    body:\n") + "    body:\n".length;
  const to = issue.indexOf("    credits:");
  const body = issue.slice(from, to);
  const [words, han] = [englishWords(), commonHan()];
  const chance = chances(times);
  const other = (list) => (was) => (chance(EVERY) === 0 ? list[chance(list.length)] : was);
  const varied = () =>
    body
      .replace(/(?<= zh: .*)[\u4e00-\u9fff]/g, other(han))
      .replace(/(?<= en: .* )[a-z]{4,}(?=[ ,.;])/g, other(words));
  const copies = Array.from({ length: times }, (_, k) => (k === 0 ? body : varied()));
  return issue.slice(0, from) + copies.join("") + issue.slice(to);
}
