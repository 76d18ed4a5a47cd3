import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

describe.skipIf(CHROMIUM === null)("what the browser itself offers, in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("the browser's button back leads to the issue that was looked at before, and forward to the other", async () => {
    const desk = newsroom();
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("The first", "The next"));
    const { url } = await startPreview(desk, { issue: "2025-01" });
    const page = await openTab(tabs.context, url);
    await page.locator("select.issue").selectOption("2025-02");
    await showsText(page, "The next paragraph");
    // An edition is no step of its own.
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    await page.goBack();
    await showsText(page, "The first paragraph");
    expect(await page.locator("select.issue").inputValue()).toBe("2025-01");
    await page.goForward();
    await showsText(page, "The next paragraph");
    expect(page.url()).toContain("#issue=2025-02&edition=en");
  });

  test("printing opens the PDF in a tab of its own, by its name; the page itself prints where to find it", async () => {
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, `${url}&edition=en`);
    await page.bringToFront();
    const opened = tabs.context.waitForEvent("page");
    await page.keyboard.press("Control+p");
    const address = (await opened).url();
    expect(address).toMatch(/\/api\/pdf\?issue=2025-01&edition=en/);
    const answer = await page.request.get(address);
    expect(answer.headers()["content-disposition"]).toBe("inline; filename*=UTF-8''2025-01.en.pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await page.emulateMedia({ media: "print" });
    expect(
      await page
        .locator(".toolbar, .viewer, .places")
        .evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false);
    const said = await page.evaluate(() => getComputedStyle(document.body, "::after").content);
    expect(said).toContain("Ctrl+P");
  });
});
