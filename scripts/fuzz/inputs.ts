/** A seed → one input of its kind: an issue, a theme, or a file with something wrong in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { parse } from "yaml";
import { PNG_SIGNATURE } from "../../src/base/bytes.ts";
import { chunk } from "../../test/picture-files.ts";
import { pressProfile } from "./press-profile.ts";

export type Input =
  | { readonly kind: "content" | "yaml"; readonly issue: Uint8Array }
  | { readonly kind: "theme"; readonly theme: Uint8Array }
  | { readonly kind: "picture"; readonly picture: Uint8Array }
  | { readonly kind: "profile"; readonly profile: Uint8Array }
  | { readonly kind: "font"; readonly font: Uint8Array; readonly word: string }
  | { readonly kind: "import"; readonly file: Uint8Array; readonly form: "docx" | "md" | "txt" };
export type Kind = Input["kind"];

/** How often each kind comes; what is quick to try comes more often. */
export const KINDS: readonly Kind[] = [
  "content",
  "content",
  "yaml",
  "yaml",
  "yaml",
  "theme",
  "picture",
  "picture",
  "font",
  "font",
  "profile",
  "import",
];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// ---- texts

const MARKS = [
  "**",
  "*",
  "^",
  "~",
  "[",
  "]",
  "(",
  ")",
  "](https://example.org/a)",
  "[^a]",
  "[^b]",
  "[^",
  "\\",
  "`",
  "_",
];
const SIGNS = [
  "，",
  "。",
  "、",
  "“",
  "”",
  "‘",
  "（",
  "）",
  "《",
  "》",
  "——",
  "……",
  "：",
  "；",
  "·",
  "％",
  "！？",
  "「",
  "〔",
  '"',
  "'",
  "...",
  "-",
  "–",
  "/",
  "#",
  "# ",
  ": ",
  "&",
  "@",
  "%",
  "!",
];
const WORDS = [
  "浦江创新论坛",
  "自主创新示范区",
  "的",
  "一",
  "〇",
  "㐂",
  "𠮷",
  "龘",
  "innovation",
  "a",
  "I",
  "fi",
  "ffl",
  "e\u0301",
  "Việt",
  "x\u0302",
  "naïve",
  "U.S.",
  "3.14",
  "2024年",
  "12345678901234567890",
  `https://example.org/${"path".repeat(9)}`,
  "office@example.org",
  "antidisestablishmentarianism",
  "x".repeat(90),
  "中".repeat(70),
  "ελ",
  "Ж",
];
const ODD = [
  "\u00a0",
  "\u202f",
  "\u00ad",
  "\u200b",
  "\ufeff",
  "\t",
  "\n",
  "\u2028",
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "😀",
  "👨‍👩‍👧",
  "\ud800",
  "\ufffe",
  "\ue000",
  "葛\u{e0100}",
  "ก",
  "क्ष",
  "ا",
  "한",
  "か\u3099",
  "\u0301".repeat(31),
  "　",
  "\u3000",
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 5, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 3, arbitrary: fc.constantFrom(" ", " ", "  ") },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const clean = fc
  .array(fc.oneof(piece, fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(""));
const odd = fc.tuple(clean, fc.constantFrom(...ODD), clean).map((parts) => parts.join(""));
const plain = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
        { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
        fc.constant(" "),
      ),
      { maxLength: 60 },
    ),
  )
  .map(([first, parts]) => first + parts.join(""));
const text = fc.oneof(
  { weight: 80, arbitrary: plain },
  { weight: 2, arbitrary: clean },
  { weight: 1, arbitrary: odd },
);

// ---- issues

