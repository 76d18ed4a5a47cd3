import { expect, test } from "vitest";
import { phraseWeights } from "./phrase-weights.ts";
import { ALL_VOTES, phraseCosts } from "./phrases.ts";

const shown = (text: string, terms: readonly string[] = []) => {
  const cost = phraseCosts(text, terms, true);
  return [...text].map((char, at) => (at > 0 && cost(at) === 0 ? "|" : "") + char).join("");
};

test.each([
  ["以自主创新示范区为载体推进新质生产力发展", "推进"],
  ["关于进一步加强知识产权保护工作的若干意见", "进一步"],
  ["上海市科学技术委员会副主任翟金国指出", "委员会"],
  ["园区微电网的运行与调度", "运行"],
  ["三地联合发布人工智能产业发展行动计划", "|人工智能|"],
  ["武汉共建长江中游先进电池产业走廊", "长江"],
  ["国务院办公厅关于推动外贸稳规模优结构的意见", "|办公厅|"],
  ["共同推进京津冀协同发展", "推进|京津冀|"],
  ["大会关注新能源汽车投资", "|新能源汽车|"],
  ["国家创新体系响应机制研究", "创新"],
  ["国家创新体系响应机制研究", "响应"],
  ["协同创新的应对策略研究", "应对策略"],
  ["大语言模型赋能科学研究的国际经验", "科学研究"],
  ["比较研究——基于上海、苏州、杭州三地", "上海"],
  ["支持发展中国家的科学家", "发展中国家"],
  ["研发投入与高技术产业发展监测报告", "|与高技术产业|"],
])("%s keeps %s whole", (text, word) => {
  expect(shown(text)).toContain(word);
  expect(shown(text).split("|").length).toBeGreaterThan(2);
});

test("a term is never parted, and breaks at its edges", () => {
  expect(shown("聚焦特色打造自创区升级版", ["自创区"])).toContain("|自创区|");
  const cost = phraseCosts("打造自创区", ["自创区"], true);
  expect(cost(3)).toBeGreaterThan(cost(1));
});

test.each([
  ["上海、苏州、成都三地联合发布", "上海、苏州、成都|"],
  ["推动武汉、襄阳和宜昌联动", "武汉、襄阳"],
  ["支持企业参与政府采购、融资担保和技术改造", "、|融资"],
  ["发展先进材料、芯片和软件", "材料、芯片"],
])("%s ends no line inside a list of short items", (text, whole) => {
  expect(shown(text)).toContain(whole);
});

test.each([
  ["科技合作：现状、挑战与前景", "与前景"],
  ["储能电站协同运行的经验", "|经验", "|的"],
  ["现状与前景——基于专利的分析", "——基于"],
])("%s parts no particle and no dash from what it belongs to", (text, whole, never = "与|") => {
  expect(shown(text)).toContain(whole);
  expect(shown(text)).not.toContain(never);
});

test.each([
  ["产业升级与云服务平台行动方案", "与云服务"],
  ["医疗服务及冷链物流行动方案", "及冷链"],
  ["中华人民共和国成立以来的科技政策", "共和国|成立"],
])("%s keeps a single Han with what it is joined to", (text, whole) => {
  expect(shown(text)).toContain(whole);
});

test("cells of a table part a list of short items", () => {
  expect(phraseCosts("宁德时代、比亚迪、丰田", [], false)(5)).toBe(0);
  expect(phraseCosts("宁德时代、比亚迪、丰田", [], true)(5)).toBeGreaterThan(0);
});

test("all votes are those of the model", () => {
  const votes = Object.values(phraseWeights()).flatMap((group) => Object.values(group));
  expect(votes.reduce((sum, vote) => sum + vote, 0)).toBe(ALL_VOTES);
});
