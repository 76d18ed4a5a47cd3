import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { OpenPdf } from "../src/read-pdf/open-pdf.ts";
import { ROOT } from "./fixture.ts";
import { captured, ISSUE, newsroom, ownFonts, PUBLICATION } from "./newsroom.ts";

interface LineCase {
  readonly id: string;
  readonly kind: string;
  readonly input: string;
  readonly measure_em: number;
  readonly indent_em: number;
  readonly expect: readonly string[];
}

const { cases: CASES } = JSON.parse(readFileSync(join(ROOT, "test/data/cases.json"), "utf8")) as {
  cases: readonly LineCase[];
};

const build = async (issue: string, ...args: string[]) => {
  const room = newsroom();
  room.write("content/2025-01.yaml", issue);
  const outcome = await room.shuanglan("build", ...args);
  return { room, ...outcome };
};

describe("build", () => {
  test("writes the three editions and tells path, pages, size and time of each", async () => {
    const { room, exit, out } = await build(ISSUE);
    expect(exit).toBe(0);
    expect(readdirSync(room.path("output")).sort()).toEqual([
      "2025-01.en.pdf",
      "2025-01.pdf",
      "2025-01.zh.pdf",
    ]);
    expect(out.trim().split("\n")).toHaveLength(3);
    expect(out).toMatch(/2025-01\.zh\.pdf {2}1 page {2}\d+ KB {2}\d+\.\d\d s/);
  });

  test("takes issues by name or by path, and one edition", async () => {
    const room = newsroom();
    room.write("content/2025-02.yaml", ISSUE.replace("2025-01", "2025-02"));
    await room.shuanglan("build", room.path("content/2025-02.yaml"), "--edition", "en");
    expect(readdirSync(room.path("output"))).toEqual(["2025-02.en.pdf"]);
  });

  test("one faulty issue does not keep the others from their pages", async () => {
    const room = newsroom();
    room.write("content/2025-02.yaml", ISSUE);
    const { exit } = await room.shuanglan("build", "--edition", "en");
    expect(exit).toBe(1);
    expect(readdirSync(room.path("output"))).toEqual(["2025-01.en.pdf"]);
  });

  test("a theme beside the content extends one that ships with the program", async () => {
    const room = newsroom();
    mkdirSync(room.path("content/themes"));
    room.write("content/themes/small.yaml", "extends: briefing\npage: { width: 148mm, height: 210mm }\n");
    const { exit } = await room.shuanglan("build", "--theme", "small", "--edition", "bilingual");
    expect(exit).toBe(0);
    const pdf = new OpenPdf(room.read("output/2025-01.pdf"));
    const page = pdf.list(pdf.path(pdf.root, "Pages", "Kids"))[0];
    expect(pdf.numbers(pdf.get(page, "MediaBox"))).toEqual([0, 0, 419.53, 595.28]);
  });
});

