// An issue → the same issue set by Typst's compiler for Node, where it is installed: what the benchmark holds the
// program beside. `node scripts/typst-peer.mjs ISSUE.yaml OUT.pdf [EDITS]` prints the milliseconds of each compilation
// after the first, with a word that was not there before. Typst reads the YAML itself.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { newWord } from "./new-word.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const [file, target, edits = "0"] = process.argv.slice(2);
const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: [join(ROOT, "fonts")] }] });
const mainFileContent = readFileSync(new URL("typst-peer.typ", import.meta.url), "utf8");
const issue = readFileSync(file, "utf8");
compiler.mapShadow(join(ROOT, "publication.yaml"), readFileSync(join(dirname(file), "publication.yaml")));

function compile(text) {
  compiler.mapShadow(join(ROOT, "issue.yaml"), Buffer.from(text));
  writeFileSync(target, compiler.pdf({ mainFileContent }));
}
compile(issue);
for (let k = 0; k < Number(edits); k++) {
  const edited = issue.replace("unanimously agreed", `unanimously ${newWord(k)}`);
  const start = performance.now();
  compile(edited);
  console.log((performance.now() - start).toFixed(1));
}
