/** Texts of an article in both languages in → the same without the names of persons below its title, and these as credits. */
import type { Language } from "../base/language.ts";
import { closeNames, isInstitution, withOffice } from "./bylines.ts";
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
  const english = signaturesIn(en);
  const named = signaturesIn(zh).flatMap((ours) =>
    english.flatMap((theirs) => (namesakes(ours.name, theirs.name) ? [{ zh: ours, en: theirs }] : [])),
  );
  const below = named.flatMap((names) => {
    const [chinese, other] = [belowTitle(zh, names.zh), belowTitle(en, names.en)];
    if (!chinese || !other) return [];
    return [{ zh: chinese, en: other }];
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
    names: below.map(told),
  };
}

/** A place of work that one language alone gives is told as well: nothing but where it stands says what it is. */
function told({ zh, en }: Readonly<Record<Language, Signature>>): string {
  const isLone = (zh.office === null) !== (en.office === null);
  const [chinese, english] = [zh, en].map(({ name, office }) =>
    isLone && office !== null ? `${name}, ${office}` : name,
  );
  return `${chinese} / ${english}`;
}

/** How each language calls one author or several, and parts their names. */
const AUTHOR = {
  zh: { language: "zh", one: "作者", several: "作者", gap: "、" },
  en: { language: "en", one: "Author", several: "Authors", gap: ", " },
} as const;

/** Letters of the longest line that names persons and where they work. */
const LONGEST = 100;

type Texts = readonly Piece[];

const isLine = ({ text, form, table }: Piece): boolean =>
  !table && (form === "text" || form === "title") && text.length <= LONGEST;

/** A line that may name an author, and what says where its bearer works. */
interface Signature {
  readonly name: string;
  readonly office: string | null;
  /** The lines that say so. */
  readonly pieces: Texts;
}

/** On one line 王晓东　上海市科学学研究所, 上海市科学学研究所　王晓东, Wang Xiaodong, Institute for … or with brackets. */
const WITH_OFFICE: readonly RegExp[] = [
  /^(?<name>\p{Script=Han}{2,4})\s+(?<office>\S+)$/u,
  /^(?<office>\S+)\s+(?<name>\p{Script=Han}{2,4})$/u,
  /^(?<name>[^（(]+?)\s*[（(](?<office>[^（）()]+)[）)]$/,
  /^(?<name>[^,]+),\s*(?<office>.+)$/,
];

/** Bold alone heads a text, unless it says where somebody works. */
function signaturesIn({ texts }: ArticleSide): readonly Signature[] {
  return texts.filter(isLine).flatMap((line): readonly Signature[] => {
    const bold = inBold(line.text);
    const typed = closeNames(bold ?? line.text);
    for (const pattern of WITH_OFFICE) {
      const { name = "", office = "" } = pattern.exec(typed)?.groups ?? {};
      if (isInstitution(office) && !isInstitution(name)) return [{ name, office, pieces: [line] }];
    }
    return bold === null ? [{ name: typed, office: null, pieces: [line] }] : [];
  });
}

/**
 * @returns Null where a name does not stand below a title, over the text; else with the line behind it that says where
 * its bearer works.
 */
function belowTitle({ texts }: ArticleSide, signature: Signature): Signature | null {
  const at = texts.indexOf(signature.pieces[0]!);
  const above = texts.slice(0, at);
  const isHead = above.every((piece) => isHeadline(piece) || isBracketedDate(piece.text));
  if (!isHead || !above.some(isHeadline)) return null;
  const next = texts[at + 1];
  const isOffice =
    next && isLine(next) && inBold(next.text) === null && isHeadline(next) && isInstitution(next.text);
  if (signature.office !== null || !isOffice) return signature;
  return { ...signature, office: next.text, pieces: [...signature.pieces, next] };
}

function credited(
  side: ArticleSide,
  authors: readonly Signature[],
  { language, one, several, gap }: (typeof AUTHOR)[Language],
): ArticleSide {
  const label = authors.length > 1 ? several : one;
  const values = authors.map(({ name, office }): string => {
    const author: Labelled = { role: "credit", label, value: name, language };
    return (office === null ? author : withOffice(author, office)).value;
  });
  const taken = new Set(authors.flatMap(({ pieces }) => pieces));
  return {
    texts: side.texts.filter((piece) => !taken.has(piece)),
    credits: [{ role: "credit", label, value: values.join(gap), language }, ...side.credits],
  };
}
