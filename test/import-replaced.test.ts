import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run as program } from "../src/app/cli.ts";
import { CAN_LINK } from "./links.ts";
import { captured, ISSUE, newsroom } from "./newsroom.ts";

const MANUSCRIPT = `2025年第1期（总第15期） 2025年1月6日

# 标题

# A title

第一段文字，改过一版。

The first paragraph, in a second version.
`;

/** What an editor has added, and no manuscript says. */
const EDITED = `${ISSUE}      # proof: ignore number-pair
      - figure: { src: figures/a.png, alt: { zh: 会场, en: The venue } }
`;

function begun(language = "en") {
  const room = newsroom();
  room.write("content/2025-01.yaml", EDITED);
  room.write("second.md", MANUSCRIPT);
  const told = ["--lang", language, "--content", room.path("content")];
  const imported = (...args: string[]) =>
    captured(() =>
      program(["import", room.path("second.md"), "--issue", "2025-01", ...told, ...args], "0.0.0"),
    );
  const text = (name: string) => Buffer.from(room.read(`content/${name}`)).toString();
  const kept = () =>
    existsSync(room.path("content/replaced")) ? readdirSync(room.path("content/replaced")) : [];
  return { room, imported, text, kept };
}

describe("a file that import --force replaces", () => {
  test("is kept to the letter, and told where", async () => {
    const { imported, text } = begun();
    const { exit, out } = await imported("--force");
    expect(exit).toBe(0);
    expect(text("replaced/2025-01.yaml")).toBe(EDITED);
    expect(text("2025-01.yaml")).toContain("in a second version");
    expect(out).toMatch(/0 comments taken over, 1 comment only in \S+replaced\/2025-01\.yaml: the lines /);
    const [, copy, target] = /^(\S+) {2}what (\S+) was before; /m.exec(out)!;
    expect([copy, target]).toEqual([
      expect.stringMatching(/content\/replaced\/2025-01\.yaml$/),
      expect.stringMatching(/content\/2025-01\.yaml$/),
    ]);
    expect(out).toContain(`to see what changed: shuanglan diff ${copy} ${target}\n`);
  });

  test("gives its comments to the lines that are still there, and those that it keeps are counted", async () => {
    const { room, imported, text } = begun();
    await imported("--force");
    const first = text("2025-01.yaml");
    const [line = ""] = /^.*第一段文字.*$/m.exec(first)!;
    const own = `      # proof: ignore term\n${line}`;
    room.write("content/2025-01.yaml", first.replace(line, own));
    const { out } = await imported("--force");
    expect(out).toMatch(/2025-01\.yaml {2}1 comment taken over\n/);
    expect(text("2025-01.yaml")).toBe(first.replace(line, own));
    expect(out).not.toContain("replaced");
    room.write("second.md", MANUSCRIPT.replace("第一段", "头一段"));
    const again = await imported("--force");
    expect(again.out).toMatch(
      /2025-01\.yaml {2}0 comments taken over, 1 comment only in \S+replaced\/2025-01-2\.yaml: the lines /,
    );
    expect(text("replaced/2025-01-2.yaml")).toBe(first.replace(line, own));
  });

  test("is told of in Chinese", async () => {
    const { imported } = begun("zh");
    const { out } = await imported("--force");
    expect(out).toMatch(/replaced\/2025-01\.yaml {2}原来的 .*2025-01\.yaml；查看改动：shuanglan diff .*\n/);
    expect(out).toMatch(/沿用原有注释 0 条；另有 1 条只在 \S+replaced\/2025-01\.yaml 里：所在的行已有改动\n/);
  });

  test("takes the place of no copy before it, and is not kept twice", async () => {
    const { room, imported, text, kept } = begun();
    await imported("--force");
    const second = text("2025-01.yaml");
    room.write("second.md", MANUSCRIPT.replace("第一段", "头一段"));
    await imported("--force");
    expect(kept()).toEqual(["2025-01-2.yaml", "2025-01.yaml"]);
    expect([text("replaced/2025-01.yaml"), text("replaced/2025-01-2.yaml")]).toEqual([EDITED, second]);
    room.write("content/2025-01.yaml", EDITED);
    const { out } = await imported("--force");
    expect(out).toMatch(/replaced\/2025-01\.yaml {2}what /);
    expect(kept()).toEqual(["2025-01-2.yaml", "2025-01.yaml"]);
  });

  test("is not kept where nothing changed, none was there, or nothing is written", async () => {
    const { room, imported, kept } = begun();
    await imported("--stdout", "--force");
    expect(kept()).toEqual([]);
    await imported("--force");
    expect(kept()).toEqual(["2025-01.yaml"]);
    const { out } = await imported("--force");
    expect(out).not.toContain("replaced");
    await captured(() =>
      program(
        ["import", room.path("second.md"), "--issue", "2025-02", "--content", room.path("content")],
        "0.0.0",
      ),
    );
    expect(kept()).toEqual(["2025-01.yaml"]);
  });

  test("stays as it is where no copy can be written", async () => {
    const { room, imported, text } = begun();
    room.write("content/replaced", "a file where the folder belongs");
    const { exit } = await imported("--force");
    expect(exit).toBe(3);
    expect(text("2025-01.yaml")).toBe(EDITED);
  });

  test.skipIf(!CAN_LINK)(
    "is kept as a file of its own where it is a link (skipped where none can be made)",
    async () => {
      const { room, imported, text } = begun();
      mkdirSync(room.path("elsewhere"));
      room.write("elsewhere/a.yaml", EDITED);
      symlinkSync(room.path("elsewhere/a.yaml"), room.path("content/2025-02.yaml"));
      await imported("--force", "--issue", "2025-02");
      expect(text("replaced/2025-02.yaml")).toBe(EDITED);
      expect(Buffer.from(room.read("elsewhere/a.yaml")).toString()).toContain("in a second version");
    },
  );

  test("is compared with what took its place, and is no issue of its own", async () => {
    const { room, imported } = begun();
    room.write("content/2025-01.yaml", ISSUE);
    await imported("--force");
    const paths = ["content/replaced/2025-01.yaml", "content/2025-01.yaml"].map(room.path);
    const { exit, out } = await room.shuanglan("--lang", "en", "diff", ...paths);
    expect(exit).toBe(0);
    expect(out).toContain("{+, in a second version+}");
    const { out: built } = await room.shuanglan("--lang", "en", "build", "--edition", "zh");
    expect(built).not.toContain("replaced");
    expect(readdirSync(room.path("output")).filter((name) => name.endsWith("zh.pdf"))).toHaveLength(1);
  });
});
