import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../test/fixture.ts";
import { ISSUE, type Newsroom, newsroom, ownFonts, PUBLICATION } from "../../test/newsroom.ts";
import { png } from "../../test/picture-files.ts";
import type { SetPages } from "./build.ts";
import { Desk, type View } from "./desk.ts";

const VIEW: View = { issue: "2025-01", edition: "bilingual", theme: null };
const REAL = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");
const REAL_PUBLICATION = readFileSync(join(ROOT, "content/publication.yaml"), "utf8");

/** The pages as a program that has just been started makes them. */
const cold = async (room: Newsroom, view: View) => (await new Desk(room.path("content")).sheet(view)).built!;

/** All that stands on the pages, and where it was typed. */
const drawn = ({ set }: { readonly set: SetPages | null }) =>
  set!.document.pages.map(({ width, height, items }) => ({ width, height, items }));

const pdfOf = async (desk: Desk, view: View) => (await desk.sheet(view)).built!.pdf!;

/** As disks of Windows and macOS do. */
const TAKES_OTHER_LETTERS = existsSync(join(ROOT, "PACKAGE.json"));

describe("a desk", () => {
  test("gives the same sheet as long as nothing changed, and another when something did", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    const first = await desk.sheet(VIEW);
    expect(await desk.sheet(VIEW)).toBe(first);
    room.write("content/2025-01.yaml", ISSUE.replace("第一段", "第二段"));
    const second = await desk.sheet(VIEW);
    expect(second).not.toBe(first);
    expect(second.changed.map((path) => basename(path))).toEqual(["2025-01.yaml"]);
  });

  test("a save of the one of two files for an issue leaves the pages of the other, until it is gone", async () => {
    const room = newsroom();
    const twin = ISSUE.replace("2025-01", "2025-1");
    room.write("content/2025-1.yaml", twin);
    const desk = new Desk(room.path("content"));
    const first = await desk.sheet(VIEW);
    expect(first.diagnostics).toMatchObject([{ code: "issue-twice" }]);
    room.write("content/2025-1.yaml", twin.replace("第一段", "第二段"));
    expect(await desk.sheet(VIEW)).toBe(first);
    rmSync(room.path("content/2025-1.yaml"));
    expect((await desk.sheet(VIEW)).diagnostics).toEqual([]);
  });

  test.skipIf(!TAKES_OTHER_LETTERS)(
    "a picture that is renamed in its letters alone is missed (skipped where a disk has it under its very name alone)",
    async () => {
      const room = newsroom();
      mkdirSync(room.path("content/figures"));
      room.write("content/figures/Map.png", png({ width: 4, height: 4 }));
      room.write(
        "content/2025-01.yaml",
        `${ISSUE}      - figure: { src: figures/Map.png, alt: { zh: 图, en: A map } }\n`,
      );
      const desk = new Desk(room.path("content"));
      const first = await desk.sheet(VIEW);
      expect(first.diagnostics).toEqual([]);
      expect(await desk.sheet(VIEW)).toBe(first);
      // By way of another: not every disk of that kind gives a file its own name in other letters at once.
      renameSync(room.path("content/figures/Map.png"), room.path("content/figures/plan.png"));
      renameSync(room.path("content/figures/plan.png"), room.path("content/figures/map.png"));
      expect((await desk.sheet(VIEW)).diagnostics).toMatchObject([
        { code: "missing-picture", nearest: "figures/map.png" },
      ]);
    },
  );

  test("a theme that is gone is told by the name of its file; the publication's own, where that is named", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    const [fault] = (await desk.sheet({ ...VIEW, theme: "ours" })).diagnostics;
    expect(fault?.code).toBe("unknown-theme");
    expect(fault?.span.file).toMatch(/content[\\/]themes[\\/]ours\.yaml$/);
    const publication = `${PUBLICATION.replace(/^theme:.*\n/m, "")}"theme": ours\n`;
    room.write("content/publication.yaml", publication);
    const [own] = (await desk.sheet(VIEW)).diagnostics;
    expect(own?.code).toBe("unknown-theme");
    expect(own?.span.file).toMatch(/publication\.yaml$/);
    expect(publication.slice(own?.span.start, own?.span.end)).toBe("ours");
  });

  test("a theme that is not used changes nothing where it comes or goes, but where one is missing", async () => {
    const room = newsroom();
    mkdirSync(room.path("content/themes"));
    const desk = new Desk(room.path("content"));
    const [used, missing] = [VIEW, { ...VIEW, theme: "ours" }];
    const [first, told] = [await desk.sheet(used), await desk.sheet(missing)];
    room.write("content/themes/other.yaml", "extends: briefing\n");
    expect(await desk.sheet(used)).toBe(first);
    const [fault] = (await desk.sheet(missing)).diagnostics;
    expect(fault).toMatchObject({ code: "unknown-theme", known: expect.arrayContaining(["other"]) });
    expect(told.diagnostics).not.toEqual([fault]);
    room.write("content/themes/ours.yaml", "extends: briefing\n");
    expect((await desk.sheet(missing)).built?.pdf).toBeTruthy();
    rmSync(room.path("content/themes/other.yaml"));
    expect(await desk.sheet(used)).toBe(first);
    rmSync(room.path("content/themes/ours.yaml"));
    expect((await desk.sheet(missing)).diagnostics[0]?.code).toBe("unknown-theme");
  });

  test("an issue, its publication, a theme and a font are each noticed; another issue is not", async () => {
    const room = newsroom();
    ownFonts(room);
    mkdirSync(room.path("content/themes"));
    const desk = new Desk(room.path("content"));
    let sheet = await desk.sheet(VIEW);
    const changes = async (change: () => void) => {
      change();
      const next = await desk.sheet(VIEW);
      const changed = next !== sheet;
      sheet = next;
      return changed;
    };
    expect(await changes(() => room.write("content/2025-02.yaml", ISSUE))).toBe(false);
    expect(await changes(() => room.write("content/publication.yaml", `${PUBLICATION}\n`))).toBe(true);
    const theme = "extends: briefing-16k\n";
    // Another theme than the view's.
    expect(await changes(() => room.write("content/themes/briefing-16k.yaml", theme))).toBe(false);
    expect(sheet.built?.set?.document.pages[0]?.width).toBeCloseTo(595.28, 1);
    const own = readFileSync(join(ROOT, "content/themes/briefing.yaml"), "utf8");
    expect(await changes(() => room.write("content/themes/briefing.yaml", own))).toBe(true);
    const font = () =>
      copyFileSync(room.path("fonts/NotoSerifSC-Bold.ttf"), room.path("fonts/NotoSerifSC-Regular.ttf"));
    expect(await changes(font)).toBe(true);
    expect(Buffer.from(sheet.built!.pdf!).equals(Buffer.from((await cold(room, VIEW)).pdf!))).toBe(true);
  });

  test("faults leave no pages; when they are mended the pages come out as before", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    const before = await pdfOf(desk, VIEW);
    room.write("content/2025-01.yaml", ISSUE.replace("overall", "overal"));
    const broken = await desk.sheet(VIEW);
    expect(broken.built).toBeNull();
    expect(broken.diagnostics.map(({ code }) => code)).toContain("unknown-key");
    rmSync(room.path("content/2025-01.yaml"));
    expect((await desk.sheet(VIEW)).diagnostics.map(({ code }) => code)).toEqual(["file-missing"]);
    room.write("content/2025-01.yaml", ISSUE);
    expect(Buffer.from(await pdfOf(desk, VIEW)).equals(Buffer.from(before))).toBe(true);
  });

  test("paragraphs carried from build to build give the bytes of a build that stands alone", async () => {
    const room = newsroom();
    room.write("content/publication.yaml", REAL_PUBLICATION);
    const view: View = { issue: "2024-14", edition: "bilingual", theme: null };
    const desk = new Desk(room.path("content"));
    const edits: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => text.replace("作为我国", "长久以来，作为我国"),
      (text) => `# 一行注释，使所有位置后移\n${text}`,
      (text) => text.replace("As experimental fields", "As the very experimental fields"),
      (text) => text.replace("zh: 一、建设成效", "zh: 一、主要建设成效"),
      (text) => text.replace("改革开放的试验田", "**改革开放**的*试验田*"),
      // A character that was nowhere moves the codes of those behind it, a link the numbers of the structure.
      (text) => text.replace("长久以来", "麒久以来"),
      (text) => text.replace("作为我国", "作为[我国](https://example.com)"),
      (text) => text.replace("[我国](https://example.com)", "我[国](mailto:a@example.com)"),
      (text) => text.replace("zh: 一、主要建设成效", `zh: ${"一、很长的标题".repeat(9)}`),
      (text) => text,
    ];
    let text = REAL;
    for (const edit of edits) {
      const before = text;
      text = edit(text);
      expect(text === before).toBe(edit === edits[0] || edit === edits.at(-1));
      room.write("content/2024-14.yaml", text);
      const warm = (await desk.sheet(view)).built!;
      const alone = await cold(room, view);
      expect(Buffer.from(warm.pdf!).equals(Buffer.from(alone.pdf!))).toBe(true);
      // Not the pages alone: every glyph knows where it is typed now.
      expect(drawn(warm)).toEqual(drawn(alone));
    }
  });

  test("whatever is typed, in whatever order, comes out as from a cold start", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    const words = fc.constantFrom("文字", "，", "**粗**", "2024 年", "“引”", "Latin", "*斜*", "\\*", "。");
    const texts = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(""));
    const bodies = fc.array(texts, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const blocks = body.map((zh) => `      - { zh: '${zh}', en: 'Same ${body.length} as before' }\n`);
        room.write("content/2025-01.yaml", ISSUE.replace(/ {6}- zh[\s\S]*/, blocks.join("")));
        const { built, diagnostics } = await desk.sheet(VIEW);
        // Marks that meet may not close: then there is nothing to compare, and the editor is told why.
        if (built === null) {
          expect(diagnostics.map(({ code }) => code)).toContain("unclosed-mark");
          return;
        }
        const alone = await cold(room, VIEW);
        expect(drawn(built)).toEqual(drawn(alone));
        expect(Buffer.from(built.pdf!).equals(Buffer.from(alone.pdf!))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test("a theme of its own is set beside the publication's, and editions beside each other", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    const views: readonly View[] = [
      VIEW,
      { ...VIEW, theme: "modern" },
      { ...VIEW, edition: "zh" },
      { ...VIEW, edition: "en" },
    ];
    for (const view of [...views, ...views])
      expect(
        Buffer.from(await pdfOf(desk, view)).equals(Buffer.from((await cold(room, view)).pdf!)),
        JSON.stringify(view),
      ).toBe(true);
  });

  test("lines that stand where they stood, in another colour, are written anew", async () => {
    const room = newsroom();
    mkdirSync(room.path("content/themes"));
    const briefing = readFileSync(join(ROOT, "content/themes/briefing.yaml"), "utf8");
    room.write("content/themes/briefing.yaml", briefing);
    const desk = new Desk(room.path("content"));
    const before = await pdfOf(desk, VIEW);
    const other = briefing.replace(/(\n {2}text: ).*/, '$1{ rgb: "#222244", cmyk: [90, 80, 40, 40] }');
    for (const [theme, isSame] of [
      [other, false],
      [briefing, true],
    ] as const) {
      room.write("content/themes/briefing.yaml", theme);
      const after = Buffer.from(await pdfOf(desk, VIEW));
      expect(after.equals(Buffer.from((await cold(room, VIEW)).pdf!))).toBe(true);
      expect(after.equals(Buffer.from(before))).toBe(isSame);
    }
  });

  test("300 rebuilds keep no more heap than the first hundred", async () => {
    const room = newsroom();
    const desk = new Desk(room.path("content"));
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    let early = 0;
    for (let k = 0; k < 300; k++) {
      room.write("content/2025-01.yaml", ISSUE.replace("第一段", `第${"一二三四五六七"[k % 7]}段（${k}）`));
      const sheet = await desk.sheet(VIEW);
      expect(sheet.built?.pages).toBe(1);
      if (k === 100) early = heap();
    }
    // Half a megabyte is what a run leaves; with every edit's paragraph kept it were three and more.
    expect(heap() - early).toBeLessThan(2e6);
  });
});
