/** A host that knows the project → a web server on this machine alone, which shows its pages and tells their changes. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Answers, type Assets, end } from "./answers.ts";
import { HEADERS, refusal } from "./guard.ts";
import type { PreviewHost } from "./host.ts";
import { Listeners } from "./listeners.ts";

export interface Preview {
  readonly url: string;
  /** Known to programs of this user alone: what they seal with it leads the pages. Another one for every server. */
  readonly key: string;
  /** Something was saved: everyone who looks at a view that changed is told. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

const CONNECTIONS = 128;

/**
 * @param port 0 for any that is free.
 * @param failed Told what was thrown while a request was answered, which the browser sees as status 500 alone.
 */
export async function startPreview(
  host: PreviewHost,
  assets: Assets,
  port: number,
  failed: (error: unknown) => void,
): Promise<Preview> {
  const listeners = new Listeners();
  const answers = new Answers(host, assets, listeners);
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
    if (refused !== null) end(response, refused);
    else
      answers.answer(request, response).catch((error: unknown) => {
        // A browser that went away while it was sending is no fault.
        if (error !== request.errored) failed(error);
        end(response, 500);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  ownPort = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${ownPort}/`,
    key: answers.key,
    refresh: () => listeners.refresh(host),
    close: () =>
      new Promise((resolve) => {
        listeners.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
