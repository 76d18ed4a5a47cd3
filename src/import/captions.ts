/** Blocks of a draft in → the same, where a short text numbered as a table or a figure, right beside one, is its caption. */
import { LANGUAGES, type Language } from "../base/language.ts";
import type { DraftBlock, DraftPair } from "./draft.ts";
import { isShort } from "./headings.ts";

const TABLE_CAPTION = {
  zh: /^\**(?:附?表)\s*(?:\d|[一二三四五六七八九十])/,
  en: /^\**(?:Table|Tab\.)\s*(?:\d|[IVX])/i,
} as const;

/** 图 1, 图：, 图为 and the ▲ of WeChat. */
const FIGURE_CAPTION = {
  zh: /^\**(?:附?图(?:片)?\s*(?:\d|[一二三四五六七八九十]|[：:])|图为|▲)/,
  en: /^\**(?:(?:Figure|Fig\.|Photo|Picture)\s*(?:\d|[IVX]+\b|:)|▲)/i,
} as const;

/** Longest captions of figures, which may be sentences: 图为会场一角。 */
const LONGEST = { zh: 80, en: 280 } as const;

/** A sentence that speaks of a table, 表1显示了……。, heads none. */
const isOfTable = (language: Language, text: string | null): boolean =>
  text === null || (TABLE_CAPTION[language].test(text) && isShort(text));

/** 图1显示，…… speaks of a figure, and is a sentence: what is numbered has to be short. */
const isOfFigure = (language: Language, text: string | null): boolean =>
  text === null ||
  (FIGURE_CAPTION[language].test(text) &&
    text.length <= LONGEST[language] &&
    (/^\**(?:图为|图片?\s*[：:]|▲|(?:Photo|Picture)\s*:)/.test(text) || isShort(text)));

/** Whether a text says that it is a figure's caption: such is no title. */
export const isFigureCaption = (text: string): boolean =>
  LANGUAGES.some((language) => isOfFigure(language, text));

/** Whether a text says that it is the caption of a table or a figure: such is no part of the paragraph beside it. */
export const isCaptionText = (text: string): boolean =>
  isFigureCaption(text) || LANGUAGES.some((language) => isOfTable(language, text));

export const captioned = (blocks: readonly DraftBlock[]): readonly DraftBlock[] =>
  withFigureCaptions(withTableCaptions(blocks));

/**
 * A table's caption stands above it, or else below, where it heads no table that follows. Of one on either side the
 * upper is the table's, but where that closes the table before.
 */
function withTableCaptions(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const captions = new Map<DraftBlock, Texted>();
  const taken = new Set<DraftBlock>();
  const freeAt = (k: number): Texted | null => {
    const block = blocks[k];
    return block && isTexted(block) && !taken.has(block) && isCaption(block, isOfTable) ? block : null;
  };
  for (let k = blocks.length - 1; k >= 0; k--) {
    const table = blocks[k]!;
    if (table.kind !== "table") continue;
    const [above, below] = [freeAt(k - 1), freeAt(k + 1)];
    const caption = below && blocks[k - 2]?.kind === "table" ? below : (above ?? below);
    if (!caption) continue;
    captions.set(table, caption);
    taken.add(caption);
  }
  return blocks.flatMap((block): readonly DraftBlock[] => {
    if (taken.has(block)) return [];
    const caption = captions.get(block);
    if (block.kind !== "table" || !caption) return [block];
    return [{ ...block, caption: captionPair(caption.text), doubt: block.doubt ?? caption.doubt }];
  });
}

type Texted = Extract<DraftBlock, { readonly kind: "paragraph" | "heading" | "subheading" | "quote" }>;
type Figure = Extract<DraftBlock, { readonly kind: "figure" }>;

const isTexted = (block: DraftBlock): block is Texted =>
  block.kind === "paragraph" || block.kind === "heading" || block.kind === "subheading";

/** Whether a block is one in each language that it has. */
const isCaption = ({ text }: Texted, isOne: typeof isOfTable): boolean =>
  LANGUAGES.every((language) => isOne(language, text[language]));

