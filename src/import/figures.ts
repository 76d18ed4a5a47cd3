/** Articles without their pictures in, and these → the same with a figure where each picture stood. */
import type { DraftArticle, DraftBlock, Place } from "./draft.ts";
import { byLines } from "./line-languages.ts";
import { isSamePicture, type Picture } from "./picture.ts";
import { languageOf } from "./piece.ts";

/** An article whose texts are paired. */
export interface TextedArticle extends DraftArticle {
  /** Where all its texts stood, those of its series and title among them. */
  readonly head: readonly Place[];
}

/** A place among the texts of the articles. */
interface Spot extends Place {
  readonly article: number;
  /** Blocks of it that a figure stands behind there. */
  readonly behind: number;
}

interface Placed {
  readonly picture: Picture;
  readonly spot: Spot;
}

const BEGINNING: Spot = { at: 0, language: "zh", article: 0, behind: 0 };

/**
 * A picture stands behind the pair of the last text before it: never between two languages, nor inside a list, whose
 * numbers would begin anew. One that stands among the Chinese and once more among the English is one figure.
 */
export function illustrated(
  articles: readonly TextedArticle[],
  pictures: readonly Picture[],
): readonly DraftArticle[] {
  if (pictures.length === 0) return articles;
  const spots = spotsOf(articles);
  const placed: Placed[] = [];
  for (const picture of pictures) {
    const spot = spots.findLast(({ at }) => at <= picture.at) ?? BEGINNING;
    const twin = placed.findIndex((other) => isTwin(other, picture, spot));
    if (twin < 0) placed.push({ picture, spot });
    else placed[twin] = { spot: placed[twin]!.spot, picture: both(placed[twin]!.picture, picture) };
  }
  return articles.map((article, k) => {
    const own = placed.filter(({ spot }) => spot.article === k);
    const figuresAt = (behind: number) => own.filter(({ spot }) => spot.behind === behind).map(figureOf);
    return {
      ...article,
      body: [...figuresAt(0), ...article.body.flatMap((block, n) => [block, ...figuresAt(n + 1)])],
    };
  });
}

/** In the order of the original; of texts that stood in one place, the cells of a table, the last comes last. */
function spotsOf(articles: readonly TextedArticle[]): readonly Spot[] {
  const spots = articles.flatMap(({ head, body }, article) => {
    const known = body.flatMap(({ places }, k) =>
      places.map((place): Spot => ({ ...place, article, behind: k + 1 })),
    );
    const inBody = new Set(known.map(({ at, language }) => `${language} ${at}`));
    const above = head.filter(({ at, language }) => !inBody.has(`${language} ${at}`));
    return [...above.map((place): Spot => ({ ...place, article, behind: 0 })), ...known];
  });
  return spots.sort((a, b) => a.at - b.at);
}

/** Stood among the texts of the other language of the same article, or beside it with words in the other language. */
function isTwin(
  { picture: one, spot }: Placed,
  other: Picture,
  { article, language, behind }: Spot,
): boolean {
  if (spot.article !== article || !isSamePicture(one, other)) return false;
  if (spot.language !== language) return true;
  const [a, b] = [one, other].map(({ alt, caption }) => languageOf(`${alt} ${caption}`));
  return spot.behind === behind && a !== null && b !== null && a !== b;
}

function both(one: Picture, other: Picture): Picture {
  const lines = (a: string, b: string) => [...new Set([a, b])].filter((it) => it !== "").join("\n");
  return { ...one, alt: lines(one.alt, other.alt), caption: lines(one.caption, other.caption) };
}

const figureOf = ({ picture }: Placed): DraftBlock => ({
  kind: "figure",
  picture,
  caption: picture.caption === "" ? null : byLines(picture.caption),
  doubt: null,
  places: [],
});
