/** `shuanglan explain`: a text in → what the rules make of it, for people or as JSON. */
import type { Language } from "../base/language.ts";
import { itemize } from "../inline/itemize.ts";
import { breakParagraph } from "../lines/break-lines.ts";
import { lineText } from "../lines/line.ts";
import { lineRules } from "../lines/ranks.ts";
import { setLines } from "../lines/set-lines.ts";
import { PLAIN } from "../model/inline.ts";
import { NOWHERE } from "../model/places.ts";
import { type Explanation, explain } from "../script/explain.ts";
import { hyphenate } from "../script/hyphenate.ts";
import type { Level } from "../script/kinsoku.ts";
import type { MarkStyle } from "../script/squeeze.ts";
import { out, outData } from "./output.ts";
import { shippedDesign, shippedFaces } from "./shipped.ts";
import { colon, sayInLine } from "./speech.ts";
import { STATUS } from "./status.ts";
import { EXPLAINED } from "./wording.ts";

/** English as readers of a text know it; the layout itself divides American. */
export type ExplainLanguage = Language | "en-US" | "en-GB";

export interface ExplainRequest {
  readonly text: string;
  readonly language: ExplainLanguage;
  readonly level: Level;
  readonly marks: MarkStyle;
  readonly json: boolean;
  /** Measure that the text is broken to, em; null for no lines. */
  readonly measure: number | null;
  /** Indent of the first line, em. */
  readonly indent: number;
  readonly hanging: boolean;
}

/** Liang's own bounds; the theme's may be wider. */
const BOUNDS = { hyphenMinLeft: 2, hyphenMinRight: 3, hyphenMinWord: 5 } as const;

export async function explainText(request: ExplainRequest): Promise<number> {
  const { text, language, level, marks, json } = request;
  const british = language === "en-GB" ? (await import("../script/british.ts")).british() : null;
  const divide = (word: string) => hyphenate(word, BOUNDS, british);
  const made = explain(text, language === "zh" ? "zh" : "en", level, marks, divide);
  const lines = request.measure === null ? null : linesOf(request, request.measure);
  if (json) outData(JSON.stringify(lines ? { ...made, lines } : made, null, 2));
  else for (const line of [shown(made), ...(lines ?? []).map((line) => `  ${line}`)]) out(line);
  return STATUS.done;
}

/** The text as a paragraph of the shipped theme and fonts would have it. Throws where these are broken. */
function linesOf({ text, language, level, marks, indent, hanging }: ExplainRequest, measure: number) {
  const own = language === "zh" ? "zh" : "en";
  const design = shippedDesign();
  const setting = {
    design: { ...design, zh: { ...design.zh, level, marks, hanging } },
    ...shippedFaces(),
    terms: [],
  };
  const style = design.styles.body[own];
  const runs = [{ text, mark: PLAIN, places: NOWHERE }];
  const passage = { language: own, parts: [{ runs, style }], file: null, kind: "text" } as const;
  const { paragraph } = itemize(passage, setting);
  const shape = {
    measure: measure * style.size,
    indent: indent * style.size,
    hanging: 0,
    align: "justify",
    balanced: false,
  } as const;
  const broken = breakParagraph(paragraph, shape, lineRules(setting.design));
  return setLines(broken, broken.best).map((line) => lineText(line).trimEnd());
}

function shown(made: Explanation): string {
  const row = (name: keyof typeof EXPLAINED, value: string) => {
    return value === "" ? [] : [`${sayInLine(EXPLAINED[name])}${colon()}${value}`];
  };
  return [
    ...row("breaks", made.breaks),
    ...row("gaps", made.gaps),
    ...row("quotes", made.quotes),
    ...row("hyphens", made.hyphens.join(" ")),
    ...row("width", made.width === null ? "" : `${made.width} em`),
    ...row(
      "chars",
      made.chars
        .map(({ text, class: name, width }) => `${text} ${name}${width === null ? "" : ` ${width}`}`)
        .join(" · "),
    ),
  ].join("\n");
}
