/** A number and an English noun → how they are said together: `1 page`, `2 pages`. */
import { speech } from "./speech.ts";

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** A line that is read column by column has no room for both languages. */
export const pageCount = (number: number): string =>
  speech() === "zh" ? `${number} 页` : count(number, "page");
