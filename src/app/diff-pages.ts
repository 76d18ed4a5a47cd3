/** An issue as it was and as it is, on pages → what the terminal says of the changes, and a PDF of both side by side. */
import { join } from "node:path";
import { type Change, compareEntries, placesOf } from "../compare/compare-issues.ts";
import { PREFIX, type Shown, sideBySide } from "../compare/side-by-side.ts";
import type { Entry } from "../compare/texts.ts";
import { type TextItem, typedAt } from "../draw/display-list.ts";
import type { DrawnDocument } from "../draw/document.ts";
import type { Face } from "../font/face.ts";
import { writePdf } from "../pdf/write-pdf.ts";
import type { Office } from "./build.ts";
import { count } from "./count.ts";
import { changeLines } from "./diff-words.ts";
import { replaceFile } from "./effects.ts";
import { out, paint } from "./output.ts";
import { shown } from "./sources.ts";
import { say } from "./speech.ts";

/** One state of an issue, with its pages. */
export interface Side {
  /** What its pages are called by. */
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly document: DrawnDocument;
  /** A face of its pages. */
  readonly face: (id: string) => Face;
  /** Where the words over its pages take their faces from. */
  readonly office: Office;
  /** Where a text stands, as the terminal says it. */
  readonly place: (entry: Entry) => string;
}

/** @returns Whether there was anything to tell. */
export async function tellChanges(
  name: string,
  before: Side,
  after: Side,
  folder: string,
): Promise<"same" | "changed"> {
  const changes = compareEntries(before.entries, after.entries);
  if (changes.length === 0 && !pagesDiffer(before.document, after.document)) return "same";
  summary(name, before, after, changes);
  const show = (side: Side, which: "before" | "after"): Shown => ({
    document: side.document,
    places: placesOf(changes, which),
    label: (page) => labelOf(side, page),
  });
  const document = sideBySide(show(before, "before"), show(after, "after"));
  const face = (id: string) =>
    id.startsWith(PREFIX.before)
      ? before.face(id.slice(PREFIX.before.length))
      : after.face(id.slice(PREFIX.after.length));
  const file = join(folder, `${name}.diff.pdf`);
  replaceFile(file, await writePdf(document, face));
  out(`${shown(file)}  ${say(count(document.pages.length, "sheet"), `${document.pages.length} 面`)}`);
  return "changed";
}

/** Pages that look otherwise though every text is the same: another theme, other pictures. */
function pagesDiffer(before: DrawnDocument, after: DrawnDocument): boolean {
  const look = ({ pages }: DrawnDocument) =>
    JSON.stringify(pages.map(({ items }) => items.map((item) => ({ ...item, typed: null, tag: null }))));
  return look(before) !== look(after);
}

function summary(name: string, before: Side, after: Side, changes: readonly Change[]): void {
  const [one, other] = [before.document.pages.length, after.document.pages.length];
  const texts = count(changes.length, "text");
  out(
    say(
      `${name}  ${texts} changed, ${one} → ${count(other, "page")}`,
      `${name}  ${changes.length} 处文字有改动，页数 ${one} → ${other}`,
    ),
  );
  const colours = paint();
  for (const change of changes) {
    const pages = { before: pageOf(before, change.before), after: pageOf(after, change.after) };
    const place = change.after ? after.place(change.after) : before.place(change.before!);
    for (const line of changeLines(change, pages, place, colours)) out(line);
  }
}

/** The page that a text begins on, from 1. */
function pageOf({ document }: Side, entry: Entry | null): number | null {
  const inline = entry?.texts.zh ?? entry?.texts.en;
  if (!inline) return null;
  const { file, start, end } = inline.span;
  const isWithin = (offset: number | null) => offset !== null && offset >= start && offset < end;
  const page = document.pages.findIndex(({ items }) =>
    items.some(
      (item) => item.kind === "text" && item.typed?.source.file === file && isWithin(typedAt(item.typed, 0)),
    ),
  );
  return page < 0 ? null : page + 1;
}

/** Size of what stands over a page, pt. */
const LABEL = 10;
const GREY = { rgb: [0.3, 0.3, 0.3], cmyk: [0, 0, 0, 0.7], spot: null, share: 1 } as const;

/** `HEAD · 2 / 5`, set in the text's faces. */
function labelOf({ name, office, document }: Side, page: number): readonly TextItem[] {
  const text = `${name} · ${page + 1} / ${document.pages.length}`;
  const role = office.book?.roles.get("label") ?? [...(office.book?.roles.values() ?? [])][0];
  if (!role || !office.faces) return [];
  let x = 0;
  return [...text.slice(0, 80)].flatMap((char): readonly TextItem[] => {
    const isHan = /[\u2e80-\uffef]/.test(char);
    const { face, missing } = office.faces!.faceFor(char, isHan ? role.regular.zh : role.regular.en);
    if (missing) return [];
    const shaping = { script: isHan ? "hani" : "latn", language: null, features: [] };
    const glyphs = face
      .shape(char, shaping)
      .map(({ gid, advance, text }) => ({ gid, y: 0, width: advance * LABEL, text }));
    const at = x;
    x += glyphs.reduce((sum, { width }) => sum + width, 0);
    return [
      {
        kind: "text",
        face: face.id,
        size: LABEL,
        scale: 1,
        colour: GREY,
        x: at,
        baseline: 0,
        glyphs,
        xs: glyphs.map(() => 0),
        tag: "pagination",
        typed: null,
      },
    ];
  });
}
