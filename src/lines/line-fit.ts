/** A stretch of a paragraph in → what it takes to make a line of it: how far each kind of space gives. */
import type { Em, Pt } from "../base/length.ts";
import { hang } from "../inline/boxes.ts";
import type { Paragraph, Seam, SeamKind } from "../inline/paragraph.ts";
import type { Design } from "../model/design.ts";

/** What seams, or seams and the letters of a line together, can give in one rank. */
interface Rank {
  /** Weight of the rank in a line's badness (chosen by eye). */
  readonly cost: number;
  /** The kinds of seams that give. */
  readonly gives: readonly SeamKind[];
  /** Capacity of a seam, pt; 0 of any other kind. */
  readonly room: (seam: Seam, rules: LineRules) => Pt;
  /** Latin letters give as well, in the same proportion: in their width and in the space between them. */
  readonly letters?: true;
  /** The rank squeezes marks, from what the one before left of them, em. */
  readonly squeezesFrom?: Em;
}

/** What lines may do, from the theme. */
export interface LineRules {
  readonly wordSpace: Em;
  readonly wordSpaceMin: Em;
  readonly wordSpaceMax: Em;
  readonly wordSpaceEase: Em;
  readonly mixedGap: Em;
  readonly mixedGapMin: Em;
  readonly mixedGapMax: Em;
  readonly hanStretch: Em;
  readonly scaleLimit: number;
  readonly trackLimit: Em;
  readonly maxHyphenRun: number;
}

export const lineRules = ({ zh, en }: Design): LineRules => ({
  wordSpace: en.wordSpace,
  wordSpaceMin: en.wordSpaceMin,
  wordSpaceMax: en.wordSpaceMax,
  wordSpaceEase: en.wordSpaceEase,
  mixedGap: zh.mixedGap,
  mixedGapMin: zh.mixedGapMin,
  mixedGapMax: zh.mixedGapMax,
  hanStretch: zh.hanStretch,
  scaleLimit: en.scaleLimit,
  trackLimit: en.trackLimit,
  maxHyphenRun: en.maxHyphenRun,
});

/** The widest word space before the last resort, em (rules: stretch to ½). */
const WORD_SPACE_LAST = 0.5;
/** Marks keep a quarter em as long as anything else gives (rules: soft floor). */
const SOFT_FLOOR = 0.25;
/** How far Han seams open beyond what still reads as a plain line, em. */
const HAN_LOOSE = 0.04;
/** Han seams of the last resort count as full at a quarter em. */
const HAN_LAST = 0.25;

const upTo = (seam: Seam, kind: Seam["kind"], width: Em) =>
  seam.kind === kind ? Math.min(seam.width, width * seam.size) : 0;
const beyond = (seam: Seam, kind: Seam["kind"], width: Em) =>
  seam.kind === kind ? Math.max(0, seam.width - width * seam.size) : 0;

/** Word spaces move a little together with the letters before they move alone. */
const ease = (seam: Seam, rules: LineRules): Pt =>
  seam.kind === "word" ? rules.wordSpaceEase * seam.size : 0;

/** Order of squeezing: CLREQ #procedures_for_inter-character_spacing_reduction; full stops never give. */
const SHRINK: readonly Rank[] = [
  { cost: 1, gives: ["word"], room: ease, letters: true },
  {
    cost: 2,
    gives: ["word"],
    room: (s, r) => (s.kind === "word" ? (r.wordSpace - r.wordSpaceMin) * s.size - ease(s, r) : 0),
  },
  { cost: 0.6, gives: ["bracket"], room: (s) => upTo(s, "bracket", SOFT_FLOOR), squeezesFrom: 0 },
  { cost: 0.8, gives: ["pause"], room: (s) => upTo(s, "pause", SOFT_FLOOR), squeezesFrom: 0 },
  {
    cost: 1,
    gives: ["mixed"],
    room: (s, r) => (s.kind === "mixed" ? (r.mixedGap - r.mixedGapMin) * s.size : 0),
  },
  { cost: 3, gives: ["bracket"], room: (s) => beyond(s, "bracket", SOFT_FLOOR), squeezesFrom: SOFT_FLOOR },
  { cost: 4, gives: ["pause"], room: (s) => beyond(s, "pause", SOFT_FLOOR), squeezesFrom: SOFT_FLOOR },
];

