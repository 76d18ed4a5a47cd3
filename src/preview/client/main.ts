/** The page: settings and news in → everything on the screen. */
import type { Finding, Project, SheetNews } from "../protocol.ts";
import { Connection, firstProject, NO_PROJECT, pdfAddress } from "./connection.ts";
import { EditorCursor } from "./editor-cursor.ts";
import { Help } from "./help.ts";
import { listenToKeys } from "./keys.ts";
import { Lines } from "./lines-layer.ts";
import { listenToPinches } from "./pinch.ts";
import { PlaceBar, stretchNote } from "./place-bar.ts";
import { Problems } from "./problems.ts";
import { ProofPanel } from "./proof-panel.ts";
import { SearchBar } from "./search-bar.ts";
import { keepPlace, keepSettings, keptPlace, openSettings, type Settings, withTheme } from "./settings.ts";
import { Sidebar } from "./sidebar.ts";
import { singleKeys } from "./single-keys.ts";
import { Toolbar } from "./toolbar.ts";
import { Viewer } from "./viewer.ts";
import { counted, LOCALE, say, speak, updated } from "./words.ts";

const settings: Settings = openSettings();
let project: Project = NO_PROJECT;
let news: SheetNews | null = null;

const viewer = new Viewer({
  layer: () => {
    search.refresh();
    lines.refresh();
    sidebar.refresh();
    cursor.settle(news?.version ?? null);
  },
  proof: () => {
    proof.refresh();
    lines.refresh();
  },
  shown: (shown, pages) => {
    document.documentElement.dataset.version = shown.version;
    comeBack();
    tellState(shown, pages);
    toolbar.at(viewer.current(), viewer.pages.length);
  },
  scrolled: (page) => {
    toolbar.at(page, viewer.pages.length);
    sidebar.at(page);
  },
  changed: (isUnseen) => places.changed(isUnseen),
  zoomed: (scale) => toolbar.zoomed(scale),
});
const toolbar = new Toolbar({
  change,
  zoomBy,
  goTo: (page) => {
    viewer.goTo(Math.min(viewer.pages.length, Math.max(1, page)));
    toolbar.at(viewer.current(), viewer.pages.length);
  },
  toPages,
  search: openSearch,
  pdf: openPdf,
  help: () => help.open(),
});
const sidebar = new Sidebar(viewer, { change, goTo: (page, y) => viewer.goTo(page, y), closed: toPages });
const search = new SearchBar(viewer, () => settings.view.issue);
const problems = new Problems(openFinding, toPages);
const proof = new ProofPanel(viewer, {
  walked: ({ file, path, line, column }) => places.show({ file, path, line, column }),
  chosen: openFinding,
  opened: () => problems.close(),
  closed: toPages,
  changed: () => places.proof(proof.summary(), proof.isOpen),
});
const places = new PlaceBar({
  toChange: () => viewer.toChange(),
  showFaults: () => {
    proof.close();
    problems.toggle();
  },
  showProof: () => proof.toggle(),
  toPages,
});
const help = new Help({ isOn: () => settings.singleKeys, turn: (singleKeys) => change({ singleKeys }) });
const connection = new Connection({
  project: (now) => {
    // A server that was started anew has another token: the page begins anew, and is where it was.
    if (project.boot !== "" && now.boot !== project.boot) return location.reload();
    const isSame = JSON.stringify(now) === JSON.stringify(project);
    project = now;
    places.hasEditor = project.hasEditor;
    const first = project.issues.at(-1);
    if (settings.view.issue === "" && first) return change({ view: { ...settings.view, issue: first } });
    if (!isSame) drawWords();
  },
  news: (now) => void hear(now),
  led: (place) => {
    cursor.hear(place);
    const issue = place.issue ?? settings.view.issue;
    if (issue !== settings.view.issue) change({ view: { ...settings.view, issue } });
    cursor.settle(news?.version ?? null);
  },
  connected: (is) => {
    const wasAway = document.documentElement.hasAttribute("data-away");
    document.documentElement.toggleAttribute("data-away", !is);
    if (!is) places.tell(() => say("connecting"));
    else if (wasAway && news) tellState(news, []);
  },
  lost: () => places.tell(() => say(settings.view.issue === "" ? "noIssues" : "noIssue")),
});

const lines = new Lines(viewer, {
  chosen: (place) => places.choose(place),
  pointed: (found) => {
    const { layers, tongue } = settings;
    const glue = found && layers.includes("glue") ? stretchNote(found.line.stretch) : [];
    const proof = found && layers.includes("proof") ? viewer.proofOf(found) : [];
    places.point([...proof.map(({ said }) => said[tongue]), ...glue]);
  },
});

const cursor = new EditorCursor(lines, viewer, places, problems);

async function hear(now: SheetNews): Promise<void> {
  const wasBroken = problems.hasErrors();
  news = now;
  problems.update(now);
  places.faults(problems.summary(), problems.hasErrors());
  document.documentElement.toggleAttribute("data-stale", now.isStale);
  if (problems.hasErrors() && !wasBroken) proof.close();
  if (problems.hasErrors()) places.tell(() => say(now.version === "" ? "noPages" : "stale"));
  else if (wasBroken) places.tell(() => say("mended"));
  await viewer.update(now);
}

function tellState(shown: SheetNews, pages: readonly number[]): void {
  if (problems.hasErrors()) return;
  const first = shown.changed.length > 3 || document.documentElement.dataset.seen === undefined;
  document.documentElement.dataset.seen = "";
  const what = () => (pages.length > 0 ? updated(pages) : say("unchanged"));
  places.tell(() => (first ? counted(viewer.pages.length) : `${what()} · ${Math.round(shown.took)} ms`));
}

