import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, openTab, startPreview, useChromium } from "./browser.ts";
import { ISSUE, newsroom } from "./newsroom.ts";

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly children: readonly Heard[];
}

/** What Chromium tells a screen reader of the pages, without what it leaves out itself. */
async function heard(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): readonly Heard[] => {
    const node = byId.get(id);
    if (!node || node.role?.value === "InlineTextBox") return [];
    const children = (node.childIds ?? []).flatMap(read);
    return node.ignored
      ? children
      : [{ role: String(node.role?.value), name: String(node.name?.value ?? ""), children }];
  };
  const within = (one: Heard, role: string): readonly Heard[] =>
    one.role === role ? [one] : one.children.flatMap((child) => within(child, role));
  return read(nodes[0]!.nodeId).flatMap((root) => within(root, "region"));
}

const EN = `The institutional characteristics of internationalization ${"and of interdisciplinary experimentation ".repeat(12).trim()}.`;
const ZH = `${"深化科技体制机制改革，加快发展新质生产力".repeat(8)}。`;
const TITLE = `${"深化科技体制机制改革加快发展新质生产力".repeat(3)}`;

describe.skipIf(CHROMIUM === null)("what a screen reader hears in Chromium (skipped without it)", () => {
  const tabs = useChromium();

  test("paragraphs and headings are each one text, whatever lines and divided words they are set in", async () => {
    const desk = newsroom();
    const issue = ISSUE.replace("第一段文字。", ZH)
      .replace("The first paragraph.", EN)
      .replace("标题", TITLE);
    desk.write("content/2025-01.yaml", issue);
    const { url } = await startPreview(desk);
    const page = await openTab(tabs.context, url);
    const [first] = await heard(page);
    const all = first!.children.flatMap(({ role, name, children }) =>
      role === "generic" ? children : [{ role, name, children }],
    );
    const textOf = ({ children }: Heard) => children.map(({ name }) => name).join("");
    for (const text of [ZH, EN]) {
      const [paragraph] = all.filter((one) => textOf(one).replaceAll(" ", "") === text.replaceAll(" ", ""));
      expect(paragraph?.role).toBe("paragraph");
      // Nothing stands between the words but text.
      expect(new Set(paragraph!.children.map(({ role }) => role))).toEqual(new Set(["StaticText"]));
      expect(paragraph!.children.length).toBeGreaterThan(4);
      expect(textOf(paragraph!)).toBe(text);
    }
    expect(await page.locator(".line", { hasText: "深化" }).count()).toBeGreaterThan(6);
    expect(all.filter(({ role }) => role === "heading").map(({ name }) => name)).toContain(TITLE);
    expect(await page.locator(".text", { hasText: "interdisciplinary" }).getAttribute("lang")).toBe("en");
  });

  test("a fault is read aloud once: not again as the pages are enlarged, turned to spreads or overlaid", async () => {
    const desk = newsroom();
    const page = await openTab(tabs.context, (await startPreview(desk)).url);
    const broken = ISSUE.replace("body:", "bdy:");
    desk.write("content/2025-01.yaml", broken);
    await page.locator(".problems li").first().waitFor();
    const entry = await page.locator(".problems li").first().elementHandle();
    await page.keyboard.press("+");
    await page.keyboard.press("d");
    await page.keyboard.press("1");
    expect(await entry!.evaluate((one) => one.isConnected)).toBe(true);
    // What is told has changed: it is another fault.
    desk.write("content/2025-01.yaml", broken.replace("title:", "titel:"));
    await expect.poll(() => page.locator(".problems").textContent()).toContain("titel");
    expect(await page.locator(".problems").getAttribute("role")).toBe("alert");
    // In the other language it is told in that.
    await page.locator("[data-key=language]").click();
    await expect.poll(() => page.locator(".problems h2").textContent()).toMatch(/^The content/);
  });
});
