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
import { withAlign, withTracking } from "./style-variants.ts";
import { dateText, numberTexts } from "./wording.ts";

export function mastheadBlock(c: Composition, parent: Element): Block {
  const { design } = c.setting;
  const { masthead } = design;
  const width = typeWidth(design);
  const rows: Row[] = [];
  let y = 0;
  const place = (drop: Pt, pieces: readonly Piece[]) => {
    if (pieces.length === 0) return;
    y += drop;
    rows.push(rowOf(y, pieces));
  };
  const languages = languagesOf(c.edition);
  const { name, publisher } = c.issue.publication;
  const [first, second] = languages;

  place(
    masthead.nameDrop,
    nameLine(c, name, first!, "mastheadName", element("H1", parent, { language: first! })),
  );
  if (second) {
    const owner = element("P", parent, { language: second });
    place(masthead.subnameDrop, nameLine(c, name, second, "mastheadSubname", owner));
  }
  for (const pieces of numberLines(c, parent, width)) place(masthead.numberDrop, pieces);
  languages.forEach((language, k) => {
    const drop = k === 0 ? masthead.publisherDrop : masthead.publisherLeading;
    const make = () => element("P", parent, { language });
    const date = ownPassage(dateText[language](c.issue.date), styleOf(c, "mastheadDate", language), language);
    place(drop, [
      ...inlineLine(c, publisher, language, "mastheadPublisher", make),
      ...lineIn(c, date, styleOf(c, "mastheadDate", language), width, make()),
    ]);
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
  });
}

/** The name in one language, Chinese tracked out to the theme's share of the measure. */
function nameLine(
  c: Composition,
  name: TextPair,
  language: Language,
  styleName: StyleName,
  owner: Element,
): readonly Piece[] {
  const inline = name[language];
  if (!inline) return [];
  const { masthead } = c.setting.design;
  const width = typeWidth(c.setting.design);
  const style = withAlign(styleOf(c, styleName, language), masthead.align);
  const natural = setOne(c, passage(c, inline, style));
  const letters = [...inline.runs.map((run) => run.text).join("")].length;
  const spread = language === "zh" && styleName === "mastheadName" && masthead.nameShare > 0 && letters > 1;
  const room = natural ? masthead.nameShare * width - natural.right : 0;
  const tracking = spread && room > 0 ? style.tracking + room / (letters - 1) / style.size : style.tracking;
  const tracked = withTracking(style, tracking);
  return lineIn(c, passage(c, inline, tracked), tracked, width, owner);
}

function lineIn(
  c: Composition,
  text: Passage,
  style: TextStyle,
  width: Pt,
  owner: Element,
): readonly Piece[] {
  return setText(c, text, shapeOf(width, style)).map((line) => ({
    line,
    x: 0,
    element: owner,
    source: sourceOf(text),
  }));
}

function inlineLine(
  c: Composition,
  pair: TextPair,
  language: Language,
  styleName: StyleName,
  make: () => Element,
): readonly Piece[] {
  const inline = pair[language];
  if (!inline) return [];
  const style = styleOf(c, styleName, language);
  return lineIn(c, passage(c, inline, style), style, typeWidth(c.setting.design), make());
}

/** Number and cumulative number, both languages on one line, an em apart, or on one each. */
function numberLines(c: Composition, parent: Element, width: Pt): readonly (readonly Piece[])[] {
  const { align } = c.setting.design.masthead;
  const texts = numberTexts(c.edition, c.issue.number, c.issue.overall).map(({ language, text }) => ({
    passage: ownPassage(text, styleOf(c, "mastheadNumber", language), language),
    make: () => element("P", parent, { language }),
  }));
  const together = oneLine(c, texts, styleOf(c, "mastheadNumber", "zh").size, align, width);
  if (together) return [together];
  return texts.map(({ passage, make }) => {
    const style = withAlign(styleOf(c, "mastheadNumber", passage.language), align);
    return lineIn(c, passage, style, width, make());
  });
}
