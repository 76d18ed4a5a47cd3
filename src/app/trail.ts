/** What a build asked the folders for, with the answers → whether another build would be answered the same. */
import type { FontSource } from "../font/font-source.ts";
import { sha256 } from "./late-crypto.ts";
import type { Sources } from "./open-content.ts";

/**
 * `file` and `font`: what stands at a path; `within`: whether it is in the folders; `listed`: in which letters a folder
 * has its name, which not every disk asks for; `theme` and `fonts`: where they are; `strays`: what is not read for its name.
 */
type Question = "file" | "font" | "within" | "listed" | "theme" | "fonts" | "strays";

/** Answers stand for what was found: a digest, a path; null for nothing. */
export type Trail = readonly (readonly [question: Question, of: string, answer: string | null])[];

const digests = new WeakMap<Uint8Array, string>();

function digestOf(bytes: Uint8Array): string {
  const known = digests.get(bytes) ?? sha256(bytes);
  digests.set(bytes, known);
  return known;
}

/** What nothing tells from another is never the same again. */
const UNKNOWN = "?";

const ofFile = (bytes: Uint8Array | null): string | null => bytes && digestOf(bytes);
const ofFont = (font: FontSource | null): string | null => font && (font.identity ?? UNKNOWN);

const strays = (sources: Sources): string => sources.strays.join("\n");

function answer(sources: Sources, question: Question, of: string): string | null {
  switch (question) {
    case "file":
      return ofFile(sources.read(of));
    case "font":
      return ofFont(sources.font(of));
    case "within":
      return String(sources.isWithin(of));
    case "listed":
      return sources.listed(of);
    case "theme":
      return sources.themePath(of);
    case "fonts":
      return sources.fontsPath(of);
    case "strays":
      return strays(sources);
  }
}

/** @returns The same sources, and the trail of what was asked of them so far. */
export function followed(sources: Sources): { readonly sources: Sources; readonly trail: () => Trail } {
  const asked = new Map<string, Trail[number]>();
  const noted =
    <T>(question: Question, ask: (of: string) => T, answerOf: (found: T) => string | null) =>
    (of: string): T => {
      const found = ask(of);
      const key = `${question} ${of}`;
      if (!asked.has(key)) asked.set(key, [question, of, answerOf(found)]);
      return found;
    };
  const path = (found: string | null) => found;
  noted("fonts", sources.fontsPath, path)("");
  noted("strays", () => strays(sources), path)("");
  return {
    sources: {
      ...sources,
      read: noted("file", sources.read, ofFile),
      font: noted("font", sources.font, ofFont),
      isWithin: noted("within", sources.isWithin, String),
      listed: noted("listed", sources.listed, path),
      themePath: noted("theme", sources.themePath, path),
    },
    trail: () => [...asked.values()],
  };
}

/** Whether sources answer as they did when the trail was made. */
export function leadsTheSameWay(sources: Sources, trail: Trail): boolean {
  try {
    return trail.every(
      ([question, of, before]) => before !== UNKNOWN && answer(sources, question, of) === before,
    );
  } catch {
    // What can not be read is told of by the build.
    return false;
  }
}
