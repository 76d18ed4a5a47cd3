/** A file before and after a save in → the one stretch in which they differ, where words of a running text alone do. */

/** Units `start`..`end` − 1 of the file before have become `put`. */
export interface WordEdit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** Never signs of YAML's own inside a text, whatever they come to stand beside. */
const WORDS = " .，。、；：？！“”‘’（）《》—…";
/** No signs of its own where other words come to stand beside them. */
const NEIGHBOURS = `${WORDS}*()/%;,!'`;

/** @param letters What stands for letters and numerals in a pattern. */
const wordsBetween = (letters: string, flags: string) =>
  new RegExp(`^[${letters}${NEIGHBOURS}][${letters}${WORDS}]*[${letters}${NEIGHBOURS}]$`, flags);

/** The commonest letters, which a pattern has sooner than all of them. */
const COMMON = wordsBetween("A-Za-z0-9\\u4e00-\\u9fff", "");
const areWordsBetween = (text: string): boolean =>
  COMMON.test(text) || wordsBetween("\\p{L}\\p{M}\\p{N}", "u").test(text);

/** @returns Null where nothing differs, or more than words of one line. */
export function wordEdit(before: string, after: string): WordEdit | null {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  const end = before.length - same;
  if (start === 0 || same === 0) return null;
  const put = after.slice(start, after.length - same);
  // Three dots at the start of a line would end the document.
  if (after.startsWith("...", after.lastIndexOf("\n", start - 1) + 1)) return null;
  const isOfWords =
    areWordsBetween(before[start - 1]! + put + before[end]!) && !before.slice(start, end).includes("\n");
  return isOfWords && (put !== "" || end > start) ? { start, end, put } : null;
}
