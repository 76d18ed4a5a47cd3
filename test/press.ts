/** Content in → set pages and their PDF, with the real fonts and theme, as the program makes them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openFont } from "../src/app/font-file.ts";
import { loadFontkit } from "../src/app/guarded-fontkit.ts";
import type { Diagnostic } from "../src/base/diagnostic.ts";
import type { Edition } from "../src/base/language.ts";
import { readFontBook } from "../src/content/read-font-book.ts";
import { readIssue } from "../src/content/read-issue.ts";
import { readPublication } from "../src/content/read-publication.ts";
import { drawDocument } from "../src/draw/draw-document.ts";
import { FaceSet } from "../src/font/face-set.ts";
import { fullShaper } from "../src/font/full-shaper.ts";
import type { Design } from "../src/model/design.ts";
import { composition, type PictureSize } from "../src/pages/composition.ts";
import { layOut } from "../src/pages/lay-out.ts";
import { writePdf } from "../src/pdf/write-pdf.ts";
import { type PressRun, writePrint } from "../src/pdf/write-print.ts";
import { design, ROOT } from "./fixture.ts";

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

export const REAL = textOf("content/2024-14.yaml");

const book = readFontBook({ path: "fonts.yaml", text: textOf("fonts/fonts.yaml") }).value!;
const faces = new FaceSet(book, (file) => openFont(join(ROOT, "fonts", file)), fullShaper(loadFontkit));

export const PUBLICATION = textOf("content/publication.yaml");

/**
 * @param issue Text of an issue's file, which is named after the number in it.
 * @param pictures Sizes of its pictures by path; none if left out.
 * @param house Text of the publication's file.
 */
export function press(
  issue: string,
  edition: Edition,
  change?: (design: Design) => Design,
  theme?: string,
  pictures: ReadonlyMap<string, PictureSize> = new Map(),
  house = PUBLICATION,
) {
  const [, number] = /^issue: (\S+)/m.exec(issue)!;
  const publication = readPublication({ path: "publication.yaml", text: house }).value!;
  const { value, diagnostics } = readIssue({ path: `${number}.yaml`, text: issue }, publication);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const setting = { design: design(edition, change, theme), book, faces };
  const work = composition(value, edition, setting, pictures);
  const laid = layOut(work);
  const found: readonly Diagnostic[] = work.found;
  const drawn = () => drawDocument(work, laid, new Map());
  const pdf = () => writePdf(drawn(), (id) => faces.face(id));
  const print = (run: PressRun) => writePrint(drawn(), (id) => faces.face(id), run);
  return { issue: value, design: setting.design, laid, found, broken: work.broken, drawn, pdf, print };
}
