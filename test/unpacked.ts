/** A finished PDF in → its objects as text, to be changed, and the bytes of a PDF made of them again. */
import { OpenPdf } from "../src/read-pdf/open-pdf.ts";
import { latin } from "../src/read-pdf/parse.ts";
import { Dict, Name, type Parsed, Pointer, Str, Stream, Word } from "../src/read-pdf/values.ts";

const HEAD = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";

function shown(value: Parsed): string {
  if (value instanceof Name)
    return `/${value.name.replace(/[^A-Za-z0-9_.:+-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, "0")}`)}`;
  if (value instanceof Str) return `<${Buffer.from(value.bytes, "latin1").toString("hex")}>`;
  if (value instanceof Pointer) return `${value.id} 0 R`;
  if (value instanceof Word) return value.word;
  if (value instanceof Stream) return shown(value.dict);
  if (value instanceof Dict)
    return `<< ${[...value.entries].map(([key, entry]) => `/${key} ${shown(entry)}`).join(" ")} >>`;
  if (Array.isArray(value)) return `[ ${value.map((item) => shown(item as Parsed)).join(" ")} ]`;
  return String(value);
}

/**
 * @param change What is done to each object's text (a stream's content behind it, unpacked where it is
 *   deflated) by its number.
 */
export function rebuilt(bytes: Uint8Array, change: (text: string, id: number) => string): Uint8Array {
  const pdf = new OpenPdf(bytes);
  const skipped = new Set(["ObjStm", "XRef"]);
  const parts: string[] = [];
  const offsets = new Map<number, number>();
  let at = HEAD.length;
  const add = (part: string) => {
    parts.push(part);
    at += part.length;
  };
  for (const id of pdf.ids) {
    const object = pdf.object(id);
    if (skipped.has(pdf.name(object, "Type") ?? "")) continue;
    offsets.set(id, at);
    add(`${id} 0 obj\n${body(pdf, object, (text) => change(text, id))}\nendobj\n`);
  }
  const start = at;
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size - 1 }, (_, k) => {
    const offset = offsets.get(k + 1);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const trailer = ["Root", "Info", "ID"].flatMap((key) => {
    const value = pdf.trailer.entries.get(key);
    return value === undefined ? [] : [`/${key} ${shown(value)}`];
  });
  add(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`);
  add(`trailer\n<< /Size ${size} ${trailer.join(" ")} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(`${HEAD}${parts.join("")}`, "latin1");
}

function body(pdf: OpenPdf, object: Parsed, change: (text: string) => string): string {
  if (!(object instanceof Stream)) return change(shown(object));
  const entries = [...object.dict.entries];
  const isDeflated = pdf.name(object, "Filter") === "FlateDecode";
  const kept = entries.filter(
    ([key]) => key !== "Length" && !(isDeflated && (key === "Filter" || key === "DecodeParms")),
  );
  const text = change(`${shown(new Dict(new Map(kept)))}\nstream\n${latin(pdf.content(object))}`);
  const cut = text.indexOf("\nstream\n");
  if (cut < 0) return text;
  const content = text.slice(cut + 8);
  return `${text.slice(0, cut).replace(/>>$/, `/Length ${content.length} >>`)}\nstream\n${content}\nendstream`;
}
