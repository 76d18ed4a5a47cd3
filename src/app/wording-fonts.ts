/** Faults of faces and of their files → how they are told, in both languages. */
import type { Diagnostic, FontFault } from "../base/diagnostic.ts";
import { FONT_LIMIT } from "../font/font-source.ts";
import { hint, type Wording } from "./wording.ts";

const FONT_FAULT: Readonly<Record<FontFault, Wording>> = {
  "not-a-font": {
    en: "it is not a font; use a TrueType file (.ttf)",
    zh: "不是字体文件；请用 TrueType 文件（.ttf）",
  },
  woff: {
    en: "it is a WOFF web font; use the TrueType file (.ttf)",
    zh: "是 WOFF 网页字体；请用 TrueType 文件（.ttf）",
  },
  woff2: {
    en: "it is a WOFF2 web font; use the TrueType file (.ttf)",
    zh: "是 WOFF2 网页字体；请用 TrueType 文件（.ttf）",
  },
  collection: {
    en: "it is a collection of fonts; use the single face as a TrueType file (.ttf)",
    zh: "是字体集合；请用其中单独一款的 TrueType 文件（.ttf）",
  },
  cff: {
    en: "its outlines are PostScript; use the TrueType version (.ttf)",
    zh: "轮廓是 PostScript 格式；请用 TrueType 版本（.ttf）",
  },
  variable: {
    en: "it is a variable font; use a static one for each weight",
    zh: "是可变字体；请为各个字重分别使用静态字体",
  },
  damaged: {
    en: "the file is damaged; get it anew from where it came from",
    zh: "文件已损坏；请从原处重新取得",
  },
  checksum: {
    en: "a table in it is not what its checksum says; get the file anew from where it came from",
    zh: "其中有数据表与校验和不符；请从原处重新取得",
  },
  endless: {
    en: "reading it comes to no end; get the file anew from where it came from",
    zh: "无法读到结尾；请从原处重新取得",
  },
  outside: {
    en: "it is not in the fonts folder; put the file there and name it without a folder above",
    zh: "不在字体文件夹里；请把文件放进去，路径不要指向上级",
  },
  "too-large": {
    en: `the file is larger than ${FONT_LIMIT / 1024 / 1024} MB; use another font`,
    zh: `文件超过 ${FONT_LIMIT / 1024 / 1024} MB；请换用其他字体`,
  },
  restricted: {
    en: "its licence forbids embedding; use another font",
    zh: "其许可证不允许嵌入；请换用其他字体",
  },
};

type FontCode = "unknown-face" | "unknown-font-role" | "font-missing" | "font-stale" | "font-refused";

export function describeFont(d: Extract<Diagnostic, { readonly code: FontCode }>): Wording {
  switch (d.code) {
    case "unknown-face": {
      const near = hint(d.nearest);
      return {
        en: `there is no face “${d.face}” under faces${near.en || "; add it there"}`,
        zh: `faces 里没有“${d.face}”${near.zh || "；请补上"}`,
      };
    }
    case "unknown-font-role": {
      const near = hint(d.nearest);
      return {
        en: `fonts.yaml has no role “${d.role}”${near.en || "; add it there"}`,
        zh: `fonts.yaml 里没有“${d.role}”这种用途${near.zh || "；请补上"}`,
      };
    }
    case "font-missing":
      return {
        en: `face ${d.face}: there is no file ${d.file} in the fonts folder; put it there, or correct fonts.yaml`,
        zh: `字体 ${d.face}：字体文件夹里没有 ${d.file}；请把文件放进去，或更正 fonts.yaml`,
      };
    case "font-stale":
      return {
        en: `face ${d.face}: ${d.file} was changed after its checksums were made (${d.tables.join(", ")}); it is used all the same`,
        zh: `字体 ${d.face}：${d.file} 改动后没有更新校验和（${d.tables.join("、")}）；仍照常使用`,
      };
    case "font-refused": {
      const why = FONT_FAULT[d.fault];
      return {
        en: `face ${d.face}: ${d.file} cannot be used: ${why.en}`,
        zh: `字体 ${d.face}：${d.file} 无法使用：${why.zh}`,
      };
    }
  }
}
