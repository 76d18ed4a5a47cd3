/** Clean texts and a seed in → texts with one known slip each, and the rules that have to find it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { enNumbers } from "../src/proof/numbers/en-numbers.ts";
import type { Quantity } from "../src/proof/numbers/quantity.ts";
import { zhNumbers } from "../src/proof/numbers/zh-numbers.ts";
import { isProse, type Passage, passagesOf } from "../src/proof/passages.ts";
import type { ProofText, Range } from "../src/proof/text.ts";
import { ROOT } from "./fixture.ts";
import { issueOf } from "./proof-desk.ts";

/** Glossary of the clean texts, on top of what every issue shares. */
export const PUBLICATION = `${readFileSync(join(ROOT, "content/publication.yaml"), "utf8").trimEnd()}
  - { zh: 借阅证, en: library card }
  - { zh: 微电网, en: microgrid }
  - { zh: 座谈会, en: round table }
  - { zh: 青年创新项目, en: Young Innovators' Project }
  - { zh: 专利, en: patent }
`;

const textsOf = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /^\d/.test(name))
    .sort()
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"));

export const CLEAN: readonly string[] = [...textsOf("test/data/texts"), ...textsOf("test/data/clean")];

/** Mulberry32: the same numbers from the same seed on any machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Edit {
  readonly text: ProofText;
  readonly at: Range;
  readonly put: string;
}

type Language = "zh" | "en";

/** Every way in which a kind of slip could be made in a passage. */
type Places = (passage: Passage, random: () => number) => readonly Edit[];

interface Kind {
  readonly name: string;
  /** Rules of which one has to find it; others of them may. */
  readonly rules: readonly string[];
  readonly places: Places;
}

/** Replaces what an expression finds; `$1` and the like stand for its groups. */
const swap =
  (
    language: Language,
    form: RegExp,
    put: string | ((match: RegExpExecArray, random: () => number) => string),
    prose = true,
  ): Places =>
  (passage, random) => {
    const text = passage[language];
    if (!text || passage.shared || (prose && !isProse(passage))) return [];
    return [...text.matches(form)]
      .filter((match) => !text.isAddress(match))
      .map((match) => {
        const made =
          typeof put === "function"
            ? put(match, random)
            : put.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? "");
        return { text, at: { start: match.start, end: match.end }, put: made };
      });
  };

const strong = (text: string, read: (text: string) => readonly Quantity[], kind: Quantity["kind"]) =>
  read(text).filter((one) => one.kind === kind && !one.weak);

/** A digit of a number of the kind is made another one. */
const digit =
  (language: Language, kind: Quantity["kind"]): Places =>
  (passage, random) => {
    const text = passage[language];
    if (!text || passage.shared || !isProse(passage)) return [];
    const read = language === "zh" ? zhNumbers : enNumbers;
    return strong(text.text, read, kind).flatMap((one) => {
      const typed = text.text.slice(one.start, one.end);
      const last = /\d(?!.*\d)/.exec(typed);
      if (!last || text.isAddress(one) || /-/.test(text.text.slice(one.start - 1, one.end + 1))) return [];
      const start = one.start + last.index;
      return [
        {
          text,
          at: { start, end: start + 1 },
          put: String((Number(last[0]) + 1 + Math.floor(random() * 8)) % 10),
        },
      ];
    });
  };

const WORDS = "two three four five six seven eight nine ten twelve".split(" ");
const MONTHS = "January February March April June July August September October November December".split(" ");
const other = (all: readonly string[], one: string, random: () => number): string => {
  const rest = all.filter((word) => word !== one);
  return rest[Math.floor(random() * rest.length)]!;
};

const NAMES =
  "Guo Qiming|Shen Ruolan|Luo Weijun|Cui Haiyan|Jiang Shuning|Xu Wenbo|Gu Qian|Fang Ziyue|Pan Xiaotang|Qian Yizhou|Lin Xiaoman";
