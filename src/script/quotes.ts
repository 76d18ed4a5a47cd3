/** English text with straight quotes in → the same text with typographic ones. */

const OPENS_BEFORE = /[\s([{—–/“‘]/;

/** A leading apostrophe: '90s, 'tis, 'em, rock 'n' roll. */
const ELISION = /^(?:\d0s|tis\b|twas\b|em\b|n['’])/i;

/** Every UTF-16 unit keeps its place. Feet and inches behind digits (6' 2") become primes. */
export function typographicQuotes(text: string): string {
  if (!/["']/.test(text)) return text;
  const out = [...text.split("")];
  let doubles = 0;
  let singles = 0;
  for (let i = 0; i < out.length; i++) {
    const char = out[i]!;
    if (char !== '"' && char !== "'") continue;
    const before = out[i - 1];
    const after = out[i + 1];
    const atStart = before === undefined || OPENS_BEFORE.test(before);
    const prime =
      before !== undefined && /\d/.test(before) && (after === undefined || !/[\p{L}\p{N}]/u.test(after));
    if (char === '"') {
      if (prime && doubles === 0) out[i] = "″";
      else if (atStart && after !== undefined && !/\s/.test(after)) {
        out[i] = "“";
        doubles += 1;
      } else {
        out[i] = "”";
        doubles = Math.max(0, doubles - 1);
      }
    } else if (prime && singles === 0) out[i] = "′";
    else if (atStart && after !== undefined && !/\s/.test(after) && !ELISION.test(text.slice(i + 1, i + 6))) {
      out[i] = "‘";
      singles += 1;
    } else {
      out[i] = "’";
      singles = Math.max(0, singles - 1);
    }
  }
  return out.join("");
}
