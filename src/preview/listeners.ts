/** Pages that look at views → each told, as Server-Sent Events, when its view has changed. */
import type { ServerResponse } from "node:http";
import type { Project, SheetNews, ViewName } from "./protocol.ts";

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
interface Source {
  project(): Project;
  news(view: ViewName): Promise<SheetNews>;
}

const keyOf = ({ issue, edition, theme }: ViewName): string => JSON.stringify([issue, edition, theme]);

export class Listeners {
  readonly #open = new Map<ServerResponse, Listener>();
  readonly #beat: NodeJS.Timeout;
  #project = "";

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

  close(): void {
    clearInterval(this.#beat);
    for (const response of this.#open.keys()) response.end();
  }
}