const SYLLABLE: Readonly<Record<string, string>> = {
  Qiming: "Qining",
  Ruolan: "Ruolian",
  Weijun: "Weijin",
  Haiyan: "Haiyin",
  Shuning: "Shunin",
  Wenbo: "Wenbao",
  Ziyue: "Ziyui",
  Xiaotang: "Xiaotan",
  Yizhou: "Yizou",
  Xiaoman: "Xiaomin",
  Qian: "Qiang",
};

const SWAPPED: readonly (readonly [string, string])[] = [
  ["已经", "己经"],
  ["技术", "枝术"],
  ["调整", "凋整"],
  ["截至", "截止"],
  ["竞争", "竟争"],
  ["工作", "工怍"],
  ["服务", "服务"],
  ["合作", "合怍"],
  ["资源", "姿源"],
  ["推进", "推迸"],
  ["积极", "积级"],
  ["规划", "规昼"],
  ["通讯", "通迅"],
  ["制度", "制渡"],
  ["融资", "溶资"],
  ["策略", "策略"],
  ["部分", "部份"],
  ["成分", "成份"],
  ["未来", "末来"],
  ["效率", "效率"],
  ["程度", "程渡"],
  ["领域", "领城"],
  ["区域", "区城"],
  ["农村", "农材"],
];

