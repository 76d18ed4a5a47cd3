/** Parts of an ICC profile in → its bytes (ICC.1:2001-04, version 2). */

export const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
export const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
export const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
export const fixed = (value: number): number[] => u32(Math.round(value * 65536));

const padded = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...new Array((4 - (bytes.length % 4)) % 4).fill(0),
];

/** The white of the space in which profiles meet. */
export const D50 = [0.9642, 1, 0.8249] as const;

function description(text: string): number[] {
  const name = [...ascii(text), 0];
  // Behind the name: no Unicode one, no Macintosh one.
  return [...ascii("desc"), ...u32(0), ...u32(name.length), ...name, ...new Array(78).fill(0)];
}

/** Tags that share an element, and the element. */
export type Tagged = readonly [tags: readonly string[], bytes: readonly number[]];

/** @param kind Device class, colour space and connection space, such as `mntrRGB XYZ `. */
export function iccProfile(kind: string, name: string, tagged: readonly Tagged[]): Uint8Array {
  const data: readonly Tagged[] = [
    [["desc"], description(name)],
    [["cprt"], [...ascii("text"), ...u32(0), ...ascii("No copyright, use freely"), 0]],
    [["wtpt"], [...ascii("XYZ "), ...u32(0), ...D50.flatMap(fixed)]],
    ...tagged,
  ];
  const count = data.reduce((sum, [tags]) => sum + tags.length, 0);
  const table: number[] = [...u32(count)];
  const body: number[] = [];
  const start = 128 + 4 + 12 * count;
  for (const [tags, bytes] of data) {
    for (const tag of tags) table.push(...ascii(tag), ...u32(start + body.length), ...u32(bytes.length));
    for (const byte of padded(bytes)) body.push(byte);
  }
  const header = [
    ...u32(start + body.length),
    ...u32(0),
    ...u32(0x02100000),
    ...ascii(kind),
    // The profile's date: 1 January 2000, noon.
    ...[2000, 1, 1, 12, 0, 0].flatMap(u16),
    ...ascii("acsp"),
    ...new Array(28).fill(0),
    ...D50.flatMap(fixed),
  ];
  const out = new Uint8Array(start + body.length);
  out.set(header);
  out.set(table, 128);
  out.set(body, start);
  return out;
}
