/** An issue, those before it and their files in → everything that a proofreader would ask about. */

import type { Wording } from "../base/language.ts";
import { perObject } from "../base/remembered.ts";
import { byPlace, type SourceFile } from "../base/span.ts";
import type { Issue, ProofSeverity } from "../model/issue.ts";
import { addressesIn } from "./addresses.ts";
import { asTyped } from "./as-typed.ts";
import { type Finding, slip } from "./finding.ts";
import { nameBook } from "./names/name-book.ts";
import { enNumbers } from "./numbers/en-numbers.ts";
import type { Quantities, Quantity } from "./numbers/quantity.ts";
import { zhNumbers } from "./numbers/zh-numbers.ts";
import { type Passage, passagesOf } from "./passages.ts";
import type { MeasuredLine, Proof, ProofTools, Rule } from "./rule.ts";
import { RULES } from "./rule-list.ts";
import { type Silence, silences, silencesIn } from "./silences.ts";
import { Covered, type ProofText } from "./text.ts";

/** What is proofread. */
export interface ProofRequest {
  readonly issue: Issue;
  /** The issues before it, oldest first. */
  readonly earlier: readonly Issue[];
  /** The files of the issue and the publication, for comments that silence rules. */
  readonly files: readonly SourceFile[];
  /** Lines as the layout set them; empty where it was not laid out. */
  readonly lines: readonly MeasuredLine[];
}

/** A comment that silences a rule there is not, or nothing. */
export const SILENCE = "silence";
/** A rule in `publication.yaml` that there is not. */
export const UNKNOWN_RULE = "unknown-rule";

/** Without addresses and telephone numbers, whose digits count nothing. */
function numbersOf(text: ProofText | null, read: (text: string) => readonly Quantity[]): readonly Quantity[] {
  if (!text) return [];
  const addresses = new Covered(text.text.length);
  for (const one of addressesIn(text)) addresses.add(one);
  return read(text.text).filter((one) => !addresses.has(one) && !text.isAddress(one));
}

/** Passages by the issue they are of: an issue that has not changed is not read again. */
const passagesOnce = perObject(passagesOf);

function* proofOf({ issue, earlier, lines }: ProofRequest, tools: ProofTools): Steps<Proof> {
  const passages = passagesOnce(issue);
  yield;
  const quantities = new Map<Passage, Quantities>();
  for (const passage of passages) {
    if (passage.zh && passage.en && !passage.shared)
      quantities.set(passage, { zh: numbersOf(passage.zh, zhNumbers), en: numbersOf(passage.en, enNumbers) });
    yield;
  }
  const names = nameBook(passages, earlier.map(passagesOnce), tools.readings);
  return { issue, earlier, passages, quantities, names, lines, tools };
}

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

const unknown = (name: string): Wording => ({
  zh: `没有名为“${name}”的规则；见 shuanglan proof --rules`,
  en: `there is no rule “${name}”; see shuanglan proof --rules`,
});

const unknownRules = (issue: Issue): readonly Finding[] =>
  [...issue.publication.proof.rules].flatMap(([name, { span }]) =>
    KNOWN.has(name)
      ? []
      : [{ ...slip(span, unknown(name)), rule: UNKNOWN_RULE, severity: "warning" as const }],
  );

/** @param unasked Rules that had nothing to look at this time: what they would have found is not known. */
function idleSilences(
  comments: readonly Silence[],
  used: ReadonlySet<Silence>,
  unasked: ReadonlySet<string>,
): readonly Finding[] {
  return comments.flatMap((silence): readonly Finding[] => {
    const wrong = silence.rules.find((name) => !KNOWN.has(name));
    if (wrong !== undefined)
      return [{ ...slip(silence.span, unknown(wrong)), rule: SILENCE, severity: "warning" }];
    const mayServe =
      silence.rules.length === 0 ? unasked.size > 0 : silence.rules.some((name) => unasked.has(name));
    if (used.has(silence) || mayServe) return [];
    const message = {
      zh: "这条注释没有可忽略的问题，可以删去",
      en: "this comment silences nothing and can go",
    };
    return [{ ...slip(silence.span, message), rule: SILENCE, severity: "note" }];
  });
}

/** Work that may be left between any two of its steps, and given up. */
export type Steps<T> = Generator<void, T, void>;

/**
 * @param rules Those to ask; all of them unless a test wants one.
 * @returns In the order of the files. A rule that is off, or silenced where it stands, says nothing.
 */
export function proofread(
  request: ProofRequest,
  tools: ProofTools,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const steps = proofSteps(request, tools, rules);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `proofread`, step by step: a long issue takes seconds, in which the preview has other things to do. */
export function* proofSteps(
  request: ProofRequest,
  tools: ProofTools,
  rules: readonly Rule[] = RULES,
): Steps<readonly Finding[]> {
  const { issue, files, lines } = request;
  const proof = yield* proofOf(request, tools);
  const comments = files.flatMap(silencesIn);
  const typed = new Map(files.map((file) => [file.path, file]));
  const used = new Set<Silence>();
  const found: Finding[] = [];
  for (const rule of rules) {
    const severity: ProofSeverity = issue.publication.proof.rules.get(rule.id)?.severity ?? rule.severity;
    if (severity === "off") continue;
    yield;
    for (const one of rule.check(proof)) {
      yield;
      const silent = comments.filter((silence) => silences(silence, rule.id, one.span));
      for (const silence of silent) used.add(silence);
      if (silent.length === 0) found.push({ ...asTyped(one, typed), rule: rule.id, severity });
    }
  }
  if (rules === RULES) {
    const unasked = [
      ...(tools.speller ? [] : ["en-spelling"]),
      ...(lines.length > 0 ? [] : ["loose-line", "runt-line"]),
    ];
    found.push(...unknownRules(issue), ...idleSilences(comments, used, new Set(unasked)));
  }
  return found.sort(byPlace);
}
