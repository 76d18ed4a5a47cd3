/** Editors, contact and address in → the imprint (版记): labels and values in columns between rules. */
import { type Language, languagesOf } from "../base/language.ts";
import type { Em, Pt } from "../base/length.ts";
import { sourceOf } from "../inline/setting.ts";
import type { SetLine } from "../lines/line.ts";
import type { TextStyle } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import { type Inline, plainText } from "../model/inline.ts";
import type { ImprintEntry } from "../model/issue.ts";
import type { Source } from "../model/places.ts";
import { isHanLetter } from "../script/char-class.ts";
import {
  type Block,
  block,
  type Ornament,
  type Piece,
  type Row,
  rowMoved,
  rowOf,
  type Strip,
} from "./block.ts";
import { type Composition, ownPassage, passage, setOne, setText, shapeOf, styleOf } from "./composition.ts";
import { type Lane, type Lanes, typeWidth } from "./lanes.ts";
import { withTracking } from "./style-variants.ts";
import { lineRoom } from "./text-block.ts";
import { colonAfter, withoutColon } from "./wording.ts";

export function imprintBlocks(c: Composition, lanes: Lanes, parent: Element): readonly Block[] {
  const { imprint, styles } = c.setting.design;
  const { imprint: entries } = c.issue.publication;
  const section = element("Sect", parent);
  const columns = columnsOf(c, lanes, entries);
  const set = columns.map(({ lane, entries }) => entriesIn(c, lane, entries, section));
  const leading = Math.max(...columns.map(({ lane }) => styles.imprint[lane.language].leading));
  const rows = Math.max(0, ...set.map((column) => column.length));
  if (rows === 0) return [];
  // The languages of an entry start level, the taller one making the row's height; columns of one
  // language have nothing to be level with.
  const level = c.edition === "bilingual";
  const strips: Row[][] = set.map(() => []);
  const ends = set.map(() => 0);
  for (let k = 0; k < rows; k++) {
    const tallest = Math.max(...set.map((column) => column[k]?.length ?? 0));
    set.forEach((column, n) => {
      const own = column[k] ?? [];
      for (const row of own) strips[n]!.push(rowMoved(row, ends[n]!));
      ends[n]! += (level ? tallest : own.length) * leading;
    });
  }
  const y = Math.max(...ends);
  const room = lineRoom(c, leading);
  const width = typeWidth(c.setting.design);
  const height = y + 2 * imprint.padding;
  const rule = (top: Pt): Ornament => ({
    kind: "rect",
    x: 0,
    y: top,
    width,
    height: imprint.rule,
    colour: "text",
  });
  const ornaments = [rule(0), rule(height - imprint.rule)];
  const made: Strip[] = strips.map((rows) => ({ rows, descent: room.descent }));
  return [
    block({
      strips: made,
      ...room,
      leastHeight: y,
      padding: imprint.padding,
      before: imprint.before,
      ornaments,
      band: true,
      foot: true,
    }),
  ];
}

interface Column {
  readonly lane: Lane;
  readonly entries: readonly ImprintEntry[];
}

/** Languages stand side by side, wherever the body has them; one alone is shared out over two columns. */
function columnsOf(c: Composition, lanes: Lanes, entries: readonly ImprintEntry[]): readonly Column[] {
  const written = (language: Language) => entries.filter((entry) => entry.value[language] !== null);
  const side = lanes.body[0]!;
  if (side.length > 1) return side.map((lane) => ({ lane, entries: written(lane.language) }));
  const width = typeWidth(c.setting.design);
  const measure = (width - c.setting.design.layout.columnGap) / 2;
  const at = (x: Pt, language: Language, entries: readonly ImprintEntry[]): Column => ({
    lane: { language, x, measure },
    entries,
  });
  const right = width - measure;
  const [first, second] = languagesOf(c.edition);
  const all = written(first!);
  if (second) return [at(0, first!, all), at(right, second, written(second))];
  const half = Math.ceil(all.length / 2);
  return [at(0, first!, all.slice(0, half)), at(right, first!, all.slice(half))];
}

/** @returns Of each entry its lines, the label's piece in front of the first. */
function entriesIn(
  c: Composition,
  lane: Lane,
  entries: readonly ImprintEntry[],
  parent: Element,
): readonly (readonly Row[])[] {
  const { language } = lane;
  const { imprint } = c.setting.design;
  const style = styleOf(c, "imprint", language);
  const labels = entries.map((entry) => labelOf(c, entry, language));
  const widest = Math.max(0, ...labels.map((label) => label.width + label.colonWidth));
  const spreads = entries.some((entry) => isFullName(plainText(entry.value[language]!)));
  return entries.map((entry, k) => {
    const label = labels[k]!;
    const owner = element("P", parent, { language });
    // Labels end where the values begin: spread Han fills the column, Latin stands at its right.
    const start = lane.x + widest - label.width - label.colonWidth;
    const x = lane.x + widest + imprint.labelGap;
    const written = entry.value[language]!;
    const name = plainText(written);
    const look = spreads && isShortName(name) ? spreadTo(name, imprint.nameSpread, style) : style;
    const value = passage(c, entry.role === "tel" ? called(written) : written, look, "names");
    const lines = setText(c, value, shapeOf(lane.x + lane.measure - x, style, {}, true));
    const own = (line: SetLine | null, at: Pt, source: Source | null): readonly Piece[] =>
      line ? [{ line, x: at, element: owner, source }] : [];
    return lines.map((line, n): Row => {
      const piece = { line, x, element: owner, source: sourceOf(value) };
      if (n > 0) return rowOf(n * style.leading, [piece]);
      const before = [
        ...own(label.line, start, label.source),
        ...own(label.colon, start + label.width, null),
      ];
      return rowOf(0, [...before, piece]);
    });
  });
}

/** A telephone number is called by a touch. */
function called(written: Inline): Inline {
  const number = plainText(written).replace(/[^\d+]/g, "");
  if (!/^\+?\d{5,15}$/.test(number)) return written;
  const runs = written.runs.map((run) => ({
    ...run,
    mark: { ...run.mark, link: run.mark.link ?? `tel:${number}` },
  }));
  return { ...written, runs };
}

/** Style in which Chinese text of two letters or more fills `width` ems; its own style where it is as wide. */
function spreadTo(text: string, width: Em, style: TextStyle): TextStyle {
  const count = hanIn(text);
  return count > 1 && width > count ? withTracking(style, (width - count) / (count - 1)) : style;
}

/** Names of two letters are spread beside one of three (王　冰 beside 殷梦宇); a place alone, such as 上海, stays. */
const isShortName = (text: string): boolean => hanIn(text) === 2;
const isFullName = (text: string): boolean => hanIn(text) === 3;

/** How many Han a text has; 0 where something else stands in it. */
function hanIn(text: string): number {
  const chars = [...text];
  return chars.every(isHanLetter) ? chars.length : 0;
}

/** A label, Chinese ones spread to one width: 编　辑 beside 责任编辑. */
function labelOf(c: Composition, entry: ImprintEntry, language: Language) {
  const style = styleOf(c, "imprintLabel", language);
  const typed = entry.label[language];
  const inline = typed && withoutColon(typed);
  const text = inline ? plainText(inline) : "";
  const spread = spreadTo(text, c.setting.design.imprint.labelSpread, style);
  const label = inline && passage(c, inline, spread);
  const line = label && setOne(c, label);
  const colon = setOne(c, ownPassage(colonAfter(text), style, language));
  return {
    line,
    width: line?.right ?? 0,
    source: label && sourceOf(label),
    colon,
    colonWidth: colon?.right ?? 0,
  };
}
