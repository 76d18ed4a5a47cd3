/** Faults that lie in the names of files → how they are told, in both languages. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Wording } from "./wording.ts";

export const otherExtension = (name: string): Wording => ({
  en: `this file is not read: files of the content end in .yaml; name it ${name}`,
  zh: `此文件不会被读取：内容文件的扩展名是 .yaml；请改名为 ${name}`,
});

export const issueTwice = (d: Extract<Diagnostic, { readonly code: "issue-twice" }>): Wording => ({
  en: `${d.name} and ${d.other} (${d.place}) are one issue, its number typed in two ways; delete one of the files, or correct its name and number`,
  zh: `${d.name} 与 ${d.other}（${d.place}）是同一期，期号写法不同而已；请删去其中一个文件，或改正其文件名和期号`,
});
