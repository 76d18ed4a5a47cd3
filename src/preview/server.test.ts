import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Asset } from "./answers.ts";
import type { PreviewHost } from "./host.ts";
import type { CursorPlace, LedPlace, OpenRequest, Project, SheetNews, ViewName } from "./protocol.ts";
import { seal } from "./seal.ts";
import { type Preview, startPreview } from "./server.ts";

const PAGE = '<!doctype html><meta name="token" content="{{token}}">';
const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ["/", { type: "text/html; charset=utf-8", bytes: Buffer.from(PAGE) }],
  ["/preview.js", { type: "text/javascript; charset=utf-8", bytes: Buffer.from("1") }],
]);

class FixtureHost implements PreviewHost {
  opened: OpenRequest[] = [];
  asked: ViewName[] = [];
  version = "v1";
  issues = ["2025-01"];
  looked: CursorPlace[] = [];

  project(): Project {
    return {
      name: { zh: "刊", en: "P" },
      issues: this.issues,
      themes: ["briefing"],
      hasEditor: true,
      hasProof: false,
      boot: "b",
    };
  }

  news(view: ViewName): Promise<SheetNews> {
    this.asked.push(view);
    const rest = { pages: [], isStale: false, findings: [], changed: [], took: 1 };
    return Promise.resolve({ view, version: this.version, ...rest });
  }

  pdf({ issue }: ViewName, version: string | null): Uint8Array | null {
    const isAtHand = version === null ? issue === "2025-01" : version === this.version;
    return isAtHand ? Buffer.from(`%PDF ${this.version}`) : null;
  }

  async proof(): Promise<null> {
    return null;
  }
  async layer(): Promise<null> {
    return null;
  }

  open(place: OpenRequest): Promise<"opened" | "unknown-file" | "failed"> {
    this.opened.push(place);
    return Promise.resolve(place.file === "content/2025-01.yaml" ? "opened" : "unknown-file");
  }

  look(place: CursorPlace): { readonly issue: string | null } | null {
    this.looked.push(place);
    const { file } = place;
    if (file === "publication.yaml") return { issue: null };
    return file.startsWith("2025-0") ? { issue: file.replace(".yaml", "") } : null;
  }

  led({ issue }: ViewName, place: CursorPlace): LedPlace {
    return { ...place, issue, pair: 0 };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let host: FixtureHost;
let preview: Preview;
let faults: unknown[];
let port: number;

beforeEach(async () => {
  host = new FixtureHost();
  faults = [];
  preview = await startPreview(host, ASSETS, 0, (error) => faults.push(error));
  port = Number(new URL(preview.url).port);
});
afterEach(() => preview.close());

const VIEW = "issue=2025-01&edition=zh&theme=";

function ask(
  path: string,
  given: {
    method?: string;
    headers?: Record<string, string | string[]>;
    body?: string;
    until?: (request: ClientRequest) => void;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = given;
    const request = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: text }),
        );
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** Bytes as they are → the status line of what comes back; "" when the connection is dropped. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
      socket.end();
    });
    socket.on("close", () => resolve(text.split("\r\n")[0]!));
    socket.on("error", () => resolve(""));
  });
}

const own = () => `http://127.0.0.1:${port}`;

async function token(): Promise<string> {
  return /content="([^"]+)"/.exec((await ask("/")).body)![1]!;
}

const place = JSON.stringify({ file: "content/2025-01.yaml", line: 3, column: 1 });

const open = async (headers: Record<string, string>, body = place) =>
  ask("/api/open", {
    method: "POST",
    headers: { Origin: own(), "Content-Type": "application/json", ...headers },
    body,
  });

