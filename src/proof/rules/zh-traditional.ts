/** Traditional and variant characters that were left in simplified Chinese (後, 裡, 國), each with what is written for it. */
import { both, type Slip } from "../finding.ts";
import { isProse } from "../passages.ts";
import { each, type Proof, type Rule } from "../rule.ts";
import { literal, type ProofText, type Range, rangeOf } from "../text.ts";
import { simplified } from "./traditional-table.ts";

/** Simplified forms that traditional Chinese has too, as other words: they tell nothing of how a text is written. */
const IN_BOTH = new Set(
  "后里干台只面系斗丰云几划准据种谷胡须向舍卷才尸吁朴术板岳冲周游余制志复胜御郁松采表丑出弦合咸杯径舖累朱杰注凶叶听宁虫广厂厅",
);

/** Texts that speak of characters show them. */
const ON_CHARACTERS = /繁[体體]|異體字|日本語|异体字|正体字|简化字|旧字形|字形|日文汉字/;

/** A quotation or a title, the innermost one; what stands between brackets of other kinds is no quotation. */
const QUOTED = /《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|‘[^‘’]*’/g;

interface Written {
  readonly traditional: number;
  readonly simplified: number;
}

let onlySimplified: ReadonlySet<string> | null = null;

/** How many characters of a text are of one writing alone. */
function writing(text: string): Written {
  const table = simplified();
  onlySimplified ??= new Set([...table.values()].filter((char) => !IN_BOTH.has(char)));
  let [old, now] = [0, 0];
  for (const char of text) {
    if (table.has(char)) old += 1;
    else if (onlySimplified.has(char)) now += 1;
  }
  return { traditional: old, simplified: now };
}

/** Stretches of traditional characters. */
function stretches(text: string): readonly Range[] {
  const table = simplified();
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!table.has(text[at]!)) continue;
    const last = found.at(-1);
    if (last?.end === at) last.end = at + 1;
    else found.push({ start: at, end: at + 1 });
  }
  return found;
}

const isIn = (one: Range, around: Range): boolean => around.start <= one.start && one.end <= around.end;

/** Quotations that are traditional throughout: titles from elsewhere, classics, inscriptions. */
const untouched = (text: ProofText): readonly Range[] =>
  [...text.matches(QUOTED)].filter((quoted) => writing(quoted[0]).simplified === 0);

/** Where words stand, one behind the other. */
const placesOf = ({ text }: ProofText, words: readonly string[]): readonly Range[] =>
  words.flatMap((word) =>
    Array.from(text.matchAll(new RegExp(literal(word), "g")), (match) => rangeOf(match)),
  );

/** So many traditional characters to a simplified one are no slips: that is how a text is written. */
const MOST = 4;

const isMostlyTraditional = ({ traditional, simplified: now }: Written): boolean => traditional > MOST * now;

/** So many stretches of a text that is written so are told as one. */
const MANY = 3;

const inSimplified = (typed: string): string => {
  const table = simplified();
  return Array.from(typed, (char) => table.get(char) ?? char).join("");
};

/** A text that is written in traditional characters: everything from the first of them to the last. */
function wholeText(text: ProofText, found: readonly Range[]): Slip {
  const at = { start: found[0]!.start, end: found.at(-1)!.end };
  let replacement = "";
  let from = at.start;
  for (const { start, end } of found) {
    replacement += text.text.slice(from, start) + inSimplified(text.text.slice(start, end));
    from = end;
  }
  const message = { zh: "此处文字是繁体字", en: "this text is in traditional characters" };
  return text.slip(at, message, { replacement });
}

/** @param own Names and terms that are written so on purpose. */
function* leftIn(text: ProofText, own: readonly string[]): Generator<Slip> {
  const all = stretches(text.text);
  if (all.length === 0 || ON_CHARACTERS.test(text.text)) return;
  const kept = [...untouched(text), ...placesOf(text, own)];
  const found = all.filter((one) => !kept.some((around) => isIn(one, around)));
  if (found.length >= MANY && isMostlyTraditional(writing(text.text))) {
    yield wholeText(text, found);
    return;
  }
  for (const one of found) {
    const typed = text.text.slice(one.start, one.end);
    const right = inSimplified(typed);
    yield text.slip(
      one,
      { zh: `“${typed}”是繁体字或异体字`, en: `${typed}: not in simplified characters` },
      { expected: both(right), replacement: right },
    );
  }
}

/** Names of persons whom both languages name, and terms of the glossary, that have such a character. */
const ownWords = ({ issue, names }: Proof): readonly string[] => {
  const words = [
    ...names.mentions.map(({ name }) => name),
    ...issue.publication.glossary.map(({ zh }) => zh),
  ];
  return [...new Set(words)].filter((word) => writing(word).traditional > 0);
};

/** Whether the issue is written so. */
function isTraditional({ passages }: Proof): boolean {
  let [old, now] = [0, 0];
  for (const passage of passages) {
    if (!passage.zh || !isProse(passage)) continue;
    const of = writing(passage.zh.text);
    old += of.traditional;
    now += of.simplified;
  }
  return isMostlyTraditional({ traditional: old, simplified: now });
}

export const zhTraditional: Rule = {
  id: "zh-traditional",
  group: "chinese",
  severity: "warning",
  says: {
    zh: "简体文字里夹着繁体字、异体字或日文汉字（後、裡、国家發展）；通篇繁体的引语、书名不论，人名和术语表中的词不论。",
    en: "Traditional, variant or Japanese characters among simplified ones (後, 裡, 国家發展); quotations and titles that are traditional throughout, names of persons and terms of the glossary are left alone.",
  },
  example: {
    bad: { zh: "园区裡的企业数量增长較快。", en: "The number of enterprises in the park has grown fast." },
    good: { zh: "园区里的企业数量增长较快。", en: "The number of enterprises in the park has grown fast." },
  },
  check: function* (proof) {
    if (isTraditional(proof)) return;
    const own = ownWords(proof);
    yield* each(proof, "zh", (text, { kind }) =>
      kind === "credit" || kind === "by" ? [] : leftIn(text, own),
    );
  },
};
