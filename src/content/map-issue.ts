/** An issue in → the same with each of its texts and spans as two functions give them. */
import type { Span } from "../base/span.ts";
import type { Inline } from "../model/inline.ts";
import type { Article, Block, ImprintEntry, Issue, TextPair } from "../model/issue.ts";

export interface IssueMapping {
  /** A text, its span and places among it. */
  readonly text: (text: Inline) => Inline;
  readonly span: (span: Span) => Span;
  /** Whether all that stands within a span stays as it is. */
  readonly isKept: (span: Span) => boolean;
}

export function mapIssue(issue: Issue, mapping: IssueMapping): Issue {
  const { publication, number, overall, date, note, articles, notes, span, places } = issue;
  const map = new Mapped(mapping);
  return {
    publication: { ...publication, imprint: publication.imprint.map((entry) => map.entry(entry)) },
    number,
    overall,
    date,
    note: note && map.pair(note),
    articles: articles.map((article) => map.article(article)),
    notes: new Map([...notes].map(([key, pair]) => [key, map.pair(pair)])),
    span: mapping.span(span),
    places: {
      number: mapping.span(places.number),
      overall: mapping.span(places.overall),
      date: mapping.span(places.date),
    },
  };
}

class Mapped {
  readonly #by: IssueMapping;

  constructor(by: IssueMapping) {
    this.#by = by;
  }

  pair({ zh, en }: TextPair): TextPair {
    const { text } = this.#by;
    return { zh: zh && text(zh), en: en && text(en) };
  }

  #optional(pair: TextPair | null): TextPair | null {
    return pair && this.pair(pair);
  }

  #pairs(pairs: readonly TextPair[]): readonly TextPair[] {
    return pairs.map((pair) => this.pair(pair));
  }

  entry(entry: ImprintEntry): ImprintEntry {
    if (this.#by.isKept(entry.span)) return entry;
    const { role, label, value, span } = entry;
    return { role, label: this.pair(label), value: this.pair(value), span: this.#by.span(span) };
  }

  article(article: Article): Article {
    if (this.#by.isKept(article.span)) return article;
    const { series, title, body, credits, span } = article;
    return {
      series: this.#optional(series),
      title: this.pair(title),
      body: body.map((block) => this.#block(block)),
      credits: credits.map(({ label, value }) => ({ label: this.pair(label), value: this.pair(value) })),
      span: this.#by.span(span),
    };
  }

  #block(block: Block): Block {
    if (this.#by.isKept(block.span)) return block;
    const span = this.#by.span(block.span);
    switch (block.kind) {
      case "paragraph":
      case "heading":
      case "subheading":
        return { kind: block.kind, text: this.pair(block.text), span };
      case "list":
        return { kind: block.kind, ordered: block.ordered, items: this.#pairs(block.items), span };
      case "quote":
        return { kind: block.kind, text: this.pair(block.text), by: this.#optional(block.by), span };
      case "figure": {
        const { kind, src, alt, caption } = block;
        const srcSpan = this.#by.span(block.srcSpan);
        return { kind, src, srcSpan, alt: this.pair(alt), caption: this.#optional(caption), span };
      }
      case "table": {
        const { kind, caption, head, rows } = block;
        return {
          kind,
          caption: this.#optional(caption),
          head: this.#pairs(head),
          rows: rows.map((row) => this.#pairs(row)),
          span,
        };
      }
    }
  }
}
