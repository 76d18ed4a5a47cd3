/** Finished pages in → every text and picture that does not stand on its page, with its place in the source. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Pt } from "../base/length.ts";
import type { Design } from "../model/design.ts";
import type { Element } from "../model/element.ts";
import type { Issue } from "../model/issue.ts";
import { spanIn } from "../model/places.ts";
import type { Page } from "./page.ts";

/** Rounding, and letters that reach below their baseline. */
const SLACK: Pt = 1;

/**
 * What can not be parted is set as high as it is: a cell of a table, a masthead. Readers of the paper would
 * miss what goes over the foot, so no such page is written.
 */
export function offPage(pages: readonly Page[], { page }: Design, issue: Issue): readonly Diagnostic[] {
  const foot = page.height - page.margin.bottom + SLACK;
  const told = new Set<Element>();
  const found: Diagnostic[] = [];
  for (const { pieces, pictures } of pages) {
    for (const piece of pieces) {
      const { baseline, element, source } = piece;
      if (baseline <= foot || element === null || source === null || told.has(element)) continue;
      const first = piece.line.runs[0];
      if (!first) continue;
      told.add(element);
      const over = baseline - foot + SLACK;
      const span = spanIn(source, first.start, first.start + 1);
      found.push({ code: "off-page", severity: "error", span, over });
    }
    for (const { y, height, src } of pictures) {
      const span = spanOfPicture(issue, src);
      const over = y + height - foot + SLACK;
      if (span && over > SLACK) found.push({ code: "off-page", severity: "error", span, over });
    }
  }
  return found;
}

const spanOfPicture = ({ articles }: Issue, src: string) =>
  articles
    .flatMap(({ body }) => body)
    .flatMap((part) => (part.kind === "figure" && part.src === src ? [part.srcSpan] : []))[0];
