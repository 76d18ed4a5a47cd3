/** A request that may come in → its answer: a file of the page, what the host knows, or what it is asked to do. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { editionName } from "../model/issue-number.ts";
import type { PreviewHost } from "./host.ts";
import type { Listeners } from "./listeners.ts";
import type { CursorPlace, ViewName } from "./protocol.ts";
import { isView, placeIn, viewIn } from "./requests.ts";
import { isSame, seal } from "./seal.ts";

/** A file of the page itself. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The page's files by path; "/" holds `{{token}}` where the token goes. */
export type Assets = ReadonlyMap<string, Asset>;

/** Among the page's files: what an address that leads nowhere shows. */
export const MISSING = "/404.html";

const BODY_LIMIT = 4096;
/** What a program asks, to know the server by its answer: never the same again. */
const NONCE = /^[\w-]{32,64}$/;

export class Answers {
  /** Known to programs of this user alone. */
  readonly key = randomBytes(32).toString("base64url");
  /** Known to the page alone. */
  readonly #token = randomBytes(24).toString("base64url");
  readonly #host: PreviewHost;
  readonly #assets: Assets;
  readonly #listeners: Listeners;

  constructor(host: PreviewHost, assets: Assets, listeners: Listeners) {
    this.#host = host;
    this.#assets = assets;
    this.#listeners = listeners;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url!, "http://127.0.0.1");
    if (request.method === "POST") return this.#act(request, response, pathname);
    const asset = pathname === MISSING ? undefined : this.#assets.get(pathname);
    if (asset)
      return send(response, asset.type, pathname === "/" ? withToken(asset.bytes, this.#token) : asset.bytes);
    if (pathname === "/api/project") return json(response, this.#host.project());
    if (pathname === "/api/here") return this.#here(response, query.get("ask") ?? "");
    if (!pathname.startsWith("/api/")) return this.#lost(request, response);
    const view = viewIn(query);
    if (!view) return end(response, 404);
    const version = query.get("version");
    switch (pathname) {
      case "/api/events":
        return this.#listen(response, view);
      case "/api/pdf":
        return this.#pdf(request, response, view, version);
      case "/api/layer":
        return json(response, await this.#host.layer(view, version ?? ""));
      case "/api/proof":
        return json(response, await this.#host.proof(view, version ?? ""));
      default:
        return end(response, 404);
    }
  }

  /** Someone who typed an address is led back. */
  #lost({ headers }: IncomingMessage, response: ServerResponse): void {
    const page = headers.accept?.includes("text/html") ? this.#assets.get(MISSING) : undefined;
    if (page) send(response, page.type, page.bytes, 404);
    else end(response, 404);
  }

  /** The program that asks knows by the answer that this is the preview it means, before it says anything. */
  #here(response: ServerResponse, asked: string): void {
    if (NONCE.test(asked))
      send(response, "text/plain; charset=utf-8", Buffer.from(seal(this.key, "here", asked)));
    else end(response, 404);
  }

  async #listen(response: ServerResponse, view: ViewName): Promise<void> {
    if (!isView(view, this.#host.project())) return end(response, 404);
    if (!this.#listeners.add(response, view)) return end(response, 503);
    this.#listeners.tell(response, "project", this.#host.project());
    this.#listeners.tellNews(response, await this.#host.news(view));
    await this.#listeners.leadTo(response);
  }

  async #pdf(
    request: IncomingMessage,
    response: ServerResponse,
    view: ViewName,
    version: string | null,
  ): Promise<void> {
    // A tab that is loaded again has what was saved last, not what it was opened with.
    if (version === null && isView(view, this.#host.project())) await this.#host.news(view);
    const pdf = this.#host.pdf(view, version);
    if (!pdf) return this.#lost(request, response);
    const name = encodeURIComponent(editionName(view.issue, view.edition));
    response.setHeader("Content-Disposition", `inline; filename*=UTF-8''${name}.pdf`);
    send(response, "application/pdf", pdf);
  }

  /** Opens a place in the editor for the page, or leads the pages to one for another program. */
  async #act(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const isShow = path === "/api/show";
    if (!isShow && path !== "/api/open") return end(response, 404);
    const given = request.headers["x-shuanglan-token"];
    if (!isShow && !isSame(given, this.#token)) return end(response, 403);
    if (request.headers["content-type"] !== "application/json") return end(response, 415);
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    if (isShow && !isSame(given, seal(this.key, "show", body))) return end(response, 403);
    const place = placeIn(body);
    if (!place) return end(response, 400);
    if (isShow) return this.#lead(response, place);
    const outcome = await this.#host.open(place);
    end(response, { opened: 204, "unknown-file": 404, failed: 502 }[outcome]);
  }

  /** Pages hear of what was saved just before, and then of the place in it. */
  async #lead(response: ServerResponse, place: CursorPlace): Promise<void> {
    const found = this.#host.look(place);
    if (!found) return end(response, 404);
    await this.#listeners.refresh(this.#host);
    json(response, { pages: await this.#listeners.lead(this.#host, found.issue, place) });
  }
}

function withToken(page: Uint8Array, token: string): Uint8Array {
  return Buffer.from(Buffer.from(page).toString("utf8").replace("{{token}}", token), "utf8");
}

/** @returns Null when it is larger than anything the page sends. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_LIMIT) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, type: string, bytes: Uint8Array, status = 200): void {
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length });
  response.end(bytes);
}

/** @param value Null where there is none. */
function json(response: ServerResponse, value: unknown): void {
  if (value === null) end(response, 404);
  else send(response, "application/json; charset=utf-8", Buffer.from(JSON.stringify(value), "utf8"));
}

export function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "Content-Length": 0, ...(status === 413 ? { Connection: "close" } : {}) });
  response.end();
}
