import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CHROMIUM, launch, openTab, startPreview } from "./browser.ts";
import { newsroom } from "./newsroom.ts";

describe.skipIf(CHROMIUM === null)("from view to view in Chromium (skipped without it)", () => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  });
  afterEach(() => context.close());

  test("what is told under the pages follows the language of the page", async () => {
    const { url } = await startPreview(newsroom());
    const page = await openTab(context, url);
    const state = page.locator(".state");
    await expect.poll(() => state.textContent()).toBe("共 1 页");
    await page.getByRole("button", { name: "English" }).click();
    expect(await state.textContent()).toBe("1 page");
  });
});
