/** A turn of phrase that is a slip: its form, what is said of it in both languages, what is expected. */

export interface Turn {
  readonly form: RegExp;
  /** Small letters without which the form is nowhere: the texts that lack them, nearly all, are not searched. */
  readonly needs?: string;
  readonly zh: string;
  readonly en: string;
  readonly expected?: string | ((match: readonly string[]) => string);
}

/** What should stand in the place of a match; undefined where only the editor can know. */
export const expectedOf = ({ expected }: Turn, match: readonly string[]): string | undefined =>
  typeof expected === "function" ? expected(match) : expected;
