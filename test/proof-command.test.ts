import { mkdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { RULES } from "../src/proof/rule-list.ts";
import { captured, type Newsroom, newsroom, PUBLICATION } from "./newsroom.ts";

const CREDITS =
  "    credits:\n      - { label: { zh: 整理, en: Compiled by }, value: { zh: 王冰, en: Wang Bing } }\n";

/** An issue of one pair, as an editor types it. */
const issueOf = (zh: string, en: string, above = "", number = "2025-01", overall = 15) => `issue: ${number}
overall: ${overall}
date: 2025-01-06
articles:
  - title: { zh: 标题, en: A Title }
    body:
${above}      - zh: ${zh}
        en: ${en}
${CREDITS}`;

const WRONG = issueOf("自创区发展迅速,成效显著。", "Zones develop  fast, with the the best results.");
const RIGHT = issueOf("自创区发展迅速，成效显著。", "Zones develop fast, with the best results.");

/** `proof` writes no PDF: it has no folder for them. */
const proof = (room: Newsroom, ...args: string[]) =>
  captured(() => run(["proof", ...args, "--content", room.path("content")], "0.0.0"));

const rulesOf = (json: string): readonly string[] =>
  JSON.parse(json).map(({ rule }: { rule: string }) => rule);

test("a clean issue ends with 0 and says that nothing was found", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", RIGHT);
  const { exit, out, err } = await proof(room);
  expect([exit, out]).toEqual([0, ""]);
  expect(err).toContain("0 errors, 0 warnings, 0 notes · 0 处错误，0 处警告，0 处提示");
});

test("a finding is shown with its place, both languages, both sides of the pair and what is expected", async () => {
  const room = newsroom();
  room.write(
    "content/2025-01.yaml",
    issueOf("每年约有 5 万家企业诞生。", "About 5,000 enterprises are born every year."),
  );
  const { exit, out } = await proof(room);
  expect(exit).toBe(1);
  expect(out).toContain("2025-01.yaml:8:19: error 错误 parity-number");
  expect(out).toContain(
    "  Chinese says “5 万”, English says “5,000” → 50,000 in English, or 5000 in Chinese",
  );
  expect(out).toContain("  中文作“5 万”，英文作“5,000” → 英文作 50,000，或中文作 5000");
  expect(out).toMatch(/8 \| .*\n +\^{5}\n7 \| .*\n +\^{4}/);
});

test("short tells a finding a line, GitHub gets annotations, JSON the places", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", WRONG);
  const short = await proof(room, "--format", "short");
  expect(short.out.trim().split("\n")).toHaveLength(3);
  expect(short.out).toMatch(
    /2025-01\.yaml:7:20: error: a half-width “,” stands in Chinese → ， · .* \[zh-half-width\]/,
  );
  const github = await proof(room, "--format", "github");
  expect(github.out).toMatch(
    /::error file=\S+2025-01\.yaml,line=7,endLine=7,col=20,endColumn=21,title=zh-half-width::.*%0A/,
  );
  const json = await proof(room, "--format", "json");
  const [first] = JSON.parse(json.out);
  expect(first).toMatchObject({
    rule: "zh-half-width",
    line: 7,
    column: 20,
    expected: { zh: "，" },
    fix: { text: "，" },
  });
});

test("--fix puts the safe ones right and leaves the rest, and a second run changes nothing", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", WRONG);
  const { exit, out, err } = await proof(room, "--fix", "--format", "short");
  expect(err).toContain("2 slips put right · 已改正 2 处");
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(exit).toBe(1);
  const fixed = readFileSync(room.path("content/2025-01.yaml"), "utf8");
  expect(fixed).toBe(WRONG.replace(",成", "，成").replace("  fast", " fast"));
  await proof(room, "--fix");
  expect(readFileSync(room.path("content/2025-01.yaml"), "utf8")).toBe(fixed);
});

