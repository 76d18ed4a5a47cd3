/** Operators of a page's content, one by one → what the page paints with: states, pictures, forms and the like. */
import type { OpenPdf } from "../read-pdf/open-pdf.ts";
import { Name, type Parsed } from "../read-pdf/values.ts";

/** What a page paints with, its forms included, each thing once. */
export interface Used {
  readonly states: Set<Parsed>;
  /** Streams, or dictionaries of images that stand in the content. */
  readonly images: Set<Parsed>;
  readonly forms: Set<Parsed>;
  /** Colour spaces that are named, by what the names stand for. */
  readonly spaces: Set<Parsed>;
  /** Names of rendering intents. */
  readonly intents: Set<string>;
  /** Operators that are none. */
  readonly unknown: Set<string>;
  /** Names that stand in no resources of the body's own. */
  readonly borrowed: Set<string>;
  readonly numbers: Set<number>;
  /** Languages of marked sequences. */
  readonly languages: Set<Parsed>;
  /** States kept at one time. */
  deepest: number;
}

/** Operators of content (ISO 32000-1, annex A). */
const OPERATORS = new Set(
  (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q " +
    "re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
  ).split(" "),
);

/** What operators take by its name, from which resources. */
const TAKEN: Readonly<Record<string, string>> = {
  gs: "ExtGState",
  Do: "XObject",
  Tf: "Font",
  cs: "ColorSpace",
  CS: "ColorSpace",
  sh: "Shading",
};

/** Colour spaces that need no resources. */
const PLAIN_SPACES = new Set(["DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"]);

/** Properties of a marked sequence stand in the content, or under a name among the resources. */
export const propertiesOf = (pdf: OpenPdf, resources: Parsed, said: Parsed | undefined): Parsed =>
  said instanceof Name ? pdf.path(resources, "Properties", said.name) : (said ?? null);

/** The content that an operator stands in. */
interface Body {
  readonly resources: Parsed;
  readonly isBorrowing: boolean;
}

/** Gathers them, operator by operator. */
export class Means {
  readonly used: Used = {
    states: new Set(),
    images: new Set(),
    forms: new Set(),
    spaces: new Set(),
    intents: new Set(),
    unknown: new Set(),
    borrowed: new Set(),
    numbers: new Set(),
    languages: new Set(),
    deepest: 0,
  };
  readonly #pdf: OpenPdf;

  constructor(pdf: OpenPdf) {
    this.#pdf = pdf;
  }

  /** @param kept States that are kept before the operator. */
  note(operator: string, operands: readonly Parsed[], body: Body, kept: number): void {
    const { used } = this;
    if (!OPERATORS.has(operator)) used.unknown.add(operator);
    for (const value of operands) if (typeof value === "number") used.numbers.add(value);
    if (operator === "q") used.deepest = Math.max(used.deepest, kept + 1);
    const [first] = operands;
    if (operator === "ri" && first instanceof Name) used.intents.add(first.name);
    else if (operator === "BDC") this.#mark(operands[1], body);
    else if (TAKEN[operator] && first instanceof Name) this.#take(operator, first.name, body);
  }

  #mark(properties: Parsed | undefined, { resources }: Body): void {
    const language = this.#pdf.get(propertiesOf(this.#pdf, resources, properties), "Lang");
    if (language !== null) this.used.languages.add(language);
  }

  #take(operator: string, name: string, { resources, isBorrowing }: Body): void {
    const { used } = this;
    const kind = TAKEN[operator]!;
    if (kind === "ColorSpace" && PLAIN_SPACES.has(name)) return;
    if (isBorrowing) used.borrowed.add(name);
    const object = this.#pdf.path(resources, kind, name);
    if (kind === "ExtGState") used.states.add(object);
    if (kind === "ColorSpace") used.spaces.add(object);
    if (kind === "XObject")
      (this.#pdf.name(object, "Subtype") === "Image" ? used.images : used.forms).add(object);
  }
}
