/** Node's part for digests and chance, loaded when it is first asked for: it takes milliseconds, and help has no use for it. */
export const lateCrypto = () => process.getBuiltinModule("node:crypto");
