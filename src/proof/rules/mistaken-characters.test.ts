import { expect, test } from "vitest";
import { issueOf, issueOfPair, proofOf, tools } from "../../../test/proof-desk.ts";
import { commonIdioms, commonWords } from "./common-words.ts";
import { lookAlikes } from "./look-alikes.ts";
import { mistakenIn } from "./mistaken-characters.ts";
import { pressPhrases } from "./press-phrases.ts";
import { zhWord } from "./zh-words.ts";

const found = (text: string) => [...mistakenIn(text, tools)].map(({ typed, meant }) => `${typed} ${meant}`);

const told = (issue: string, publication?: string) =>
  proofOf(issue, { rules: [zhWord], ...(publication ? { publication } : {}) }).map(
    ({ message }) => message.zh,
  );

test.each([
  ["加强政附监管。", "政附 政府"],
  ["提高产品质旦。", "质旦 质量"],
  ["发展治金工业。", "治金 冶金"],
  ["防止副射危害。", "副射 辐射"],
  ["报孝祖国。", "报孝 报效"],
  ["复盖全国各地。", "复盖 覆盖"],
  ["加快构建新发展恪局。", "恪局 格局"],
  ["取得重大成攻。", "成攻 成功"],
  ["实施创新躯动战略。", "躯动 驱动"],
  ["完善质量标淮。", "标淮 标准"],
  ["推进乡村震兴。", "震兴 振兴"],
  ["走遍天崖海角。", "天崖海角 天涯海角"],
  ["面对困难一愁莫展。", "一愁莫展 一筹莫展"],
  ["坚持不谢地推进，防患末然。", "坚持不谢 坚持不懈", "防患末然 防患未然"],
  ["推动产业结购升级，重视知识产劝保护。", "产业结购 产业结构", "知识产劝 知识产权"],
  ["加快科技成过转化，完善公共服务平抬。", "科技成过 科技成果", "服务平抬 服务平台"],
  ["巩固脱贫攻艰成果，加快创新形国家建设。", "脱贫攻艰 脱贫攻坚", "创新形国家 创新型国家"],
  ["发挥示范笑应，推动数字化转行。", "示范笑应 示范效应", "数字化转行 数字化转型"],
  ["优化营商环竞，试点公作见效。", "营商环竞 营商环境", "试点公作 试点工作"],
])("%s: %s", (text, ...mistaken) => expect(found(text)).toEqual(mistaken));

test.each([
  "行政附加费、本质旦夕可变，金球奖颁给了导演。",
  "他姓张名治金，王治金和陈家昌，生张弛指出。",
  "导盲犬会引路，药材主产于云南，读一遍写一遍，村村有校。",
  "期号、行格、图标、扩产、足金、外围、防控和施策。",
  "子曰，学而时习之，不亦说乎；先天下之忧而忧，后天下之乐而乐。",
  "优必选和宇树科技，药明康德和恒瑞医药，隆基绿能与中芯国际。",
  "奉贤、城厢、盱眙、甪直、歙县、黟县、尉犁与珲春。",
  "齐头并进，与日俱增，不约而同，各有所长，以法治国。",
  "一至两项，从高到低，正负号，较长的一段，请致信编辑部。",
  "企业改个名字，各国的高水平开放，跨省发展阶段性合作，稳住基础实施改造。",
  "资本市场主题基金，职业机能鉴定，试验平台、法制建设、监督监察和政策制订。",
  "研究员所在单位，科技成过街老鼠之说，传入值与传入参数。",
])("%s is right", (text) => expect(found(text)).toEqual([]));

test("a name, a term, what is quoted by itself and what stands three times are meant so", () => {
  const slip = "企业提高质旦。";
  expect(told(issueOfPair(slip, "Text."))).toEqual(["“质旦”疑为“质量”"]);
  expect(told(issueOfPair("企业提高“质旦”。", "Text."))).toEqual([]);
  expect(told(issueOfPair(slip.repeat(3), "Text."))).toEqual([]);
  const glossary = "\nglossary:\n  - { zh: 提高质旦, en: Zhidan }\n";
  const publication = `name: { zh: 刊, en: J }\npublisher: { zh: 社, en: P }\ntheme: briefing${glossary}`;
  expect(issueOf(issueOfPair(slip, "Text."), publication).publication.glossary).toHaveLength(1);
  expect(told(issueOfPair(slip, "Text."), publication)).toEqual([]);
});

test.each([
  ["市政附出台措施，政附部门落实。", "“政附”疑为“政府”", "“政附”疑为“政府”"],
  ["面向金球，引进高层次人土。", "“金球”疑为“全球”", "“人土”疑为“人士”"],
  ["数字技术发晨迅速，必竟刚起步。", "“发晨”疑为“发展”", "“必竟”疑为“毕竟”"],
  [
    "我门和专家门一致认为，他门都要参加。",
    "“我门”疑为“我们”",
    "“专家门一致”疑为“专家们一致”",
    "“他门”疑为“他们”",
  ],
  ["增强产业链供应链任性，走向亚州市场。", "“任性”疑为“韧性”", "“亚州”疑为“亚洲”"],
])("%s", (zh, ...messages) =>
  expect([...told(issueOfPair(zh, "Text."))].sort()).toEqual([...messages].sort()),
);

test.each([
  "市政附近有公园，市政附属设施齐全，影片获得金球奖提名。",
  "其他门的颜色、自我门槛、专家门诊、企业家门口和任性的孩子。",
  "佐治亚州、索菲亚州、加利福尼亚州，水土与人土不服。",
])("%s is right", (zh) => expect(told(issueOfPair(zh, "Text."))).toEqual([]));

test("what is told by name is told once", () =>
  expect(told(issueOfPair("末来五年，加强竟争。", "Text."))).toEqual([
    "“末来”疑为“未来”",
    "“竟争”疑为“竞争”",
  ]));

test("words of the table are words of the dictionary, and idioms have four characters", () => {
  const parted = [...commonWords()].filter((word) => tools.words!(word).length > 1);
  expect(parted.length).toBeLessThan(0.02 * commonWords().size);
  expect([...commonWords()].filter((word) => !/^\p{Script=Han}{2,3}$/u.test(word))).toEqual([]);
  expect([...commonIdioms().all].filter((idiom) => !/^\p{Script=Han}{4}$/u.test(idiom))).toEqual([]);
});

test("without a dictionary idioms alone are read", () =>
  expect(
    [...mistakenIn("提高质旦，一愁莫展。", { ...tools, words: null })].map(({ typed }) => typed),
  ).toEqual(["一愁莫展"]));

test("what may stand for another may be mistaken for it", () => {
  expect(lookAlikes("末")).toContain("未");
  expect(lookAlikes("未")).toContain("末");
  expect(lookAlikes("龘")).toBe("");
});

test("phrases of the press have four characters and more, and none of them is another one's slip", () => {
  const { all } = pressPhrases();
  expect([...all].filter(({ length }) => length < 4)).toEqual([]);
  expect([...all].flatMap(found)).toEqual([]);
});
