/** Changes between two states of an issue in → what the terminal says of them, text by text. */
import { LANGUAGES, type Language } from "../base/language.ts";
import type { Change } from "../compare/compare-issues.ts";
import type { Stretch } from "../compare/compare-texts.ts";
import type { Role } from "../compare/texts.ts";
import { printable } from "./printable.ts";
import type { Paint } from "./report.ts";
import { say, sayInLine } from "./speech.ts";
import { LANGUAGE, type Wording } from "./wording.ts";

const ROLES: Readonly<Record<Role, Wording>> = {
  masthead: { en: "masthead", zh: "报头" },
  name: { en: "name", zh: "刊名" },
  publisher: { en: "publisher", zh: "主办单位" },
  note: { en: "editor's note", zh: "编者按" },
  series: { en: "series", zh: "系列" },
  title: { en: "title", zh: "标题" },
  credits: { en: "credits", zh: "署名" },
  footnote: { en: "footnote", zh: "脚注" },
  imprint: { en: "imprint", zh: "版记" },
  paragraph: { en: "paragraph", zh: "段落" },
  heading: { en: "heading", zh: "一级标题" },
  subheading: { en: "subheading", zh: "二级标题" },
  list: { en: "list", zh: "列表" },
  quote: { en: "quotation", zh: "引文" },
  figure: { en: "figure", zh: "图" },
  table: { en: "table", zh: "表" },
};

/** Pages that a text begins on, from 1; null where it is not shown. */
export interface Pages {
  readonly before: number | null;
  readonly after: number | null;
}

export function changeLines(change: Change, pages: Pages, place: string, paint: Paint): readonly string[] {
  const role = sayInLine(ROLES[(change.after ?? change.before)!.role]);
  const what =
    change.before === null
      ? say(" added", "（新增）")
      : change.after === null
        ? say(" removed", "（删去）")
        : "";
  return [
    `${paint.strong(place)}  ${role}${what}  ${pageWords(pages)}`,
    ...LANGUAGES.flatMap((language) => languageLine(change.stretches[language], language, paint)),
  ];
}

/** Page 2, or where it moved. */
function pageWords({ before, after }: Pages): string {
  const [one, other] = [before, after].map((page) => (page === null ? "–" : String(page)));
  if (before === null || after === null || before === after) {
    const page = after ?? before ?? "–";
    return say(`page ${page}`, `第 ${page} 页`);
  }
  return say(`page ${one} → ${other}`, `第 ${one} → ${other} 页`);
}

/** Characters that stay around a change. */
const AROUND: Readonly<Record<Language, number>> = { zh: 12, en: 28 };

function languageLine(stretches: readonly Stretch[], language: Language, paint: Paint): readonly string[] {
  if (stretches.length === 0) return [];
  const told = stretches.map(({ kind, text }, k) => {
    const whole = printable(text.replaceAll("\n", "⏎"));
    // What came or went as a whole is known by its beginning.
    const plain = stretches.length === 1 ? shortened(whole, AROUND[language] * 2, true, false) : whole;
    if (kind === "removed") return paint.error(`[-${plain}-]`);
    if (kind === "added") return paint.added(`{+${plain}+}`);
    return shortened(plain, AROUND[language], k > 0, k < stretches.length - 1);
  });
  return [`  ${sayInLine(LANGUAGE[language])}  ${told.join("")}`];
}

/** What stays is shown next to what changes, on the sides where something does. */
function shortened(text: string, around: number, before: boolean, after: boolean): string {
  const chars = [...text];
  const [head, tail] = [before ? around : 0, after ? around : 0];
  if (chars.length <= head + tail + 2) return text;
  return `${chars.slice(0, head).join("")}…${tail > 0 ? chars.slice(-tail).join("") : ""}`;
}
