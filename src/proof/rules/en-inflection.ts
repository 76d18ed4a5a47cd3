/** An English word in → its other forms: enterprises, promoted, seeing, is for are. */

/** The third person of a verb, the plural of a noun. */
export const withS = (word: string): string =>
  /(?:[sxz]|ch|sh|o)$/.test(word)
    ? `${word}es`
    : /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}s`;

/** Past participles that no rule makes, by the plain form or by the past that is put for them. */
const IRREGULAR: Readonly<Record<string, string>> = {
  build: "built",
  choose: "chosen",
  begin: "begun",
  began: "begun",
  rise: "risen",
  rose: "risen",
  fell: "fallen",
  grow: "grown",
  drive: "driven",
  drove: "driven",
  broke: "broken",
  spoke: "spoken",
  knew: "known",
  flew: "flown",
  came: "come",
  shrank: "shrunk",
  shook: "shaken",
  send: "sent",
  spend: "spent",
  win: "won",
  hold: "held",
  write: "written",
  give: "given",
  take: "taken",
};

export const participle = (verb: string): string =>
  IRREGULAR[verb] ?? (verb.endsWith("e") ? `${verb}d` : `${verb}ed`);

export const gerund = (verb: string): string => `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : verb}ing`;

export const inPlural = (verb: string): string => ({ is: "are", was: "were", has: "have" })[verb] ?? verb;
export const inSingular = (verb: string): string =>
  ({ are: "is", were: "was", have: "has", do: "does" })[verb] ?? verb;

/** The match with its last word put otherwise. */
export const lastWord =
  (put: (word: string) => string) =>
  ([typed]: readonly string[]): string =>
    typed!.trim().replace(/[\w'’]+$/, put);
