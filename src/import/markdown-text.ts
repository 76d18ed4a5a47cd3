/** Markdown as programs save it in → the text alone, what stands before it and between it told apart. */
import { HTML_CHARACTERS } from "../base/html-characters.ts";
import { isNumbered } from "../model/issue-number.ts";
import { isShort } from "./headings.ts";
import { type Left, literally, type Piece, piece, tidy } from "./piece.ts";

export interface MarkdownText {
  readonly text: string;
  /** Facts and title that the front matter says. */
  readonly front: readonly Piece[];
  readonly left: readonly Left[];
}

/** Lines such as `date: 2025-02-14` between dashes at the very beginning. */
const FRONT =
  /^\ufeff?---[ \t]*\r?\n((?:(?:\w[\w-]*[ \t]*:.*|[ \t]+\S.*|- .*|#.*|[ \t]*)\r?\n)*)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

export function markdownText(typed: string): MarkdownText {
  const left: Left[] = [];
  const body = typed.replace(FRONT, (whole) => whole.replace(/[^\n]/g, ""));
  const front = frontOf(FRONT.exec(typed)?.[1] ?? "", titlesIn(body), left);
  const text = withoutComments(body, left)
    // Cells keep their breaks; elsewhere a line ends there.
    .replace(/^(?![ \t]*\|).*<br\s*\/?>.*$/gim, (line) => line.replace(/<br\s*\/?>/gi, "\n"));
  return { text: withoutUnderlines(text), front, left };
}

const titlesIn = (body: string): readonly string[] =>
  [...body.matchAll(/^#[ \t]+(.*)$/gm)].map(([, title = ""]) => tidy(title).replace(/ #+$/, ""));

function withoutComments(text: string, left: Left[]): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", at + 4);
    if (end < 0) break;
    const inner = tidy(text.slice(at + 4, end).replace(/\s+/g, " "));
    if (inner !== "") left.push({ kind: "comment", text: inner });
    kept += text.slice(from, at);
    from = end + 3;
  }
  return kept + text.slice(from);
}

/** A title is taken where no heading is one; what is no fact of an issue is told. */
function frontOf(lines: string, titles: readonly string[], left: Left[]): readonly Piece[] {
  return lines.split(/\r?\n/).flatMap((line, k) => {
    const [, key = "", typed = ""] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const value = typed.trim().replace(/^(["'])(.*)\1$/, "$2");
    const at = k + 2;
    if (key === "title" && titles.includes(value)) return [];
    if (key === "title" && titles.length === 0 && value !== "")
      return [piece(tidy(literally(value)), "title", at)];
    if (key === "date" && /^\d{4}-\d{1,2}-\d{1,2}$/.test(value)) return [piece(value, "text", at)];
    if (key === "issue" && isNumbered(value)) return [piece(value, "text", at)];
    if (key === "overall" && /^\d{1,5}$/.test(value)) return [piece(`总第${value}期`, "text", at)];
    if (line.trim() !== "") left.push({ kind: "front", text: tidy(line) });
    return [];
  });
}

/** A short line alone with a line of = or - right below it is a heading. */
function withoutUnderlines(text: string): string {
  const lines = text.split("\n");
  return lines
    .map((line, k) => {
      const [below = "", above = ""] = [lines[k + 1], lines[k - 1]];
      if (levelBelow(lines, k - 1) !== null) return "";
      const level = above.trim() === "" && below !== "" ? levelBelow(lines, k) : null;
      return level === null ? line : `${level} ${line.trim()}`;
    })
    .join("\n");
}

const MARKED = /^\s*(?:[#>|]|[-*+•]\s|\d+[.)]\s|$)/;

/** @returns Null where the line heads nothing. */
function levelBelow(lines: readonly string[], k: number): "#" | "##" | null {
  const [line = "", below = "", above = ""] = [lines[k], lines[k + 1], lines[k - 1]];
  if (above.trim() !== "" || MARKED.test(line) || !/^ {0,3}(?:={2,}|-{3,})\s*$/.test(below)) return null;
  if (!isShort(line) || /^\s*(?:[-*_=]\s*){3,}$/.test(line)) return null;
  return below.includes("=") ? "#" : "##";
}

const TAGS: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  i: "*",
  em: "*",
  sup: "^",
  sub: "~",
};
const TAG = /<(\/?)(b|strong|i|em|sup|sub|u|span|font|center|div|p)(?:\s[^<>]{0,200})?>/gi;

/** Tags and characters of HTML as content files type them; other tags are text. */
export const withoutHtml = (text: string): string =>
  text
    .replace(TAG, (_, _end, name: string) => TAGS[name.toLowerCase()] ?? "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return HTML_CHARACTERS[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? literally(String.fromCodePoint(code)) : whole;
    });
