import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { run } from "../src/app/cli.ts";
import { makeKnown } from "../src/app/known-previews.ts";
import { show } from "../src/app/show-command.ts";
import { speak } from "../src/app/speech.ts";
import { CHROMIUM, faults, openTab, showsText, startPreview, useChromium } from "./browser.ts";
import { CAN_LINK } from "./links.ts";
import { captured, ISSUE, type Newsroom, newsroom } from "./newsroom.ts";
import { PROGRAM, program } from "./program.ts";

/** An issue of a few pages: its paragraphs are far enough apart for pages to have somewhere to go. */
const paragraphs = (from: number): string =>
  Array.from({ length: 40 }, (_, k) => {
    const said = `第${from + k}段文字，`.repeat(12);
    return `      - zh: ${said}\n        en: ${`Paragraph ${from + k} says this. `.repeat(12).trim()}\n`;
  }).join("");
const LONG = `${ISSUE}${paragraphs(1)}`;

const lineOf = (text: string, typed: string): number =>
  text.split("\n").findIndex((line) => line.includes(typed)) + 1;

function room(): Newsroom & { readonly known: string } {
  const made = newsroom();
  made.write("content/2025-01.yaml", LONG);
  return { ...made, known: made.path("known") };
}

beforeEach(() => speak("en"));

const shows = (desk: Newsroom, place: string, known: string | null) => {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place)!;
  return captured(() =>
    show({ file: desk.path(`content/${file}`), line: Number(line), column: Number(column ?? 1), known }),
  );
};

describe("without a preview that shows it", () => {
  test.each([
    ["en", /no preview of .*2025-01\.yaml is running; start one: shuanglan preview --content .*content/],
    ["zh", /没有正在运行的预览在看 .*2025-01\.yaml；请先启动：shuanglan preview --content .*content/],
  ])("says so and how to start one, %s: status 1", async (lang, said) => {
    const desk = room();
    vi.stubEnv("XDG_CACHE_HOME", desk.path("cache"));
    onTestFinished(() => void vi.unstubAllEnvs());
    const place = `${desk.path("content/2025-01.yaml")}:7`;
    const { exit, out, err } = await captured(() => run(["show", place, "--lang", lang], "0.0.0"));
    expect([exit, out]).toEqual([1, ""]);
    expect(err).toMatch(said);
  });

  test("a preview of another publication is not told", async () => {
    const [desk, other] = [room(), room()];
    await startPreview(other, { known: desk.known });
    expect((await shows(desk, "2025-01.yaml:7", desk.known)).exit).toBe(1);
  });

  test("a file that is not there, and a place that is none", async () => {
    const desk = room();
    expect((await shows(desk, "2025-09.yaml:7", desk.known)).err).toContain("there is no file");
    for (const typed of [
      "content/2025-01.yaml",
      "2025-01.yaml:0",
      ":7",
      "2025-01.yaml:x",
      "2025-01.yaml:1:0",
    ])
      expect((await captured(() => run(["show", typed], "0.0.0"))).exit, typed).toBe(2);
  });
});

