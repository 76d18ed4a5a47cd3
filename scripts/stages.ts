/** The stages of one edition, timed one by one in one process: the first run cold, the best of the others warm. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openFont } from "../src/app/font-file.ts";
import { readFontBook } from "../src/content/read-font-book.ts";
import { readIssue } from "../src/content/read-issue.ts";
import { readPublication } from "../src/content/read-publication.ts";
import { readTheme } from "../src/content/read-theme.ts";
import { drawDocument } from "../src/draw/draw-document.ts";
import { FaceSet, faultsOf } from "../src/font/face-set.ts";
import { fullShaper } from "../src/font/full-shaper.ts";
import type { Itemized } from "../src/inline/itemize.ts";
import type { Paragraph } from "../src/inline/paragraph.ts";
import type { Passage } from "../src/inline/setting.ts";
import type { BrokenParagraph } from "../src/lines/break-lines.ts";
import type { LineRules } from "../src/lines/ranks.ts";
import { composition } from "../src/pages/composition.ts";
import { layOut } from "../src/pages/lay-out.ts";
import { ParagraphMemory } from "../src/pages/memory.ts";
import { FontPrograms } from "../src/pdf/font-programs.ts";
import { writePdf } from "../src/pdf/write-pdf.ts";

/** Milliseconds by stage. */
export type Stages = Readonly<Record<string, number>>;

/** Remembers nothing, and tells shaping and breaking from the rest of the layout. */
class TimedMemory extends ParagraphMemory {
  shape = 0;
  break = 0;

  override itemized(_: Passage, make: () => Itemized): Itemized {
    const start = performance.now();
    const made = make();
    this.shape += performance.now() - start;
    return made;
  }

  override broken(
    _: Passage,
    _shape: string,
    _paragraph: Paragraph,
    _rules: LineRules,
    make: () => BrokenParagraph,
  ) {
    const start = performance.now();
    const made = make();
    this.break += performance.now() - start;
    return made;
  }

  override quick(_: Passage, _key: string, make: () => number): number {
    return make();
  }
}

/** @param root The project's folder. @param source An issue's text. @param times Warm runs. */
export async function stages(
  root: string,
  source: string,
  times: number,
): Promise<{ cold: Stages; warm: Stages }> {
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  const book = readFontBook({ path: "fonts.yaml", text: text("fonts/fonts.yaml") }).value!;
  const read = (file: string) => openFont(join(root, "fonts", file));
  const load = createRequire(import.meta.url);
  const shaper = fullShaper(() => load("fontkit"));
  const programs = new FontPrograms();
  let faces: FaceSet | null = null;
  const once = async (): Promise<Stages> => {
    const spent: Record<string, number> = {};
    let mark = performance.now();
    const done = (stage: string) => {
      spent[stage] = performance.now() - mark;
      mark = performance.now();
    };
    const publication = readPublication({ path: "p", text: text("content/publication.yaml") }).value;
    const issue = readIssue({ path: "2024-14.yaml", text: source }, publication).value!;
    const theme = readTheme({
      name: "briefing",
      at: { file: "p", start: 0, end: 0 },
      load: (name) => ({ path: name, text: text(`content/themes/${name}.yaml`) }),
      known: [],
      edition: "bilingual",
      fonts: book,
    }).value!;
    done("read");
    if (!faces) {
      faultsOf(book, { read, isOutside: () => false });
      faces = new FaceSet(book, read, shaper);
    }
    const own = faces;
    done("fonts");
    const timed = new TimedMemory();
    const work = composition(issue, "bilingual", { design: theme, book, faces: own }, new Map(), timed);
    const laid = layOut(work);
    done("paginate");
    spent.paginate! -= timed.shape + timed.break;
    Object.assign(spent, { shape: timed.shape, break: timed.break });
    const document = drawDocument(work, laid, new Map());
    done("draw");
    await writePdf(document, (id) => own.face(id), [], { programs, pages: null, texts: null });
    done("write");
    return spent;
  };
  const cold = await once();
  const runs: Stages[] = [];
  for (let run = 0; run < times; run++) runs.push(await once());
  const warm = Object.fromEntries(
    Object.keys(cold).map((stage) => [stage, Math.min(...runs.map((run) => run[stage]!))]),
  );
  return { cold, warm };
}
