/** Text of any origin in → what can be shown of it on a terminal without acting on it. */

/** Controls would act on the terminal: they are shown by their code. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (char) =>
    char === "\t" ? "→" : `<${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
}

/** Line ends, and the colours of `Paint`: none of them moves the cursor or outlives a line of ours. */
const OURS = /(\n|\u001b\[(?:1|2|22|31|32|33|39)m)/;

/** A message as it goes to the terminal: names of files and commits, which others gave, stand in it as well. */
export const printableMessage = (message: string): string =>
  message
    .split(OURS)
    .map((part, k) => (k % 2 === 1 ? part : printable(part)))
    .join("");
