/** Markdown in → the same with links, breaks and code as content files type them: `[text](https://…)` alone, no marks of other kinds. */
import { DEFINITION, definitionsIn } from "./markdown-pictures.ts";
import { linkTo } from "./typed-runs.ts";

/** `[text][key]` and `[key][]`; a picture has a mark before it, a note one behind its bracket. */
const REFERENCE = /(?<![!\]\\])\[([^[\]\n^][^[\]\n]{0,500})\]\[([^[\]\n^]?[^[\]\n]{0,200})\]/g;
/** `[text](https://… "title")`: what a title says is seen in browsers alone. */
const TITLED = / (?<=\]\(https?:\/\/[^()\s]{1,1000} ) *(?:"[^"\n]{0,500}"|'[^'\n]{0,500}')(?=\))/g;
/** `<https://…>` and `<name@example.org>`. */
const ANGLED = /<((?:https?:\/\/|mailto:)[^<>\s]{1,1000}|[\w.+-]{1,80}@[\w-]{1,80}\.[\w.-]{1,80})>(.?)/gu;
/** What is struck out or lit up is a text; code without marks is one too. */
const STRUCK = /(?<![~\\])~~(?=[^\s~])([^~\n]{1,500})(?<=\S)~~(?!~)/g;
const LIT = /(?<![=\\])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?!=)/g;
const CODE = /(?<![`\\])`([^`*_~^[\]\\\n]{1,500})`(?!`)/g;
/** A break at the end of a line. */
const BREAK = /(?<!\\)\\(?=\r?\n)/g;

export function markdownLinks(typed: string): string {
  const plain = typed
    .replace(BREAK, "")
    .replace(TITLED, "")
    .replace(ANGLED, (_, address: string, next: string) => `${bare(address, next)}${next}`)
    .replace(STRUCK, "$1")
    .replace(LIT, "$1")
    .replace(CODE, "$1");
  return plain.includes("][") ? withReferences(plain) : plain;
}

/** An address that a letter follows at once would take that in. */
function bare(address: string, next: string): string {
  const isOpen = /[\p{L}\p{N}/]/u.test(next);
  const to = linkTo(address.includes("@") && !address.includes(":") ? `mailto:${address}` : address);
  const shown = address.replace(/^mailto:/, "");
  return isOpen && to !== null ? `[${shown}](${to})` : shown;
}

function withReferences(text: string): string {
  const defined = definitionsIn(text);
  const named = new Set<string>();
  const linked = text.replace(REFERENCE, (whole, shown: string, typedKey: string) => {
    const key = (typedKey || shown).toLowerCase();
    const to = linkTo(defined.get(key) ?? "");
    if (to === null) return whole;
    named.add(key);
    return `[${shown}](${to})`;
  });
  // A picture may have the same.
  const isPicture = (key: string) => linked.toLowerCase().includes(`][${key}]`);
  return linked.replace(DEFINITION, (whole, key: string) =>
    named.has(key.toLowerCase()) && !isPicture(key.toLowerCase()) ? "" : whole,
  );
}