describe("how a preview is known", () => {
  test("while it runs and no longer, to its user alone", async () => {
    const desk = room();
    const { stop } = await startPreview(desk, { known: desk.known });
    const names = readdirSync(desk.known);
    expect(names).toHaveLength(1);
    if (process.platform !== "win32") {
      const mode = (path: string) =>
        spawnSync("stat", ["-c", "%a", path], { encoding: "utf8" }).stdout.trim();
      expect([mode(desk.known), mode(`${desk.known}/${names[0]}`)]).toEqual(["700", "600"]);
    }
    await stop();
    expect(readdirSync(desk.known)).toEqual([]);
  });

  test("what a killed one left is no harm, and is cleared", async () => {
    const desk = room();
    await startPreview(desk, { known: desk.known });
    const [own] = readdirSync(desk.known);
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const left = own!.replace(/-\d+-\d+\.json$/, `-${pid}-1.json`);
    const elsewhere = own!.replace(/-[0-9a-f]{8}-\d+-/, `-00000000-${pid}-`);
    for (const name of [left, elsewhere])
      writeFileSync(
        `${desk.known}/${name}`,
        JSON.stringify({ content: desk.path("content"), url: "x", key: "k" }),
      );
    writeFileSync(`${desk.known}/${own!.replace(/\d+\.json/, "2.json")}`, '{"content":');
    expect((await shows(desk, "2025-01.yaml:7", desk.known)).exit).toBe(0);
    expect(readdirSync(desk.known)).not.toContain(left);
    expect(readdirSync(desk.known)).toContain(elsewhere);
  });

  test("another program at its port is told nothing but a question", async () => {
    const desk = room();
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
      response.end('{"pages":1}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    makeKnown(desk.known, { content: desk.path("content"), url, key: "the-key" });
    const { exit } = await shows(desk, "2025-01.yaml:7", desk.known);
    expect(exit).toBe(1);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^GET \/api\/here\?ask=[\w-]{32} /);
    expect(heard[0]).not.toMatch(/2025-01|the-key/);
  });

  test("a folder that others may write to is not believed, and one that can not be written to is told", async () => {
    const desk = room();
    mkdirSync(desk.known);
    chmodSync(desk.known, 0o777);
    await startPreview(desk, { known: desk.known });
    const told = vi.mocked(process.stderr.write).mock.calls.map(([said]) => String(said));
    expect(told.join("")).toContain("shuanglan show will not find this preview");
    expect(readdirSync(desk.known)).toEqual([]);
    expect((await shows(desk, "2025-01.yaml:7", desk.known)).exit).toBe(1);
  });

  const linked = "by its folder wherever links lead to it; a file that no page is set from is told";
  test.skipIf(!CAN_LINK)(`${linked} (skipped where none can be made)`, async () => {
    const desk = room();
    symlinkSync(desk.path("content"), desk.path("linked"));
    await startPreview(desk, { known: desk.known, content: desk.path("linked") });
    const waiting = await shows(desk, "2025-01.yaml:7", desk.known);
    expect(waiting.exit).toBe(0);
    expect(waiting.err).toMatch(/no page of the preview is in sight.*http:\/\/127\.0\.0\.1:\d+\//);
    desk.write("content/notes.txt", "");
    const { exit, err } = await shows(desk, "notes.txt:1", desk.known);
    expect(exit).toBe(1);
    expect(err).toContain("sets no page from");
  });
});

describe.skipIf(CHROMIUM === null)("the pages in Chromium (skipped without it)", () => {
  const tabs = useChromium();
  /** The lines that are marked as led to, those in sight alone. */
  const led = (page: Page) =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".drawn .led rect")].map((box) =>
        box.getBoundingClientRect(),
      );
      const lines = [...document.querySelectorAll(".line")].filter((line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        return boxes.some(
          (box) =>
            box.left <= x && box.right >= x && box.top <= y && box.bottom >= y && y > 0 && y < innerHeight,
        );
      });
      return lines.map((line) => line.textContent).join("");
    });

  test("go to the place, mark all of its text and tell where it is", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, url);
    const line = lineOf(LONG, "Paragraph 30 ");
    expect((await shows(desk, `2025-01.yaml:${line}`, desk.known)).exit).toBe(0);
    await expect.poll(() => led(page)).toContain("Paragraph 30 says");
    expect(await led(page)).not.toMatch(/Paragraph (?:29|31)|第30段/);
    expect(await page.locator(".drawn .chosen rect").count()).toBe(1);
    expect(await page.locator("[data-place]").textContent()).toBe(
      `${desk.path("content/2025-01.yaml")}:${line}:1`,
    );
    expect(await page.locator(".places .state").textContent()).toMatch(/^光标处：第 \d+ 页$/);
    expect(faults.get(page)).toEqual([]);
  });

  test("show the other language where theirs is not the cursor's, and stay with the text as it is edited", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, `${url}&edition=zh`);
    await shows(desk, `2025-01.yaml:${lineOf(LONG, "Paragraph 30 ")}:20`, desk.known);
    await expect.poll(() => led(page)).toContain("第30段文字");
    expect(await led(page)).not.toMatch(/第(?:29|31)段/);
    desk.write("content/2025-01.yaml", LONG.replace("第29段文字，", "第29段新的文字，"));
    await showsText(page, "第29段新的文字");
    await expect.poll(() => led(page)).toContain("第30段文字");
  });

  test("are marked no more after Esc, behind what lies over them; the line stays chosen", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, url);
    await shows(desk, `2025-01.yaml:${lineOf(LONG, "第30段")}`, desk.known);
    await expect.poll(() => led(page)).toContain("第30段文字");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    expect(await led(page)).toContain("第30段文字");
    await page.keyboard.press("Escape");
    const marks = () => Promise.all([".led", ".chosen"].map((name) => page.locator(`${name} rect`).count()));
    expect(await marks()).toEqual([0, 1]);
    desk.write("content/2025-01.yaml", LONG.replace("第29段文字，", "第29段新的文字，"));
    await showsText(page, "第29段新的文字");
    expect(await marks()).toEqual([0, 1]);
    await shows(desk, `2025-01.yaml:${lineOf(LONG, "第31段")}`, desk.known);
    await expect.poll(() => led(page)).toContain("第31段文字");
  });

  test("what was saved a moment before is what the line is counted in", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, url);
    const longer = LONG.replace("      - zh: 第1段", `${paragraphs(50)}      - zh: 第1段`);
    desk.write("content/2025-01.yaml", longer);
    await shows(desk, `2025-01.yaml:${lineOf(longer, "第70段")}`, desk.known);
    await expect.poll(() => led(page)).toContain("第70段文字");
    expect(await led(page)).not.toContain("Paragraph");
  });

  test("of another issue the page turns to it; one that comes later is led as well", async () => {
    const desk = room();
    desk.write("content/2025-02.yaml", LONG.replace("2025-01", "2025-02").replaceAll("段文字", "段别的文字"));
    const { url } = await startPreview(desk, { known: desk.known, issue: "2025-01" });
    const place = `2025-02.yaml:${lineOf(LONG, "第20段")}`;
    expect((await shows(desk, place, desk.known)).err).toContain(new URL("/", url).href);
    const page = await openTab(tabs.context, url);
    await expect.poll(() => led(page), { timeout: 15_000 }).toContain("第20段别的文字");
    expect(page.url()).toContain("issue=2025-02");
    await shows(desk, `2025-01.yaml:${lineOf(LONG, "第25段")}`, desk.known);
    await expect.poll(() => led(page), { timeout: 15_000 }).toContain("第25段文字");
  });

  test("lead on the last good pages while the content is broken, and go on saying that it is", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, url);
    desk.write("content/2025-01.yaml", LONG.replace("overall", "overal"));
    await page.waitForSelector(".faults.broken");
    await shows(desk, `2025-01.yaml:${lineOf(LONG, "第30段")}`, desk.known);
    await expect.poll(() => led(page)).toContain("第30段文字");
    expect(await page.locator(".places .state").textContent()).toBe("内容有误，现在看到的是上一版");
  });

  test("go to what all issues share, from the publication's own file", async () => {
    const desk = room();
    const { url } = await startPreview(desk, { known: desk.known });
    const page = await openTab(tabs.context, url);
    await shows(desk, "publication.yaml:1", desk.known);
    await expect.poll(() => page.locator("[data-place]").textContent()).toContain("publication.yaml:1");
  });
});

test("as it is shipped, a preview and the command find each other", async () => {
  const desk = room();
  const env = { XDG_CACHE_HOME: desk.path("cache") };
  const place = `${desk.path("content/2025-01.yaml")}:7`;
  const before = program(["show", place, "--lang", "en"], { cwd: desk.path("."), env });
  const start = "no preview of content/2025-01.yaml is running; start one: shuanglan preview\n";
  expect([before.status, before.stderr]).toEqual([1, start]);
  const running = spawn(process.execPath, [PROGRAM, "preview", "--port", "0"], {
    cwd: desk.path("."),
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void running.kill("SIGKILL"));
  await once(running.stdout, "data");
  const after = program(["show", place, "--lang", "en"], { cwd: desk.path("."), env });
  expect([after.status, after.stderr]).toEqual([
    0,
    expect.stringContaining("no page of the preview is in sight"),
  ]);
  running.kill("SIGTERM");
  await once(running, "exit");
  expect(program(["show", place, "--lang", "en"], { cwd: desk.path("."), env }).stderr).toBe(start);
});
