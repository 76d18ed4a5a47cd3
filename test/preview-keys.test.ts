import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const long = (paragraphs: number) =>
  ISSUE + "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(paragraphs);

describe.skipIf(CHROMIUM === null)("the preview by keys alone in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("keys that scroll, scroll the pages from the first", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", long(60));
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.locator(".viewer").evaluate((one) => one.scrollTop)).toBeGreaterThan(300);
  });

  test("the keyboard stays where it is in the sidebar, whose small pictures stay as the pages are enlarged", async () => {
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    const small = page.locator(".thumbnail canvas");
    await expect.poll(() => small.evaluate((one) => (one as HTMLCanvasElement).width)).toBeGreaterThan(1);
    await small.evaluate((one) => void one.setAttribute("data-old", ""));
    await page.keyboard.press("+");
    await page.keyboard.press("1");
    expect(await small.getAttribute("data-old")).toBe("");
    const outline = page.getByRole("button", { name: "目录" });
    await outline.focus();
    await page.keyboard.press("Enter");
    await page.locator(".entry").first().waitFor();
    expect(await outline.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await outline.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator(".tabs").textContent()).toBe("ThumbnailsOutline");
  });

  test("Esc on a panel leads back to what opened it, or to the pages; a save leaves the keyboard on its fault", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const focused = () =>
      page.evaluate(() => document.activeElement?.className || document.activeElement?.tagName);
    await page.locator(".menu summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("INPUT");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("SUMMARY");
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    const places = page.locator(".problems .place");
    await places.first().focus();
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal").replace("date:", "dat:"));
    await expect.poll(() => places.count(), { timeout: 20_000 }).toBeGreaterThan(1);
    expect(await focused()).toBe("place");
    await page.keyboard.press("Escape");
    expect(await page.locator(".problems").isVisible()).toBe(false);
    expect(await focused()).toBe("viewer");
  });
});