test.each([
  ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
  ["line ends of both kinds", (text: string) => text.replace(/\n(?=date| {4}body)/g, "\r\n")],
  ["a byte order mark and line ends of Windows", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
])("--fix leaves %s as they are", async (_, saved) => {
  const room = newsroom();
  room.write("content/2025-01.yaml", saved(WRONG));
  await proof(room, "--fix");
  const fixed = WRONG.replace(",成", "，成").replace("  fast", " fast");
  expect(readFileSync(room.path("content/2025-01.yaml"), "utf8")).toBe(saved(fixed));
});

test("behind the mention of a footnote a slip is pointed at, and put right, where it stands", async () => {
  const room = newsroom();
  const notes = "notes:\n  one: { zh: 见年报。, en: See the report. }\n";
  const wrong = issueOf("自创区[^one]发展迅速,成效显著。", "Zones[^one] develop  fast, with good results.");
  room.write("content/2025-01.yaml", wrong + notes);
  const { out } = await proof(room, "--fix", "--format", "short");
  expect(out).toBe("");
  const right = wrong.replace(",成", "，成").replace("  fast", " fast");
  expect(readFileSync(room.path("content/2025-01.yaml"), "utf8")).toBe(right + notes);
});

test("characters that the source spells otherwise are left to the editor", async () => {
  const room = newsroom();
  const text = issueOf('"自创区发展迅速\\u002c成效显著。"', "Zones develop fast, with good results.");
  room.write("content/2025-01.yaml", text);
  await proof(room, "--fix");
  expect(readFileSync(room.path("content/2025-01.yaml"), "utf8")).toBe(text);
});

test("what is typed behind a backslash is pointed at whole, and no fix is offered that would cut it in two", async () => {
  const room = newsroom();
  const text = issueOf('"他说：\\"这很好\\"。"', '"He said, \\"This is good.\\""');
  room.write("content/2025-01.yaml", text);
  const { out } = await proof(room, "--format", "json");
  const found = JSON.parse(out).filter(({ rule }: { rule: string }) => rule === "zh-quotes");
  expect(found.length).toBeGreaterThan(0);
  const line = text.split("\n")[6]!;
  for (const { column, endColumn, fix } of found) {
    expect(line.slice(column - 1, endColumn - 1)).toMatch(/^\\"/);
    expect(line.slice(column - 1, endColumn - 1)).toMatch(/\\"$/);
    expect(fix).toBeNull();
  }
});

test("a fix that YAML would read otherwise is not made", async () => {
  const room = newsroom();
  // A curly mark made straight would end the quoted text.
  const text = issueOf(
    "发布了宣言、公报和“倡议”。",
    `"The \\"Declaration\\", the \\"Report\\" and the “Call” were released."`,
  );
  room.write("content/2025-01.yaml", text);
  const { out } = await proof(room, "--fix", "--format", "json");
  expect(rulesOf(out)).toEqual(["en-quotes", "en-quotes"]);
  expect(readFileSync(room.path("content/2025-01.yaml"), "utf8")).toBe(text);
});

test("warnings count with --strict alone, notes never", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", issueOf("自创区发展迅速。", "Zones develop in wide-spread areas."));
  expect((await proof(room)).exit).toBe(0);
  expect((await proof(room, "--strict")).exit).toBe(1);
  room.write(
    "content/2025-01.yaml",
    issueOf("每年诞生 50000 家企业。", "Every year 50000 enterprises are born."),
  );
  expect((await proof(room, "--strict")).exit).toBe(0);
});

describe("a rule", () => {
  test("is off, or weighs otherwise, as the publication says", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", WRONG);
    room.write(
      "content/publication.yaml",
      `${PUBLICATION}proof: { rules: { zh-half-width: off, en-space: error } }\n`,
    );
    const { out } = await proof(room, "--format", "json");
    expect(rulesOf(out)).toEqual(["en-space", "en-doubled-word"]);
    expect(JSON.parse(out)[0].severity).toBe("error");
  });

  test("that there is not is told, in settings and in comments", async () => {
    const room = newsroom();
    room.write(
      "content/2025-01.yaml",
      issueOf("自创区发展迅速。", "Zones develop fast.", "      # proof: ignore zh-halfwidth\n"),
    );
    room.write("content/publication.yaml", `${PUBLICATION}proof: { rules: { parity: off } }\n`);
    const { out } = await proof(room, "--format", "json");
    expect(rulesOf(out)).toEqual(["silence", "unknown-rule"]);
  });

  test("with a weight that there is not is refused where it stands", async () => {
    const room = newsroom();
    room.write("content/publication.yaml", `${PUBLICATION}proof: { rules: { parity-bold: never } }\n`);
    const { exit, err } = await proof(room);
    expect(exit).toBe(1);
    expect(err).toContain("“never” is not known here");
  });
});

describe("a comment", () => {
  const silenced = async (text: string) => {
    const room = newsroom();
    room.write("content/2025-01.yaml", text);
    return rulesOf((await proof(room, "--format", "json")).out);
  };

  test("above a pair silences it for both languages", async () => {
    const above = "      # proof: ignore zh-half-width, en-space en-doubled-word\n";
    expect(await silenced(WRONG.replace("      - zh", `${above}      - zh`))).toEqual([]);
  });

  test("without names silences every rule", async () => {
    expect(await silenced(WRONG.replace("      - zh", "      # proof: ignore\n      - zh"))).toEqual([]);
  });

  test("above one language leaves the other one alone", async () => {
    expect(await silenced(WRONG.replace("        en:", "        # proof: ignore\n        en:"))).toEqual([
      "zh-half-width",
    ]);
  });

  test("above body: holds for all of it, and for a file for the file", async () => {
    expect(await silenced(WRONG.replace("    body:", "    # proof: ignore\n    body:"))).toEqual([]);
    expect(await silenced(`# proof: ignore-file zh-half-width\n${WRONG}`)).toEqual([
      "en-space",
      "en-doubled-word",
    ]);
  });

  test("may stand behind braces", async () => {
    const text = WRONG.replace(
      "    body:",
      '    body:\n      - heading: { zh: "成效,特色", en: Results }   # proof: ignore zh-half-width',
    );
    expect(await silenced(text)).toEqual(["zh-half-width", "en-space", "en-doubled-word"]);
  });

  test("that silences nothing is noted", async () => {
    expect(await silenced(RIGHT.replace("      - zh", "      # proof: ignore zh-space\n      - zh"))).toEqual(
      ["silence"],
    );
  });

  test("inside a text is text", async () => {
    const text = issueOf("自创区,成效显著。", `"Zones # proof: ignore"`);
    expect(await silenced(text)).toContain("zh-half-width");
  });
});

test("earlier issues of the folder are looked at though only one is asked for", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", RIGHT);
  room.write("content/2025-02.yaml", issueOf("自创区发展迅速。", "Zones develop fast.", "", "2025-02", 19));
  const { out } = await proof(room, "2025-02", "--format", "json");
  expect(rulesOf(out)).toEqual(["issue-number", "issue-date"]);
  expect(JSON.parse(out)[0].related[0].file).toMatch(/2025-01\.yaml$/);
});

