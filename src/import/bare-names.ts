/** Texts of an article in both languages in → the same without the names of persons below its title, and these as credits. */
import type { Language } from "../base/language.ts";
import { isInstitution, withOffice } from "./bylines.ts";
import { isBracketedDate } from "./facts.ts";
import { isHeadline } from "./head.ts";
import type { Labelled } from "./labels.ts";
import { inBold, type Piece } from "./piece.ts";
import type { ArticleSide } from "./side.ts";

/** Says whether a line of Chinese and one of English are the names of the same persons, and nothing else. */
export type Namesakes = (zh: string, en: string) => boolean;

export interface Signed {
  readonly zh: ArticleSide;
  readonly en: ArticleSide;
  /** Names that were taken for those of authors though nothing but their place says so. */
  readonly names: readonly string[];
}

/** Who gave a talk together stand below its title; names further down say who speaks below each of them. */
export function signed(zh: ArticleSide, en: ArticleSide, namesakes: Namesakes): Signed {
  const lines = (side: ArticleSide) => side.texts.filter(mayName);
  const english = lines(en);
  const named = lines(zh).flatMap((ours) =>
    english.flatMap((theirs) => (namesakes(ours.text, theirs.text) ? [{ zh: ours, en: theirs }] : [])),
  );
  const below = named.flatMap((names) => {
    const [chinese, other] = [belowTitle(zh, names.zh), belowTitle(en, names.en)];
    if (!chinese || !other) return [];
    const hasOffice = chinese.office !== null && other.office !== null;
    return [
      {
        zh: hasOffice ? chinese : { ...chinese, office: null },
        en: hasOffice ? other : { ...other, office: null },
      },
    ];
  });
  if (below.length === 0 || below.length < named.length) return { zh, en, names: [] };
  return {
    zh: credited(
      zh,
      below.map((it) => it.zh),
      AUTHOR.zh,
    ),
    en: credited(
      en,
      below.map((it) => it.en),
      AUTHOR.en,
    ),
    names: named.map((names) => `${names.zh.text} / ${names.en.text}`),
  };
}

/** How each language calls one author or several, and parts their names. */
const AUTHOR = {
  zh: { language: "zh", one: "作者", several: "作者", gap: "、" },
  en: { language: "en", one: "Author", several: "Authors", gap: ", " },
} as const;

/** Letters of the longest line that names persons alone. */
const LONGEST = 60;

const mayName = ({ text, form, table }: Piece): boolean =>
  !table && (form === "text" || form === "title") && text.length <= LONGEST && inBold(text) === null;

interface Below {
  readonly name: Piece;
  /** The line behind the name, if it says where its bearer works. */
  readonly office: Piece | null;
}

/** @returns Null where a name does not stand below a title, over the text. */
function belowTitle({ texts }: ArticleSide, name: Piece): Below | null {
  const at = texts.indexOf(name);
  const above = texts.slice(0, at);
  const isHead = above.every((piece) => isHeadline(piece) || isBracketedDate(piece.text));
  if (!isHead || !above.some(isHeadline)) return null;
  const next = texts[at + 1];
  const isOffice = next && mayName(next) && isHeadline(next) && isInstitution(next.text);
  return { name, office: isOffice ? next : null };
}

function credited(
  side: ArticleSide,
  authors: readonly Below[],
  { language, one, several, gap }: (typeof AUTHOR)[Language],
): ArticleSide {
  const label = authors.length > 1 ? several : one;
  const values = authors.map(({ name, office }): string => {
    const author: Labelled = { role: "credit", label, value: name.text, language };
    return (office ? withOffice(author, office.text) : author).value;
  });
  const taken = new Set(authors.flatMap(({ name, office }) => [name, office]));
  return {
    texts: side.texts.filter((piece) => !taken.has(piece)),
    credits: [{ role: "credit", label, value: values.join(gap), language }, ...side.credits],
  };
}
