import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { Listeners } from "./listeners.ts";
import type { CursorPlace, LedPlace, Project, SheetNews, ViewName } from "./protocol.ts";

/** A page's connection: what the server does with it, in its order. */
class Connection extends EventEmitter {
  readonly done: (readonly unknown[])[] = [];
  readonly socket = { setNoDelay: (is: boolean) => this.done.push(["setNoDelay", is]) };

  writeHead(...head: readonly unknown[]): void {
    this.done.push(["writeHead", ...head]);
  }
  flushHeaders(): void {
    this.done.push(["flushHeaders"]);
  }
  write(text: string): void {
    this.done.push(["write", text]);
  }
  end(): void {
    this.done.push(["end"]);
  }
  get response(): ServerResponse {
    return this as unknown as ServerResponse;
  }
  /** What was told since the last look. */
  told(): readonly unknown[] {
    return this.done.splice(0).map(([, text]) => text);
  }
}

const view = (issue = "2025-01", theme = ""): ViewName => ({ issue, edition: "zh", theme });
const PLACE: CursorPlace = { file: "2025-01.yaml", line: 3, column: 1 };
const event = (name: string, value: unknown): string => `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`;

/** Where the news come from; what was asked of it. */
class Source {
  readonly asked: ViewName[] = [];
  version = "v1";
  took = 1;
  issues: readonly string[] = ["2025-01"];

  project(): Project {
    const rest = { themes: [], hasEditor: false, hasProof: false, boot: "b" };
    return { name: { zh: "刊", en: "P" }, issues: this.issues, ...rest };
  }
  newsOf(of: ViewName): SheetNews {
    const rest = { pages: [], isStale: false, findings: [], changed: [`${this.took}`] };
    return { view: of, version: this.version, took: this.took, ...rest };
  }
  async news(of: ViewName): Promise<SheetNews> {
    this.asked.push(of);
    return this.newsOf(of);
  }
  led({ issue }: ViewName, place: CursorPlace): LedPlace {
    return { ...place, issue, pair: null };
  }
}

let listeners: Listeners;
let source: Source;
/** @returns A page that was told all so far. */
const joined = (of = view()): Connection => {
  const page = new Connection();
  listeners.add(page.response, of);
  page.told();
  return page;
};

beforeEach(() => {
  vi.useFakeTimers();
  listeners = new Listeners();
  source = new Source();
  onTestFinished(() => {
    listeners.close();
    vi.useRealTimers();
  });
});

describe("a page that listens", () => {
  test("has its head at once, and every line as soon as it is written", () => {
    const page = new Connection();
    expect(listeners.add(page.response, view())).toBe(true);
    expect(page.done).toEqual([
      ["writeHead", 200, { "Content-Type": "text/event-stream", Connection: "keep-alive" }],
      ["flushHeaders"],
      ["setNoDelay", true],
    ]);
  });

  test("has a sign of life every fifteen seconds, until it is gone", () => {
    const [page, other] = [joined(), joined()];
    vi.advanceTimersByTime(14_999);
    expect(page.told()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([page.told(), other.told()]).toEqual([[": here\n\n"], [": here\n\n"]]);
    page.emit("close");
    vi.advanceTimersByTime(15_000);
    expect([page.told(), other.told()]).toEqual([[], [": here\n\n"]]);
    listeners.close();
    vi.advanceTimersByTime(15_000);
    expect([page.done, other.done]).toEqual([[], [["end"]]]);
  });

  test("is one of 48 at most; where one is gone another is taken", () => {
    const pages = Array.from({ length: 48 }, () => new Connection());
    expect(pages.every((page) => listeners.add(page.response, view()))).toBe(true);
    const late = new Connection();
    expect([listeners.add(late.response, view()), late.done]).toEqual([false, []]);
    pages[7]!.emit("close");
    expect(listeners.add(late.response, view())).toBe(true);
  });
});

describe("news", () => {
  test("are asked for once for every view, and told again only where more than the time changed", async () => {
    const [one, same, other] = [joined(), joined(), joined(view("2025-01", "plain"))];
    await listeners.refresh(source);
    const sheet = event("sheet", source.newsOf(view()));
    const project = event("project", source.project());
    expect(source.asked).toEqual([view(), view("2025-01", "plain")]);
    expect([one.told(), same.told()]).toEqual([
      [sheet, project],
      [sheet, project],
    ]);
    expect(other.told()).toEqual([event("sheet", source.newsOf(view("2025-01", "plain"))), project]);
    source.took = 2;
    await listeners.refresh(source);
    expect([one.told(), other.told()]).toEqual([[], []]);
    source.issues = ["2025-01", "2025-02"];
    await listeners.refresh(source);
    expect(one.told()).toEqual([event("project", source.project())]);
    source.version = "v2";
    await listeners.refresh(source);
    expect(one.told()).toEqual([event("sheet", source.newsOf(view()))]);
  });

  test("are for pages that listen, not for one that is gone", () => {
    const page = joined();
    page.emit("close");
    listeners.tellNews(page.response, source.newsOf(view()));
    expect(page.done).toEqual([]);
  });
});

describe("a place that an editor leads to", () => {
  const led = (issue: string) => event("led", { ...PLACE, issue, pair: null });

  test("leads the pages of its issue, all of them where it is every issue's, and else the last one", async () => {
    const [one, two] = [joined(), joined(view("2025-02"))];
    expect(await listeners.lead(source, "2025-01", PLACE)).toBe(1);
    expect([one.told(), two.told()]).toEqual([[led("2025-01")], []]);
    expect(await listeners.lead(source, null, PLACE)).toBe(2);
    expect([one.told(), two.told()]).toEqual([[led("2025-01")], [led("2025-02")]]);
    expect(await listeners.lead(source, "2025-03", PLACE)).toBe(1);
    expect([one.told(), two.told()]).toEqual([[], [led("2025-03")]]);
    expect(source.asked.at(-1)).toEqual(view("2025-03"));
  });

  test("waits two minutes for a page, and leads one", async () => {
    expect(await listeners.lead(source, "2025-01", PLACE)).toBe(0);
    vi.advanceTimersByTime(119_999);
    const [first, second] = [joined(), joined()];
    await listeners.leadTo(first.response);
    await listeners.leadTo(second.response);
    expect([first.told(), second.told()]).toEqual([[led("2025-01")], []]);
    await listeners.lead(source, "2025-01", PLACE);
    for (const page of [first, second]) {
      expect(page.told()).toEqual([led("2025-01")]);
      page.emit("close");
    }
    await listeners.lead(source, "2025-01", PLACE);
    vi.advanceTimersByTime(120_000);
    const late = joined();
    await listeners.leadTo(late.response);
    expect(late.told()).toEqual([]);
  });

  test("is no more awaited once a later one has led a page, and leads none that is gone meanwhile", async () => {
    await listeners.lead(source, "2025-01", PLACE);
    const page = joined();
    await listeners.lead(source, "2025-01", { ...PLACE, line: 9 });
    page.told();
    await listeners.leadTo(page.response);
    expect(page.told()).toEqual([]);
    const leading = listeners.lead(source, "2025-01", PLACE);
    page.emit("close");
    await leading;
    expect(page.told()).toEqual([]);
  });
});
