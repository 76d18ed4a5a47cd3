/** An issue in → the Chinese words that stay whole in titles: its glossary, and what it calls “以下简称”. */
import { plainText } from "../model/inline.ts";
import type { Issue } from "../model/issue.ts";

const SHORT_FOR = /简称(?:为)?[“《]([^”》]{2,12})[”》]/g;

export function termsOf({ publication, articles }: Issue): readonly string[] {
  const terms = new Set(publication.glossary.map(({ zh }) => zh));
  for (const { body } of articles)
    for (const block of body)
      if (block.kind === "paragraph" && block.text.zh)
        for (const [, short] of plainText(block.text.zh).matchAll(SHORT_FOR)) terms.add(short!);
  return [...terms];
}
