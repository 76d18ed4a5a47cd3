/** An issue as the editor wrote it: validated, marks read, every text with its place in the source. */
import type { Pair } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Inline } from "./inline.ts";

/** A text in the languages it was written in. A plain string in the source serves both. */
export type TextPair = Pair<Inline | null>;

export interface Publication {
  readonly name: TextPair;
  readonly publisher: TextPair;
  /** Name of the theme; see `Design`. */
  readonly theme: string;
  /** Where it was typed, for messages about the file. */
  readonly themeSpan: Span;
  readonly imprint: readonly ImprintEntry[];
  readonly glossary: readonly GlossaryTerm[];
  readonly print: PrintCondition;
  readonly proof: ProofSettings;
}

/** What the printing house prints under. */
export interface PrintCondition {
  /** ICC profile, relative to the content folder; null where none is named. */
  readonly icc: string | null;
  /** Where it was typed, for messages about the file. */
  readonly iccSpan: Span;
  /** Registered name, such as `FOGRA39`; empty where none is named. */
  readonly condition: string;
}

export type ProofSeverity = "error" | "warning" | "note" | "off";

/** What proofreading holds this publication to. */
export interface ProofSettings {
  /** Rules that weigh otherwise than by themselves, with the place where that was typed. */
  readonly rules: ReadonlyMap<string, { readonly severity: ProofSeverity; readonly span: Span }>;
  /** Requirements of a kind of publication; null for none. */
  readonly profile: "cn-internal" | null;
  /** Words that are spelt as the publication wants them. */
  readonly words: readonly string[];
}

/** A line of the imprint (版记): 编辑：殷梦宇 / Editor: Yin Mengyu. */
export interface ImprintEntry {
  readonly role: string;
  readonly label: TextPair;
  readonly value: TextPair;
  readonly span: Span;
}

export interface GlossaryTerm {
  readonly zh: string;
  readonly en: string;
  readonly short: string | null;
}

/** A calendar date, as it was typed; no time zone is ever involved. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Issue {
  /** The publication with the entries this issue replaces already replaced. */
  readonly publication: Publication;
  /** Year and number within it, as typed: `2024-14`. */
  readonly number: string;
  /** Cumulative number (总第 … 期). */
  readonly overall: number;
  readonly date: CalendarDate;
  /** The editor's note (编者按). */
  readonly note: TextPair | null;
  readonly articles: readonly Article[];
  /** Footnotes by key. */
  readonly notes: ReadonlyMap<string, TextPair>;
  readonly span: Span;
  /** Where its own facts were typed. */
  readonly places: { readonly number: Span; readonly overall: Span; readonly date: Span };
}

export interface Article {
  readonly series: TextPair | null;
  readonly title: TextPair;
  readonly body: readonly Block[];
  readonly credits: readonly Credit[];
  readonly span: Span;
}

/** 整理：陈红光、赵程程 / Compiled by: Chen Hongguang, Zhao Chengcheng. */
export interface Credit {
  readonly label: TextPair;
  readonly value: TextPair;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: TextPair; readonly span: Span }
  | { readonly kind: "heading"; readonly text: TextPair; readonly span: Span }
  | { readonly kind: "subheading"; readonly text: TextPair; readonly span: Span }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly TextPair[];
      readonly span: Span;
    }
  | { readonly kind: "quote"; readonly text: TextPair; readonly by: TextPair | null; readonly span: Span }
  | {
      readonly kind: "figure";
      readonly src: string;
      /** Where `src` was typed, for messages about the file. */
      readonly srcSpan: Span;
      readonly alt: TextPair;
      readonly caption: TextPair | null;
      readonly span: Span;
    }
  | {
      readonly kind: "table";
      readonly caption: TextPair | null;
      readonly head: readonly TextPair[];
      readonly rows: readonly (readonly TextPair[])[];
      readonly span: Span;
    };
