import { createColors } from "picocolors";
import { describe, expect, test } from "vitest";
import { captured, newsroom } from "../../test/newsroom.ts";
import { plainPdf } from "../../test/plain-pdf.ts";
import { changeLines } from "./diff-words.ts";
import { err, out, outData } from "./output.ts";
import { preflightLines } from "./preflight-command.ts";
import type { Paint } from "./report.ts";

/** Renames the window, and turns what follows red. */
const ACTS = "\u001b]0;own\u0007\u001b[31m";
const SHOWN = "{+<001B>]0;own<0007><001B>[31m+}";

const plain = (text: string) => text;
const PAINT: Paint = { width: 96, error: plain, warning: plain, added: plain, faint: plain, strong: plain };

describe("what others wrote does not act on the terminal", () => {
  test("in a message, whose own colours and line ends stay", async () => {
    const { red, green, yellow, dim, bold } = createColors(true);
    const ours = [red("a"), green("b"), yellow("c"), dim("d"), bold("e")].join("\n");
    for (const [say, where] of [
      [out, "out"],
      [err, "err"],
    ] as const) {
      const said = await captured(async () => {
        say(`${ours}\u001b[2J\r\u009b1A\u202e`);
        return 0;
      });
      expect(said[where]).toBe(`${ours}<001B>[2J<000D><009B>1A<202E>\n`);
    }
  });

  test("data for another program is left as it is", async () => {
    const said = await captured(async () => {
      outData("a\u200b\t");
      return 0;
    });
    expect(said.out).toBe("a\u200b\t\n");
  });

  test("in a text that changed", () => {
    const entry = { role: "paragraph" } as never;
    const stretches = { zh: [], en: [{ kind: "added", text: ACTS }] } as const;
    const change = { before: null, after: entry, stretches } as never;
    expect(changeLines(change, { before: null, after: 1 }, "a.pdf", PAINT).join("\n")).toContain(SHOWN);
  });

  test("in what a PDF says of itself", () => {
    const bytes = plainPdf([
      "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/#1b#5b2J>>>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]);
    const said = preflightLines("a.pdf", bytes).lines.join("\n");
    expect(said).toContain("(<001B>[2J)");
    expect(said).not.toContain("\u001b");
  });
});

test.skipIf(process.platform === "win32")(
  "a name of a file in the list of what was built is shown, not acted on (skipped on Windows, which takes no such name)",
  async () => {
    const room = newsroom();
    room.write("content/2025-02\u001b[2J.yaml", "issue: 2025-02\n");
    const { err, exit } = await room.shuanglan("build", "--edition", "en");
    expect(exit).toBe(1);
    expect(err).toContain("2025-02<001B>[2J.yaml");
    expect(err).not.toContain("\u001b");
  },
);
