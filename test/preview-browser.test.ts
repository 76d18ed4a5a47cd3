import { renameSync } from "node:fs";
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

  test("the PDF's tab has what was saved last when it is loaded again, and the last good pages of a broken or renamed issue", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const opened = tabs.context.waitForEvent("page");
    await page.keyboard.press("Control+p");
    const address = (await opened).url();
    await page.bringToFront();
    const bytes = async () => {
      const answer = await page.request.get(address);
      return answer.status() === 200 ? (await answer.body()).toString("latin1") : answer.status();
    };
    const first = await bytes();
    for (const word of ["二", "三", "四", "五"]) {
      desk.write("content/2025-01.yaml", ISSUE.replace("第一段", `第${word}段`));
      await showsText(page, `第${word}段`);
    }
    const last = await bytes();
    expect(last).toContain("%PDF-");
    expect(last).not.toBe(first);
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    await page.waitForSelector(".faults.broken");
    expect(await bytes()).toBe(last);
    await page.keyboard.press("Control+p");
    await expect.poll(() => page.locator(".places .state").textContent()).toContain("打开的 PDF 是上一版");
    renameSync(desk.path("content/2025-01.yaml"), desk.path("content/2025-03.yaml"));
    const chosen = () => page.locator("select.issue option:checked").textContent();
    await expect.poll(chosen, { timeout: 15_000 }).toContain("已不存在");
    expect(await bytes()).toBe(last);
  });
});
