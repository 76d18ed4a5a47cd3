/** A stretch of a paragraph in → what it takes to make a line of it: how far each kind of space gives. */
import type { Em, Pt } from "../base/length.ts";
import { hang } from "../inline/boxes.ts";
import type { Paragraph, Seam } from "../inline/paragraph.ts";
import type { Design } from "../model/design.ts";

/** What one seam or the letters of a line can give in one rank. */
interface Rank {
  /** Weight of the rank in a line's badness (chosen by eye). */
  readonly cost: number;
  /** Capacity of a seam, pt; null for the rank that scales Latin letters. */
  readonly room: ((seam: Seam, rules: LineRules) => Pt) | null;
}

/** What lines may do, from the theme. */
export interface LineRules {
  readonly wordSpace: Em;
  readonly wordSpaceMin: Em;
  readonly wordSpaceMax: Em;
  readonly mixedGap: Em;
  readonly mixedGapMin: Em;
  readonly mixedGapMax: Em;
  readonly hanStretch: Em;
  readonly scaleLimit: number;
  readonly maxHyphenRun: number;
}

export const lineRules = ({ zh, en }: Design): LineRules => ({
  wordSpace: en.wordSpace,
  wordSpaceMin: en.wordSpaceMin,
  wordSpaceMax: en.wordSpaceMax,
  mixedGap: zh.mixedGap,
  mixedGapMin: zh.mixedGapMin,
  mixedGapMax: zh.mixedGapMax,
  hanStretch: zh.hanStretch,
  scaleLimit: en.scaleLimit,
  maxHyphenRun: en.maxHyphenRun,
});

/** The widest word space before the last resort, em (rules: stretch to ½). */
const WORD_SPACE_LAST = 0.5;
/** Marks keep a quarter em as long as anything else gives (rules: soft floor). */
const SOFT_FLOOR = 0.25;
/** Han seams of the last resort count as full at a quarter em. */
const HAN_LAST = 0.25;

const upTo = (seam: Seam, kind: Seam["kind"], width: Em) =>
  seam.kind === kind ? Math.min(seam.width, width * seam.size) : 0;
const beyond = (seam: Seam, kind: Seam["kind"], width: Em) =>
  seam.kind === kind ? Math.max(0, seam.width - width * seam.size) : 0;

/** Order of squeezing: CLREQ #procedures_for_inter-character_spacing_reduction; full stops never give. */
const SHRINK: readonly Rank[] = [
  { cost: 1, room: (s, r) => (s.kind === "word" ? (r.wordSpace - r.wordSpaceMin) * s.size : 0) },
  { cost: 0.6, room: (s) => upTo(s, "bracket", SOFT_FLOOR) },
  { cost: 0.8, room: (s) => upTo(s, "pause", SOFT_FLOOR) },
  { cost: 1, room: (s, r) => (s.kind === "mixed" ? (r.mixedGap - r.mixedGapMin) * s.size : 0) },
  { cost: 1.5, room: null },
  { cost: 3, room: (s) => beyond(s, "bracket", SOFT_FLOOR) },
  { cost: 4, room: (s) => beyond(s, "pause", SOFT_FLOOR) },
];

const opens = (seam: Seam) => seam.kind !== "fixed" && seam.kind !== "newline" && seam.kind !== "word";

/** Order of expansion: CLREQ #procedures_for_inter-character_space_expansion. The last rank has no limit. */
const STRETCH: readonly Rank[] = [
  { cost: 1, room: (s, r) => (s.kind === "word" ? (r.wordSpaceMax - r.wordSpace) * s.size : 0) },
  { cost: 1.5, room: null },
  { cost: 1, room: (s, r) => (s.kind === "mixed" ? (r.mixedGapMax - r.mixedGap) * s.size : 0) },
  { cost: 2, room: (s, r) => (opens(s) && s.kind !== "mixed" ? r.hanStretch * s.size : 0) },
  { cost: 12, room: (s, r) => (s.kind === "word" ? (WORD_SPACE_LAST - r.wordSpaceMax) * s.size : 0) },
  { cost: 40, room: (s) => (s.kind === "word" ? WORD_SPACE_LAST : opens(s) ? HAN_LAST : 0) * s.size },
];

/** Running sums over a paragraph, so that any stretch of it is measured in the same few steps. */
export interface FitTables {
  readonly paragraph: Paragraph;
  readonly rules: LineRules;
  /** `boxes[k]`: width of the boxes before box k. */
  readonly boxes: Float64Array;
  readonly latin: Float64Array;
  /** `seams[k]`: width of the seams before seam k. */
  readonly seams: Float64Array;
  readonly shrink: readonly (Float64Array | null)[];
  readonly stretch: readonly (Float64Array | null)[];
}

