import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const more = (paragraphs: number) =>
  "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(paragraphs);
const LAST = "      - { zh: 最后一段文字。, en: The last paragraph of all. }\n";
const LONG = ISSUE + more(150) + LAST;
const EDITED = LONG.replace("of all", "by far");

/** Whether a line that reads so is in the window on the pages. */
const isInSight = (page: Page, text: string): Promise<boolean> =>
  page
    .locator(".line", { hasText: text })
    .first()
    .evaluate((line) => {
      const view = document.querySelector(".viewer")!.getBoundingClientRect();
      const { top, bottom } = line.getBoundingClientRect();
      return top >= view.top && bottom <= view.bottom;
    });

const scrolledTo = (page: Page): Promise<number> =>
  page.locator(".viewer").evaluate(({ scrollTop }) => scrollTop);

describe.skipIf(CHROMIUM === null)("the way to what a save changed, in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("a change out of sight is told under the pages, and a click leads to it; C leads there again", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", LONG);
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const way = page.locator(".change");
    expect(await way.isVisible()).toBe(false);
    desk.write("content/2025-01.yaml", EDITED);
    await expect.poll(() => way.textContent()).toBe("转到改动处");
    await expect.poll(() => way.isVisible()).toBe(true);
    // Nothing moves by itself.
    expect(await scrolledTo(page)).toBe(0);
    await way.click();
    await expect.poll(() => isInSight(page, "by far")).toBe(true);
    await expect.poll(() => way.isVisible()).toBe(false);
    // The keyboard is not left on a button that is gone.
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("viewer");
    await page.keyboard.press("Home");
    await expect.poll(() => scrolledTo(page)).toBe(0);
    await page.keyboard.press("c");
    await expect.poll(() => isInSight(page, "by far")).toBe(true);
    // Another edition is no change.
    await page.keyboard.press("e");
    await expect.poll(() => page.locator(".line", { hasText: "by far" }).count()).toBe(0);
    expect(await way.isVisible()).toBe(false);
  });

  test("the pages stay where they are at a save also after a source was opened in another program, by its address", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", LONG);
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    await page.locator(".line", { hasText: "The first paragraph" }).click();
    expect(await page.locator(".places a").getAttribute("href")).toMatch(/^vscode:/);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 900));
    desk.write("content/2025-01.yaml", EDITED);
    await showsText(page, "by far");
    expect(await scrolledTo(page)).toBe(900);
    // A page that is loaded anew is where it was.
    await page.reload();
    await showsText(page, "by far");
    expect(await scrolledTo(page)).toBe(900);
  });

  test("what the editor wrote comes before the page numbers that it moved in the contents", async () => {
    const desk = newsroom();
    const second = "  - title: { zh: 第二篇文章, en: The second article }\n    body:\n";
    const text = `${ISSUE}${more(40)}${second}${more(150)}`;
    desk.write("content/2025-01.yaml", text);
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, viewer.scrollHeight));
    desk.write(
      "content/2025-01.yaml",
      text.replace(second, more(100).replaceAll("One more", "New") + second),
    );
    await showsText(page, "New paragraph");
    await expect.poll(() => page.locator(".change").isVisible()).toBe(true);
    await page.keyboard.press("c");
    await expect.poll(() => isInSight(page, "New paragraph")).toBe(true);
  });

  test("where it is asked for, a save leads to its change by itself, also in the next visit; one in sight moves nothing", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", LONG);
    const { url } = await startPreview(desk);
    const first = await openTab(tabs.context, url);
    await first.locator(".menu summary").click();
    await first.getByLabel("保存后转到改动处").check();
    await first.close();
    const page = await openTab(tabs.context, url);
    desk.write("content/2025-01.yaml", EDITED);
    await expect.poll(() => isInSight(page, "by far")).toBe(true);
    const place = await scrolledTo(page);
    desk.write("content/2025-01.yaml", EDITED.replace("by far", "by far and away"));
    await showsText(page, "far and away");
    await page.waitForTimeout(300);
    expect(await scrolledTo(page)).toBe(place);
    await page.keyboard.press("f");
    await expect.poll(() => page.locator(".state").textContent()).toBe("保存后停在原处");
    await page.keyboard.press("Home");
    await expect.poll(() => scrolledTo(page)).toBe(0);
    desk.write("content/2025-01.yaml", EDITED.replace("by far", "with certainty"));
    await showsText(page, "with certainty");
    await expect.poll(() => page.locator(".change").isVisible()).toBe(true);
    expect(await scrolledTo(page)).toBe(0);
  });
});
