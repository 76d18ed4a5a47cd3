/** Two hundred slips planted in clean texts → precision and recall of proofreading, by rule. `--seed N`, `--count N`. */
import { plantedSlips } from "../test/planted-slips.ts";
import { scoreOf } from "../test/proof-score.ts";

const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** What was made of what, with a little around it. */
function around(clean: string, text: string): string {
  let from = 0;
  while (from < clean.length && clean[from] === text[from]) from += 1;
  let to = 0;
  while (clean.at(-1 - to) === text.at(-1 - to) && to < Math.min(clean.length, text.length) - from) to += 1;
  const shown = (of: string) => of.slice(Math.max(0, from - 20), of.length - to + 20).replaceAll("\n", "⏎");
  return `“${shown(clean)}” → “${shown(text)}”`;
}

const slips = plantedSlips(option("count", 200), option("seed", 1));
const { precision, recall, byRule, missed, falseAlarms } = scoreOf(slips);
console.log(`${slips.length} slips: precision ${percent(precision)}, recall ${percent(recall)}\n`);
console.log("rule              planted  found  false  precision  recall");
for (const [rule, { planted, found, false: wrong }] of [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    [
      rule.padEnd(17),
      String(planted).padStart(7),
      String(found).padStart(6),
      String(wrong).padStart(6),
      (found + wrong > 0 ? percent(found / (found + wrong)) : "–").padStart(10),
      (planted > 0 ? percent(found / planted) : "–").padStart(7),
    ].join(" "),
  );
for (const { kind, rules, clean, text } of missed)
  console.log(`missed: ${kind} (${rules.join(", ")}): ${around(clean, text)}`);
for (const { rule, message, kind } of falseAlarms) console.log(`false: ${rule}: ${message} (${kind})`);