const isFigureCaptionBlock = (block: DraftBlock | undefined): block is Texted =>
  block !== undefined && isTexted(block) && isCaption(block, isOfFigure);

/**
 * Captions of figures stand below them, at times above. Of figures in a row each has its own where there are as many
 * captions; of fewer each is the nearest figure's.
 */
function withFigureCaptions(typed: readonly DraftBlock[]): readonly DraftBlock[] {
  if (!typed.some(({ kind }) => kind === "figure")) return typed;
  const blocks = typed
    .reduce<readonly DraftBlock[]>(withPartner, [])
    .reduce<readonly DraftBlock[]>(completed, []);
  const made: DraftBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const figures = runFrom(blocks, at, isBare);
    if (figures.length === 0) {
      made.push(blocks[at]!);
      at += 1;
      continue;
    }
    at += figures.length;
    const below = runFrom(blocks, at, isFigureCaptionBlock).slice(0, figures.length);
    const above = runFrom(made.toReversed(), 0, isFigureCaptionBlock).slice(0, figures.length).reverse();
    // Where each stands above its figure, what is below this one is the next one's.
    const isAbove = above.length > 0 && (below.length === 0 || isFigure(blocks[at + below.length]));
    const from = isAbove ? 0 : figures.length - below.length;
    if (isAbove) made.length -= above.length;
    else at += below.length;
    const captions = isAbove ? above : below;
    made.push(...figures.map((figure, k) => withCaption(figure, captions[k - from])));
  }
  return made;
}

const isFigure = (block: DraftBlock | undefined): block is Figure => block?.kind === "figure";
const isBare = (block: DraftBlock | undefined): block is Figure => isFigure(block) && block.caption === null;

/** Blocks of one kind that follow each other. */
function runFrom<T extends DraftBlock>(
  blocks: readonly DraftBlock[],
  from: number,
  isOne: (block: DraftBlock | undefined) => block is T,
): readonly T[] {
  const run: T[] = [];
  for (let block = blocks[from]; isOne(block); block = blocks[from + run.length]) run.push(block);
  return run;
}

/** A caption in Chinese and the one in English below it, which were found no pair, are one. */
function withPartner(made: readonly DraftBlock[], block: DraftBlock): readonly DraftBlock[] {
  const above = made.at(-1);
  if (!isFigureCaptionBlock(above) || !isFigureCaptionBlock(block)) return [...made, block];
  const text = { zh: above.text.zh ?? block.text.zh, en: above.text.en ?? block.text.en };
  const isPair =
    above.text.zh === null ? block.text.en === null : block.text.zh === null && above.text.en === null;
  return isPair ? [...made.slice(0, -1), { ...above, text, doubt: null }] : [...made, block];
}

/** Of a caption that a picture of Markdown has in its own mark, the other language may stand below it. */
function completed(made: readonly DraftBlock[], block: DraftBlock): readonly DraftBlock[] {
  const figure = made.at(-1);
  if (!isFigure(figure) || figure.caption === null || !isFigureCaptionBlock(block)) return [...made, block];
  const [own, below] = [figure.caption, captionPair(block.text)];
  const isOther = LANGUAGES.every((language) => own[language] === null || below[language] === null);
  const isSame = LANGUAGES.every((language) => own[language] === null || own[language] === below[language]);
  if (!isOther && !isSame) return [...made, block];
  const caption = { zh: own.zh ?? below.zh, en: own.en ?? below.en };
  return [...made.slice(0, -1), withCaption(figure, { ...block, text: caption })];
}

const withCaption = (figure: Figure, caption: Texted | undefined): Figure =>
  caption
    ? {
        ...figure,
        caption: captionPair(caption.text),
        doubt: caption.doubt === "alone" ? null : caption.doubt,
      }
    : figure;

/** A caption has its own type: that all of it was bold or in italics says nothing, nor does a sign before it. */
const captionPair = ({ zh, en }: DraftPair): DraftPair => ({
  zh: zh && captionText(zh),
  en: en && captionText(en),
});

const captionText = (text: string): string => text.replace(/^(\*{1,3})([^*]+)\1$/, "$2").replace(/^▲\s*/, "");
