/** The XMP tree of a reader's PDF in → what the descriptions of its own properties lack (PDF/A 6.6.2.3.3). */
import type { Report } from "./finding.ts";
import { DESCRIBED } from "./xmp-schemas.ts";
import { isNamed, RDF, type XmlNode } from "./xmp-tree.ts";

/** What one thing that is described has, in a namespace that has one prefix. */
interface Shape {
  readonly namespace: string;
  readonly prefix: string;
  readonly texts: readonly string[];
  /** Lists of more things, which may be left out. */
  readonly lists: Readonly<Record<string, Shape>>;
}

const FIELD: Shape = {
  namespace: DESCRIBED.field,
  prefix: "pdfaField",
  texts: ["name", "valueType", "description"],
  lists: {},
};
const TYPE: Shape = {
  namespace: DESCRIBED.type,
  prefix: "pdfaType",
  texts: ["type", "namespaceURI", "prefix", "description"],
  lists: { field: FIELD },
};
const PROPERTY: Shape = {
  namespace: DESCRIBED.property,
  prefix: "pdfaProperty",
  texts: ["name", "valueType", "category", "description"],
  lists: {},
};
const SCHEMA: Shape = {
  namespace: DESCRIBED.schema,
  prefix: "pdfaSchema",
  texts: ["schema", "namespaceURI", "prefix"],
  lists: { property: PROPERTY, valueType: TYPE },
};
const PREFIX = "pdfaExtension";

const CATEGORIES = new Set(["internal", "external"]);

/** Types of values that need no description (XMP Specification, 2005), in small letters. */
const KNOWN = new Set(
  (
    "text integer boolean real date mimetype propername agentname xpath guid uri url locale renditionclass rational " +
    "gpscoordinate resourceref resourceevent version job thumbnail dimensions colorant font projectlink time timecode " +
    "timescalestretch beatsplicestretch resampleparams media marker oecf/sfr cfapattern devicesettings flash choice"
  ).split(" "),
);

/** Words before a type that say how many of it there are, or that it is one of several. */
const AROUND_TYPE = /^(?:(?:bag|seq|alt|lang alt|(?:open |closed )?choice)(?: of)?\b ?)+/i;

export function checkSchemas(root: XmlNode, report: Report): void {
  const tell = (detail: string) => report("bad-description", "PDF/A 6.6.2.3.3", { detail });
  for (const container of namedIn(root, DESCRIBED.schemas, "schemas")) {
    const schemas = itemsOf(container, "Bag");
    if (!container.tag.startsWith(`${PREFIX}:`) || !schemas) tell(container.tag);
    for (const schema of schemas ?? []) checkThing(schema, SCHEMA, typesIn(schema), tell);
  }
}

/** @param own Types that are described beside it, in small letters. */
function checkThing(
  thing: Thing,
  shape: Shape,
  own: ReadonlySet<string>,
  tell: (detail: string) => void,
): void {
  for (const { namespace, tag } of thing.all)
    if (namespace === shape.namespace && !tag.startsWith(`${shape.prefix}:`)) tell(tag);
  const known = new Set([...shape.texts, ...Object.keys(shape.lists)]);
  for (const { namespace, name, tag } of thing.all)
    if (namespace !== RDF && (namespace !== shape.namespace || !known.has(name))) tell(tag);
  for (const name of shape.texts) {
    const said = thing.texts.get(name);
    const isOdd =
      (name === "category" && !CATEGORIES.has(said ?? "")) ||
      (name === "valueType" && said !== undefined && !isType(said, own));
    if (said === undefined || isOdd) tell(`${shape.prefix}:${name}`);
  }
  for (const [name, kind] of Object.entries(shape.lists)) {
    const held = thing.nodes.find(isNamed(shape.namespace, name));
    const items = held ? itemsOf(held, "Seq") : [];
    if (!items) tell(`${shape.prefix}:${name}`);
    for (const item of items ?? []) checkThing(item, kind, own, tell);
  }
}

function isType(said: string, own: ReadonlySet<string>): boolean {
  const type = said.trim().replace(AROUND_TYPE, "").toLowerCase();
  return type === "" || KNOWN.has(type) || own.has(type);
}

/** Types that a schema describes. */
function typesIn(schema: Thing): ReadonlySet<string> {
  const held = schema.nodes.find(isNamed(SCHEMA.namespace, "valueType"));
  const types = held ? (itemsOf(held, "Seq") ?? []) : [];
  return new Set(types.map(({ texts }) => (texts.get("type") ?? "").toLowerCase()));
}

/** An item of a list: its elements and attributes, and what they say. */
interface Thing {
  readonly nodes: readonly XmlNode[];
  readonly all: readonly Pick<XmlNode, "namespace" | "name" | "tag">[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The items of a list of a kind; null where it is another. */
function itemsOf({ kids }: XmlNode, kind: "Bag" | "Seq"): readonly Thing[] | null {
  const [list] = kids;
  if (kids.length !== 1 || !isNamed(RDF, kind)(list!)) return null;
  return list!.kids.map(thingOf);
}

/** What an item holds stands in it, or in a description in it. */
function thingOf(item: XmlNode): Thing {
  const [only] = item.kids;
  const holder = item.kids.length === 1 && isNamed(RDF, "Description")(only!) ? only! : item;
  const texts = new Map<string, string>();
  for (const { name, value } of holder.attributes) texts.set(name, value.trim());
  for (const { name, text, kids } of holder.kids) if (kids.length === 0) texts.set(name, text.trim());
  return { nodes: holder.kids, all: [...holder.kids, ...holder.attributes], texts };
}

function namedIn(node: XmlNode, namespace: string, name: string): readonly XmlNode[] {
  const own = isNamed(namespace, name)(node) ? [node] : [];
  return [...own, ...node.kids.flatMap((kid) => namedIn(kid, namespace, name))];
}
