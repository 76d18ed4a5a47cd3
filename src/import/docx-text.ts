/** The runs of a Word paragraph in → its text with the marks of content files. */
import { literally } from "./piece.ts";
import { childOf, type Element } from "./xml.ts";

/** Addresses that a document's links go to, by their id. */
export type Links = ReadonlyMap<string, string>;

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly emphasis: boolean;
  readonly position: "" | "^" | "~";
  readonly link: string | null;
}

/** Text that Word keeps and does not show, and second forms of what is shown once. */
const SKIPPED = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "mc:Fallback",
  "w:pPr",
  "w:rPr",
  "w:p",
  "w:tbl",
]);

/** @returns Lines of the paragraph, parted by `\n` where Word breaks the line. */
export function textOf(paragraph: Element, links: Links): string {
  const runs: Run[] = [];
  collect(paragraph, null, links, runs);
  return marked(runs);
}

function collect(element: Element, link: string | null, links: Links, runs: Run[]): void {
  for (const child of element.children) {
    if (typeof child === "string" || SKIPPED.has(child.name)) continue;
    if (child.name === "w:r") runs.push(...runOf(child, link));
    else if (child.name === "w:hyperlink")
      collect(child, links.get(child.attributes["r:id"] ?? "") ?? null, links, runs);
    else collect(child, link, links, runs);
  }
}

/** `w:val` of a switch such as `<w:b/>`: on unless it says otherwise. */
const isOn = (switched: Element | null): boolean =>
  switched !== null && !["0", "false", "none", "off"].includes(switched.attributes["w:val"] ?? "1");

function runOf(run: Element, link: string | null): readonly Run[] {
  const style = childOf(run, "w:rPr");
  if (isOn(childOf(style, "w:vanish"))) return [];
  const raised = childOf(style, "w:vertAlign")?.attributes["w:val"];
  const position = raised === "superscript" ? "^" : raised === "subscript" ? "~" : "";
  const bold = isOn(childOf(style, "w:b")) || childOf(style, "w:rStyle")?.attributes["w:val"] === "Strong";
  const emphasis =
    isOn(childOf(style, "w:i")) || childOf(style, "w:rStyle")?.attributes["w:val"] === "Emphasis";
  return run.children.flatMap((child): readonly Run[] => {
    if (typeof child === "string") return [];
    if (child.name === "w:footnoteReference")
      return [
        {
          text: `[^${child.attributes["w:id"] ?? ""}]`,
          bold: false,
          emphasis: false,
          position: "",
          link: null,
        },
      ];
    const text = charactersOf(child);
    return text === "" ? [] : [{ text, bold, emphasis, position, link }];
  });
}

function charactersOf(child: Element): string {
  switch (child.name) {
    case "w:t":
      return literally(child.children.filter((it) => typeof it === "string").join(""));
    case "w:tab":
      return "\t";
    case "w:br":
      return child.attributes["w:type"] === undefined ? "\n" : "";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return "";
    default:
      return "";
  }
}

/** Runs of one mark are one; marks stand close to their text, blanks outside. */
function marked(runs: readonly Run[]): string {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const alike = last && marksOf(last) === marksOf(run);
    if (alike) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined
    .map(typed)
    .join("")
    .replace(/\*\*\*\*/g, "");
}

const marksOf = ({ bold, emphasis, position, link }: Run): string =>
  `${bold}${emphasis}${position}${link ?? ""}`;

function typed(run: Run): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
  if (inner === "") return run.text;
  // A raised text with blanks in it can not be told from its surroundings.
  const position = /\s/.test(inner) ? "" : run.position;
  const marks = `${run.bold ? "**" : ""}${run.emphasis ? "*" : ""}${position}`;
  const set = `${marks}${inner}${[...marks].reverse().join("")}`;
  const isAddress = run.link !== null && inner.replaceAll("\\", "") === run.link.replace(/^mailto:/, "");
  return `${before}${run.link === null || isAddress ? set : `[${set}](${run.link})`}${after}`;
}