const OPENING: readonly SeamKind[] = ["mixed", "bracket", "pause", "stop", "han"];
const opens = (seam: Seam) => seam.kind !== "fixed" && seam.kind !== "newline" && seam.kind !== "word";

/** Order of expansion: CLREQ #procedures_for_inter-character_space_expansion. The last rank has no limit. */
const STRETCH: readonly Rank[] = [
  { cost: 1, gives: ["word"], room: ease, letters: true },
  {
    cost: 2,
    gives: ["word"],
    room: (s, r) => (s.kind === "word" ? (r.wordSpaceMax - r.wordSpace) * s.size - ease(s, r) : 0),
  },
  {
    cost: 1,
    gives: ["mixed"],
    room: (s, r) => (s.kind === "mixed" ? (r.mixedGapMax - r.mixedGap) * s.size : 0),
  },
  { cost: 3, gives: OPENING, room: (s, r) => (opens(s) ? r.hanStretch * s.size : 0) },
  { cost: 60, gives: OPENING, room: (s) => (opens(s) ? HAN_LOOSE * s.size : 0) },
  {
    cost: 12,
    gives: ["word"],
    room: (s, r) => (s.kind === "word" ? (WORD_SPACE_LAST - r.wordSpaceMax) * s.size : 0),
  },
  {
    cost: 40,
    gives: ["word", ...OPENING],
    room: (s) => (s.kind === "word" ? WORD_SPACE_LAST : opens(s) ? HAN_LAST : 0) * s.size,
  },
];

/** Running sums over a paragraph, so that any stretch of it is measured in the same few steps. */
export interface FitTables {
  readonly paragraph: Paragraph;
  readonly rules: LineRules;
  /** `boxes[k]`: width of the boxes before box k. */
  readonly boxes: Float64Array;
  readonly latin: Float64Array;
  /** `letters[k]`: ems of the Latin letters before box k, each counted with its size. pt. */
  readonly letters: Float64Array;
  /** `seams[k]`: width of the seams before seam k. */
  readonly seams: Float64Array;
  /** `starts[k]`: what hangs over the edge of a line that begins with box k. pt. */
  readonly starts: Float64Array;
  /** `ends[k]`: what a line that ends before box k gains by its end: a hyphen; less what hangs. pt. */
  readonly ends: Float64Array;
  /** Each is null where the paragraph has nothing that gives. */
  readonly shrink: readonly (Float64Array | null)[];
  readonly stretch: readonly (Float64Array | null)[];
}

/** Those that were asked for last, oldest first. */
const recent = new Map<Paragraph, FitTables>();

/** As many as the choice of a split goes through again and again; those of a whole book would fill the memory. */
const MOST = 128;

/** The same for every measure: made for a paragraph and a theme's rules, and made again if it was long ago. */
export function fitTables(paragraph: Paragraph, rules: LineRules): FitTables {
  const found = recent.get(paragraph);
  if (found?.rules === rules) return found;
  const made = tablesOf(paragraph, rules);
  if (recent.size >= MOST) recent.delete(recent.keys().next().value!);
  recent.set(paragraph, made);
  return made;
}

