import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const LONG = `${ISSUE}${"      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(60)}      - { zh: 最后一段文字。, en: The last paragraph. }\n`;

const percentOf = async (page: Page): Promise<number> =>
  Number.parseInt((await page.locator(".percent").textContent()) ?? "", 10);

describe.skipIf(CHROMIUM === null)("what hands do to the pages, in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("Ctrl and the wheel enlarge the pages about the pointer, by a notch or by fingers; the next visit has them so", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", LONG);
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const before = await percentOf(page);
    const line = page.locator(".line", { hasText: "The first" });
    const was = (await line.boundingBox())!;
    await page.mouse.move(was.x + was.width / 2, was.y + was.height / 2);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await expect.poll(() => percentOf(page)).toBe(Math.round(before * 1.2));
    const large = (await line.boundingBox())!;
    expect(Math.abs(large.x + large.width / 2 - was.x - was.width / 2)).toBeLessThan(3);
    expect(Math.abs(large.y + large.height / 2 - was.y - was.height / 2)).toBeLessThan(3);
    // The bars are no larger.
    expect(await page.evaluate(() => devicePixelRatio)).toBe(1);
    await page.mouse.wheel(0, -5);
    await expect.poll(() => percentOf(page)).toBe(Math.round(before * 1.2 * Math.exp(0.05)));
    // Once the hand rests the picture is as sharp as its size wants.
    const sharpness = () =>
      page
        .locator(".page > canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width);
    await expect.poll(sharpness).toBeCloseTo(1, 2);
    await page.keyboard.up("Control");
    const kept = await percentOf(page);
    await page.reload();
    await expect.poll(() => percentOf(page)).toBe(kept);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 100);
    await expect.poll(() => percentOf(page)).toBe(Math.round(kept / 1.2));
    await page.keyboard.up("Control");
  });

  test("in the system's own colours what is chosen stands out, and so do pages of an earlier save", async () => {
    await tabs.reopen({ locale: "zh-CN", forcedColors: "active", viewport: { width: 1280, height: 800 } });
    const desk = newsroom();
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    // Grounds that are not kept are the system's, whatever the style says.
    for (const name of ["双语", "缩略图", "适合宽度", "侧栏"]) {
      const chosen = page.getByRole("button", { name, exact: true, pressed: true });
      expect(await chosen.evaluate((one) => getComputedStyle(one).forcedColorAdjust), name).toBe("none");
    }
    const edgeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(await edgeOf(".thumbnail[aria-current] canvas")).toBe("solid");
    const sound = await edgeOf(".page");
    desk.write("content/2025-01.yaml", ISSUE.replace("body:", "bdy:"));
    await page.locator(".problems li").waitFor();
    expect(await edgeOf(".page")).not.toBe(sound);
  });

  test("a button opens the PDF by its name, as Ctrl+P does; the bar stays one row from 820 pixels on", async () => {
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    const opened = tabs.context.waitForEvent("page");
    await page.getByRole("button", { name: "打开 PDF" }).click();
    const answer = await page.request.get((await opened).url());
    expect(answer.headers()["content-disposition"]).toBe("inline; filename*=UTF-8''2025-01.pdf");
    await page.getByRole("button", { name: "English" }).click();
    for (const width of [820, 860, 900, 1024, 1280]) {
      await page.setViewportSize({ width, height: 600 });
      expect((await page.locator(".toolbar").boundingBox())!.height, `${width}`).toBeLessThan(50);
    }
  });

  test("letters of twice the size are whole in every control, as where the browser enlarges the text alone (WCAG 2.2, 1.4.4)", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 1280, height: 800 } });
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    await page.keyboard.press("/");
    const cut = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>("button, select, input, summary")];
      const sizes = all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      all.forEach((one, k) => {
        one.style.fontSize = `${2 * sizes[k]!}px`;
      });
      return all
        .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 2)
        .map((one) => one.ariaLabel ?? one.textContent);
    });
    expect(cut).toEqual([]);
    const over = await page.locator(".tabs").evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(over).toBe(0);
  });

  test("the search that a key opens is not covered by the menu", async () => {
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    await page.locator(".menu summary").click();
    await page.keyboard.press("/");
    expect(await page.locator("details.menu").getAttribute("open")).toBe(null);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
    await page.keyboard.press("Escape");
    await page.locator(".menu summary").click();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
  });
});
