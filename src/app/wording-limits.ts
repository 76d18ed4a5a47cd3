/** Faults of pictures, and what there is too much of → how they are told, in both languages. */
import type { Crowd, PictureFault } from "../base/diagnostic.ts";
import { INK_LIMIT } from "../pdf/jpeg.ts";
import { JPEG_SIDE } from "./jpeg-file.ts";
import { PICTURE_LIMIT, PIXEL_LIMIT } from "./picture-file.ts";
import type { Wording } from "./wording.ts";

const saveAs = (en: string, zh: string): Wording => ({
  en: `it is ${en}; save it as PNG or JPEG`,
  zh: `是${zh}；请另存为 PNG 或 JPEG`,
});

export const PICTURE_FAULT: Readonly<Record<PictureFault, Wording>> = {
  svg: saveAs("an SVG drawing", " SVG 图形"),
  gif: saveAs("a GIF picture", " GIF 图片"),
  webp: saveAs("a WebP picture", " WebP 图片"),
  heif: saveAs("an AVIF or HEIC picture", " AVIF 或 HEIC 图片"),
  tiff: saveAs("a TIFF picture", " TIFF 图片"),
  "no-picture": {
    en: "it is neither PNG nor JPEG; save it as one of them",
    zh: "不是 PNG 或 JPEG 图片；请另存为其中一种",
  },
  damaged: { en: "the file is damaged; save it anew", zh: "文件已损坏；请重新保存" },
  "no-pixels": { en: "it has no width or no height; save it anew", zh: "宽或高为零；请重新保存" },
  "too-many-pixels": {
    en: `it has more pixels than can be printed (${PIXEL_LIMIT / 1e6} million, and ${JPEG_SIDE} along a side of a JPEG); make it smaller`,
    zh: `像素过多，超过 ${PIXEL_LIMIT / 1e4} 万，或 JPEG 的一边超过 ${JPEG_SIDE}；请缩小`,
  },
  "large-file": {
    en: `the file is larger than ${PICTURE_LIMIT / 1024 / 1024} MB; make the picture smaller`,
    zh: `文件超过 ${PICTURE_LIMIT / 1024 / 1024} MB；请缩小图片`,
  },
  "unusual-jpeg": {
    en: "it is a JPEG of a kind that PDF readers do not know (lossless, arithmetic or twelve bits); save it anew",
    zh: "是 PDF 阅读器不认识的 JPEG（无损、算术编码或 12 位）；请重新保存",
  },
  "too-large-for-inks": {
    en: `it has too many pixels to be turned into the inks of the press here (${INK_LIMIT / 1e6} million at most); make it smaller, or save it in CMYK`,
    zh: `像素过多，超过 ${INK_LIMIT / 1e4} 万，此处无法转为印刷四色；请缩小，或另存为 CMYK 图片`,
  },
};

export const CROWD: Readonly<Record<Crowd, Wording>> = {
  articles: { en: "articles in this issue", zh: "本期文章数" },
  blocks: { en: "blocks in this issue", zh: "本期段落、标题等的总数" },
  characters: { en: "characters in this issue", zh: "本期字符数" },
  "text-characters": { en: "characters in this text", zh: "这段文字的字符数" },
  "cell-characters": { en: "characters in this cell", zh: "这个单元格的字符数" },
  "word-characters": {
    en: "characters without a place to end a line",
    zh: "连续无处可断的字符数",
  },
  cells: { en: "cells in this table", zh: "本表单元格数" },
  columns: { en: "columns in this table", zh: "本表列数" },
  notes: { en: "footnotes in this issue", zh: "本期脚注数" },
  pages: { en: "pages of this edition", zh: "这个版本的页数" },
  values: { en: "keys, list items and lines in this file", zh: "本文件键值、列表项与行的总数" },
};
