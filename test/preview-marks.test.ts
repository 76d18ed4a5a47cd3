import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const more = (paragraphs: number) =>
  "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(paragraphs);

describe.skipIf(CHROMIUM === null)("marks on the pages in Chromium (skipped without it)", () => {
  const tabs = useChromium();
  /** Without one a link would ask the system for an editor. */
  const editor = `"${process.execPath}" --version`;

  test("the mark of a chosen line goes with its line: over saves that move it or change it, into another edition and back", async () => {
    const desk = newsroom();
    const last = "      - { zh: 最后一段文字。, en: The last paragraph of all. }\n";
    desk.write("content/2025-01.yaml", ISSUE + more(2) + last);
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, url);
    await page.locator(".line", { hasText: "The last" }).click();
    /** How far the middles of mark and line are from each other. */
    const apart = async (text: string) => {
      const boxes = [page.locator(".chosen rect"), page.locator(".line", { hasText: text })];
      const [mark, line] = await Promise.all(boxes.map((one) => one.boundingBox()));
      return Math.hypot(mark!.x - line!.x, mark!.y + mark!.height / 2 - line!.y - line!.height / 2);
    };
    await expect.poll(() => apart("The last")).toBeLessThan(4);
    desk.write("content/2025-01.yaml", ISSUE + more(8) + last);
    await expect.poll(() => page.locator(".line", { hasText: "One more" }).count()).toBe(8);
    await expect.poll(() => apart("The last")).toBeLessThan(4);
    desk.write("content/2025-01.yaml", ISSUE + more(8) + last.replace("of all", "by far"));
    await showsText(page, "by far");
    await expect.poll(() => apart("by far")).toBeLessThan(4);
    await page.keyboard.press("e");
    await expect.poll(() => page.locator(".line", { hasText: "The last" }).count()).toBe(0);
    await expect.poll(() => page.locator(".chosen").count()).toBe(0);
    await page.keyboard.press("e");
    await showsText(page, "by far");
    await expect.poll(() => apart("by far")).toBeLessThan(4);
  });

  test("a warning that is chosen leads to its line on the pages, where it is marked", async () => {
    const desk = newsroom();
    const swapped = "      - { zh: Wide awake they came., en: 他们醒着来了，十分清醒。 }\n";
    desk.write("content/2025-01.yaml", ISSUE + more(150) + swapped);
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, url);
    await page.locator(".faults").click();
    await page.locator(".problems .place").first().click();
    const line = page.locator(".line", { hasText: "Wide" });
    await expect.poll(async () => (await line.boundingBox())?.y ?? 0).toBeGreaterThan(50);
    expect((await line.boundingBox())!.y).toBeLessThan(500);
    expect(await page.locator(".chosen rect").count()).toBe(1);
  });

  test("the light on a text that is pointed at lies under the marks on it", async () => {
    const { url } = await startPreview(newsroom(), { editor });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("1");
    const line = page.locator(".line", { hasText: "第一段文字" });
    await line.click();
    await page.locator(".line", { hasText: "标题" }).hover();
    await line.hover();
    const groups = () =>
      page.locator(".drawn > g").evaluateAll((all) => all.map((one) => one.getAttribute("class")));
    expect(await groups()).toEqual(["pair", "grid", "chosen"]);
  });

  test("lines that changed out of sight, or in a window behind others, stay lit until they are seen", async () => {
    const desk = newsroom();
    const last = "      - { zh: 最后一段文字。, en: The last paragraph of all. }\n";
    desk.write("content/2025-01.yaml", ISSUE + more(150) + last);
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, url);
    const lit = page.locator(".fresh rect");
    desk.write("content/2025-01.yaml", ISSUE + more(150) + last.replace("of all", "by far"));
    await showsText(page, "by far");
    await page.waitForTimeout(3000);
    expect(await lit.count()).toBe(1);
    // Another save leaves it lit beside its own.
    const both = ISSUE.replace("第一段", "改过的第一段") + more(150) + last.replace("of all", "by far");
    desk.write("content/2025-01.yaml", both);
    await showsText(page, "改过的第一段");
    await expect.poll(() => lit.count(), { timeout: 8000 }).toBe(1);
    await page.locator(".line", { hasText: "by far" }).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(".fresh .seen").count()).toBe(1);
    await expect.poll(() => lit.count(), { timeout: 8000 }).toBe(0);
    const turn = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await turn("hidden");
    desk.write("content/2025-01.yaml", both.replace("by far", "for now"));
    await showsText(page, "for now");
    await page.waitForTimeout(200);
    expect(await page.locator(".fresh rect:not(.seen)").count()).toBe(1);
    await turn("visible");
    await expect.poll(() => page.locator(".fresh .seen").count()).toBe(1);
  });

  test("selecting everything copies the texts of the pages alone", async () => {
    const { url } = await startPreview(newsroom(), { editor });
    const page = await openTab(tabs.context, url);
    await tabs.context.grantPermissions(["clipboard-read", "clipboard-write"], {
      origin: new URL(url).origin,
    });
    await page.locator(".viewer").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = await page.locator(".line").allTextContents();
    expect(copied.replaceAll("\n", "")).toBe(lines.map((line) => line.trimEnd()).join(""));
    expect(copied).toContain("第一段文字。\nThe first paragraph.");
  });
});
