/** Faults that lie in the names and the characters of files → how they are told, in both languages. */
import type { Diagnostic } from "../base/diagnostic.ts";
import { ODD_BLANK } from "../content/invisible.ts";
import { byNumber, isNumbered } from "../model/issue-number.ts";
import { CHARACTERS, type Wording } from "./wording.ts";

/** Issues that a message lists at most: the newest. */
const LISTED = 6;

/** @param issues Those that there are where the file would be another. */
export function fileMissing(path: string, issues: readonly string[]): Wording {
  const [en, zh] = [`there is no file ${path}; `, `没有文件 ${path}；`];
  if (/(?:^|[\\/])publication\.yaml$/.test(path))
    return {
      en: `${en}it holds what every issue shares, its name and imprint: go to the folder of the publication, name its content folder with --content, or begin one with shuanglan init`,
      zh: `${zh}它存放刊名、版记等各期共有的内容：请到刊物所在的文件夹里运行，用 --content 写明内容文件夹，或用 shuanglan init 新办一份`,
    };
  const numbered = issues.filter(isNumbered).sort(byNumber);
  if (numbered.length === 0) return { en: `${en}check its name and folder`, zh: `${zh}请核对文件名和文件夹` };
  const name = path.replace(/^.*[\\/]|\.yaml$/g, "");
  // A number beside this one is another issue, and was hardly meant.
  const same = isNumbered(name) ? numbered.find((other) => byNumber(other, name) === 0) : undefined;
  // Its name is in the folder, and no file behind it.
  if (issues.includes(name))
    return {
      en: `${en}what has its name is a folder, or a link to a file that is gone: put the issue's file in its place`,
      zh: `${zh}叫这个名字的是文件夹，或是所指文件已不存在的链接：请换成该期的文件`,
    };
  if (same !== undefined) return { en: `${en}did you mean “${same}”?`, zh: `${zh}是否应为“${same}”？` };
  const [last, more] = [numbered.slice(-LISTED), numbered.length > LISTED];
  return {
    en: `${en}there are ${more ? "…, " : ""}${last.join(", ")}; new begins the next`,
    zh: `${zh}现有${more ? "……、" : " "}${last.join("、")}；新建下一期用 new`,
  };
}

export const otherExtension = ({ name, span }: Extract<Diagnostic, { code: "other-extension" }>): Wording =>
  span.file.endsWith(".yaml")
    ? {
        en: `the name of this file is written in small letters; name it ${name}`,
        zh: `此文件名应全用小写字母；请改名为 ${name}`,
      }
    : {
        en: `this file is not read: files of the content end in .yaml; name it ${name}`,
        zh: `此文件不会被读取：内容文件的扩展名是 .yaml；请改名为 ${name}`,
      };

/** Text where a whole issue was expected: most likely a manuscript, saved among the issues as it was. */
export const isManuscript = (d: Extract<Diagnostic, { readonly code: "wrong-type" }>): boolean =>
  d.path === "" && d.expected === "map" && d.found === "text" && ISSUE_FILE.test(d.span.file);

/** Neither the publication, nor a theme, nor the font book. */
const ISSUE_FILE = /^(?!.*(?:^|[\\/])(?:publication\.yaml|fonts\.yaml|themes[\\/][^\\/]*)$)/;

export const TO_IMPORT: Wording = {
  en: "; if it is a manuscript, save it as .txt or .md and make an issue of it with shuanglan import",
  zh: "；若是原稿，请另存为 .txt 或 .md，再用 shuanglan import 转成一期",
};

export const issueTwice = (d: Extract<Diagnostic, { readonly code: "issue-twice" }>): Wording => ({
  en: `${d.name} and ${d.other} (${d.place}) are one issue, its number typed in two ways; delete one of the files, or correct its name and number`,
  zh: `${d.name} 与 ${d.other}（${d.place}）是同一期，期号写法不同而已；请删去其中一个文件，或改正其文件名和期号`,
});

/** A character by its number: U+200B. */
export const codeSaid = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** U+00A0 and the like, which stand for an ordinary space where they were typed. */
const BLANK = new RegExp(ODD_BLANK);

/** Deleted, it would join two lines. */
const CARRIAGE_RETURN = 0x0d;

export function invisibleCharacter(codePoint: number): Wording {
  const name = CHARACTERS[codePoint];
  const code = codeSaid(codePoint);
  const said = { en: `${code}${name ? ` (${name.en})` : ""}`, zh: `${code}${name ? `（${name.zh}）` : ""}` };
  if (BLANK.test(String.fromCodePoint(codePoint)))
    return {
      en: `a blank that is no ordinary space stands here: ${said.en}; type ordinary spaces in its place`,
      zh: `此处的空白不是半角空格：${said.zh}；请改成半角空格`,
    };
  if (codePoint === CARRIAGE_RETURN)
    return {
      en: `a line ends here in a way that is not read: ${said.en}; save the file with the line ends LF, or type a line break in its place`,
      zh: `此处的换行无法识别：${said.zh}；请把文件的换行改存为 LF，或在此处重新换行`,
    };
  return {
    en: `a character that no reader sees stands here: ${said.en}; delete it`,
    zh: `此处有看不见的字符：${said.zh}；请删去`,
  };
}
