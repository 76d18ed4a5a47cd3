/** A host that knows the project → a web server on this machine alone, which shows its pages and tells their changes. */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { editionName } from "../model/issue-number.ts";
import { HEADERS, refusal } from "./guard.ts";
import { Listeners } from "./listeners.ts";
import type {
  CursorPlace,
  Finding,
  Layer,
  LedPlace,
  OpenRequest,
  Project,
  SheetNews,
  ViewName,
} from "./protocol.ts";
import { isView, placeIn, viewOf } from "./requests.ts";
import { isSame, seal } from "./seal.ts";

export interface PreviewHost {
  project(): Project;
  /** The view's present state. */
  news(view: ViewName): Promise<SheetNews>;
  /** The file of a version that the news told of, null when it is too old; without a version that of the last good pages. */
  pdf(view: ViewName, version: string | null): Uint8Array | null;
  /** Of a version that the news told of; null when it is too old. */
  layer(view: ViewName, version: string): Promise<Layer | null>;
  /** What proofreading asks about in that version, which takes its time on a long issue; null when it is too old, or was set anew meanwhile. */
  proof(view: ViewName, version: string): Promise<readonly Finding[] | null>;
  /** Only for places in the project's own files. */
  open(place: OpenRequest): Promise<"opened" | "unknown-file" | "failed">;
  /**
   * What was saved in the file of the place is looked at anew.
   *
   * @returns The issue whose file it is, null within for one that all issues share; null for a file that no page is set from.
   */
  look(place: CursorPlace): { readonly issue: string | null } | null;
  /** Where a page that looks at the view is led; the view's news were asked for. */
  led(view: ViewName, place: CursorPlace): LedPlace;
}

/** A file of the page itself. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Preview {
  readonly url: string;
  /** Known to programs of this user alone: what they seal with it leads the pages. Another one for every server. */
  readonly key: string;
  /** Something was saved: everyone who looks at a view that changed is told. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Among the page's files: what an address that leads nowhere shows. */
export const MISSING = "/404.html";

const BODY_LIMIT = 4096;
/** What a program asks, to know the server by its answer: never the same again. */
const NONCE = /^[\w-]{32,64}$/;
const CONNECTIONS = 128;

/** @param assets The page's files by path; "/" holds `{{token}}` where the token goes. @param port 0 for any that is free. */
export async function startPreview(
  host: PreviewHost,
  assets: ReadonlyMap<string, Asset>,
  port: number,
): Promise<Preview> {
  const token = randomBytes(24).toString("base64url");
  const key = randomBytes(32).toString("base64url");
  const listeners = new Listeners();
  let ownPort = port;
  const server = createServer({ maxHeaderSize: 8192, requestTimeout: 15_000, headersTimeout: 8000 });
  server.maxConnections = CONNECTIONS;
  // The server itself drops a proxy's request and answers what is no request at all; an upgrade it would answer as if
  // it were none.
  server.on("upgrade", (_, socket) => socket.destroy());
  server.on("request", (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { method = "", url = "", headers, rawHeaders } = request;
    const refused = refusal({ method, url, headers, rawHeaders }, ownPort);
    if (refused !== null) return end(response, refused);
    answer(request, response).catch(() => end(response, 500));
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, "http://127.0.0.1");
    if (request.method === "POST") return act(request, response, url.pathname);
    const asset = url.pathname === MISSING ? undefined : assets.get(url.pathname);
    if (asset)
      return send(response, asset.type, url.pathname === "/" ? withToken(asset.bytes, token) : asset.bytes);
    if (url.pathname === "/api/project") return json(response, host.project());
    if (url.pathname === "/api/here") return here(response, url.searchParams.get("ask") ?? "");
    if (!url.pathname.startsWith("/api/")) return lost(request, response);
    const view = viewOf(url.searchParams);
    if (!view) return end(response, 404);
    if (url.pathname === "/api/events")
      return isView(view, host.project()) ? listen(response, view) : end(response, 404);
    const version = url.searchParams.get("version") ?? "";
    if (url.pathname === "/api/pdf") {
      const named = url.searchParams.get("version");
      // A tab that is loaded again has what was saved last, not what it was opened with.
      if (named === null && isView(view, host.project())) await host.news(view);
      const pdf = host.pdf(view, named);
      if (!pdf) return lost(request, response);
      response.setHeader(
        "Content-Disposition",
        `inline; filename*=UTF-8''${encodeURIComponent(editionName(view.issue, view.edition))}.pdf`,
      );
      return send(response, "application/pdf", pdf);
    }
    if (url.pathname === "/api/layer") {
      const layer = await host.layer(view, version);
      return layer ? json(response, layer) : end(response, 404);
    }
    if (url.pathname === "/api/proof") {
      const proof = await host.proof(view, version);
      return proof ? json(response, proof) : end(response, 404);
    }
    end(response, 404);
  };

  /** Someone who typed an address is led back. */
  const lost = (request: IncomingMessage, response: ServerResponse): void => {
    const page = request.headers.accept?.includes("text/html") ? assets.get(MISSING) : undefined;
    if (page) send(response, page.type, page.bytes, 404);
    else end(response, 404);
  };

  const listen = async (response: ServerResponse, view: ViewName): Promise<void> => {
    if (!listeners.add(response, view)) return end(response, 503);
    listeners.tell(response, "project", host.project());
    listeners.tellNews(response, await host.news(view));
    await listeners.leadTo(response);
  };

  /** The program that asks knows by the answer that this is the preview it means, before it says anything. */
  const here = (response: ServerResponse, asked: string): void => {
    if (NONCE.test(asked)) send(response, "text/plain; charset=utf-8", Buffer.from(seal(key, "here", asked)));
    else end(response, 404);
  };

  const act = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const isShow = path === "/api/show";
    if (!isShow && path !== "/api/open") return end(response, 404);
    const given = request.headers["x-shuanglan-token"];
    if (!isShow && !isSame(given, token)) return end(response, 403);
    if (request.headers["content-type"] !== "application/json") return end(response, 415);
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    if (isShow && !isSame(given, seal(key, "show", body))) return end(response, 403);
    const place = placeIn(body);
    if (!place) return end(response, 400);
    if (isShow) return lead(response, place);
    const outcome = await host.open(place);
    end(response, { opened: 204, "unknown-file": 404, failed: 502 }[outcome]);
  };

  /** Pages hear of what was saved just before, and then of the place in it. */
  const lead = async (response: ServerResponse, place: CursorPlace): Promise<void> => {
    const found = host.look(place);
    if (!found) return end(response, 404);
    await listeners.refresh(host);
    json(response, { pages: await listeners.lead(host, found.issue, place) });
  };

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  ownPort = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${ownPort}/`,
    key,
    refresh: () => listeners.refresh(host),
    close: () =>
      new Promise((resolve) => {
        listeners.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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

const json = (response: ServerResponse, value: unknown): void =>
  send(response, "application/json; charset=utf-8", Buffer.from(JSON.stringify(value), "utf8"));

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "Content-Length": 0, ...(status === 413 ? { Connection: "close" } : {}) });
  response.end();
}