const pair = fc.oneof(
  { weight: 8, arbitrary: fc.record({ zh: text, en: text }) },
  { weight: 1, arbitrary: text },
);
const bare = fc.record({ zh: text, en: text });
const block = fc.oneof(
  { weight: 8, arbitrary: bare },
  fc.record({ heading: pair }),
  fc.record({ subheading: pair }),
  fc.record({ list: fc.array(pair, { minLength: 1, maxLength: 5 }), ordered: fc.boolean() }),
  fc.record({ quote: fc.record({ zh: text, en: text, by: pair }) }),
  fc.integer({ min: 1, max: 5 }).chain((columns) => {
    const row = fc.array(pair, { minLength: 1, maxLength: columns });
    return fc.record({
      table: fc.record({ caption: pair, head: row, rows: fc.array(row, { minLength: 1, maxLength: 6 }) }),
    });
  }),
);
const labelled = fc.record({ label: pair, value: pair });
const article = fc.record(
  {
    title: pair,
    body: fc.array(block, { minLength: 1, maxLength: 12 }),
    series: pair,
    credits: fc.array(labelled, { maxLength: 3 }),
  },
  { requiredKeys: ["title", "body"] },
);
const issue = fc.record(
  {
    issue: fc.constant("2025-01"),
    overall: fc.constantFrom("1", "15", "99999"),
    date: fc.constantFrom("2025-01-06", "2024-02-29", "0001-01-01", "9999-12-31"),
    articles: fc.array(article, { minLength: 1, maxLength: 3 }),
    note: pair,
    notes: fc.record({ a: pair, b: pair }),
    imprint: fc.uniqueArray(
      fc.record({ role: fc.constantFrom("tel", "fax", "x"), label: pair, value: pair }),
      {
        maxLength: 3,
        selector: ({ role }) => role,
      },
    ),
  },
  { requiredKeys: ["issue", "overall", "date", "articles"] },
);

interface Step {
  readonly at: readonly number[];
  readonly put: unknown;
}
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.array(fc.nat(9), { maxLength: 6 }),
  put: fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.constant(undefined)),
});

/** Puts something else at some place of a value. */
function changed(value: unknown, { at, put }: Step): unknown {
  const [first, ...rest] = at;
  if (first === undefined || value === null || typeof value !== "object") return put;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(1, keys.length)];
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[key] = changed(copy[key], { at: rest, put });
  return copy;
}

/** JSON is YAML; a lone surrogate is written as an escape, which both know. */
const asYaml = (value: unknown): Uint8Array => bytes(JSON.stringify(value) ?? "");

const content = fc
  .tuple(
    issue,
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(step, { minLength: 1, maxLength: 2 })),
  )
  .map(
    ([made, steps]): Input => ({ kind: "content", issue: asYaml(steps.reduce(changed, made as unknown)) }),
  );

// ---- bytes

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}
const TOKENS = [
  "\n",
  "\t",
  "  ",
  "- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "|",
  ">",
  "&a ",
  "*a",
  "!!x ",
  "#",
  "%YAML 1.1\n",
  "---\n",
  "...\n",
  "？",
  "zh: ",
  "<<: ",
  "? ",
  "\u0000",
  "\u2028",
  "\ufeff",
  "\r",
];
const insert = fc.oneof(
  fc.constant(new Uint8Array()),
  fc.constantFrom(...TOKENS).map(bytes),
  fc.uint8Array({ maxLength: 4 }),
  fc
    .tuple(fc.constantFrom(...TOKENS), fc.integer({ min: 2, max: 300 }))
    .map(([token, times]) => bytes(token.repeat(times))),
);
const edits = (most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat(200)),
      insert,
    }),
    { minLength: 1, maxLength: most },
  );

const edited = (source: Uint8Array, steps: readonly Edit[]): Uint8Array =>
  steps.reduce((from, { at, remove, insert: put }) => {
    const place = Math.floor(at * from.length);
    return Uint8Array.from([...from.subarray(0, place), ...put, ...from.subarray(place + remove)]);
  }, source);

/** Bytes overwritten in place: lengths stay, as in a file that a disk has damaged. */
const flips = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255)),
  ),
  { minLength: 1, maxLength: 8 },
);
type Flips = readonly (readonly [number, number])[];

function flipped(source: Uint8Array, at: Flips, from = 0, to = source.length): Uint8Array {
  const copy = Uint8Array.from(source);
  for (const [place, value] of at) copy[from + Math.floor(place * (to - from - 1))] = value;
  return copy;
}

