/** Neighbouring characters in → whether the gap between Han and Latin stands between them (中西间距). */
import { type CharClass, isLatinWord } from "./char-class.ts";

/** CLREQ §3.2.2; none beside punctuation, at line edges or around full-width digits. */
export const takesMixedGap = (a: CharClass, b: CharClass): boolean =>
  (a === "han" && isLatinWord(b)) || (isLatinWord(a) && b === "han");
