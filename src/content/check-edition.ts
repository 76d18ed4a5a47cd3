/** An issue and an edition in → the texts that the edition lacks, and those that another one would. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Edition, LANGUAGES, languagesOf } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { Block, Issue, TextPair } from "../model/issue.ts";
import { pairsInBlock } from "../model/pairs.ts";

/** An error where the edition needs the language, a warning where it does not. */
export function checkEdition(issue: Issue, edition: Edition): readonly Diagnostic[] {
  const needed = languagesOf(edition);
  const found: Diagnostic[] = [];
  for (const { pair, span } of pairsOf(issue))
    for (const missing of LANGUAGES) {
      if (pair[missing]) continue;
      const there = pair.zh ?? pair.en;
      const severity = needed.includes(missing) ? "error" : "warning";
      found.push({ code: "unpaired", severity, span: there ? headOf(there.span) : span, missing });
    }
  return found;
}

interface Placed {
  readonly pair: TextPair;
  readonly span: Span;
}

/** A text may run over many lines; its first characters are enough to point at. */
const headOf = (span: Span): Span => ({ ...span, end: Math.min(span.end, span.start + 8) });

function pairsOf(issue: Issue): readonly Placed[] {
  const { publication, span } = issue;
  const of = (pair: TextPair | null, at: Span = span): readonly Placed[] =>
    pair ? [{ pair, span: at }] : [];
  return [
    ...of(publication.name),
    ...of(publication.publisher),
    ...publication.imprint.flatMap((entry) => [
      ...of(entry.label, entry.span),
      ...of(entry.value, entry.span),
    ]),
    ...of(issue.note),
    ...issue.articles.flatMap((article) => [
      ...of(article.series, article.span),
      ...of(article.title, article.span),
      ...article.body.flatMap((block) => inBlock(block).flatMap((pair) => of(pair, block.span))),
      ...article.credits.flatMap(({ label, value }) => [
        ...of(label, article.span),
        ...of(value, article.span),
      ]),
    ]),
    ...[...issue.notes.values()].flatMap((note) => of(note)),
  ];
}

const inBlock = (block: Block): readonly (TextPair | null)[] =>
  block.kind === "figure" ? [block.alt, ...pairsInBlock(block)] : pairsInBlock(block);
