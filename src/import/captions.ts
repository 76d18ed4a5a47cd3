/** Blocks of a draft in → the same, where a short text that is numbered as a table, right above one, is its caption. */
import type { DraftBlock, DraftPair } from "./draft.ts";
import { isShort } from "./headings.ts";

const CAPTION = {
  zh: /^\**(?:附?表)\s*(?:\d|[一二三四五六七八九十])/,
  en: /^\**(?:Table|Tab\.)\s*(?:\d|[IVX])/i,
} as const;

/** A sentence that speaks of a table, 表1显示了……。, heads none. */
function isCaption({ zh, en }: DraftPair): boolean {
  const isOne = (language: "zh" | "en", text: string | null) =>
    text === null || (CAPTION[language].test(text) && isShort(text));
  return isOne("zh", zh) && isOne("en", en);
}

export function captioned(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const made: DraftBlock[] = [];
  for (const block of blocks) {
    const above = made.at(-1);
    if (block.kind !== "table" || !above || above.kind === "list" || above.kind === "table") made.push(block);
    else if (above.kind === "quote" || !isCaption(above.text)) made.push(block);
    else made[made.length - 1] = { ...block, caption: plain(above.text), doubt: block.doubt ?? above.doubt };
  }
  return made;
}

/** A caption has its own type: that all of it was bold says nothing. */
const plain = ({ zh, en }: DraftPair): DraftPair => ({ zh: zh && unmarked(zh), en: en && unmarked(en) });

const unmarked = (text: string): string => text.replace(/^\*\*([^*]+)\*\*$/, "$1");
