/** An issue by name → the lines of its bilingual edition as they were set, with how well. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { fullShaper } from "../font/full-shaper.ts";
import { sourceOf } from "../inline/setting.ts";
import type { Breaks, BrokenParagraph } from "../lines/break-lines.ts";
import { PUBLICATION_FILE } from "../model/content-files.ts";
import { type Source, spanIn } from "../model/places.ts";
import type { MeasuredLine } from "../proof/rule.ts";
import { layOutEdition, openOffice } from "./build.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { openIssue, type Sources } from "./open-content.ts";

interface Measured {
  readonly lines: readonly MeasuredLine[];
  readonly found: readonly Diagnostic[];
}

/** Of the forms that were tried those were set whose lines stand on the pages. */
export async function measuredLines(sources: Sources, name: string): Promise<Measured> {
  const office = await openOffice(sources, fullShaper(loadFontkit));
  const { value: issue } = await openIssue(office, name);
  // What is wrong with the content was told when it was read for proofreading.
  const fonts = office.diagnostics.filter(({ span }) => span.file !== sources.contentPath(PUBLICATION_FILE));
  if (!issue) return { lines: [], found: fonts };
  const { value, diagnostics } = await layOutEdition({ office, issue, edition: "bilingual", theme: null });
  if (!value) return { lines: [], found: [...fonts, ...diagnostics] };
  const { work, laid } = value;
  const set = new Set<string>();
  for (const page of laid.pages)
    for (const { line, source } of page.pieces) {
      const [first, last] = [line.runs[0], line.runs.at(-1)];
      if (source && first && last) set.add(keyOf(spanIn(source, first.start, last.end)));
    }
  const lines = new Map<string, MeasuredLine>();
  for (const [passage, shapes] of work.broken)
    for (const broken of shapes.values()) {
      const source = sourceOf(passage);
      if (!source || broken.shape.align !== "justify") continue;
      for (const form of [broken.best, broken.shorter, broken.longer]) {
        const measured = form ? linesOf(broken, form, source, passage.language) : [];
        const keys = measured.map(({ span }) => keyOf(span));
        if (!keys.every((key) => set.has(key))) continue;
        for (const [k, line] of measured.entries()) lines.set(keys[k]!, line);
      }
    }
  return { lines: [...lines.values()], found: [...fonts, ...diagnostics] };
}

const keyOf = ({ file, start, end }: Span): string => `${file}:${start}-${end}`;

function linesOf(
  broken: BrokenParagraph,
  form: Breaks,
  source: Source,
  language: MeasuredLine["language"],
): readonly MeasuredLine[] {
  const { boxes, starts, ends } = broken.paragraph;
  const { badness } = form;
  return form.ends.map((end, k) => {
    const from = k === 0 ? 0 : form.ends[k - 1]!;
    const characters = boxes.slice(from, end).reduce((sum, { text }) => sum + text.length, 0);
    const span = spanIn(source, starts[from] ?? 0, ends[end - 1] ?? 0);
    return { span, language, badness: badness[k]!, last: k === form.ends.length - 1, characters };
  });
}
