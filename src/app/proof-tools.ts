/** What proofreading looks things up in: readings and words of Chinese, and the American dictionary where it is asked for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ProofTools, Speller, Words } from "../proof/rule.ts";
import { readings } from "./readings.ts";

/** Unicode's dictionary of Chinese, which a Node without its data has not. It takes a hundredth of a second to open. */
function openWords(): Words | null {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  return words("政府").length === 1 ? words : null;
}

async function openSpeller(): Promise<Speller> {
  const { default: nspell } = await import("nspell");
  // The package's own script reads them while it is loaded, which no script that is read as a whole can wait for.
  const folder = dirname(createRequire(import.meta.filename).resolve("dictionary-en"));
  const [aff, dic] = ["index.aff", "index.dic"].map((name) => readFileSync(join(folder, name)));
  const speller = nspell({ aff: aff!, dic: dic! });
  const answers = new Map<string, readonly string[]>();
  return {
    correct: (word) => speller.correct(word),
    suggest(word) {
      const made = answers.get(word) ?? speller.suggest(word);
      answers.set(word, made);
      return made;
    },
  };
}

/** The dictionary takes a tenth of a second to open: it is loaded only for spelling. */
export const proofTools = async (spelling: boolean): Promise<ProofTools> => ({
  readings,
  words: openWords(),
  speller: spelling ? await openSpeller() : null,
});
