import { describe, expect, test } from "vitest";
import { CHROMIUM, faults, linesOf, openTab, showsText, startPreview, useChromium } from "./browser.ts";
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

  test("after a save that moves every page the small pictures in sight are drawn, and the others when they are come to", async () => {
    const desk = newsroom();
    // No two pages look the same.
    const numbered = long(560).replace(/又一段/g, (_, at: number) => `第 ${at} 段`);
    desk.write("content/2025-01.yaml", numbered);
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const small = page.locator(".thumbnail canvas");
    const drawn = () =>
      small.evaluateAll((all) =>
        all.map((one) => (one as HTMLCanvasElement).width > 1 && !one.hasAttribute("data-old")),
      );
    await expect.poll(async () => (await drawn())[0]).toBe(true);
    const last = (await small.count()) - 1;
    await page.locator(".list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(async () => (await drawn())[last]).toBe(true);
    await small.evaluateAll((all) => {
      for (const one of all) one.setAttribute("data-old", "");
    });
    const moved = numbered.replace(
      "      - {",
      `${"      - { zh: 新的一段。, en: A new one. }\n".repeat(4)}      - {`,
    );
    desk.write("content/2025-01.yaml", moved);
    await showsText(page, "新的一段");
    await expect.poll(async () => (await drawn())[last], { timeout: 20_000 }).toBe(true);
    await page.waitForTimeout(300);
    expect((await drawn())[3]).toBe(false);
    await page.locator(".list").evaluate((list) => list.scrollTo(0, 0));
    await expect.poll(async () => (await drawn())[3]).toBe(true);
    expect(faults.get(page)).toEqual([]);
  });

  test("the keys for the next page and the one before lead past both pages of a spread, and over small ones one by one", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", long(300));
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const count = await page.locator(".page").count();
    expect(count).toBeGreaterThan(6);
    const pressed = async (keys: string) => {
      const numbers: number[] = [];
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(120);
        numbers.push(Number(await page.getByLabel("页", { exact: true }).inputValue()));
      }
      return numbers;
    };
    await pressed("d");
    expect(await pressed("nnnppp")).toEqual([2, 4, 6, 4, 2, 1]);
    await pressed("d");
    await page.setViewportSize({ width: 1280, height: 1000 });
    await pressed("-".repeat(9));
    expect(await pressed("nnpp")).toEqual([2, 3, 2, 1]);
  });

  test("enlarged, the middle of the window stays there, and what is searched for is come to from side to side", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", long(20));
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const middle = () =>
      page.locator(".viewer").evaluate((viewer) => {
        const [view, one] = [viewer, viewer.querySelector(".page")!].map((e) => e.getBoundingClientRect());
        return (view!.left + viewer.clientWidth / 2 - one!.left) / one!.width;
      });
    for (let k = 0; k < 6; k++) await page.keyboard.press("+");
    expect(await middle()).toBeCloseTo(0.5, 2);
    const inSight = () =>
      page.evaluate(() => {
        const view = document.querySelector(".viewer")!.getBoundingClientRect();
        const found = document.querySelector(".found .present")!.getBoundingClientRect();
        return found.left >= view.left && found.right <= view.right && found.top >= view.top;
      });
    await page.keyboard.press("/");
    await page.keyboard.type("One more");
    await expect.poll(inSight).toBe(true);
    await page.locator(".search input").fill("又一段");
    await expect.poll(inSight).toBe(true);
    await page.locator(".search input").fill("One more");
    await expect.poll(inSight).toBe(true);
  });

  test("what is lost on its way to the page is asked for again: picture, lines and marks are those of the last save", async () => {
    const desk = newsroom();
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const lost = new Set<string>();
    for (const [name, answer] of [
      ["pdf", { status: 400 }],
      ["layer", null],
    ] as const)
      await page.route(`**/api/${name}?*`, (route) => {
        if (lost.has(name)) return route.continue();
        lost.add(name);
        return answer ? route.fulfill(answer) : route.abort();
      });
    const before = await page.locator(".page").getAttribute("data-shown");
    desk.write("content/2025-01.yaml", ISSUE.replace("The first", "The very first"));
    await showsText(page, "The very first");
    expect(await page.locator(".page").getAttribute("data-shown")).not.toBe(before);
    expect([...lost]).toEqual(["pdf", "layer"]);
  });

  test("a save that is taken back before its pages or its lines have come leaves those of before", async () => {
    for (const kept of ["pdf", "layer"] as const) {
      const desk = newsroom();
      const { url } = await startPreview(desk);
      const page = await openTab(tabs.context, url);
      const witness = await openTab(tabs.context, url);
      let goOn = () => {};
      const released = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      let isFirst = true;
      await page.route(`**/api/${kept}?*`, async (route) => {
        if (isFirst) {
          isFirst = false;
          await released;
        }
        await route.continue();
      });
      const [asked] = await Promise.all([
        page.waitForRequest(`**/api/${kept}?*`),
        desk.write("content/2025-01.yaml", ISSUE.replace("The first", "The very first")),
      ]);
      await showsText(witness, "The very first");
      desk.write("content/2025-01.yaml", ISSUE);
      await showsText(witness, "The first");
      const arrived = page.waitForEvent("requestfinished", (request) => request.url() === asked.url());
      goOn();
      await arrived;
      await page.waitForTimeout(300);
      const shown = () => page.locator(".page").getAttribute("data-shown");
      await expect
        .poll(shown, { timeout: 10_000 })
        .toBe(await witness.locator(".page").getAttribute("data-shown"));
      expect((await linesOf(page)).join(" ")).toContain("The first");
    }
  });

  test("a server that was halted (Ctrl+Z, an overloaded machine) is told, and that it goes on", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await tabs.context.newPage();
    await page.clock.install();
    await page.goto(url);
    await showsText(page, "The first");
    const state = page.locator(".state");
    let isHalted = true;
    await page.route("**/api/project", (route) => (isHalted ? route.abort("timedout") : route.continue()));
    await page.clock.fastForward(20_000);
    await expect.poll(() => state.textContent()).toBe("预览程序没有回应，正在重新连接……");
    isHalted = false;
    await page.clock.fastForward(20_000);
    await expect.poll(() => state.textContent()).not.toContain("没有回应");
  });
});
