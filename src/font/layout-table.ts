/** A GSUB or GPOS table in → the lookups that a script's features ask for (ISO/IEC 14496-22, chapter 2). */

/** A lookup whose extensions are resolved; `subtables` are offsets from the table's start. */
export interface Lookup {
  readonly type: number;
  readonly subtables: readonly number[];
}

export interface LayoutTable {
  readonly view: DataView;
  /** In the order in which they apply, by feature tags. */
  lookups(script: string, language: string | null, features: ReadonlySet<string>): readonly Lookup[];
  /** A lookup that another one names. */
  lookup(index: number): Lookup;
}

/** Scripts that stand in for one that the table does not have. */
const DEFAULT_SCRIPTS = ["DFLT", "dflt", "latn"];

/** @param extension The type of lookup that only points at another: 7 in GSUB, 9 in GPOS. */
export function layoutTable(view: DataView, extension: 7 | 9): LayoutTable {
  const [scripts, features, list] = [view.getUint16(4), view.getUint16(6), view.getUint16(8)];
  const known = new Map<number, Lookup>();

  const lookup = (index: number): Lookup => {
    const found = known.get(index);
    if (found) return found;
    const at = list + view.getUint16(list + 2 + 2 * index);
    let type = view.getUint16(at);
    const subtables = offsets(view, at + 4).map((offset) => at + offset);
    if (type === extension) {
      type = subtables[0] === undefined ? 0 : view.getUint16(subtables[0] + 2);
      subtables.forEach((place, k) => {
        subtables[k] = place + view.getUint32(place + 4);
      });
    }
    const made = { type, subtables };
    known.set(index, made);
    return made;
  };

  return {
    view,
    lookup,
    lookups: (script, language, wanted) => {
      const system = languageSystem(view, scripts, script, language);
      if (system === null) return [];
      const indexes = new Set<number>();
      for (let i = 0; i < view.getUint16(system + 4); i++) {
        const record = features + 2 + 6 * view.getUint16(system + 6 + 2 * i);
        if (!wanted.has(tagAt(view, record))) continue;
        for (const index of offsets(view, features + view.getUint16(record + 4) + 2)) indexes.add(index);
      }
      return [...indexes].sort((a, b) => a - b).map(lookup);
    },
  };
}

/** A count, and that many 16-bit numbers behind it. */
function offsets(view: DataView, at: number): number[] {
  return Array.from({ length: view.getUint16(at) }, (_, i) => view.getUint16(at + 2 + 2 * i));
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** Offset of the language system for a script, or of the script's own. */
function languageSystem(view: DataView, scripts: number, script: string, language: string | null) {
  const find = (list: number, base: number, tag: string): number | null => {
    for (let i = 0; i < view.getUint16(list); i++) {
      const at = list + 2 + 6 * i;
      if (tagAt(view, at) === tag) return base + view.getUint16(at + 4);
    }
    return null;
  };
  let at: number | null = null;
  for (const tag of [script, ...DEFAULT_SCRIPTS]) at ??= find(scripts, scripts, tag);
  if (at === null) return null;
  const own = language === null ? null : find(at + 2, at, language);
  const usual = view.getUint16(at);
  return own ?? (usual === 0 ? null : at + usual);
}

/** @returns A glyph's index in a coverage table; −1 when it is not in it. */
export function coverageIndex(view: DataView, at: number, gid: number): number {
  const count = view.getUint16(at + 2);
  const isList = view.getUint16(at) === 1;
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = at + 4 + (isList ? 2 : 6) * middle;
    const first = view.getUint16(place);
    if (gid < first) high = middle - 1;
    else if (isList ? gid > first : gid > view.getUint16(place + 2)) low = middle + 1;
    else return isList ? middle : view.getUint16(place + 4) + gid - first;
  }
  return -1;
}

/** Marks every glyph of a coverage table, whose glyphs ascend. @param marks By glyph. */
export function markCovered(view: DataView, at: number, marks: Uint8Array): void {
  const isList = view.getUint16(at) === 1;
  const count = view.getUint16(at + 2);
  for (let k = 0; k < count; k++) {
    const place = at + 4 + (isList ? 2 : 6) * k;
    const first = view.getUint16(place);
    marks.fill(1, first, (isList ? first : view.getUint16(place + 2)) + 1);
  }
}

/** @returns A glyph's class; 0 when the table gives it none. */
export function glyphClass(view: DataView, at: number, gid: number): number {
  if (view.getUint16(at) === 1) {
    const index = gid - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  let low = 0;
  let high = view.getUint16(at + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = at + 4 + 6 * middle;
    if (gid < view.getUint16(place)) high = middle - 1;
    else if (gid > view.getUint16(place + 2)) low = middle + 1;
    else return view.getUint16(place + 4);
  }
  return 0;
}
