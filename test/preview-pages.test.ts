import { describe, expect, test } from "vitest";
import { CHROMIUM, faults, openTab, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const long = (paragraphs: number) =>
  ISSUE + "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(paragraphs);

describe.skipIf(CHROMIUM === null)("moving over many pages in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("pictures of pages far away are let go, and drawn again when they are come back to", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", long(560));
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    for (let k = 0; k < 4; k++) await page.keyboard.press("+");
    const count = await page.locator(".page").count();
    const pictures = () =>
      page
        .locator(".page > canvas")
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLCanvasElement).width * (one as HTMLCanvasElement).height),
        );
    for (let k = 1; k <= count; k++) {
      await page.locator(`.page:nth-child(${k})`).evaluate((one) => one.scrollIntoView());
      await page.waitForSelector(`.page:nth-child(${k})[data-shown]`);
    }
    const kept = await pictures();
    const one = Math.max(...kept);
    expect(count * one).toBeGreaterThan(60e6);
    expect(kept.reduce((sum, pixels) => sum + pixels, 0)).toBeLessThan(48e6 + one);
    expect(await page.locator(".page:first-child").getAttribute("data-shown")).toBe(null);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 0));
    await page.waitForSelector(".page:first-child[data-shown]");
    expect((await pictures())[0]).toBe(one);
    expect(faults.get(page)).toEqual([]);
  });
});
