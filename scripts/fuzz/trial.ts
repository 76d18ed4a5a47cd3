/** One input → whether the program set it or refused it with a reason; whatever else it does is thrown. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Built, buildEdition, openOffice } from "../../src/app/build.ts";
import type { Sources } from "../../src/app/open-content.ts";
import { openIssue } from "../../src/app/open-content.ts";
import { READERS, type Readers } from "../../src/app/readers.ts";
import { report } from "../../src/app/report.ts";
import { speak } from "../../src/app/speech.ts";
import { type Diagnostic, hasErrors } from "../../src/base/diagnostic.ts";
import { EDITIONS, type Edition } from "../../src/base/language.ts";
import { readIssue } from "../../src/content/read-issue.ts";
import { readPublication } from "../../src/content/read-publication.ts";
import { FaceError, ShapingError } from "../../src/font/face-error.ts";
import { fontInMemory } from "../../src/font/font-source.ts";
import { fullShaper } from "../../src/font/full-shaper.ts";
import { inspectFont } from "../../src/font/inspect-font.ts";
import { openFace } from "../../src/font/open-face.ts";
import { draftOf } from "../../src/import/draft.ts";
import { readDocx } from "../../src/import/read-docx.ts";
import { readPlain } from "../../src/import/read-plain.ts";
import { writeIssue } from "../../src/import/write-issue.ts";
import type { Input } from "./inputs.ts";
import { pressProfile } from "./press-profile.ts";

export interface Outcome {
  readonly set: boolean;
  readonly pdf: Uint8Array | null;
}

/** One input in this many is set for the press. */
const PRESS = 5;

const THEME = "briefing";
const PUBLICATION = `name: { zh: 试刊, en: Trial }\npublisher: { zh: 编辑部, en: Editorial office }\ntheme: ${THEME}\nprint: { icc: press.icc }\n`;
const ISSUE = `issue: 2025-01
overall: 15
date: 2025-01-06
articles:
  - title: { zh: 标题, en: A title }
    body:
      - { heading: { zh: 一、题, en: 1. Head } }
      - { zh: 第一段文字，“写”到一行多，才看得出断行与两端对齐。2024年, en: The first paragraph takes a line and more so that it is broken. }
      - { list: [{ zh: 甲, en: one }, { zh: 乙, en: two }] }
      - { table: { head: [a, b], rows: [[c, d]] } }
`;
const FIGURE = "      - { figure: { src: a.png, alt: { zh: 图, en: A figure } } }\n";

/** @param root The project's folder. */
export function trials(root: string): (input: Input, seed: number) => Promise<Outcome> {
  speak("both");
  const shipped = (path: string) => new Uint8Array(readFileSync(join(root, path)));
  const fonts = new Map(
    readdirSync(join(root, "fonts")).map((name) => [`fonts/${name}`, shipped(`fonts/${name}`)]),
  );
  const themeNames = readdirSync(join(root, "content/themes")).map((name) => name.replace(".yaml", ""));
  const press = pressProfile();
  const kit = fullShaper(() => createRequire(import.meta.url)("fontkit"));
  // Faces and the plain theme are the program's own here, opened and read once: damaged faces and odd themes have trials
  // of their own.
  let faces: ReturnType<Readers["faces"]> | null = null;
  const designs = new Map<Edition, ReturnType<Readers["theme"]>>();
  const readers: Readers = {
    ...READERS,
    faces: (book, files, shaper) => {
      faces ??= READERS.faces(book, files, shaper);
      return faces;
    },
    theme: (request) => {
      if (request.name !== THEME) return READERS.theme(request);
      const design = designs.get(request.edition) ?? READERS.theme(request);
      designs.set(request.edition, design);
      return design;
    },
  };

  const built = async (files: ReadonlyMap<string, Uint8Array>, seed: number): Promise<Outcome> => {
    const sources: Sources = {
      contentPath: (name) => `content/${name}`,
      fontsPath: (name) => `fonts/${name}`,
      themePath: (name) =>
        files.has(`content/themes/${name}.yaml`) || themeNames.includes(name)
          ? `content/themes/${name}.yaml`
          : null,
      themeNames,
      strays: [],
      namesIn: () => [],
      listed: (name: string) => name,
      read: (path) =>
        files.get(path) ?? fonts.get(path) ?? (path.startsWith("content/themes/") ? shipped(path) : null),
      isWithin: () => true,
      font: (path) => {
        const bytes = fonts.get(path);
        return bytes ? fontInMemory(bytes) : null;
      },
    };
    const office = await openOffice(sources, kit, readers);
    const { value: issue, diagnostics } = await openIssue(office, "2025-01");
    const found: Diagnostic[] = [...office.diagnostics, ...diagnostics];
    let made: Built | null = null;
    if (issue) {
      const purpose = {
        print: seed % PRESS === 0 ? { booklet: seed % 2 === 0, colourBars: true } : null,
        attachSource: seed % 2 === 1,
      };
      made = await buildEdition(
        { office, issue, edition: EDITIONS[seed % EDITIONS.length]!, theme: null },
        purpose,
      );
      found.push(...made.diagnostics);
    }
    told(found, (path) => office.files.get(path)?.text ?? null);
    const pdf = made?.pdf ?? null;
    if (pdf === null && !hasErrors(found)) throw new Error("neither pages nor a reason");
    if (pdf) whole(pdf);
    return { set: pdf !== null, pdf };
  };

  const folder = (change: Readonly<Record<string, Uint8Array | string>>) =>
    new Map(
      Object.entries({
        "content/publication.yaml": PUBLICATION,
        "content/2025-01.yaml": ISSUE,
        "content/press.icc": press,
        ...change,
      }).map(
        ([path, text]) => [path, typeof text === "string" ? new TextEncoder().encode(text) : text] as const,
      ),
    );

  return async (input, seed) => {
    switch (input.kind) {
      case "content":
      case "yaml":
        return built(folder({ "content/2025-01.yaml": input.issue }), seed);
      case "theme":
        return built(
          folder({
            "content/publication.yaml": PUBLICATION.replace(THEME, "own"),
            "content/themes/own.yaml": input.theme,
          }),
          seed,
        );
      case "picture":
        return built(
          folder({ "content/2025-01.yaml": ISSUE + FIGURE, "content/a.png": input.picture }),
          seed,
        );
      case "profile":
        return built(folder({ "content/press.icc": input.profile }), seed - (seed % PRESS));
      case "font":
        return { set: shaped(input), pdf: null };
      case "import":
        return { set: imported(input), pdf: null };
    }
  };
}

