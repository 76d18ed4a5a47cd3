/** A request's head in → whether it may come in: from this machine's own page, in the forms that the page uses. */
import type { IncomingHttpHeaders } from "node:http";

export interface Head {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

/** Longest request target; the page's own are far shorter. */
const LONGEST_TARGET = 1024;
const READS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Another site in the same browser may send requests here, and a name of its own may lead to this address (DNS
 * rebinding): it can not choose Host, Origin and Sec-Fetch-Site.
 *
 * @returns The status to refuse it with; null when it may come in.
 */
export function refusal(head: Head, port: number): number | null {
  const { method, url, headers } = head;
  const hosts = head.rawHeaders.filter((name, k) => k % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length !== 1) return 400;
  const allowed = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!allowed.includes(headers.host ?? "")) return 421;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return 403;
  if (!fromOwnPage(head)) return 403;
  if (!READS.has(method) && method !== "POST") return 405;
  // POST acts: a browser always says from where.
  if (method === "POST" && origin === undefined) return 403;
  if (!url.startsWith("/") || url.startsWith("//")) return 400;
  if (url.length > LONGEST_TARGET) return 414;
  return null;
}

/** A link elsewhere may lead to the page itself, and to nothing else. */
function fromOwnPage({ url, headers, method }: Head): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return true;
  const isVisit = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return isVisit && method === "GET" && url.split("?")[0] === "/";
}

/** Nothing from elsewhere, nothing inline, no frame around the page, no referrer. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Cache-Control": "no-store",
};
