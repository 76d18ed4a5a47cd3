/** What is wrong with the bytes of a PDF → what is said of it, in both languages. */
import type { PdfFault, PdfFaultKind } from "../read-pdf/bad-pdf.ts";
import type { Wording } from "./wording.ts";

type About = string | number | undefined;

const FAULTS: Readonly<Record<PdfFaultKind, (a: About, b: About) => Wording>> = {
  "no-end": () => ({ en: "the file does not end as a PDF does", zh: "文件没有按 PDF 的格式结尾" }),
  "no-trailer": () => ({ en: "the file has no trailer", zh: "文件没有尾部字典（trailer）" }),
  "broken-index": () => ({ en: "the file's index is broken", zh: "文件的索引已损坏" }),
  "impossible-count": (count, bytes) => ({
    en: `the file says that it has ${count} of what fits into ${bytes} bytes`,
    zh: `文件称其中有 ${count} 项，实际只有 ${bytes} 字节`,
  }),
  "no-object": (at) => ({ en: `no object begins at byte ${at}`, zh: `第 ${at} 字节处没有对象` }),
  "ends-in-value": () => ({ en: "the file ends in the midst of a value", zh: "文件在一个值的中间断开" }),
  "endless-string": () => ({ en: "a string never ends", zh: "有字符串没有结尾" }),
  "no-number": () => ({ en: "a number was expected", zh: "应为数字之处不是数字" }),
  "no-key": () => ({ en: "a key of a dictionary is no name", zh: "字典里有键不是名称" }),
  "too-deep": () => ({ en: "values stand too deep inside each other", zh: "值的嵌套层数过多" }),
  "unknown-filter": (filter) => ({
    en: `a stream is packed with ${filter}, which is not read`,
    zh: `有数据流用 ${filter} 压缩，无法读取`,
  }),
  "too-large": () => ({
    en: "a stream is more than 512 MB when it is unpacked",
    zh: "有数据流解压后超过 512 MB",
  }),
  "too-much-content": (page) => ({
    en: `page ${page} has more than 512 MB of content`,
    zh: `第 ${page} 页的内容超过 512 MB`,
  }),
  "endless-image": () => ({ en: "an image in the content never ends", zh: "页面内容里有图像没有结尾" }),
  "endless-forms": () => ({
    en: "forms stand in each other without end",
    zh: "表单对象（form）互相嵌套，没有尽头",
  }),
  "no-page": () => ({ en: "there is no page", zh: "没有页面" }),
  "no-size": () => ({ en: "a page has no size", zh: "有页面没有尺寸" }),
  "no-resource": (kind, name) => ({
    en: `a page uses ${kind} ${name}, which there is not`,
    zh: `页面用到的 ${kind} ${name} 不存在`,
  }),
  "no-font-program": (font) => ({ en: `the font ${font} is not embedded`, zh: `字体 ${font} 没有嵌入` }),
  "no-font": () => ({ en: "a text has no font", zh: "有文字没有字体" }),
  "no-image": () => ({ en: "a picture is none that shuanglan writes", zh: "有图片不是 shuanglan 写入的" }),
  "no-place": () => ({ en: "a picture has no place on its page", zh: "有图片在页面上没有位置" }),
  "unknown-operator": (operator) => ({
    en: `a page has the operator ${operator}, which shuanglan does not write`,
    zh: `页面里有 shuanglan 不会写的运算符 ${operator}`,
  }),
  "unmarked-content": () => ({ en: "something on a page is not marked", zh: "页面上有内容没有标记" }),
  "unowned-content": () => ({
    en: "something on a page belongs to no element of the structure",
    zh: "页面上有内容不属于任何结构元素",
  }),
  "no-document": () => ({ en: "the structure has no document in it", zh: "结构里没有文档元素" }),
  "unknown-element": (type) => ({
    en: `the structure has an element that shuanglan does not write, or too deep (${type})`,
    zh: `结构里有 shuanglan 不会写的元素，或层数过多（${type}）`,
  }),
  "element-twice": () => ({
    en: "an element of the structure stands in two places",
    zh: "有结构元素出现在两处",
  }),
  damaged: () => ({ en: "its bytes do not fit together", zh: "其中的数据前后不符" }),
};

export const saidOfFault = ({ kind, about: [a, b] }: PdfFault): Wording => FAULTS[kind](a, b);
