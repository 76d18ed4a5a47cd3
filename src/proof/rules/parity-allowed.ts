/** 不得 and 严禁 → the English says so too: may without any "not" turns a ban into leave. */
import { type Slip, slip } from "../finding.ts";
import { eachPair, type FullPair, type Rule } from "../rule.ts";
import { rangeOf } from "../text.ts";

/** 不得超过 may be "at most", and 不得不 is no ban. */
const BAN =
  /(?<![迫由恨巴舍了怪顾免要懂说算取获记使值])(?:不得(?![不已了以人而知]|超过|高于|低于|少于|多于|大于|小于|晚于|早于|迟于|超出|逾|突破)|不准(?![确时])|不许|严禁|不允许|不予(?=受理|批准|退还|报销))(?=\p{Script=Han})/gu;

const LEAVE = /\b(?:may(?! (?:be )?only)|can|(?:is|are|be|being) (?:allowed|permitted|free|able) to)\b/;

/** What is refused (不予), and how English grants it. */
const GRANTED: Readonly<Record<string, RegExp>> = {
  受理: /\b(?:will|shall) be (?:accepted|considered|processed)\b/,
  批准: /\b(?:will|shall) be approved\b/,
  退还: /\b(?:will|shall) be (?:returned|refunded)\b/,
  报销: /\b(?:will|shall) be reimbursed\b/,
};

/** What Chinese allows itself, or forbids but on a condition: 未经许可不得转载 is “may be reprinted with permission”. */
const CONDITION = /可|允许|能够|有权|未经|非经|未获|未取得|除|以外|方|才/;

/** Any word that denies, forbids or sets bounds. */
const DENIES =
  /\b(?:not|no|never|none|nor|neither|nobody|nothing|cannot|without|unless|only|except|few|little|hardly|free (?:of|from)|prohibit\w*|forbid\w*|forbad\w*|ban|bans|banned|banning|refrain\w*|avoid\w*|refus\w*|reject\w*|prevent\w*|restrict\w*|bar|bars|barred|stop\w*|illegal\w*|unlawful\w*|exclu\w+|rul\w+ out|off-limits|limit\w*|end\w*|abol\w+|eliminat\w+|crack\w*|zero|deny|denied|denies|disallow\w*|must|fail\w*|outlaw\w*|un[a-z]{4,}|in(?:eligible|valid|admissible)|rather|instead|den\w+|until|before|least|most|within|up to)\b|n['’]t\b/i;

function* allowed({ zh, en }: FullPair): Generator<Slip> {
  const [ban] = zh.matches(BAN);
  if (!ban || CONDITION.test(zh.text) || DENIES.test(en.text)) return;
  const refused = ban[0] === "不予" ? GRANTED[zh.text.slice(ban.end, ban.end + 2)] : undefined;
  const leave = (refused ?? LEAVE).exec(en.text);
  if (!leave) return;
  const message = {
    zh: `中文作“${ban[0]}”，英文“${leave[0]}”却是许可，且全段没有否定词`,
    en: `Chinese forbids (“${ban[0]}”), English allows (“${leave[0]}”) and has no “not”`,
  };
  yield slip(en.span(rangeOf(leave)), message, { related: [zh.span(ban)] });
}

export const parityAllowed: Rule = {
  id: "parity-allowed",
  group: "parity",
  severity: "warning",
  says: {
    zh: "中文禁止的（不得、严禁），英文不能译成许可。",
    en: "What Chinese forbids (不得, 严禁), English does not allow.",
  },
  example: {
    bad: { zh: "企业不得收取费用。", en: "Enterprises may charge fees." },
    good: { zh: "企业不得收取费用。", en: "Enterprises may not charge fees." },
  },
  check: (proof) => eachPair(proof, allowed),
};
