/** The sRGB colour space as an ICC profile, version 2 (IEC 61966-2-1; ICC.1:2001-04), made here byte by byte. */

const XYZ: Readonly<Record<string, readonly [number, number, number]>> = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
};

/** Points of the tone curve; between them readers interpolate. */
const CURVE_POINTS = 1024;

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const fixed = (value: number): number[] => u32(Math.round(value * 65536));
const padded = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...new Array((4 - (bytes.length % 4)) % 4).fill(0),
];

/** The tone curve of sRGB: straight near black, a power above. */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function curve(): number[] {
  const out = [...ascii("curv"), ...u32(0), ...u32(CURVE_POINTS)];
  for (let i = 0; i < CURVE_POINTS; i++) {
    const value = Math.round(linear(i / (CURVE_POINTS - 1)) * 65535);
    out.push(value >> 8, value & 0xff);
  }
  return out;
}

function description(text: string): number[] {
  const name = [...ascii(text), 0];
  // Behind the name: no Unicode one, no Macintosh one.
  return [
    ...ascii("desc"),
    ...u32(0),
    ...u32(name.length),
    ...name,
    ...u32(0),
    ...u32(0),
    0,
    0,
    0,
    ...new Array(67).fill(0),
  ];
}

export function srgbProfile(): Uint8Array {
  const tone = curve();
  const data: (readonly [readonly string[], readonly number[]])[] = [
    [["desc"], description("sRGB IEC61966-2.1")],
    [["cprt"], [...ascii("text"), ...u32(0), ...ascii("No copyright, use freely"), 0]],
    ...Object.entries(XYZ).map(
      ([tag, xyz]) => [[tag], [...ascii("XYZ "), ...u32(0), ...xyz.flatMap(fixed)]] as const,
    ),
    [["rTRC", "gTRC", "bTRC"], tone],
  ];
  const count = data.reduce((sum, [tags]) => sum + tags.length, 0);
  const table: number[] = [...u32(count)];
  const body: number[] = [];
  const start = 128 + 4 + 12 * count;
  for (const [tags, bytes] of data) {
    for (const tag of tags) table.push(...ascii(tag), ...u32(start + body.length), ...u32(bytes.length));
    body.push(...padded(bytes));
  }
  const header = [
    ...u32(start + body.length),
    ...u32(0),
    ...u32(0x02100000),
    ...ascii("mntrRGB XYZ "),
    // The profile's date: 1 January 2000, noon.
    ...[2000, 1, 1, 12, 0, 0].flatMap((part) => [part >> 8, part & 0xff]),
    ...ascii("acsp"),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...[0.9642, 1, 0.8249].flatMap(fixed),
  ];
  const out = new Uint8Array(start + body.length);
  out.set(header);
  out.set(table, 128);
  out.set(body, start);
  return out;
}
