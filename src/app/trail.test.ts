import { expect, test } from "vitest";
import { type FontSource, fontInMemory } from "../font/font-source.ts";
import type { Sources } from "./open-content.ts";
import { followed, leadsTheSameWay } from "./trail.ts";

const font = (identity: string | null): FontSource => ({ ...fontInMemory(new Uint8Array(4)), identity });
const bytes = (text: string) => new TextEncoder().encode(text);

/** Folders in which one thing may be otherwise. */
const folders = (change: Partial<Sources> = {}): Sources => ({
  contentPath: (name) => `content/${name}`,
  fontsPath: (name) => `fonts/${name}`,
  themePath: (name) => `content/themes/${name}.yaml`,
  themeNames: ["briefing"],
  strays: [],
  namesIn: () => [],
  listed: (name) => name,
  read: (path) => (path.endsWith(".yaml") ? bytes(path) : null),
  font: () => font("song, of Tuesday"),
  isWithin: () => true,
  ...change,
});

/** What a build asks, and is answered the first time. */
function built(sources: Sources = folders()) {
  const { sources: asked, trail } = followed(sources);
  asked.read("2025-01.yaml");
  asked.read("2025-01.png");
  asked.font("song.ttf");
  asked.isWithin("2025-01.png");
  asked.listed("2025-01.png");
  asked.themePath("briefing");
  return trail();
}

test("folders in which nothing changed lead a build the same way, in this run and the next", () => {
  const trail = built();
  expect(leadsTheSameWay(folders(), trail)).toBe(true);
  expect(leadsTheSameWay(folders(), structuredClone(trail))).toBe(true);
});

test.each<readonly [string, Partial<Sources>]>([
  ["a file has other words", { read: (path) => (path.endsWith(".yaml") ? bytes("other") : null) }],
  ["a file is gone", { read: () => null }],
  ["a picture that was missing is there", { read: bytes }],
  ["a font was changed", { font: () => font("song, of Wednesday") }],
  ["a font is gone", { font: () => null }],
  ["nothing tells a font from what it was", { font: () => font(null) }],
  ["a picture is a link that leads out of the folder", { isWithin: () => false }],
  ["a picture has its name in other letters, on a disk that takes those", { listed: () => null }],
  ["a theme stands in the content folder", { themePath: () => "elsewhere/briefing.yaml" }],
  ["a theme is gone", { themePath: () => null }],
  ["the fonts are another folder's", { fontsPath: (name) => `others/${name}` }],
  ["a file that is not read for its ending came", { strays: ["content/2025-02.yml"] }],
  [
    "a file can not be read",
    {
      read: () => {
        throw new Error("EACCES");
      },
    },
  ],
])("a build is made anew where %s", (_, change) => {
  expect(leadsTheSameWay(folders(change), built())).toBe(false);
});

test("what a build did not ask for does not bear on it", () => {
  const read = (path: string) => (path === "2025-02.yaml" ? bytes("other") : folders().read(path));
  expect(leadsTheSameWay(folders({ read }), built())).toBe(true);
});

test("a font that nothing tells from another is never the same again", () => {
  const unknown = folders({ font: () => font(null) });
  expect(leadsTheSameWay(unknown, built(unknown))).toBe(false);
});

test("a file that changes while a build reads it is known as it was read first", () => {
  let words = "before";
  const { sources, trail } = followed(folders({ read: () => bytes(words) }));
  expect(sources.read("a.yaml")).toEqual(bytes("before"));
  words = "after";
  sources.read("a.yaml");
  expect(leadsTheSameWay(folders({ read: () => bytes("before") }), trail())).toBe(true);
  expect(leadsTheSameWay(folders({ read: () => bytes("after") }), trail())).toBe(false);
});
