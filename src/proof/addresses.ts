/** A text in → its e-mail and web addresses and telephone numbers. */
import type { ProofText } from "./text.ts";

const ADDRESS =
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/[^\s，。；、）)“”"]+[^\s，。；、）)“”".,;:]|www\.[\w-]+(?:\.[\w-]+)+|(?<![\d-])(?:\+?86[- ]?)?(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?!\d)/g;

/** Stretches that are addresses or telephone numbers, where digits count nothing. */
export const addressesIn = (text: ProofText) => [...text.matches(ADDRESS)];
