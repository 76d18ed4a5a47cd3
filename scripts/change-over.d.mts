export function draftIn(folder: string): Promise<string>;
export function changeOver(
  folder: string,
  files: readonly (readonly [path: string, content: string | Uint8Array])[],
  others: readonly string[],
): Promise<void>;
