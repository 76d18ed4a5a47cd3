/** What proofreading finds: a value with the exact characters, what is expected, and a safe change where there is one. */
import type { Wording } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { ProofSeverity } from "../model/issue.ts";

/** A change of the source that can not alter the sense: the span's characters are replaced. */
export interface Fix {
  readonly span: Span;
  /** The characters that are replaced; where the source spells them otherwise, as an escape, nothing is changed. */
  readonly was: string;
  readonly text: string;
}

/** What a rule reports; `proofread` adds the rule and its severity. */
export interface Slip {
  /** The exact characters at fault. */
  readonly span: Span;
  /** What belongs to it: the other side of the pair, where a term was rendered first. */
  readonly related: readonly Span[];
  readonly message: Wording;
  /** What should stand there; null where only the editor can know. */
  readonly expected: Wording | null;
  readonly fix: Fix | null;
}

export interface Finding extends Slip {
  readonly rule: string;
  readonly severity: Exclude<ProofSeverity, "off">;
}

/** A text that is the same in both languages. */
export const both = (text: string): Wording => ({ zh: text, en: text });

export function slip(
  span: Span,
  message: Wording,
  more: Partial<Pick<Slip, "related" | "expected" | "fix">> = {},
): Slip {
  return { span, message, related: [], expected: null, fix: null, ...more };
}
