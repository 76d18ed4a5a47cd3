/** A name and what a file of it would hold → the first name like it that no other file has. */
import { isSameBytes } from "../import/picture.ts";

/** @param heldAt What the file of a name holds; null where there is none. One that holds the same is no other. */
export function freeName(
  name: string,
  bytes: Uint8Array,
  heldAt: (name: string) => Uint8Array | null,
): string {
  for (let k = 1; ; k++) {
    const free = k === 1 ? name : name.replace(/\.[^.]*$/, `-${k}$&`);
    const held = heldAt(free);
    if (held === null || isSameBytes(held, bytes)) return free;
  }
}
