/** An encoding in → a Type 1 font program of three glyphs: A, 500 wide, B, −300, and emdash, 700. */

/** Hides bytes as Type 1 does (Adobe Type 1 Font Format, 7.1). */
function hidden(plain: Uint8Array, key: number): Buffer {
  let state = key;
  return Buffer.from(
    Uint8Array.from(plain, (byte) => {
      const out = byte ^ (state >> 8);
      state = ((out + state) * 52845 + 22719) & 0xffff;
      return out;
    }),
  );
}

const charstring = (...code: number[]) => hidden(Uint8Array.of(0, 0, 0, 0, ...code), 4330);
const glyphs: readonly (readonly [string, Buffer])[] = [
  // 0 500 hsbw, 10 -300 hsbw, 0 0 700 0 sbw.
  ["A", charstring(139, 248, 136, 13, 14)],
  ["B", charstring(149, 251, 192, 13)],
  ["emdash", charstring(139, 139, 249, 80, 139, 12, 7)],
];
const entries = glyphs.flatMap(([name, code]) => [
  Buffer.from(`/${name} ${code.length} RD `),
  code,
  Buffer.from(" ND\n"),
]);
const body = Buffer.concat([
  Buffer.from("0000dup /Private /lenIV 4 def 2 index /CharStrings 3 dict dup begin\n"),
  ...entries,
]);
/** What stands behind `eexec`. */
export const hiddenPart = (): Buffer => hidden(body, 55665);

/** @param encoding In PostScript. */
export const type1Program = (encoding: string): Buffer =>
  Buffer.concat([
    Buffer.from(`%!PS-AdobeFont-1.0\n/Encoding ${encoding} def\ncurrentfile eexec\n`),
    hiddenPart(),
  ]);
