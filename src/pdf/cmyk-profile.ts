/** The sixteen solid overprints of coated offset in → a small CMYK profile that blends between them. */
import { ascii, iccProfile, u16, u32 } from "./icc-bytes.ts";

/**
 * Lab colours of the solids and their overprints, K off and on, C slowest and K fastest, as ISO 12647-2
 * gives them for coated paper; with K the darks of its characterization, rounded.
 */
const SOLIDS: readonly (readonly [number, number, number])[] = [
  [100, 0, 0],
  [16, 0, 0],
  [89, -5, 93],
  [15, 0, 8],
  [48, 74, -3],
  [9, 9, -1],
  [47, 68, 48],
  [9, 8, 5],
  [55, -37, -50],
  [10, -4, -9],
  [50, -65, 27],
  [10, -9, 3],
  [24, 17, -46],
  [5, 2, -9],
  [23, 0, 0],
  [4, 0, 0],
];

/** Lab in the sixteen bits of a version 2 table: L to 100 at FF00, a and b with 128 added. */
const encoded = ([l, a, b]: readonly [number, number, number]): number[] => [
  ...u16(Math.round((l / 100) * 0xff00)),
  ...u16(Math.round((a + 128) * 256)),
  ...u16(Math.round((b + 128) * 256)),
];

const STRAIGHT = [...u16(0), ...u16(0xffff)];

/** A press prints tones fuller than the plate says: half a tone comes out as about two thirds. */
const FULLER = [0, 0.19, 0.37, 0.53, 0.66, 0.77, 0.86, 0.94, 1];

export const cmykProfile = (): Uint8Array => {
  const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap((value) => u32(value * 65536));
  const tone = FULLER.flatMap((value) => u16(Math.round(value * 65535)));
  // Entries of the input tables stand at equal distances and number the same for each ink.
  const table = [
    ...ascii("mft2"),
    ...u32(0),
    ...[4, 3, 2, 0],
    ...identity,
    ...u16(FULLER.length),
    ...u16(2),
    ...[tone, tone, tone, tone].flat(),
    ...SOLIDS.flatMap(encoded),
    ...[STRAIGHT, STRAIGHT, STRAIGHT].flat(),
  ];
  // An input profile: it says what its inks look like, and no way back.
  return iccProfile("scnrCMYKLab ", "Coated offset, simplified", [[["A2B0"], table]]);
};
