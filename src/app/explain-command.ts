/** `shuanglan explain`: a text in → what the rules make of it, for people or as JSON. */
import type { Language } from "../base/language.ts";
import { type Explanation, explain } from "../script/explain.ts";
import { hyphenate } from "../script/hyphenate.ts";
import type { Level } from "../script/kinsoku.ts";
import type { MarkStyle } from "../script/squeeze.ts";
import { STATUS } from "./build-command.ts";
import { out } from "./effects.ts";
import { EXPLAINED } from "./wording.ts";

/** English as readers of a text know it; the layout itself divides American. */
export type ExplainLanguage = Language | "en-US" | "en-GB";

export interface ExplainRequest {
  readonly text: string;
  readonly language: ExplainLanguage;
  readonly level: Level;
  readonly marks: MarkStyle;
  readonly json: boolean;
}

/** Liang's own bounds; the theme's may be wider. */
const BOUNDS = { minLeft: 2, minRight: 3, minWord: 5 } as const;

export async function explainText({ text, language, level, marks, json }: ExplainRequest): Promise<number> {
  const british = language === "en-GB" ? (await import("../script/british.ts")).BRITISH : undefined;
  const divide = (word: string) => hyphenate(word, BOUNDS, british);
  const made = explain(text, language === "zh" ? "zh" : "en", level, marks, divide);
  out(json ? JSON.stringify(made, null, 2) : shown(made));
  return STATUS.done;
}

function shown(made: Explanation): string {
  const row = (name: keyof typeof EXPLAINED, value: string) => {
    const { en, zh } = EXPLAINED[name];
    return value === "" ? [] : [`${zh} ${en}: ${value}`];
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
