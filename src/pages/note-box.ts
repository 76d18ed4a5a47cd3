/** The editor's note in → a block on a tint or between rules, its lead words in a face of their own. */
import { type Element, element } from "../model/element.ts";
import type { Inline } from "../model/inline.ts";
import type { TextPair } from "../model/issue.ts";
import { slicePlaces } from "../model/places.ts";
import type { Block } from "./block.ts";
import { type Composition, passage, styleOf } from "./composition.ts";
import { type Lane, type Lanes, typeWidth } from "./lanes.ts";
import { spaced, type Text, textBlock } from "./text-block.ts";

/**
 * Side by side the texts keep the body's verticals and the tint reaches out into the margins; alone on
 * the full measure the tint keeps the type area's edges and the text stands inside.
 */
export function noteBlocks(c: Composition, note: TextPair, lanes: Lanes, parent: Element): readonly Block[] {
  const { design } = c.setting;
  const { frame, inset, padding, rule } = design.note;
  const width = typeWidth(design);
  const parallel = lanes.body[0]!.length > 1;
  const groups = parallel
    ? lanes.body
    : lanes.full.map((group) => group.map((lane) => inside(c, lane, lanes)));
  const ground =
    frame === "none"
      ? null
      : parallel
        ? { frame, rule, x: -inset, width: width + 2 * inset }
        : { frame, rule, x: 0, width };
  const section = element("Sect", parent);
  return groups.map((group) => {
    const texts = group.flatMap((lane): Text[] => {
      const inline = note[lane.language];
      if (!inline) return [];
      const { passage, style } = leadOf(c, inline);
      const { language } = lane;
      return [
        { passage, style, x: lane.x, measure: lane.measure, element: element("P", section, { language }) },
      ];
    });
    return textBlock(c, texts, {
      ...spaced(design.spaces.note),
      padding,
      ground,
      splittable: true,
      band: !parallel,
    });
  });
}

/**
 * A Chinese text inside the tint keeps whole ems; what they leave over goes to both sides, and an English one below it
 * keeps its edges. One with no inset keeps the verticals of the page, and its long lines take up what is left over
 * unseen.
 */
function inside(c: Composition, lane: Lane, { full }: Lanes): Lane {
  const { note, styles } = c.setting.design;
  const room = lane.measure - 2 * note.inset;
  const em = styles.note.zh.size;
  const hasChinese = full.flat().some(({ language }) => language === "zh");
  const measure = hasChinese && note.inset > 0 ? Math.floor(room / em + 1e-6) * em : room;
  return { ...lane, x: lane.x + (lane.measure - measure) / 2, measure };
}

/** Parts of a text up to and behind its first colon: 编者按： / Editor's note: */
function leadOf(c: Composition, inline: Inline) {
  const lead = styleOf(c, "noteLead", inline.language);
  const rest = styleOf(c, "note", inline.language);
  const whole = passage(c, inline, rest);
  const runs = whole.parts[0]!.runs;
  const first = runs[0];
  const colon = first ? /^[^：:。.]{1,24}[：:]/.exec(first.text)?.[0].length : undefined;
  if (!first || colon === undefined) return { passage: whole, style: rest };
  const cut = (from: number, to: number) => ({
    ...first,
    text: first.text.slice(from, to),
    places: slicePlaces(first.places, from, to),
  });
  const parts = [
    { runs: [cut(0, colon)], style: lead },
    { runs: [cut(colon, first.text.length), ...runs.slice(1)], style: rest },
  ];
  return { passage: { ...whole, parts }, style: rest };
}
