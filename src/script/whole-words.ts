/** Chinese words of titles that the model of phrases parts (人工智能 as 人 / 工智 / 能) → by their first character. */

const WORDS = `
人工智能 大数据 云计算 区块链 物联网 互联网 互联互通 机器人 无人机 大模型 语言模型 大语言模型 半导体 集成电路 数据要素 网络安全 自动驾驶 脑科学
生物医药 生物制造 合成生物 医疗器械 中医药 新材料 新能源 新能源汽车 电动汽车 锂电池 动力电池 固态电池 可再生能源 核电站 储能电站
长江 长江经济带 长三角 珠三角 京津冀 粤港澳 粤港澳大湾区 大湾区 自贸区 自贸试验区 高新区 示范区 自创区 都市圈 经济圈 产业园区 科技园区 科学城 中关村
办公厅 办公室 发改委 科技部 工信部 国务院 一带一路 十四五 十五五 三年行动 行动计划 白皮书 蓝皮书
数字经济 实体经济 低空经济 循环经济 银发经济 营商环境 乡村振兴 共同富裕 双循环 碳达峰 碳中和 碳排放 碳市场 绿色金融 气候变化 可持续 可持续发展 水资源
高质量 高水平 生产力 新型工业化 国际化 市场化 智能化 一体化 国产化 产业链 供应链 创新链 价值链 制造业 先进制造业 智能制造 新兴产业 未来产业 支柱产业 主导产业
基础研究 应用研究 原始创新 创新策源 关键核心技术 自立自强 卡脖子 先行先试 揭榜挂帅 体制机制 科技体制 科技成果 成果转化 技术转移 转移转化 概念验证 知识产权 大科学装置 产学研 首台套
中小企业 国有企业 民营企业 外资企业 科技型企业 高新技术 高新技术企业 企业家 科学家 首席科学家 博士后 专精特新 独角兽 老年人 老年人口
科创板 创业板 北交所 上交所 投融资 风险投资 创业投资 引导基金 政府采购 自由贸易 贸易摩擦 出口管制 进出口 跨境电商 电子商务 轨道交通 军民融合
推进 促进 院所 赋能
对策 应对策略 建议 研究 分析 前景 路径 机制 举措 启示 经验 趋势 挑战 机遇 现状 瓶颈 问题 政策 战略 创新 体系 响应 发展 建设 改革 合作 开放 治理 转型 升级
技术 产业 科技 经济 国家 全球 国际 区域 城市 企业 人才 资本 市场 平台 基地 数据 安全 能源 环境 教育 文化 项目 资源 标准 模式 评价 评估 监测 融合 协同
试点 报告 论坛 影响 方案 规划 目标 重点 优势 能力 水平 质量 效率 动力 活力 引领 支撑 加快 推动 提升 加强 构建 完善 强化 优化 深化 探索 实践
`;

const byFirst = new Map<string, string[]>();
for (const word of WORDS.trim().split(/\s+/)) {
  const known = byFirst.get(word[0]!);
  if (known) known.push(word);
  else byFirst.set(word[0]!, [word]);
}

const NONE: readonly string[] = [];

/** @returns The words that stand in a text from UTF-16 index `at` on. */
export const wholeWordsAt = (text: string, at: number): readonly string[] =>
  byFirst.get(text[at]!)?.filter((word) => text.startsWith(word, at)) ?? NONE;
