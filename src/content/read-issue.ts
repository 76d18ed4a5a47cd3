/** An issue's file and the publication in → the issue, every text with its place. */
import { type Diagnostic, hasErrors, type Result } from "../base/diagnostic.ts";
import type { SourceFile, Span } from "../base/span.ts";
import { dateIn } from "../model/calendar.ts";
import type { Article, Block, CalendarDate, Credit, Issue, Publication, TextPair } from "../model/issue.ts";
import { isNumbered } from "../model/issue-number.ts";
import { extraDashes } from "./check-articles.ts";
import { checkNotes, withoutUnread } from "./check-notes.ts";
import { longRows } from "./check-tables.ts";
import { crowds } from "./limits.ts";
import { readFile } from "./read-file.ts";
import { nearRoles, readImprint } from "./read-publication.ts";
import { oddBlankAround, TextReader } from "./read-text.ts";
import { validate } from "./validate.ts";
import {
  entryOf,
  isBlank,
  keyOf,
  listOf,
  type MapNode,
  mapOf,
  mapsOf,
  type Node,
  plainOf,
} from "./yaml-nodes.ts";

/** @param publication Null when its own file has faults: the issue's are found all the same. */
export const readIssue = (file: SourceFile, publication: Publication | null): Result<Issue> =>
  readFile(file, (root, found, typed) => issueOf(root, found, typed, publication));

function issueOf(
  root: MapNode,
  diagnostics: readonly Diagnostic[],
  file: SourceFile,
  publication: Publication | null,
): Result<Issue> {
  const name = publicationsName(root);
  if (name)
    return { value: null, diagnostics: [{ code: "misnamed-publication", severity: "error", span: name }] };
  const faults: Diagnostic[] = [
    ...diagnostics,
    ...extraDashes(root, file, validate(root, "issue")),
    ...emptyLists(root),
    ...longRows(root),
  ];
  const date = readDate(root, faults);
  checkNumber(root, file, faults);
  const texts = new TextReader();
  const imprint = readImprint(root, texts);
  faults.push(...imprint.faults);
  const articles = mapsOf(root, "articles").map((article) => readArticle(article, texts));
  const note = texts.optional(entryOf(root, "note"));
  const notes = readNotes(root, texts);
  faults.push(...texts.found);
  const ofNotes = checkNotes({ note, articles, notes, imprint: imprint.entries }, root);
  faults.push(...(hasErrors([...faults, ...ofNotes]) ? withoutUnread(ofNotes, file, articles) : ofNotes));
  faults.push(...crowds(note, articles, notes, root.span));
  if (publication) faults.push(...nearRoles(imprint.entries, publication.imprint));
  if (!publication || !date || hasErrors(faults)) return { value: null, diagnostics: faults };
  const replaced = new Map(imprint.entries.map((entry) => [entry.role, entry]));
  const kept = publication.imprint.map((entry) => replaced.get(entry.role) ?? entry);
  const added = imprint.entries.filter(
    (entry) => !publication.imprint.some(({ role }) => role === entry.role),
  );
  const issue: Issue = {
    publication: { ...publication, imprint: [...kept, ...added] },
    number: plainOf(root, "issue"),
    overall: Number(plainOf(root, "overall")),
    date,
    note,
    articles,
    notes,
    span: root.span,
    places: { number: spanOf(root, "issue"), overall: spanOf(root, "overall"), date: spanOf(root, "date") },
  };
  return { value: issue, diagnostics: faults };
}

/** Where a file that was meant for what every issue shares begins to show it: another name makes it an issue. */
function publicationsName(root: MapNode): Span | null {
  const has = (key: string) => entryOf(root, key) !== null;
  if (!has("name") || !has("publisher") || has("issue") || has("articles")) return null;
  return keyOf(root, "name")!.span;
}

const spanOf = (map: MapNode, key: string): Span => entryOf(map, key)?.span ?? map.span;

/** The issue's number names its file. */
function checkNumber(root: MapNode, file: SourceFile, faults: Diagnostic[]): void {
  const node = entryOf(root, "issue");
  if (node?.kind !== "text" || !isNumbered(node.text)) return;
  const name = file.path.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
  if (node.text !== name)
    faults.push({ code: "issue-not-file", severity: "error", span: node.span, issue: node.text, file: name });
}

