/** Blocks of an article in → the same, where paragraphs in bold alone that stand over others are headings, and no heading is bold. */
import type { DraftBlock, DraftPair } from "./draft.ts";
import { isShort } from "./headings.ts";
import { inBold } from "./piece.ts";

/** What introduces something, or says who speaks, is no heading. */
const OPEN = /[:：,，]$/;

/** Where numbered headings stand above, or those that have a style, what has neither stands below them. */
export function boldHeads(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const kind = blocks.some((block) => block.kind === "heading") ? "subheading" : "heading";
  return blocks.map((block, k): DraftBlock => {
    if (block.kind === "heading" || block.kind === "subheading") return { ...block, text: plain(block.text) };
    if (block.kind !== "paragraph" || !isHead(block.text)) return block;
    const next = blocks[k + 1];
    if (!next || (next.kind === "paragraph" && isHead(next.text))) return block;
    return { ...block, kind, text: plain(block.text) };
  });
}

function isHead({ zh, en }: DraftPair): boolean {
  const texts = [zh, en].filter((text) => text !== null);
  return texts.every((text) => {
    const inner = inBold(text);
    return inner !== null && isShort(inner) && !OPEN.test(inner);
  });
}

const plain = ({ zh, en }: DraftPair): DraftPair => ({
  zh: zh === null ? null : (inBold(zh) ?? zh),
  en: en === null ? null : (inBold(en) ?? en),
});
