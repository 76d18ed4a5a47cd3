/** Pieces in → the same without the lines that WeChat puts around a text; its numbers above headings say what is one. */
import { isHeadline } from "./head.ts";
import { languageOf, type Piece, type Sifted } from "./piece.ts";

/** Told apart from the text by what they say alone; signs around them are ornaments. */
const LINES: readonly RegExp[] = [
  /^原创$/,
  /^点击.{0,6}蓝字.{0,12}$/,
  /^(?:点击|欢迎)?.{0,4}关注(?:我们|.{0,12}公众号)$/,
  /^(?:长按|扫描|扫码|微信扫一扫|识别).{0,16}(?:二维码|关注|小程序|公众号).{0,8}$/,
  /^(?:点击|轻触)?.{0,8}阅读(?:原文|全文)(?:查看.{0,8})?$/,
  /^(?:(?:分享|收藏|点赞|在看|赞|评论|转发|留言|写留言|星标)[^\p{L}\p{N}]*){2,}$/u,
  /^(?:点击|点个|求)(?:右下角|下方)?.{0,2}(?:在看|点赞|赞|分享).{0,16}$/,
  /^(?:在看|点赞|写留言|分享收藏)$/,
  /^喜欢此内容的人还喜欢$/,
  /^(?:往期|精彩)(?:推荐|精彩|回顾|链接)$/,
  /^(?:继续|向上)滑动看下一个$/,
  /^(?:微信号|微信公众号)[:：]?\s*[\w-]{2,30}$/,
  /^(?:THE\s+)?END$/,
  /^(?:全文完|完)$/,
];

/** When a text was put up, to the minute: a masthead has no time of the day. */
const STAMP = /^(?:20\d\d年)?\d{1,2}月\d{1,2}日\s+\d{1,2}:\d\d(?:\s+\S{1,6})?$/;
/** 原创 with who wrote it, where and when. */
const ORIGINAL = /^原创(?:\s+\S{1,24}){1,4}(?:\s+\d{1,2}:\d\d(?:\s+\S{1,6})?)?$/;

/** Lines that are the platform's between 原创 and the time, at most: who wrote it, and for which account. */
const BETWEEN = 3;

/** Above a heading: 01, and so on. */
const COUNT = /^(?:PART|Part|No)?[.\s]*(\d{2})$/;

/** What is longer is text. */
const LONGEST = 60;

/** The words of a line without the ornaments and marks around them; null for what is no line of its own. */
function wordsOf({ table, form, text }: Piece): string | null {
  if (table !== null || form === "quote" || text.length > LONGEST) return null;
  return text
    .replace(/\[([^\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/\s+/g, " ");
}

export function withoutPlatform(pieces: readonly Piece[]): Sifted {
  const dropped = new Set<Piece>();
  const heads = new Set<Piece>();
  pieces.forEach((piece, k) => {
    const words = wordsOf(piece);
    if (words === null) return;
    if (STAMP.test(words)) for (const line of signedBefore(pieces, k)) dropped.add(line);
    if (STAMP.test(words) || ORIGINAL.test(words) || LINES.some((line) => line.test(words)))
      dropped.add(piece);
  });
  for (const { number, below } of countsIn(pieces)) {
    dropped.add(number);
    for (const head of below) heads.add(head);
  }
  return {
    pieces: pieces
      .filter((piece) => !dropped.has(piece))
      .map((piece) => (heads.has(piece) ? { ...piece, form: "heading" } : piece)),
    left: pieces.filter((piece) => dropped.has(piece)).map(({ text }) => ({ kind: "platform", text })),
  };
}

/** Names between a line that says 原创 and the time. */
function signedBefore(pieces: readonly Piece[], at: number): readonly Piece[] {
  const from = Math.max(0, at - BETWEEN - 1);
  const before = pieces.slice(from, at);
  const begins = before.findLastIndex((piece) => wordsOf(piece) === "原创");
  return begins < 0 ? [] : before.slice(begins + 1);
}

interface Count {
  readonly number: Piece;
  /** A heading, or one of each language. */
  readonly below: readonly Piece[];
}

/** Numbers that count from 01, each above a heading: two at least, for one alone may be anything. */
function countsIn(pieces: readonly Piece[]): readonly Count[] {
  const counts: Count[] = [];
  pieces.forEach((number, k) => {
    const typed = number.form === "text" ? COUNT.exec(wordsOf(number) ?? "")?.[1] : undefined;
    if (typed === undefined || Number(typed) !== counts.length + 1) return;
    const [one, other] = [pieces[k + 1], pieces[k + 2]];
    if (!one || !isHead(one)) return;
    const isPair = other && isHead(other) && languageOf(one.text) !== languageOf(other.text);
    counts.push({ number, below: isPair ? [one, other] : [one] });
  });
  return counts.length > 1 ? counts : [];
}

const isHead = (piece: Piece): boolean =>
  piece.form === "text" && isHeadline(piece) && languageOf(piece.text) !== null;
