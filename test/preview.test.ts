import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Proofread } from "../src/app/preview-host.ts";
import { CHROMIUM, faults, linesOf, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ROOT } from "./fixture.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const REAL = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");

/** A room with the real issue beside the small one. */
function room() {
  const made = newsroom();
  made.write("content/publication.yaml", readFileSync(join(ROOT, "content/publication.yaml")));
  made.write("content/2024-14.yaml", REAL);
  return made;
}

describe.skipIf(CHROMIUM === null)("the preview in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("shows every page of the real issue, its lines as text over the pictures, and breaks no rule of its own", async () => {
    const { url } = await startPreview(room(), { issue: "2024-14" });
    const page = await openTab(tabs.context, url);
    expect(await page.locator(".page").count()).toBe(5);
    const inks = await page
      .locator(".page canvas")
      .first()
      .evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
        return data.filter((value, k) => k % 4 === 0 && value < 128).length;
      });
    expect(inks).toBeGreaterThan(2000);
    const lines = await linesOf(page);
    expect(lines.join("")).toContain("上海浦江创新论坛中心");
    expect(lines.join("")).toContain("Shanghai Pujiang Innovation Forum Center");
    expect(await page.locator('.text[lang="zh-CN"]').count()).toBeGreaterThan(10);
    expect(await page.locator('.text[lang="en"][role="heading"]').count()).toBe(3);
    expect(faults.get(page)).toEqual([]);
  });

  test("a save changes its page alone, in place: scroll and zoom stay, the changed lines are marked", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { issue: "2024-14" });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("+");
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 700));
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => {
      const canvases = [...document.querySelectorAll<HTMLElement>(".page canvas")];
      for (const canvas of canvases) canvas.dataset.old = "";
      return {
        top: document.querySelector(".viewer")!.scrollTop,
        percent: document.querySelector(".percent")!.textContent,
      };
    });
    desk.write(
      "content/2024-14.yaml",
      REAL.replace("作为我国改革开放的试验田", "作为我国改革开放的新试验田"),
    );
    await showsText(page, "作为我国改革开放的新试验田");
    expect(await page.locator(".page:nth-child(1) .fresh rect").count()).toBeGreaterThan(0);
    const after = await page.evaluate(() => ({
      top: document.querySelector(".viewer")!.scrollTop,
      percent: document.querySelector(".percent")!.textContent,
      kept: [...document.querySelectorAll<HTMLElement>(".page canvas")].map(
        (canvas) => canvas.dataset.old !== undefined,
      ),
    }));
    expect(after.top).toBe(before.top);
    expect(after.percent).toBe(before.percent);
    expect(after.kept).toEqual([false, true, true, true, true]);
    await expect.poll(() => page.locator(".fresh").count(), { timeout: 10_000 }).toBe(0);
  });

  test("a click lands on the line and column that it was typed at, and opens the editor there, without a shell", async () => {
    const desk = newsroom();
    const told = desk.path("told.json");
    const script = desk.path("it's an editor; echo.mjs");
    writeFileSync(
      script,
      `import fs from "node:fs";fs.writeFileSync(${JSON.stringify(told)},JSON.stringify(process.argv.slice(2)))`,
    );
    const editor = `"${process.execPath}" "${script}" --goto {file}:{line}:{column}`;
    const { url } = await startPreview(desk, { editor });
    const page = await openTab(tabs.context, url);
    const line = page.locator(".line", { hasText: "第一段文字" });
    const { width, height } = (await line.boundingBox())!;
    // The third of six characters.
    await line.click({ position: { x: width * (2.5 / 6), y: height / 2 } });
    const column = ISSUE.split("\n")[6]!.indexOf("段") + 1;
    const place = `${desk.path("content/2025-01.yaml")}:7:${column}`;
    await expect.poll(() => page.locator("[data-place]").textContent()).toBe(place);
    await expect
      .poll(() => existsSync(told) && readFileSync(told, "utf8"))
      .toBe(JSON.stringify(["--goto", place]));
    expect(faults.get(page)).toEqual([]);
  });

  test("without an editor command the place is a vscode:// link; the keyboard reaches every line", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    await page.locator(".line[tabindex]").focus();
    const reached: (string | undefined)[] = [];
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const lines = await page.locator(".line").allTextContents();
    for (const line of lines) {
      reached.push((await focused())!);
      if (line === "The first paragraph.") await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowDown");
    }
    expect(reached).toEqual(lines);
    const link = await page.locator(".places a").getAttribute("href");
    expect(link).toBe(`vscode://file${desk.path("content/2025-01.yaml")}:8:13`);
    const back: (string | undefined)[] = [];
    for (const _ of lines.slice(lines.indexOf("The first paragraph."))) {
      back.push((await focused())!);
      await page.keyboard.press("ArrowUp");
    }
    expect(back).toEqual(lines.slice(lines.indexOf("The first paragraph.")).reverse());
    expect(await focused()).toContain("第一段");
  });

  test("pointing at a text lights its other language", async () => {
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    await page.locator(".line", { hasText: "第一段" }).hover();
    const partner = page.locator(".drawn .pair .partner");
    expect(await partner.count()).toBe(1);
    const english = (await page.locator(".line", { hasText: "The first" }).boundingBox())!;
    const lit = (await partner.boundingBox())!;
    expect(Math.abs(lit.x - english.x)).toBeLessThan(2);
    expect(Math.abs(lit.y - english.y)).toBeLessThan(3);
  });

  test("faults are told over the last good pages in the page's language, and go when they are mended", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    const panel = page.locator(".problems");
    await panel.waitFor();
    expect(await panel.getAttribute("role")).toBe("alert");
    expect(await panel.textContent()).toContain("是否应为“overall”");
    expect(await panel.textContent()).toMatch(/2025-01\.yaml:2:1/);
    expect((await linesOf(page)).join("")).toContain("第一段文字");
    await page.getByRole("button", { name: "English" }).click();
    expect(await panel.textContent()).toContain("did you mean “overall”?");
    desk.write("content/2025-01.yaml", ISSUE.replace("第一段", "修好的一段"));
    await showsText(page, "修好的一段");
    expect(await panel.isVisible()).toBe(false);
  });

  test("an issue that is broken from the start says so, and shows its pages when it is mended", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", ISSUE.replace("        en: The first paragraph.\n", ""));
    const { url } = await startPreview(desk);
    const page = await tabs.context.newPage();
    await page.goto(url);
    await page.locator(".problems").waitFor();
    expect(await page.locator(".page").count()).toBe(0);
    await page.getByRole("button", { name: "中文", exact: true }).click();
    await showsText(page, "第一段文字");
    desk.write("content/2025-01.yaml", ISSUE);
    await page.getByRole("button", { name: "双语", exact: true }).click();
    await showsText(page, "The first paragraph");
  });

  test("two tabs follow the same save, each in its own edition", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const [first, second] = [
      await openTab(tabs.context, url),
      await openTab(tabs.context, `${url}&edition=en`),
    ];
    expect((await linesOf(second)).join("")).not.toContain("第一段");
    const text = ISSUE.replace("第一段文字", "另一段文字").replace("The first", "Another");
    desk.write("content/2025-01.yaml", text);
    await showsText(first, "另一段文字");
    await showsText(second, "Another paragraph");
    expect(faults.get(second)).toEqual([]);
  });

  test("a server that is started anew finds its tab again, in its place, with a new token", async () => {
    const desk = room();
    const running = await startPreview(desk, { issue: "2024-14" });
    const page = await openTab(tabs.context, running.url);
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, 900));
    const token = () => page.locator('meta[name="token"]').getAttribute("content");
    const before = await token();
    await running.stop();
    await expect.poll(() => page.locator(".state").textContent(), { timeout: 15_000 }).toContain("重新连接");
    await startPreview(desk, { issue: "2024-14", port: running.port });
    await expect.poll(token, { timeout: 15_000 }).not.toBe(before);
    await showsText(page, "作为我国改革开放的试验田");
    expect(await page.locator(".viewer").evaluate((viewer) => viewer.scrollTop)).toBe(900);
    desk.write("content/2024-14.yaml", REAL.replace("作为我国改革开放的试验田", "作为改革开放的试验田"));
    await showsText(page, "作为改革开放的试验田");
  });

  test("search finds both languages over line ends, forwards and backwards", async () => {
    const { url } = await startPreview(room(), { issue: "2024-14" });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("/");
    const count = page.locator(".search .count");
    const matches = (pattern: RegExp) => REAL.match(pattern)!.length;
    await page.keyboard.type("新质生产力发展");
    expect(await count.textContent()).toMatch(/^1 \/ \d+$/);
    await page.locator(".search input").fill("科技体制机制改革");
    expect(Number((await count.textContent())!.split("/")[1])).toBe(matches(/科技体制机制改革/g));
    await page.locator(".search input").fill("technological self-reliance");
    expect(Number((await count.textContent())!.split("/")[1])).toBe(matches(/technological self-reliance/gi));
    await page.locator(".search input").fill("zhongguancun");
    const all = Number((await count.textContent())!.split("/")[1]);
    expect(all).toBe(matches(/zhongguancun/gi));
    await page.keyboard.press("Shift+Enter");
    expect(await page.locator(".drawn .found .present").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect(await page.locator(".drawn .found").count()).toBe(0);
  });

  test("editions, themes, spread, overlays and outline are switched by keys and controls", async () => {
    const { url } = await startPreview(room(), { issue: "2024-14" });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("e");
    await expect.poll(() => page.locator(".page").count(), { timeout: 20_000 }).toBe(2);
    await page.keyboard.press("e");
    await page.keyboard.press("e");
    await expect.poll(() => page.locator(".page").count(), { timeout: 20_000 }).toBe(5);
    const wide = () =>
      page
        .locator(".page")
        .first()
        .evaluate((one) => (one as HTMLElement).style.getPropertyValue("--w"));
    await page.getByLabel("版式").selectOption("briefing-16k");
    await expect.poll(async () => Number(await wide()), { timeout: 20_000 }).toBeCloseTo(524.4, 0);
    await page.keyboard.press("d");
    const boxes = await page
      .locator(".page")
      .evaluateAll((pages) => pages.map((one) => one.getBoundingClientRect()));
    expect(boxes[1]!.top).toBeCloseTo(boxes[2]!.top, 0);
    for (const key of ["1", "2", "3"]) await page.keyboard.press(key);
    await expect.poll(() => page.locator(".drawn .grid .row").count()).toBeGreaterThan(50);
    expect(await page.locator(".page:first-child .drawn .columns rect").count()).toBe(2);
    expect(await page.locator(".drawn .glue .loose").count()).toBeGreaterThan(5);
    await page.getByRole("button", { name: "目录" }).click();
    await page.getByRole("button", { name: /建设成效/ }).click();
    expect(await page.locator(".viewer").evaluate((viewer) => viewer.scrollTop)).toBeGreaterThan(100);
    expect(faults.get(page)).toEqual([]);
  });

  test("what proofreading finds is marked where it was typed, and told when it is pointed at", async () => {
    const desk = newsroom();
    const start = ISSUE.indexOf("段文字");
    const proofread: Proofread = async ({ view }) => [
      {
        severity: "warning",
        code: "trial",
        span: { file: desk.path(`content/${view.issue}.yaml`), start, end: start + 2 },
        said: { zh: "请再看一眼", en: "look again" },
      },
    ];
    const { url } = await startPreview(desk, { proofread });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("4");
    const mark = (await page.locator(".drawn .proof .warning").boundingBox())!;
    const line = page.locator(".line", { hasText: "第一段文字" });
    const whole = (await line.boundingBox())!;
    // Characters 3 and 4 of 6.
    expect((mark.x - whole.x) / whole.width).toBeCloseTo(2 / 6, 1);
    expect(mark.width / whole.width).toBeCloseTo(2 / 6, 1);
    await line.hover();
    expect(await page.locator(".notes").textContent()).toBe("请再看一眼");
  });

  test("content is text: markup in it is shown, never run", async () => {
    const desk = newsroom();
    const evil = "<img src=x onerror=alert(1)><script>document.title='owned'</script>";
    desk.write(
      "content/2025-01.yaml",
      ISSUE.replace("The first paragraph.", `'${evil}'`.replaceAll("'owned'", "owned")),
    );
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    expect((await linesOf(page)).join("")).toContain("onerror=alert(1)");
    expect(await page.locator("main img, main script").count()).toBe(0);
    desk.write("content/2025-01.yaml", ISSUE.replace("overall", "'<b onclick=x>'"));
    await page.locator(".problems").waitFor();
    expect(await page.locator(".problems b").count()).toBe(0);
    expect(faults.get(page)).toEqual([]);
  });

  test("at 200 % of a small window everything is reachable; every control has a name; English by locale", async () => {
    await tabs.reopen({ locale: "en-GB", viewport: { width: 640, height: 480 } });
    const { url } = await startPreview(newsroom());
    const page = await openTab(tabs.context, url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    const nameless = await page.locator("button, select, input, summary").evaluateAll((controls) =>
      controls
        .filter((control) => !(control.getAttribute("aria-label") ?? control.textContent)?.trim())
        .filter((control) => !control.closest("label") && control.checkVisibility())
        .map((control) => control.outerHTML),
    );
    expect(nameless).toEqual([]);
    const outside = await page
      .locator(".toolbar button, .toolbar select")
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getBoundingClientRect().right > 640)
          .map((control) => control.outerHTML),
      );
    expect(outside).toEqual([]);
  });

  test("an issue that is added is offered; one that is deleted leaves its last pages", async () => {
    const desk = newsroom();
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    desk.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02").replace("第一段", "下一期"));
    await expect.poll(() => page.locator("select.issue option").count(), { timeout: 15_000 }).toBe(2);
    await page.locator("select.issue").selectOption("2025-02");
    await showsText(page, "下一期文字");
  });
});
