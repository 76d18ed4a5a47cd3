import { mkdirSync, renameSync, rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { Proofread } from "../src/app/preview-host.ts";
import { CHROMIUM, faults, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom, PUBLICATION } from "./newsroom.ts";

describe.skipIf(CHROMIUM === null)("from view to view in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("what is told under the pages follows the language of the page", async () => {
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    const state = page.locator(".state");
    await expect.poll(() => state.textContent()).toBe("共 1 页");
    await page.getByRole("button", { name: "English" }).click();
    expect(await state.textContent()).toBe("1 page");
    // No sign of the other language's stays in the names of the controls either.
    const names = page.locator(".toolbar [title]");
    const titles = await names.evaluateAll((all) => all.map((one) => one.getAttribute("title")));
    expect(titles.join("")).toMatch(/^[ -~]+$/);
  });

  test("pages that were just come to are counted, not told to be unchanged", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    desk.write("content/2025-01.yaml", ISSUE.replace("第一段", "改过的一段"));
    await showsText(page, "改过的一段");
    await expect.poll(() => page.locator(".state").textContent()).toContain("已更新第 1 页");
    const told = await page.evaluateHandle(() => {
      const said: string[] = [];
      const state = document.querySelector(".state")!;
      const look = () => said.push(state.textContent ?? "");
      new MutationObserver(look).observe(state, { childList: true, characterData: true, subtree: true });
      return said;
    });
    for (const name of ["中文", "双语"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expect.poll(async () => (await told.jsonValue()).at(-1)).toMatch(/^共 1 页|版面未变/);
      await page.waitForTimeout(300);
    }
    expect((await told.jsonValue()).join()).not.toContain("版面未变");
  });

  test("a view that has no pages yet shows none, and not those of the view before", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("overall", "overal"));
    const page = await openTab(tabs.context, url);
    await expect.poll(() => page.locator("select.issue option").count(), { timeout: 15_000 }).toBe(2);
    await page.locator("select.issue").selectOption("2025-02");
    await page.locator(".problems").waitFor();
    await expect.poll(() => page.locator(".page, .thumbnail").count()).toBe(0);
    expect(await page.locator(".pages").textContent()).toBe("/ 0");
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("第一段", "下一期"));
    await showsText(page, "下一期文字");
    await expect.poll(() => page.locator(".thumbnail").count()).toBe(1);
    expect(faults.get(page)).toEqual([]);
  });

  test("another issue begins at its top; another edition stays where it was", async () => {
    const desk = newsroom();
    const long = ISSUE + "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(60);
    desk.write("content/2025-01.yaml", long);
    desk.write("content/2025-02.yaml", long.replace("2025-01", "2025-02"));
    const { url } = await startPreview(desk, { issue: "2025-01" });
    const page = await openTab(tabs.context, url);
    const top = () => page.locator(".viewer").evaluate((viewer) => viewer.scrollTop);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 800));
    await page.getByRole("button", { name: "英文", exact: true }).click();
    await expect.poll(() => page.locator(".state").textContent(), { timeout: 15_000 }).toMatch(/^共/);
    expect(await top()).toBe(800);
    await page.locator("select.issue").selectOption("2025-02");
    await showsText(page, "2025-02");
    expect(await top()).toBe(0);
  });

  test("what was chosen in one issue is chosen in no other, and was in none when it is come back to", async () => {
    const desk = newsroom();
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("第一段", "下一期"));
    const { url } = await startPreview(desk, { issue: "2025-01", editor: `"${process.execPath}" --version` });
    const page = await openTab(tabs.context, url);
    await page.locator(".line", { hasText: "第一段文字" }).click();
    expect(await page.locator("[data-place]").textContent()).toContain("2025-01.yaml:");
    const [place, chosen] = [page.locator("[data-place]"), page.locator(".chosen rect")];
    expect([await place.count(), await chosen.count()]).toEqual([1, 1]);
    await page.getByRole("button", { name: "中文", exact: true }).click();
    await expect.poll(() => page.locator(".state").textContent()).toMatch(/^共/);
    expect([await place.count(), await chosen.count()]).toEqual([1, 1]);
    await page.locator("select.issue").selectOption("2025-02");
    expect(await place.count()).toBe(0);
    await showsText(page, "下一期文字");
    await page.locator("select.issue").selectOption("2025-01");
    await showsText(page, "第一段文字");
    expect([await place.count(), await chosen.count()]).toEqual([0, 0]);
    expect(faults.get(page)).toEqual([]);
  });

  test("an issue and a theme that were renamed while they are looked at stay named, and the others can be chosen", async () => {
    const desk = newsroom();
    const next = ISSUE.replace("2025-01", "2025-02").replace("第一段", "下一期");
    desk.write("content/2025-02.yaml", next);
    mkdirSync(desk.path("content/themes"));
    desk.write("content/themes/ours.yaml", "extends: briefing\n");
    const { url } = await startPreview(desk, { issue: "2025-01" });
    const page = await openTab(tabs.context, url);
    const chosen = (name: string) =>
      page
        .locator(`select.${name}`)
        .evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent);
    await page.locator("select.theme").selectOption("ours");
    await expect.poll(() => page.locator(".state").textContent(), { timeout: 15_000 }).toMatch(/^共/);
    renameSync(desk.path("content/themes/ours.yaml"), desk.path("content/themes/house.yaml"));
    await expect.poll(() => chosen("theme"), { timeout: 15_000 }).toBe("ours（已不存在）");
    await page.locator("select.theme").selectOption("house");
    renameSync(desk.path("content/2025-01.yaml"), desk.path("content/2025-03.yaml"));
    await expect.poll(() => chosen("issue"), { timeout: 15_000 }).toBe("2025-01（已不存在）");
    await page.locator("select.issue").selectOption("2025-02");
    await showsText(page, "下一期文字");
    expect(await page.locator("select.issue option").count()).toBe(2);
  });

  test("where the theme is gone, another edition is shown in the publication's own", async () => {
    const desk = newsroom();
    mkdirSync(desk.path("content/themes"));
    desk.write("content/themes/ours.yaml", "extends: briefing\n");
    const { url } = await startPreview(desk, { theme: "ours" });
    const page = await openTab(tabs.context, url);
    renameSync(desk.path("content/themes/ours.yaml"), desk.path("content/themes/house.yaml"));
    await page.locator(".problems").waitFor();
    await page.keyboard.press("e");
    await page.locator(".problems").waitFor({ state: "hidden" });
    await expect.poll(() => page.locator(".state").textContent()).toBe("共 1 页");
    expect(await page.locator("select.theme").inputValue()).toBe("");
    expect(faults.get(page)).toEqual([]);
  });

  test("a page's number that is typed leads there, to the last page if there are fewer, and follows the pages again", async () => {
    const desk = newsroom();
    desk.write(
      "content/2025-01.yaml",
      ISSUE + "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(80),
    );
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const number = page.getByLabel("页", { exact: true });
    await number.fill("2");
    await number.press("Enter");
    expect(await page.locator(".viewer").evaluate((viewer) => viewer.scrollTop)).toBeGreaterThan(500);
    await page.keyboard.press("p");
    await expect.poll(() => number.inputValue()).toBe("1");
    await number.fill("99");
    await number.press("Enter");
    await expect.poll(() => number.inputValue()).toBe(String(await page.locator(".page").count()));
  });

  test("the bar above the pages stays one row in windows of usual widths, and names in the sidebar stay inside it", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 1440, height: 800 } });
    const desk = newsroom();
    desk.write(
      "content/publication.yaml",
      PUBLICATION.replace("en: Trial", "en: Pujiang Innovation Observation"),
    );
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    for (const width of [1280, 1200, 1120, 1000, 900, 820]) {
      await page.setViewportSize({ width, height: 700 });
      expect((await page.locator(".toolbar").boundingBox())!.height, `${width}`).toBeLessThan(50);
    }
    await page.setViewportSize({ width: 420, height: 700 });
    // Two rows are enough there.
    expect((await page.locator(".toolbar").boundingBox())!.height).toBeLessThan(80);
    const over = await page.locator(".tabs").evaluate((tabs) => tabs.scrollWidth - tabs.clientWidth);
    expect(over).toBe(0);
  });

  test("in narrow windows what is told is whole beside the way to a change, and so are the view options", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 360, height: 600 } });
    const desk = newsroom();
    const long = ISSUE + "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(60);
    desk.write("content/2025-01.yaml", long);
    const said = { zh: "请再看一眼", en: "look again" };
    const start = ISSUE.indexOf("段文字");
    const span = { file: desk.path("content/2025-01.yaml"), start, end: start + 2 };
    const proofread: Proofread = async () => [{ severity: "warning", code: "trial", span, said }];
    const page = await openTab(tabs.context, (await startPreview(desk, { proofread })).url);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, viewer.scrollHeight));
    desk.write("content/2025-01.yaml", long.replace("The first", "Another"));
    for (const shown of [".change", ".proofs"]) await page.locator(shown).waitFor();
    const cut = () =>
      page
        .locator(".state")
        .evaluate((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    await expect.poll(() => page.locator(".state").textContent()).toMatch(/^Updated page/);
    for (const width of [320, 360, 420]) {
      await page.setViewportSize({ width, height: 600 });
      expect(await cut(), `${width}`).toBe(false);
      await page.locator("summary").click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const sheet = (await page.locator(".menu .sheet").boundingBox())!;
      expect(sheet.x).toBeGreaterThanOrEqual(0);
      expect(sheet.x + sheet.width).toBeLessThanOrEqual(width);
      await page.keyboard.press("Escape");
    }
    desk.write("content/2025-01.yaml", long.replace("overall", "overal"));
    await page.locator(".problems").waitFor();
    expect(await cut()).toBe(false);
  });

  test("in a narrow window the count of faults is whole, and nothing is wider than the window", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 420, height: 600 } });
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    await page.locator(".line", { hasText: "第一段" }).click();
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    await page.locator(".problems").waitFor();
    const count = (await page.locator(".faults").boundingBox())!;
    expect(count.x + count.width).toBeLessThanOrEqual(420);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
  });

  test("in a narrow window name and line of the chosen place are whole beside what else is told, and so is a note", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 420, height: 600 } });
    const desk = newsroom();
    const said = {
      zh: "请再看一眼",
      en: "a note that is so long that it could not stand in a bar of this width at all",
    };
    const start = ISSUE.indexOf("段文字");
    const span = { file: desk.path("content/2025-01.yaml"), start, end: start + 2 };
    const proofread: Proofread = async () => [{ severity: "warning", code: "trial", span, said }];
    const { url } = await startPreview(desk, { proofread, editor: `"${process.execPath}" --version` });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("4");
    const line = page.locator(".line", { hasText: "第一段" });
    await line.click();
    const cut = (selector: string) =>
      page
        .locator(selector)
        .evaluate((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);
    await expect.poll(() => page.locator(".notes").textContent()).toBe(said.en);
    expect(await page.locator(".notes").isVisible()).toBe(true);
    expect(await cut(".notes")).toBe(false);
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    await page.locator(".problems").waitFor();
    expect(await page.locator("[data-place]").textContent()).toMatch(/content\/2025-01\.yaml:7:\d+$/);
    const name = (await page.locator("[data-place] span").last().boundingBox())!;
    const copy = (await page.getByRole("button", { name: "Copy" }).boundingBox())!;
    const state = (await page.locator(".state").boundingBox())!;
    expect(name.x + name.width).toBeLessThanOrEqual(copy.x);
    expect(copy.y + copy.height <= state.y || copy.x + copy.width <= state.x).toBe(true);
    expect(name.width).toBeGreaterThan(100);
  });

  test("a window of 900 pixels begins without the sidebar, which would stand over the pages", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 900, height: 700 } });
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    expect(await page.locator(".sidebar").isVisible()).toBe(false);
  });

  test("Esc closes the sidebar where it stands over the pages, behind what lies over it, and leaves it beside them", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 900, height: 700 } });
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    const sidebar = page.locator(".sidebar");
    await page.keyboard.press("s");
    await sidebar.locator("button").first().focus();
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    expect(await sidebar.isVisible()).toBe(true);
    await sidebar.locator("button").first().focus();
    await page.keyboard.press("Escape");
    expect(await sidebar.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("viewer");
    await page.setViewportSize({ width: 1200, height: 700 });
    await page.keyboard.press("s");
    await page.keyboard.press("Escape");
    expect(await sidebar.isVisible()).toBe(true);
  });

  test("an address that leads nowhere says so in both languages, and leads back", async () => {
    const { url } = await startPreview(newsroom());
    const page = await tabs.context.newPage();
    const answer = await page.goto(new URL("/2025-01.html", url).href);
    expect(answer!.status()).toBe(404);
    const text = await page.locator("main").textContent();
    for (const word of ["没有这一页", "No such page"]) expect(text).toContain(word);
    await page.getByRole("link", { name: "Back to the preview" }).click();
    await page.waitForSelector(".page[data-shown] .line");
    // What is no visit of a page is answered in short.
    expect(await (await fetch(new URL("/nothing.js", url))).text()).toBe("");
  });

  test("a page of a folder without issues shows the first that is added", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    rmSync(desk.path("content/2025-01.yaml"));
    await page.locator(".problems").waitFor();
    await page.reload();
    const state = page.locator(".state");
    await expect.poll(() => state.textContent(), { timeout: 15_000 }).toContain("没有任何一期");
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("第一段", "新一期"));
    await showsText(page, "新一期文字");
    expect(await page.locator("select.issue").inputValue()).toBe("2025-02");
    expect(page.url()).toContain("issue=2025-02");
  });

  test("tabs that lie behind others leave the connections to those in front, and are up to date when they are come back to", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    /** The browser of the tests has every tab in front. */
    const turn = (page: Page, state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    const behind: Page[] = [];
    for (let k = 0; k < 7; k++) {
      const page = await openTab(tabs.context, url);
      behind.push(page);
      await turn(page, "hidden");
    }
    desk.write("content/2025-01.yaml", ISSUE.replace("第一段", "后来的一段"));
    await showsText(await openTab(tabs.context, url), "后来的一段");
    await turn(behind[0]!, "visible");
    await showsText(behind[0]!, "后来的一段");
    desk.write("content/2025-01.yaml", ISSUE.replace("第一段", "更后来的一段"));
    await showsText(behind[0]!, "更后来的一段");
    expect(await behind[0]!.locator(".state").textContent()).toContain("已更新第 1 页");
    expect(faults.get(behind[0]!)).toEqual([]);
  });

  test("an address that is changed in the open page leads to its issue and edition; one of no issue is put right", async () => {
    const desk = newsroom();
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("The first", "The next"));
    const { url } = await startPreview(desk, { issue: "2025-01" });
    const page = await openTab(tabs.context, url);
    await page.evaluate(() => location.assign("#issue=2025-02&edition=en"));
    await showsText(page, "The next paragraph");
    expect(await page.locator("select.issue").inputValue()).toBe("2025-02");
    expect(await page.locator('[aria-pressed="true"]', { hasText: "英文" }).count()).toBe(1);
    await page.evaluate(() => location.assign("#issue=1999-01"));
    await expect.poll(() => page.url()).toContain("#issue=2025-02&edition=en");
  });

  test("the bar stays one row where the issue that is looked at is gone", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 1024, height: 700 } });
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    renameSync(desk.path("content/2025-01.yaml"), desk.path("content/2025-03.yaml"));
    await expect.poll(() => page.locator("select.issue option").count(), { timeout: 15_000 }).toBe(2);
    expect((await page.locator(".toolbar").boundingBox())!.height).toBeLessThan(50);
  });
});
