/** Folders on this machine in → where the files of a publication are: the office's own, or the program's. */
import { dirname, isAbsolute, join, type PlatformPath, relative, resolve, sep } from "node:path";
import { isWithin, listFolder, readFile, staysInside } from "./effects.ts";
import { openFont } from "./font-file.ts";
import { isSameName, listedPath } from "./listed-name.ts";
import type { Sources } from "./open-content.ts";
import { straysAmong } from "./strays.ts";

/** The program's folder, with the fonts and themes that ship with it. */
const PROGRAM = programFolder(import.meta.dirname);

function programFolder(from: string): string {
  const above = dirname(from);
  return listFolder(from)?.includes("fonts") || above === from ? from : programFolder(above);
}

const SYSTEM = { isAbsolute, relative, resolve, sep };

/** Path of a file that ships with the program, by its path in the project. */
export const shippedFile = (path: string): string => join(PROGRAM, path);

const YAML = /\.yaml$/;

/** Issues are all files of the content folder but the publication's and those that editors and systems hide. */
export const issuesAmong = (files: readonly string[]): readonly string[] =>
  files
    .filter((name) => YAML.test(name) && !/^\.|[\\/]/.test(name) && !/^publication\.yaml$/i.test(name))
    .map((name) => name.replace(YAML, ""));

/** @returns Null where there is no such folder. */
export function issueNames(content: string): readonly string[] | null {
  const files = listFolder(content);
  return files && issuesAmong(files);
}

/** Of a folder that can not be listed nothing is told here; what is asked of it is. */
export function namesInFolder(folder: string): readonly string[] {
  try {
    return listFolder(folder) ?? [];
  } catch {
    return [];
  }
}

/** An office's fonts stand beside its content; without any, the program's own are used. */
export function sourcesAt(
  content: string,
  read: Sources["read"] = readFile,
  font: Sources["font"] = openFont,
): Sources {
  const beside = join(dirname(resolve(content)), "fonts");
  const fonts = listFolder(beside)?.includes("fonts.yaml") ? beside : shippedFile("fonts");
  const own = join(content, "themes");
  const shipped = shippedFile("content/themes");
  const themes = (folder: string) => (listFolder(folder) ?? []).filter((name) => YAML.test(name));
  const ownThemes = themes(own);
  const shippedThemes = themes(shipped);
  const strays = straysAmong([
    ...namesInFolder(content),
    ...namesInFolder(own).map((name) => `themes/${name}`),
  ]);
  const fontStrays = namesInFolder(beside).filter((name) => name === "fonts.yml");
  const listings = new Map<string, readonly string[]>();
  const namesIn = (folder: string) => {
    const names = listings.get(folder) ?? namesInFolder(join(content, folder));
    listings.set(folder, names);
    return names;
  };
  return {
    contentPath: (name) => shown(join(content, name)),
    fontsPath: (name) => shown(join(fonts, name)),
    themePath: (name) => {
      const file = `${name}.yaml`;
      if (ownThemes.includes(file)) return shown(join(own, file));
      return shippedThemes.includes(file) ? shown(join(shipped, file)) : null;
    },
    themeNames: [...new Set([...ownThemes, ...shippedThemes].map((name) => name.replace(YAML, "")))].sort(),
    strays: [
      ...strays.map((name) => shown(join(content, name))),
      ...fontStrays.map((name) => shown(join(beside, name))),
    ],
    namesIn,
    listed: (name) => listedPath(name, namesIn, isSameName),
    read,
    font,
    isWithin: (path) => isWithin(fonts, path) || isWithin(content, path),
  };
}

/**
 * As messages show it: relative to where the program was started, when it is below, and else as the system writes it.
 *
 * @param here Where that was. @param paths How the system writes paths.
 */
export function shown(
  path: string,
  here = process.cwd(),
  paths: Pick<PlatformPath, "isAbsolute" | "relative" | "resolve" | "sep"> = SYSTEM,
): string {
  const whole = paths.resolve(here, path);
  const short = paths.relative(here, whole);
  return short !== "" && staysInside(short, paths) ? short.split(paths.sep).join("/") : whole;
}
