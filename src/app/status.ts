/** How a command ends → the exit status that says so. */
import { sayLines } from "./speech.ts";

export const STATUS = { done: 0, content: 1, usage: 2, environment: 3, bug: 4 } as const;

/** What the help of the commands says of it. */
export const STATUSES = (): string => ["", ...sayLines(EXIT_STATUS)].join("\n");

const EXIT_STATUS = {
  en: "Exit status: 0 done · 1 fault in the content or fonts · 2 wrong usage · 3 disk or permissions · 4 a bug",
  zh: "退出状态：0 完成 · 1 内容或字体有误 · 2 用法有误 · 3 磁盘或权限问题 · 4 程序缺陷",
} as const;

/** Takes the exit status of a command that was carried out. */
export type Done = (status: number) => void;
