/** Characters in → the classes that Chinese line rules know (CLREQ, GB/T 15834, UAX #14). */

export type CharClass =
  | "opening" // （《「
  | "closing" // ）》」
  | "openingQuote" // “‘ in Chinese
  | "closingQuote" // ”’ in Chinese
  | "pause" // ，、；：
  | "stop" // 。！？
  | "doubleStop" // ⁈
  | "interpunct" // ·
  | "dash" // ⸺ and ——
  | "ellipsis" // … and ……
  | "shortConnector" // – between Han
  | "longConnector" // — ～
  | "solidus" // / between Han
  | "fullSpace" // U+3000
  | "prefix" // ¥ #
  | "postfix" // % ℃
  | "digit"
  | "fullDigit"
  | "latinOpening" // ( [ {
  | "latinClosing" // ) ] } , . ; : ! ?
  | "hyphen"
  | "noBreak" // NBSP, word joiner
  | "zeroWidth" // U+200B
  | "space"
  | "newline"
  | "latin" // letters and signs set with them
  | "symbol" // ① ☆ and other signs set like Han
  | "han";

const TABLE: readonly (readonly [CharClass, string])[] = [
  ["opening", "「『（《〈【〖〔［｛〘〚〝｟"],
  ["closing", "」』）》〉】〗〕］｝〙〛〞〟｠"],
  ["pause", "，、；："],
  ["stop", "。．！？"],
  ["doubleStop", "‼⁇⁈⁉"],
  ["interpunct", "·‧・･"],
  ["dash", "⸺"],
  ["ellipsis", "…⋯‥"],
  ["shortConnector", "–"],
  ["longConnector", "—～〜－"],
  ["solidus", "／"],
  ["fullSpace", "\u3000"],
  ["prefix", "$¥￥£€＄￡￦№#±+−"],
  ["postfix", "%％‰‱℃℉°′″¢￠㎡㎏㎜㎝㎞㏄"],
  ["digit", "0123456789"],
  ["fullDigit", "０１２３４５６７８９"],
  ["latinOpening", "([{"],
  ["latinClosing", ")]},.;:!?"],
  ["noBreak", "\u00a0\u202f\u2060\u2011\ufeff"],
  ["zeroWidth", "\u200b"],
  ["hyphen", "-‐"],
  ["space", " \t"],
  ["newline", "\n"],
];

const BY_CHAR = new Map<string, CharClass>(
  TABLE.flatMap(([name, chars]) => [...chars].map((c) => [c, name])),
);

/** Units that follow a number and are kept with it where that costs little. */
export const COUNTERS = new Set(
  "年月日号时分秒家个项次名人位条件种类期届章节页卷册版万亿千百元角倍吨米里亩岁天周户份支部台套座所间辆篇例处场多余来",
);

const HAN_EXTRA = new Set("々〇〆");

export const isHan = (char: string): boolean => isHanLetter(char) || HAN_EXTRA.has(char);

/** Of the script itself, to which 〆 does not belong. */
export function isHanLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x2e80) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || /^\p{Script=Han}/u.test(char);
}

/** Letters of alphabets: neither Han, nor kana, nor full-width forms. */
function isLatinLetter(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code < 0x80) return true;
  if (code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x209c)) return true;
  if (code >= 0x2e80 && code < 0xa4d0) return false;
  if (code >= 0xff00 && code <= 0xffef) return false;
  return /^[\p{L}\p{M}]/u.test(char);
}

/** Signs of Latin text outside ASCII: ‘ ’ “ ” as Latin quotes, « », ©, ×, ½. */
const LATIN_SIGNS = new Set("‘’“”«»©®™×÷½¼¾⅓⅔•†‡§¶¡¿‹›≈≠≤≥=<>~^&*_|\\@\"'`");

/**
 * The class of a character by itself. What depends on its surroundings (quotes, hyphens, single
 * dashes, solidus) is settled by `analyse`.
 */
export function classOf(char: string): CharClass {
  const first = char.length > 1 ? String.fromCodePoint(char.codePointAt(0)!) : char;
  const listed = BY_CHAR.get(first);
  if (listed) return listed;
  if (isHan(first)) return "han";
  if (LATIN_SIGNS.has(first) || isLatinLetter(first)) return "latin";
  return "symbol";
}

const MARKS: ReadonlySet<CharClass> = new Set([
  "opening",
  "closing",
  "openingQuote",
  "closingQuote",
  "pause",
  "stop",
  "interpunct",
  "fullSpace",
]);

/** Full-width marks that carry a blank, and so take part in squeezing. */
export const isMark = (name: CharClass): boolean => MARKS.has(name);

const FULL_PUNCTUATION: ReadonlySet<CharClass> = new Set([
  ...MARKS,
  "doubleStop",
  "dash",
  "ellipsis",
  "shortConnector",
  "longConnector",
  "solidus",
]);

/** Chinese punctuation of any kind. */
export const isFullPunctuation = (name: CharClass): boolean => FULL_PUNCTUATION.has(name);

const WORD: ReadonlySet<CharClass> = new Set(["latin", "digit", "prefix", "postfix"]);

/** Classes that take the mixed gap beside Han. */
export const isLatinWord = (name: CharClass): boolean => WORD.has(name);

const LATIN_RUN: ReadonlySet<CharClass> = new Set([
  ...WORD,
  "latinOpening",
  "latinClosing",
  "hyphen",
  "noBreak",
]);

/** Classes that are set from the Latin face. */
export const isLatinRun = (name: CharClass): boolean => LATIN_RUN.has(name);

/** Dashes, quotes and dots, which are what English has most beside ASCII: no letter and no number is among them. */
export const isTextMark = (code: number): boolean => code >= 0x2010 && code <= 0x2027;

// Most characters are told by their codes: a pattern of all letters takes the engine a while to make. Nothing is none.

/** A letter of any script. */
export function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  return code >= 0x80 ? !isTextMark(code) && /^\p{L}/u.test(char) : isPlainLetter(code);
}

export function isCapital(char: string): boolean {
  const code = char.charCodeAt(0);
  return code >= 0x80 ? !isTextMark(code) && /^\p{Lu}/u.test(char) : isPlainCapital(code);
}

export function isNumber(char: string): boolean {
  const code = char.charCodeAt(0);
  return code >= 0x80 ? !isTextMark(code) && /^\p{N}/u.test(char) : isDigit(code);
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

export const isPlainCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** Of the English alphabet, of which every letter has the same class wherever it stands. */
export const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
