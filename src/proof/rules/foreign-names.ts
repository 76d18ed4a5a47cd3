/** A word that no dictionary has, and the texts around it → whether it is a name or drug that is spelt as it should be. */
import type { Passage } from "../passages.ts";
import { capitalised } from "../text.ts";

/** One letter more, less or other, or two in the wrong order. */
export function isSlipOf(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1 || /[ -]/.test(other)) return false;
  let i = 0;
  while (i < word.length && word[i] === other[i]) i += 1;
  const [a, b] = [word.slice(i), other.slice(i)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

/** Stems of international nonproprietary names (WHO, The use of stems, 2018) that end no other word. */
const DRUG =
  /^[a-z]{3,}(?:mab|tinib|ciclib|rafenib|parib|degib|zomib|lisib|clax|buvir|asvir|previr|navir|tegravir|desivir|ciclovir|vastatin|glutide|gliptin|gliflozin|sartan|prazole|floxacin|cillin|leucel|siran|nersen|vorexant|gepant|xaban|gatran|cept)$/;

export const isDrug = (word: string): boolean => DRUG.test(word);

/** Names that everyone means to spell as they are here: what is a letter away from one is a slip. */
const WELL_KNOWN =
  "January February September October November December Wednesday Thursday Saturday European American African Australia Germany France French Britain British England English Japan Japanese Russian Russia Singapore Switzerland Netherlands Sweden Finland Denmark Norway Austria Israel Canada Brazil Mexico Argentina Malaysia Thailand Vietnam Indonesia Philippines Cambodia Pakistan Bangladesh Ukraine Poland Hungary Portugal Greece Ireland Scotland Belgium Turkey Egypt Kazakhstan Uzbekistan Washington London Berlin Moscow Geneva Beijing Shanghai Guangdong Shenzhen Guangzhou Hangzhou Nanjing Chongqing Tianjin Zhejiang Jiangsu Chinese Chengdu Yangtze Zhangjiang".split(
    " ",
  );

/** Characters that foreign names are written with; three in a row are hardly anything else. */
const SOUND =
  "[阿埃艾安奥巴贝比波伯布查茨达戴德迪杜顿多恩尔费芬弗夫福盖戈格古哈海赫霍基吉加捷杰卡凯科克库拉莱兰朗勒雷里利丽莉列林琳隆卢鲁路伦罗洛马麦曼梅米莫姆穆纳娜内尼涅诺欧帕佩皮普乔琼萨桑塞瑟森沙什施史斯舍朔苏索塔泰坦谭特蒂图托瓦万维韦温沃伍西希夏休雅亚伊因英尤约泽扎兹朱]";
const SOUNDED = new RegExp(`${SOUND}{3,}|\\p{Script=Han}[·・]\\p{Script=Han}`, "u");

/** A slip of a word so long is one however often it stands, and beside foreign names: Goverment. */
const LONG = 9;

/** Words with a capital of all English texts of an issue, each with how often it stands there. */
export class CapitalWords {
  readonly #passages: readonly Passage[];
  #counts: ReadonlyMap<string, number> | null = null;

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /** Counted once something is asked. */
  #of(word: string): number {
    if (!this.#counts) {
      const counts = new Map<string, number>();
      for (const { en } of this.#passages)
        for (const [found] of en?.text.matchAll(/\p{L}+/gu) ?? [])
          counts.set(found, (counts.get(found) ?? 0) + 1);
      this.#counts = counts;
    }
    return this.#counts.get(word) ?? 0;
  }

  /**
   * What a word with a capital inside a sentence was meant for; null where it is a name.
   *
   * @param suggested The dictionary's first word for it, in small letters where it is no name.
   */
  meant(word: string, suggested: string | null, passage: Passage): string | null {
    if (word.length < 6) return null;
    const known = WELL_KNOWN.find((name) => isSlipOf(word.toLowerCase(), name.toLowerCase()));
    if (known) return known;
    if (!suggested || !isSlipOf(word.toLowerCase(), suggested.toLowerCase())) return null;
    const right = capitalised(suggested);
    // One name a letter away from another is none of it, unless the issue has that one too.
    const isElsewhere = this.#of(right) + this.#of(suggested) > 0;
    if (suggested === right) return isElsewhere ? right : null;
    if (isElsewhere) return right;
    const isSounded = SOUNDED.test(passage.zh?.text ?? "");
    return word.length < LONG && (isSounded || this.#of(word) > 1) ? null : right;
  }

  /**
   * Whether a word that begins a sentence is most likely a name: its like stands inside one, or in Chinese.
   *
   * @param goesOn Whether a word with a capital follows, as in Westlake University.
   */
  isNameAtHead(word: string, suggested: string | null, passage: Passage, goesOn: boolean): boolean {
    if (this.meant(word, suggested, passage) !== null) return false;
    // Another name is no word that may have been meant.
    const isSlip =
      suggested !== null && /^\p{Ll}/u.test(suggested) && isSlipOf(word.toLowerCase(), suggested);
    return this.#of(word) > 1 || (!isSlip && (goesOn || SOUNDED.test(passage.zh?.text ?? "")));
  }
}
