/** News of a view in → its pages on the screen: changed pages drawn anew in place, everything else left as it is. */
import type { Finding, Layer, SheetNews } from "../protocol.ts";
import { anchorAt, middleOf, type Point } from "./anchor.ts";
import { ChangedLines } from "./changed-lines.ts";
import { samePages } from "./changes.ts";
import { getLayer, getPdf, getProof } from "./connection.ts";
import { make, painted } from "./dom.ts";
import type { FoundLine, PlacedBox } from "./geometry.ts";
import { type LineOnPage, PageView } from "./page-view.ts";
import { Pdf } from "./pdf.ts";
import { Pictures } from "./pictures.ts";
import { type PlacedFinding, placeFindings } from "./placed-findings.ts";
import type { LayerName, Zoom } from "./settings.ts";
import { fittingScale, NATURAL, ROOM, withinBounds } from "./zoom.ts";

export interface ViewerHears {
  /** New pages or lines are there. */
  layer(): void;
  /** What proofreading asks about on them is there. */
  proof(): void;
  /** All pictures in sight show the version. @param pages Numbers of those drawn anew, from 1. */
  shown(news: SheetNews, pages: readonly number[]): void;
  scrolled(page: number): void;
  /** @param isUnseen Lines that a save changed were not in sight yet. */
  changed(isUnseen: boolean): void;
  zoomed(scale: number): void;
}

export class Viewer {
  readonly element = make("main", { class: "viewer", tabindex: "0" });
  readonly pages: PageView[] = [];
  layer: Layer | null = null;
  /** What proofreading asks about on these pages, as it was typed from the beginning on. */
  findings: readonly PlacedFinding[] = [];
  #pdf: Pdf | null = null;
  #news: SheetNews | null = null;
  /** Whose pictures are shown: newer ones than the news, where they were overtaken before their lines came. */
  #pictured: SheetNews | null = null;
  /** The version whose lines are shown. */
  lined = "";
  #zoom: Zoom = "width";
  #spread = false;
  #layers: readonly LayerName[] = [];
  #scale = NATURAL;
  #latest = "";
  #toTop = false;
  /** Pictures are magnified until the hand rests, not drawn at every size on the way. */
  #isPinched = false;
  readonly #hears: ViewerHears;
  readonly #book = make("div", { class: "book" });
  readonly #pictures = new Pictures(this.element);
  readonly #changed: ChangedLines;
  /** Whether the window goes to what a save has changed. */
  follows = false;

