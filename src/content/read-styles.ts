/** The values of a theme in → its text styles: `like` followed, languages merged, lengths in points. */
import { LANGUAGES, type Language, type Pair } from "../base/language.ts";
import { type ColourName, STYLE_NAMES, type StyleName, type TextStyle } from "../model/design.ts";
import type { ThemeReader } from "./theme-reader.ts";
import type { TextNode } from "./yaml-nodes.ts";

export function readStyles(reader: ThemeReader): Readonly<Record<StyleName, Pair<TextStyle>>> {
  const styles = STYLE_NAMES.map((name) => {
    const [zh, en] = LANGUAGES.map((language) => readStyle(reader, name, language));
    return [name, { zh: zh!, en: en! }] as const;
  });
  return Object.fromEntries(styles) as Record<StyleName, Pair<TextStyle>>;
}

/** A style's own value before its language's, before what it is like. */
function styleValue(
  reader: ThemeReader,
  name: string,
  language: Language,
  key: string,
  depth = 0,
): TextNode | null {
  const own = reader.at(`styles.${name}.${language}.${key}`) ?? reader.at(`styles.${name}.${key}`);
  if (own || depth > STYLE_NAMES.length) return own;
  const like = reader.at(`styles.${name}.like`);
  return like ? styleValue(reader, like.text, language, key, depth + 1) : null;
}

function readStyle(reader: ThemeReader, name: StyleName, language: Language): TextStyle {
  const value = (key: string) => {
    const node = styleValue(reader, name, language, key);
    if (!node) reader.missing(`styles.${name}.${language}.${key}`);
    return node;
  };
  const text = (key: string) => value(key)?.text ?? "";
  const size = reader.toPoints(value("size"), reader.bodySize);
  return {
    font: text("font"),
    size,
    leading: reader.toPoints(value("leading"), size),
    colour: text("colour") as ColourName,
    align: text("align") as TextStyle["align"],
    indent: reader.toPoints(styleValue(reader, name, language, "indent") ?? value("indent"), size),
    tracking: Number.parseFloat(text("tracking")) || 0,
    hyphenate: text("hyphenate") === "true",
    letters: text("letters") as TextStyle["letters"],
    latinScale: Number(styleValue(reader, name, language, "latinScale")?.text ?? "1"),
  };
}

/** Where a theme names a role of the fonts, for messages about it. */
export function fontNodes(reader: ThemeReader): readonly TextNode[] {
  return STYLE_NAMES.flatMap((name) =>
    LANGUAGES.flatMap((language) => styleValue(reader, name, language, "font") ?? []),
  );
}
