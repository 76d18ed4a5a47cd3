/** Chinese places and their names in Pinyin. */

export interface Place {
  readonly zh: string;
  readonly en: string;
}

/** Provinces, and cities whose names are heard most; those with another name in English aside. */
const LISTED =
  "北京 Beijing|上海 Shanghai|天津 Tianjin|重庆 Chongqing|河北 Hebei|山西 Shanxi|辽宁 Liaoning|吉林 Jilin|黑龙江 Heilongjiang|江苏 Jiangsu|浙江 Zhejiang|安徽 Anhui|福建 Fujian|江西 Jiangxi|山东 Shandong|河南 Henan|湖北 Hubei|湖南 Hunan|广东 Guangdong|广西 Guangxi|海南 Hainan|四川 Sichuan|贵州 Guizhou|云南 Yunnan|陕西 Shaanxi|甘肃 Gansu|青海 Qinghai|宁夏 Ningxia|新疆 Xinjiang|石家庄 Shijiazhuang|唐山 Tangshan|保定 Baoding|雄安 Xiongan|太原 Taiyuan|大同 Datong|沈阳 Shenyang|大连 Dalian|鞍山 Anshan|长春 Changchun|南京 Nanjing|无锡 Wuxi|徐州 Xuzhou|常州 Changzhou|苏州 Suzhou|昆山 Kunshan|南通 Nantong|连云港 Lianyungang|盐城 Yancheng|扬州 Yangzhou|镇江 Zhenjiang|泰州 Taizhou|宿迁 Suqian|杭州 Hangzhou|宁波 Ningbo|温州 Wenzhou|嘉兴 Jiaxing|湖州 Huzhou|绍兴 Shaoxing|金华 Jinhua|义乌 Yiwu|舟山 Zhoushan|台州 Taizhou|丽水 Lishui|合肥 Hefei|芜湖 Wuhu|蚌埠 Bengbu|安庆 Anqing|滁州 Chuzhou|福州 Fuzhou|厦门 Xiamen|泉州 Quanzhou|漳州 Zhangzhou|莆田 Putian|南昌 Nanchang|九江 Jiujiang|赣州 Ganzhou|景德镇 Jingdezhen|济南 Jinan|青岛 Qingdao|淄博 Zibo|烟台 Yantai|潍坊 Weifang|济宁 Jining|威海 Weihai|临沂 Linyi|郑州 Zhengzhou|洛阳 Luoyang|开封 Kaifeng|新乡 Xinxiang|南阳 Nanyang|武汉 Wuhan|宜昌 Yichang|襄阳 Xiangyang|黄石 Huangshi|长沙 Changsha|株洲 Zhuzhou|湘潭 Xiangtan|岳阳 Yueyang|常德 Changde|衡阳 Hengyang|郴州 Chenzhou|广州 Guangzhou|深圳 Shenzhen|珠海 Zhuhai|汕头 Shantou|佛山 Foshan|东莞 Dongguan|中山 Zhongshan|惠州 Huizhou|江门 Jiangmen|湛江 Zhanjiang|肇庆 Zhaoqing|南宁 Nanning|柳州 Liuzhou|桂林 Guilin|海口 Haikou|三亚 Sanya|成都 Chengdu|绵阳 Mianyang|德阳 Deyang|宜宾 Yibin|贵阳 Guiyang|遵义 Zunyi|昆明 Kunming|大理 Dali|咸阳 Xianyang|宝鸡 Baoji|兰州 Lanzhou|西宁 Xining|银川 Yinchuan|浦东 Pudong|张江 Zhangjiang|临港 Lingang|松江 Songjiang|嘉定 Jiading|闵行 Minhang|徐汇 Xuhui|杨浦 Yangpu|静安 Jingan|海淀 Haidian|朝阳 Chaoyang|中关村 Zhongguancun|亦庄 Yizhuang|滨海 Binhai|余杭 Yuhang|滨江 Binjiang|南山 Nanshan|前海 Qianhai|横琴 Hengqin|南沙 Nansha";

export const PLACES: readonly Place[] = LISTED.split("|").map((entry) => {
  const [zh, en] = entry.split(" ");
  return { zh: zh!, en: en! };
});
