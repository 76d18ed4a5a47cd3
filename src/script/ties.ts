/** A typed space in English → how much it ties two words (No. 5, September 9, J. Smith, 10 km). */
import { MONTHS } from "../base/months.ts";
import {
  isCapital,
  isDigit,
  isHan,
  isLetter,
  isNumber,
  isPlainCapital,
  isPlainLetter,
} from "./char-class.ts";
import { FORBIDDEN } from "./kinsoku.ts";

/** What parting a number from a word that it counts costs, as a penalty of the line breaker. */
const COUNTED = 300;

const words = (typed: string): ReadonlySet<string> => new Set(typed.split(" "));

// Sets of words, not patterns: one that asks for all of Unicode's letters takes the engine a millisecond to make.
const TITLES = words("Dr. Mr. Mrs. Ms. Prof. St.");
const BEFORE_NUMBERS = new Set([
  ...MONTHS,
  ...words("Jan. Feb. Mar. Apr. Aug. Sep. Sept. Oct. Nov. Dec."),
  ...words("No. Nos. Fig. Figs. p. pp. vol. Vol. Vols. ca. cf. Eq. Eqs. Sec. Ch. Art. App."),
  ...words("Table Tables Figure Figures Equation Case Chapter Chapters Section Sections Article Articles"),
  ...words("Part Parts Page Pages Volume Appendix Annex table figure chapter section article page pages"),
  ...TITLES,
]);
/** In front of amounts: RMB 600 billion. */
const CURRENCIES = words("RMB CNY USD EUR GBP JPY HKD");
/** Of standards, in front of their numbers: GB/T 36276. */
const STANDARD = /(?:^|[^A-Za-z])(?:(?:GB|DB|JJG|[A-Z]{2})\/[TZ]|GB|ISO(?:\/IEC|\/TS)?|IEC|IEEE)$/;
const LONGEST_STANDARD = 10;

const UNITS = new Set([
  ...words("% °C ℃ km m cm mm μm µm nm kg g t mu ha h s ms min V kV W kW MW GW kWh MWh GWh TWh"),
  ...words(
    "Hz kHz MHz GHz KB MB GB TB PB EB Pa kPa MPa GPa mL L dB Ω kΩ MΩ Wh kJ MJ GJ Mt kt Gt TW kWp MWp GWp",
  ),
  ...words(
    "mS mA Ah mAh eV keV MeV GeV N kN K mol mmol ml μL nL ppm ppb Mbps Gbps Tbps TFLOPS PFLOPS EFLOPS TOPS",
  ),
  ...words(
    "THz ZB nF μF µF pF μs µs ns ps fs kcal rpm lm lx Bq Sv mSv bp kb Mb Gb cSt tce Mtce kVA MVA dBm nmol μmol µmol",
  ),
]);
const COUNT_WORDS = new Set([...words("percent million billion trillion yuan RMB USD"), "per cent"]);
/** What parting an amount of money costs: no more than parting a number from its counter. */
const AMOUNT = 60;

/** What parting two Han costs that belong to one amount of money, such as 1.2 万亿元; 0 for others. */
export const amountCost = (before: string, after: string): number =>
  (after === "元" || after === "亿") && (before === "万" || (before === "亿" && after === "元")) ? AMOUNT : 0;

/** Marks behind a unit, and its power. */
const BEHIND_UNIT = /[23²³]?[.,;:)]*$/;

/** Whether a word is units over units, such as yuan/kWh, with the marks behind it. */
export const isUnit = (word: string): boolean =>
  word.includes("/") &&
  word.split("/").every((part) => {
    const unit = part.replace(BEHIND_UNIT, "");
    return UNITS.has(unit) || COUNT_WORDS.has(unit);
  });

/** Those of them that are not plain letters alone, the longest first: μmol begins like μm. */
const ODD = ["per cent", ...[...UNITS].filter((unit) => !/^[A-Za-z]+$/.test(unit))].sort(
  (a, b) => b.length - a.length,
);
/** Behind a unit: km², m³, raised or typed so. */
const POWER = /^[23²³]/;

const FULL_STOP = ".".charCodeAt(0);

/** Signs between two quantities: P ≤ 5, 3 × 5. What is around them is one expression. */
const RELATIONS: ReadonlySet<number> = new Set([..."=<>≤≥≈≠×÷±"].map((sign) => sign.charCodeAt(0)));

/** Whether a sign between quantities stands at `at` alone, spaces on both sides. */
export const isRelation = (text: string, at: number): boolean =>
  !isPlainLetter(text.charCodeAt(at)) &&
  RELATIONS.has(text.charCodeAt(at)) &&
  text[at - 1] === " " &&
  text[at + 1] === " ";