describe("faults in the content: status 1, told with place and way out, nothing written", () => {
  test.each([
    [
      "a pair without en",
      ISSUE.replace("        en: The first paragraph.\n", ""),
      /:7:\d+: error.*no English/,
    ],
    ["a misspelt key", ISSUE.replace("overall", "overal"), /:2:1: error.*“overal”.*did you mean “overall”/],
    ["a tab in the indentation", ISSUE.replace("    body", "\tbody"), /:6:1: error.*tab.*spaces/],
    [
      "a duplicate key",
      ISSUE.replace("overall: 15", "overall: 15\noverall: 16"),
      /:3:1: error.*stands twice/,
    ],
    ["an unquoted text with a colon", ISSUE.replace("The first", "Note: the first"), /:8:\d+: error.*colon/],
    ["a date that is no day", ISSUE.replace("2025-01-06", "2024-13-40"), /:3:7: error.*2024-13-40.*calendar/],
    ["an empty body", ISSUE.replace(/body:[\s\S]*/, "body: []\n"), /:6:\d+: error.*nothing is written/],
  ])("%s", async (_, issue, message) => {
    const { room, exit, err } = await build(issue, "--edition", "bilingual");
    expect(exit).toBe(1);
    expect(err).toMatch(message);
    expect(err).toContain("错误");
    expect(readdirSync(room.path("output"))).toEqual([]);
  });

  test("a file in GBK is named as such", async () => {
    const room = newsroom();
    room.write(
      "content/2025-01.yaml",
      Buffer.from("aXNzdWU6IDIwMjUtMDEKdGl0bGU6INDCzsW3otW5tcS5pNf3Cg==", "base64"),
    );
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(1);
    expect(err).toMatch(/2025-01\.yaml: error.*GBK.*UTF-8/);
  });

  test("all faults are told in one run, in the order of the file", async () => {
    const issue = ISSUE.replace("overall", "overal")
      .replace("2025-01-06", "2024-13-40")
      .replace("title", "titel");
    const { err } = await build(issue);
    const lines = [...err.matchAll(/2025-01\.yaml:(\d+):/g)].map((match) => Number(match[1]));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(err).toMatch(/\d+ errors, 0 warnings · \d+ 处错误，0 处警告/);
  });

  test("a missing language is an error for the editions that need it and a warning for the one that does not", async () => {
    const issue = ISSUE.replace("        en: The first paragraph.\n", "");
    const zh = await build(issue, "--edition", "zh");
    expect(zh.exit).toBe(0);
    expect(zh.err).toMatch(/warning.*no English/);
    expect((await build(issue, "--edition", "en")).exit).toBe(1);
  });

  test("rare characters come from the fallback order; one that no face has is told with its place", async () => {
    expect((await build(ISSUE.replace("第一段", "𬭎㬎"), "--edition", "zh")).exit).toBe(0);
    const { exit, err } = await build(ISSUE.replace("第一段", "第一😀"), "--edition", "zh");
    expect(exit).toBe(1);
    expect(err).toMatch(/2025-01\.yaml:7:15: error.*“😀” \(U\+1F600/);
  });

  test("a missing font file is told at its line of fonts.yaml", async () => {
    const room = newsroom();
    ownFonts(room);
    const [file] = readdirSync(room.path("fonts")).filter((name) => name.endsWith(".ttf"));
    rmSync(room.path(`fonts/${file}`));
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(1);
    expect(err).toMatch(/fonts\.yaml:\d+:\d+: error/);
    expect(err).toContain(`there is no file ${file}`);
    expect(existsSync(room.path("output/2025-01.pdf"))).toBe(false);
  });

  test("an issue that is not there, and a folder without issues", async () => {
    const room = newsroom();
    expect((await room.shuanglan("build", "2031-01")).exit).toBe(1);
    rmSync(room.path("content/2025-01.yaml"));
    expect((await room.shuanglan("build")).exit).toBe(1);
  });

  test("an unknown theme names those there are", async () => {
    const room = newsroom();
    room.write("content/publication.yaml", PUBLICATION.replace("briefing", "briefin"));
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(1);
    expect(err).toMatch(/publication\.yaml:3:\d+: error.*“briefin”.*briefing/);
  });
});

/** Root may write anywhere: its rights are laid down for the while. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(65534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

describe("faults of the machine: status 3", () => {
  test("an output folder that is a file", async () => {
    const room = newsroom();
    room.write("output", "");
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(3);
    expect(err).toContain("a file stands where a folder is needed");
  });

  test("an output folder that may not be written to", async () => {
    const room = newsroom();
    chmodSync(room.path("."), 0o755);
    mkdirSync(room.path("output"));
    chmodSync(room.path("output"), 0o555);
    const { exit, err } = await asNobody(() => room.shuanglan("build"));
    chmodSync(room.path("output"), 0o755);
    expect(exit).toBe(3);
    expect(err).toContain("permission is denied");
    expect(readdirSync(room.path("output"))).toEqual([]);
  });

  test("a folder where a PDF should be leaves no half-written file behind", async () => {
    const room = newsroom();
    mkdirSync(room.path("output/2025-01.pdf"), { recursive: true });
    expect((await room.shuanglan("build", "--edition", "bilingual")).exit).toBe(3);
    expect(readdirSync(room.path("output"))).toEqual(["2025-01.pdf"]);
  });
});

describe("usage", () => {
  test.each([
    [["build", "--edition", "fr"]],
    [["build", "--nonsense"]],
    [["print"]],
    [["build", "--theme", "../x"]],
  ])("%j: status 2", async (args) => {
    expect((await captured(() => run(args, "0.0.0"))).exit).toBe(2);
  });

  test("--help tells commands and exit statuses, and is no fault", async () => {
    const { exit, out } = await captured(() => run(["--help"], "0.0.0"));
    expect(exit).toBe(0);
    expect(out).toContain("build");
    expect(out).toContain("schema");
    expect(out).toContain("退出状态");
  });
});

describe("the language of messages", () => {
  const room = async (...args: string[]) =>
    (await build(ISSUE.replace("overall", "overal"), "--edition", "en", ...args)).err;

  test("each command that --help tells of answers to its name, alone and behind the program's options", async () => {
    const { out } = await captured(() => run(["--help", "--lang", "en"], "0"));
    const names = [...out.matchAll(/^ {2}([a-z]+) .*\S$/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(12);
    for (const name of names.filter((one) => one !== "help"))
      for (const args of [
        [name, "--help"],
        ["--lang", "en", name, "--help"],
      ]) {
        const { exit, out: own } = await captured(() => run(args, "0"));
        expect(exit).toBe(0);
        expect(own).toContain(`shuanglan ${name}`);
      }
  });

  test("--lang zh speaks Chinese alone, in a form that tools can read", async () => {
    const err = await room("--lang", "zh");
    expect(err).toMatch(/2025-01\.yaml:2:1: 错误：此处没有“overal”这个键；是否应为“overall”？/);
    expect(err).not.toMatch(/error|there is no/);
    expect(err.trim().split("\n").at(-1)).toBe("1 处错误，0 处警告");
  });

  test("--lang en speaks English alone", async () => {
    const err = await room("--lang", "en");
    expect(err).toMatch(/2025-01\.yaml:2:1: error: there is no key/);
    expect(err).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    [["--help"], /用法：[\s\S]*选项：[\s\S]*命令：[\s\S]*排印期刊/],
    [["build", "--help"], /默认："content"/],
  ])("the help in Chinese: %j", async (args, words) => {
    const { exit, out } = await captured(() => run([...args, "--lang", "zh"], "0.0.0"));
    expect(exit).toBe(0);
    expect(out).toMatch(words);
    expect(out).not.toMatch(/display help|Usage|choices|default/);
  });

  test.each(["build", "preview", "import", "diff", "new", "show", "init", "schema", "proof"])(
    "in the Chinese help of %s what is to be typed has a Chinese name",
    async (command) => {
      const { out } = await captured(() => run([command, "--help", "--lang", "zh"], "0.0.0"));
      expect(out).toMatch(/--lang <语言>/);
      expect(out).not.toMatch(/[[<][a-z]+(?:\.{3})?[\]>]/);
    },
  );

  test.each([
    [["build", "--nonsense"], "没有“--nonsense”这个选项"],
    [["biuld"], "没有“biuld”这个命令"],
    [["build", "--edition", "fr"], "可选：bilingual、zh、en、all"],
    [["build", "--theme", "../x"], "请写版式的名称"],
    [["explain"], "缺少参数“文字”"],
    [["explain", "国", "家"], "参数过多"],
    [["build", "--out"], "后面缺少内容"],
  ])("wrong usage in Chinese: %j", async (args, words) => {
    const { exit, err } = await captured(() => run(["--lang", "zh", ...args], "0.0.0"));
    expect(exit).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/^error/m);
  });
});

describe("explain", () => {
  const explained = async (...args: string[]) => {
    const { exit, out } = await captured(() => run(["explain", "--json", ...args], "0.0.0"));
    return { exit, ...JSON.parse(out) };
  };

  test("tells breaks, gaps and widths as JSON", async () => {
    const made = await explained("经济，增长");
    expect(made).toMatchObject({ exit: 0, breaks: "经|济，|增|长", width: 5, lang: "zh", level: "gb" });
  });

  test.each(CASES.filter(({ kind }) => kind === "lines").map((row) => [row.id, row] as const))(
    "breaks the published case %s into its lines",
    async (_, { input, measure_em, indent_em, expect: lines }) => {
      const made = await explained("--measure", `${measure_em}`, "--indent", `${indent_em}`, input);
      expect(made.lines).toEqual(lines);
    },
  );

  test("refuses a measure that is no number", async () => {
    const { exit } = await captured(() => run(["explain", "--measure", "wide", "国"], "0.0.0"));
    expect(exit).toBe(2);
  });
});
