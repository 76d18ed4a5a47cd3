/**
 * A content folder in → the milliseconds of each rebuild after the first, with a word that was not there before and its
 * PDF written, as a running watch makes them. `node warm.mjs CONTENT OUT.pdf EDITS`, once it is bundled; what
 * `typst-peer.mjs` prints too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Desk } from "../src/app/desk.ts";
import { newWord } from "./new-word.mjs";

const [content, target, edits] = process.argv.slice(2) as [string, string, string];
const file = join(content, "2024-14.yaml");
const text = readFileSync(file, "utf8");
const desk = new Desk(content);

async function rebuilt(): Promise<void> {
  const { built } = await desk.sheet({ issue: "2024-14", edition: "bilingual", theme: null });
  if (!built?.pdf) throw new Error("the issue has faults");
  writeFileSync(target, built.pdf);
}

await rebuilt();
for (let k = 0; k < Number(edits); k++) {
  writeFileSync(file, text.replace("unanimously agreed", `unanimously ${newWord(k)}`));
  const start = performance.now();
  desk.doubt(file);
  await rebuilt();
  console.log((performance.now() - start).toFixed(1));
}
writeFileSync(file, text);