/** @param at Index of the space in `text`. @returns 0 where a line may part the words. */
export function tieCost(text: string, at: number): number {
  // Only a number, a full stop or a sign beside the space can tie anything; most spaces have none.
  const before = text.charCodeAt(at - 1);
  const [followsDigit, leadsToNumber] = [isDigit(before), isNumbered(text, at + 1)];
  if (isRelation(text, at + 1)) return FORBIDDEN;
  if (isPlainCapital(text.charCodeAt(at + 1)) && isInDashedName(text, at)) return COUNTED;
  if (!followsDigit && !leadsToNumber && before !== FULL_STOP) return isRelation(text, at - 1) ? COUNTED : 0;
  if (isRelation(text, at - 1)) return text[at - 1] === "±" ? FORBIDDEN : COUNTED;
  if (leadsToNumber && BEFORE_NUMBERS.has(wordBefore(text, at))) return FORBIDDEN;
  if (leadsToNumber && CURRENCIES.has(wordBefore(text, at))) return COUNTED;
  if (leadsToNumber && STANDARD.test(text.slice(Math.max(0, at - LONGEST_STANDARD), at))) return COUNTED;
  if (before === FULL_STOP) {
    const after = text.slice(at + 1, at + 3);
    if (TITLES.has(wordBefore(text, at)) && isLetter(after)) return FORBIDDEN;
    if (endsWithInitial(text, at) && isCapital(after)) return FORBIDDEN;
  }
  if (!followsDigit) return 0;
  const word = wordBehind(text, at);
  return UNITS.has(word) ? FORBIDDEN : COUNT_WORDS.has(word) ? COUNTED : 0;
}

const DASH = "–".charCodeAt(0);

/** Whether the name around a space is one of several that dashes join: Guangdong–Hong Kong–Macao. */
function isInDashedName(text: string, space: number): boolean {
  let end = space + 1;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  if (text.charCodeAt(end) !== DASH || !isPlainCapital(text.charCodeAt(end + 1))) return false;
  let from = space;
  while (isPlainLetter(text.charCodeAt(from - 1))) from -= 1;
  return text.charCodeAt(from - 1) === DASH && isPlainCapital(text.charCodeAt(from));
}

/** Of a number that begins with letters; longer ones are names. */
const MOST_CAPITALS = 5;

/** Whether a digit stands at `at`, or a few plain capitals that one follows: ZL2018, A1. */
function isNumbered(text: string, at: number): boolean {
  let k = at;
  while (k - at < MOST_CAPITALS && isPlainCapital(text.charCodeAt(k))) k += 1;
  return isDigit(text.charCodeAt(k));
}

/** The plain letters before a space, with their full stop; "" where they are part of a word of other letters. */
function wordBefore(text: string, space: number): string {
  let from = text.charCodeAt(space - 1) === FULL_STOP ? space - 1 : space;
  while (isPlainLetter(text.charCodeAt(from - 1))) from -= 1;
  return isLetter(characterBefore(text, from)) ? "" : text.slice(from, space);
}

/** The plain letters, or the sign, behind a space; "" where they are part of another word. */
function wordBehind(text: string, space: number): string {
  const odd = ODD.find((word) => text.startsWith(word, space + 1));
  let end = space + 1 + (odd?.length ?? 0);
  if (odd === undefined) while (isPlainLetter(text.charCodeAt(end))) end += 1;
  const next = text.slice(POWER.test(text.charAt(end)) ? end + 1 : end).slice(0, 2);
  return isLetter(next) || isNumber(next) ? "" : text.slice(space + 1, end);
}

/** Whether a capital with a full stop, and nothing before it, stands before a space that follows a full stop. */
function endsWithInitial(text: string, space: number): boolean {
  const initial = characterBefore(text, space - 1);
  return isCapital(initial) && /^[\s.]?$/.test(text.charAt(space - 2 - initial.length));
}

const characterBefore = (text: string, end: number): string =>
  [...text.slice(Math.max(0, end - 2), end)].at(-1) ?? "";

/** The last group of a number but one (4, 046 of 15 046), the group behind it, and what is no number though it has digits. */
const GROUP = /(?:^|[^A-Za-z\d,])\d{1,3}$/;
const NEXT_GROUP = /^\d{3}(?!\d)/;
const ENDS_WORD = /[A-Za-z]\d*$/;
const BEGINS_WORD = /^\d+-?[A-Za-z]/;
/** Of a number beside a space. */
const LONGEST_RUN = 16;

/**
 * What a space between two digits parts: groups of one number (4 600), numbers beside each other (021 5330 0806, in 2023
 * 125 firms), or words, of which one has letters (125,000 5G stations, CO2 300 t).
 *
 * @param at Index of the digit behind the space.
 */
export function partedBy(text: string, space: number, at: number): "groups" | "numbers" | "words" {
  const before = text.slice(Math.max(0, space - LONGEST_RUN), space);
  const after = text.slice(at, at + LONGEST_RUN);
  if (GROUP.test(before) && NEXT_GROUP.test(after)) return "groups";
  return ENDS_WORD.test(before) || BEGINS_WORD.test(after) ? "words" : "numbers";
}

