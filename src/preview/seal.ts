/** A key that two programs of one user share, and what one of them says → a seal, which nobody without the key can make. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** @param kind What is said by it, so that no answer can be taken for a request. */
export const seal = (key: string, kind: "here" | "show", said: string): string =>
  createHmac("sha256", key).update(`${kind}\n${said}`).digest("base64url");

/** Whether a header or an answer is the text that it has to be, found out without telling how much of it is. */
export function isSame(given: string | readonly string[] | undefined, wanted: string): boolean {
  // A header's characters are bytes.
  if (typeof given !== "string" || given.length !== wanted.length) return false;
  return timingSafeEqual(Buffer.from(given, "latin1"), Buffer.from(wanted, "latin1"));
}
