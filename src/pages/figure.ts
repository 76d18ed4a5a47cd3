/** A picture with its caption in → the picture, once, and its captions under it, as the languages stand. */
import type { Language } from "../base/language.ts";
import type { Pt } from "../base/length.ts";
import { type Description, type Element, element } from "../model/element.ts";
import { plainText } from "../model/inline.ts";
import type { Block as ContentBlock } from "../model/issue.ts";
import { type Block, block, onGrid } from "./block.ts";
import type { Composition } from "./composition.ts";
import { type Lane, typeHeight } from "./lanes.ts";
import { pairTexts, textBlock } from "./text-block.ts";

/** Pixels of a picture to the point where it is not scaled down: 200 to the inch prints clean. */
const PIXELS_PER_POINT = 200 / 72;
/** Share of the page's height that a picture may take. */
const TALLEST = 0.6;

/** @param groups Of the languages, in the order in which their captions follow each other. */
export function figureBlocks(
  c: Composition,
  part: Extract<ContentBlock, { kind: "figure" }>,
  groups: readonly (readonly Lane[])[],
  parent: Element,
): readonly Block[] {
  const lanes = groups.flat();
  const { design } = c.setting;
  const { spaces, grid } = design;
  const left = Math.min(...lanes.map((lane) => lane.x));
  const room = Math.max(...lanes.map((lane) => lane.x + lane.measure)) - left;
  const { width, height } = scaled(c, part.src, room, TALLEST * typeHeight(design));
  // A narrow one begins where its captions do, if these have one edge.
  const isFlush =
    part.caption !== null &&
    lanes.every(({ x, language }) => x === left && design.styles.caption[language].align !== "centre");
  const indent = isFlush ? 0 : (room - width) / 2;
  const alt = lanes.flatMap(({ language }): readonly Description[] => {
    const text = part.alt[language];
    return text ? [{ language, text: plainText(text) }] : [];
  });
  const { caption } = part;
  // Screen readers stop at a figure's description: its caption follows it (Tagged PDF Best Practice Guide, 4.3.1).
  const owner = caption ? element("Div", parent) : parent;
  const figure = element("Figure", owner, { language: alt[0]?.language ?? null, alt });
  const picture = block({
    strips: [],
    ascent: 0,
    descent: 0,
    leastHeight: onGrid(height, grid),
    before: spaces.figure.before,
    after: caption ? spaces.caption : spaces.figure.after,
    keepWithNext: caption !== null,
    tied: caption !== null,
    // A hairline between two languages ends above what both look at.
    band: groups.some((group) => group.length > 1),
    ornaments: [{ kind: "picture", x: left + indent, y: 0, width, height, src: part.src, element: figure }],
  });
  if (!caption) return [picture];
  const make = (language: Language) => element("Caption", owner, { language });
  const written = groups
    .map((group) => pairTexts(c, group, caption, "caption", make))
    .filter((texts) => texts.length > 0);
  const captions = written.map((texts, k) => {
    const isLast = k === written.length - 1;
    return textBlock(c, texts, { after: isLast ? spaces.figure.after : 0, keepWithNext: !isLast });
  });
  return [picture, ...captions];
}

function scaled(
  c: Composition,
  src: string,
  room: Pt,
  tallest: Pt,
): { readonly width: Pt; readonly height: Pt } {
  const size = c.pictures.get(src);
  if (!size) return { width: 0, height: 0 };
  const natural = size.width / PIXELS_PER_POINT;
  const width = Math.min(natural, room, (tallest * size.width) / size.height);
  return { width, height: (width * size.height) / size.width };
}
