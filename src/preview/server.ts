/** A host that knows the project → a web server on this machine alone, which shows its pages and tells their changes. */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { editionName } from "../model/issue-number.ts";
import { HEADERS, refusal } from "./guard.ts";
import { Listeners } from "./listeners.ts";
import type { Finding, Layer, OpenRequest, Project, SheetNews, ViewName } from "./protocol.ts";
import { isView, openRequestOf, viewOf } from "./requests.ts";

export interface PreviewHost {
  project(): Project;
  /** The view's present state. */
  news(view: ViewName): Promise<SheetNews>;
  /** Files of a version that the news told of; null when it is too old. */
  pdf(view: ViewName, version: string): Uint8Array | null;
  layer(view: ViewName, version: string): Promise<Layer | null>;
  /** What proofreading asks about in that version, which takes its time on a long issue; null when it is too old, or was set anew meanwhile. */
  proof(view: ViewName, version: string): Promise<readonly Finding[] | null>;
  /** Only for places in the project's own files. */
  open(place: OpenRequest): Promise<"opened" | "unknown-file" | "failed">;
}

/** A file of the page itself. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Preview {
  readonly url: string;
  /** Something was saved: everyone who looks at a view that changed is told. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Among the page's files: what an address that leads nowhere shows. */
export const MISSING = "/404.html";

const BODY_LIMIT = 4096;
const CONNECTIONS = 128;

/** @param assets The page's files by path; "/" holds `{{token}}` where the token goes. @param port 0 for any that is free. */
export async function startPreview(
  host: PreviewHost,
  assets: ReadonlyMap<string, Asset>,
  port: number,
): Promise<Preview> {
  const token = randomBytes(24).toString("base64url");
  const listeners = new Listeners();
  let ownPort = port;
  const server = createServer({ maxHeaderSize: 8192, requestTimeout: 15_000, headersTimeout: 8000 });
  server.maxConnections = CONNECTIONS;
  server.on("upgrade", (_, socket) => socket.destroy());
  server.on("connect", (_, socket) => socket.destroy());
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const status = error.code === "HPE_HEADER_OVERFLOW" ? "431 Headers Too Large" : "400 Bad Request";
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  });
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
    if (!url.pathname.startsWith("/api/")) return lost(request, response);
    const view = viewOf(url.searchParams);
    if (!view) return end(response, 404);
    if (url.pathname === "/api/events")
      return isView(view, host.project()) ? listen(response, view) : end(response, 404);
    const version = url.searchParams.get("version") ?? "";
    if (url.pathname === "/api/pdf") {
      const pdf = host.pdf(view, version);
      if (!pdf) return end(response, 404);
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
  };

  const act = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (path !== "/api/open") return end(response, 404);
    if (!isSame(request.headers["x-shuanglan-token"], token)) return end(response, 403);
    if (request.headers["content-type"] !== "application/json") return end(response, 415);
    const body = await bodyOf(request);
    if (body === null) return end(response, 413);
    const place = openRequestOf(body);
    if (!place) return end(response, 400);
    const outcome = await host.open(place);
    end(response, { opened: 204, "unknown-file": 404, failed: 502 }[outcome]);
  };

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  ownPort = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${ownPort}/`,
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

function isSame(given: string | readonly string[] | undefined, token: string): boolean {
  // A header's characters are bytes.
  if (typeof given !== "string" || given.length !== token.length) return false;
  return timingSafeEqual(Buffer.from(given, "latin1"), Buffer.from(token, "latin1"));
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
