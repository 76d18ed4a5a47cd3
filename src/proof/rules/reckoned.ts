/** A change that a text reckons itself (从 50 家增至 100 家，增长 50%; up 200%, twice the year before) → what it really comes to. */
import type { Wording } from "../../base/language.ts";
import { both, type Slip } from "../finding.ts";
import { type Bounds, boundsOf, exactly, lastFigure, NUMBER, scaleOf } from "../numbers/typed-number.ts";
import type { ProofText } from "../text.ts";

/** Between characters and figures; of any number the forms would try every share of them. */
const BLANKS = "\\s{0,8}";
const ZH_ABOUT = "(?:约|近|超过|逾|超|将近|大约|接近|突破|达|达到)?";
const ZH_SCALE = "(?:万亿|千万|百万|亿|万)?";
const ZH_YEAR = "(?:[12]\\d{3} ?年[^，。；\\d]{0,6})?";
const ZH_RISE = "增长|增加|提高|提升|上升|上涨|扩大|增幅|涨幅";
const ZH_FALL = "下降|减少|降低|下跌|缩小|缩短|压缩|降幅|跌幅";
const ZH_FROM_TO = `[从由]${BLANKS}${ZH_YEAR}[^，。；\\d]{0,6}?(?<aboutFrom>${ZH_ABOUT})${BLANKS}(?<from>${NUMBER})(?<moreFrom>[多余])?${BLANKS}(?<fromScale>${ZH_SCALE})(?<fromUnit>[^\\s，。；、\\d（）]{0,4}?)[，\\s]{0,8}(?:跃|猛|激|剧|陡)?(?:增|升|涨|降|减|跌|${ZH_RISE}|${ZH_FALL}|发展)(?:加|长|高|少|低)?(?:到|至|为)了?${BLANKS}${ZH_YEAR}(?<aboutTo>${ZH_ABOUT})${BLANKS}(?<to>${NUMBER})(?<moreTo>[多余])?${BLANKS}(?<toScale>${ZH_SCALE})(?<toUnit>[^\\s，。；、\\d（）]{0,4}?)`;
/** What may stand before the change: no other thing that changed, and no other time in which it did. */
const ZH_BETWEEN = `[，,]?${BLANKS}(?:即|共|累计|总共|整整)?`;

const ZH_CHANGE = new RegExp(
  `${ZH_FROM_TO}${ZH_BETWEEN}(?<way>${ZH_RISE}|${ZH_FALL})(?:了|达|为|达到)?${BLANKS}(?<about>${ZH_ABOUT})${BLANKS}(?<by>${NUMBER})${BLANKS}(?<measure>%|倍|个百分点)(?<more>[多以])?`,
  "g",
);
const ZH_DOUBLED = new RegExp(
  `${ZH_FROM_TO}${ZH_BETWEEN}(?:实现)?(?<about>[近约])?翻了?(?<twos>[一两二三123])番(?<more>[多以])?`,
  "g",
);
const ZH_TIMES = new RegExp(
  `(?:增长|增加|提高|上升|上涨)了?${BLANKS}(?<aboutBy>${ZH_ABOUT})${BLANKS}(?<by>${NUMBER})${BLANKS}(?<measure>%|倍)，${BLANKS}(?:达到?|为|是|相当于)${BLANKS}(?:上年|去年|上一年|前一年|原来|上年同期|去年同期|上期|年初)的${BLANKS}(?<about>${ZH_ABOUT})${BLANKS}(?<times>${NUMBER})${BLANKS}倍`,
  "g",
);

const EN_ABOUT = "(?:(?:about|nearly|almost|over|around|approximately|some|more than|less than) )?";
const EN_SCALE = "(?: (?:thousand|million|billion|trillion))?";
const EN_FROM_TO = `\\bfrom (?<aboutFrom>${EN_ABOUT})[$€£¥]?(?<from>${NUMBER})(?<fromScale>${EN_SCALE})(?<fromUnit>%|(?: (?!to )[a-z][a-z-]*){0,3})(?: in (?:19|20)\\d\\d)? to (?<aboutTo>${EN_ABOUT})[$€£¥]?(?<to>${NUMBER})(?<toScale>${EN_SCALE})`;
const EN_RISE = "up|an? (?:increase|rise|growth|gain|jump) of|increasing by|rising by|growing by";
const EN_FALL = "down|an? (?:decrease|fall|drop|decline|reduction) of|falling by|decreasing by|dropping by";