/** Names of more words are those of bodies, which part where they must. */
const LONGEST_NAME = 4;
/** What stands between names; a line may begin with "and". */
const BETWEEN_NAMES = /[,;:，；：、]\s*| (?=(?:and|&) )|$/g;

/**
 * The spaces inside the names of a list, by their indexes in it: two in Chen Hongguang, Zhao Chengcheng.
 *
 * @param text Names, what they are called by and a colon in front.
 */
export function spacesInNames(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let from = 0;
  for (const { 0: parting, index } of text.matchAll(BETWEEN_NAMES)) {
    const spaces: number[] = [];
    for (let at = from; at < index; at++) if (text[at] === " ") spaces.push(at);
    if (spaces.length < LONGEST_NAME) for (const at of spaces) found.add(at);
    from = index + parting.length;
  }
  return found;
}

/** No index. */
export const NONE = -1;

const LABEL = /^[^:：]+[:：] ?/;

/** @returns Index of the first name behind what names are called by: 5 in Tel: 021. */
export const labelEnd = (text: string): number => LABEL.exec(text)?.[0].length ?? NONE;

/** Who speaks in an interview, where it is more than one Han (问, 答, a surname). */
const SPEAKERS = words("记者 嘉宾 提问 回答 主持人");
const LONGEST_SPEAKER = 3;

/** @returns Index of the colon behind whoever speaks in a paragraph of an interview: 1 in 问：; `NONE` in others. */
export function speakerEnd(text: string): number {
  const colon = text.slice(0, LONGEST_SPEAKER + 1).indexOf("：");
  const isSpeaker = colon === 1 ? isHan(text[0]!) : SPEAKERS.has(text.slice(0, Math.max(0, colon)));
  return isSpeaker ? colon : NONE;
}

const CAPTION_NUMBER = /^(?:[附续]?[图表]|Figure|Fig\.|Table) ?[A-Z]?\d+(?:[.–-]\d+)*(?= )/;

/** @returns Index of the space between a caption's number and its words: 表 1 材料, Fig. 2 Trials. */
export const captionNumberEnd = (text: string): number => CAPTION_NUMBER.exec(text)?.[0].length ?? NONE;

/** What a number belongs to in Chinese, where it is no end of a longer word (代表, 地图): 见图 1、表 2. */
const NUMBERED_WORD = /(?:^|[见如由据在从及和与以（、，。；：\s])(?:附?[图表]|附[件录])$/;
const LONGEST_WORD = 3;

/** What leaving an item's number at a line's end costs: （二）损坏图书, (2) damage. */
const ITEM = 120;
/** The number, and the brackets around it. */
const LONGEST_NUMBER = 5;
/** ① and its like are a number with no brackets. */
const CIRCLED = /[①-⑳]/;
const ITEM_NUMBER = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])$/;

/**
 * What parting a number from what it numbers costs: that of an item from its text, or the word 图, 表, 附件 or 附录 from
 * its number.
 *
 * @param at Index of what stands behind the place, a space before it left out.
 * @returns 0 where nothing of the kind is parted.
 */
export function numberCost(text: string, at: number): number {
  const end = text[at - 1] === " " ? at - 1 : at;
  const last = text.charAt(end - 1);
  // Word spaces give more than a line of Han.
  const cost = end < at ? COUNTED : ITEM;
  if (last === "图" || last === "表" || last === "件" || last === "录")
    return isDigit(text.charCodeAt(at)) &&
      NUMBERED_WORD.test(text.slice(Math.max(0, end - LONGEST_WORD), end))
      ? COUNTED
      : 0;
  if (CIRCLED.test(last)) return text[end - 2] === " " || opensItem(text, end - 1) ? cost : 0;
  if (last !== "）" && last !== ")") return 0;
  const near = text.slice(Math.max(0, end - LONGEST_NUMBER), end - 1);
  const bracket = Math.max(near.lastIndexOf("("), near.lastIndexOf("（"));
  if (bracket < 0 || !ITEM_NUMBER.test(near.slice(bracket + 1))) return 0;
  return opensItem(text, end - 1 - near.length + bracket) ? cost : 0;
}

/** What an item's number stands behind: a mark, or a word that leads to it (steady, and (2) to be tested). */
const BEFORE_ITEM = /[；。：，、;:.,]\s?$|(?:^|[\s,;])(?:and|or|that|are|by|to) $/;
const LONGEST_BEFORE_ITEM = 6;

/** Whether nothing or what leads to an item stands in front of `from`. */
const opensItem = (text: string, from: number): boolean =>
  from === 0 || BEFORE_ITEM.test(text.slice(Math.max(0, from - LONGEST_BEFORE_ITEM), from));
