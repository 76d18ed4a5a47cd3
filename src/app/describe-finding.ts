/** A rule that a PDF breaks in → what is said of it, in both languages. */
import type { Rule } from "../preflight/finding.ts";
import type { Wording } from "./wording.ts";

export const BROKEN: Readonly<Record<Rule, Wording>> = {
  syntax: { en: "the file cannot be read as a PDF", zh: "无法按 PDF 读取此文件" },
  "no-identity": { en: "the file has no identity", zh: "文件没有标识（ID）" },
  encrypted: { en: "the file is encrypted", zh: "文件已加密" },
  "unordered-names": {
    en: "names of places or files are not in their order, or one stands twice",
    zh: "位置或文件的名称没有按次序排列，或有重复",
  },
  "uneven-spacing": {
    en: "the words around an object do not stand on lines of their own",
    zh: "对象前后的关键字没有各占一行",
  },
  "bad-stream": {
    en: "a stream has another length than it says, or its words do not stand on lines of their own",
    zh: "数据流的长度与所写不符，或其关键字没有各占一行",
  },
  "bad-head": {
    en: "the file does not begin as a PDF 1.x does, with bytes that mark it as binary",
    zh: "文件开头不是 PDF 1.x 的样式，或没有标明内容为二进制的字节",
  },
  "behind-end": { en: "something stands behind the end of the file", zh: "文件结束标记之后还有内容" },
  "beyond-bounds": {
    en: "a number, a text, a name or a page is beyond the bounds of an archive",
    zh: "数值、字符串、名称或页面尺寸超出存档文件的限度",
  },
  "odd-string": {
    en: "a text in hexadecimal digits has one too few, or other signs among them",
    zh: "十六进制字符串的位数为单数，或夹有其他字符",
  },
  "forbidden-entry": {
    en: "something is used that an archive may not have",
    zh: "用到了存档文件不允许的内容",
  },
  "odd-layers": {
    en: "the layers have no name of their own, are not all in their order, or switch by themselves",
    zh: "图层设置没有自己的名称、次序不全，或会自动切换",
  },
  "bad-description": {
    en: "the description of a property in the metadata is not complete, or has another prefix",
    zh: "元数据里对属性的说明不完整，或前缀不是规定的",
  },
  "wrong-claim": {
    en: "the claim names no part and level that there are, or has another prefix",
    zh: "声明的部分和级别并不存在，或前缀不是规定的",
  },
  "odd-packet": {
    en: "the metadata state their length or encoding, which is no longer allowed",
    zh: "元数据开头写明了长度或编码，现行标准不允许",
  },
  "bad-profile": {
    en: "a colour profile is not of a kind that is allowed here",
    zh: "颜色特性文件不是此处允许的类型",
  },
  "several-profiles": {
    en: "the output intents have different colour profiles",
    zh: "各输出意图的特性文件不同",
  },
  suspects: { en: "the tags are marked as doubtful", zh: "结构标签被标明为存疑" },
  "odd-role": {
    en: "a type of the structure stands for itself in the end, or a standard one for another",
    zh: "结构类型的对应关系成环，或把标准类型改作他用",
  },
  "mixed-headings": {
    en: "headings with and without levels stand together, or two without one in the same element",
    zh: "分级与不分级的标题混用，或同一元素里有两个不分级的标题",
  },
  "no-appearance": {
    en: "an annotation has no appearance, or not just the one that it should have",
    zh: "注释没有外观，或不止应有的一种外观",
  },
  "unknown-operator": { en: "the page has an operator that is none", zh: "页面内容里有不存在的操作符" },
  "unknown-intent": {
    en: "a rendering intent is none of the standard's",
    zh: "呈现意图不是标准所列",
  },
  "borrowed-resources": {
    en: "a page or a form uses resources that are not its own",
    zh: "页面或表单用到了不属于自己的资源",
  },
  "incomplete-font": { en: "a font lacks a key, or some of its widths", zh: "字体缺少某个键，或字宽不全" },
  "odd-encoding": {
    en: "the encoding of a font is not one that every reader takes alike",
    zh: "字体的编码方式不是各阅读程序都一致理解的",
  },
  "unnamed-attachment": {
    en: "an attached file lacks its name or its kind",
    zh: "附件缺少名称或类型",
  },
  "unknown-property": {
    en: "a property of the metadata is not described in the file, or its value is of another kind",
    zh: "元数据里有属性在文件中没有说明，或其值不是应有的类型",
  },
  "bad-metadata": { en: "the metadata are no well-formed XML", zh: "元数据不是格式良好的 XML" },
  "no-metadata": { en: "the file has no XMP metadata", zh: "文件没有 XMP 元数据" },
  "no-claim": { en: "the file claims no standard", zh: "文件没有声明符合任何标准" },
  "no-title": { en: "the metadata have no title", zh: "元数据里没有题名" },
  "title-hidden": {
    en: "the window shows the file's name, not its title",
    zh: "窗口显示的是文件名，不是题名",
  },
  "no-language": {
    en: "the document, or a part of it, does not say its language",
    zh: "文档或其中一部分没有说明语言",
  },
  "no-intent": { en: "there is no output intent with a profile", zh: "没有带特性文件的输出意图" },
  "not-tagged": { en: "the file is not tagged", zh: "文件没有结构标签" },
  "untagged-content": {
    en: "something on the page is neither tagged nor an artifact",
    zh: "页面上有内容既没有标签，也没有标明为装饰物",
  },
  "lost-content": {
    en: "tagged content has no element of its own, or stands in an artifact",
    zh: "有标签的内容没有自己的结构元素，或在装饰物之内",
  },
  "unknown-type": { en: "an element has no standard type", zh: "结构元素的类型不是标准类型" },
  "no-alternative": { en: "a figure or a formula has no alternative text", zh: "图或公式没有替代文字" },
  "skipped-heading": { en: "a level of headings is left out", zh: "标题跳过了一级" },
  "no-scope": { en: "a header cell does not say what it heads", zh: "表头单元格没有说明所辖范围" },
  "uneven-rows": {
    en: "the rows of a table have not the same number of cells",
    zh: "表格各行的单元格数不同",
  },
  "no-note-id": { en: "a note has no identifier of its own", zh: "注没有唯一标识" },
  "misplaced-element": { en: "an element stands where it may not", zh: "结构元素放在不允许的位置" },
  "no-tab-order": { en: "the tab key does not follow the structure", zh: "Tab 键次序与结构不一致" },
  "no-link-contents": {
    en: "a link, or another annotation, has no words for a screen reader",
    zh: "链接或其他注释没有供读屏软件朗读的文字",
  },
  "link-outside-structure": {
    en: "a link, or another annotation, stands outside the structure",
    zh: "链接或其他注释不在结构之内",
  },
  "lost-destination": {
    en: "a link or a bookmark leads to a place that there is not",
    zh: "链接或书签指向不存在的位置",
  },
  "unprinted-annotation": { en: "an annotation is hidden or not printed", zh: "注释被隐藏或不打印" },
  "forbidden-action": { en: "an action is not allowed", zh: "含有不允许的动作" },
  "font-not-embedded": { en: "a font is not embedded", zh: "字体没有嵌入" },
  "bad-font": { en: "the program of a font can not be read", zh: "嵌入的字体程序无法读取" },
  "no-unicode": { en: "a font has no map to Unicode", zh: "字体没有 Unicode 对照表" },
  "unmapped-code": { en: "a character has no Unicode value", zh: "有字符没有 Unicode 值" },
  "private-character": {
    en: "a character has a private meaning, and no words stand for it",
    zh: "有字符是私用码位，又没有替代文字",
  },
  "no-glyph": { en: "a character has no glyph in its font", zh: "字体里没有某个字符的字形" },
  "width-differs": { en: "a width differs from the font's own", zh: "字宽与字体自身不一致" },
  "incomplete-set": {
    en: "the list of a font's glyphs does not agree with those in it",
    zh: "字体的字形列表与其中实有的字形不符",
  },
  "blended-in-no-space": {
    en: "something on the page is transparent, and no colour space is named to blend it in",
    zh: "页面上有透明内容，却没有指明混合用的颜色空间",
  },
  "unknown-blend": { en: "a blend mode is none of the standard's", zh: "混合模式不是标准所列" },
  "wrong-colour": {
    en: "a colour does not belong to the output intent, such as inks of a press in a file for screens",
    zh: "颜色与输出意图不符，例如供屏幕阅读的文件里有印刷用的颜色",
  },
  "attachment-in-part-2": {
    en: "a file is attached, which PDF/A-2 does not allow",
    zh: "附有文件，PDF/A-2 不允许",
  },
  "no-relationship": { en: "an attached file does not say what it is for", zh: "附件没有说明用途" },
  "no-profile": { en: "the output intent has no ICC profile", zh: "输出意图没有 ICC 特性文件" },
  "no-trim-box": { en: "a page has no trim box", zh: "页面没有裁切框" },
  "boxes-not-nested": {
    en: "trim, bleed and paper do not stand inside each other",
    zh: "裁切框、出血框和纸张没有逐层包含",
  },
  "live-annotation": { en: "a live link stands on a page for the press", zh: "印刷页面上有活动链接" },
  "rgb-in-print": {
    en: "a colour for screens stands on a page for the press",
    zh: "印刷页面上有屏幕用的颜色",
  },
  "black-spared-out": { en: "black type does not overprint", zh: "黑字没有叠印" },
  "no-trapping-word": { en: "the file does not say whether it is trapped", zh: "文件没有说明是否已做陷印" },
};
