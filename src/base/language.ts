/** The two languages of a publication, and the three editions of an issue. */

export type Language = "zh" | "en";

export const LANGUAGES: readonly Language[] = ["zh", "en"];

export type Edition = "bilingual" | Language;

export const EDITIONS: readonly Edition[] = ["bilingual", "zh", "en"];

/** The languages an edition prints, in reading order. */
export const languagesOf = (edition: Edition): readonly Language[] =>
  edition === "bilingual" ? LANGUAGES : [edition];

/** Language tags for PDF and XMP (BCP 47). */
export const TAG: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-US" };

/** One for each language. */
export interface Pair<T> {
  readonly zh: T;
  readonly en: T;
}

/** What is said, in both languages. */
export type Wording = Pair<string>;