// ---- files

export function sources(root: string) {
  const file = (path: string) => readFileSync(join(root, path));
  const sample = Uint8Array.from(file("test/data/texts/2025-01.yaml")).subarray(0, 6000);
  const face = file("fonts/STIXTwoText-Regular.ttf");
  const leaves = leavesOf(parse(file("content/themes/briefing.yaml").toString("utf8")), []);
  const arbitraries: Readonly<Record<Kind, fc.Arbitrary<Input>>> = {
    content,
    yaml: edits(6).map((steps): Input => ({ kind: "yaml", issue: edited(sample, steps) })),
    theme: theme(leaves),
    picture,
    profile: profile(pressProfile()),
    font: font(face),
    import: imports,
  };
  return (kind: Kind, seed: number): Input => fc.sample(arbitraries[kind], { seed, numRuns: 1 })[0]!;
}

type Leaf = readonly [readonly string[], unknown];

function leavesOf(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (value === null || typeof value !== "object") return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function theme(leaves: readonly Leaf[]): fc.Arbitrary<Input> {
  const words = [...new Set(leaves.map(([, value]) => String(value)))];
  /** What the base themes write under a key of the same name. */
  const siblings = new Map<string, string[]>();
  for (const [path, value] of leaves)
    siblings.set(path.at(-1)!, [...(siblings.get(path.at(-1)!) ?? []), String(value)]);
  const number = fc
    .oneof(
      fc.integer({ min: -5, max: 60 }),
      fc.integer({ min: 0, max: 400 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    )
    .map((value) => Math.round(value * 100) / 100);
  const length = fc
    .tuple(number, fc.constantFrom("pt", "mm", "em"))
    .map(([value, unit]) => `${value}${unit}`);
  const wild = fc.oneof(
    length,
    fc.constantFrom(...words),
    fc.constantFrom("五号", "0", "-1", ".inf", "true", "auto"),
    text,
  );
  /** A value of the kind that stands there, mostly. */
  const like = (key: string, value: unknown): fc.Arbitrary<unknown> => {
    const written = String(value);
    const own = /^-?[\d.]+(?:pt|mm|em)$/.test(written)
      ? fc.oneof(length, fc.constantFrom("五号", "一号"))
      : /^-?[\d.]+$/.test(written)
        ? number
        : /^(?:true|false)$/.test(written)
          ? fc.boolean()
          : fc.constantFrom(...(siblings.get(key) ?? words));
    return fc.oneof({ weight: 12, arbitrary: own }, { weight: 1, arbitrary: wild });
  };
  const change = fc
    .constantFrom(...leaves)
    .chain(([path, value]) => fc.tuple(fc.constant(path), like(path.at(-1)!, value)));
  return fc
    .tuple(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("briefing", "modern", "briefing-stacked", "briefing-16k"),
    )
    .map(([changes, base]): Input => {
      const made: Record<string, unknown> = { extends: base };
      for (const [path, put] of changes) plant(made, path, put);
      return { kind: "theme", theme: asYaml(made) };
    });
}

function plant(into: Record<string, unknown>, [first, ...rest]: readonly string[], put: unknown): void {
  if (first === undefined) return;
  if (rest.length === 0) into[first] = put;
  else {
    const inner = (typeof into[first] === "object" && into[first] !== null ? into[first] : {}) as Record<
      string,
      unknown
    >;
    into[first] = inner;
    plant(inner, rest, put);
  }
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const png = fc
  .record({
    width: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
      fc.constantFrom(0, 2 ** 31 - 1, 30_000),
    ),
    height: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) },
      fc.constantFrom(0, 2 ** 31 - 1, 30_000),
    ),
    bits: fc.constantFrom(8, 8, 8, 1, 2, 4, 16, 3),
    colour: fc.constantFrom(0, 2, 3, 4, 6, 2, 6, 5),
    interlaced: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2),
    filters: fc.array(fc.oneof({ weight: 400, arbitrary: fc.nat(4) }, fc.nat(255)), {
      minLength: 40,
      maxLength: 40,
    }),
    palette: fc.constantFrom(3, 6, 768, 0, 4, 771),
    transparency: fc.option(fc.uint8Array({ maxLength: 8 })),
    other: fc.option(
      fc.tuple(
        fc.constantFrom("tEXt", "gAMA", "iCCP", "PLTE", "IDAT", "IEND", "tRNS", "eXIf"),
        fc.uint8Array({ maxLength: 12 }),
      ),
    ),
  })
  .map(({ width, height, bits, colour, interlaced, filters, palette, transparency, other }) => {
    const row = 1 + Math.ceil((Math.min(width, 40) * (CHANNELS[colour] ?? 1) * bits) / 8);
    const rows = new Uint8Array(row * Math.min(height, 40)).map((_, k) =>
      k % row === 0 ? filters[(k / row) % 40]! : (k * 7) & 255,
    );
    const head = new DataView(new ArrayBuffer(13));
    head.setUint32(0, width);
    head.setUint32(4, height);
    for (const [k, value] of [bits, colour, 0, 0, interlaced].entries()) head.setUint8(8 + k, value);
    return Uint8Array.from([
      ...PNG_SIGNATURE,
      ...chunk("IHDR", new Uint8Array(head.buffer)),
      ...(colour === 3 ? chunk("PLTE", new Uint8Array(palette)) : []),
      ...(transparency ? chunk("tRNS", transparency) : []),
      ...(other ? chunk(...other) : []),
      ...chunk("IDAT", deflateSync(rows)),
      ...chunk("IEND", new Uint8Array()),
    ]);
  });

