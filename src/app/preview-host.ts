/** A desk in → what its preview shows: the last good pages of every view, with what is wrong now. */

import { createHash, randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import { lineAt, placeOf, type Span } from "../base/span.ts";
import { type Overlay, overlayOf } from "../draw/overlay.ts";
import { pageHash } from "../draw/page-hash.ts";
import { issueFile, PUBLICATION_FILE } from "../model/content-files.ts";
import { plainText } from "../model/inline.ts";
import type { PreviewHost } from "../preview/host.ts";
import type {
  CursorPlace,
  Finding,
  Layer,
  LedPlace,
  OpenRequest,
  Project,
  SheetNews,
  ViewName,
} from "../preview/protocol.ts";
import { textAt } from "./cursor-place.ts";
import { describe } from "./describe.ts";
import { describeEnvironment } from "./describe-environment.ts";
import { type Desk, type Sheet, type View, viewKey } from "./desk.ts";
import { editorCall, startEditor } from "./editor.ts";
import { EnvironmentError, nextTurn } from "./effects.ts";
import { shown } from "./sources.ts";
import type { Wording } from "./wording.ts";

/** Something that a proofreader asks about, or a fault: what it is and where it was typed. */
export interface ProofMark {
  readonly severity: "error" | "warning";
  /** Name of the rule. */
  readonly code: string;
  readonly span: Span;
  readonly said: Wording;
}

/** Lets requests and saves go first. @returns Whether what is being made is still wanted. */
export type GoesOn = () => Promise<boolean>;

/** What proofreading has to say of a sheet, for its marks on the pages; null where it was given up. */
export type Proofread = (sheet: Sheet, goesOn: GoesOn) => Promise<readonly ProofMark[] | null>;

interface Good {
  readonly version: string;
  readonly sheet: Sheet;
  readonly pages: SheetNews["pages"];
}

/** Versions of a view at hand: a page may still be fetching the one before. */
const VERSIONS = 3;

const viewOf = ({ issue, edition, theme }: ViewName): View => ({ issue, edition, theme: theme || null });

export class DeskHost implements PreviewHost {
  readonly #desk: Desk;
  readonly #editor: string | null;
  readonly #proofread: Proofread | null;
  readonly #refused: (error: EnvironmentError) => void;
  readonly #boot = randomBytes(8).toString("hex");
  /** Of the views that the desk has at hand; the last good pages first. */
  readonly #good = new Map<string, readonly Good[]>();
  #name = { zh: "双栏", en: "Shuanglan" };
  #listed: Pick<Project, "issues" | "themes"> = { issues: [], themes: [] };

  /** @param refused Told what the machine refused; the pages tell it as a fault. */
  constructor(
    desk: Desk,
    editor: string | null,
    proofread: Proofread | null = null,
    refused: (error: EnvironmentError) => void = () => {},
  ) {
    this.#desk = desk;
    this.#editor = editor;
    this.#proofread = proofread;
    this.#refused = refused;
  }

  project(): Project {
    this.#list();
    return {
      name: this.#name,
      ...this.#listed,
      hasEditor: this.#editor !== null,
      hasProof: this.#proofread !== null,
      boot: this.#boot,
    };
  }

  async news(name: ViewName): Promise<SheetNews> {
    const view = viewOf(name);
    const sheet = await this.#desk.sheet(view).catch((error: unknown) => {
      if (!(error instanceof EnvironmentError)) throw error;
      this.#refused(error);
      return error;
    });
    if (sheet instanceof EnvironmentError) {
      const [good] = this.#good.get(viewKey(view)) ?? [];
      const findings = [refusalOf(sheet, "error")];
      return { ...pagesOf(name, good), isStale: !!good, findings, changed: [], took: 0 };
    }
    const unlisted = this.#list();
    this.#rename(sheet);
    const good = this.#goodOf(sheet);
    return {
      ...pagesOf(name, good),
      isStale: good !== null && good.sheet !== sheet,
      findings: [
        // The pages are those of now: it is the other issues that may be missing.
        ...(unlisted ? [refusalOf(unlisted, "warning")] : []),
        ...sheet.diagnostics.map((diagnostic) => findingOf(faultMark(diagnostic), sheet)),
      ],
      changed: sheet.changed,
      took: sheet.took,
    };
  }

  pdf(name: ViewName, version: string | null): Uint8Array | null {
    return this.#find(name, version)?.sheet.built?.pdf ?? null;
  }

  async layer(name: ViewName, version: string): Promise<Layer | null> {
    const good = this.#find(name, version);
    const set = good?.sheet.built?.set;
    if (!good || !set || !good.sheet.issue) return null;
    const overlay = overlayOf(good.sheet.issue, set.design, set.laid, set.document);
    return { overlay, files: filesOf(overlay, good.sheet) };
  }

  async proof(name: ViewName, version: string): Promise<readonly Finding[] | null> {
    const sheet = this.#find(name, version)?.sheet;
    if (!sheet) return null;
    if (!this.#proofread) return [];
    const marks = await this.#proofread(sheet, async () => {
      await nextTurn();
      await this.#desk.rest();
      return this.#good.get(viewKey(sheet.view))?.[0]?.version === version;
    });
    return marks?.map((mark) => findingOf(mark, sheet)) ?? null;
  }

  /** Only files that are on view now, or at fault. */
  async open({ file, line, column }: OpenRequest): Promise<"opened" | "unknown-file" | "failed"> {
    const sheets = [...this.#good.values()].flat().map(({ sheet }) => sheet);
    const known = sheets.some(({ office }) => office.files.has(file)) || this.#desk.hasRead(file);
    if (!known || this.#editor === null) return "unknown-file";
    const words = editorCall(this.#editor, { file: resolve(file), line, column });
    return (await startEditor(words)) ? "opened" : "failed";
  }

  look({ file }: CursorPlace): { readonly issue: string | null } | null {
    this.#list();
    const issue =
      file === PUBLICATION_FILE ? null : this.#listed.issues.find((name) => file === issueFile(name));
    if (issue === undefined) return null;
    this.#desk.doubt(this.#pathOf(file));
    return { issue };
  }

  led(name: ViewName, { file, line, column }: CursorPlace): LedPlace {
    const sheet = this.#good.get(viewKey(viewOf(name)))?.[0]?.sheet;
    const path = this.#pathOf(file);
    const text = sheet?.office.files.get(path)?.text;
    const pair =
      sheet?.issue && text !== undefined ? textAt(sheet.issue, path, text, { line, column }) : null;
    return { file: path, line, column, issue: file === PUBLICATION_FILE ? null : name.issue, pair };
  }

  /** As the desk's files have it. */
  #pathOf(file: string): string {
    return shown(join(this.#desk.content, file));
  }

  /** What the folders hold; what they held last where they can not be listed. @returns What stands in the way of it. */
  #list(): EnvironmentError | null {
    try {
      this.#listed = { issues: this.#desk.issues(), themes: this.#desk.themes() };
      return null;
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      this.#refused(error);
      return error;
    }
  }

  /** @param version Null for the last good pages. */
  #find(name: ViewName, version: string | null): Good | null {
    const known = this.#good.get(viewKey(viewOf(name))) ?? [];
    return known.find((good) => version === null || good.version === version) ?? null;
  }

  /** @returns The view's last good pages, the sheet's own if it has any. */
  #goodOf(sheet: Sheet): Good | null {
    const key = viewKey(sheet.view);
    const known = this.#good.get(key) ?? [];
    const document = sheet.built?.set?.document;
    if (!sheet.built?.pdf || !document || known[0]?.sheet === sheet) return known[0] ?? null;
    const version = versionOf(sheet, sheet.built.pdf);
    const pages = document.pages.map((page) => ({
      hash: pageHash(page, document.images),
      width: page.width,
      height: page.height,
    }));
    const good = { version, sheet, pages };
    this.#good.set(key, [good, ...known.filter((older) => older.version !== version)].slice(0, VERSIONS));
    for (const [other, [last]] of this.#good)
      if (last && !this.#desk.keeps(last.sheet.view)) this.#good.delete(other);
    return good;
  }

  #rename({ office }: Sheet): void {
    const { zh, en } = office.publication?.name ?? { zh: null, en: null };
    if (zh || en) this.#name = { zh: plainText((zh ?? en)!), en: plainText((en ?? zh)!) };
  }
}

const pagesOf = (view: ViewName, good: Good | null | undefined) => ({
  view,
  version: good?.version ?? "",
  pages: good?.pages ?? [],
});

/** A file or folder that can not be read now. */
function refusalOf({ path: file, reason }: EnvironmentError, severity: Finding["severity"]): Finding {
  const said = describeEnvironment(file, reason);
  const nowhere = { start: 0, end: 0, line: 0, column: 0, excerpt: null };
  return { severity, code: "refused", said, file, path: wholePath(file), ...nowhere };
}

/** Names the pages and the places that their lines were typed at. */
function versionOf({ office, files }: Sheet, pdf: Uint8Array): string {
  const hash = createHash("sha256").update(pdf);
  for (const file of files) hash.update(office.files.get(file)?.text ?? "");
  return hash.digest("base64url").slice(0, 20);
}

/** Longest stretch of a source line that is shown around a fault, before it and behind it. */
const AROUND = 28;

function faultMark(diagnostic: Diagnostic): ProofMark {
  const { code, severity, span } = diagnostic;
  return { code, severity, span, said: describe(diagnostic) };
}

function findingOf({ span, severity, code, said }: ProofMark, { office }: Sheet): Finding {
  const text = office.files.get(span.file)?.text ?? null;
  const { file, start, end } = span;
  const about = { severity, code, said, file, path: wholePath(file), start, end };
  if (text === null) return { ...about, line: 0, column: 0, excerpt: null };
  const { line, column } = placeOf(text, span.start);
  const whole = lineAt(text, span.start);
  const from = column - 1;
  const to = Math.min(whole.length, from + Math.max(1, span.end - span.start), from + 2 * AROUND);
  const before = (from > AROUND ? "…" : "") + whole.slice(Math.max(0, from - AROUND), from).trimStart();
  const behind = whole.slice(to, to + AROUND) + (whole.length > to + AROUND ? "…" : "");
  return { ...about, line, column, excerpt: [before, whole.slice(from, to), behind] };
}

/** As addresses have it, on every system. */
const wholePath = (file: string): string => resolve(file).replaceAll("\\", "/");

/** The files that lines on the pages were typed in. */
function filesOf(overlay: Overlay, { office }: Sheet): Layer["files"] {
  const names = new Set(overlay.pages.flatMap(({ texts }) => texts.flatMap(({ file }) => file ?? [])));
  return Object.fromEntries(
    [...names].map((name) => {
      const text = office.files.get(name)?.text ?? "";
      const lines = [0];
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.push(at + 1);
      return [name, { path: wholePath(name), lines }];
    }),
  );
}
