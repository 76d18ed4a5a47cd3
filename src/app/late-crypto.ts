/** Texts and bytes → their digests, by Node's own part for these and for chance. */

/** Loaded when it is first asked for: it takes milliseconds, and help has no use for it. */
export const lateCrypto = () => process.getBuiltinModule("node:crypto");

/** @returns A digest of 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  lateCrypto().createHash("sha256").update(content).digest("hex");
