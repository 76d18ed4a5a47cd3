// An issue's text in → the same text set by Typst's compiler for Node, where it is installed: what the benchmark
// holds the program beside. `node scripts/typst-peer.mjs ISSUE.yaml OUT.pdf [EDITS]` prints the milliseconds of
// each compilation after the first, with a word that was not there before.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { newWord } from "./new-word.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A string literal; Typst's escapes are those of JSON. */
const text = (value) => `#${JSON.stringify(String(value).replaceAll("**", ""))}`;

const pair = ({ zh, en }, zhStyle = "zh", enStyle = "en") =>
  `#pair([#${zhStyle}[${text(zh)}]], [#${enStyle}[${text(en)}]])`;

/** The design of the bilingual briefing, as far as it bears on the work: faces, sizes, columns, pairs. */
function source(issue) {
  const out = [
    '#set page(paper: "a4", margin: (top: 25mm, bottom: 22mm, x: 20mm), numbering: "— 1 —")',
    '#set text(font: ("STIX Two Text", "Noto Serif SC"), size: 10pt, lang: "en")',
    "#set par(justify: true, leading: 4.5pt, spacing: 6pt)",
    '#let zh(body) = { set text(lang: "zh", region: "cn", size: 10.5pt); set par(leading: 6.7pt, first-line-indent: (amount: 2em, all: true)); body }',
    "#let en(body) = body",
    "#let pair(a, b) = grid(columns: (178.5pt, 1fr), column-gutter: 21pt, a, b)",
  ];
  if (issue.note) out.push(pair(issue.note));
  for (const { title, body } of issue.articles) {
    out.push(`#align(center)[= ${text(title.zh)}\n${text(title.en)}]`);
    for (const part of body) out.push(pair(part.heading ?? part));
  }
  return out.join("\n");
}

const [file, target, edits = "0"] = process.argv.slice(2);
const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontPaths: [join(ROOT, "fonts")] }] });
const main = source(parse(readFileSync(file, "utf8")));
const compiled = (mainFileContent) => {
  const pdf = compiler.pdf({ mainFileContent });
  writeFileSync(target, pdf);
  return pdf.length;
};
compiled(main);
for (let k = 0; k < Number(edits); k++) {
  const edited = main.replace("unanimously agreed", `unanimously ${newWord(k)}`);
  const start = performance.now();
  compiled(edited);
  console.log((performance.now() - start).toFixed(1));
}
