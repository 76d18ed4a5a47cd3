/** The words of the page's own, in both languages. */

export type Tongue = "zh" | "en";

const WORDS = {
  issue: ["期号", "Issue"],
  edition: ["版本", "Edition"],
  bilingual: ["双语", "Bilingual"],
  chinese: ["中文", "Chinese"],
  english: ["英文", "English"],
  theme: ["版式", "Theme"],
  ownTheme: ["刊物版式", "As published"],
  sidebar: ["侧栏", "Sidebar"],
  thumbnails: ["缩略图", "Thumbnails"],
  outline: ["目录", "Outline"],
  noOutline: ["没有标题", "No headings"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  fitWidth: ["适合宽度", "Fit width"],
  fitPage: ["整页", "Fit page"],
  zoom: ["显示比例", "Zoom"],
  spread: ["对开", "Spread"],
  layers: ["叠加显示", "Overlays"],
  grid: ["基线网格", "Baseline grid"],
  columns: ["栏", "Columns"],
  glue: ["字距松紧", "Tightness"],
  proof: ["校对标记", "Proof marks"],
  looser: ["松", "loose"],
  tighter: ["紧", "tight"],
  search: ["搜索", "Search"],
  searchBoth: ["搜索中文或英文", "Search Chinese or English"],
  next: ["下一处", "Next"],
  previous: ["上一处", "Previous"],
  close: ["关闭", "Close"],
  noMatch: ["没有找到", "No match"],
  help: ["快捷键", "Keys"],
  singleKeys: ["启用单键快捷键（P、N、1、/ 等）", "Single keys work (P, N, 1, / and the like)"],
  look: ["明暗", "Light or dark"],
  auto: ["随系统", "As system"],
  light: ["浅色", "Light"],
  dark: ["深色", "Dark"],
  language: ["English", "中文"],
  page: ["页", "Page"],
  pages: ["页面", "Pages"],
  toPages: ["转到页面", "To the pages"],
  viewOptions: ["显示选项", "View options"],
  follow: ["保存后转到改动处", "Go to changes when saved"],
  followed: ["每次保存后转到改动处", "Saves lead to what they change"],
  unfollowed: ["保存后停在原处", "Saves leave the pages where they are"],
  toChange: ["转到改动处", "To the change"],
  pdf: ["打开 PDF", "Open the PDF"],
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
  open: ["打开", "Open"],
  opened: ["已在编辑器中打开", "Opened in the editor"],
  notOpened: ["编辑器未能打开；请复制位置", "The editor could not be opened; copy the place"],
  hint: ["点击一行，即打开它的源文件", "Click a line to open its source"],
  ownText: ["这一行由程序生成", "The program makes this line itself"],
  notLed: ["光标处的文字不在这些页上", "What is at the cursor is not on these pages"],
  loading: ["正在排版……", "Setting the pages …"],
  connecting: ["预览程序没有回应，正在重新连接……", "The preview does not answer; connecting again …"],
  unchanged: ["版面未变", "No page changed"],
  stale: ["内容有误，现在看到的是上一版", "The content has faults; these are the last good pages"],
  stalePdf: [
    "内容有误，打开的 PDF 是上一版",
    "The content has faults; the PDF that was opened is of the last good pages",
  ],
  noPages: ["内容有误，还没有版面", "The content has faults; there are no pages yet"],
  mended: ["内容已无误", "The content is sound again"],
  errors: ["处错误", "error"],
  warnings: ["处警告", "warning"],
  findings: ["校对", "Proofreading"],
  marks: ["处校对标记", "proof mark"],
  noMarks: ["这些页上没有校对标记", "There are no proof marks on these pages"],
  nextMark: ["下一处校对标记", "Next proof mark"],
  previousMark: ["上一处校对标记", "Previous proof mark"],
  hide: ["收起", "Hide"],
  keyMove: ["上一页、下一页", "Previous, next page"],
  keyZoom: [
    "放大、缩小、适合宽度、整页；按住 Ctrl 滚动滚轮，以指针所在处为中心缩放",
    "Zoom in, out, fit width, fit page; Ctrl and the wheel zoom about the pointer",
  ],
  keyMarks: ["上一处、下一处校对标记", "Previous, next proof mark"],
  keyChange: ["转到改动的行", "Go to the lines that changed"],
  keyEdition: ["换版本", "Next edition"],
  keySearch: [
    "搜索；输入 :34（行号），或粘贴复制来的位置，就转到在那里输入的文字",
    "Search; :34 (a line), or a place that was copied, leads to what was typed there",
  ],
  keyLines: ["行间移动", "Move between lines"],
  keyOpen: ["打开这一行的源文件", "Open the line's source"],
  keyFollow: [
    "跟随这一行的链接；按住 Ctrl（Mac 上为 ⌘）点击链接，或点击链接旁的箭头，也可以",
    "Follow the line's link, as a Ctrl+click on it does (⌘ on a Mac), and the arrow beside it",
  ],
  openLink: ["在新窗口中打开", "Open in a new window"],
  writeMail: ["写邮件", "Write an e-mail"],
  call: ["拨打电话", "Call"],
  keyPdf: ["在新标签页中打开 PDF，以便打印和保存", "Open the PDF in a new tab, to print or keep it"],
  printNote: [
    "预览本身不能打印：在预览中按 Ctrl+P（Mac 上为 ⌘P）打开 PDF，由此打印。",
    "The preview itself is not for printing: Ctrl+P in it (⌘P on a Mac) opens the PDF, which is.",
  ],
  keyEscape: [
    "收起面板，窄窗口中也收起侧栏；去掉编辑器光标处的底色",
    "Close panels, in narrow windows the sidebar too; unmark the text at the editor’s cursor",
  ],
  gone: ["（已不存在）", " (no longer there)"],
  noIssue: ["这一期不在文件夹里了", "This issue is no longer in the folder"],
  noIssues: [
    "文件夹里没有任何一期；加入后会显示在这里",
    "There is no issue in the folder; one that is added is shown here",
  ],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof WORDS;

let tongue: Tongue = "zh";

export const tongueNow = (): Tongue => tongue;

export function speak(next: Tongue): void {
  tongue = next;
}

/** As documents name it. */
export const LOCALE = { zh: "zh-CN", en: "en" } as const;

export const either = (zh: string, en: string): string => (tongue === "zh" ? zh : en);

export function say(word: Word): string {
  const [zh, en] = WORDS[word];
  return either(zh, en);
}

export const colon = (): string => either("：", ": ");

/** The language that the browser asks for; Chinese if it asks for neither. */
export function preferredTongue(languages: readonly string[]): Tongue {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return "zh";
    if (/^en\b/i.test(language)) return "en";
  }
  return languages.length > 0 ? "en" : "zh";
}

/** How many errors, warnings or proof marks there are. */
export const tallied = (count: number, word: "errors" | "warnings" | "marks"): string =>
  `${count} ${say(word)}${either("", count === 1 ? "" : "s")}`;

/** Where a link leads, and what it says; that may be nothing. */
export const leadsTo = (page: number, said: string): string =>
  `${either(`前往第 ${page} 页`, `Go to page ${page}`)}${said && colon() + said}`;

/** @param address Without what it begins with, where that says no more than the word. */
export const opens = (word: "openLink" | "writeMail" | "call", address: string): string =>
  say(word) + colon() + address;

/** One of several, from 1. */
export const whichOf = (number: number, count: number): string =>
  either(`第 ${number} 处，共 ${count} 处`, `${number} of ${count}`);

/** The page that the cursor of an editor has led to. */
export const ledThere = (page: number): string =>
  either(`光标处：第 ${page} 页`, `At the cursor: page ${page}`);

/** How many pages there are. */
export const counted = (pages: number): string =>
  either(`共 ${pages} 页`, `${pages} page${pages === 1 ? "" : "s"}`);

/** The pages that a save has changed. */
export const updated = (numbers: readonly number[]): string =>
  either(
    `已更新第 ${numbers.join("、")} 页`,
    `Updated page${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`,
  );
