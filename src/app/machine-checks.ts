/** This machine, but for fonts and content, in → what is in order, what is not, and what to do about it. */
import { cacheState } from "./cache.ts";
import { editorWords } from "./editor.ts";
import { isWritable } from "./effects.ts";
import { programFile } from "./find-program.ts";
import { shown } from "./sources.ts";
import type { Wording } from "./wording.ts";

/** `note` is what one can do without. */
export type Verdict = "ok" | "note" | "warning" | "error";

export interface Check extends Wording {
  readonly name:
    | "node"
    | "fonts"
    | "licences"
    | "checksums"
    | "content"
    | "theme"
    | "output"
    | "cache"
    | "editor"
    | "git";
  readonly verdict: Verdict;
}

/** As package.json asks. */
const NODE = [20, 19] as const;

export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  if (isNew) return { name: "node", verdict: "ok", en: `Node ${version}`, zh: `Node ${version}` };
  return {
    name: "node",
    verdict: "error",
    en: `Node ${version} is too old; install ${NODE.join(".")} or later`,
    zh: `Node ${version} 版本过低；请安装 ${NODE.join(".")} 或更新的版本`,
  };
}

export function outputCheck(folder: string): Check {
  const path = shown(folder);
  if (isWritable(folder))
    return { name: "output", verdict: "ok", en: `${path}: can be written to`, zh: `${path}：可以写入` };
  return {
    name: "output",
    verdict: "error",
    en: `${path}: cannot be written to; choose another folder with --out`,
    zh: `${path}：无法写入；请用 --out 另选文件夹`,
  };
}

/** @param folder Null where there is none. */
export function cacheCheck(folder: string | null): Check {
  if (folder === null)
    return {
      name: "cache",
      verdict: "note",
      en: "no cache: every build works everything out anew; unset SHUANGLAN_CACHE to keep what it can use again",
      zh: "没有缓存：每次排印都从零开始；取消 SHUANGLAN_CACHE 的设置，即可沿用以往的结果",
    };
  const { isOwn, bytes } = cacheState(folder);
  if (!isOwn)
    return {
      name: "cache",
      verdict: "warning",
      en: `${folder}: others can write there, so nothing is taken from it; make it yours alone (chmod 700)`,
      zh: `${folder}：他人可以写入，其中内容不予采用；请设为仅自己可写（chmod 700）`,
    };
  const size = Math.ceil(bytes / (1024 * 1024));
  return {
    name: "cache",
    verdict: "ok",
    en: `${folder}: ${size} MB kept of earlier builds; it may be deleted at any time`,
    zh: `${folder}：存有以前排印的结果 ${size} MB，可随时删除`,
  };
}

/** @param command What opens the editor at a place; empty for the default, a vscode:// link. */
export function editorCheck(
  command: string,
  path: string,
  fileOf: (program: string, path: string) => string | null = programFile,
): Check {
  const has = (program: string) => fileOf(program, path) !== null;
  const program = (command.trim() === "" ? "" : editorWords(command)[0]) ?? "";
  if (program === "") {
    if (has("code"))
      return { name: "editor", verdict: "ok", en: "lines open in VS Code", zh: "点击的行在 VS Code 中打开" };
    return {
      name: "editor",
      verdict: "note",
      en: "VS Code is not found; lines open by vscode:// links, and in another editor if SHUANGLAN_EDITOR names it",
      zh: "没有找到 VS Code；点击的行由 vscode:// 链接打开，要用其他编辑器请设置 SHUANGLAN_EDITOR",
    };
  }
  if (has(program))
    return { name: "editor", verdict: "ok", en: `editor ${program}`, zh: `编辑器 ${program}` };
  return {
    name: "editor",
    verdict: "warning",
    en: `SHUANGLAN_EDITOR names ${program}, which is not found; correct it`,
    zh: `SHUANGLAN_EDITOR 所指的 ${program} 不存在；请更正`,
  };
}

export function gitCheck(version: string | null): Check {
  if (version !== null) return { name: "git", verdict: "ok", en: `git ${version}`, zh: `git ${version}` };
  return {
    name: "git",
    verdict: "note",
    en: "no git; diff can compare files and folders only",
    zh: "没有 git；diff 只能比较文件和文件夹",
  };
}
