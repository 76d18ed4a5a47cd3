/** The names in a folder and one as it was typed → the one of them that it is. */

/** Accents may stand with their letters or behind them. */
export const isSameName = (one: string, other: string): boolean =>
  one === other || one.normalize("NFC") === other.normalize("NFC");

/** The same letters, capitals or not. */
export const isAlikeName = (one: string, other: string): boolean =>
  isSameName(one.toLowerCase(), other.toLowerCase());

/** @returns Undefined where there is none; before others that are called so as well, the one that has its very letters. */
export const listedName = (
  names: readonly string[],
  name: string,
  are: (one: string, other: string) => boolean,
): string | undefined => (names.includes(name) ? name : names.find((one) => are(one, name)));
