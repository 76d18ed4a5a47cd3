/** Texts and numbers in → what tells them from any others, for what is kept from file to file. */
import { createHash } from "node:crypto";

export function digestOf(...parts: readonly (string | Int32Array | Float64Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("base64");
}