const jpegSegment = (marker: number, body: readonly number[]): readonly number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

const jpeg = fc
  .record({
    channels: fc.constantFrom(1, 3, 3, 4, 2),
    width: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constantFrom(0, 65_535)),
    height: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constantFrom(0, 65_535)),
    frame: fc.constantFrom(0xc0, 0xc0, 0xc1, 0xc2, 0xc3, 0xc9),
    precision: fc.constantFrom(8, 8, 8, 12),
    app: fc.option(fc.tuple(fc.constantFrom(0xe0, 0xe1, 0xe2, 0xee, 0xfe), fc.uint8Array({ maxLength: 40 }))),
    scan: fc.uint8Array({ maxLength: 80 }),
  })
  .map(({ channels, width, height, frame, precision, app, scan }) => {
    const ids = Array.from({ length: channels }, (_, k) => k + 1);
    const table = (kind: number) => jpegSegment(0xc4, [kind, 1, ...Array<number>(15).fill(0), 0]);
    return Uint8Array.from([
      ...[0xff, 0xd8],
      ...(app ? jpegSegment(app[0], [...app[1]]) : []),
      ...jpegSegment(0xdb, [0, ...Array<number>(64).fill(1)]),
      ...jpegSegment(frame, [
        precision,
        height >> 8,
        height & 255,
        width >> 8,
        width & 255,
        channels,
        ...ids.flatMap((id) => [id, 0x11, 0]),
      ]),
      ...table(0),
      ...table(0x10),
      ...jpegSegment(0xda, [channels, ...ids.flatMap((id) => [id, 0]), 0, 63, 0]),
      ...scan,
      ...[0xff, 0xd9],
    ]);
  });

const picture = fc
  .tuple(fc.oneof(png, png, jpeg), fc.option(fc.oneof(flips, edits(3)), { freq: 2 }))
  .map(([made, change]): Input => {
    return { kind: "picture", picture: change === null ? made : changedBytes(made, change) };
  });

const changedBytes = (source: Uint8Array, change: Flips | readonly Edit[]): Uint8Array =>
  Array.isArray(change[0]) ? flipped(source, change as Flips) : edited(source, change as readonly Edit[]);

