import { describe, expect, test } from "vitest";
import { CHROMIUM, faults, openTab, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const PARAGRAPHS = "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(120);
const TWO_ARTICLES = `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - title: { zh: 第一篇, en: The first one }
    body:
      - zh: 见 https://www.example.org/a ，有注。[^law]
        en: See https://www.example.org/a for it.[^law]
${PARAGRAPHS}  - title: { zh: 第二篇, en: The second one }
    body:
      - { zh: 末段。, en: The last paragraph. }
notes:
  law: { zh: 一部法律。, en: A law. }
`;

describe.skipIf(CHROMIUM === null)("links on the pages in Chromium (skipped without it)", () => {
  const tabs = useChromium();
  const editor = `"${process.execPath}" --version`;
  const open = async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TWO_ARTICLES);
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, url);
    const number = () => page.getByLabel("页", { exact: true }).inputValue();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const sign = (name: string | RegExp) => page.getByRole("link", { name, exact: true });
    return { page, number, focused, sign };
  };

  test("a click opens the source; Ctrl+click follows an entry of the contents to its article, and a note's number to the note and back", async () => {
    const { page, number, focused } = await open();
    const entry = page.locator(".line", { hasText: "The second one" }).first();
    await entry.click();
    expect(await number()).toBe("1");
    expect(await page.locator("[data-place]").textContent()).toContain("2025-01.yaml:");
    await entry.click({ modifiers: ["Control"] });
    await expect.poll(number).not.toBe("1");
    expect(await focused()).toMatch(/第二篇|The second one/);
    const last = await number();
    await page.keyboard.press("p");
    await expect.poll(number).not.toBe(last);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 0));
    const line = page.locator(".line", { hasText: "有注" });
    const { width, height } = (await line.boundingBox())!;
    // The raised number is the last of the line.
    await line.click({ position: { x: width - 2, y: height * 0.6 }, modifiers: ["Control"] });
    // At the number of the note, which leads back.
    const beside = () =>
      page.evaluate(() => {
        const lines = [...document.querySelectorAll(".line")];
        return lines[lines.indexOf(document.activeElement!) + 1]?.textContent;
      });
    await expect.poll(beside).toContain("一部法律");
    await page.keyboard.press("Control+Enter");
    await expect.poll(focused).toContain("https://www.example.org/a");
    expect(faults.get(page)).toEqual([]);
  });

  test("a sign beside a link is shown where its text is pointed at, and leads there by the pointer and by the keyboard", async () => {
    const { page, number, focused, sign } = await open();
    const second = sign(/^前往第 \d+ 页：The second one$/);
    const [there] = (await second.getAttribute("aria-label"))!.match(/\d+/)!;
    const opacity = () => second.evaluate((one) => getComputedStyle(one).opacity);
    expect(await opacity()).toBe("0");
    await page.locator(".line", { hasText: "The second one" }).first().hover();
    expect(await opacity()).toBe("1");
    await second.click();
    await expect.poll(number).toBe(there);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 0));
    await second.focus();
    expect(await opacity()).toBe("1");
    await page.keyboard.press("Enter");
    await expect.poll(number).toBe(there);
    expect(await focused()).toMatch(/第二篇|The second one/);
    await page.getByRole("button", { name: "English" }).click();
    expect(await sign(`Go to page ${there}: The second one`).count()).toBe(1);
    // None of it opened the source.
    expect(await page.locator("[data-place]").count()).toBe(0);
  });

  test("an address opens in a window of its own, which knows nothing of the preview", async () => {
    const { page, sign } = await open();
    await tabs.context.route("https://www.example.org/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>there</p>" }),
    );
    const links = sign("在新窗口中打开：https://www.example.org/a");
    expect(await links.count()).toBe(2);
    await page.locator(".line", { hasText: "See https" }).hover();
    const [byHand] = await Promise.all([tabs.context.waitForEvent("page"), links.last().click()]);
    await byHand.waitForSelector("p");
    const line = page.locator(".line", { hasText: "See https" });
    const { width, height } = (await line.boundingBox())!;
    const position = { x: width * 0.6, y: height / 2 };
    const [byKey] = await Promise.all([
      tabs.context.waitForEvent("page"),
      line.click({ position, modifiers: ["Control"] }),
    ]);
    await byKey.waitForSelector("p");
    for (const opened of [byHand, byKey]) {
      expect(opened.url()).toBe("https://www.example.org/a");
      expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
    }
    expect(await page.locator("[data-place]").count()).toBe(0);
  });

  test("mail and telephone say what they do in both languages, and open no empty window", async () => {
    const desk = newsroom();
    const zh = "写信至[编辑部](mailto:office@example.org)或[来电](tel:+862100000000)。";
    const en = "[Write](mailto:office@example.org) or [telephone](tel:+862100000000) us.";
    desk.write(
      "content/2025-01.yaml",
      ISSUE.replace("第一段文字。", `"${zh}"`).replace("The first paragraph.", `"${en}"`),
    );
    const page = await openTab(tabs.context, (await startPreview(desk, { editor })).url);
    const signs = () =>
      page.locator(".go").evaluateAll((all) => all.map((one) => [one.ariaLabel, one.getAttribute("target")]));
    const mailed = ["写邮件：office@example.org", null];
    const called = ["拨打电话：+862100000000", null];
    expect(await signs()).toEqual([mailed, called, mailed, called]);
    // The browser has no program for either: that it asks for one is all there is to see.
    const asked = () => page.evaluate(() => Number(document.documentElement.dataset.asked ?? 0));
    await page.evaluate(() => {
      const { dataset } = document.documentElement;
      window.addEventListener("beforeunload", () => {
        dataset.asked = String(Number(dataset.asked ?? 0) + 1);
      });
    });
    await page.locator(".go").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(asked).toBe(1);
    await page
      .locator(".line", { hasText: "Write" })
      .click({ modifiers: ["Control"], position: { x: 6, y: 6 } });
    await expect.poll(asked).toBe(2);
    expect(tabs.context.pages()).toEqual([page]);
    await page.getByRole("button", { name: "English" }).click();
    expect((await signs()).map(([name]) => name).slice(0, 2)).toEqual([
      "Write an e-mail: office@example.org",
      "Call: +862100000000",
    ]);
    expect(faults.get(page)).toEqual([]);
  });

  test("a warning on a title leads to the title, not to its entry in the contents", async () => {
    const desk = newsroom();
    desk.write(
      "content/2025-01.yaml",
      TWO_ARTICLES.replace("{ zh: 第二篇, en: The second one }", "{ zh: 第二篇 }"),
    );
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, `${url}&edition=zh`);
    const [first, last] = ["第一篇", "第二篇"].map((title) => page.locator(".line", { hasText: title }));
    expect(await first!.count()).toBeGreaterThan(1);
    await page.locator(".faults").click();
    await page.locator(".panel:not([hidden]) .place", { hasText: "2025-01.yaml" }).first().click();
    const chosen = page.locator(".drawn .chosen rect");
    await expect.poll(() => chosen.count()).toBe(1);
    const pageOf = (one: typeof chosen) =>
      one.evaluate((mark) => mark.closest<HTMLElement>(".page")!.dataset.page);
    expect(await pageOf(chosen)).toBe(await pageOf(last!.last()));
    expect(await pageOf(chosen)).not.toBe(await pageOf(last!.first()));
  });
});
