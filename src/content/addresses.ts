/** A place in a text in → the bare e-mail or web address that begins there. */

const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/y;
const URL = /https?:\/\/[^\s\u2e80-\u9fff\uff00-\uffef“”‘’《》，。；：！？、（）<>"]+/y;
/** What ends a sentence rather than an address. */
const TRAILING = new Set(".,;:!?'*)]");

/** @param from Start of the text: an address never begins inside a word. */
export function addressAt(
  text: string,
  at: number,
  to: number,
  from: number,
): { readonly end: number; readonly uri: string } | null {
  const char = text[at]!;
  if (!/[A-Za-z0-9]/.test(char)) return null;
  if (at > from && /[A-Za-z0-9._%+-]/.test(text[at - 1]!)) return null;
  URL.lastIndex = at;
  const url = URL.exec(text.slice(0, to));
  if (url) {
    const shown = withoutTrailing(url[0]);
    return { end: at + shown.length, uri: shown };
  }
  EMAIL.lastIndex = at;
  const email = EMAIL.exec(text.slice(0, to));
  return email ? { end: at + email[0].length, uri: `mailto:${email[0]}` } : null;
}

/** A bracket that was opened inside the address stays with it. */
function withoutTrailing(url: string): string {
  let end = url.length;
  while (TRAILING.has(url[end - 1]!)) end -= 1;
  const trimmed = url.slice(0, end);
  return url.slice(trimmed.length).startsWith(")") && trimmed.includes("(") && !trimmed.includes(")")
    ? `${trimmed})`
    : trimmed;
}
