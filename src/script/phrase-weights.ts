/** The model of Chinese phrases. A bundle has it in text, which is read when it is first asked for (scripts/bundle-program.mjs). */
import weights from "./data/phrases.zh.json" with { type: "json" };

/** By feature, what each stretch of text says for a boundary. */
type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const phraseWeights = (): Weights => weights;
