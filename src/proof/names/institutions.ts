/** A Chinese text and its English → the institutions, programmes and titles in them that are told by their last word. */
import type { Range } from "../text.ts";

interface Head {
  readonly zh: string;
  readonly en: RegExp;
}

/** The last word of a Chinese name, and the words that English has for it. */
const HEADS: readonly Head[] = [
  { zh: "中心", en: /^cent(?:er|re)s?$/ },
  { zh: "研究院", en: /^(?:institutes?|academy|academies)$/ },
  { zh: "研究所", en: /^institutes?$/ },
  { zh: "大学", en: /^university$/ },
  { zh: "(?<!科)学院", en: /^(?:colleges?|schools?|institutes?|academy)$/ },
  { zh: "(?<![布格结全大当时])局(?![长部面势限])", en: /^(?:bureau|administration|office)$/ },
  { zh: "委员会", en: /^(?:committees?|commissions?)$/ },
  { zh: "计划", en: /^(?:plans?|programs?|programmes?|schemes?|initiatives?)$/ },
  { zh: "论坛", en: /^forums?$/ },
  { zh: "基金", en: /^(?:funds?|foundations?)$/ },
  { zh: "实验室", en: /^(?:laborator(?:y|ies)|labs?)$/ },
  { zh: "园区", en: /^parks?$/ },
  { zh: "联盟", en: /^(?:alliances?|unions?|leagues?|associations?)$/ },
  { zh: "办法", en: /^measures$/ },
  { zh: "条例", en: /^regulations?$/ },
];

const ANY_ZH = HEADS.map(({ zh }) => zh).join("|");

/** A name within a longer one does not end there: 自然科学基金委员会, 创新论坛中心, 大学城. */
const ANY_HEAD = new RegExp(
  `(?:${HEADS.map(({ zh }, k) => `(?<h${k}>${zh})`).join("|")})(?!${ANY_ZH}|[会生城]|办公|管理|管委)`,
  "g",
);

/** A Chinese name by its end: what stands before it belongs to it, or does not. */
export interface ChineseEnd {
  readonly head: number;
  /** Where the last word begins, and ends. */
  readonly at: Range;
  /** Characters without a mark among them that end with the last word. */
  readonly run: string;
}

/** So many characters a name may have. */
const LONGEST = 32;

/** @returns Names whose last word stands once in the text: whatever English has of its kind is theirs. */
export function chineseEnds(text: string): readonly ChineseEnd[] {
  const found = new Map<number, ChineseEnd | null>();
  for (const match of text.matchAll(ANY_HEAD)) {
    const head = HEADS.findIndex((_, k) => match.groups![`h${k}`] !== undefined);
    const end = match.index + match[0].length;
    const run = /[\p{Script=Han}A-Za-z\d]+$/u.exec(text.slice(Math.max(0, end - LONGEST), end))![0];
    found.set(head, found.has(head) ? null : { head, at: { start: match.index, end }, run });
  }
  return [...found.values()].filter((end) => end !== null);
}

/** Nothing of a name stands before it: a mark, or one of these. */
const BEFORE =
  /^$|[在与和及由对向从到为是]$|(?:位于|成立|组建|建立|设立|建设|启动|实施|出台|印发|发布|修订|举办|主办|承办|参加|出席|参观|走进|来自|依托|联合|通过|根据|按照|入选|加入|列入|获得|支持|推进|推动)[了过]?$/;

/** Characters that a name has before its last word. */
const SHORTEST = 4;

/** @returns What two texts call by one name; null where the name may be longer in one of them, and another. */
export function commonName(a: ChineseEnd, b: ChineseEnd): string | null {
  let length = 0;
  const most = Math.min(a.run.length, b.run.length);
  while (length < most && a.run.at(-1 - length) === b.run.at(-1 - length)) length += 1;
  const isWhole = ({ run }: ChineseEnd) => BEFORE.test(run.slice(0, run.length - length));
  if (length - (a.at.end - a.at.start) < SHORTEST || !isWhole(a) || !isWhole(b)) return null;
  return a.run.slice(a.run.length - length);
}

/** An English name as it may be read: Ministry of Science and Shanghai Center is one, or Shanghai Center is. */
export interface EnglishName extends Range {
  readonly text: string;
  /** Its last word in Chinese, in small letters and in one of its spellings: laboratory for Labs. */
  readonly head: string;
  /** The others, without those that join them. */
  readonly words: readonly string[];
}

