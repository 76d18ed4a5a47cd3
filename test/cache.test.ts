import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileName } from "../src/app/cache.ts";
import { ROOT } from "./fixture.ts";
import { ISSUE, keptIn, type Newsroom, newsroom, ownFonts, PUBLICATION } from "./newsroom.ts";
import { png } from "./picture-files.ts";
import { program, started } from "./program.ts";

interface Outcome {
  readonly status: number | null;
  readonly said: string;
  /** By name, so that a difference is told in a line. */
  readonly pdfs: Readonly<Record<string, string>>;
}

/** A build in a process of its own. @param cache A folder; null for none. */
function built(room: Newsroom, cache: string | null, ...args: string[]): Outcome {
  rmSync(room.path("output"), { recursive: true, force: true });
  const { status, stderr } = program(["build", ...args], {
    cwd: room.path("."),
    env: { SHUANGLAN_CACHE: cache ?? "off" },
  });
  const names = existsSync(room.path("output")) ? readdirSync(room.path("output")).sort() : [];
  const pdfs = names.map((name) => [name, Buffer.from(room.read(`output/${name}`)).toString("latin1")]);
  return { status, said: stderr, pdfs: Object.fromEntries(pdfs) };
}

/** A build with the cache comes out like one without, and leaves what it worked out. */
function expectSame(room: Newsroom, ...args: string[]): Outcome {
  return expectAs(built(room, null, ...args), room, ...args);
}

/** @param anew What comes without the cache. */
function expectAs(anew: Outcome, room: Newsroom, ...args: string[]): Outcome {
  const kept = built(room, room.path("cache"), ...args);
  expect(kept.status).toBe(anew.status);
  expect(kept.said).toBe(anew.said);
  expect(Object.keys(kept.pdfs)).toEqual(Object.keys(anew.pdfs));
  for (const [name, bytes] of Object.entries(anew.pdfs)) expect(kept.pdfs[name] === bytes, name).toBe(true);
  return anew;
}

/** An issue with everything that a cache could take for something else. */
const RICH = `${ISSUE}      - zh: 见**图一**，另见 development 一词[^a]。
        en: See *Figure 1*, and **development** again.[^a]
      - figure: { src: a.png, caption: { zh: 图一　说明, en: Figure 1. A caption }, alt: { zh: 图, en: A figure } }
notes:
  a: { zh: 注一。, en: Note one. }
`;

function richRoom(): Newsroom {
  const room = newsroom();
  room.write("content/2025-01.yaml", RICH);
  room.write("content/a.png", png({ width: 40, height: 30 }));
  mkdirSync(room.path("content/themes"));
  copyFileSync(join(ROOT, "content/themes/briefing.yaml"), room.path("content/themes/briefing.yaml"));
  return room;
}

