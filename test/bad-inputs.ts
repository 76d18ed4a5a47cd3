/** The table of bad inputs, and what tries each row that no text can stand for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./fixture.ts";
import { CAN_LINK } from "./links.ts";
import type { Newsroom, Outcome } from "./newsroom.ts";
import { builtNewsroom } from "./newsroom.ts";

export interface Row {
  readonly id: string;
  readonly category: string;
  readonly input: string;
  readonly generator:
    | { readonly type: "text" | "js" | "base64"; readonly value: string }
    | { readonly type: "procedure" };
  readonly outcome: "ok" | "error" | "warning";
  /** Rows of texts leave it out: 1 for an error, else 0. */
  readonly exit?: number;
  readonly behaviour: string;
}

const { inputs } = JSON.parse(readFileSync(join(ROOT, "test/data/bad-inputs.json"), "utf8")) as {
  inputs: readonly Row[];
};

export const rowsOf = (category: string): readonly Row[] => inputs.filter((row) => row.category === category);

/** What an issue's folder becomes, and what is to be seen in what is said of it. */
export interface Trial {
  readonly prepare: (room: Newsroom) => void;
  readonly says: RegExp;
  readonly needsLinks?: true;
}

/** Every row of a category has a trial; a build of it ends as the row expects and the last good PDF stays. */
export function tried(category: string, trials: Readonly<Record<string, readonly Trial[]>>): void {
  const rows = rowsOf(category);
  test("every row is tried", () => {
    expect(Object.keys(trials).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
  describe.each(rows.filter(({ id }) => trials[id]!.length > 0))("$id: $behaviour", (row) => {
    test.for(trials[row.id]!.map((trial, k) => [k + 1, trial] as const))(
      "%i",
      async ([, trial], { skip }) => {
        if (trial.needsLinks && !CAN_LINK) skip("no links can be made here");
        await expectTrial(row, trial);
      },
    );
  });
}

async function expectTrial({ outcome, exit: expected }: Row, { prepare, says }: Trial): Promise<Outcome> {
  const room = await builtNewsroom("--edition", "zh");
  const good = room.read("output/2025-01.zh.pdf");
  prepare(room);
  const ended = await room.shuanglan("build", "--edition", "zh");
  expect(ended.err).toMatch(says);
  expect(ended.exit).toBe(expected);
  if (outcome === "error") expect(room.read("output/2025-01.zh.pdf")).toEqual(good);
  if (outcome === "error") expect(ended.err).toMatch(/^\S+\.yaml:\d+:\d+: error/m);
  return ended;
}