test("the cn-internal profile asks for what internal serials must print", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", RIGHT);
  expect((await proof(room)).exit).toBe(0);
  room.write("content/publication.yaml", `${PUBLICATION}proof: { profile: cn-internal }\n`);
  const { out } = await proof(room, "--format", "json");
  expect(rulesOf(out)).toEqual(["permit", "imprint-entries", "self-reference"]);
});

test("--layout looks at the lines as they are set", async () => {
  const room = newsroom();
  const zh = "这里的英文词都很长，一行放不下两个，词间的空格只好拉开，这样的行校对时就会指出来。";
  const en =
    "A straight-thoughtless https://example.org/strength-strength strengthened through throughgoing splotched-splotched stretched straightforwardness.";
  room.write("content/2025-01.yaml", issueOf(zh, en));
  mkdirSync(room.path("content/themes"));
  room.write("content/themes/narrow.yaml", "extends: briefing\nlayout: { measure: 30 }\n");
  room.write("content/publication.yaml", PUBLICATION.replace("theme: briefing", "theme: narrow"));
  const plain = await proof(room, "--no-spelling", "--format", "json");
  expect(rulesOf(plain.out)).not.toContain("loose-line");
  const { out } = await proof(room, "--no-spelling", "--layout", "--format", "json");
  const [loose] = JSON.parse(out).filter(({ rule }: { rule: string }) => rule === "loose-line");
  expect(loose).toMatchObject({ line: 8, severity: "note" });
});

test("content that can not be read is told as a build tells it, and counted with the rest", async () => {
  const room = newsroom();
  room.write("content/2025-01.yaml", RIGHT.replace("overall", "overal"));
  const { exit, err } = await proof(room);
  expect(exit).toBe(1);
  expect(err).toContain("did you mean “overall”?");
  expect(err).toContain("1 error, 0 warnings, 0 notes · 1 处错误，0 处警告，0 处提示");
  expect((await proof(room, "2025-09")).err).toContain("there is no file");
});

test("--rules lists every rule in both languages", async () => {
  const { exit, out } = await captured(() => run(["proof", "--rules"], "0.0.0"));
  expect(exit).toBe(0);
  for (const { id, says } of RULES) {
    expect(out).toContain(id);
    expect(out).toContain(says.zh);
    expect(out).toContain(says.en);
  }
});

test("an unknown format is wrong usage", async () => {
  expect((await proof(newsroom(), "--format", "xml")).exit).toBe(2);
});
