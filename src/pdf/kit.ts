/** What this program uses of pdfkit: its objects, streams and pages. The one place that knows its private parts. */
import { createHash } from "node:crypto";

/** A PDF object with a number of its own. */
export interface Ref {
  readonly data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  /** Every reference is ended once, with or without a stream. */
  end(chunk?: Uint8Array | string): void;
}

export interface KitPage {
  readonly dictionary: Ref;
  readonly resources: Ref;
  readonly fonts: Record<string, Ref>;
  readonly xobjects: Record<string, Ref>;
  readonly annotations: Ref[];
}

interface KitImage {
  readonly label: string;
  obj: Ref | null;
  embed(kit: Kit): void;
}

export interface Kit {
  readonly page: KitPage;
  readonly _root: Ref;
  ref(data?: Record<string, unknown>): Ref;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): Kit;
  addContent(operators: string): Kit;
  openImage(bytes: Uint8Array): KitImage;
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "end", listener: () => void): void;
  end(): void;
}

/** What is private in pdfkit 0.20 and replaced here. */
interface Private {
  _id: Uint8Array;
  _finalize(): void;
  _write(data: Uint8Array | string): void;
  endMetadata(): void;
}

export interface KitOptions {
  readonly language: string;
  readonly info: Readonly<Record<string, string | Date>>;
}

/** Opens a tagged PDF 1.7 without pages. Metadata and the structure are the caller's. */
export async function openKit({ language, info }: KitOptions): Promise<Kit> {
  const { default: PDFDocument } = await import("pdfkit");
  const kit = new PDFDocument({
    pdfVersion: "1.7",
    autoFirstPage: false,
    compress: true,
    lang: language,
    displayTitle: true,
    info,
    font: null,
    margin: 0,
  }) as Kit & Private;
  kit.endMetadata = () => {};
  identify(kit);
  return kit;
}

/** The file's identity comes from its bytes: the same content, the same identity (ISO 32000-1, 14.4). */
function identify(kit: Private): void {
  const hash = createHash("md5");
  const write = kit._write.bind(kit);
  kit._write = (data) => {
    hash.update(data);
    write(data);
  };
  const finalize = kit._finalize.bind(kit);
  kit._finalize = () => {
    kit._id = new Uint8Array(hash.copy().digest());
    finalize();
  };
}

/** pdfkit ends both with the document, and takes them for references; readers look for a plain `true`. */
export function setStructure(kit: Kit, root: Ref): void {
  kit._root.data.StructTreeRoot = root;
  kit._root.data.MarkInfo = Object.defineProperty({ Marked: true }, "end", { value: () => {} });
}

/** Ends the file and gathers its bytes. */
export function bytesOf(kit: Kit): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    kit.on("data", (chunk) => chunks.push(chunk));
    kit.on("end", () => resolve(Buffer.concat(chunks)));
    kit.end();
  });
}

/** A text string (not a name) for a dictionary. */
export const text = (value: string): object => new String(value);

/** @returns The picture's resource name, put among the page's resources. */
export function placeImage(kit: Kit, bytes: Uint8Array, known: Map<string, KitImage>, key: string): string {
  const image = known.get(key) ?? kit.openImage(bytes);
  known.set(key, image);
  if (!image.obj) image.embed(kit);
  kit.page.xobjects[image.label] = image.obj!;
  return image.label;
}

export type { KitImage };
