/** A paragraph of Word in → the pictures that hang at it or stand in it, and what Word draws from data. */
import { type Links, SKIPPED } from "./docx-runs.ts";
import { altOf } from "./picture.ts";
import { literally, tidy } from "./piece.ts";
import { childOf, type Element, elementsOf } from "./xml.ts";

export interface Drawn {
  /** Path inside the folder `word`, or an address outside of the file. */
  readonly target: string;
  readonly alt: string;
}

/** Texts inside drawings are paragraphs of their own, with pictures of their own. */
export function drawnIn(element: Element, links: Links): readonly Drawn[] {
  return element.children.flatMap((child): readonly Drawn[] => {
    if (typeof child === "string" || SKIPPED.has(child.name)) return [];
    if (child.name === "w:drawing") return drawingOf(child, links);
    if (child.name === "w:pict" || child.name === "w:object") return shapesOf(child, links);
    return drawnIn(child, links);
  });
}

/** `pic:pic` is a picture, `c:chart` a chart, `dgm:relIds` a diagram; a picture that fills a shape is an ornament. */
const PARTS = ["pic:pic", "c:chart", "cx:chart", "dgm:relIds"] as const;

function drawingOf(drawing: Element, links: Links): readonly Drawn[] {
  const [properties] = elementsOf(drawing, "wp:docPr");
  const parts = elementsOf(drawing, "w:txbxContent", ...PARTS).filter(({ name }) => name !== "w:txbxContent");
  return parts.flatMap((part, k) => {
    const own = sayingOf(childOf(childOf(part, "pic:nvPicPr"), "pic:cNvPr"));
    return drawn(idOf(part), own || (k === 0 ? sayingOf(properties ?? null) : ""), links);
  });
}

function idOf(part: Element): string {
  if (part.name !== "pic:pic") return part.attributes["r:id"] ?? part.attributes["r:dm"] ?? "";
  const blip = childOf(childOf(part, "pic:blipFill"), "a:blip");
  return blip?.attributes["r:embed"] ?? blip?.attributes["r:link"] ?? "";
}

/** As Word wrote pictures before 2007, and still writes what other programs lend it; formulas of these are no figures. */
function shapesOf(shapes: Element, links: Links): readonly Drawn[] {
  const isFormula = elementsOf(shapes, "o:OLEObject").some(({ attributes }) =>
    /^Equation/i.test(attributes.ProgID ?? ""),
  );
  if (isFormula) return [];
  return elementsOf(shapes, "v:shape", "v:rect").flatMap((shape) => {
    const id = childOf(shape, "v:imagedata")?.attributes["r:id"] ?? "";
    return drawn(id, saidIn(shape.attributes.alt ?? ""), links);
  });
}

function drawn(id: string, alt: string, links: Links): readonly Drawn[] {
  const target = links.get(id);
  return target === undefined ? [] : [{ target: target.replace(/^\/?word\//, ""), alt }];
}

const sayingOf = (properties: Element | null): string =>
  saidIn(properties?.attributes.descr ?? "") || saidIn(properties?.attributes.title ?? "");

/** Lines of it may be of both languages. */
const saidIn = (typed: string): string =>
  altOf(typed)
    .split(/\s*\n\s*/)
    .map((line) => tidy(literally(line)))
    .filter((line) => line !== "")
    .join("\n");
