/** Fonts and themes that came with the program → what was found in them when it was bundled, not looked for again. */
import type { Edition } from "../base/language.ts";
import type { LoadTheme } from "../content/theme-values.ts";
import type { FontSource } from "../font/font-source.ts";
import type { Design } from "../model/design.ts";
import { sha256 } from "./late-crypto.ts";
import { shippedValue } from "./shipped-value.ts";

/** Names the identities of fonts that have no fault. */
export const SOUND_FONTS = "sound fonts";

let sound: ReadonlySet<string> | null = null;

export function isKnownSound({ identity }: FontSource): boolean {
  if (identity === null) return false;
  sound ??= new Set(shippedValue(SOUND_FONTS) as readonly string[] | undefined);
  return sound.has(identity);
}

/** A design without faults. */
export interface ShippedTheme {
  /** The files of themes that were asked for, there or not. */
  readonly files: readonly string[];
  readonly likeness: string;
  readonly design: Design;
}

export const shippedThemeName = (name: string, edition: Edition): string => `theme ${edition} ${name}`;

/**
 * @param fonts The text of the font book.
 * @returns What tells all that a design is made of from anything else, wherever it stands.
 */
export function themeLikeness(fonts: string, files: readonly string[], load: LoadTheme): string {
  const texts = files.map((name) => [name, load(name)?.text ?? null]);
  return sha256(JSON.stringify([fonts, texts]));
}

/** @returns Null where the program was bundled with other files, or without this theme. */
export function shippedTheme(
  name: string,
  edition: Edition,
  fonts: string,
  load: LoadTheme,
): ShippedTheme | null {
  const shipped = shippedValue(shippedThemeName(name, edition)) as ShippedTheme | undefined;
  return shipped && themeLikeness(fonts, shipped.files, load) === shipped.likeness ? shipped : null;
}
