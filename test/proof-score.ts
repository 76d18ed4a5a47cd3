/** Planted slips in → how many were found, and how much else was said, by rule. */
import type { Finding } from "../src/proof/finding.ts";
import { CLEAN, type Planted, PUBLICATION } from "./planted-slips.ts";
import { proofOf } from "./proof-desk.ts";

/** What a rule did over the planted slips. */
export interface RuleScore {
  /** Slips that it was to find, alone or with others. */
  planted: number;
  found: number;
  /** Findings of its own that no slip explains, the clean texts' included. */
  false: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly byRule: ReadonlyMap<string, RuleScore>;
  readonly missed: readonly Planted[];
  readonly falseAlarms: readonly { readonly rule: string; readonly message: string; readonly kind: string }[];
}

/** The clean texts are British in spelling and unsigned here and there, and one came out on a Saturday: that is so. */
const TRUE_OF_CLEAN = new Set(["credits", "issue-date"]);
const BRITISH = /vigour|kilometres/;

const keyOf = ({ rule, message }: Finding): string => `${rule} ${message.en}`;

export function scoreOf(slips: readonly Planted[]): Score {
  const byRule = new Map<string, RuleScore>();
  const of = (rule: string) => {
    const known = byRule.get(rule) ?? { planted: 0, found: 0, false: 0 };
    byRule.set(rule, known);
    return known;
  };
  const missed: Planted[] = [];
  const falseAlarms: { rule: string; message: string; kind: string }[] = [];
  const alarm = ({ rule, message }: Finding, kind: string) => {
    of(rule).false += 1;
    falseAlarms.push({ rule, message: message.en, kind });
  };
  const before = new Map(CLEAN.map((text) => [text, proofOf(text, { publication: PUBLICATION })]));
  for (const found of before.values())
    for (const finding of found)
      if (!TRUE_OF_CLEAN.has(finding.rule) && !BRITISH.test(finding.message.en))
        alarm(finding, "a clean text");
  let hits = 0;
  let trueFindings = 0;
  for (const slip of slips) {
    const known = new Set(before.get(slip.clean)!.map(keyOf));
    const found = proofOf(slip.text, { publication: PUBLICATION }).filter(
      (finding) => !known.has(keyOf(finding)),
    );
    const right = found.filter(({ rule }) => slip.rules.includes(rule));
    const [first] = right;
    const asked = of(first?.rule ?? slip.rules[0]!);
    asked.planted += 1;
    if (first) {
      hits += 1;
      asked.found += 1;
    } else missed.push(slip);
    trueFindings += right.length;
    for (const finding of found) if (!slip.rules.includes(finding.rule)) alarm(finding, slip.kind);
  }
  const precision = trueFindings / Math.max(1, trueFindings + falseAlarms.length);
  return { precision, recall: hits / Math.max(1, slips.length), byRule, missed, falseAlarms };
}
