/** A path into a content file, its entries counted from 0, in → the place as an editor counts it, from 1. */
import type { Wording } from "./wording.ts";

/** What the entries of a list are called, by its key; `*` stands for any other. */
const ENTRIES: Readonly<Record<string, (list: string, number: number) => Wording>> = {
  articles: (_, n) => ({ en: `article ${n}`, zh: `第 ${n} 篇文章` }),
  body: (_, n) => ({ en: `block ${n} of its body`, zh: `正文第 ${n} 项` }),
  list: (_, n) => ({ en: `list, item ${n}`, zh: `列表第 ${n} 项` }),
  head: (_, n) => ({ en: `head, cell ${n}`, zh: `表头第 ${n} 格` }),
  rows: (_, n) => ({ en: `row ${n}`, zh: `第 ${n} 行` }),
  credits: (_, n) => ({ en: `credits, entry ${n}`, zh: `署名第 ${n} 条` }),
  imprint: (_, n) => ({ en: `imprint, entry ${n}`, zh: `版记第 ${n} 条` }),
  glossary: (_, n) => ({ en: `glossary, entry ${n}`, zh: `术语表第 ${n} 条` }),
  "*": (list, n) => ({ en: `${list}, entry ${n}`, zh: `${list} 第 ${n} 项` }),
};

/** @param path `articles[0].body[1].heading`: article 1, block 2 of its body, heading. Keys alone stay a path. */
export function pathSaid(path: string): Wording {
  const parts = [...path.matchAll(/\.?([^[\]]+)((?:\[\d+\])*)/g)].flatMap(([, keys = "", entries = ""]) => {
    const [first, ...cells] = [...entries.matchAll(/\d+/g)].map(([index]) => Number(index) + 1);
    if (first === undefined) return [{ en: keys, zh: keys }];
    const [, above = "", key = ""] = /^(?:(.*)\.)?([^.]*)$/.exec(keys)!;
    const more = cells.map((n) => ({ en: `cell ${n}`, zh: `第 ${n} 格` }));
    if (!Object.hasOwn(ENTRIES, key)) return [ENTRIES["*"]!(keys, first), ...more];
    return [...(above ? [{ en: above, zh: above }] : []), ENTRIES[key]!(key, first), ...more];
  });
  return { en: parts.map(({ en }) => en).join(", "), zh: parts.map(({ zh }) => zh).join("，") };
}
