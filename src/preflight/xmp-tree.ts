/** An XMP packet in → its elements, each by its namespace and name; null where it is no well-formed XML. */

export interface XmlNode {
  readonly namespace: string;
  readonly name: string;
  /** The name as it is written, its prefix before it. */
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly kids: readonly XmlNode[];
  /** What stands in it, outside its elements. */
  readonly text: string;
}

interface XmlAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly tag: string;
  readonly value: string;
}

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** Whether an element or an attribute has a name. */
export const isNamed =
  (namespace: string, name: string) =>
  (one: Pick<XmlNode, "namespace" | "name">): boolean =>
    one.namespace === namespace && one.name === name;

interface Open {
  readonly node: XmlNode & { kids: XmlNode[]; text: string };
  readonly spaces: ReadonlyMap<string, string>;
}

/** What stands between `<` and `>`, quoted signs of either kind inside; comments, instructions and sections apart. */
const PIECE =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/"'=!?]+)((?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;

const ATTRIBUTE = /([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Elements stand no deeper than this in metadata that are well made. */
const DEEPEST = 100;

/** The outermost element. */
export function xmpTree(packet: string): XmlNode | null {
  const root: Open = {
    node: { namespace: "", name: "", tag: "", attributes: [], kids: [], text: "" },
    spaces: new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]),
  };
  const open = [root];
  for (const [piece, section, closing, tag, said, empty] of packet.matchAll(PIECE)) {
    const top = open.at(-1)!;
    if (tag === undefined) {
      if (piece === "<") return null;
      if (section !== undefined || !piece.startsWith("<")) top.node.text += section ?? piece;
      continue;
    }
    if (closing) {
      if (open.length === 1 || top.node.tag !== tag) return null;
      open.pop();
      continue;
    }
    const next = opened(tag, said!, top.spaces);
    if (!next || open.length > DEEPEST) return null;
    top.node.kids.push(next.node);
    if (!empty) open.push(next);
  }
  return open.length === 1 && root.node.kids.length === 1 ? root.node.kids[0]! : null;
}

/** @returns Null where a prefix stands for nothing. */
function opened(tag: string, said: string, around: ReadonlyMap<string, string>): Open | null {
  const all = [...said.matchAll(ATTRIBUTE)].map(([, key, a, b]) => [key!, a ?? b ?? ""] as const);
  const declared = all.flatMap(([key, value]) => {
    const [prefix, name] = parted(key);
    return prefix === "xmlns" ? [[name, value] as const] : key === "xmlns" ? [["", value] as const] : [];
  });
  const spaces = declared.length > 0 ? new Map([...around, ...declared]) : around;
  const [prefix, name] = parted(tag);
  const namespace = spaces.get(prefix) ?? (prefix === "" ? "" : null);
  const attributes = all
    .filter(([key]) => !/^xmlns(?::|$)/.test(key))
    .map(([key, value]) => {
      const [own, local] = parted(key);
      return { namespace: own === "" ? "" : spaces.get(own), name: local, tag: key, value };
    });
  if (namespace === null || attributes.some((attribute) => attribute.namespace === undefined)) return null;
  const known = attributes.map(({ namespace: at = "", ...rest }) => ({ namespace: at, ...rest }));
  return { node: { namespace, name, tag, attributes: known, kids: [], text: "" }, spaces };
}

function parted(key: string): readonly [prefix: string, name: string] {
  const colon = key.indexOf(":");
  return colon < 0 ? ["", key] : [key.slice(0, colon), key.slice(colon + 1)];
}
