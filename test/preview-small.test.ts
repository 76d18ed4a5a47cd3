import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, startPreview, useChromium } from "./browser.ts";
import { newsroom } from "./newsroom.ts";

describe.skipIf(CHROMIUM === null)(
  "the preview for fewer keys and in small windows (skipped without it)",
  () => {
    const tabs = useChromium();

    test("keys of one character are turned off, for later visits too; others go on working (WCAG 2.2, 2.1.4)", async () => {
      const { url } = await startPreview(newsroom());
      const page = await openTab(tabs.context, url);
      const search = page.locator(".search");
      const help = page.locator(".help");
      await page.keyboard.press("?");
      await help.getByRole("checkbox").uncheck();
      await page.keyboard.press("Escape");
      for (const key of ["/", "s", "?"]) await page.keyboard.press(key);
      expect([await search.isVisible(), await help.isVisible()]).toEqual([false, false]);
      expect(await page.locator(".sidebar").isVisible()).toBe(true);
      await page.keyboard.press("Control+f");
      expect(await search.isVisible()).toBe(true);
      const later = await openTab(tabs.context, url);
      await later.keyboard.press("/");
      expect(await later.locator(".search").isVisible()).toBe(false);
      await later.getByRole("button", { name: "快捷键" }).click();
      await later.locator(".help").getByRole("checkbox").check();
      await later.keyboard.press("Escape");
      await later.keyboard.press("/");
      expect(await later.locator(".search").isVisible()).toBe(true);
    });

    test("in a small window a line that the program makes itself says so when it is clicked", async () => {
      await tabs.reopen({ locale: "zh-CN", viewport: { width: 500, height: 700 } });
      const { url } = await startPreview(newsroom());
      const page = await openTab(tabs.context, url);
      const place = page.locator(".places .place");
      expect(await place.isVisible()).toBe(false);
      await page.locator(".line", { hasText: "总第 15 期" }).first().click();
      expect(await place.isVisible()).toBe(true);
      expect(await place.textContent()).toBe("这一行由程序生成");
    });

    test("the cross that empties the search field is of the bar's own greys", async () => {
      const { url } = await startPreview(newsroom());
      const page = await openTab(tabs.context, url);
      await page.keyboard.press("/");
      await page.keyboard.type("文");
      const field = await page.locator(".search input").screenshot({ caret: "hide" });
      const seen = await page.evaluate(
        async (data) => {
          const image = new Image();
          image.src = data;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const pen = canvas.getContext("2d")!;
          pen.drawImage(image, 0, 0);
          // Behind what was typed there is the cross alone.
          const left = image.width - 24;
          const { data: levels } = pen.getImageData(left, 0, 24, image.height);
          const pixels = Array.from({ length: levels.length / 4 }, (_, k) => levels.slice(4 * k, 4 * k + 3));
          return {
            dark: pixels.filter(([red = 0]) => red < 160).length,
            blue: pixels.filter(([red = 0, , blue = 0]) => blue > red + 20).length,
          };
        },
        `data:image/png;base64,${field.toString("base64")}`,
      );
      expect(seen.dark).toBeGreaterThan(20);
      expect(seen.blue).toBe(0);
    });

    test.each(["zh-CN", "en-US"])("no control stands alone in a row of the bar, %s", async (locale) => {
      await tabs.reopen({ locale, viewport: { width: 1280, height: 700 } });
      const { url } = await startPreview(newsroom());
      const page = await openTab(tabs.context, url);
      for (let width = 1280; width >= 320; width -= 20) {
        await page.setViewportSize({ width, height: 700 });
        const rows = await page.locator(".toolbar > :not(.skip, .spring)").evaluateAll((controls) => {
          const counts = new Map<number, number>();
          for (const control of controls) {
            const { top, bottom, height } = control.getBoundingClientRect();
            const row = Math.floor((top + bottom) / 2 / 30);
            if (height > 0) counts.set(row, (counts.get(row) ?? 0) + 1);
          }
          return [...counts.values()];
        });
        expect([width, Math.min(...rows) > 1]).toEqual([width, true]);
      }
    });
  },
);
