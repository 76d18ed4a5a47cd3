/** A picture of a manuscript, as it stood there → the name and state that its file has beside the issue. */
import { isJpeg, isPng } from "../base/bytes.ts";

export interface Picture {
  /** As the original names it: a file, a path from the manuscript, or an address. */
  readonly name: string;
  /** Null where the original only names it. */
  readonly bytes: Uint8Array | null;
  /** What it shows, a line for each text; empty where nothing is said. */
  readonly alt: string;
  /** What stands under it by its own mark; empty where nothing does. */
  readonly caption: string;
  /** Place in the original, as pieces have it: it stood behind the last text that is not further down. */
  readonly at: number;
}

/** The file that a figure names. */
export interface FigureFile {
  /** Path from the content folder. */
  readonly src: string;
  readonly state: "there" | "missing" | "unprintable";
}

/** @param issue Number of the issue, which its pictures are named after. @param k From 1. */
export const figureName = (issue: string, k: number, extension: string): string =>
  `figures/${issue}-${k}.${extension}`;

/** Without its dot, by what the file is before by what it is called; PNG for what is still to be made. */
export function extensionOf({ name, bytes }: Pick<Picture, "name" | "bytes">): string {
  const told = bytes && kindOf(bytes);
  if (told) return told;
  const typed = /\.([a-z\d]{2,5})(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase() ?? "png";
  if (typed === "jpeg") return "jpg";
  return bytes === null && typed !== "jpg" ? "png" : typed;
}

function kindOf(bytes: Uint8Array): "png" | "jpg" | null {
  if (isPng(bytes)) return "png";
  return isJpeg(bytes) ? "jpg" : null;
}

/** Whether issues can print it, as far as its beginning tells. */
export const stateOf = (bytes: Uint8Array | null): FigureFile["state"] =>
  bytes === null ? "missing" : kindOf(bytes) === null ? "unprintable" : "there";

/** Whether two are one: the same bytes, whatever they are called, or one name. Every file of Word has an image1.png. */
export function isSamePicture(one: Picture, other: Picture): boolean {
  const [a, b] = [one.bytes, other.bytes];
  return a !== null && b !== null ? isSameBytes(a, b) : one.name === other.name;
}

export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, k) => byte === b[k]);

/** A place on the net or in the text itself, and no path. One letter before a colon is a drive. */
export const isAddress = (name: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(name);

/** Its %20 read; as it is typed where it holds a percent sign of its own. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** How names of pictures end, those among them that issues can not print. */
const ENDING = String.raw`\.(?:png|jpe?g|gif|bmp|tiff?|webp|avif|hei[cf]|emf|wmf|svg)`;
const NAMED_AS_PICTURE = new RegExp(`${ENDING}$`, "i");

/** Any other file that a manuscript names is none of its pictures, and is not copied. */
export const isNamedAsPicture = (name: string): boolean => NAMED_AS_PICTURE.test(name);

/** Names of files, which cameras and programs put where an alternative text belongs. */
const UNSAID = new RegExp(
  String.raw`^(?:\S*${ENDING}|[a-f\d-]{16,}|IMG_?\d+|image\d*|img|图片\s*\d*|Picture\s*\d*)$`,
  "i",
);
/** What Word guesses. */
const GUESSED =
  /\s*(?:描述已自动生成|AI 生成的内容可能不正确。?|(?:Description )?automatically generated(?: with .{0,40})?|AI-generated content may be incorrect\.?)\s*/gi;

/** @returns Empty where the text says nothing of what is seen. */
export function altOf(typed: string): string {
  const said = typed.replace(GUESSED, "").trim();
  return UNSAID.test(said) ? "" : said;
}
