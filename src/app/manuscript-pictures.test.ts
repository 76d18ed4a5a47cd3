import { join } from "node:path";
import { expect, test } from "vitest";
import type { Picture } from "../import/picture.ts";
import { figureFiles } from "./manuscript-pictures.ts";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** The only file of a content folder → what a figure of a manuscript beside the folder names it. */
function named(name: string, file: string, takesOtherLetters: boolean): string {
  const key = (path: string) => (takesOtherLetters ? path.toLowerCase() : path);
  const path = join("desk/content", file);
  const disk = {
    read: (typed: string) => (key(typed) === key(path) ? PNG : null),
    namesIn: (folder: string) => {
      const above = key(join(folder, "/"));
      return key(path).startsWith(above) ? [path.slice(above.length).replace(/[\\/].*$/, "")] : [];
    },
  };
  const picture: Picture = { name, bytes: null, alt: "", caption: "", at: 0 };
  const folders = { content: "desk/content", manuscript: "desk" };
  const { fileOf, fresh } = figureFiles([picture], "2025-01", folders, disk);
  expect(fresh).toEqual([]);
  return fileOf(picture).src;
}

test("a picture of the content folder is called as its folder calls it, whatever letters the disk takes", () => {
  for (const name of [
    "figures/map.png",
    "Figures/MAP.png",
    "content/FIGURES/Map.PNG",
    "content\\figures\\map.png",
  ])
    expect(named(name, "figures/Map.png", true)).toBe("figures/Map.png");
  expect(named("figures/Map.png", "figures/Map.png", false)).toBe("figures/Map.png");
  expect(named("figures/map.png", "figures/Map.png", false)).toBe("figures/2025-01-1.png");
});
