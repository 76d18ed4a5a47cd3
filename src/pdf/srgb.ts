/** The sRGB colour space as an ICC profile (IEC 61966-2-1), made here byte by byte. */
import { ascii, fixed, iccProfile, u16, u32 } from "./icc-bytes.ts";

const XYZ: Readonly<Record<string, readonly [number, number, number]>> = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
};

/** Points of the tone curve; readers interpolate between them, never more than 1/2000 off. */
const CURVE_POINTS = 64;

/** The tone curve of sRGB: straight near black, a power above. */
export const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function curve(): number[] {
  const out = [...ascii("curv"), ...u32(0), ...u32(CURVE_POINTS)];
  for (let i = 0; i < CURVE_POINTS; i++) out.push(...u16(Math.round(linear(i / (CURVE_POINTS - 1)) * 65535)));
  return out;
}

let made: Uint8Array | null = null;

/** @returns The same bytes whenever it is asked, so that they are packed once. */
export function srgbProfile(): Uint8Array {
  made ??= iccProfile("mntrRGB XYZ ", "sRGB IEC61966-2.1", [
    ...Object.entries(XYZ).map(
      ([tag, xyz]) => [[tag], [...ascii("XYZ "), ...u32(0), ...xyz.flatMap(fixed)]] as const,
    ),
    [["rTRC", "gTRC", "bTRC"], curve()],
  ]);
  return made;
}