function tablesOf(paragraph: Paragraph, rules: LineRules): FitTables {
  const { boxes, seams } = paragraph;
  const count = boxes.length;
  const table = () => new Float64Array(count + 1);
  const [widths, latin, letters, blanks] = [table(), table(), table(), table()];
  const [starts, ends] = [table(), table()];
  for (let k = 0; k < count; k++) {
    const box = boxes[k]!;
    widths[k + 1] = widths[k]! + box.width;
    latin[k + 1] = latin[k]! + (box.latin ? box.width : 0);
    letters[k + 1] = letters[k]! + (box.latin ? box.glyphs.length * box.size : 0);
    blanks[k + 1] = blanks[k]! + seams[k]!.width;
    starts[k] = box.hangLeft;
    const hyphen = seams[k + 1]?.hyphen;
    ends[k + 1] = hyphen ? hyphen.width - hang(hyphen.text, hyphen.width) : -box.hangRight;
  }
  const kinds = new Set(seams.map(({ kind }) => kind));
  const rooms = (ranks: readonly Rank[]) => ranks.map((rank) => roomsOf(rank, seams, kinds, rules));
  return {
    paragraph,
    rules,
    boxes: widths,
    latin,
    letters,
    seams: blanks,
    starts,
    ends,
    shrink: rooms(SHRINK),
    stretch: rooms(STRETCH),
  };
}

/** @returns Null where the paragraph has nothing that gives. */
function roomsOf(
  { gives, room }: Rank,
  seams: readonly Seam[],
  kinds: ReadonlySet<SeamKind>,
  rules: LineRules,
): Float64Array | null {
  if (!gives.some((kind) => kinds.has(kind))) return null;
  const sums = new Float64Array(seams.length + 1);
  // Alike seams are one object, and often follow each other.
  let last: Seam | null = null;
  let own = 0;
  for (let k = 0; k < seams.length; k++) {
    const seam = seams[k]!;
    if (seam !== last) {
      last = seam;
      own = room(seam, rules);
    }
    sums[k + 1] = sums[k]! + own;
  }
  // No rank takes away from a line: where all of it together gives nothing, no part of it does.
  return sums[seams.length] === 0 ? null : sums;
}

/**
 * Natural width of boxes `from`..`to` − 1 as a line: blanks at its edges gone, hanging marks not counted,
 * the hyphen of a break inside a word added. pt.
 */
export function naturalWidth({ boxes, seams, starts, ends }: FitTables, from: number, to: number): Pt {
  return boxes[to]! - boxes[from]! + seams[to]! - seams[from + 1]! - starts[from]! + ends[to]!;
}

/** Rounding that no eye sees; keeps plain Han lines, which fit exactly, from counting as adjusted. */
const EXACT: Pt = 1e-7;

/** What a line comes to, without what every rank gives: the search weighs thousands of lines and sets few. */
export interface Weight {
  /** 100 is a line in which one rank is spent. */
  badness: number;
  /** What no rank could take: the line stands out over the measure by it. pt. */
  over: Pt;
  /** What no rank could fill. pt. */
  under: Pt;
  shrinks: boolean;
  /** How far the line squeezes its marks: 0 not at all, 1 so that the eye passes over it, 2 visibly, 3 hard. */
  squeeze: 0 | 1 | 2 | 3;
}

/** Ems that marks lose up to which a line is of one class with others; two classes apart they flicker. */
const SQUEEZES = [0.21, 0.3] as const;
const squeezeOf = (lost: Em): Weight["squeeze"] => (lost <= SQUEEZES[0] ? 1 : lost <= SQUEEZES[1] ? 2 : 3);

/** How a line meets its measure. */
export interface Fit extends Readonly<Weight> {
  /** What every rank gives, as a share of its capacity; the last rank of stretching may pass 1. */
  readonly shares: readonly number[];
}

export const weight = (): Weight => ({ badness: 0, over: 0, under: 0, shrinks: false, squeeze: 0 });

/**
 * Shares the difference between a line's natural width and the measure among the ranks, in their order.
 *
 * @param isLast The line keeps its natural width unless that is too much.
 * @param into Written over.
 * @param shares What every rank gives is put behind its end; null where nobody asks.
 */
