/** What a reader's PDF claims in its XMP tree → where it does not say so as the standards ask. */
import type { Claims } from "./check-file.ts";
import type { Report } from "./finding.ts";
import type { XmlNode } from "./xmp-tree.ts";

/** Namespaces of claims, each with the one prefix that it may have, and the clause that says so. */
const PREFIXES: Readonly<Record<string, readonly [prefix: string, clause: string]>> = {
  "http://www.aiim.org/pdfa/ns/id/": ["pdfaid", "PDF/A 6.6.4"],
  "http://www.aiim.org/pdfua/ns/id/": ["pdfuaid", "PDF/UA-1 5"],
};

/** Parts of PDF/A with their levels: the fourth has none, or one of its own. */
const ARCHIVES = /^(?:1[AB]|[23][ABU]|4[EF]?)$/;

/** What the head of a packet may no longer say. */
const HEAD = /<\?xpacket\s[^>]*?\s(bytes|encoding)\s*=/;

export function checkClaims(packet: string, root: XmlNode, claims: Claims, report: Report): void {
  const told = new Set<string>();
  const look = (node: XmlNode) => {
    for (const { namespace, tag } of [node, ...node.attributes]) {
      const [prefix, clause] = PREFIXES[namespace] ?? [];
      if (prefix === undefined || tag.startsWith(`${prefix}:`) || told.has(tag)) continue;
      told.add(tag);
      report("wrong-claim", clause!, { detail: tag });
    }
    node.kids.forEach(look);
  };
  look(root);
  if (claims.archive !== null && !ARCHIVES.test(claims.archive))
    report("wrong-claim", "PDF/A 6.6.4", { detail: claims.archive });
  const said = HEAD.exec(packet)?.[1];
  if (said !== undefined) report("odd-packet", "PDF/A 6.6.2.1", { detail: said });
}
