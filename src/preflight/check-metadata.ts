/** The XMP packet of a reader's PDF in → its properties that the file does not describe, or that hold something else. */
import { checkClaims } from "./check-claims.ts";
import type { Claims } from "./check-file.ts";
import { checkSchemas } from "./check-schemas.ts";
import type { Report } from "./finding.ts";
import { DESCRIBED, type Holding, PREDEFINED, TAKEN } from "./xmp-schemas.ts";
import { isNamed, RDF, type XmlNode, xmpTree } from "./xmp-tree.ts";

const XML = "http://www.w3.org/XML/1998/namespace";

const CONTAINERS: ReadonlySet<string> = new Set<Holding>(["Alt", "Bag", "Seq"]);

export function checkMetadata(packet: string, claims: Claims, report: Report): void {
  const root = xmpTree(packet);
  if (!root) {
    report("bad-metadata", "PDF/A 6.6.2.1");
    return;
  }
  checkClaims(packet, root, claims, report);
  checkSchemas(root, report);
  const descriptions = below(
    root,
    RDF,
    "Description",
    ({ namespace, name }) => namespace !== RDF || name === "RDF",
  );
  const described = describedIn(root);
  const tell = (detail: string) => report("unknown-property", "PDF/A 6.6.2.3.1", { detail });
  for (const description of descriptions) {
    for (const { namespace, name, tag } of description.attributes)
      if (namespace !== RDF && namespace !== XML && !isRight(namespace, name, "plain", described)) tell(tag);
    for (const property of description.kids) {
      const { namespace, name, tag } = property;
      if (!isRight(namespace, name, holdingOf(property), described)) tell(tag);
    }
  }
}

/** @param described Namespaces with the names of properties that the file describes, and how they hold their values. */
function isRight(
  namespace: string,
  name: string,
  holding: Holding,
  described: ReadonlyMap<string, ReadonlyMap<string, Holding>>,
): boolean {
  if (TAKEN.has(namespace)) return true;
  const known = described.get(namespace)?.get(name) ?? PREDEFINED.get(namespace)?.get(name);
  return known === holding;
}

/** @returns How an element holds its value. */
function holdingOf({ kids }: XmlNode): Holding {
  const [only] = kids;
  const isContainer = kids.length === 1 && only!.namespace === RDF && CONTAINERS.has(only!.name);
  return isContainer ? (only!.name as Holding) : "plain";
}

/** What the extension schemas describe (ISO 19005-2, 6.6.2.3.3). */
function describedIn(root: XmlNode): ReadonlyMap<string, ReadonlyMap<string, Holding>> {
  const found = new Map<string, Map<string, Holding>>();
  for (const schema of holdersOf(root, DESCRIBED.schema, "namespaceURI")) {
    const namespace = saidIn(schema, DESCRIBED.schema, "namespaceURI");
    const properties = found.get(namespace) ?? new Map<string, Holding>();
    found.set(namespace, properties);
    for (const property of holdersOf(schema, DESCRIBED.property, "name")) {
      const type = saidIn(property, DESCRIBED.property, "valueType");
      const held = /^(?:closed )?(?:open )?(bag|seq|alt)\b|^lang alt$/i.exec(type);
      const container = held ? (held[1] ?? "alt") : "";
      const holding = [...CONTAINERS].find((one) => one.toLowerCase() === container.toLowerCase());
      properties.set(
        saidIn(property, DESCRIBED.property, "name"),
        (holding as Holding | undefined) ?? "plain",
      );
    }
  }
  return found;
}

/** Elements of a name, the outermost of each branch. */
function below(
  node: XmlNode,
  namespace: string,
  name: string,
  isLookedInto: (node: XmlNode) => boolean = () => true,
): readonly XmlNode[] {
  if (isNamed(namespace, name)(node)) return [node];
  return isLookedInto(node) ? node.kids.flatMap((kid) => below(kid, namespace, name, isLookedInto)) : [];
}

/** Elements that have one, or an attribute, of a name right in them. */
function holdersOf(node: XmlNode, namespace: string, name: string): readonly XmlNode[] {
  const isOne = isNamed(namespace, name);
  const holds = node.kids.some(isOne) || node.attributes.some(isOne);
  return [...(holds ? [node] : []), ...node.kids.flatMap((kid) => holdersOf(kid, namespace, name))];
}

function saidIn({ kids, attributes }: XmlNode, namespace: string, name: string): string {
  const isOne = isNamed(namespace, name);
  return (kids.find(isOne)?.text ?? attributes.find(isOne)?.value ?? "").trim();
}