describe("a build comes out the same with what the builds before it kept", () => {
  test("the real issue in all editions, again, and with a word changed", () => {
    const room = newsroom();
    rmSync(room.path("content/2025-01.yaml"));
    for (const name of ["publication.yaml", "2024-14.yaml"])
      copyFileSync(join(ROOT, "content", name), room.path(`content/${name}`));
    expect(Object.keys(expectSame(room).pdfs)).toHaveLength(3);
    expectSame(room);
    const text = readFileSync(join(ROOT, "content/2024-14.yaml"), "utf8");
    for (const [from, to] of [
      ["unanimously agreed", "unanimously stated"],
      ["发展", "繁荣发展"],
    ] as const) {
      room.write("content/2024-14.yaml", text.replace(from, to));
      const { pdfs } = expectSame(room);
      expect(Object.keys(pdfs)).toHaveLength(3);
    }
  });

  test("whatever is changed between two builds", () => {
    const room = richRoom();
    ownFonts(room);
    const first = expectSame(room);
    expect(first.status).toBe(0);
    const change = (name: string, from: string | RegExp, to: string) => {
      const text = Buffer.from(room.read(name)).toString("utf8");
      expect(text.replace(from, to)).not.toBe(text);
      room.write(name, text.replace(from, to));
    };
    const steps: readonly (() => void)[] = [
      () => change("content/2025-01.yaml", "第一段文字", "第一段新的文字"),
      () => change("content/2025-01.yaml", "Note one", "Note two"),
      () => change("content/publication.yaml", "en: Trial", "en: Trial run"),
      () => change("content/2025-01.yaml", "第一段新的", "麒段新的"),
      () => change("content/2025-01.yaml", "另见 development", "[另见](https://example.com) development"),
      () => change("content/themes/briefing.yaml", "height: 297mm", "height: 290mm"),
      () =>
        change(
          "content/themes/briefing.yaml",
          /(\n {2}text: ).*/,
          '$1{ rgb: "#222244", cmyk: [90, 80, 40, 40] }',
        ),
      () => room.write("content/a.png", png({ width: 30, height: 40 })),
      () => change("fonts/fonts.yaml", "STIXTwoText-Italic.ttf", "STIXTwoText-Regular.ttf"),
      () => copyFileSync(room.path("fonts/NotoSerifSC-Bold.ttf"), room.path("fonts/NotoSerifSC-Regular.ttf")),
      () => rmSync(room.path("content/themes"), { recursive: true }),
      () => rmSync(room.path("fonts"), { recursive: true }),
    ];
    let before = first;
    for (const step of steps) {
      step();
      const after = expectSame(room, "--edition", "bilingual");
      expect(after.pdfs["2025-01.pdf"]).not.toBe(before.pdfs["2025-01.pdf"]);
      before = after;
    }
  });

  test("for readers, for the press and with its source", () => {
    const room = richRoom();
    const uses = [[], ["--print"], ["--booklet"], ["--attach-source"], ["--theme", "modern"]];
    const pdfs = uses.map((use) => Object.values(expectSame(room, "--edition", "bilingual", ...use).pdfs)[0]);
    expect(new Set(pdfs).size).toBe(uses.length);
    const again = uses.map(
      (use) => Object.values(built(room, room.path("cache"), "--edition", "bilingual", ...use).pdfs)[0],
    );
    expect(again.every((pdf, k) => pdf === pdfs[k])).toBe(true);
  });

  test("warnings are told again, and faults are found again", () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("第一段文字。", "[看](http://a.b/一)。"));
    room.write("content/publication.yaml", `${PUBLICATION}print: { condition: FOGRA39 }\n`);
    const said = expectSame(room, "--print").said;
    expect(said).toContain("warning");
    expect(expectSame(room, "--print").said).toBe(said);
    room.write("content/2025-01.yaml", ISSUE.replace("en: The", "enn: The"));
    expect(expectSame(room).status).toBe(1);
    room.write("content/2025-01.yaml", ISSUE);
    expect(expectSame(room).status).toBe(0);
  });

  test("a file that is not read for its name is told of when it comes, and no longer when it is gone", () => {
    const room = newsroom();
    expect(expectSame(room, "--edition", "en").said).toBe("");
    room.write("content/2025-02.yml", ISSUE);
    expect(expectSame(room, "--edition", "en").said).toContain("2025-02.yaml");
    rmSync(room.path("content/2025-02.yml"));
    expect(expectSame(room, "--edition", "en").said).toBe("");
  });

  test("a long issue, whose paragraphs are kept in parts, with a word changed and a part lost", () => {
    const room = newsroom();
    const pair = (k: number) => `      - { zh: 第${k}段有几个字。, en: Paragraph ${k} has some words. }\n`;
    const long = ISSUE + Array.from({ length: 600 }, (_, k) => pair(k)).join("");
    room.write("content/2025-01.yaml", long);
    expectSame(room, "--edition", "en");
    const part = join(
      room.path("cache"),
      fileName(`edition ${room.path("content")} 2025-01 en briefing false part 0`),
    );
    expect(existsSync(part)).toBe(true);
    room.write("content/2025-01.yaml", long.replace("Paragraph 7 has", "Paragraph 7 had"));
    expectSame(room, "--edition", "en");
    rmSync(part);
    room.write("content/2025-01.yaml", long.replace("Paragraph 8 has", "Paragraph 8 had"));
    expectSame(room, "--edition", "en");
  });

  test("an issue so long that it would fill the memory is not kept as it was set, and comes out the same", () => {
    const room = newsroom();
    const file = fileName(`edition ${room.path("content")} 2025-01 en briefing false`);
    const kept = () => existsSync(join(room.path("cache"), file));
    expectSame(room, "--edition", "en");
    expect(kept()).toBe(true);
    rmSync(room.path("cache"), { recursive: true });
    room.write("content/2025-01.yaml", `${ISSUE}# ${"x".repeat(2_000_000)}\n`);
    expectSame(room, "--edition", "en");
    expect(kept()).toBe(false);
    room.write("content/2025-01.yaml", `${ISSUE}# ${"x".repeat(2_000_001)}\n`);
    expectSame(room, "--edition", "en");
  });

  test("a picture that becomes a link to outside is refused", ({ skip }) => {
    if (process.platform === "win32") skip("links need rights of their own there");
    const room = richRoom();
    expect(expectSame(room).status).toBe(0);
    writeFileSync(room.path("a.png"), room.read("content/a.png"));
    rmSync(room.path("content/a.png"));
    execFileSync("ln", ["-s", "../a.png", room.path("content/a.png")]);
    expect(expectSame(room).status).toBe(1);
  });
});