const KINDS: readonly Kind[] = [
  {
    name: "another count in Chinese",
    rules: ["parity-number", "parity-ordinal", "sequence"],
    places: digit("zh", "count"),
  },
  {
    name: "another count in English",
    rules: ["parity-number", "parity-ordinal", "sequence"],
    places: digit("en", "count"),
  },
  {
    name: "another number word",
    rules: ["parity-number"],
    places: swap("en", new RegExp(`(?<=[a-z,] )(?:${WORDS.join("|")})(?= [a-z])`, "g"), (match, random) =>
      other(WORDS, match[0], random),
    ),
  },
  {
    name: "万 lost or 亿 for 万",
    rules: ["parity-number"],
    places: swap("zh", /(?<=\d ?)[万亿]/g, (match) => (match[0] === "万" ? "亿" : "万")),
  },
  {
    name: "another percentage",
    rules: ["parity-percent"],
    places: (passage, random) => [
      ...digit("en", "percent")(passage, random),
      ...digit("zh", "percent")(passage, random),
    ],
  },
  {
    name: "another Chinese percentage",
    rules: ["parity-percent"],
    places: swap("zh", /(?<=百分之)(?:十七|三十一|二十三)/g, "十九"),
  },
  {
    name: "percent sign lost",
    rules: ["parity-percent", "parity-number"],
    places: swap("en", /(?<=\d)%/g, ""),
  },
  { name: "another year", rules: ["parity-date"], places: digit("zh", "year") },
  {
    name: "another month",
    rules: ["parity-date"],
    places: swap("en", new RegExp(`\\b(?:${MONTHS.join("|")})\\b`, "g"), (match, random) =>
      other(MONTHS, match[0], random),
    ),
  },
  {
    name: "another ordinal",
    rules: ["parity-ordinal", "parity-number"],
    places: swap("zh", /(?<=^第)[三四五六七](?=条)/g, () => "九"),
  },
  {
    name: "another heading number",
    rules: ["parity-ordinal", "sequence"],
    places: swap("zh", /^[二三](?=、)/g, "四", false),
  },
  { name: "an item too few", rules: ["parity-list"], places: swap("en", /; \((?:3|4)\)(?=[^;]*$)/g, ";") },
  {
    name: "an item misnumbered",
    rules: ["sequence", "parity-number", "parity-ordinal"],
    places: swap("zh", /（三）/g, "（五）"),
  },
  {
    name: "fall for rise",
    rules: ["parity-trend"],
    places: swap(
      "en",
      /\b(?:rose|fell|an increase of|up)(?= (?:by )?(?:seventeen|thirty-one|\d))/g,
      (match) => ({ rose: "fell", fell: "rose", "an increase of": "a decrease of", up: "down" })[match[0]]!,
    ),
  },
  {
    name: "a deputy made head",
    rules: ["parity-rank"],
    places: swap("en", /\b(?:Vice|former) (?=President)/g, ""),
  },
  {
    name: "an address mistyped",
    rules: ["parity-address"],
    places: (passage) => {
      const { zh } = passage;
      if (!zh || passage.shared) return [];
      return [...zh.matches(/(?<=0\d\d-\d{6})\d{2}|(?<=[a-z])(?=@example)|(?<=https:\/\/example\.org\/)\w/g)]
        .map((match) => ({
          text: zh,
          at: match,
          put: `${match[0] === "" ? "x" : match[0].length === 2 ? "99" : "q"}`,
        }))
        .filter(({ at }) => at.end > at.start);
    },
  },
  {
    name: "bold on one side",
    rules: ["parity-bold"],
    places: swap("en", /(?<=\. )[A-Z][a-z]+ [a-z]+(?= )/g, (match) => `**${match[0]}**`),
  },
  {
    name: "the end left out",
    rules: [
      "parity-length",
      "parity-number",
      "parity-percent",
      "parity-date",
      "parity-list",
      "parity-ordinal",
      "parity-quote",
      "parity-address",
      "parity-trend",
      "term",
      "en-quotes",
      "en-number",
    ],
    places: swap(
      "en",
      /(?<=^.{60,}?[a-z]\. )[A-Z].{110,}$/gs,
      (match) => `${match[0].slice(0, 8).split(" ")[0]} stays.`,
    ),
  },
  {
    name: "Chinese left in English",
    rules: ["parity-copied"],
    places: swap("en", /(?<= )(?:system|year|question|project|company|city)(?= )/g, "系统"),
  },
  { name: "the full stop lost", rules: ["parity-end"], places: swap("en", /\.$/g, "") },
  {
    name: "a term rendered otherwise",
    rules: ["term", "term-form"],
    places: swap("en", /library card|round table|microgrid|patents?\b/gi, (match) =>
      match[0].startsWith("l")
        ? "reading permit"
        : match[0].startsWith("r")
          ? "symposium"
          : match[0].startsWith("p")
            ? "license"
            : "network",
    ),
  },
  {
    name: "a settled term rendered otherwise",
    rules: ["standard-term"],
    places: swap(
      "en",
      /law-based|State Council|artificial intelligence|integrated circuits|Yangtze River Delta|market-oriented/g,
      (match) =>
        ({
          "law-based": "legalized",
          "State Council": "National Council",
          "artificial intelligence": "man-made intelligence",
          "integrated circuits": "combined circuits",
          "Yangtze River Delta": "Long Triangle",
          "market-oriented": "marketed",
        })[match[0]]!,
    ),
  },
  {
    name: "a name misread",
    rules: ["name-pinyin"],
    places: swap(
      "en",
      new RegExp(
        `(?<=\\b(?:Guo|Shen|Luo|Cui|Jiang|Xu|Fang|Pan|Qian|Lin|Gu) )(?:${NAMES.split("|")
          .map((name) => name.split(" ")[1])
          .join("|")})\\b`,
        "g",
      ),
      (match) => SYLLABLE[match[0]] ?? `${match[0]}g`,
      false,
    ),
  },
  {
    name: "a name the other way round",
    rules: ["name-variant"],
    places: swap("en", /Guo Qiming(?= stressed)/g, "Qiming Guo"),
  },
  {
    name: "an abbreviation not introduced",
    rules: ["abbreviation"],
    places: swap("en", /(?:energy management system|power conversion system) \((EMS|PCS)\)/g, "$1"),
  },
  { name: "a half-width comma", rules: ["zh-half-width"], places: swap("zh", /，/g, ",") },
  {
    name: "a half-width bracket",
    rules: ["zh-half-width", "zh-brackets"],
    places: swap("zh", /（(?=[一二三])/g, "("),
  },
  { name: "a quotation mark lost", rules: ["zh-quotes", "parity-quote"], places: swap("zh", /[“”]/g, "") },
  {
    name: "straight quotation marks",
    rules: ["zh-quotes", "parity-quote"],
    places: swap("zh", /“([^“”]*)”/g, '"$1"'),
  },
  {
    name: "a bracket lost",
    rules: ["zh-brackets", "sequence", "parity-list"],
    places: swap("zh", /[）》]/g, ""),
  },
  {
    name: "a mark twice",
    rules: ["zh-doubled-mark"],
    places: swap("zh", /[，、；]/g, (match) => match[0] + match[0]),
  },
  {
    name: "hyphens for a dash",
    rules: ["zh-dash"],
    places: swap("zh", /——|(?<=[^，。]{4})，(?=[^，。；]{6})/g, "--"),
  },
  {
    name: "dots for an ellipsis",
    rules: ["zh-ellipsis"],
    places: swap("zh", /(?<=\p{Script=Han})。(?=\p{Script=Han})/gu, "..."),
  },
  {
    name: "full-width digits",
    rules: ["zh-full-width"],
    places: swap("zh", /(?<![\d.,-])\d{1,3}(?![\d.,-])/g, (match) =>
      [...match[0]].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join(""),
    ),
  },
  {
    name: "a space in Chinese",
    rules: ["zh-space"],
    places: swap("zh", /(?<=[^第][\p{Script=Han}])(?=[\p{Script=Han}]{3})\p{Script=Han}/gu, " $0"),
  },
  {
    name: "approximation twice",
    rules: ["zh-numeral"],
    places: swap("zh", /(?<=[为收少每占有定]) ?(\d[\d ]* ?[项家台次件])/g, "约 $1左右"),
  },
  { name: "a character twice", rules: ["zh-repeated"], places: swap("zh", /的(?=\p{Script=Han})/gu, "的的") },
  {
    name: "a word twice in Chinese",
    rules: ["zh-repeated"],
    places: swap(
      "zh",
      /(?:项目|城市|企业|专利|储能|图书)(?=\p{Script=Han})/gu,
      (match) => match[0] + match[0],
    ),
  },
  {
    name: "a wrong character",
    rules: ["zh-word"],
    places: (passage, random) =>
      SWAPPED.filter(([right, wrong]) => right !== wrong).flatMap(([right, wrong]) =>
        swap("zh", new RegExp(right, "g"), wrong)(passage, random),
      ),
  },
  {
    name: "、 before a conjunction",
    rules: ["zh-ordinal-mark"],
    places: swap("zh", /(?<=、\p{Script=Han}{2,6})和(?=\p{Script=Han}{2})/gu, "、和"),
  },
  {
    name: "a word twice",
    rules: ["en-doubled-word"],
    places: swap("en", /(?<= )(?:the|of|in|and|for|with|their)(?= [a-z])/g, "$0 $0"),
  },
  {
    name: "two prepositions",
    rules: ["en-preposition"],
    places: swap("en", /(?<= )(?:in|by|for|with)(?= (?:the|this|their|each|public) )/g, "$0 of"),
  },
  {
    name: "a modal with to",
    rules: ["en-grammar"],
    places: swap("en", /(?<= )(?:should|must|can|may)(?= [a-z]+ )(?! (?:not|also|only))/g, "$0 to"),
  },
  {
    name: "a noun in the singular",
    rules: ["en-grammar"],
    places: swap(
      "en",
      /(?<= (?:two|three|four|nine|twelve|seven|\d\d) )(?:projects|universities|books|bridges|engines|patents|hospitals|volumes|streets|fields)(?= [a-z]+|[,.;])/g,
      (match) => match[0].replace(/ies$/, "y").replace(/s$/, ""),
    ),
  },
  {
    name: "a phrase mistaken",
    rules: ["en-grammar"],
    places: (passage, random) =>
      [
        [/\bconsists of\b/g, "is consisted of"],
        [/\bin accordance with\b/g, "in accordance to"],
        [/\b(they|we) have\b/g, "$1 has"],
        [/\bit (?:has|is)\b/g, "it have"],
        [/\bfive years ago\b/g, "five years ago"],
        [/\baccounted for(?= \d)/g, "accounted of"],
        [/\btook part\b/g, "participated to the talks"],
        [/\bdepends on\b/g, "depends of"],
        [/\bhas been\b/g, "has be"],
        [/\bto be\b/g, "to is"],
        [/\bWe are\b/g, "We is"],
        [/\bshall be\b/g, "shall is"],
      ]
        .flatMap(([form, put]) => swap("en", form as RegExp, put as string)(passage, random))
        .filter(({ put, text, at }) => put !== text.text.slice(at.start, at.end)),
  },
  {
    name: "a for an",
    rules: ["en-article"],
    places: swap("en", /(?<= )(?:an (?=[aeio][a-z])|a (?=[bcdfgklmpst][a-z]))/g, (match) =>
      match[0] === "an " ? "a " : "an ",
    ),
  },
  {
    name: "letters transposed",
    rules: ["en-spelling"],
    places: swap(
      "en",
      /(?<= )[a-z]{7,}(?=[ ,.])/g,
      ({ 0: word }) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`,
    ),
  },
  {
    name: "a letter lost",
    rules: ["en-spelling"],
    places: swap("en", /(?<= )[a-z]{8,}(?=[ ,.])/g, ({ 0: word }) => word.slice(0, 4) + word.slice(5)),
  },
  {
    name: "an English quotation mark lost",
    rules: ["en-quotes", "parity-quote"],
    places: swap("en", /"(?=[A-Za-z])/g, ""),
  },
  { name: "a curly quotation mark", rules: ["en-quotes"], places: swap("en", /(?<=, )"(?=[A-Z])/g, "“") },
  { name: "two spaces", rules: ["en-space"], places: swap("en", /(?<=[a-z]) (?=[a-z])/g, "  ") },
  { name: "a space before a comma", rules: ["en-space"], places: swap("en", /(?<=[a-z]),(?= [a-z])/g, " ,") },
  { name: "no space behind a comma", rules: ["en-space"], places: swap("en", /(?<=[a-z]), (?=[a-z])/g, ",") },
  {
    name: "a full-width comma in English",
    rules: ["en-full-width"],
    places: swap("en", /(?<=[a-z]), (?=[a-z])/g, "，"),
  },
  {
    name: "a sentence without its capital",
    rules: ["en-case"],
    places: swap("en", /(?<=[a-z]{3}\. )[A-Z](?=[a-z]+ )/g, (match) => match[0].toLowerCase()),
  },
  {
    name: "a number without its comma",
    rules: ["en-number"],
    places: swap("en", /(?<= \d{2,3}),(?=\d{3}\b)/g, ""),
  },
  {
    name: "another weekday",
    rules: ["date-weekday", "parity-choice"],
    places: swap("en", /\bFriday(?=, April)/g, "Thursday"),
  },
];

export interface Planted {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly clean: string;
  readonly text: string;
}

/** The edit in the source; null where the characters do not stand side by side, or YAML would read them otherwise. */
function made(source: string, { text, at, put }: Edit): string | null {
  const { start, end } = text.span(at);
  if (at.end <= at.start || text.text.slice(at.start, at.end) !== source.slice(start, end)) return null;
  const typed = put.replace("$0", source.slice(start, end)).replace("$0", source.slice(start, end));
  const edited = source.slice(0, start) + typed + source.slice(end);
  if (edited === source) return null;
  try {
    issueOf(edited, PUBLICATION);
    return edited;
  } catch {
    return null;
  }
}

/** @param count Slips to plant: the kinds take turns, each in a place of its own. */
export function plantedSlips(count: number, seed: number): readonly Planted[] {
  const random = randomFrom(seed);
  const passages = CLEAN.map((clean) => ({ clean, passages: passagesOf(issueOf(clean, PUBLICATION)) }));
  const left = KINDS.map((kind) => ({
    kind,
    places: passages.flatMap(({ clean, passages: all }) =>
      all.flatMap((passage) => kind.places(passage, random).map((edit) => ({ clean, edit }))),
    ),
  }));
  const planted: Planted[] = [];
  while (planted.length < count && left.some(({ places }) => places.length > 0))
    for (const { kind, places } of left) {
      let text: string | null = null;
      while (text === null && places.length > 0 && planted.length < count) {
        const [{ clean, edit }] = places.splice(Math.floor(random() * places.length), 1) as [
          { clean: string; edit: Edit },
        ];
        text = made(clean, edit);
        if (text !== null) planted.push({ kind: kind.name, rules: kind.rules, clean, text });
      }
    }
  return planted;
}
