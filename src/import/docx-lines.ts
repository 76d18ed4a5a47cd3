/** The lines of a paragraph of Word in → the texts that they are, each with its marks. */
import { isShort } from "./headings.ts";
import { partsLines } from "./labels.ts";
import { languageOf, tidy } from "./piece.ts";
import { type Run, typedRuns } from "./typed-runs.ts";

export const plainText = (line: readonly Run[]): string => line.map(({ text }) => text).join("");

/** Lines of one language that Word only broke for looks are one text. */
export function byLanguage(lines: readonly (readonly Run[])[]): readonly (readonly (readonly Run[])[])[] {
  const texts: (readonly Run[])[][] = [];
  let before = "";
  for (const line of lines) {
    const text = tidy(plainText(line));
    const same = texts.length > 0 && languageOf(before) === languageOf(text);
    const goesOn = !/[：:]/.test(text.slice(0, 12)) && !/[。！？.!?]["”]?$/.test(before);
    const parts = partsLines(before, text) || headsOff(texts.at(-1)?.at(-1) ?? [], line);
    if (same && goesOn && !parts) texts.at(-1)!.push(line);
    else texts.push([line]);
    before = text;
  }
  return texts;
}

const inBold = (line: readonly Run[]): boolean =>
  line.every(({ text, bold, note }) => bold || note !== null || text.trim() === "");

/** A short line in bold alone heads what goes on below it without. */
function headsOff(line: readonly Run[], next: readonly Run[]): boolean {
  const text = plainText(line).trim();
  return text !== "" && inBold(line) && !inBold(next) && isShort(text) && !/[\p{P}]$/u.test(text);
}

/** Blanks that set a line in: inside of a text they would gape. */
const INDENT = /^[\s\u3000]+/;

/** Chinese needs no blank where a line ended. */
export function typedLines(lines: readonly (readonly Run[])[]): string {
  const gap = languageOf(lines.map(plainText).join("")) === "zh" ? "" : " ";
  return tidy(
    typedRuns(
      lines.flatMap((line, k) => {
        const [first] = line;
        if (k === 0 || !first) return line;
        return [
          { ...first, text: gap, note: null },
          { ...first, text: first.text.replace(INDENT, "") },
          ...line.slice(1),
        ];
      }),
    ),
  );
}
