/** An issue in → every text that it has in two languages, in reading order. */
import type { Block, Issue, TextPair } from "./issue.ts";

export function textPairs({ publication, note, articles, notes }: Issue): readonly TextPair[] {
  const pairs: readonly (TextPair | null)[] = [
    publication.name,
    publication.publisher,
    note,
    ...articles.flatMap((article) => [
      article.series,
      article.title,
      ...article.body.flatMap(pairsInBlock),
      ...article.credits.flatMap(({ label, value }) => [label, value]),
    ]),
    ...notes.values(),
    ...publication.imprint.flatMap(({ label, value }) => [label, value]),
  ];
  return pairs.filter((pair) => pair !== null);
}

/** What readers see of a block, in reading order; the alternative text of a figure is not among it. */
export function pairsInBlock(block: Block): readonly (TextPair | null)[] {
  switch (block.kind) {
    case "list":
      return block.items;
    case "quote":
      return [block.text, block.by];
    case "figure":
      return [block.caption];
    case "table":
      return [block.caption, ...block.head, ...block.rows.flat()];
    default:
      return [block.text];
  }
}