/** @param isVisited The browser has come to its address already. */
function change(now: Partial<Settings>, isVisited = false): void {
  const before = { ...settings };
  Object.assign(settings, now);
  if (settings.view !== before.view) settings.view = withTheme(settings.view, project);
  const isOtherIssue = settings.view.issue !== before.view.issue;
  keepSettings(settings, isOtherIssue && before.view.issue !== "" && !isVisited);
  if (settings.view !== before.view) look(isOtherIssue);
  if (settings.zoom !== before.zoom) viewer.zoomTo(settings.zoom);
  if (settings.spread !== before.spread) viewer.setSpread(settings.spread);
  if (settings.layers !== before.layers) viewer.showLayers(settings.layers);
  viewer.follows = settings.follow;
  if (settings.follow !== before.follow) places.tell(() => say(settings.follow ? "followed" : "unfollowed"));
  drawWords();
}

/** Begins to look at another view; its pages take the place of these when they come. */
function look(isOtherIssue = false): void {
  delete document.documentElement.dataset.seen;
  news = null;
  viewer.clear(isOtherIssue);
  proof.await();
  if (isOtherIssue) {
    proof.forget();
    lines.forget();
    places.forget();
  }
  places.tell(() => say("loading"));
  document.title = `${settings.view.issue} · ${project.name[settings.tongue]}`;
  connection.watch(settings.view);
}

function drawWords(): void {
  speak(settings.tongue);
  const { dataset } = document.documentElement;
  document.documentElement.lang = LOCALE[settings.tongue];
  dataset.look = settings.look;
  dataset.layers = settings.layers.join(" ");
  document.title = `${settings.view.issue} · ${project.name[settings.tongue]}`;
  document.body.dataset.print = say("printNote");
  viewer.element.setAttribute("aria-label", say("pages"));
  for (const page of viewer.pages) page.name();
  toolbar.draw(settings, project);
  toolbar.at(viewer.current(), viewer.pages.length);
  sidebar.draw(settings);
  search.draw();
  problems.draw();
  proof.draw();
  places.draw();
  places.faults(problems.summary(), problems.hasErrors());
}

function zoomBy(factor: number): void {
  change({ zoom: viewer.scale * factor });
}

function toPages(): void {
  viewer.element.focus({ preventScroll: true });
}

/** Pages of an earlier save stand where they are: what is told now may not be on them, or elsewhere. */
function openFinding({ file, path, line, column, start, end }: Finding): void {
  if (news && !news.isStale) lines.show(file, start, end);
  places.choose({ file, path, line: Math.max(1, line), column: Math.max(1, column) });
}

/** The open menu would lie over it. */
function openSearch(): void {
  toolbar.fold();
  search.open();
}

/** One panel at a time, then the mark of an editor's cursor. The keyboard goes on where the panel was opened, or at the pages. */
function fold(): void {
  if (toolbar.fold()) return;
  if (!search.element.hidden) search.close();
  else if (proof.isOpen) proof.close();
  else if (!problems.element.hidden) problems.close();
  else if (sidebar.standsOver()) change({ sidebar: null });
  else lines.leave();
}

function openPdf(): void {
  if (news?.version) window.open(pdfAddress(news.view), "_blank", "noopener");
  if (news?.version && news.isStale) places.tell(() => say("stalePdf"));
}

listenToPinches(viewer.element, {
  zoomBy: (factor, at) => viewer.zoomTo(viewer.scale * factor, at),
  rested: () => {
    viewer.zoomTo(viewer.scale);
    change({ zoom: viewer.scale });
  },
});
listenToKeys({
  keys: singleKeys({
    viewer,
    proof,
    settings,
    project: () => project,
    change,
    zoomBy,
    search: openSearch,
    help: () => help.open(),
  }),
  isOff: () => !settings.singleKeys,
  search: openSearch,
  print: openPdf,
  toPages,
  fold,
  isCovered: () => help.element.open,
});
/** An address that was typed, or chosen among the visited ones, in a page that is open already. */
window.addEventListener("hashchange", () => {
  const { view } = openSettings();
  if (project.issues.includes(view.issue)) change({ view }, true);
  else keepSettings(settings);
});
// `beforeunload` comes with every source that another program opens, too, and the page stays.
window.addEventListener("pagehide", () => keepPlace(settings.view, viewer.element.scrollTop));

/** After the page was loaded anew it is where it was. */
function comeBack(): void {
  const top = keptPlace(settings.view);
  if (top !== null) viewer.element.scrollTop = top;
}

async function begin(): Promise<void> {
  document.body.append(
    toolbar.element,
    sidebar.element,
    viewer.element,
    search.element,
    problems.element,
    proof.element,
    proof.told,
    places.element,
    help.element,
  );
  speak(settings.tongue);
  project = await firstProject(() => places.tell(() => say("connecting")));
  places.hasEditor = project.hasEditor;
  const { view } = settings;
  if (!project.issues.includes(view.issue)) settings.view = { ...view, issue: project.issues.at(-1) ?? "" };
  settings.view = withTheme(settings.view, project);
  viewer.zoomTo(settings.zoom);
  viewer.setSpread(settings.spread);
  viewer.showLayers(settings.layers);
  viewer.follows = settings.follow;
  drawWords();
  keepSettings(settings);
  look();
}

void begin();
