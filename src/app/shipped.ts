/** What ships with the program, for commands that need no content: its theme and its faces. */

import { fileStart } from "../base/span.ts";
import { readFontBook } from "../content/read-font-book.ts";
import { readTheme } from "../content/read-theme.ts";
import { FaceSet } from "../font/face-set.ts";
import { fullShaper } from "../font/full-shaper.ts";
import { themeFile } from "../model/content-files.ts";
import type { Design } from "../model/design.ts";
import { readFile } from "./effects.ts";
import { openFont } from "./font-file.ts";
import { loadFontkit } from "./guarded-fontkit.ts";
import { shippedFile } from "./sources.ts";

export const SHIPPED_THEME = "briefing";

const textOf = (path: string) => ({ path, text: new TextDecoder().decode(bytesOf(path)) });

function bytesOf(path: string): Uint8Array {
  const bytes = readFile(shippedFile(path));
  if (!bytes) throw new Error(`${path} is missing from the program`);
  return bytes;
}

export function shippedDesign(): Design {
  const { value, diagnostics } = readTheme({
    name: SHIPPED_THEME,
    at: fileStart(""),
    load: (name) => textOf(`content/${themeFile(name)}`),
    known: [],
    edition: "bilingual",
    fonts: null,
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export function shippedFaces() {
  const { value: book, diagnostics } = readFontBook(textOf("fonts/fonts.yaml"));
  if (!book) throw new Error(JSON.stringify(diagnostics));
  return {
    book,
    faces: new FaceSet(book, (file) => openFont(shippedFile(`fonts/${file}`)), fullShaper(loadFontkit)),
  };
}
