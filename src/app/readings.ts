/** A character in → its readings in Pinyin. */
import { pinyin } from "pinyin-pro";

const known = new Map<string, readonly string[]>();

/** Pinyin without tones; what is no Han character reads as nothing. */
export function readings(char: string): readonly string[] {
  const before = known.get(char);
  if (before) return before;
  const made = [
    ...new Set(pinyin(char, { multiple: true, toneType: "none", type: "array", nonZh: "removed" })),
  ];
  known.set(char, made);
  return made;
}
