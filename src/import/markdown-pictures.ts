/** Markdown in → the same without its pictures, and these with the lines that they stood on. */
import { altOf, decodedPath, isAddress, type Picture } from "./picture.ts";
import { LINE_END } from "./plain-notes.ts";

/** A path without brackets, or with such as 图(1).png has; whole pictures may stand in the text itself. */
const PATH = String.raw`data:image\/[\w.+-]{1,40};base64,[A-Za-z\d+/=]*|<[^<>\n]{0,2000}>|[^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,1000}){0,4}`;
const ALT = String.raw`((?:[^\]\\]|\\.){0,1000})`;
/** `![…](…)`, `![…][…]`, `![[…]]` and `<img …>`. */
const PICTURE = new RegExp(
  String.raw`!\[\[([^\]|\n]{1,500})(?:\|[^\]\n]{0,200})?\]\]|!\[${ALT}\]\(\s*(${PATH})([^)]{0,1000})\)|!\[${ALT}\]\[([^\]\n]{0,200})\]|<img\s([^>]{0,4000})>`,
  "gi",
);
/** `[image1]: <path>`: what `![…][image1]` or `[…][image1]` stands for. A note begins with ^. */
export const DEFINITION =
  /^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]*(?:<([^<>\n]*)>|(\S+))(?:[ \t]+["'(][^\n]{0,1000})?[ \t]*$/gm;
/** @returns What keys stand for, in small letters. */
export const definitionsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(DEFINITION)].map(([, key = "", angled, path = ""]) => [
      key.toLowerCase(),
      angled ?? path,
    ]),
  );

/** What is left where a picture was a link. */
const EMPTY_LINK = /(?<!!)\[\s*\]\([^()\s]{0,2000}\)/g;

export interface TakenPictures {
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** @param said Makes a text of an alternative text or a caption, as it does of other texts. */
export function takePictures(typed: string, said: (text: string) => string): TakenPictures {
  if (!(typed.includes("![") && typed.includes("]")) && !/<img\s/i.test(typed))
    return { text: typed, pictures: [] };
  const defined = definitionsIn(typed);
  const named = new Set<string>();
  const pictures: Picture[] = [];
  let at = 1;
  let counted = 0;
  const text = typed.replace(PICTURE, (whole, ...found: unknown[]) => {
    const [wiki, alt = "", path, rest = "", refAlt = "", ref, tag] = found as (string | undefined)[];
    const key = (ref || refAlt).toLowerCase();
    if (ref !== undefined && !defined.has(key)) return whole;
    if (ref !== undefined) named.add(key);
    const offset = found.find((it) => typeof it === "number") as number;
    at += linesIn(typed.slice(counted, offset));
    counted = offset;
    const quoted = /^\s*["'“(](.*?)["'”)]?\s*$/s.exec(rest)?.[1];
    const typedName = `${path}${quoted === undefined ? rest : ""}`;
    const marked = wiki ?? (ref === undefined ? typedName : defined.get(key)!);
    const name = tag === undefined ? marked : attributeOf(tag, "src");
    const caption = tag === undefined ? (quoted ?? "").replace(/^fig:/, "") : attributeOf(tag, "title");
    pictures.push({
      ...fileOf(name.trim().replace(/^<(.*)>$/, "$1")),
      alt: said(altOf(tag === undefined ? alt || refAlt : attributeOf(tag, "alt"))),
      caption: said(caption),
      at,
    });
    // Lines keep their numbers.
    return "\n".repeat(linesIn(whole));
  });
  const kept = text.replace(DEFINITION, (whole, key: string) => (named.has(key.toLowerCase()) ? "" : whole));
  return { text: pictures.length > 0 ? kept.replace(EMPTY_LINK, "") : kept, pictures };
}

const linesIn = (text: string): number => text.match(LINE_END)?.length ?? 0;

const attributeOf = (tag: string, name: string): string => {
  const [, double, single, bare] =
    new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, "i").exec(tag) ?? [];
  return double ?? single ?? bare ?? "";
};

/** Of a picture that stands in the text itself its bytes; of others the path, its %20 read. */
function fileOf(typed: string): Pick<Picture, "name" | "bytes"> {
  const data = /^data:image\/([\w.+-]+);base64,([\s\S]*)$/i.exec(typed);
  if (data) return { name: `picture.${data[1]!.replace("+xml", "")}`, bytes: bytesOf(data[2]!) };
  return { name: isAddress(typed) ? typed : decodedPath(typed), bytes: null };
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
