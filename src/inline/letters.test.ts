import { expect, test } from "vitest";
import { design, face, STYLE, setting } from "../../test/fixture.ts";
import { PLAIN, type Run } from "../model/inline.ts";
import { NOWHERE } from "../model/places.ts";
import { lettersOf } from "./letters.ts";
import type { Faces } from "./setting.ts";

const run = (text: string, bold = false): Run => ({ text, mark: { ...PLAIN, bold }, places: NOWHERE });

/** Texts of the letters with the index of each, where every face but `other` lacks what `lacks` says. */
function shown(runs: readonly Run[], lacks: (code: number) => boolean = () => false) {
  const own = { ...face, has: (code: number) => !lacks(code) };
  const other = { ...face, id: "other" };
  const faces: Faces = {
    face: () => own,
    faceFor: (char) => ({ face: own.has(char.codePointAt(0)!) ? own : other, missing: false }),
    fallback: [],
  };
  const passage = { language: "en", parts: [{ runs, style: STYLE }], file: null, kind: "text" } as const;
  const { letters, starts } = lettersOf(passage, { ...setting(design("en")), faces });
  return letters.map(
    ({ text, look }, k) =>
      `${text} ${starts[k]}${look.mark.bold ? " bold" : ""}${look.face === other ? " other" : ""}`,
  );
}

test("a word of plain letters is one, and what stands around it is each for itself", () => {
  expect(shown([run("“No” two")])).toEqual(["“ 0", "No 1", "” 3", "  4", "two 5"]);
});

test("a word in which a mark begins or ends is its letters", () => {
  expect(shown([run("one tw"), run("o", true), run("s on")])).toEqual([
    "one 0",
    "  3",
    "t 4",
    "w 5",
    "o 6 bold",
    "s 7",
    "  8",
    "on 9",
  ]);
});

test("where a face lacks a plain letter, each has a face of its own", () => {
  const lacksW = (code: number) => code === "w".charCodeAt(0);
  expect(shown([run("two on")], lacksW)).toEqual(["t 0", "w 1 other", "o 2", "  3", "o 4", "n 5"]);
});

test("Latin letters are set by the scale of a Chinese text, and in an English one as they are", () => {
  const sizes = (language: "zh" | "en") => {
    const style = { ...STYLE, latinScale: 1.1 };
    const passage = { language, parts: [{ runs: [run("汉AI")], style }], file: null, kind: "text" } as const;
    return lettersOf(passage, setting(design("bilingual"))).letters.map(({ look }) => look.size);
  };
  expect(sizes("zh")).toEqual([10, 11]);
  expect(sizes("en")).toEqual([10, 10]);
});
