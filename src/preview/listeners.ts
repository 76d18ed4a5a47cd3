/** Pages that look at views → each told, as Server-Sent Events, when its view has changed or the editor's cursor leads it. */
import type { ServerResponse } from "node:http";
import type { PreviewHost } from "./host.ts";
import type { CursorPlace, SheetNews, ViewName } from "./protocol.ts";

/** Pages at once; more are a mistake or an attack. */
const MOST = 48;
/** Between signs of life, ms, so that a page notices a server that is gone. */
const BEAT = 15_000;

interface Listener {
  readonly view: ViewName;
  /** What it was told last, so that it is not told again. */
  last: string;
}

/** Where the news come from. */
type Source = Pick<PreviewHost, "project" | "news" | "led">;

/**
 * A place that no page was there to be led to waits so long for one, ms: a window that is behind others is told when it
 * is looked at.
 */
const AWAITS = 120_000;

/** A place that no page has been led to yet. */
interface Awaited {
  readonly source: Source;
  readonly issue: string | null;
  readonly place: CursorPlace;
}

const keyOf = ({ issue, edition, theme }: ViewName): string => JSON.stringify([issue, edition, theme]);

export class Listeners {
  readonly #open = new Map<ServerResponse, Listener>();
  readonly #beat: NodeJS.Timeout;
  #project = "";
  #awaited: Awaited | null = null;
  #forget: NodeJS.Timeout | undefined;

  constructor() {
    this.#beat = setInterval(() => {
      for (const response of this.#open.keys()) response.write(": here\n\n");
    }, BEAT);
    this.#beat.unref();
  }

  /** @returns False when there are too many. */
  add(response: ServerResponse, view: ViewName): boolean {
    if (this.#open.size >= MOST) return false;
    this.#open.set(response, { view, last: "" });
    response.on("close", () => this.#open.delete(response));
    response.writeHead(200, { "Content-Type": "text/event-stream", Connection: "keep-alive" });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    return true;
  }

  tell(response: ServerResponse, event: string, value: unknown): void {
    response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
  }

  tellNews(response: ServerResponse, news: SheetNews): void {
    const listener = this.#open.get(response);
    const said = JSON.stringify({ ...news, took: 0, changed: [] });
    if (!listener || listener.last === said) return;
    listener.last = said;
    this.tell(response, "sheet", news);
  }

  /** Views are asked for once each, however many look at them. */
  async refresh(source: Source): Promise<void> {
    const views = new Map([...this.#open.values()].map(({ view }) => [keyOf(view), view]));
    for (const [key, view] of views) {
      const news = await source.news(view);
      for (const [response, listener] of this.#open)
        if (keyOf(listener.view) === key) this.tellNews(response, news);
    }
    const project = JSON.stringify(source.project());
    if (project === this.#project) return;
    this.#project = project;
    for (const response of this.#open.keys()) this.tell(response, "project", source.project());
  }

  /**
   * Leads the pages that look at the issue, any of them where it is null. Where none does, the one that came last turns to it;
   * where there is no page, the next one does.
   *
   * @returns How many were led.
   */
  async lead(source: Source, issue: string | null, place: CursorPlace): Promise<number> {
    this.#await(null);
    const all = [...this.#open];
    const looking = issue === null ? all : all.filter(([, { view }]) => view.issue === issue);
    const led = looking.length > 0 ? looking : all.slice(-1);
    for (const [response, { view }] of led) await this.#lead(source, response, view, issue, place);
    if (led.length === 0) this.#await({ source, issue, place });
    return led.length;
  }

  /** A page came: it may be awaited. */
  async leadTo(response: ServerResponse): Promise<void> {
    const view = this.#open.get(response)?.view;
    if (!view || !this.#awaited) return;
    const { source, issue, place } = this.#awaited;
    this.#await(null);
    await this.#lead(source, response, view, issue, place);
  }

  async #lead(
    source: Source,
    response: ServerResponse,
    view: ViewName,
    issue: string | null,
    place: CursorPlace,
  ): Promise<void> {
    const next = { ...view, issue: issue ?? view.issue };
    await source.news(next);
    if (this.#open.has(response)) this.tell(response, "led", source.led(next, place));
  }

  #await(awaited: Awaited | null): void {
    clearTimeout(this.#forget);
    this.#awaited = awaited;
    if (awaited) this.#forget = setTimeout(() => this.#await(null), AWAITS).unref();
  }

  close(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#forget);
    for (const response of this.#open.keys()) response.end();
  }
}
