/** A style in → the same with another alignment, tracking or size: one object each, with which what is known of its words stays. */
import type { Em, Pt } from "../base/length.ts";
import { perObject, Remembered } from "../base/remembered.ts";
import type { Align, TextStyle } from "../model/design.ts";

interface Variants {
  readonly byAlign: Map<Align, TextStyle>;
  readonly byTracking: Remembered<Em, TextStyle>;
  readonly bySize: Remembered<Pt, TextStyle>;
}

const variantsOf = perObject(
  (_: TextStyle): Variants => ({
    byAlign: new Map(),
    byTracking: new Remembered(),
    bySize: new Remembered(),
  }),
);

export function withAlign(style: TextStyle, align: Align): TextStyle {
  const { byAlign } = variantsOf(style);
  const made = byAlign.get(align) ?? { ...style, align };
  byAlign.set(align, made);
  return made;
}

export function withTracking(style: TextStyle, tracking: Em): TextStyle {
  const { byTracking } = variantsOf(style);
  return byTracking.get(tracking) ?? byTracking.add(tracking, { ...style, tracking });
}

/** Names are set smaller to find room, down to this share of their size. */
export const LEAST_NAME = 0.75;

/**
 * The size at which a name fits its room.
 *
 * @param width Of the name at the style's own size, pt.
 * @param least Share of that size that it does not go below.
 * @returns Null where it would.
 */
export const sizeIn = ({ size }: TextStyle, width: Pt, room: Pt, least = LEAST_NAME): Pt | null =>
  room < least * width ? null : (size * room) / width;

/** Its leading stays. */
export function withSize(style: TextStyle, size: Pt): TextStyle {
  const { bySize } = variantsOf(style);
  return bySize.get(size) ?? bySize.add(size, { ...style, size });
}
