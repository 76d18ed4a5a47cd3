/** What a build asked the folders for, with the answers → whether another build would be answered the same. */
import { createHash } from "node:crypto";
import type { Sources } from "./open-content.ts";

/** `file` and `font`: what stands at a path; `within`: whether it is in the folders; `theme` and `fonts`: where they are. */
type Question = "file" | "font" | "within" | "theme" | "fonts";

/** Answers stand for what was found: a digest, a path; null for nothing. */
export type Trail = readonly (readonly [question: Question, of: string, answer: string | null])[];

const digests = new WeakMap<Uint8Array, string>();

function digestOf(bytes: Uint8Array): string {
  const known = digests.get(bytes) ?? createHash("sha256").update(bytes).digest("hex");
  digests.set(bytes, known);
  return known;
}

/** What nothing tells from another is never the same again. */
const UNKNOWN = "?";

function answer(sources: Sources, question: Question, of: string): string | null {
  switch (question) {
    case "file": {
      const bytes = sources.read(of);
      return bytes && digestOf(bytes);
    }
    case "font": {
      const font = sources.font(of);
      return font && (font.identity ?? UNKNOWN);
    }
    case "within":
      return String(sources.isWithin(of));
    case "theme":
      return sources.themePath(of);
    case "fonts":
      return sources.fontsPath(of);
  }
}

/** @returns The same sources, and the trail of what was asked of them so far. */
export function followed(sources: Sources): { readonly sources: Sources; readonly trail: () => Trail } {
  const asked = new Map<string, readonly [Question, string, string | null]>();
  const note = (question: Question, of: string) => {
    const key = `${question} ${of}`;
    if (!asked.has(key)) asked.set(key, [question, of, answer(sources, question, of)]);
  };
  note("fonts", "");
  return {
    sources: {
      ...sources,
      read: (path) => {
        note("file", path);
        return sources.read(path);
      },
      font: (path) => {
        note("font", path);
        return sources.font(path);
      },
      isWithin: (path) => {
        note("within", path);
        return sources.isWithin(path);
      },
      themePath: (name) => {
        note("theme", name);
        return sources.themePath(name);
      },
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