/** Mostly what stands at the head is damaged: counts, and the places of what follows. */
function profile(press: Uint8Array): fc.Arbitrary<Input> {
  const atHead = flips.map((at) => flipped(press, at, 0, 600));
  const anywhere = fc.oneof(flips, edits(3)).map((change) => changedBytes(press, change));
  return fc.oneof(atHead, anywhere).map((made): Input => ({ kind: "profile", profile: made }));
}

/** One table is damaged, and its checksum made to fit, as in a file that was made to do harm. */
function font(face: Uint8Array): fc.Arbitrary<Input> {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, k) => 12 + 16 * k);
  const ofTable = fc
    .tuple(fc.constantFrom(...tables), flips, fc.constantFrom(0.002, 0.02, 1), clean)
    .map(([record, at, share, word]): Input => {
      const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
      const made = flipped(face, at, offset, offset + Math.max(2, Math.ceil(length * share)));
      const out = new DataView(made.buffer);
      let sum = 0;
      for (let k = 0; k < length; k += 4)
        for (let n = 0; n < 4; n++)
          sum = (sum + (k + n < length ? made[offset + k + n]! : 0) * 2 ** (24 - 8 * n)) % 2 ** 32;
      out.setUint32(record + 4, sum);
      return { kind: "font", font: made, word };
    });
  const anywhere = fc
    .tuple(fc.oneof(flips, flips), fc.constantFrom(300, face.length), clean)
    .map(([at, to, word]): Input => ({ kind: "font", font: flipped(face, at, 0, to), word }));
  const cut = fc
    .tuple(fc.nat(face.length), clean)
    .map(([length, word]): Input => ({ kind: "font", font: face.subarray(0, length), word }));
  return fc.oneof(
    { weight: 8, arbitrary: ofTable },
    { weight: 2, arbitrary: anywhere },
    { weight: 1, arbitrary: cut },
  );
}

// ---- manuscripts

const line = fc.oneof(
  text,
  fc.constantFrom(
    "",
    "",
    "# 标题",
    "## 一、建设成效",
    "（一）",
    "1. Construction",
    "- 项",
    "* item",
    "> 引文",
    "|a|b|",
    "|---|---|",
    "2024年第14期（总第14期）",
    "2024年9月9日",
    "编者按：",
    "整理：张三",
    "电话：021-5330",
    "[^1]: 注",
    "专报之七",
    "Special Report 7",
    "\f",
    "```",
    "---",
  ),
);
const manuscript = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));

const XML = [
  "<w:p>",
  "</w:p>",
  "<w:r>",
  "</w:r>",
  "<w:t>字</w:t>",
  "<w:t>word</w:t>",
  "<w:tbl>",
  "</w:tbl>",
  "<w:tr>",
  "</w:tr>",
  "<w:tc>",
  "</w:tc>",
  '<w:pStyle w:val="Heading1"/>',
  "<w:b/>",
  "&amp;",
  "&#x0;",
  "&lol;",
  "&#xD800;",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE a [<!ENTITY a 'b'>]>",
  '<w:numId w:val="1"/>',
  '<w:hyperlink r:id="x">',
  "</w:hyperlink>",
  '<w:footnoteReference w:id="2"/>',
  "<w:br/>",
  "<w:tab/>",
  "<",
  ">",
  '"',
];
const paragraphs = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: text.map((words) => `<w:p><w:r><w:t>${words.replace(/[<&]/g, "")}</w:t></w:r></w:p>`),
    },
    fc.constantFrom(...XML),
  ),
  { maxLength: 30 },
);
const docx = fc.tuple(paragraphs, fc.option(edits(3), { freq: 2 })).map(([parts, steps]): Input => {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${parts.join("")}</w:body></w:document>`;
  const file = zipSync({ "word/document.xml": strToU8(document) }, { mtime: "2000-01-01" });
  return { kind: "import", form: "docx", file: steps ? edited(file, steps) : file };
});
const imports = fc.oneof(
  docx,
  fc
    .tuple(manuscript, fc.constantFrom("md" as const, "txt" as const))
    .map(([words, form]): Input => ({ kind: "import", form, file: bytes(words) })),
);