const EN_CHANGE = new RegExp(
  `${EN_FROM_TO}(?<toUnit>%|(?: [a-z][a-z-]*){0,3})(?: in (?:19|20)\\d\\d)?,? (?:or )?(?<way>${EN_RISE}|${EN_FALL}) (?<about>${EN_ABOUT})(?<by>${NUMBER})(?<measure>%| per ?cent\\b| percentage points?\\b)`,
  "g",
);
const EN_DOUBLED = new RegExp(
  `\\b(?<about>more than |nearly |almost |about )?(?<twos>doubled|tripled|trebled|quadrupled) ${EN_FROM_TO}(?<toUnit>%)?(?!\\d|[,.]\\d)`,
  "g",
);
const EN_TIMES = new RegExp(
  `\\b(?:rose|grew|increased|up|risen|grown)(?: by)? (?<aboutBy>${EN_ABOUT})(?<by>${NUMBER})(?<measure>%)(?: year[ -]on[ -]year| on the (?:year before|previous year))?,? (?:and |or )?(?:is |was |were |which (?:is|was) )?(?<about>${EN_ABOUT})(?<times>twice|three times|four times|five times|(?:${NUMBER}) times) (?:last year['’]s|(?:that |the (?:figure|level|number|amount) )?(?:of |in )?(?:the previous year|the year before|last year))`,
  "g",
);

/** What the forms name. */
type Part =
  | `${"about" | "more"}${"" | "From" | "To"}`
  | `${"from" | "to"}${"" | "Scale" | "Unit"}`
  | "aboutBy"
  | "by"
  | "measure"
  | "way"
  | "twos"
  | "times";
type Groups = Readonly<Partial<Record<Part, string>>>;

/** What doubling and the like multiply by. */
const FOLDS: Readonly<Record<string, number>> = {
  一: 2,
  "1": 2,
  两: 4,
  二: 4,
  "2": 4,
  三: 8,
  "3": 8,
  doubled: 2,
  tripled: 3,
  trebled: 3,
  quadrupled: 4,
};

const TIMES: Readonly<Record<string, string>> = { twice: "2", three: "3", four: "4", five: "5" };

interface Change {
  readonly from: Bounds;
  readonly to: Bounds;
  /** Of percentages. */
  readonly isShare: boolean;
  /** As typed. */
  readonly ends: readonly [string, string];
}

/** Null where the two may not be of one unit. */
function changeOf(groups: Groups): Change | null {
  const { from = "", to = "", fromUnit = "", toUnit = "" } = groups;
  const isShare = /^%/.test(fromUnit) || /^%/.test(toUnit);
  if (isShare && !(/^%/.test(fromUnit) && /^%/.test(toUnit))) return null;
  const isOther = /\p{Script=Han}/u.test(fromUnit) && !toUnit.startsWith(fromUnit);
  if (isOther) return null;
  const scales = [scaleOf(groups.fromScale ?? ""), scaleOf(groups.toScale ?? "")] as const;
  // From 1.2 to 1.5 million: either may be meant.
  if (scales[0] === 1 && scales[1] > 1 && fromUnit === "") return null;
  const about = (side: "From" | "To") => Boolean(groups[`about${side}`] || groups[`more${side}`]);
  const [a, b] = [boundsOf(from, scales[0], about("From")), boundsOf(to, scales[1], about("To"))];
  const shown = (number: string, scale: string | undefined) => `${number}${scale ?? ""}${isShare ? "%" : ""}`;
  return a.low > 0
    ? { from: a, to: b, isShare, ends: [shown(from, groups.fromScale), shown(to, groups.toScale)] }
    : null;
}

/** How much of the first the second is. */
const ratioOf = ({ from, to }: Change): Bounds => ({ low: to.low / from.high, high: to.high / from.low });

const isOutside = (value: number, slack: number, { low, high }: Bounds): boolean =>
  value + slack < low || value - slack > high;

/** @param figures Behind the point, at most. */
const rounded = (value: number, figures = 0): string => String(Number(value.toFixed(figures)));

const middle = ({ low, high }: Bounds): number => (low + high) / 2;

const comesTo = ([a, b]: readonly [string, string], right: Wording, said: Wording): Wording => ({
  zh: `从“${a}”到“${b}”是${right.zh}，不是${said.zh}`,
  en: `from “${a}” to “${b}” is ${right.en}, and not ${said.en}`,
});

const inTimes = (value: string): Wording => ({ zh: `${value} 倍`, en: `${value} times` });

/** What is more than 50 % may be 75 %; what is near it, or about it, is within a few. */
function slackOf({ about, more }: Groups, said: number): number {
  if (more || /[超逾破]|more|over/.test(about ?? "")) return said / 2 + 0.5;
  return about ? said * 0.15 : 0;
}

