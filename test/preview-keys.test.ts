import { describe, expect, test } from "vitest";
import type { Proofread } from "../src/app/preview-host.ts";
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

  test("where there are more matches than are marked, the count says so", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", long(300));
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("/");
    const count = page.locator(".search .count");
    await page.keyboard.type("e");
    expect(await count.textContent()).toBe("1 / 500+");
    await page.keyboard.type(" f");
    expect(await count.textContent()).toBe("1 / 1");
    // Of a save it finds what is there now.
    desk.write("content/2025-01.yaml", `${long(3)}      - { zh: 又一段。, en: See the first one. }\n`);
    await expect.poll(() => count.textContent(), { timeout: 20_000 }).toBe("1 / 2");
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

  test("what is noted of a line that the keyboard is on is spoken", async () => {
    const desk = newsroom();
    const start = ISSUE.indexOf("段文字");
    const span = { file: desk.path("content/2025-01.yaml"), start, end: start + 2 };
    const said = { zh: "请再看一眼", en: "look again" };
    const proofread: Proofread = async () => [{ severity: "warning", code: "trial", span, said }];
    const { url } = await startPreview(desk, { proofread });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("4");
    await page.locator(".line[tabindex]").focus();
    while (!(await page.locator(".line:focus", { hasText: "第一段" }).count()))
      await page.keyboard.press("ArrowDown");
    expect(await page.locator('[aria-live="polite"]', { hasText: said.zh }).count()).toBe(1);
  });

  test("the faintest words stand out from their ground by 4.5 to 1, in light and in dark (WCAG 2.2, 1.4.3)", async () => {
    const { url } = await startPreview(newsroom());
    for (const colorScheme of ["light", "dark"] as const) {
      await tabs.reopen({ locale: "zh-CN", colorScheme, viewport: { width: 1280, height: 800 } });
      const page = await openTab(tabs.context, url);
      await page.getByRole("button", { name: "目录" }).click();
      for (const [words, ground] of [
        [".hint", ".places"],
        [".entry .folio", ".sidebar"],
        [".state", ".places"],
        [".tabs button", ".sidebar"],
      ] as const) {
        const colours = await page.evaluate(
          ([one, under]) => [
            getComputedStyle(document.querySelector(one)!).color,
            getComputedStyle(document.querySelector(under)!).backgroundColor,
          ],
          [words, ground] as const,
        );
        expect(contrast(colours), `${words}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test("where more contrast is asked for, edges of fields stand out by 3 to 1 and words by 7 (WCAG 2.2, 1.4.11 and 1.4.6)", async () => {
    const { url } = await startPreview(newsroom());
    for (const colorScheme of ["light", "dark"] as const) {
      await tabs.reopen({ locale: "zh-CN", colorScheme, contrast: "more" });
      const page = await openTab(tabs.context, url);
      const of = (selector: string, name: "color" | "backgroundColor" | "borderTopColor") =>
        page
          .locator(selector)
          .first()
          .evaluate((one, asked) => getComputedStyle(one)[asked], name);
      const edge = [await of("select", "borderTopColor"), await of(".toolbar", "backgroundColor")];
      expect(contrast(edge), colorScheme).toBeGreaterThanOrEqual(3);
      for (const words of [".hint", ".state", ".pages"]) {
        const colours = [await of(words, "color"), await of(".places", "backgroundColor")];
        expect(contrast(colours), `${words}, ${colorScheme}`).toBeGreaterThanOrEqual(7);
      }
    }
  });

  test("the keyboard comes to the pages past the bar and the small pictures by the first stop, which is seen there alone", async () => {
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    const skip = page.getByRole("button", { name: "转到页面" });
    const bottom = async () => {
      const { y, height } = (await skip.boundingBox())!;
      return y + height;
    };
    expect(await bottom()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Tab");
    expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await bottom()).toBeGreaterThan(20);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("viewer");
    expect(await bottom()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("line");
  });

  test("a place in the source that is searched for is led to on the pages, and is found anew after a save", async () => {
    const desk = newsroom();
    const more = "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(120);
    const long = `${ISSUE}${more}      - zh: 最后一段文字。\n        en: The last paragraph.\n`;
    desk.write("content/2025-01.yaml", long);
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const count = () => page.locator(".count").textContent();
    await page.keyboard.press("/");
    await page.keyboard.type(`content/2025-01.yaml:${long.split("\n").length - 1}:13`);
    await expect.poll(count).toBe("1 / 1");
    const isOn = async (text: string) => {
      const line = (await page.locator(".line", { hasText: text }).boundingBox())!;
      const mark = (await page.locator(".found .present").boundingBox())!;
      const view = (await page.locator(".viewer").boundingBox())!;
      return Math.abs(line.y - mark.y) < 3 && mark.y > view.y && mark.y < view.y + view.height;
    };
    await expect.poll(() => isOn("The last paragraph")).toBe(true);
    // The place is now another one's.
    desk.write("content/2025-01.yaml", long.replace(more, more.slice(0, more.length / 2)));
    await expect.poll(count).toBe("没有找到");
    await page.locator(".search input").fill("：7");
    await expect.poll(count).toBe("1 / 1");
    await expect.poll(() => isOn("第一段文字")).toBe(true);
    // What is no place on the pages is searched for as it stands.
    await page.locator(".search input").fill("One more");
    await expect.poll(count).toBe("1 / 60");
  });

  test("Enter on a button of the search does what the button says", async () => {
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    await page.keyboard.press("/");
    await page.keyboard.type("a");
    const count = () => page.locator(".count").textContent();
    const all = (await count())!.split(" / ")[1];
    expect(Number(all)).toBeGreaterThan(2);
    await page.keyboard.press("Enter");
    expect(await count()).toBe(`2 / ${all}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await count()).toBe(`1 / ${all}`);
    await page.getByRole("button", { name: "关闭" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".search").isVisible()).toBe(false);
  });

  test("while Han are composed nothing is searched for, and the keys are the input method's", async () => {
    const page = await openTab(tabs.context, (await startPreview(newsroom())).url);
    const count = () => page.locator(".count").textContent();
    await page.keyboard.press("/");
    const session = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      session.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose("paragraph");
    expect(await page.locator(".search input").inputValue()).toBe("paragraph");
    expect(await count()).toBe("");
    // The input method takes back what was composed; the search is still open.
    await page.keyboard.press("Escape");
    expect(await page.locator(".search").isVisible()).toBe(true);
    await compose("duan");
    await session.send("Input.insertText", { text: "段" });
    await expect.poll(count).toMatch(/^1 \/ \d/);
  });
});

/** Of two colours as `rgb(r, g, b)`. */
function contrast(colours: readonly string[]): number {
  const [light, dark] = colours
    .map((colour) => {
      const [r, g, b] = colour.match(/\d+/g)!.map((part) => {
        const share = Number(part) / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    })
    .sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}
