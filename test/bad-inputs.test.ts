import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { builtNewsroom, ISSUE, newsroom } from "./newsroom.ts";

interface Row {
  readonly id: string;
  readonly category: string;
  readonly input: string;
  readonly generator: { readonly type: "text" | "js" | "base64"; readonly value: string };
  readonly outcome: "ok" | "error" | "warning";
  readonly behaviour: string;
}

const { inputs } = JSON.parse(readFileSync(join(ROOT, "test/data/bad-inputs.json"), "utf8")) as {
  inputs: readonly Row[];
};

function generated({ generator: { type, value } }: Row): string | Uint8Array {
  if (type === "text") return value;
  if (type === "base64") return Buffer.from(value, "base64");
  return new Function(value)() as string | Uint8Array;
}

const of = (category: string) =>
  inputs.filter((row) => row.category === category).map((row) => [row.id, row.behaviour, row] as const);

/** `file:line:column`, or the file alone where no character of it can be read. */
const LOCATED = /^\S*2025-01\.yaml(:\d+:\d+)?: error/m;

/** Rows whose file is valid YAML and no issue: what is refused is the missing keys, not the text. */
const IS_YAML = (row: Row) => row.outcome === "ok";

describe("a file that is not as it has to be", () => {
  test.each(of("yaml"))("%s: %s", async (_id, _behaviour, row) => {
    const room = await builtNewsroom();
    const good = room.read("output/2025-01.pdf");
    room.write("content/2025-01.yaml", generated(row));
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(1);
    expect(err).toMatch(LOCATED);
    expect(err).not.toContain("\u001b[31m");
    if (IS_YAML(row)) expect(err).toContain("is missing");
    expect(room.read("output/2025-01.pdf")).toEqual(good);
  });
});

/** Rows of texts give `title: …`; the same text stands in a paragraph of an issue here. */
describe("a text that is not as it has to be", () => {
  const rows = of("text").filter(([, , row]) => /^title: "/.test(String(generated(row))));
  test.each(rows)("%s: %s", async (_id, _behaviour, row) => {
    const room = newsroom();
    const text = String(generated(row))
      .replace(/^title: /, "")
      .trimEnd();
    room.write("content/2025-01.yaml", ISSUE.replace("第一段文字。", text));
    const { exit, err } = await room.shuanglan("build", "--edition", "zh");
    expect(err.includes("error")).toBe(row.outcome === "error");
    expect(exit).toBe(row.outcome === "error" ? 1 : 0);
    if (row.outcome === "error") expect(err).toMatch(LOCATED);
  });

  /** Rows of pairs give a list of them; the same pairs stand in the body here. */
  const pairs = of("text").filter(([, , row]) => /^items:/m.test(String(generated(row))));
  test.each(pairs)("%s: %s", async (_id, _behaviour, row) => {
    const room = newsroom();
    const body = String(generated(row))
      .replace(/^[\s\S]*items:\n/, "")
      .replace(/^ {2}/gm, "      ");
    room.write("content/2025-01.yaml", ISSUE.replace(/ {6}- zh[\s\S]*$/, body));
    const { exit, err } = await room.shuanglan("build", "--edition", "bilingual");
    expect(exit).toBe(row.outcome === "error" ? 1 : 0);
    expect(err).toMatch(row.outcome === "error" ? LOCATED : /^\S*2025-01\.yaml:\d+:\d+: warning/m);
  });

  test("text-object-as-text: a map where a text is expected is never printed", async () => {
    const room = newsroom();
    room.write("content/2025-01.yaml", ISSUE.replace("zh: 第一段文字。", "zh: {a: 1}"));
    const { exit, err } = await room.shuanglan("build");
    expect(exit).toBe(1);
    expect(err).toMatch(LOCATED);
    expect(err).not.toContain("[object");
  });
});
