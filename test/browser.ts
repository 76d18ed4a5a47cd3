/** A newsroom's preview, opened in a real Chromium. */
import { existsSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, vi } from "vitest";
import { type PreviewRequest, preview } from "../src/app/preview-command.ts";
import type { Newsroom } from "./newsroom.ts";

/** Null where there is none: tests that want one are then skipped. */
export const CHROMIUM =
  [
    process.env.CHROMIUM ?? "",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path !== "" && existsSync(path)) ?? null;

const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });

export interface Tabs {
  /** Of the test at hand: nothing that another test left is in it. */
  context: BrowserContext;
  /** Begins anew, as another reader's browser. */
  reopen(options: BrowserContextOptions): Promise<void>;
}

/** To be called in a `describe`: one Chromium for its tests, in Chinese unless one of them asks for another. */
export function useChromium(): Tabs {
  let browser: Browser;
  const tabs: Tabs = {
    context: null!,
    async reopen(options) {
      await tabs.context.close();
      tabs.context = await browser.newContext(options);
    },
  };
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    tabs.context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  });
  afterEach(() => tabs.context.close());
  return tabs;
}

export interface Running {
  /** With the issue behind it. */
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The program's own command on the room's content, until the test ends. */
export async function startPreview(room: Newsroom, given: Partial<PreviewRequest> = {}): Promise<Running> {
  const quiet = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let finished: Promise<unknown> = Promise.resolve();
  const url = await new Promise<string>((resolve, reject) => {
    const request: PreviewRequest = {
      issue: null,
      content: room.path("content"),
      theme: null,
      port: 0,
      open: false,
      editor: null,
      known: null,
      proofread: null,
    };
    finished = preview({ ...request, ...given }, () => ended, resolve).catch(reject);
  });
  const stop = async () => {
    end();
    await finished;
    quiet.mockRestore();
  };
  onTestFinished(stop);
  return { url, port: Number(new URL(url).port), stop };
}

/** What went wrong in a page: errors of its scripts, and what its policy refused. */
export const faults = new WeakMap<Page, string[]>();

/** A tab that shows the pages. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  const found: string[] = [];
  faults.set(page, found);
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  await page.goto(url);
  await shows(page);
  return page;
}

/** Waits until pictures and lines of some version are there. */
export async function shows(page: Page): Promise<void> {
  await page.waitForSelector(".page[data-shown] .line", { timeout: 30_000 });
}

/** The text of the lines on the pages, one a line. */
export const linesOf = (page: Page): Promise<readonly string[]> =>
  page.locator(".line").evaluateAll((lines) => lines.map((line) => line.textContent ?? ""));

export const showsText = (page: Page, text: string): Promise<void> =>
  expect.poll(async () => (await linesOf(page)).join("\n"), { timeout: 30_000 }).toContain(text);
