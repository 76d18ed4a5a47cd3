/** What the machine refused in → what is said of it, in both languages. */
import type { Wording } from "./wording.ts";

const REASON: Readonly<Record<string, Wording>> = {
  EACCES: { en: "permission is denied", zh: "没有权限" },
  EPERM: { en: "permission is denied", zh: "没有权限" },
  EROFS: { en: "it is on a read-only disk", zh: "所在磁盘只读" },
  ENOSPC: { en: "the disk is full", zh: "磁盘已满" },
  EDQUOT: { en: "the disk quota is used up", zh: "磁盘配额已用完" },
  EEXIST: { en: "a file stands where a folder is needed", zh: "此处应为文件夹，却是一个文件" },
  ENOTDIR: { en: "a file stands where a folder is needed", zh: "此处应为文件夹，却是一个文件" },
  EISDIR: { en: "a folder stands where a file is needed", zh: "此处应为文件，却是一个文件夹" },
  ENOENT: { en: "its folder is gone", zh: "所在文件夹不见了" },
  EBUSY: { en: "another program holds it open; close it there", zh: "正被其他程序占用；请先在那里关闭" },
  EADDRINUSE: {
    en: "another program uses this port; choose one with --port",
    zh: "端口已被占用；请用 --port 另选",
  },
  EMFILE: { en: "too many files are open", zh: "打开的文件过多" },
  EFBIG: { en: "the file is too large", zh: "文件过大" },
  ELOOP: { en: "its links lead in a circle", zh: "链接首尾相接，绕不出来" },
  ENAMETOOLONG: { en: "the name is too long", zh: "名称过长" },
  EIO: { en: "the disk reports a fault", zh: "磁盘报告故障" },
};

/** @param reason The system's error code, such as `EACCES`. */
export function describeEnvironment(path: string, reason: string): Wording {
  const why = REASON[reason] ?? { en: reason, zh: reason };
  return { en: `${path}: can not be used, ${why.en}`, zh: `${path}：无法使用，${why.zh}` };
}