describe("the page and its files", () => {
  test("come with headers that let nothing else in", async () => {
    const { status, headers } = await ask("/");
    expect(status).toBe(200);
    const policy = headers["content-security-policy"]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("every refusal has them too", async () => {
    for (const path of ["/nothing", "/api/nothing", "/api/pdf"])
      expect((await ask(path)).headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("the token is another one every time the server starts", async () => {
    const first = await token();
    expect(first.length).toBeGreaterThanOrEqual(32);
    await preview.close();
    preview = await startPreview(host, ASSETS, 0, (error) => faults.push(error));
    port = Number(new URL(preview.url).port);
    expect(await token()).not.toBe(first);
  });

  test.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/preview.js/../../package.json",
    "/..\\..\\package.json",
    "/preview.js%00.yaml",
    "/preview.js/",
    "//127.0.0.1/etc/passwd",
    "/file:///etc/passwd",
    "/content/2025-01.yaml",
    "/dist/preview/preview.js",
    "/.git/config",
  ])("%s leads nowhere", async (path) => {
    const status = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    expect(status).toMatch(/ (?:400|404) /);
  });
});

describe("who may ask", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "[::1]", "0.0.0.0"])(
    "a foreign Host %s is refused, as DNS rebinding sends it",
    async (name) => {
      const { status, body } = await ask("/", { headers: { Host: name } });
      expect(status).toBe(421);
      expect(body).toBe("");
    },
  );

  test("this machine's own names are taken, with the server's port", async () => {
    expect((await ask("/", { headers: { Host: `localhost:${port}` } })).status).toBe(200);
    expect((await ask("/", { headers: { Host: `localhost:${port + 1}` } })).status).toBe(421);
  });

  test("no Host, two Hosts, a Host in the request's target", async () => {
    expect(await raw("GET / HTTP/1.0\r\n\r\n")).toContain("400");
    const two = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n\r\n`;
    expect(await raw(two)).toContain("400");
    const absolute = `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
    expect(await raw(absolute)).toContain("400");
  });

  test.each(["http://evil.example", "null", "https://127.0.0.1", "http://localhost.evil.example"])(
    "a foreign Origin %s is refused",
    async (origin) => {
      for (const path of ["/", "/api/project", `/api/events?${VIEW}`])
        expect((await ask(path, { headers: { Origin: origin } })).status).toBe(403);
    },
  );

  test("what a browser says comes from another site is refused, but for a link to the page itself", async () => {
    const cross = { "Sec-Fetch-Site": "cross-site" };
    expect((await ask("/api/project", { headers: cross })).status).toBe(403);
    expect((await ask("/preview.js", { headers: { ...cross, "Sec-Fetch-Mode": "no-cors" } })).status).toBe(
      403,
    );
    const visit = { ...cross, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
    expect((await ask("/", { headers: visit })).status).toBe(200);
    expect((await ask("/api/project", { headers: visit })).status).toBe(403);
    expect((await ask("/", { headers: { ...visit, "Sec-Fetch-Dest": "iframe" } })).status).toBe(403);
  });

  test("nobody on another address of this machine gets an answer", async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === "IPv4");
    if (!outer) return;
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect(port, outer.address, () => resolve(true));
      socket.on("error", () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])("%s is no way to ask", async (method) => {
    expect((await ask("/api/project", { method })).status).toBe(405);
  });

  test("a proxy's request and an upgrade are dropped", async () => {
    expect(await raw("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n")).toBe("");
    const upgrade = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(await raw(upgrade)).toBe("");
  });
});

describe("opening the editor", () => {
  test("works with the page's token, from the page itself", async () => {
    expect((await open({ "X-Shuanglan-Token": await token() })).status).toBe(204);
    expect(host.opened).toEqual([{ file: "content/2025-01.yaml", line: 3, column: 1 }]);
  });

  test("is refused without the token, with another, with a part of it, and without an Origin", async () => {
    const right = await token();
    expect((await open({})).status).toBe(403);
    expect((await open({ "X-Shuanglan-Token": "x".repeat(right.length) })).status).toBe(403);
    expect((await open({ "X-Shuanglan-Token": right.slice(0, -1) })).status).toBe(403);
    expect((await open({ "X-Shuanglan-Token": `é${right.slice(1)}` })).status).toBe(403);
    const without = { "Content-Type": "application/json", "X-Shuanglan-Token": right };
    expect((await ask("/api/open", { method: "POST", headers: without, body: place })).status).toBe(403);
    expect(host.opened).toEqual([]);
  });

  test("is refused in the form that a page elsewhere can send without asking", async () => {
    const right = await token();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expect((await open({ "X-Shuanglan-Token": right, "Content-Type": type })).status).toBe(415);
    expect((await ask("/api/open")).status).toBe(404);
    expect(host.opened).toEqual([]);
  });

  test.each([
    "",
    "[]",
    "null",
    "{",
    '{"file":1,"line":1,"column":1}',
    '{"file":"a","line":"1; rm -rf","column":1}',
    '{"file":"a","line":-1,"column":1}',
    '{"file":"a","line":1.5,"column":1}',
    '{"file":"a","line":1e9,"column":1}',
  ])("%j says no place", async (body) => {
    expect((await open({ "X-Shuanglan-Token": await token() }, body)).status).toBe(400);
    expect(host.opened).toEqual([]);
  });

  test("a file that is not on the pages is not opened", async () => {
    const secret = JSON.stringify({ file: "/etc/passwd", line: 1, column: 1 });
    expect((await open({ "X-Shuanglan-Token": await token() }, secret)).status).toBe(404);
  });
});