/** A day of the calendar, read from the characters: no time zone is involved. */
function readDate(root: MapNode, faults: Diagnostic[]): CalendarDate | null {
  const node = entryOf(root, "date");
  if (node?.kind !== "text") return null;
  if (node.text === "") {
    faults.push({ code: "empty", severity: "error", span: node.span, path: "date" });
    return null;
  }
  const date = dateIn(node.text);
  if (date) return date;
  faults.push(
    oddBlankAround(node) ?? { code: "bad-date", severity: "error", span: node.span, text: node.text },
  );
  return null;
}

/** Lists that say nothing: an issue without articles, an article without a body. */
function emptyLists(root: MapNode): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (map: MapNode, key: string, path: string) => {
    const node = entryOf(map, key);
    const span = keyOf(map, key)?.span ?? map.span;
    if (node?.kind === "list" && node.items.length === 0)
      found.push({ code: "empty", severity: "error", span, path });
  };
  check(root, "articles", "articles");
  mapsOf(root, "articles").forEach((article, k) => {
    check(article, "body", `articles[${k}].body`);
    for (const part of mapsOf(article, "body")) {
      check(part, "list", "list");
      if (part.entries.length === 0)
        found.push({ code: "empty", severity: "error", span: part.span, path: `articles[${k}].body` });
      const table = mapOf(part, "table");
      if (table) for (const key of ["head", "rows"]) check(table, key, `table.${key}`);
    }
  });
  return found;
}

function readArticle(map: MapNode, texts: TextReader): Article {
  return {
    series: texts.optional(entryOf(map, "series")),
    title: texts.pair(entryOf(map, "title")),
    body: mapsOf(map, "body").map((part) => readBlock(part, texts)),
    credits: mapsOf(map, "credits").map(
      (credit): Credit => ({
        label: texts.pair(entryOf(credit, "label")),
        value: texts.pair(entryOf(credit, "value")),
      }),
    ),
    span: map.span,
  };
}

function readBlock(map: MapNode, texts: TextReader): Block {
  const { span } = map;
  const at = (key: string) => entryOf(map, key);
  // With nothing under it, its languages were typed beside it: that is told, and they are read all the same.
  const title = (node: Node) => texts.pair(isBlank(node) && map.entries.length > 1 ? map : node);
  const heading = at("heading");
  if (heading) return { kind: "heading", text: title(heading), span };
  const subheading = at("subheading");
  if (subheading) return { kind: "subheading", text: title(subheading), span };
  if (at("list")) {
    const items = listOf(map, "list").map((item) => texts.pair(item));
    return { kind: "list", ordered: plainOf(map, "ordered") === "true", items, span };
  }
  const quote = mapOf(map, "quote");
  if (quote)
    return { kind: "quote", text: texts.languages(quote), by: texts.optional(entryOf(quote, "by")), span };
  const figure = mapOf(map, "figure");
  if (figure) {
    const src = entryOf(figure, "src");
    return {
      kind: "figure",
      src: plainOf(figure, "src"),
      srcSpan: src?.span ?? span,
      alt: texts.pair(entryOf(figure, "alt")),
      caption: texts.optional(entryOf(figure, "caption")),
      span,
    };
  }
  const table = mapOf(map, "table");
  if (table) {
    const row = (nodes: readonly Node[]) => nodes.map((cell) => texts.cell(cell));
    return {
      kind: "table",
      caption: texts.optional(entryOf(table, "caption")),
      head: row(listOf(table, "head")),
      rows: listOf(table, "rows").map((cells) => row(cells.kind === "list" ? cells.items : [])),
      span,
    };
  }
  return { kind: "paragraph", text: texts.languages(map), span };
}

function readNotes(root: MapNode, texts: TextReader): ReadonlyMap<string, TextPair> {
  const notes = mapOf(root, "notes")?.entries ?? [];
  return new Map(notes.map(({ key, value }) => [key.text, texts.pair(value)]));
}
