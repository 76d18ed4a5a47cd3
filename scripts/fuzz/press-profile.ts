/** → A small profile of a press in CMYK that leads both ways, as an office would lay it beside its content. */
import { ascii, iccProfile, u32 } from "../../src/pdf/icc-bytes.ts";

const GRID = 3;
const straight = Array.from({ length: 256 }, (_, k) => k);
/** The corners between the grid's points blend; four values to a point. */
const points = (count: number, outputs: number) =>
  Array.from({ length: count * outputs }, (_, k) => (k * 37) & 255);

const table = (inputs: number, outputs: number): readonly number[] => [
  ...ascii("mft1"),
  ...u32(0),
  ...[inputs, outputs, GRID, 0],
  ...[1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap((value) => u32(value * 65536)),
  ...Array.from({ length: inputs }, () => straight).flat(),
  ...points(GRID ** inputs, outputs),
  ...Array.from({ length: outputs }, () => straight).flat(),
];

export const pressProfile = (): Uint8Array =>
  iccProfile("prtrCMYKLab ", "Trial press", [
    [["A2B0", "A2B1"], table(4, 3)],
    [["B2A0", "B2A1"], table(3, 4)],
  ]);
