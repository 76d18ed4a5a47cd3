/** A diagnostic in → what is said of it, in both languages. The one place where messages are worded. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../content/nearest.ts";
import { PRESS_DPI } from "./purpose.ts";
import { shortened } from "./shortened.ts";
import { ENCODING, EXPECTED, hint, KIND, LANGUAGE, SYNTAX, type Wording } from "./wording.ts";
import {
  codeSaid,
  fileMissing,
  invisibleCharacter,
  isManuscript,
  issueTwice,
  otherExtension,
  TO_IMPORT,
} from "./wording-files.ts";
import { describeFont } from "./wording-fonts.ts";
import { duplicateRole, nearRole } from "./wording-imprint.ts";
import { CROWD, PICTURE_FAULT } from "./wording-limits.ts";
import { pathSaid } from "./wording-places.ts";
import { badDate, inPlain } from "./wording-values.ts";

export function unknownTheme(name: string, known: readonly string[]): Wording {
  const near = hint(nearest(name, known));
  return {
    en: `there is no theme “${name}”${near.en || `; there are ${known.join(", ")}`}`,
    zh: `没有“${name}”这个版式${near.zh || `；现有 ${known.join("、")}`}`,
  };
}

export const describe = (diagnostic: Diagnostic): Wording => wordingOf(shortened(diagnostic));

/** Exhaustive: a new code does not compile without its wording. */
function wordingOf(d: Diagnostic): Wording {
  switch (d.code) {
    case "file-missing":
      return fileMissing(d.path, d.others ?? []);
    case "other-extension":
      return otherExtension(d);
    case "issue-twice":
      return issueTwice(d);
    case "file-too-large": {
      const limit = d.limit / 1024 / 1024;
      return { en: `the file is larger than ${limit} MB; part it`, zh: `文件超过 ${limit} MB；请拆分` };
    }
    case "not-utf8": {
      const guess = d.guess ? ENCODING[d.guess] : null;
      return {
        en: `the file is not UTF-8${guess ? ` (it looks like ${guess})` : ""}; save it as UTF-8`,
        zh: `文件不是 UTF-8 编码${guess ? `（看来是 ${guess}）` : ""}；请另存为 UTF-8`,
      };
    }
    case "no-content":
      return {
        en: "the file has no content; write it, or delete the file",
        zh: "文件没有内容；请补上，或删去此文件",
      };
    case "invisible-character":
      return invisibleCharacter(d.codePoint);
    case "yaml":
      return SYNTAX[d.fault](d.detail);
    case "duplicate-key":
      return {
        en: `“${d.key}” stands twice; keep one of them${d.isEntry ? ", or begin an entry of its own with “- ”" : ""}`,
        zh: `“${d.key}”写了两次；请只留一个${d.isEntry ? "，或用“- ”另起一项" : ""}`,
      };
    case "unknown-key": {
      const near = hint(d.nearest);
      const known = d.nearest === null ? d.known : [];
      return {
        en: `there is no key “${d.key}” here${near.en}${known.length > 0 ? `; known are ${known.join(", ")}` : ""}`,
        zh: `此处没有“${d.key}”这个键${near.zh}${known.length > 0 ? `；可用的有 ${known.join("、")}` : ""}`,
      };
    }
    case "misplaced-key":
      return {
        en: `“${d.key}” cannot stand beside “${d.beside}”; write it inside, indented further, or begin an entry of its own with “- ”`,
        zh: `“${d.key}”不能与“${d.beside}”并列；请缩进写在它里面，或用“- ”另起一项`,
      };
    case "missing-key":
      return { en: `“${d.key}” is missing; add it`, zh: `缺少“${d.key}”；请补上` };
    case "wrong-type": {
      const expected = EXPECTED[d.expected] ?? EXPECTED.text;
      const quoted = `“${d.text}”`;
      const found = d.found === "text" ? { en: quoted, zh: quoted } : KIND[d.found];
      const place = pathSaid(d.path);
      const path = d.path === "" ? place : { en: `${place.en}: `, zh: `${place.zh}：` };
      const [en, zh] = d.keys.length > 0 ? [` (${d.keys.join(", ")})`, `（${d.keys.join("、")}）`] : ["", ""];
      const typed = isManuscript(d) ? TO_IMPORT : inPlain(d.text);
      return {
        en: `${path.en}expected ${expected.en}${en}, found ${found.en}${typed.en}`,
        zh: `${path.zh}应为${/^\w/.test(expected.zh) ? " " : ""}${expected.zh}${zh}，实为${found.zh}${typed.zh}`,
      };
    }
    case "unknown-word": {
      const near = hint(d.nearest);
      return {
        en: `“${d.word}” is not known here${near.en || `; known are ${d.known.join(", ")}`}`,
        zh: `此处不能写“${d.word}”${near.zh || `；可用的有 ${d.known.join("、")}`}`,
      };
    }
    case "empty": {
      const place = pathSaid(d.path);
      return {
        en: `nothing is written here${d.path ? ` (${place.en})` : ""}; fill it in, or delete what is not needed`,
        zh: `此处没有内容${d.path ? `（${place.zh}）` : ""}；请补上，或删去不需要的部分`,
      };
    }
    case "empty-cell":
      return {
        en: 'nothing is written in this cell; fill it in, or write "" in both languages where it is to stay empty',
        zh: '这一格没有内容；请补上，要留空则两种语言都写 ""',
      };
    case "long-row": {
      const quoted = d.number === null ? null : `"${d.number}"`;
      return {
        en: `this row has ${d.cells} cells, the head ${d.head}; ${quoted ? `put quotes around a number with commas: ${quoted}` : "take what is too much away, or give the head a cell for it"}`,
        zh: `这一行有 ${d.cells} 格，表头 ${d.head} 格；${quoted ? `带逗号的数请加引号：${quoted}` : "请删去多余的格子，或给表头补上"}`,
      };
    }
    case "bad-date":
      return badDate(d.text);
    case "out-of-range": {
      const [value, least, most] = [d.value, d.least, d.most].map((number) =>
        String(Number(number.toFixed(d.unit === "em" ? 3 : 1))),
      );
      return {
        en: `${d.path} comes to ${value}; with the rest of this theme it has to be between ${least} and ${most} (lengths in ${d.unit})`,
        zh: `${d.path} 为 ${value}；按本版式其余各项，应在 ${least} 与 ${most} 之间（长度单位 ${d.unit}）`,
      };
    }
    case "too-many": {
      const what = CROWD[d.what];
      return {
        en: `${what.en}: ${d.count}, more than the ${d.limit} that can be set; part it`,
        zh: `${what.zh}为 ${d.count}，超过可排的 ${d.limit}；请拆分`,
      };
    }
    case "misnamed-publication":
      return {
        en: "this is what every issue shares, in a file that is read as an issue; name it publication.yaml, or take it out of the folder",
        zh: "这是各期共有的内容，此文件却被当作一期来读；请改名为 publication.yaml，或移出此文件夹",
      };
    case "issue-not-file":
      return {
        en: `the issue is ${d.issue}, but the file is named ${d.file}; make them the same`,
        zh: `期号是 ${d.issue}，文件名却是 ${d.file}；两者应当一致`,
      };
    case "duplicate-role":
      return duplicateRole(d.role);
    case "near-role":
      return nearRole(d.role, d.nearest);
    case "unfilled":
      return {
        en: `“${d.text}” would be printed; write the text, or delete what is not needed`,
        zh: `“${d.text}”会照样印出；请填写，或删去不需要的部分`,
      };
    case "unpaired":
      return {
        en: `this text has no ${LANGUAGE[d.missing].en} (${d.missing}); add it`,
        zh: `这段文字没有${LANGUAGE[d.missing].zh}（${d.missing}）；请补上`,
      };
    case "stacked-accents":
      return {
        en: `more than ${d.limit} accents stand on one letter; delete what is too much`,
        zh: `一个字母上叠加的附加符号超过 ${d.limit} 个；请删去多余的`,
      };
    case "swapped-languages":
      return {
        en: "zh looks like English and en like Chinese; are they swapped?",
        zh: "zh 里像是英文，en 里像是中文；是否放反了？",
      };
    case "unclosed-mark": {
      const literal = d.mark.replaceAll(/./g, "\\$&");
      return {
        en: `“${d.mark}” begins a mark that never ends; close it, or write ${literal}`,
        zh: `“${d.mark}”开始的标记没有结束；请补上收尾，或写成 ${literal}`,
      };
    }
    case "bad-link":
      if (d.isPicture)
        return {
          en: "a picture stands in no text; write it as a block of its own: - figure: { src: figures/map.png, alt: { zh: …, en: … } }",
          zh: "图片不能写在文字里；请另起一项：- figure: { src: figures/map.png, alt: { zh: …, en: … } }",
        };
      return {
        en: `“${d.uri}” is no address for a link; begin with https://, http://, mailto: or tel:`,
        zh: `“${d.uri}”不是有效的链接地址；请以 https://、http://、mailto: 或 tel: 开头`,
      };
    case "unknown-note": {
      const near = hint(d.nearest);
      return {
        en: `there is no note “${d.key}” under notes${near.en || "; write it there"}`,
        zh: `notes 里没有“${d.key}”这条注${near.zh || "；请补上"}`,
      };
    }
    case "stray-note":
      return {
        en: `“[^${d.key}]” would be lost here: footnotes are mentioned in titles, in the body and in names of the credits; write what it says into this text, or mention it there`,
        zh: `“[^${d.key}]”在此处会丢失：脚注只能在标题、正文和署名中引用；请把注文直接写进这段文字，或改在那里引用`,
      };
    case "unused-note":
      return {
        en: `no text mentions the note “${d.key}”; write [^${d.key}] where it belongs, or delete it`,
        zh: `没有文字引用“${d.key}”这条注；请在文中写上 [^${d.key}]，或删去此注`,
      };
    case "note-among-notes":
      return {
        en: "notes holds footnotes by their keys, and this text is not printed; an editor's note stands under note",
        zh: "notes 里是按名称引用的脚注，这段文字不会印出；编者按请写在 note 里",
      };
    case "missing-glyph":
      return {
        en: `no face has “${d.char}” (${[...d.char].map((c) => codeSaid(c.codePointAt(0)!)).join(" ")}; asked first: ${d.face}); change the character or add a fallback font`,
        zh: `没有任何字体含有“${d.char}”（${[...d.char].map((c) => codeSaid(c.codePointAt(0)!)).join(" ")}，首选字体：${d.face}）；请换字，或在 fonts.yaml 里添加后备字体`,
      };
    case "overfull-line":
      return {
        en: `a line stands out over its column by ${d.over.toFixed(1)} pt; nothing in it can be parted: reword it`,
        zh: `有一行超出栏宽 ${d.over.toFixed(1)} pt，行内无处可断；请改写`,
      };
    case "off-page":
      return {
        en: `what begins here goes ${d.over.toFixed(0)} pt over the foot of its page and cannot be parted; shorten it`,
        zh: `由此开始的内容超出页脚 ${d.over.toFixed(0)} pt，且无法拆开；请缩短`,
      };
    case "missing-picture": {
      const near = hint(d.nearest);
      return {
        en: `there is no picture ${d.src} in the content folder${near.en || "; put it there, or correct its name"}`,
        zh: `内容文件夹里没有图片 ${d.src}${near.zh || "；请把图片放进去，或更正文件名"}`,
      };
    }
    case "bad-picture": {
      const why = PICTURE_FAULT[d.fault];
      return { en: `${d.src} cannot be printed: ${why.en}`, zh: `${d.src} 无法排印：${why.zh}` };
    }
    case "picture-outside":
      return {
        en: `${d.src} is not in the content folder; put the picture there and name it from there, such as figures/map.png`,
        zh: `${d.src} 不在内容文件夹里；请把图片放进去，并从那里写起，如 figures/map.png`,
      };
    case "picture-colour":
      return {
        en: `${d.src} is in RGB; it is turned into the inks of the press here, which is better done by eye in a picture editor`,
        zh: `${d.src} 是 RGB 图片；此处自动转为印刷四色，最好在图像软件里看着转换`,
      };
    case "picture-coarse":
      return {
        en: `${d.src} has ${d.dpi} pixels to the inch where it stands; ${PRESS_DPI} print clean: use one ${d.pixels} pixels wide`,
        zh: `${d.src} 在版面上只有 ${d.dpi} dpi，印刷需要 ${PRESS_DPI} dpi；请换用宽 ${d.pixels} 像素的图片`,
      };
    case "no-profile":
      return {
        en: "no ICC profile is named for printing (print: { icc: … }); the file names the printing condition alone and is no PDF/X-4",
        zh: "没有指定印刷用的 ICC 特性文件（print: { icc: … }）；文件只写印刷条件的名称，不算 PDF/X-4",
      };
    case "bad-profile":
      return {
        en: `${d.path} is no ICC profile of a press in CMYK (${d.found}); ask the printing house for one`,
        zh: `${d.path} 不是 CMYK 印刷用的 ICC 特性文件（${d.found}）；请向印刷厂索取`,
      };
    case "profile-outside":
      return {
        en: `${d.path} is not in the content folder; put the ICC profile there and name it from there, such as profiles/press.icc`,
        zh: `${d.path} 不在内容文件夹里；请把 ICC 特性文件放进去，并从那里写起，如 profiles/press.icc`,
      };
    case "damaged-profile":
      return {
        en: `${d.path} is damaged; put the ICC profile there anew`,
        zh: `${d.path} 已损坏；请重新放入 ICC 特性文件`,
      };
    case "unknown-theme":
      return unknownTheme(d.name, d.known);
    case "theme-cycle":
      return {
        en: `the theme “${d.name}” extends itself in the end; correct extends`,
        zh: `版式“${d.name}”经 extends 又回到了自身；请改正 extends`,
      };
    case "colour-cycle":
      return {
        en: `the colour “${d.name}” is a share of itself in the end; give it a value of its own`,
        zh: `颜色“${d.name}”引来引去又回到了自身；请写明色值`,
      };
    case "unknown-face":
    case "unknown-font-role":
    case "font-missing":
    case "font-stale":
    case "font-refused":
      return describeFont(d);
  }
}
