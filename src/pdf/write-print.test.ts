import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { face } from "../../test/fixture.ts";
import { png } from "../../test/picture-files.ts";
import { press, REAL } from "../../test/press.ts";
import { mm } from "../base/length.ts";
import type { ImageItem, RectItem } from "../draw/display-list.ts";
import { paintOf } from "../preflight/painted.ts";
import { preflight } from "../preflight/preflight.ts";
import { OpenPdf } from "../read-pdf/open-pdf.ts";
import { contentOf, pagesOf } from "../read-pdf/page-tree.ts";
import { latin } from "../read-pdf/parse.ts";
import { unicodeOf } from "../read-pdf/to-unicode.ts";
import { type PressRun, writePrint } from "./write-print.ts";

/** Debian's libgs-common brings it. */
const PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc";

const RUN: PressRun = {
  bleed: mm(3),
  colourBars: false,
  booklet: false,
  condition: "FOGRA39",
  profile: null,
};

const print = (run: Partial<PressRun> = {}, edition: "bilingual" | "zh" | "en" = "zh") =>
  press(REAL, edition).print({ ...RUN, ...run });

describe("the printer's file", () => {
  test("is the same, byte for byte, when it is made again", async () => {
    expect(Buffer.compare(await print(), await print())).toBe(0);
  });

  test("has trim, bleed and paper inside each other, three millimetres apart", async () => {
    const pdf = new OpenPdf(await print());
    for (const { dict } of pagesOf(pdf)) {
      const [trim, bleed, media] = ["TrimBox", "BleedBox", "MediaBox"].map((name) =>
        pdf.numbers(pdf.get(dict, name)),
      ) as [number[], number[], number[]];
      expect(trim[2]! - trim[0]!).toBeCloseTo(mm(210), 1);
      expect(trim[3]! - trim[1]!).toBeCloseTo(mm(297), 1);
      expect(trim[0]! - bleed[0]!).toBeCloseTo(mm(3), 1);
      expect(media.slice(0, 2)).toEqual([0, 0]);
      expect(media[2]!).toBeGreaterThan(bleed[2]!);
    }
  });

  test("words divided at lines' ends have hyphens as they are typed, with nothing told of them", async () => {
    const pdf = new OpenPdf(await print({}, "en"));
    const content = pagesOf(pdf).map((page) => Buffer.from(contentOf(pdf, page)).toString("latin1"));
    expect(content.join("\n")).not.toContain("BDC");
    expect(content.join("\n")).toMatch(/a-\)\]TJ/);
    const maps = pdf.ids.flatMap((id) => [...(unicodeOf(pdf, pdf.object(id))?.values() ?? [])]);
    expect(maps).toContain("-");
    expect(maps).not.toContain("\u00ad");
  });

  describe("in the bleed", () => {
    const { width, height } = press(REAL, "zh").design.page;
    const colour = { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1], spot: null, share: 1 } as const;
    const rect = (x: number, y: number, width: number, height: number): RectItem => ({
      kind: "rect",
      colour,
      tag: "background",
      ...{ x, y, width, height },
    });

    /** Rectangles of the first sheet, from the bottom left of the paper's trim, each [x, y, width, height]. */
    async function rectsOf(items: readonly RectItem[], booklet: boolean) {
      const document = press(REAL, "zh").drawn();
      const pages = [0, 1, 2, 3].map(() => ({ width, height, items }));
      const pdf = new OpenPdf(
        await writePrint({ ...document, pages, images: new Map() }, () => face, { ...RUN, booklet }),
      );
      const content = latin(pdf.content(pdf.get(pagesOf(pdf)[0]!.dict, "Contents")));
      return [...content.matchAll(/(\S+) (\S+) (\S+) (\S+) re (W|f)/g)].map(([, ...parts]) => ({
        clips: parts.pop() === "W",
        box: parts.map(Number),
      }));
    }
    const boxes = async (items: readonly RectItem[], booklet = false) =>
      (await rectsOf(items, booklet)).filter(({ clips }) => !clips).map(({ box }) => box);
    const near = (box: readonly number[]) => box.map((value) => expect.closeTo(value, 1));
    const bleed = mm(3);

    test("goes on what reaches the trim, on the sides on which it does, and nothing else", async () => {
      const [whole, atLeft, atFoot, inside] = await boxes([
        rect(0, 0, width, height),
        rect(0, 100, 50, 20),
        rect(100, height - 30, 50, 30),
        rect(100, 100, 50, 20),
      ]);
      expect(whole).toEqual(near([-bleed, -bleed, width + 2 * bleed, height + 2 * bleed]));
      expect(atLeft).toEqual(near([-bleed, height - 120, 50 + bleed, 20]));
      expect(atFoot).toEqual(near([100, -bleed, 50, 30 + bleed]));
      expect(inside).toEqual(near([100, height - 120, 50, 20]));
    });

    test("goes on a picture too, and no other one is stretched", async () => {
      const picture = (x: number, y: number): ImageItem => ({
        kind: "image",
        image: "a.png",
        tag: "background",
        ...{ x, y, width: 100, height: 50 },
      });
      const document = press(REAL, "zh").drawn();
      const images = new Map([["a.png", png({ width: 2, height: 1 })]]);
      const pages = [{ width, height, items: [picture(0, 0), picture(100, 100)] }];
      const pdf = new OpenPdf(await writePrint({ ...document, pages, images }, () => face, RUN));
      const content = latin(pdf.content(pdf.get(pagesOf(pdf)[0]!.dict, "Contents")));
      const placed = [...content.matchAll(/(\S+) 0 0 (\S+) (\S+) (\S+) cm\s+\/I\d+ Do/g)];
      expect(placed.map(([, ...parts]) => parts.map(Number))).toEqual([
        near([100 + bleed, 50 + bleed, -bleed, height - 50]),
        near([100, 50, 100, height - 150]),
      ]);
    });

    test("a page of a booklet ends at the fold, where the other one begins", async () => {
      const around = mm(3) + mm(1) + mm(5) + mm(1);
      const clips = async (booklet: boolean) =>
        (await rectsOf([rect(0, 0, 9, 9)], booklet)).filter((one) => one.clips).map(({ box }) => box);
      const tall = height + 2 * bleed;
      expect(await clips(false)).toEqual([near([around - bleed, around - bleed, width + 2 * bleed, tall])]);
      expect(await clips(true)).toEqual([
        near([around - bleed, around - bleed, width + bleed, tall]),
        near([around + width, around - bleed, width + bleed, tall]),
      ]);
    });
  });

  test("prints type in black alone, which overprints, or in the accent", async () => {
    const pdf = new OpenPdf(await print());
    const colours = new Set<string>();
    for (const page of pagesOf(pdf))
      for (const { kind, colour, overprint } of paintOf(pdf, page).items)
        if (kind === "text") colours.add(`${colour.values.join(" ")} ${overprint ? "over" : "out"}`);
    expect([...colours].sort()).toEqual(["0 0 0 0.75 out", "0 0 0 1 over", "0 0.95 0.9 0.2 out"]);
  });

  test("prints the accent as the spot ink that the theme names, its tint as a share of it", async () => {
    const bytes = await press(REAL, "zh", (design) => {
      const spot = (name: "accent" | "tint") => ({ ...design.colours[name], spot: "PANTONE 186 C" });
      return { ...design, colours: { ...design.colours, accent: spot("accent"), tint: spot("tint") } };
    }).print(RUN);
    const pdf = new OpenPdf(bytes);
    const shares = new Set<number>();
    for (const page of pagesOf(pdf))
      for (const { colour } of paintOf(pdf, page).items)
        if (colour.space === "S1") shares.add(colour.values[0]!);
    expect([...shares].sort()).toEqual([0.04, 1]);
    const [first] = pagesOf(pdf);
    const [, ink, , tint] = pdf.list(pdf.path(first!.resources, "ColorSpace", "S1"));
    expect(ink).toHaveProperty("name", "PANTONE 186 C");
    expect(pdf.numbers(pdf.get(tint, "C1"))).toEqual([0, 0.95, 0.9, 0.2]);
  });

  test("has no links and no tags", async () => {
    const pdf = new OpenPdf(await print());
    for (const { dict } of pagesOf(pdf)) expect(pdf.get(dict, "Annots")).toBeNull();
    expect(pdf.get(pdf.root, "StructTreeRoot")).toBeNull();
  });

  test("as a booklet has two pages to a side, and a fold in the middle", async () => {
    const pdf = new OpenPdf(await print({ booklet: true, colourBars: true }));
    const pages = pagesOf(pdf);
    expect(pages).toHaveLength(2);
    const trim = pdf.numbers(pdf.get(pages[0]!.dict, "TrimBox"));
    expect(trim[2]! - trim[0]!).toBeCloseTo(mm(420), 1);
  });

  test.skipIf(!existsSync(PROFILE))(
    "is PDF/X-4 with a profile (skipped without libgs-common's)",
    async () => {
      const bytes = await print({ profile: readFileSync(PROFILE) });
      expect(preflight(bytes)).toEqual({ claims: ["PDF/X-4"], findings: [] });
    },
  );

  test.skipIf(spawnSync("gs", ["--version"]).status !== 0)(
    "inside the trim, text pages take no cyan, magenta or yellow (skipped without ghostscript)",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "print-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const file = join(folder, "print.pdf");
      writeFileSync(file, await print({}, "bilingual"));
      const args = ["-q", "-dUseTrimBox", "-o", "-", "-sDEVICE=inkcov", file];
      const rows = spawnSync("gs", args, { encoding: "utf8" }).stdout.match(/^.*CMYK OK$/gm)!;
      const pages = rows.map((row) => row.trim().split(/\s+/).slice(0, 4).map(Number));
      for (const [c, m, y, k] of pages.slice(1)) {
        expect([c, m, y]).toEqual([0, 0, 0]);
        expect(k).toBeGreaterThan(0.01);
      }
      const [c, m, y] = pages[0]!;
      expect(c).toBe(0);
      expect(m).toBeGreaterThan(0.01);
      expect(m).toBe(y);
    },
  );
});
