/** Chinese terms that have one settled rendering in official English, with the forms that are taken for it. */

export interface StandardTerm {
  readonly zh: string;
  readonly en: string;
  readonly accepts: RegExp;
}

const term = (zh: string, en: string, accepts: RegExp): StandardTerm => ({ zh, en, accepts });

export const STANDARD_TERMS: readonly StandardTerm[] = [
  term("一带一路", "Belt and Road", /belt[ -]and[ -]road|\bBR[IF]\b/i),
  term("长三角", "Yangtze River Delta", /yangtze (?:river )?delta|\bYRD\b/i),
  term("珠三角", "Pearl River Delta", /pearl river delta|\bPRD\b/i),
  term("京津冀", "Beijing-Tianjin-Hebei", /beijing[ -–]+tianjin[ -–]+hebei/i),
  term("粤港澳大湾区", "Guangdong-Hong Kong-Macao Greater Bay Area", /greater bay area|\bGBA\b/i),
  term("法治化", "law-based", /law-based|rule[ -]of[ -]law|based on the rule of law|governed by law/i),
  term("市场化", "market-oriented", /market[ -](?:oriented|based|driven)|marketi[sz]|commerciali[sz]/i),
  term(
    "新型工业化",
    "new industrialization",
    /new(?:-type)? industriali[sz]ation|new type of industriali[sz]ation/i,
  ),
  term("新型城镇化", "new urbanization", /new(?:-type)? urbani[sz]ation|people-centered urbani[sz]ation/i),
  term(
    "科技自立自强",
    "self-reliance and strength in science and technology",
    /self-reliance and (?:self-)?strength/i,
  ),
  term(
    "高质量发展",
    "high-quality development",
    /high[ -]quality\b[\w ,-]*\bdevelopment|develop\w* (?:with|of) high quality|develop with high quality/i,
  ),
  term(
    "高水平对外开放",
    "high-standard opening up",
    /high-(?:standard|level) opening|open\w* up (?:at|to) a (?:high|higher)/i,
  ),
  term(
    "新发展格局",
    "new development pattern",
    /new (?:pattern of )?development(?: pattern| paradigm| dynamic)?/i,
  ),
  term("供给侧结构性改革", "supply-side structural reform", /supply-side structural reform/i),
  term(
    "中国式现代化",
    "Chinese modernization",
    /chinese (?:path to )?moderni[sz]ation|chinese-style moderni[sz]ation/i,
  ),
  term("人类命运共同体", "a community with a shared future for mankind", /shared future/i),
  term("碳达峰", "carbon peaking", /(?:carbon|emissions?)[\w ,]*peak|peak\w*[\w ,]*(?:carbon|emissions?)/i),
  term("碳中和", "carbon neutrality", /carbon[ -]neutral/i),
  term(
    "乡村振兴",
    "rural revitalization",
    /rural (?:revitali[sz]ation|vitali[sz]ation)|revitali[sz]\w+ (?:the )?(?:rural|countryside)/i,
  ),
  term("营商环境", "business environment", /business environment|environment for (?:doing )?business/i),
  term("科创板", "STAR Market", /\bSTAR\b|science and technology innovation board/i),
  term("专精特新", "specialized, refined, distinctive and innovative", /speciali[sz]ed|SRDI|little giant/i),
  term(
    "战略性新兴产业",
    "strategic emerging industries",
    /strategic(?:ally important)? emerging industr|emerging (?:strategic )?industr/i,
  ),
  term("独角兽", "unicorn", /unicorn/i),
  term("数字经济", "digital economy", /digital economy/i),
  term("实体经济", "real economy", /real economy/i),
  term("人工智能", "artificial intelligence", /[Aa]rtificial [Ii]ntelligence|\bAI\b/),
  term("集成电路", "integrated circuit", /integrated circuit|\bICs?\b|\bchips?\b|semiconductor/i),
  term("知识产权", "intellectual property", /intellectual property|\bWIPO\b|\bCNIPA\b|\bIPR?s?\b|patent/i),
  term("国务院", "State Council", /state council|council of state|\bpremier\b/i),
  term("党中央", "CPC Central Committee", /central committee|central authorities|\bCPC\b/i),
  term("全国人大", "National People's Congress", /national people['’]s congress|\bNPC\b/i),
  term("全国政协", "National Committee of the CPPCC", /CPPCC|political consultative conference/i),
  term("发展改革委", "Development and Reform Commission", /development and reform commission|\bN?DRC\b/i),
  term(
    "工业和信息化部",
    "Ministry of Industry and Information Technology",
    /industry and information technology|\bMIIT\b/i,
  ),
  term("科学技术部", "Ministry of Science and Technology", /science and technology|\bMOST\b/i),
  term("科技部", "Ministry of Science and Technology", /science and technology|\bMOST\b/i),
  term(
    "商务部",
    "Ministry of Commerce",
    /ministry of commerce|\bMOFCOM\b|international trade and economic cooperation/i,
  ),
  term("自由贸易试验区", "pilot free trade zone", /free[ -]trade (?:pilot )?zone|\bP?FTZs?\b/i),
  term(
    "产学研",
    "industry, universities and research institutes",
    /industr[\w,–-]*(?:[ -]|, )*(?:and )?(?:universit|academ|education)|universit[\w, -]*research|research[\w, -]*industr/i,
  ),
];
