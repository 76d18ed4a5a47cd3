/** Names that HTML has for characters, as texts bring them along → the characters. */
export const HTML_CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  emsp: "\u3000",
  ensp: " ",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
};
