/** What the machine refused in → what is said of it, in both languages. */
import type { Wording } from "./wording.ts";

const DENIED: Wording = {
  en: "permission is denied; check what you may do with the file and its folder",
  zh: "没有权限；请检查文件和文件夹的权限",
};
const FILE_STANDS: Wording = {
  en: "a file stands where a folder is needed; move it away, or name another folder",
  zh: "此处应为文件夹，却是一个文件；请移走它，或另选文件夹",
};

const REASON: Readonly<Record<string, Wording>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { en: "it is on a read-only disk; name another folder", zh: "所在磁盘只读；请另选文件夹" },
  ENOSPC: { en: "the disk is full; make room on it", zh: "磁盘已满；请腾出空间" },
  EDQUOT: { en: "the disk quota is used up; make room in it", zh: "磁盘配额已用完；请腾出空间" },
  EEXIST: FILE_STANDS,
  ENOTDIR: FILE_STANDS,
  EISDIR: {
    en: "a folder stands where a file is needed; move it away",
    zh: "此处应为文件，却是一个文件夹；请移走它",
  },
  ENOENT: { en: "its folder is gone; make it anew", zh: "所在文件夹不见了；请重新建立" },
  EBUSY: {
    en: "another program holds it open, such as Acrobat or Word; close it there and try again; the file is as it was",
    zh: "正被其他程序（如 Acrobat、Word）占用；请先在那里关闭，再试一次；原文件未变",
  },
  EADDRINUSE: {
    en: "another program uses this port; choose one with --port",
    zh: "端口已被占用；请用 --port 另选",
  },
  EMFILE: { en: "too many files are open; close some programs", zh: "打开的文件过多；请关闭一些程序" },
  EFBIG: { en: "the file is too large; use a smaller one", zh: "文件过大；请换用较小的文件" },
  ELOOP: { en: "its links lead in a circle; mend one of them", zh: "链接循环，没有终点；请改正链接" },
  ENAMETOOLONG: { en: "the name is too long; choose a shorter one", zh: "名称过长；请缩短" },
  EIO: { en: "the disk reports a fault; use another disk", zh: "磁盘报告故障；请换用其他磁盘" },
};

/** @param reason The system's error code, such as `EACCES`. */
export function describeEnvironment(path: string, reason: string): Wording {
  const why = REASON[reason] ?? { en: reason, zh: reason };
  return { en: `${path} cannot be used: ${why.en}`, zh: `${path} 无法使用：${why.zh}` };
}
