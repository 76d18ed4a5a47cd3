/** Chinese characters and words that stand twice, where once was meant: 的的, 企企业, 是否是否. */
import { both, type Slip } from "../finding.ts";
import { each, type Rule } from "../rule.ts";
import { Covered, type ProofText, type Range } from "../text.ts";
import { doubledIn } from "./doubled-characters.ts";

/** Reduplications that are words: 讨论讨论 is a way of speaking, 一个一个 counts. */
const REDUPLICATED =
  /^(?:[一两几]|讨论|研究|商量|考虑|学习|了解|休息|打扫|常常|渐渐|天天|彻底|许多|个个|人人|哈哈|谢谢|事事)/;

/** Names from elsewhere are written with them: 尼亚尼亚, 塔威塔威. */
const TRANSLITERATED =
  /^[亚尼巴拉卡加斯特里克鲁马莫塔穆阿奥布迪达杜丹伊乌古哈吉基科库利洛曼米纳诺帕皮普萨桑苏坦瓦沃维韦耶朗格威]{2}$/;

/** A word that begins behind another one of the same character: 对对方, 在在建项目, 目的的. */
const NEXT_WORD =
  /^(?:对对[方象手策口应外岸联照标比]|在在[建线校岗职场读]|与与[会时]|从从[业事前]|以以(?:色列|往|上|下|内|外|及)|是是否|把把[关脉握]|向向[阳来上]|将将[近来军]|被被|和和[平谐解睦]|及及[时早格]|于于|并并[购网]|或或|而而)/;
/** …and one that ends before it. */
const WORD_BEFORE = /^(?:目|标|有|打|中)的的|^[合兼归吞]并并|^为了了|行先行先/;

/** Who or what may have its like: 他们的客户的客户, 两项的列表的列表. */
const OF_ITS_LIKE =
  /^的(?:列表|集合|数组|序列|矩阵|函数|目录|指针|客户|顾客|供应商|承包商|朋友|同事|邻居|亲戚|亲友|父亲|母亲|父母|孩子|子女|儿子|女儿|老师|导师|学生|弟子|上级|下级|下属|敌人|对手|代理人|继承人|平均值)$/;

/** What is done to one who does it, or with what it is done with: 监管监管者, 复制复制槽. */
const DOER = /^[者员师器槽]/;

/** Words for what is done and for what it is done to: 重新索引索引. */
const ACT_AND_OBJECT = /^(?:索引|备份|编码|标记|注释|链接|引用|翻译|定义|记录|编辑|设计|规划|命名)$/;

/** Whether a word has a right to stand twice, by itself or by what is around it. */
function isWanted(text: string, { start, end }: Range, word: string): boolean {
  return (
    REDUPLICATED.test(word) ||
    TRANSLITERATED.test(word) ||
    OF_ITS_LIKE.test(word) ||
    (word.length === 2 && DOER.test(text.slice(end))) ||
    (ACT_AND_OBJECT.test(word) && text.slice(0, start).endsWith("重新"))
  );
}

const REPEATED =
  /(?<=[建企发创技科产经研改政合战机平项成体能市资服管开])([设业展新术技济究革策作略制台目果系力场源务理放])\1(?=[，。；、！的和与]|$)|([的了在和与及是对将把被从向以于并或而])\2|(\p{Script=Han}{2,6})\3|([，。；：])(\p{Script=Han}{2,6})[，、]\5(?=[，。；])|(?<![主需重必首只紧概摘简提险不纪])(要)\6(?![求点素件害闻职塞领道])|(已)\7|(?<=[药产商食])(品)\8(?=监管|安全|生产|研发|供应|流通|价格|市场|[，。、；！的和与]|$)|(张(?!张[贴家江掖力])|位(?!位[于居列置次])|座(?!座谈)|件|项(?!项目)|条(?!条[例款件文约])|个(?!个[人体性别案])|次(?!次[要序年月日]))\9(?<=(?:[二三四五六七八九十百千万亿两\d]|[十百千万亿]一)\s*[余多]?\s*..)|(?<=国)(家)\10(?![庭电具长属园乡族禽畜政装居纺务风教校业事国家])/gu;

export const zhRepeated: Rule = {
  id: "zh-repeated",
  group: "chinese",
  severity: "error",
  says: {
    zh: "重复的字词。",
    en: "Characters or words that stand twice.",
  },
  example: {
    bad: { zh: "激发创新的的活力。", en: "Stimulate the drive for innovation." },
    good: { zh: "激发创新的活力。", en: "Stimulate the drive for innovation." },
  },
  check: (proof) =>
    each(proof, "zh", function* (text) {
      const told = new Covered(text.text.length);
      for (const match of text.matches(REPEATED)) {
        const [, ...words] = match;
        const word = words.findLast((one) => one !== undefined)!;
        const around = text.text.slice(match.start - 1, match.end + 2);
        const isTwoWords =
          NEXT_WORD.test(text.text.slice(match.start)) ||
          WORD_BEFORE.test(around) ||
          /的的[确士]|方方面面|了了(?!解)/.test(around);
        if (isTwoWords || isWanted(text.text, match, word)) continue;
        told.add(match);
        yield twice(text, match, word);
      }
      for (const one of proof.tools.words ? doubledIn(text.text, proof.tools.words) : [])
        if (!told.has(one)) yield twice(text, one, text.text[one.start]!);
    }),
};

const twice = (text: ProofText, range: Range, word: string): Slip =>
  text.slip(range, { zh: `“${word}”重复`, en: `${word} stands twice` }, { expected: both(word) });
