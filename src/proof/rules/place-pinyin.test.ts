import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { placePinyin } from "./place-pinyin.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [placePinyin]).map(({ expected }) => expected?.en);

test.each([
  ["浙江发展迅速。", "Zhejang develops fast.", "Zhejiang"],
  ["广东发展迅速。", "Guangdon develops fast.", "Guangdong"],
  [
    "企业来自江苏、深圳和杭州。",
    "Firms from Jiangu, Shenzen and Hangzou came.",
    "Jiangsu",
    "Shenzhen",
    "Hangzhou",
  ],
  ["黑龙江与石家庄。", "Heilonjang and Shijazhuang’s firms.", "Heilongjiang", "Shijiazhuang"],
  ["浙江省政府与浙江大学。", "The government of Zhejiang and Zhejaing University.", "Zhejiang"],
  ["中关村和张江。", "Zhonguancun and Zhangjing.", "Zhongguancun", "Zhangjiang"],
])("%s %s", (zh, en, ...right) => expect(told(zh, en)).toEqual(right));

test("what the rule for places tells, that for spelling does not tell again", () => {
  const found = proofOfSample({ zh: "广东发展迅速。", en: "Guangdon develops fast." });
  expect(found.map(({ rule }) => rule)).toEqual(["place-pinyin"]);
});

test.each([
  ["浙江和湛江。", "Zhejiang and Zhanjiang."],
  ["镇江和浙江。", "Zhenjiang and Zhejiang."],
  ["常州与郴州、滁州。", "Changzhou, Chenzhou and Chuzhou."],
  ["常州的常舟出席。", "Chang Zhou of Changzhou was there."],
  ["泰州、台州和台湾。", "Taizhou in Jiangsu, Taizhou in Zhejiang, and Taiwan."],
  ["苏州大学的成果。", "A result of Soochow University."],
  ["陕西和山西。", "Shaanxi and Shanxi."],
  ["南京。", "Nanking Treaty; Nanjing."],
  ["北京大学和清华大学。", "Peking University and Tsinghua University."],
  ["广州的广舟公司和广州市。", "Guangzhou's Canton Fair; Guangzhou City."],
  ["重庆市和中庆公司。", "Chongqing and Zhongqing Company."],
  ["长沙县、长山岛。", "Changsha County and Changshan Island."],
  ["福州与抚州。", "Fuzhou and Fuzhou, of two provinces."],
  ["株洲、朱州村。", "Zhuzhou and the village of Zhuzhou."],
  ["上海人。", "The Shanghainese and Shanghaiers."],
  ["宁波港。", "Ningbo Port (www.Ningbp.com)."],
  ["郑州和正舟集团。", "Zhengzhou and Zhengzhou Group."],
  ["贵阳、桂阳。", "Guiyang and Guiyang."],
  ["成都与承德。", "Chengdu and Chengde."],
  ["合肥、河北和海南。", "Hefei, Hebei, Hainan and Henan."],
  ["山东的商东公司。", "Shandong and Shangdong Company."],
  ["江门市。", "Jiangmen and Jiangmen’s port."],
  ["威海和渭海。", "Weihai, Weihaiwei."],
])("%s %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