/** A page that looks at an issue, and what it is told. */
async function pageOf(issue: string) {
  let told = "";
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    told += chunk;
  });
  onTestFinished(() => void socket.destroy());
  const query = `issue=${issue}&edition=zh&theme=`;
  socket.write(`GET /api/events?${query} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await expect.poll(() => told).toContain("event: sheet");
  /** Lines and issues that it is led to. */
  return () =>
    [...told.matchAll(/event: led\ndata: (.*)/g)]
      .map((match) => JSON.parse(match[1]!) as LedPlace)
      .map(({ line, issue: to }) => [line, to]);
}

const cursor = (line: number, file = "2025-01.yaml") => JSON.stringify({ file, line, column: 1 });

const lead = (body: string, headers: Record<string, string> = {}) =>
  ask("/api/show", {
    method: "POST",
    headers: {
      Origin: own(),
      "Content-Type": "application/json",
      "X-Shuanglan-Token": seal(preview.key, "show", body),
      ...headers,
    },
    body,
  });

describe("leading the pages by an editor's cursor", () => {
  test("what the key has sealed leads the pages of its issue, and no others", async () => {
    host.issues = ["2025-01", "2025-02"];
    const [first, second, other] = [
      await pageOf("2025-01"),
      await pageOf("2025-01"),
      await pageOf("2025-02"),
    ];
    expect((await lead(cursor(7))).body).toBe('{"pages":2}');
    for (const page of [first, second]) await expect.poll(page).toEqual([[7, "2025-01"]]);
    expect((await lead(cursor(2, "publication.yaml"))).body).toBe('{"pages":3}');
    await expect.poll(other).toEqual([[2, "2025-02"]]);
  });

  test("where no page looks at the issue the one that came last turns to it", async () => {
    host.issues = ["2025-01", "2025-02"];
    const [first, last] = [await pageOf("2025-01"), await pageOf("2025-01")];
    expect((await lead(cursor(3, "2025-02.yaml"))).body).toBe('{"pages":1}');
    await expect.poll(last).toEqual([[3, "2025-02"]]);
    expect(first()).toEqual([]);
  });

  test("where there is no page the next one is led, once, to the last place", async () => {
    expect((await lead(cursor(3))).body).toBe('{"pages":0}');
    expect((await lead(cursor(4))).body).toBe('{"pages":0}');
    const page = await pageOf("2025-01");
    await expect.poll(page).toEqual([[4, "2025-01"]]);
    const later = await pageOf("2025-01");
    await preview.refresh();
    expect(later()).toEqual([]);
  });

  test("a file that no page is set from leads nowhere", async () => {
    expect((await lead(cursor(3, "themes/own.yaml"))).status).toBe(404);
  });

  test("is refused without the seal, with the page's token, with that of another place, of another server, or of an answer", async () => {
    const page = await pageOf("2025-01");
    const body = cursor(7);
    const seals = [
      "",
      await token(),
      preview.key,
      seal(preview.key, "show", cursor(8)),
      seal(await token(), "show", body),
      seal(preview.key, "here", body),
    ];
    for (const made of seals) expect((await lead(body, { "X-Shuanglan-Token": made })).status).toBe(403);
    expect(page()).toEqual([]);
    expect(host.looked).toEqual([]);
  });

  test("is refused to other sites whatever they hold, and in the forms that they can send without asking", async () => {
    const body = cursor(7);
    for (const origin of ["http://evil.example", "null", `http://127.0.0.1:${port + 1}`])
      expect((await lead(body, { Origin: origin })).status).toBe(403);
    expect((await lead(body, { Host: "evil.example" })).status).toBe(421);
    expect((await lead(body, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await lead(body, { "Content-Type": "text/plain" })).status).toBe(415);
    const right = {
      "Content-Type": "application/json",
      "X-Shuanglan-Token": seal(preview.key, "show", body),
    };
    expect((await ask("/api/show", { method: "POST", headers: right, body })).status).toBe(403);
    expect((await ask("/api/show", { headers: right })).status).toBe(404);
    expect(host.looked).toEqual([]);
  });

  test.each(["", "null", '{"file":"2025-01.yaml"}', '{"file":"2025-01.yaml","line":0,"column":1}'])(
    "%j says no place, though it is sealed",
    async (body) => {
      expect((await lead(body)).status).toBe(400);
      expect(host.looked).toEqual([]);
    },
  );

  test("who asks whether this is the preview gets what the key alone can answer", async () => {
    const asked = "a".repeat(32);
    expect((await ask(`/api/here?ask=${asked}`)).body).toBe(seal(preview.key, "here", asked));
    for (const odd of ["", "short", "a".repeat(65), "%0A".repeat(32)])
      expect((await ask(`/api/here?ask=${odd}`)).status).toBe(404);
    const cross = { "Sec-Fetch-Site": "cross-site" };
    expect((await ask(`/api/here?ask=${asked}`, { headers: cross })).status).toBe(403);
  });
});

