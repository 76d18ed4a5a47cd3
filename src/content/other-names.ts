/** A key that no schema has in → the one that was meant: by a name that other programs give it, or misspelt. */
import { nearest } from "./nearest.ts";

/** What editors who know HTML, Markdown or Word call the parts of an issue, in small letters. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  zh: ["cn", "ch", "chs", "chinese", "zh-cn", "zh_cn", "zh-hans", "中文", "汉语"],
  en: ["english", "eng", "en-us", "en_us", "en-gb", "英文", "英语"],
  heading: ["h1", "h2", "section", "head1", "标题", "小标题", "一级标题"],
  subheading: ["h3", "h4", "subsection", "subhead", "二级标题"],
  list: ["ul", "ol", "bullets", "items", "numbered", "列表"],
  quote: ["blockquote", "quotation", "cite", "引文", "引用"],
  figure: ["image", "img", "picture", "pic", "photo", "illustration", "图", "图片", "插图"],
  table: ["tbl", "表", "表格"],
  src: ["path", "file", "filename", "url", "href", "source", "文件"],
  alt: ["description", "desc", "alternative", "替代文字"],
  caption: ["legend", "图注", "图题", "表题"],
  head: ["header", "headers", "thead", "columns", "表头"],
  rows: ["data", "tbody", "cells", "行"],
  by: ["author", "who", "speaker", "attribution"],
  label: ["标签"],
  value: ["内容", "值"],
  role: ["角色"],
  name: ["刊名", "名称"],
  publisher: ["出版单位", "主办单位"],
  glossary: ["terms", "术语", "术语表"],
  theme: ["版式", "模板"],
  credits: ["authors", "author", "byline", "署名", "作者"],
  series: ["column", "专栏", "栏目", "系列"],
  notes: ["footnotes", "footnote", "endnotes", "脚注", "注释"],
  note: ["editor-note", "editors-note", "editor_note", "编者按"],
  body: ["paragraphs", "正文"],
  title: ["headline", "题目", "标题", "篇名"],
  issue: ["number", "期号"],
  overall: ["total", "cumulative", "总期号"],
  date: ["日期"],
  articles: ["文章"],
  imprint: ["colophon", "版记"],
};

/** @param known The keys that may stand there. @returns Null where nothing is near. */
export function meantKey(key: string, known: readonly string[]): string | null {
  const typed = key.toLowerCase();
  return known.find((one) => NAMES[one]?.includes(typed)) ?? nearest(key, known);
}
