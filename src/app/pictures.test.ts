import { expect, test } from "vitest";
import { fileStart } from "../base/span.ts";
import type { Issue } from "../model/issue.ts";
import { isSameName, listedPath } from "./listed-name.ts";
import type { Sources } from "./open-content.ts";
import { loadPictures } from "./pictures.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);

type Disk = (path: string) => string;

/** As it is written, whatever the letters, and with either slash. */
const EXACT: Disk = (path) => path;
const WINDOWS: Disk = (path) => path.replaceAll("\\", "/").toLowerCase();
const MAC: Disk = (path) => path.normalize("NFD").toLowerCase();

/** Which of the content folder's files a figure gets, or what its name is told to be. */
function found(src: string, files: readonly string[], key: Disk, isRevision = false): string | null {
  const read: string[] = [];
  const names = (folder: string) =>
    files.filter((name) => key(name).startsWith(key(folder))).map((name) => name.slice(folder.length));
  const namesIn = (folder: string) =>
    isRevision ? names(folder) : [...new Set(names(folder).map((name) => name.replace(/\/.*$/, "")))];
  const sources = {
    contentPath: (name: string) => name,
    isWithin: () => true,
    namesIn,
    listed: (name: string) => listedPath(name, namesIn, isSameName),
    read: (path: string) => {
      const file = files.find((name) => key(name) === key(path.replace(/^\.\//, "")));
      if (file !== undefined) read.push(file);
      return file === undefined ? null : PNG;
    },
  } as unknown as Sources;
  const figure = { kind: "figure", src, srcSpan: fileStart("a.yaml") };
  const issue = { articles: [{ body: [figure] }] } as unknown as Issue;
  const { files: pictures, diagnostics } = loadPictures(issue, sources);
  const [fault] = diagnostics;
  if (fault?.code === "missing-picture") return `not there; ${fault.nearest}`;
  expect(diagnostics).toEqual([]);
  expect([...pictures.keys()]).toEqual([src]);
  return read.at(-1) ?? null;
}

const FILES = ["2024-14.yaml", "figures/map.png", "figures/deep/plan.png"];

test.each([
  ["Linux", EXACT],
  ["Windows", WINDOWS],
  ["macOS", MAC],
])("on %s a picture has one name", (_, disk) => {
  for (const name of FILES.slice(1)) {
    expect(found(name, FILES, disk)).toBe(name);
    expect(found(name, FILES, disk, true)).toBe(name);
  }
  expect(found("./figures/map.png", FILES, disk)).toBe("figures/map.png");
  expect(found("Figures/Map.PNG", FILES, disk)).toBe("not there; figures/map.png");
  expect(found("figures/MAP.png", FILES, disk)).toBe("not there; figures/map.png");
  expect(found("figures\\map.png", FILES, disk)).toBe("not there; figures/map.png");
  expect(found("figures/Deep/plan.png", FILES, disk)).toBe("not there; figures/deep/plan.png");
  expect(found("figures/mpa.png", FILES, disk)).toBe("not there; figures/map.png");
  expect(found("atlas/world.png", FILES, disk)).toBe("not there; null");
});

test.each([
  ["Linux", EXACT],
  ["Windows", WINDOWS],
  ["macOS", MAC],
])("on %s accents may stand with their letters or behind them", (_, disk) => {
  for (const form of ["NFC", "NFD"] as const)
    for (const other of ["NFC", "NFD"] as const) {
      const file = "figures/é.png".normalize(form);
      expect(found("figures/é.png".normalize(other), ["a.yaml", file], disk)).toBe(file);
    }
});

test("of two files whose names look alike each has its own", () => {
  const files = ["figures/é.png".normalize("NFC"), "figures/é.png".normalize("NFD")];
  for (const file of files) expect(found(file, files, EXACT)).toBe(file);
});

test("a picture in a folder that can not be listed is found by its name", () => {
  expect(found("figures/map.png", FILES, EXACT)).toBe("figures/map.png");
  const blind = {
    contentPath: (name: string) => name,
    isWithin: () => true,
    namesIn: () => [],
    listed: (name: string) => listedPath(name, () => [], isSameName),
    read: () => PNG,
  };
  const figure = { kind: "figure", src: "figures/map.png", srcSpan: fileStart("a.yaml") };
  const issue = { articles: [{ body: [figure] }] } as unknown as Issue;
  expect(loadPictures(issue, blind as unknown as Sources).diagnostics).toEqual([]);
});
