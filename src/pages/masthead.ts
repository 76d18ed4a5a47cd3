/** The publication and the issue in → the masthead (报头): name, number, publisher and date, a rule. */
import { type Language, languagesOf } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { type Passage, sourceOf } from "../inline/setting.ts";
import type { StyleName, TextStyle } from "../model/design.ts";
import { type Element, element } from "../model/element.ts";
import type { TextPair } from "../model/issue.ts";
import { type Block, block, type Piece, type Row, rowMoved, rowOf } from "./block.ts";
import { type Composition, ownPassage, passage, setOne, setText, shapeOf, styleOf } from "./composition.ts";
import { typeWidth } from "./lanes.ts";
import { oneLine } from "./one-line.ts";
import { sizeIn, withAlign, withSize, withTracking } from "./style-variants.ts";
import { dateText, numberTexts } from "./wording.ts";

/** Between the publisher and the date, ems of the date. */
const DATE_GAP = 2;

/** Lines one below the other, and from one to the next, pt. */
interface Lines {
  readonly lines: readonly (readonly Piece[])[];
  readonly leading: Pt;
}

export function mastheadBlock(c: Composition, parent: Element): Block {
  const { design } = c.setting;
  const { masthead } = design;
  const width = typeWidth(design);
  const rows: Row[] = [];
  let y = 0;
  const place = (drop: Pt, { lines, leading }: Lines) =>
    lines.forEach((pieces, k) => {
      if (pieces.length === 0) return;
      y += k === 0 ? drop : leading;
      rows.push(rowOf(y, pieces));
    });
  const languages = languagesOf(c.edition);
  const { name } = c.issue.publication;
  const [first, second] = languages;

  place(
    masthead.nameDrop,
    nameLines(c, name, first!, "mastheadName", element("H1", parent, { language: first! })),
  );
  if (second) {
    const owner = element("P", parent, { language: second });
    place(masthead.subnameDrop, nameLines(c, name, second, "mastheadSubname", owner));
  }
  for (const lines of numberLines(c, parent, width)) place(masthead.numberDrop, lines);
  languages.forEach((language, k) => {
    const drop = k === 0 ? masthead.publisherDrop : masthead.publisherLeading;
    place(
      drop,
      publisherLines(c, language, width, () => element("P", parent, { language })),
    );
  });
  const rule = { kind: "rect", x: 0, y: y + masthead.ruleDrop, width, height: masthead.ruleWidth } as const;
  const ascent = rows[0]!.baseline;
  const descent = masthead.ruleDrop + masthead.ruleWidth;
  return block({
    strips: [{ rows: rows.map((row) => rowMoved(row, -ascent)), descent }],
    ascent,
    descent,
    after: masthead.after,
    ornaments: [{ ...rule, colour: "accent" }],
    band: true,
    keepWithNext: true,
  });
}

/**
 * The name in one language, Chinese tracked out to the theme's share of the measure. One that is a little too wide for it
 * is set smaller; a longer one takes several lines.
 */
function nameLines(
  c: Composition,
  name: TextPair,
  language: Language,
  styleName: StyleName,
  owner: Element,
): Lines {
  const inline = name[language];
  const style = withAlign(styleOf(c, styleName, language), c.setting.design.masthead.align);
  const natural = inline && setOne(c, passage(c, inline, style, "display"));
  if (!natural) return { lines: [], leading: 0 };
  const { masthead } = c.setting.design;
  const width = typeWidth(c.setting.design);
  const letters = [...inline.runs.map((run) => run.text).join("")].length;
  const spread = language === "zh" && styleName === "mastheadName" && masthead.nameShare > 0 && letters > 1;
  const room = masthead.nameShare * width - natural.right;
  const tracking = spread && room > 0 ? style.tracking + room / (letters - 1) / style.size : style.tracking;
  const tracked = withTracking(style, tracking);
  const size = natural.right > width ? sizeIn(style, natural.right, width) : null;
  const fitted = size === null ? tracked : withSize(tracked, roundedDown(size));
  return linesIn(c, passage(c, inline, fitted, "display"), fitted, width, owner);
}

/** To twentieths of a point, as type is cast: what is set at that size stays on its line. */
const roundedDown = (size: Pt): Pt => Math.floor(size * 20 - 1e-6) / 20;

/** Lines of the same length as far as may be. */
function linesIn(c: Composition, text: Passage, style: TextStyle, width: Pt, owner: Element): Lines {
  const source = sourceOf(text);
  const lines = setText(c, text, shapeOf(width, style, {}, true));
  return { lines: lines.map((line) => [{ line, x: 0, element: owner, source }]), leading: style.leading };
}

/** The publisher in the room that the date on its first line leaves. */
function publisherLines(c: Composition, language: Language, width: Pt, make: () => Element): Lines {
  const style = styleOf(c, "mastheadPublisher", language);
  const dateStyle = styleOf(c, "mastheadDate", language);
  const date = ownPassage(dateText[language](c.issue.date), dateStyle, language);
  const taken = (setOne(c, date)?.right ?? 0) + DATE_GAP * dateStyle.size;
  const inline = c.issue.publication.publisher[language];
  const { lines } = inline
    ? linesIn(c, passage(c, inline, style, "display"), style, width - taken, make())
    : { lines: [] };
  const [dated = []] = linesIn(c, date, dateStyle, width, make()).lines;
  return { lines: [[...(lines[0] ?? []), ...dated], ...lines.slice(1)], leading: style.leading };
}

/** Number and cumulative number, both languages on one line, an em apart, or on one each. */
function numberLines(c: Composition, parent: Element, width: Pt): readonly Lines[] {
  const { align } = c.setting.design.masthead;
  const texts = numberTexts(c.edition, c.issue.number, c.issue.overall).map(({ language, text }) => ({
    passage: ownPassage(text, styleOf(c, "mastheadNumber", language), language),
    make: () => element("P", parent, { language }),
  }));
  const together = oneLine(c, texts, styleOf(c, "mastheadNumber", "zh").size, align, width);
  if (together) return [{ lines: [together], leading: 0 }];
  return texts.map(({ passage, make }) => {
    const style = withAlign(styleOf(c, "mastheadNumber", passage.language), align);
    return linesIn(c, passage, style, width, make());
  });
}
