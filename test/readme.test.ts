import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../src/app/cli.ts";
import { ROOT } from "./fixture.ts";
import { captured } from "./newsroom.ts";

/** Options that every command has, and that the list does not repeat; a command's own `--lang` it does. */
const EVERYWHERE = ["--help", "--lang"];

const optionsIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option))].sort();

/** By command, as the file lists them; what is indented goes on from the line above. */
function listedIn(file: string): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(ROOT, file), "utf8");
  const from = text.indexOf("\n```\nshuanglan build") + 5;
  const block = text.slice(from, text.indexOf("\n```", from));
  const rows = block.split(/^(?=shuanglan )/m);
  return new Map(rows.map((row) => [row.split(" ")[1]!, optionsIn(row)]));
}

const helpOf = async (...args: string[]) =>
  (await captured(() => run([...args, "--help"], "0.0.0", { SHUANGLAN_LANG: "en" }))).out;

test.each(["README.md", "README.zh.md"])("%s lists every command with all its options", async (file) => {
  const help = await helpOf();
  const names = [...help.slice(help.indexOf("Commands:")).matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(
    ([, name]) => name!,
  );
  const known = new Map<string, readonly string[]>();
  for (const name of names.filter((one) => one !== "help")) {
    const own = [...(await helpOf(name)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
      ([, option]) => option!,
    );
    const skipped = name === "explain" ? ["--help"] : EVERYWHERE;
    known.set(name, own.filter((option) => !skipped.includes(option)).sort());
  }
  expect(Object.fromEntries(listedIn(file))).toEqual(Object.fromEntries(known));
});
