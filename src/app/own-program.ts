/** The program that runs → what tells it from any other. */

/** A digest over the code, which the bundle is given when it is whole. */
declare const SHUANGLAN_BUILD: string;

/** Null for one that runs from its sources. */
export const ownProgram = (): string | null =>
  typeof SHUANGLAN_BUILD === "string" ? `${SHUANGLAN_BUILD} ${process.version} ${process.arch}` : null;