/** Every message can be worded, in both languages, and acts on no terminal. */
function told(found: readonly Diagnostic[], textOf: (path: string) => string | null): void {
  const same = (text: string) => text;
  const paint = { width: 96, error: same, warning: same, added: same, faint: same, strong: same };
  for (const diagnostic of found) {
    const message = report(diagnostic, textOf, paint);
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|undefined|\[object/.test(message))
      throw new Error(`a message says ${JSON.stringify(message)}`);
  }
}

function whole(pdf: Uint8Array): void {
  const text = Buffer.from(pdf).toString("latin1");
  if (!text.startsWith("%PDF-") || !/%%EOF\s*$/.test(text)) throw new Error("the PDF is not whole");
  if (/\bNaN\b|\bInfinity\b/.test(text.replace(/stream\r?\n[\s\S]*?endstream/g, "")))
    throw new Error("the PDF has a number that is none");
}

/** What its own tables say is shaped here; fontkit is stopped by a deadline of its own. */
function shaped({ font, word }: Extract<Input, { kind: "font" }>): boolean {
  const source = fontInMemory(font);
  if (inspectFont(source) !== null) return false;
  const shaper = () => () => {
    throw new ShapingError("damaged", "left to fontkit");
  };
  try {
    const face = openFace("en", source, shaper);
    const gids = new Set<number>();
    for (const text of [...word.split(" "), "Affinity", "fi", "1/2"])
      for (const features of [[], ["liga", "kern", "smcp"]]) {
        const points = [...text].every((char) => face.has(char.codePointAt(0)!));
        if (!points || text === "") continue;
        for (const { gid } of face.shape(text, { script: "latn", language: null, features })) gids.add(gid);
      }
    const there = [...gids].filter((gid) => gid > 0);
    const cids = there.map((_, k) => k + 1);
    face.subset(there, cids, "ABCDEF+Font", (word.length % 4) / 1000);
    return true;
  } catch (error) {
    if (error instanceof FaceError) return false;
    throw error;
  }
}

function imported({ file, form }: Extract<Input, { kind: "import" }>): boolean {
  const original =
    form === "docx" ? readDocx(file) : readPlain(new TextDecoder().decode(file), form === "md");
  if (typeof original === "string") return false;
  const draft = draftOf(original, { names: ["试刊"], imprint: [] });
  const text = writeIssue(draft, "2025-01");
  const { value: publication } = readPublication({ path: "content/publication.yaml", text: PUBLICATION });
  const { diagnostics } = readIssue({ path: "content/2025-01.yaml", text }, publication);
  told(diagnostics, () => text);
  const broken = diagnostics.find(
    ({ code }) =>
      code === "yaml" || code === "duplicate-key" || code === "unknown-key" || code === "wrong-type",
  );
  if (broken) throw new Error(`an import that can not be read again: ${JSON.stringify(broken)}`);
  return true;
}