describe("what is kept is never needed", () => {
  test("files that are damaged, cut short, emptied or gone are worked out anew", () => {
    const room = richRoom();
    const anew = expectSame(room, "--edition", "bilingual");
    const cache = room.path("cache");
    const harms: readonly ((bytes: Buffer) => Buffer)[] = [
      (bytes) => {
        bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      },
      (bytes) => bytes.subarray(0, bytes.length >> 1),
      () => Buffer.alloc(0),
      (bytes) => Buffer.alloc(bytes.length),
    ];
    for (const harm of harms) {
      expect(keptIn(cache).length).toBeGreaterThan(5);
      for (const file of keptIn(cache)) writeFileSync(file, harm(readFileSync(file)));
      expectAs(anew, room, "--edition", "bilingual");
    }
    // Each file alone, the others whole.
    for (const file of keptIn(cache)) {
      rmSync(file);
      expectAs(anew, room, "--edition", "bilingual");
    }
  }, 180_000);

  test("a folder that can not be written, or that is a file, is done without", () => {
    const room = newsroom();
    room.write("file", "");
    expect(built(room, room.path("file"))).toEqual(built(room, null));
    expect(readFileSync(room.path("file"), "utf8")).toBe("");
  });

  test("--no-cache neither reads nor leaves anything", () => {
    const room = newsroom();
    const cache = room.path("cache");
    expect(built(room, cache, "--no-cache").status).toBe(0);
    expect(existsSync(cache)).toBe(false);
  });

  test("two builds at once share it", async () => {
    const room = richRoom();
    process.env.SHUANGLAN_CACHE = room.path("cache");
    try {
      const runs = ["one", "two", "three"].map((out) => started(["build", "--out", out], room.path(".")));
      expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    } finally {
      process.env.SHUANGLAN_CACHE = "off";
    }
    const { pdfs } = expectSame(room);
    for (const out of ["one", "two", "three"])
      for (const [name, bytes] of Object.entries(pdfs))
        expect(Buffer.from(room.read(`${out}/${name}`)).toString("latin1") === bytes, name).toBe(true);
    expect(readdirSync(room.path("cache")).every((name) => name.endsWith(".kept"))).toBe(true);
  });
});

test("code is compiled anew for the first few runs alone, of scripts that came without it", () => {
  const room = richRoom();
  const scripts = readdirSync(join(ROOT, "dist/program"));
  const found = () =>
    scripts.flatMap((script) => {
      const file = join(room.path("cache"), fileName(`code build ${script}`));
      return existsSync(file) ? [[script, statSync(file).ino] as const] : [];
    });
  const states = Array.from({ length: 7 }, (_, run) => {
    room.write("content/2025-01.yaml", RICH.replace("Note one.", `Note ${run}.`));
    built(room, room.path("cache"), "--edition", "en", "--preflight");
    return found();
  });
  expect(states[0]!.some(([script]) => script.startsWith("preflight-command"))).toBe(true);
  expect(states[0]!.some(([script]) => script === "program.js")).toBe(false);
  expect(states[1]).not.toEqual(states[0]);
  expect(states.at(-1)).toEqual(states.at(-2));
});
