/** `shuanglan watch`: a content folder in → its PDFs after every save, and a line on the terminal for each. */
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Edition } from "../base/language.ts";
import { pageHash } from "../draw/page-hash.ts";
import { pageCount, seconds } from "./count.ts";
import { Desk, type Sheet, type View, viewKey } from "./desk.ts";
import { interrupted, prepareFolder, replaceFile, timeOfDay } from "./effects.ts";
import { tellStrays } from "./no-issues.ts";
import { textsIn } from "./open-content.ts";
import { err, out } from "./output.ts";
import { pdfName } from "./purpose.ts";
import { Refusals } from "./refusals.ts";
import { shown } from "./sources.ts";
import { say, speech } from "./speech.ts";
import { STATUS } from "./status.ts";
import { tell } from "./tell.ts";
import { watchDesk } from "./watching.ts";

export interface WatchRequest {
  /** Names of issues; all of the content folder, later ones too, when empty. */
  readonly issues: readonly string[];
  readonly editions: readonly Edition[];
  readonly content: string;
  readonly out: string;
  readonly theme: string | null;
}

/**
 * @param ended Waits for the end of the watching, by default until the user interrupts it. Asked once it can begin:
 *   the waiting keeps the program running.
 */
export async function watch(
  request: WatchRequest,
  ended: () => Promise<void> = interrupted,
): Promise<number> {
  prepareFolder(request.out);
  const over = ended();
  const desk = new Desk(request.content);
  const passes = new Passes(desk, request);
  let turn = Promise.resolve();
  const pass = () => {
    turn = turn.then(() => passes.next());
  };
  const watching = watchDesk(desk, pass);
  await watching.ready;
  pass();
  await over;
  await watching.close();
  await turn;
  return STATUS.done;
}

/** One pass over the issues and editions after another, each writing what has changed since. */
class Passes {
  readonly #desk: Desk;
  readonly #request: WatchRequest;
  readonly #told = new Map<string, Sheet>();
  /** What stands on the pages of a file that was written, by view. */
  readonly #pages = new Map<string, readonly string[]>();
  #isEmpty = false;
  readonly #refusals = new Refusals();

  constructor(desk: Desk, request: WatchRequest) {
    this.#desk = desk;
    this.#request = request;
  }

  async next(): Promise<void> {
    const { issues, editions, theme, content } = this.#request;
    this.#refusals.begin();
    // A full disk or a folder that vanished is told; the next pass tries again.
    const names = issues.length > 0 ? issues : await this.#refusals.attempt(() => this.#desk.issues());
    if (names === null) return;
    if (names.length === 0 && !this.#isEmpty) {
      err(say(`${content}: waiting for issues`, `${content}：等待各期文件`));
      tellStrays(content);
    }
    this.#isEmpty = names.length === 0;
    const told = new Set<string>();
    for (const issue of names) {
      const fresh: Sheet[] = [];
      for (const edition of editions) {
        const sheet = await this.#refusals.attempt(() => this.#sheet({ issue, edition, theme }));
        if (sheet) fresh.push(sheet);
      }
      this.#tell(await this.#atRest(fresh), told);
    }
  }

  /** A save between two editions of a pass: faults that it mended are told no longer, and each beside its own text. */
  async #atRest(sheets: readonly Sheet[]): Promise<readonly Sheet[]> {
    if (sheets.every(({ diagnostics }) => diagnostics.length === 0)) return sheets;
    const later: Sheet[] = [];
    for (const sheet of sheets)
      later.push((await this.#refusals.attempt(() => this.#sheet(sheet.view))) ?? sheet);
    return later;
  }

  /** @returns The view's sheet, written; null when it is the one that was told before. */
  async #sheet(view: View): Promise<Sheet | null> {
    const key = viewKey(view);
    const sheet = await this.#desk.sheet(view);
    if (this.#told.get(key) === sheet) return null;
    if (sheet.built?.pdf) this.#write(key, sheet, sheet.built.pdf);
    this.#told.set(key, sheet);
    return sheet;
  }

  #write(key: string, sheet: Sheet, pdf: Uint8Array): void {
    const { view, built, changed, took } = sheet;
    const file = join(this.#request.out, pdfName(view.issue, view.edition));
    replaceFile(file, pdf);
    const document = built!.set!.document;
    const pages = document.pages.map((page) => pageHash(page, document.images));
    const before = this.#pages.get(key);
    this.#pages.set(key, pages);
    const columns = [
      timeOfDay(),
      shown(file),
      pageCount(pages.length),
      seconds(took),
      ...(before ? [difference(before, pages), changed.join(", ")] : []),
    ];
    out(columns.filter((column) => column !== "").join("  "));
  }

  /** @param told What this pass has told of other issues: faults of what they share are told once. */
  #tell(sheets: readonly Sheet[], told: Set<string>): void {
    const all: readonly Diagnostic[] = sheets.flatMap(({ diagnostics }) => diagnostics);
    const found = all.filter((fault) => !told.has(JSON.stringify(fault)));
    for (const fault of found) told.add(JSON.stringify(fault));
    if (found.length === 0) return;
    tell(found, textsIn(sheets[0]!.office));
    if (hasErrors(found)) err(`${timeOfDay()}  ${say("the last good pages stay", "保留上一版 PDF")}`);
  }
}

function pagesSaid(pages: readonly number[]): string {
  if (pages.length === 0) return "–";
  return speech() === "zh" ? `第 ${pages.join("、")} 页` : `p. ${pages.join(", ")}`;
}

/** Which pages look different now, as `→ p. 2, 3`. */
function difference(before: readonly string[], now: readonly string[]): string {
  const pages = now.flatMap((hash, k) => (hash === before[k] ? [] : [k + 1]));
  if (pages.length === 0 && before.length === now.length) return say("no page changed", "版面未变");
  return `→ ${pagesSaid(pages)}${before.length > now.length ? ` (${before.length} → ${now.length})` : ""}`;
}
