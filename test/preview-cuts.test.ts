import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

describe.skipIf(CHROMIUM === null)("cuts between the preview and Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("a cut is told, and after it the page shows what was saved meanwhile", async () => {
    const desk = newsroom();
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const state = () => page.locator(".state").textContent();
    await tabs.context.setOffline(true);
    await expect.poll(state, { timeout: 10_000 }).toContain("重新连接");
    desk.write("content/2025-01.yaml", ISSUE.replace("The first", "The very first"));
    // The connection itself may have been lost without a word.
    const anew = page.waitForRequest((request) => request.url().includes("/api/events"));
    await tabs.context.setOffline(false);
    await anew;
    await showsText(page, "The very first");
    await expect.poll(state, { timeout: 10_000 }).not.toContain("重新连接");
  });

  test("what a save brought is asked for until the server is within reach again", async () => {
    const desk = newsroom();
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    let left = 6;
    await page.route("**/api/pdf?*", (route) => (left-- > 0 ? route.abort() : route.continue()));
    desk.write("content/2025-01.yaml", ISSUE.replace("The first", "The very first"));
    await showsText(page, "The very first");
    expect(left).toBeLessThan(0);
  });
});
