/** Numbers → how they are said with what they count: `1 page`, `2 pages`, `0.49 s`. */
import { speech } from "./speech.ts";

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** @param time Milliseconds. */
export const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`;

/** A line that is read column by column has no room for both languages. */
export const pageCount = (number: number): string =>
  speech() === "zh" ? `${number} 页` : count(number, "page");
