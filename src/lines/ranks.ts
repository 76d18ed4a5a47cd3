/** A theme's rules in → the ranks in which the spaces of a line give way, and what each seam gives in them. */

import type { Em, Pt } from "../base/length.ts";
import { perObject } from "../base/remembered.ts";
import type { Seam, SeamKind } from "../inline/paragraph.ts";
import type { Design } from "../model/design.ts";

/** What seams, or seams and the letters of a line together, can give in one rank. */
export interface Rank {
  /** Weight of the rank in a line's badness (chosen by eye). */
  readonly cost: number;
  /** The kinds of seams that give. */
  readonly gives: readonly SeamKind[];
  /** Capacity of a seam, pt; 0 of any other kind, and where a theme leaves it nothing. */
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

/** The same object for the same design. */
export const lineRules: (design: Design) => LineRules = perObject(({ zh, en }) => ({
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
}));

/** The widest word space before the last resort, em (rules: stretch to ½). */
const WORD_SPACE_LAST = 0.5;
/** Marks keep a quarter em as long as anything else gives (rules: soft floor). */
export const SOFT_FLOOR = 0.25;
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
export const SHRINK: readonly Rank[] = [
  { cost: 1, gives: ["word"], room: ease, letters: true },
  {
    cost: 2,
    gives: ["word"],
    room: (s, r) =>
      s.kind === "word" ? Math.max(0, (r.wordSpace - r.wordSpaceMin) * s.size - ease(s, r)) : 0,
  },
  { cost: 0.6, gives: ["bracket"], room: (s) => upTo(s, "bracket", SOFT_FLOOR), squeezesFrom: 0 },
  { cost: 0.8, gives: ["pause"], room: (s) => upTo(s, "pause", SOFT_FLOOR), squeezesFrom: 0 },
  {
    cost: 1,
    gives: ["mixed"],
    room: (s, r) => (s.kind === "mixed" ? Math.max(0, (r.mixedGap - r.mixedGapMin) * s.size) : 0),
  },
  { cost: 3, gives: ["bracket"], room: (s) => beyond(s, "bracket", SOFT_FLOOR), squeezesFrom: SOFT_FLOOR },
  { cost: 4, gives: ["pause"], room: (s) => beyond(s, "pause", SOFT_FLOOR), squeezesFrom: SOFT_FLOOR },
];

/** The same of a mark and what it belongs to, which stay close while anything else opens (JLREQ table 6). */
const INNER_LAST = HAN_LAST / 100;

const OPENING: readonly SeamKind[] = ["mixed", "bracket", "pause", "stop", "han", "inner"];
const lastOf = ({ kind }: Seam): Em => (kind === "inner" ? INNER_LAST : HAN_LAST);
const opens = (seam: Seam) => seam.kind !== "fixed" && seam.kind !== "newline" && seam.kind !== "word";

/** Order of expansion: CLREQ #procedures_for_inter-character_space_expansion. The last rank has no limit. */
export const STRETCH: readonly Rank[] = [
  { cost: 1, gives: ["word"], room: ease, letters: true },
  {
    cost: 2,
    gives: ["word"],
    room: (s, r) =>
      s.kind === "word" ? Math.max(0, (r.wordSpaceMax - r.wordSpace) * s.size - ease(s, r)) : 0,
  },
  {
    cost: 1,
    gives: ["mixed"],
    room: (s, r) => (s.kind === "mixed" ? Math.max(0, (r.mixedGapMax - r.mixedGap) * s.size) : 0),
  },
  { cost: 3, gives: OPENING, room: (s, r) => (opens(s) ? r.hanStretch * s.size : 0) },
  { cost: 60, gives: OPENING, room: (s) => (opens(s) ? HAN_LOOSE * s.size : 0) },
  {
    cost: 12,
    gives: ["word"],
    room: (s, r) => (s.kind === "word" ? Math.max(0, (WORD_SPACE_LAST - r.wordSpaceMax) * s.size) : 0),
  },
  {
    cost: 40,
    gives: ["word", ...OPENING],
    room: (s) => (s.kind === "word" ? WORD_SPACE_LAST : opens(s) ? lastOf(s) : 0) * s.size,
  },
];
