/** The layout of an edition in → the columns that paired texts stand in. */
import type { Edition, Language } from "../base/language.ts";
import { languagesOf } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";

/** Where one language stands: from the left of the type area, or of its newspaper column. */
export interface Lane {
  readonly language: Language;
  readonly x: Pt;
  readonly measure: Pt;
}

export interface Lanes {
  /** Texts of one group stand side by side; groups follow each other down the page. */
  readonly body: readonly (readonly Lane[])[];
  /** The same for what spans the type area. */
  readonly full: readonly (readonly Lane[])[];
  /** Left edges of the newspaper columns, from the left of the type area. */
  readonly columns: readonly Pt[];
  /** Tables that are cramped in one newspaper column stand across them. */
  readonly crampedAcross: boolean;
}

export const typeWidth = ({ page }: Design): Pt => page.width - page.margin.left - page.margin.right;
export const typeHeight = ({ page }: Design): Pt => page.height - page.margin.top - page.margin.bottom;

/** Size of the Chinese body, pt: the em of Chinese measures. */
const emOf = (design: Design): Pt => design.styles.body.zh.size;

/** @param measure Chinese measure in ems, of `parallel` alone. */
export function lanesOf(design: Design, edition: Edition, measure: number): Lanes {
  const width = typeWidth(design);
  const languages = languagesOf(edition);
  const { layout } = design;
  const full = languages.map((language) => [{ language, x: 0, measure: width }]);
  if (edition === "bilingual" && layout.mode === "parallel") {
    const zh = measure * emOf(design);
    const x = zh + layout.columnGap;
    const pair: Lane[] = [
      { language: "zh", x: 0, measure: zh },
      { language: "en", x, measure: width - x },
    ];
    return { body: [pair], full, columns: [0], crampedAcross: false };
  }
  if (layout.columns === 1) return { body: full, full, columns: [0], crampedAcross: false };
  const even = (width - layout.columnGap) / 2;
  // A Chinese column holds whole ems; the gap takes what they leave over.
  const column = edition === "zh" ? Math.floor(even / emOf(design) + 1e-6) * emOf(design) : even;
  const body = languages.map((language) => [{ language, x: 0, measure: column }]);
  return { body, full, columns: [0, width - column], crampedAcross: false };
}
