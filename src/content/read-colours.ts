/** The values of a theme in → its colours, shares of one another worked out. */
import { COLOUR_NAMES, type Colour, type ColourName } from "../model/design.ts";
import type { ThemeReader } from "./theme-reader.ts";

/** What stands in for a colour that never comes to an end; a design with one is not used. */
const NONE: Colour = { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1], spot: null, share: 1 };

/** A colour that rests on itself is told once for all that stand in its circle, where one of them closes it. */
export function readColours(reader: ThemeReader): Readonly<Record<ColourName, Colour>> {
  const told = new Set<ColourName>();
  /** @param seen The colours that rest on this one, from the first. */
  const read = (name: ColourName, seen: readonly ColourName[]): Colour => {
    const at = (key: string) => reader.at(`colours.${name}.${key}`);
    const [hasRgb, hasInks] = [at("rgb") !== null, at("cmyk.0") !== null];
    const of = at("of");
    const other = of?.text as ColourName | undefined;
    // What a colour says itself, for screens or for presses, goes before what it takes of another.
    if (!of || !other || other === name || (hasRgb && hasInks)) return ownColour(reader, name);
    const rest = [...seen, name];
    if (rest.includes(other)) {
      const circle = rest.slice(rest.indexOf(other));
      if (!circle.some((it) => told.has(it)))
        reader.found.push({ code: "colour-cycle", severity: "error", span: of.span, name: other });
      for (const it of circle) told.add(it);
      return NONE;
    }
    const tint = tintOf(read(other, rest), reader.text(`colours.${name}.share`));
    const spot = at("spot")?.text;
    return {
      ...tint,
      ...(hasRgb ? { rgb: rgbOf(reader, name) } : {}),
      ...(hasInks ? { cmyk: inksOf(reader, name), spot: null, share: 1 } : {}),
      ...(spot === undefined ? {} : { spot, share: 1 }),
    };
  };
  return Object.fromEntries(COLOUR_NAMES.map((name) => [name, read(name, [])])) as Record<ColourName, Colour>;
}

const ownColour = (reader: ThemeReader, name: ColourName): Colour => ({
  rgb: rgbOf(reader, name),
  cmyk: inksOf(reader, name),
  spot: reader.at(`colours.${name}.spot`)?.text ?? null,
  share: 1,
});

function rgbOf(reader: ThemeReader, name: ColourName): Colour["rgb"] {
  const hex = reader.text(`colours.${name}.rgb`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2) || "0", 16) / 255;
  return [part(1), part(3), part(5)];
}

function inksOf(reader: ThemeReader, name: ColourName): Colour["cmyk"] {
  const ink = (k: number) => reader.number(`colours.${name}.cmyk.${k}`) / 100;
  return [ink(0), ink(1), ink(2), ink(3)];
}

/** A share of a colour on white paper. */
function tintOf(colour: Colour, share: string): Colour {
  const part = Number.parseFloat(share) / 100;
  const [r, g, b] = colour.rgb.map((value) => 1 - part * (1 - value));
  const [c, m, y, k] = colour.cmyk.map((value) => part * value);
  return { rgb: [r!, g!, b!], cmyk: [c!, m!, y!, k!], spot: colour.spot, share: part * colour.share };
}
