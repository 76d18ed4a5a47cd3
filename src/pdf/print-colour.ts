/** Colours of a theme in → the operators that set them as inks: black over everything, spot inks by name. */
import type { Colour } from "../model/design.ts";
import { number } from "./numbers.ts";
import type { Ref, Value } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Black prints over what is below; everything else is spared out (ISO 32000-1, 11.7.4). */
const OVERPRINT = "GO";
const KNOCKOUT = "GK";

export class PrintInks {
  readonly #states: Ref;
  readonly #spaces: Ref;
  readonly #spots = new Map<string, string>();

  constructor(file: PdfFile) {
    this.#states = file.ref({
      [OVERPRINT]: { Type: "ExtGState", OP: true, op: true, OPM: 1 },
      [KNOCKOUT]: { Type: "ExtGState", OP: false, op: false, OPM: 0 },
    });
    this.#spaces = file.ref({ All: separation("All", [1, 1, 1, 1]) });
  }

  /** Operators that set a colour for filling. */
  fill({ cmyk, spot, share }: Colour): string {
    if (spot !== null) return `/${KNOCKOUT} gs /${this.#spot(spot, cmyk, share)} cs ${number(share, 3)} scn`;
    const isBlack = cmyk.every((ink, k) => ink === (k === 3 ? 1 : 0));
    const inks = cmyk.map((ink) => number(ink, 3)).join(" ");
    return `/${isBlack ? OVERPRINT : KNOCKOUT} gs ${inks} k`;
  }

  /** Names of the spot inks, in the order of use. */
  get spots(): readonly string[] {
    return [...this.#spots.values()];
  }

  /** What pages name. `All` is every plate there is: the colour of the printer's marks. */
  resources(): { readonly [name: string]: Value } {
    return { ExtGState: this.#states, ColorSpace: this.#spaces };
  }

  #spot(ink: string, cmyk: Colour["cmyk"], share: number): string {
    const known = this.#spots.get(ink);
    if (known) return known;
    const full = cmyk.map((value) => Math.min(1, share > 0 ? value / share : value));
    const made = `S${this.#spots.size + 1}`;
    this.#spaces.data[made] = separation(ink, full);
    this.#spots.set(ink, made);
    return made;
  }
}

/** @param inks What stands for the ink where its plate is not to be had. */
function separation(ink: string, inks: readonly number[]): Value {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: inks, N: 1 };
  return ["Separation", latin(ink), "DeviceCMYK", tint];
}

/** A name's bytes: inks with names beyond Latin are written in UTF-8. */
const latin = (name: string): string => Buffer.from(name, "utf8").toString("latin1");
