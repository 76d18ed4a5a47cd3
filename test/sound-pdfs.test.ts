import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pressProfile } from "../scripts/fuzz/press-profile.ts";
import { Soundness } from "../scripts/fuzz/soundness.ts";
import { run } from "../src/app/cli.ts";
import { ROOT } from "./fixture.ts";
import { captured } from "./newsroom.ts";

/** Folders of issues; texts without a publication of their own are set as the real issue is. */
const FIXTURES = ["content", "test/data/texts", "test/data/standards", "test/data/clean"];
const USES = [[], ["--attach-source"], ["--print", "--colour-bars"], ["--booklet"]];
const THEMES = readdirSync(join(ROOT, "content/themes")).map((name) => name.replace(".yaml", ""));
/** One PDF in this many is drawn by the engines. */
const DRAWN = 4;

/** A copy of a fixture, with a press profile beside it, so that its files for the press can claim PDF/X-4. */
function copied(folder: string, fixture: string): string {
  const content = join(folder, fixture.replaceAll("/", "-"));
  cpSync(join(ROOT, "content/publication.yaml"), join(content, "publication.yaml"));
  cpSync(join(ROOT, fixture), content, { recursive: true });
  const publication = join(content, "publication.yaml");
  writeFileSync(publication, `${readFileSync(publication, "utf8")}\nprint: { icc: press.icc }\n`);
  writeFileSync(join(content, "press.icc"), pressProfile());
  return content;
}

test("all fixtures, in every edition, theme and use, pass preflight, qpdf and a sample both engines, as far as these are installed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sound-"));
  const soundness = new Soundness(1, DRAWN);
  await soundness.open();
  const faults: string[] = [];
  let count = 0;
  const built = async (content: string, options: readonly string[]) => {
    const out = join(folder, `out-${count}`);
    const { exit, err } = await captured(() =>
      run(["build", "--content", content, "--out", out, "--preflight", ...options], "0.0.0"),
    );
    if (exit !== 0) faults.push(`${content} ${options.join(" ")}: ${err}`);
    for (const name of readdirSync(out)) {
      count += 1;
      const fail = (why: string) => faults.push(`${content} ${options.join(" ")} ${name}: ${why}`);
      await soundness.look({ pdf: readFileSync(join(out, name)), fail });
    }
  };
  for (const content of FIXTURES.map((fixture) => copied(folder, fixture))) {
    for (const use of USES) await built(content, use);
    for (const theme of THEMES) await built(content, ["--theme", theme, "--edition", "bilingual"]);
  }
  await soundness.close();
  rmSync(folder, { recursive: true });
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(150);
  const { whole, sampled } = soundness.counts;
  if (!soundness.missing.includes("qpdf")) expect(whole).toBe(count);
  expect(sampled).toBe(Math.ceil(count / DRAWN));
}, 300_000);