/** What a change is said to be, if it is something else. */
function wrongBy(groups: Groups, falls: boolean): Wording | null {
  const change = changeOf(groups);
  if (!change) return null;
  const { from, to, isShare, ends } = change;
  const by = groups.by!;
  const said = exactly(by, 1);
  const slack = lastFigure(by) + slackOf(groups, said);
  const sign = falls ? -1 : 1;
  // That it went the other way is told elsewhere.
  if (sign * (middle(to) - middle(from)) <= 0) return null;
  const between = (a: number, b: number): Bounds => ({ low: Math.min(a, b), high: Math.max(a, b) });
  const points = between(sign * (to.low - from.high), sign * (to.high - from.low));
  const figures = Math.round(-Math.log10(lastFigure(by)));
  const inPoints = (value: string): Wording => ({
    zh: `${value} 个百分点`,
    en: `${value} percentage points`,
  });
  if (/点|point/.test(groups.measure!)) {
    if (!isShare || !isOutside(said, slack / 2, points)) return null;
    return comesTo(ends, inPoints(rounded(middle(points), 2)), inPoints(by));
  }
  if (isShare) {
    if (isOutside(said, lastFigure(by) / 2, points)) return null;
    return comesTo(ends, inPoints(by), both(`${by}%`));
  }
  const ratio = ratioOf(change);
  const grown = between(sign * (ratio.low - 1), sign * (ratio.high - 1));
  if (groups.measure === "倍") {
    const near = lastFigure(by) / 2 + 0.05;
    if (!isOutside(said, near + slackOf(groups, said), grown)) return null;
    return comesTo(ends, inTimes(rounded(middle(grown), 2)), inTimes(by));
  }
  if (!isOutside(said, slack, between(grown.low * 100, grown.high * 100))) return null;
  return comesTo(ends, both(`${rounded(middle(grown) * 100, figures)}%`), both(`${by}%`));
}

/** 翻番 is said of what comes near it, and more is no fault until it is the next. */
const DOUBLED: Bounds = { low: 0.85, high: 1.45 };

function wrongDoubling(groups: Groups): Wording | null {
  const change = changeOf(groups);
  if (!change) return null;
  const ratio = ratioOf(change);
  const times = FOLDS[groups.twos!]!;
  const isMore = groups.more !== undefined || /more/.test(groups.about ?? "");
  const low = times * (groups.about && !isMore ? 0.7 : DOUBLED.low);
  if (ratio.high >= low && (isMore || ratio.low <= times * DOUBLED.high)) return null;
  const right = rounded(middle(ratio), 2);
  return comesTo(
    change.ends,
    { zh: `${right} 倍`, en: `${right} times as much` },
    { zh: `${times} 倍`, en: `${times} times` },
  );
}

function wrongTimes(groups: Groups): Wording | null {
  const by = groups.by!;
  const typed = groups.times!.replace(/ times$/, "");
  const times = TIMES[typed.split(" ")[0]!] ?? typed;
  const isAbout = Boolean(groups.about || groups.aboutBy);
  const grown = boundsOf(by, groups.measure === "%" ? 0.01 : 1, isAbout);
  if (
    !isOutside(Number(times), lastFigure(times) / 2 + (isAbout ? 0.5 : 0), {
      low: grown.low + 1,
      high: grown.high + 1,
    })
  )
    return null;
  const right = rounded(middle(grown) + 1, 2);
  const said = groups.measure === "%" ? both(`${by}%`) : inTimes(by);
  return {
    zh: `增长 ${said.zh}，是原来的 ${right} 倍，不是 ${times} 倍`,
    en: `a rise of ${said.en} makes ${right} times as much, and not ${times} times`,
  };
}

interface Form {
  readonly form: RegExp;
  readonly wrong: (groups: Groups) => Wording | null;
}

const FALLS = new RegExp(`^(?:${ZH_FALL}|${EN_FALL})`);
const by = (groups: Groups) => wrongBy(groups, FALLS.test(groups.way!));

const FORMS: Readonly<Record<"zh" | "en", readonly Form[]>> = {
  zh: [
    { form: ZH_CHANGE, wrong: by },
    { form: ZH_DOUBLED, wrong: wrongDoubling },
    { form: ZH_TIMES, wrong: wrongTimes },
  ],
  en: [
    { form: EN_CHANGE, wrong: by },
    { form: EN_DOUBLED, wrong: wrongDoubling },
    { form: EN_TIMES, wrong: wrongTimes },
  ],
};

export function* wrongChanges(text: ProofText): Generator<Slip> {
  for (const { form, wrong } of FORMS[text.language])
    for (const match of text.matches(form)) {
      const message = wrong(match.groups as Groups);
      if (message) yield text.slip(match, message);
    }
}
