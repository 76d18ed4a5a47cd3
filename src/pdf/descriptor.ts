/** What a face is like → how a font descriptor says it (ISO 32000-1, 9.8), and back. */

/** Bits of its flags (table 123). */
export const FLAGS = { fixedPitch: 1, serif: 2, symbolic: 4, italic: 64 } as const;

/** Stem width, thousandths of an em, from the weight class, as font editors estimate it. */
export const stemOf = (weight: number): number => Math.round(50 + (weight / 65) ** 2);

/** The weight class that a stem width was estimated from. */
export const weightOf = (stem: number): number => Math.round(65 * Math.sqrt(Math.max(0, stem - 50)));
