/** Texts of an article in both languages in → the same without the names of persons below its title, and these as credits. */
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

/** Where more lines of a text name persons, each of them says who speaks below it. */
export function signed(zh: ArticleSide, en: ArticleSide, namesakes: Namesakes): Signed {
  const lines = (side: ArticleSide) => side.texts.filter(mayName);
  const english = lines(en);
  const named = lines(zh).flatMap((ours) =>
    english.flatMap((theirs) => (namesakes(ours.text, theirs.text) ? [{ ours, theirs }] : [])),
  );
  const [only, ...more] = named;
  if (!only || more.length > 0) return { zh, en, names: [] };
  const [chinese, other] = [belowTitle(zh, only.ours), belowTitle(en, only.theirs)];
  if (!chinese || !other) return { zh, en, names: [] };
  const offices = [chinese.office, other.office].includes(null) ? [] : [chinese.office!, other.office!];
  return {
    zh: credited(zh, only.ours, offices[0] ?? null, { label: "作者", language: "zh" }),
    en: credited(en, only.theirs, offices[1] ?? null, { label: "Author", language: "en" }),
    names: [`${only.ours.text} / ${only.theirs.text}`],
  };
}

/** Letters of the longest line that names persons alone. */
const LONGEST = 60;

const mayName = ({ text, form, table }: Piece): boolean =>
  !table && (form === "text" || form === "title") && text.length <= LONGEST && inBold(text) === null;

interface Below {
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
  return { office: next && mayName(next) && isHeadline(next) && isInstitution(next.text) ? next : null };
}

function credited(
  side: ArticleSide,
  name: Piece,
  office: Piece | null,
  labelled: Pick<Labelled, "label" | "language">,
): ArticleSide {
  const author: Labelled = { role: "credit", value: name.text, ...labelled };
  return {
    texts: side.texts.filter((piece) => piece !== name && piece !== office),
    credits: [office ? withOffice(author, office.text) : author, ...side.credits],
  };
}