export function weigh(
  tables: FitTables,
  from: number,
  to: number,
  measure: Pt,
  isLast: boolean,
  into: Weight,
  shares: number[] | null = null,
): void {
  weighSlack(tables, from, to, measure - naturalWidth(tables, from, to), isLast, into, shares);
}

/** The same for a line whose natural width is known: `slack` is what the measure has over it. */
export function weighSlack(
  tables: FitTables,
  from: number,
  to: number,
  slack: Pt,
  isLast: boolean,
  into: Weight,
  shares: number[] | null,
): void {
  into.badness = 0;
  into.over = 0;
  into.under = 0;
  into.squeeze = 0;
  into.shrinks = slack < 0;
  if (Math.abs(slack) < EXACT || (isLast && slack > 0)) {
    into.shrinks = false;
    return;
  }
  const { shrinks } = into;
  const ranks = shrinks ? SHRINK : STRETCH;
  const rooms = shrinks ? tables.shrink : tables.stretch;
  let left = Math.abs(slack);
  for (let k = 0; k < ranks.length && left > EXACT; k++) {
    const rank = ranks[k]!;
    const sums = rooms[k]!;
    if (sums === null && !rank.letters) {
      shares?.push(0);
      continue;
    }
    const room =
      (sums ? sums[to]! - sums[from + 1]! : 0) + (rank.letters ? lettersRoom(tables, from, to) : 0);
    const endless = !shrinks && k === ranks.length - 1;
    const share = room <= EXACT ? 0 : endless ? left / room : Math.min(1, left / room);
    shares?.push(share);
    left -= share * room;
    into.badness += 100 * rank.cost * share * share * share;
    if (share > 0 && rank.squeezesFrom !== undefined)
      into.squeeze = Math.max(
        into.squeeze,
        squeezeOf(rank.squeezesFrom + share * SOFT_FLOOR),
      ) as Weight["squeeze"];
  }
  const unmet = left > EXACT ? left : 0;
  if (shrinks) into.over = unmet;
  else into.under = unmet;
}

/** How a line meets its measure, with what every rank gives. */
export function fitLine(tables: FitTables, from: number, to: number, measure: Pt, isLast: boolean): Fit {
  const shares: number[] = [];
  const found = weight();
  weigh(tables, from, to, measure, isLast, found, shares);
  return { ...found, shares };
}

/**
 * What the Latin letters of a line can give, pt: in their width, the hyphen of its end included, and in
 * the space behind each but the line's last.
 */
function lettersRoom({ paragraph, rules, latin, letters }: FitTables, from: number, to: number): Pt {
  const hyphen = paragraph.seams[to]?.hyphen;
  const last = paragraph.boxes[to - 1]!;
  const spaces = letters[to]! - letters[from]! - (last.latin && !hyphen ? last.size : 0);
  const width = latin[to]! - latin[from]! + (hyphen?.width ?? 0);
  return width * rules.scaleLimit + spaces * rules.trackLimit;
}

/** What a seam's width becomes in a line with this fit, pt. */
export function seamWidth(seam: Seam, { shrinks, shares }: Fit, rules: LineRules): Pt {
  const ranks = shrinks ? SHRINK : STRETCH;
  let width = seam.width;
  for (let k = 0; k < shares.length; k++)
    width += (shrinks ? -1 : 1) * shares[k]! * ranks[k]!.room(seam, rules);
  return width;
}

/** How a line's Latin letters change with this fit: their horizontal scale, and the space behind each in em. */
export function lettersOf(fit: Fit, rules: LineRules): { readonly scale: number; readonly tracking: Em } {
  const k = (fit.shrinks ? SHRINK : STRETCH).findIndex((rank) => rank.letters);
  const share = (fit.shrinks ? -1 : 1) * (fit.shares[k] ?? 0);
  return { scale: 1 + share * rules.scaleLimit, tracking: share * rules.trackLimit };
}
