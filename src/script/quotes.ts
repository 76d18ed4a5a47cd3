/** English text with straight quotes in → the same text with typographic ones. */

const OPENS_BEFORE = /[\s([{—–/“‘]/;

/** A leading apostrophe: '90s, 'tis, 'em, rock 'n' roll. */
const ELISION = /^(?:\d0s|tis\b|twas\b|em\b|n['’])/i;

/** Every UTF-16 unit keeps its place. Feet and inches behind digits (6' 2") become primes. */
export function typographicQuotes(text: string): string {
  let out = "";
  let done = 0;
  let doubles = 0;
  let singles = 0;
  const put = (at: number, mark: string) => {
    out += text.slice(done, at) + mark;
    done = at + 1;
  };
  for (const { 0: char, index: i } of text.matchAll(/["']/g)) {
    const before = i > 0 ? (i === done ? out.at(-1) : text[i - 1]) : undefined;
    const after = text[i + 1];
    const atStart = before === undefined || OPENS_BEFORE.test(before);
    const prime =
      before !== undefined && /\d/.test(before) && (after === undefined || !/[\p{L}\p{N}]/u.test(after));
    if (char === '"') {
      if (prime && doubles === 0) put(i, "″");
      else if (atStart && after !== undefined && !/\s/.test(after)) {
        put(i, "“");
        doubles += 1;
      } else {
        put(i, "”");
        doubles = Math.max(0, doubles - 1);
      }
    } else if (prime && singles === 0) put(i, "′");
    else if (atStart && after !== undefined && !/\s/.test(after) && !ELISION.test(text.slice(i + 1, i + 6))) {
      put(i, "‘");
      singles += 1;
    } else {
      put(i, "’");
      singles = Math.max(0, singles - 1);
    }
  }
  return done === 0 ? text : out + text.slice(done);
}

/** Chinese text in, with its quotes as they were typed, and ’ for ' between two Latin letters: O’Connor, Moody’s. */
export const latinApostrophes = (text: string): string =>
  text.includes("'") ? text.replace(/(?<=[A-Za-z\u00c0-\u024f])'(?=[A-Za-z\u00c0-\u024f])/g, "’") : text;
