/** Namespaces of XMP whose properties need no description in the file, and the kinds of their values (ISO 19005-2, 6.6.2.3.1). */

/** How a property holds its values: plainly, or in a container of RDF. */
export type Holding = "plain" | "Alt" | "Bag" | "Seq";

const kinds = (names: Readonly<Partial<Record<Holding, string>>>): ReadonlyMap<string, Holding> =>
  new Map(
    Object.entries(names).flatMap(([holding, list]) =>
      list.split(" ").map((name) => [name, holding as Holding] as const),
    ),
  );

/** Where the descriptions of a file's own properties stand, and what stands in them (ISO 19005-2, 6.6.2.3.3). */
export const DESCRIBED = {
  schemas: "http://www.aiim.org/pdfa/ns/extension/",
  schema: "http://www.aiim.org/pdfa/ns/schema#",
  property: "http://www.aiim.org/pdfa/ns/property#",
  type: "http://www.aiim.org/pdfa/ns/type#",
  field: "http://www.aiim.org/pdfa/ns/field#",
} as const;

/** By namespace (XMP Specification of September 2005, chapter 4; ISO 19005-2, 6.6.4; ISO 14289-1, 5 has none of them). */
export const PREDEFINED: ReadonlyMap<string, ReadonlyMap<string, Holding>> = new Map([
  [
    "http://purl.org/dc/elements/1.1/",
    kinds({
      plain: "coverage format identifier source",
      Alt: "description rights title",
      Bag: "contributor language publisher relation subject type",
      Seq: "creator date",
    }),
  ],
  [
    "http://ns.adobe.com/xap/1.0/",
    kinds({
      plain: "BaseURL CreateDate CreatorTool Label MetadataDate ModifyDate Nickname Rating",
      Bag: "Advisory Identifier",
      Alt: "Thumbnails",
    }),
  ],
  [
    "http://ns.adobe.com/xap/1.0/rights/",
    kinds({ plain: "Certificate Marked WebStatement", Bag: "Owner", Alt: "UsageTerms" }),
  ],
  [
    "http://ns.adobe.com/xap/1.0/mm/",
    kinds({
      plain:
        "DerivedFrom DocumentID InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant RenditionClass " +
        "RenditionParams VersionID LastURL RenditionOf SaveID",
      Seq: "History Versions",
    }),
  ],
  ["http://ns.adobe.com/xap/1.0/bj/", kinds({ Bag: "JobRef" })],
  [
    "http://ns.adobe.com/xap/1.0/t/pg/",
    kinds({ plain: "MaxPageSize NPages", Bag: "Fonts", Seq: "Colorants PlateNames" }),
  ],
  ["http://ns.adobe.com/pdf/1.3/", kinds({ plain: "Keywords PDFVersion Producer" })],
  ["http://www.aiim.org/pdfa/ns/id/", kinds({ plain: "part amd corr conformance" })],
  [DESCRIBED.schemas, kinds({ Bag: "schemas" })],
]);

/** Namespaces of pictures and films: taken to be right as they are. */
export const TAKEN: ReadonlySet<string> = new Set([
  "http://ns.adobe.com/photoshop/1.0/",
  "http://ns.adobe.com/tiff/1.0/",
  "http://ns.adobe.com/exif/1.0/",
  "http://ns.adobe.com/exif/1.0/aux/",
  "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
  "http://ns.adobe.com/camera-raw-settings/1.0/",
]);
