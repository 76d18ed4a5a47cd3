/** Bytes of a text file in → its text, in the encoding that it was saved in. */

/** Bytes that are looked at for zeros. */
const LOOK = 64 * 1024;

/** UTF-8, UTF-16 by its mark or its zeros, or else GB 18030, which Windows in China saves. */
export function decoded(bytes: Uint8Array): string {
  const wide = wideOf(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Where no mark says so, UTF-16 has a zero in each space, figure and end of a line, and other texts have none. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  bytes.subarray(0, LOOK).forEach((byte, k) => {
    if (byte === 0) zeros[k % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  if (bytes.length % 2 === 1 || even === odd) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
