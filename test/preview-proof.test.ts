import { describe, expect, test } from "vitest";
import type { Sheet } from "../src/app/desk.ts";
import type { ProofMark, Proofread } from "../src/app/preview-host.ts";
import { CHROMIUM, faults, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

const filler = (count: number) => "      - { zh: 又一段文字。, en: One more paragraph. }\n".repeat(count);
const TEXT = `${ISSUE}      - { zh: 错一。, en: Wrong one. }\n${filler(150)}      - { zh: 错二。, en: Wrong two. }\n      - { zh: 错三。, en: Wrong three. }\n`;

/** Asks about every 错 and every Wrong. */
const asks = async ({ office, view }: Sheet): Promise<readonly ProofMark[]> => {
  const [file, { text = "" } = {}] =
    [...office.files].find(([name]) => name.endsWith(`${view.issue}.yaml`)) ?? [];
  return [...(text ?? "").matchAll(/错.|Wrong \w+/g)].map(({ 0: word, index }): ProofMark => {
    const span = { file: file!, start: index, end: index + word.length };
    return { severity: "warning", code: "trial", span, said: { zh: `问：${word}`, en: `ask: ${word}` } };
  });
};

/** What is waited for, and what ends the wait. */
function signal(): readonly [Promise<void>, () => void] {
  let go = () => {};
  const waits = new Promise<void>((resolve) => {
    go = resolve;
  });
  return [waits, () => go()];
}

describe.skipIf(CHROMIUM === null)("proof marks one by one in Chromium (skipped without it)", () => {
  const tabs = useChromium();
  const editor = `"${process.execPath}" --version`;

  test("keys and buttons lead from mark to mark, each in sight, marked on its page and in the list, and spoken", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TEXT);
    const { url } = await startPreview(desk, { proofread: asks, editor });
    const page = await openTab(tabs.context, url);
    const heard = page.locator(".heard");
    const present = page.locator(".proofing [aria-current]");
    await expect.poll(() => page.locator(".proofs").textContent()).toBe("6 处校对标记");
    await page.keyboard.press("j");
    expect(await heard.textContent()).toBe("第 1 处，共 6 处：问：错一");
    expect(await present.locator("p").textContent()).toBe("问：错一");
    await page.getByRole("button", { name: "下一处校对标记" }).click();
    await page.keyboard.press("j");
    expect(await heard.textContent()).toBe("第 3 处，共 6 处：问：错二");
    const mark = (await page.locator(".drawn .asked rect").boundingBox())!;
    const line = (await page.locator(".line", { hasText: "错二" }).boundingBox())!;
    expect(Math.abs(mark.y + mark.height / 2 - line.y - line.height / 2)).toBeLessThan(4);
    expect(mark.y).toBeGreaterThan(50);
    expect(mark.y + mark.height).toBeLessThan((await page.locator(".proofing").boundingBox())!.y);
    expect(await page.locator("[data-place]").textContent()).toMatch(/2025-01\.yaml:\d+:\d+$/);
    // None was opened: that is asked for by its place.
    expect(await page.locator(".state").textContent()).not.toContain("编辑器");
    for (let k = 0; k < 3; k++) await page.keyboard.press("k");
    expect(await heard.textContent()).toBe("第 6 处，共 6 处：问：Wrong three");
    await page.keyboard.press("Escape");
    expect(await page.locator(".proofing").isVisible()).toBe(false);
    expect(await page.locator(".asked").count()).toBe(0);
    expect(faults.get(page)).toEqual([]);
  });

  test("what another edition asks about is left out; the first is the first on the page that is looked at", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TEXT);
    const { url } = await startPreview(desk, { proofread: asks });
    const page = await openTab(tabs.context, `${url}&edition=en`);
    await expect.poll(() => page.locator(".proofs").textContent()).toBe("3 处校对标记");
    await page.locator(".viewer").evaluate((viewer) => viewer.scrollTo(0, viewer.scrollHeight));
    await expect.poll(() => page.getByLabel("页", { exact: true }).inputValue()).not.toBe("1");
    await page.keyboard.press("j");
    expect(await page.locator(".heard").textContent()).toBe("第 2 处，共 3 处：问：Wrong two");
  });

  test("a mark that a save has mended is followed by the next one; the keyboard goes along in the list", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TEXT);
    const { url } = await startPreview(desk, { proofread: asks, editor });
    const page = await openTab(tabs.context, url);
    const heard = page.locator(".heard");
    await page.locator(".proofs").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.locator(".proofing [aria-current] button").focus();
    await page.keyboard.press("j");
    const place = () => page.evaluate(() => document.activeElement?.closest("li")?.textContent);
    expect(await place()).toContain("问：错二");
    desk.write("content/2025-01.yaml", TEXT.replace("错二", "对二"));
    await showsText(page, "对二");
    await expect.poll(() => page.locator(".proofing h2").textContent()).toBe("5 处校对标记");
    await page.keyboard.press("j");
    expect(await heard.textContent()).toBe("第 3 处，共 5 处：问：Wrong two");
    // One that a save has moved stays the one that is led to.
    desk.write("content/2025-01.yaml", TEXT.replace("错二", "对二").replace("错一", "对一，很对"));
    await showsText(page, "对一");
    await expect.poll(() => page.locator(".proofing h2").textContent()).toBe("第 2 处，共 4 处");
    expect(await page.locator(".drawn .asked rect").count()).toBe(1);
    expect(await place()).toBeTruthy();
  });

  test("how many another edition has is told once that is known, and none is led to before", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TEXT);
    const [waits, go] = signal();
    const proofread: Proofread = async (sheet) => {
      if (sheet.view.edition === "en") await waits;
      return asks(sheet);
    };
    const { url } = await startPreview(desk, { proofread, editor });
    const page = await openTab(tabs.context, url);
    await expect.poll(() => page.locator(".proofs").textContent()).toBe("6 处校对标记");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const [head, heard] = [page.locator(".proofing h2"), page.locator(".heard")];
    expect(await head.textContent()).toBe("第 2 处，共 6 处");
    await page.getByRole("button", { name: "英文", exact: true }).click();
    expect([await page.locator(".proofs").isVisible(), await head.textContent()]).toEqual([
      false,
      "正在排版……",
    ]);
    await showsText(page, "Wrong one");
    await page.keyboard.press("j");
    await page.locator(".proofing li").first().click();
    expect(await heard.textContent()).toBe("第 2 处，共 6 处：问：Wrong one");
    go();
    await expect.poll(() => page.locator(".proofs").textContent()).toBe("3 处校对标记");
    expect(await head.textContent()).toBe("第 1 处，共 3 处");
    await page.keyboard.press("j");
    expect(await heard.textContent()).toBe("第 2 处，共 3 处：问：Wrong two");
    expect(faults.get(page)).toEqual([]);
  });

  test("lines are there before what proofreading asks about them, however long that takes", async () => {
    const desk = newsroom();
    desk.write("content/2025-01.yaml", TEXT);
    const [waits, go] = signal();
    const proofread: Proofread = async (sheet) => {
      await waits;
      return asks(sheet);
    };
    const { url } = await startPreview(desk, { proofread, editor });
    const page = await openTab(tabs.context, url);
    await page.keyboard.press("4");
    await page.locator(".line", { hasText: "错一" }).hover();
    expect(await page.locator(".pair rect").count()).toBeGreaterThan(0);
    expect(await page.locator(".proofs").isVisible()).toBe(false);
    go();
    await expect.poll(() => page.locator(".proofs").textContent()).toBe("6 处校对标记");
    expect(await page.locator(".drawn .proof rect").count()).toBe(6);
    // The pointer rests on the line meanwhile.
    expect(await page.locator(".notes").textContent()).toBe("问：错一");
  });
});
