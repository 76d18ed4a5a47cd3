/** Names of issues → which of them are a year and a number, and which comes first. */

export const isNumbered = (name: string): boolean => /^\d{4}-\d{1,3}$/.test(name);

/** By year and number within it. @returns As `sort` wants it. */
export function byNumber(a: string, b: string): number {
  const [yearA, numberA] = a.split("-").map(Number);
  const [yearB, numberB] = b.split("-").map(Number);
  return yearA! - yearB! || numberA! - numberB!;
}