export function fitTables(paragraph: Paragraph, rules: LineRules): FitTables {
  const { boxes, seams } = paragraph;
  const sums = (of: (index: number) => Pt) => {
    const out = new Float64Array(boxes.length + 1);
    for (let k = 0; k < boxes.length; k++) out[k + 1] = out[k]! + of(k);
    return out;
  };
  const rooms = (ranks: readonly Rank[]) =>
    ranks.map(({ room }) => (room ? sums((k) => room(seams[k]!, rules)) : null));
  return {
    paragraph,
    rules,
    boxes: sums((k) => boxes[k]!.width),
    latin: sums((k) => (boxes[k]!.latin ? boxes[k]!.width : 0)),
    seams: sums((k) => seams[k]!.width),
    shrink: rooms(SHRINK),
    stretch: rooms(STRETCH),
  };
}

/**
 * Natural width of boxes `from`..`to` − 1 as a line: blanks at its edges gone, hanging marks not counted,
 * the hyphen of a break inside a word added. pt.
 */
export function naturalWidth({ paragraph, boxes, seams }: FitTables, from: number, to: number): Pt {
  const first = paragraph.boxes[from]!;
  const last = paragraph.boxes[to - 1]!;
  const hyphen = paragraph.seams[to]?.hyphen;
  const end = hyphen ? hyphen.width - hang(hyphen.text, hyphen.width) : -last.hangRight;
  return boxes[to]! - boxes[from]! + seams[to]! - seams[from + 1]! - first.hangLeft + end;
}

/** How a line meets its measure. */
export interface Fit {
  /** What every rank gives, as a share of its capacity; the last rank of stretching may pass 1. */
  readonly shares: readonly number[];
  readonly shrinks: boolean;
  /** 100 is a line in which one rank is spent. */
  readonly badness: number;
  /** What no rank could take: the line stands out over the measure by it. pt. */
  readonly over: Pt;
  /** What no rank could fill. pt. */
  readonly under: Pt;
}

/** Rounding that no eye sees; keeps plain Han lines, which fit exactly, from counting as adjusted. */
const EXACT: Pt = 1e-7;

const NATURAL: Fit = { shares: [], shrinks: false, badness: 0, over: 0, under: 0 };

/**
 * Shares the difference between a line's natural width and the measure among the ranks, in their order.
 *
 * @param isLast The line keeps its natural width unless that is too much.
 */
export function fitLine(tables: FitTables, from: number, to: number, measure: Pt, isLast: boolean): Fit {
  const slack = measure - naturalWidth(tables, from, to);
  if (Math.abs(slack) < EXACT || (isLast && slack > 0)) return NATURAL;
  const shrinks = slack < 0;
  const ranks = shrinks ? SHRINK : STRETCH;
  const rooms = shrinks ? tables.shrink : tables.stretch;
  const shares: number[] = [];
  let left = Math.abs(slack);
  let badness = 0;
  for (let k = 0; k < ranks.length && left > EXACT; k++) {
    const sums = rooms[k];
    const room = sums ? sums[to]! - sums[from + 1]! : latinWidth(tables, from, to) * tables.rules.scaleLimit;
    const endless = !shrinks && k === ranks.length - 1;
    const share = room <= EXACT ? 0 : endless ? left / room : Math.min(1, left / room);
    shares.push(share);
    left -= share * room;
    badness += 100 * ranks[k]!.cost * share ** 3;
  }
  const unmet = left > EXACT ? left : 0;
  return { shares, shrinks, badness, over: shrinks ? unmet : 0, under: shrinks ? 0 : unmet };
}

/** Width of what is scaled in a line: its Latin boxes, and the hyphen that its end adds. pt. */
const latinWidth = ({ paragraph, latin }: FitTables, from: number, to: number): Pt =>
  latin[to]! - latin[from]! + (paragraph.seams[to]?.hyphen?.width ?? 0);

/** What a seam's width becomes in a line with this fit, pt. */
export function seamWidth(seam: Seam, fit: Fit, rules: LineRules): Pt {
  const ranks = fit.shrinks ? SHRINK : STRETCH;
  let width = seam.width;
  fit.shares.forEach((share, k) => {
    const room = ranks[k]!.room;
    if (room) width += (fit.shrinks ? -1 : 1) * share * room(seam, rules);
  });
  return width;
}

/** Horizontal scale of Latin boxes in a line with this fit. */
export function latinScale(fit: Fit, rules: LineRules): number {
  const k = (fit.shrinks ? SHRINK : STRETCH).findIndex((rank) => rank.room === null);
  return 1 + (fit.shrinks ? -1 : 1) * (fit.shares[k] ?? 0) * rules.scaleLimit;
}

/** How far a line squeezes its marks: 0 not at all, 1 to a quarter em, 2 beyond. */
export function squeezeLevel(fit: Fit): 0 | 1 | 2 {
  if (!fit.shrinks) return 0;
  if ((fit.shares[5] ?? 0) > 0 || (fit.shares[6] ?? 0) > 0) return 2;
  return (fit.shares[1] ?? 0) > 0 || (fit.shares[2] ?? 0) > 0 ? 1 : 0;
}