const WORD = "\\p{Lu}[\\p{L}\\d'’&-]*|\\d[\\p{L}\\d-]*(?= \\p{Lu})";
const JOINT = "(?:(?:of|for|on|in|to|at) (?:the )?|and |& )";
/** A name may also begin behind one that has it: the Academy’s Institute. */
const JOINTS = new RegExp(` ${JOINT}|(?<=['’]s?) `, "g");
const PHRASE = new RegExp(`(?:${WORD})(?: ${JOINT}?(?:${WORD}))*`, "gu");

/** They have a capital where a sentence begins with them. */
const OPENS =
  /^(?:The|In|At|On|As|By|For|From|With|To|And|But|This|That|Our|Its|Their|Also|When|While|Under)\b/;

/** They say nothing, or are said in several ways: of Shanghai Municipality, Shanghai Municipal; the 2024 Forum, the 15th. */
const UNTOLD = /^(?:of|for|on|in|to|at|the|and|&|municipal|municipality|city|province|provincial|\d.*)$/i;

const wordsOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\d&’'-]+/gu) ?? [])
    .map((word) => word.replace(/['’]s?$/, "").replace(/^Chinese$/, "China"))
    .filter((word) => !UNTOLD.test(word));

const folded = (head: string): string =>
  head
    .toLowerCase()
    .replace(/^labs?$/, "laboratory")
    .replace(/^(cent)re/, "$1er")
    .replace(/^(program)me/, "$1")
    .replace(/ies$/, "y")
    .replace(/(?<!measure)s$/, "");

/** A phrase with more of them is no name, nor several. */
const MOST_JOINTS = 12;

/** Readings of a phrase: it may begin behind every joint, and end before every one. */
function readingsOf(
  phrase: string,
  start: number,
  isHead: (word: string) => boolean,
): readonly EnglishName[] {
  const joints = [...phrase.matchAll(JOINTS)];
  if (joints.length > MOST_JOINTS) return [];
  const starts = [0, ...joints.map(({ index, 0: joint }) => index + joint.length)];
  const ends = [...joints.map(({ index }) => index), phrase.length];
  return starts.flatMap((from) =>
    ends.flatMap((to) => {
      const text = phrase.slice(from, to);
      const all = wordsOf(text);
      const head = all.find(isHead);
      const words = all.filter((word) => word !== head);
      // Technology Commission is short for no name, and Commission for none.
      const least = from === 0 && to === phrase.length ? 1 : 2;
      return head && words.length >= least
        ? [{ text, head: folded(head), words, start: start + from, end: start + to }]
        : [];
    }),
  );
}

/** @returns Every reading of the one name of its kind that the text has; none where it has several. */
export function englishNames(text: string, head: number): readonly EnglishName[] {
  const isHead = (word: string) => HEADS[head]!.en.test(word.toLowerCase());
  const found = [...text.matchAll(PHRASE)].filter(([phrase]) => wordsOf(phrase).some(isHead));
  const [match] = found;
  if (!match || found.length > 1 || wordsOf(match[0]).filter(isHead).length > 1) return [];
  const opening = OPENS.exec(match[0])?.[0] ?? "";
  const skipped = opening === "" ? 0 : opening.length + 1;
  return readingsOf(match[0].slice(skipped), match.index + skipped, isHead);
}

/** Words as they are compared: an abbreviation is the words of the other name that it stands for. */
function compared(words: readonly string[], other: readonly string[]): ReadonlySet<string> {
  const initials = other.map((word) => word.charAt(0).toUpperCase()).join("");
  return new Set(
    words
      .flatMap((word) => {
        const letters = word.replaceAll("&", "");
        const from = /^\p{Lu}{2,}$/u.test(letters) ? initials.indexOf(letters) : -1;
        return from < 0 ? [word] : other.slice(from, from + letters.length);
      })
      .flatMap((word) => word.toLowerCase().split("-")),
  );
}

/** Innovation and Innovative, Zone and Zones: two forms of a word begin alike. */
const isAlike = (a: string, b: string): boolean => a.slice(0, STEM) === b.slice(0, STEM);
const STEM = 5;

/** How much two names have in common, from 0 to 1; null where they may be one, or a shorter form of one. */
export function likeness(a: EnglishName, b: EnglishName): number | null {
  const [ours, theirs] = [compared(a.words, b.words), compared(b.words, a.words)];
  const [short, long] = ours.size <= theirs.size ? [ours, theirs] : [theirs, ours];
  if (a.head === b.head && [...short].every((word) => long.has(word))) return null;
  return [...short].filter((word) => [...long].some((other) => isAlike(word, other))).length / long.size;
}
