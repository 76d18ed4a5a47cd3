/** A Chinese text in → the names of persons in it, told by their surnames and by what stands beside them. */
import type { Range } from "../text.ts";

/** 《百家姓》 by frequency today; surnames that are mostly other words stand only beside a title. */
const SINGLE =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净仇闫肖付仲瞿冼巩裘岑蓝封池阙芮储宗丰巫乌焉山谈宫麻储邬卓蔺屠蒙郁胥璩桑臧戚滕褚";
const COMPOUND = "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|东方|端木|百里|轩辕|南宫|独孤|长孙";

/** Nobody is named with these; they belong to the verb behind a name. */
const GIVEN = "(?![也还则又均都曾并亦就再却在对的了是和与等将已])\\p{Script=Han}";

/** These stand in given names too: 钱亦舟. Between a surname and one character more, no verb begins with them. */
const MIDDLE = "[亦就则均曾和再又]";

const NAME = `(?:(?:${COMPOUND})(?:${GIVEN}){1,2}|[${SINGLE}](?:${MIDDLE}${GIVEN}|(?:${GIVEN}){1,2})|[${SINGLE}] ${GIVEN})`;

const TITLE =
  "书记|主任|部长|司长|局长|厅长|处长|院长|所长|校长|市长|省长|区长|县长|镇长|主席|总裁|董事长|经理|秘书长|会长|理事长|教授|研究员|工程师|院士|博士|先生|女士|专家|记者|主编|编辑|创始人|代表|委员|总监|科学家|学者|同志|导师|馆长|主持人|顾问|参赞|大使|执行官|负责人|联系人|巡视员";
const AFTER_NAME = "教授|先生|女士|院士|博士|同志|研究员|主任|部长|局长|院长|老师";
const SAYS =
  "指出|提出|提到|认为|强调|表示|介绍|建议|谈到|坦言|透露|致辞|主持|出席|发言|呼吁|分析|总结|补充|解释|回顾|分享|宣布|汇报|作了|做了|说|称|在|就|对|等|和|与|及|以";

/** Words that begin with a surname and name nobody. */
const WORDS =
  /^(?:单位|方面|方案|方法|方式|高度|高校|高层|高新|高质|高端|高等|于是|和平|时代|时期|石油|金融|金额|安全|安排|关于|关系|关键|成果|成员|成功|成立|项目|任务|任何|应当|常务|万家|江苏|江西|温州|黄河|马上|周边|周年|易于|解决|程度|许多|严格|华东|向前|强调|强化|能够|路径|管理|管委|章程|文化|文件|文明|车辆|白皮|包括|包含|山东|山西|平台|阳光|左右|康复|建议|田间|武汉|龙头|钱塘|谈到|沿海|沿线|位于|丰富|宁波|成都|安徽|海南|段落|白天|查看|席位|祝贺|童年|费用|申请|申报|庄重|常见|常态|经常|尤其|尤为|解释|边界|史上|万元|田野|谷物|林业|水利|景区|任命|程序|季度|左右|位置|付出|游客|梅雨|关注|关心)/;

const FORMS = [
  new RegExp(`(?<=${TITLE})${NAME}(?=${SAYS}|[，。、；：（“]|$)`, "gu"),
  new RegExp(
    `(?<=^|[。；，、：“（\\n])${NAME}(?=指出|提出|提到|认为|强调|表示|介绍说|建议|谈到|坦言|透露)`,
    "gu",
  ),
  new RegExp(`(?<=^|[。；，、：“（\\n])${NAME}(?=${AFTER_NAME})`, "gu"),
];

export interface FoundName extends Range {
  /** Without the space of a spread name: 王 冰 is 王冰. */
  readonly name: string;
}

const found = (text: string, start: number): FoundName => ({
  name: text.replace(" ", ""),
  start,
  end: start + text.length,
});

/** Names that the words around them give away. */
export function namesIn(text: string): readonly FoundName[] {
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => (WORDS.test(match[0]) ? [] : [found(match[0], match.index)])),
  );
}

/** In a list nothing but names stands: a name may end in 亦, too. */
const WHOLE = new RegExp(`^(?:${NAME}|[${SINGLE}]${GIVEN}${MIDDLE}|[${SINGLE}]${MIDDLE})$`, "u");

/** A text that is a list of names: 陈红光、赵程程. */
export function listedNames(text: string): readonly FoundName[] {
  return [...text.matchAll(/[^、，,;；]+/g)].flatMap((match) =>
    WHOLE.test(match[0]) && !WORDS.test(match[0]) ? [found(match[0], match.index)] : [],
  );
}

const SURNAME = new RegExp(`^(?:${COMPOUND}|.)`, "u");

export const surnameOf = (name: string): string => SURNAME.exec(name)![0];