describe("what was thrown while a request was answered", () => {
  test("is told, and is status 500 for the browser", async () => {
    const fault = new Error("of the host");
    host.project = () => {
      throw fault;
    };
    expect((await ask("/api/project")).status).toBe(500);
    expect(faults).toEqual([fault]);
  });

  test("by a browser that went away while it was sending is not told", async () => {
    const head = `POST /api/open HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${own()}\r\n`;
    const rest = `X-Shuanglan-Token: ${await token()}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n`;
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${head}${rest}Expect: 100-continue\r\n\r\n`),
    );
    // Told to go on, it is being listened to.
    await once(socket, "data");
    socket.destroy();
    await once(socket, "close");
    await ask("/");
    await preview.close();
    await turn();
    expect(faults).toEqual([]);
  });
});

describe("sizes", () => {
  test("a body larger than any place is refused, told beforehand or not", async () => {
    const huge = "x".repeat(100_000);
    const right = { "X-Shuanglan-Token": await token() };
    expect((await open(right, huge).catch(() => ({ status: 413 }))).status).toBe(413);
    const chunked = { ...right, "Transfer-Encoding": "chunked" };
    expect((await open(chunked, huge).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await ask("/")).status).toBe(200);
  });

  test("a long target and large headers are refused", async () => {
    expect((await ask(`/?${"x".repeat(2000)}`)).status).toBe(414);
    expect((await ask("/", { headers: { "X-Long": "x".repeat(20_000) } })).status).toBe(431);
  });

  test("header tricks: a smuggled second request and a broken one get nothing", async () => {
    const both = `POST /api/open HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${own()}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/project HTTP/1.1\r\n\r\n`;
    expect(await raw(both)).toContain("400");
    expect(await raw("GET / HTTP/1.1\nHost: x\n\n garbage \u0000")).not.toContain("200");
    expect(host.opened).toEqual([]);
  });

  test("more listeners than any office has are turned away, and the page goes on", async () => {
    const sockets = Array.from({ length: 60 }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(`GET /api/events?${VIEW} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
      return socket;
    });
    await wait(300);
    expect((await ask(`/api/events?${VIEW}`)).status).toBe(503);
    expect((await ask("/")).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

describe("views", () => {
  test.each([
    "issue=../../etc/passwd&edition=zh",
    "issue=2025-01&edition=fr",
    "issue=2025-01&edition=zh&theme=../x",
    "issue=2025-02&edition=zh",
    "",
  ])("%j is none: the host is never asked", async (query) => {
    expect((await ask(`/api/events?${query}`)).status).toBe(404);
    expect(host.asked).toEqual([]);
  });

  test("files of a version that is gone are not there", async () => {
    expect((await ask(`/api/pdf?${VIEW}&version=v1`)).body).toBe("%PDF v1");
    expect((await ask(`/api/pdf?${VIEW}&version=v0`)).status).toBe(404);
  });

  test("without a version the file is that of now; of a name that is no view's the host is not asked to set anything", async () => {
    expect((await ask(`/api/pdf?${VIEW}`)).body).toBe("%PDF v1");
    host.version = "v2";
    expect((await ask(`/api/pdf?${VIEW}`)).body).toBe("%PDF v2");
    expect(host.asked).toHaveLength(2);
    for (const issue of ["2025-02", "../../etc/passwd"])
      expect((await ask(`/api/pdf?issue=${issue}&edition=zh`)).status).toBe(404);
    expect(host.asked).toHaveLength(2);
  });

  test("a listener is told the project, the view, and each change once", async () => {
    const told: string[] = [];
    const socket = connect(port, "127.0.0.1");
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => told.push(chunk));
    socket.write(`GET /api/events?${VIEW} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    const versions = () => [...told.join("").matchAll(/"version":"(\w+)"/g)].map((match) => match[1]);
    await expect.poll(versions).toEqual(["v1"]);
    expect(told.join("")).toContain("event: project");
    await preview.refresh();
    host.version = "v2";
    await preview.refresh();
    await preview.refresh();
    await expect.poll(versions).toEqual(["v1", "v2"]);
    socket.destroy();
  });
});