  constructor(hears: ViewerHears) {
    this.#hears = hears;
    this.#changed = new ChangedLines(this, hears.changed);
    this.element.append(this.#book);
    let waiting = 0;
    this.element.addEventListener("scroll", () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => {
        hears.scrolled(this.current());
        this.#changed.see();
        void this.#draw();
      });
    });
    new ResizeObserver(() => this.#resize()).observe(this.element);
    document.addEventListener("visibilitychange", () => this.#changed.see());
  }

  get scale(): number {
    return this.#scale;
  }

  get pdf(): Pdf | null {
    return this.#pdf;
  }

  /** Nothing of the view before is kept. @param toTop Nor is the place: it was one in another text. */
  clear(toTop: boolean): void {
    this.#toTop ||= toTop;
    this.#news = null;
    this.#pictured = null;
    this.lined = "";
    this.layer = null;
    this.findings = [];
    this.#latest = "";
  }

  /** First the pictures, as soon as they can be; then what lies over them. */
  async update(news: SheetNews): Promise<void> {
    const before = this.#news;
    if (news.version === "") return before ? undefined : this.#empty();
    // What is shown may be on the way to be overtaken, by a save that was taken back.
    const isWhole = news.version === before?.version && news.version === this.lined;
    this.#latest = news.version;
    if (isWhole && samePages(this.#pictured, news)) return;
    let old: Pdf | null = null;
    if (!samePages(this.#pictured, news)) {
      const data = await getPdf(news.view, news.version);
      const pdf = data && this.#isLatest(news) ? await Pdf.open(data) : null;
      if (!pdf) return;
      if (!this.#isLatest(news)) return pdf.close();
      old = this.#pdf;
      this.#pdf = pdf;
      this.#pictured = news;
      this.#fit(news);
      if (this.#toTop) this.element.scrollTop = 0;
      this.#toTop = false;
      await this.#draw();
      if (!this.#isLatest(news)) return old?.close();
    }
    this.#news = news;
    const changed = news.pages.flatMap(({ hash }, k) => (hash === before?.pages[k]?.hash ? [] : [k]));
    this.#hears.shown(news, before ? changed.map((k) => k + 1) : []);
    await painted();
    // Its fonts go with it, and the whole page is styled anew: after the picture, not before.
    old?.close();
    const layer = await getLayer(news.view, news.version);
    if (!layer || !this.#isLatest(news)) return;
    const lined = this.layer;
    this.layer = layer;
    this.lined = news.version;
    this.#write();
    if (!before || !lined) this.#changed.forget();
    else if (this.#changed.mark(lined.overlay, layer.overlay, changed) && this.follows)
      this.#changed.follow();
    this.#changed.see();
    this.#hears.layer();
    // On a long issue it takes longer than setting: the marks of the version before stand until then.
    const proof = await getProof(news.view, news.version);
    if (!proof || this.layer !== layer) return;
    this.findings = placeFindings(proof, layer.overlay.pages);
    this.#markFindings();
    this.#hears.proof();
  }

  /** The view has no pages yet: those of the view before are not its own. */
  #empty(): void {
    this.#pictures.stop();
    for (const page of this.pages.splice(0)) page.element.remove();
    this.#hears.layer();
    this.#hears.proof();
    this.#hears.scrolled(0);
  }

  /** Leads to lines that a save changed. */
  toChange(): void {
    this.#changed.lead();
  }

  #isLatest({ version }: SheetNews): boolean {
    return this.#latest === version;
  }

  /** As many places as there are pages, each of its page's size. */
  #fit(news: SheetNews): void {
    while (this.pages.length > news.pages.length) this.pages.pop()!.element.remove();
    while (this.pages.length < news.pages.length) {
      const page = new PageView(this.pages.length + 1);
      this.pages.push(page);
      this.#book.append(page.element);
    }
    news.pages.forEach(({ hash, width, height }, k) => {
      const page = this.pages[k]!;
      page.hash = hash;
      page.size(width, height);
    });
    this.#resize();
  }

  #write(): void {
    if (!this.layer) return;
    const { overlay } = this.layer;
    this.pages.forEach((page, k) => {
      const drawn = overlay.pages[k];
      if (!drawn) return;
      page.write(drawn);
      page.layers(overlay, drawn, this.#layers);
    });
    this.#markFindings();
  }

  #markFindings(): void {
    const findings = this.#layers.includes("proof") ? this.findings : [];
    this.mark(
      "proof",
      findings.flatMap(({ finding, parts }) => parts.map((part) => ({ ...part, class: finding.severity }))),
    );
  }

  /** Boxes of one meaning, on all pages; they replace those of the same meaning before. */
  mark(meaning: string, boxes: readonly (PlacedBox & { readonly class?: string })[]): void {
    for (const page of this.pages)
      page.mark(
        meaning,
        boxes.filter((one) => one.page === page.number),
      );
  }

  /** What proofreading found in a line. */
  proofOf({ line }: FoundLine): readonly Finding[] {
    return this.findings.flatMap(({ finding, parts }) =>
      parts.some((part) => part.line === line) ? [finding] : [],
    );
  }

  linesWhere(isOne: (found: FoundLine) => boolean): readonly LineOnPage[] {
    return this.pages.flatMap((page) => page.lines.filter(isOne).map((found) => ({ page, found })));
  }

  showLayers(layers: readonly LayerName[]): void {
    this.#layers = layers;
    this.#write();
  }

  setSpread(spread: boolean): void {
    this.#spread = spread;
    this.#book.classList.toggle("spread", spread);
    this.#resize();
  }

  /** @param at Between two fingers: it stays where it is. Else the middle of the window does, or the top of all pages. */
  zoomTo(zoom: Zoom, at: Point | null = null): void {
    this.#zoom = typeof zoom === "number" ? withinBounds(zoom) : zoom;
    this.#isPinched = at !== null;
    this.#resize(at);
  }

  #resize(at: Point | null = null): void {
    const scale = this.#scaleOf();
    if (scale === this.#scale && this.#book.style.getPropertyValue("--s") !== "") return void this.#draw();
    const isAtTop = at === null && this.element.scrollTop === 0;
    const point = at ?? middleOf(this.element);
    const anchor = anchorAt(this.pages, point, ROOM);
    this.#book.style.setProperty("--s", String(scale));
    this.#scale = scale;
    if (anchor) {
      const { page, down, across } = anchor;
      const { left, top, width, height } = page.element.getBoundingClientRect();
      this.element.scrollLeft += left + across * width - point.x;
      if (!isAtTop) this.element.scrollTop += top + down * height - point.y;
    }
    this.#hears.zoomed(scale);
    this.#changed.see();
    void this.#draw();
  }

  #scaleOf(): number {
    if (typeof this.#zoom === "number") return this.#zoom;
    const first = this.pages[0];
    if (!first) return NATURAL;
    return fittingScale(this.#zoom, this.element, first, this.#spread && this.pages.length > 1 ? 2 : 1);
  }

  /** Number from 1 of the page that takes most of the window's middle; of small ones, the first that is whole. */
  current(): number {
    const view = this.element.getBoundingClientRect();
    const small = ROOM + ((this.pages[0]?.height ?? 0) * this.#scale) / 2;
    const middle = view.top + Math.min(view.height * 0.4, small);
    const index = this.pages.findIndex(({ element }) => element.getBoundingClientRect().bottom >= middle);
    return index === -1 ? this.pages.length : index + 1;
  }

  /** To the next page or the one before; where two lie side by side, past both. */
  step(by: 1 | -1): void {
    const tops = this.pages.map(({ element }) => element.offsetTop);
    const here = tops[this.current() - 1] ?? 0;
    const there = by > 0 ? tops.find((top) => top > here) : tops.findLast((top) => top < here);
    this.goTo((there === undefined ? this.current() - 1 : tops.indexOf(there)) + 1);
  }

  /** @param page From 1. @param y From the top of the page, pt. */
  goTo(page: number, y = 0): void {
    const target = this.pages[page - 1]?.element;
    if (!target) return;
    const above = y > 0 ? this.element.clientHeight * 0.25 : ROOM / 2;
    const { top } = target.getBoundingClientRect();
    this.element.scrollTop += top - this.element.getBoundingClientRect().top + y * this.#scale - above;
  }

  /** Leads to what is to be seen from one side to the other. */
  goToBox({ page, box }: PlacedBox): void {
    this.goTo(page, box.y);
    const left = this.pages[page - 1]?.element.getBoundingClientRect().left;
    if (left === undefined) return;
    const from = left - this.element.getBoundingClientRect().left + box.x * this.#scale;
    const room = this.element.clientWidth - box.width * this.#scale;
    // What is in sight stays where it is; what is wider than the window is read from its beginning.
    if (from < 0 || from > room) this.element.scrollLeft += from - Math.max(ROOM, room / 2);
  }

  async #draw(): Promise<void> {
    if (this.#pdf && !this.#isPinched)
      await this.#pictures.draw(this.#pdf, this.pages, this.#scale * devicePixelRatio);
  }
}
