/** The text of a file that YAML can not read in → lines of it that are no key, no entry and no more of the text above. */
import { isKey } from "./schema-keys.ts";
import { BLOCK, type Slip } from "./yaml-slips.ts";

/** A line with a key or an entry, up to the first of its keys. */
const HEAD = /^( *(?:- +)*)(?:- *$|(?=[^:#]+:(?:\s|$)))/;
/** What begins with a mark of YAML is something else, and so is a key with another colon. */
const MARK = /^(?:[-?](?:\s|$)|[#%&*!|>'"@`{}[\],]|---|\.\.\.|[\w-]+[:：])/;

/** @returns One for lines that follow each other, in their order; it is right once they are gone. */
export function loneLinesIn(text: string): readonly Slip[] {
  const found: Slip[] = [];
  let at = 0;
  let column = 0;
  let within: number | null = null;
  let isOpen = false;
  for (const line of text.split("\n")) {
    const indent = /^ */.exec(line)![0].length;
    const typed = line.slice(indent);
    const isText = within !== null && (indent > within || typed === "");
    if (!isText && typed !== "") {
      const head = HEAD.exec(line)?.[1]?.length ?? null;
      const isLone = head === null && indent <= column && !MARK.test(typed);
      if (isLone) add(found, isOpen, typed, at, indent);
      else if (head !== null) column = head;
      within = BLOCK.test(line) && !isLone ? column : null;
      isOpen = isLone;
    }
    at += line.length + 1;
  }
  return found;
}

function add(found: Slip[], isOpen: boolean, typed: string, at: number, indent: number): void {
  const end = at + indent + typed.length;
  const change = { start: at, end, text: "" };
  const last = found.at(-1);
  const word = /^[\w-]+/.exec(typed)?.[0] ?? "";
  const isNamed = isKey(word);
  if (isOpen && last && !isNamed) found[found.length - 1] = { ...last, changes: [...last.changes, change] };
  else found.push({ fault: isNamed ? "no-value" : "no-key", start: at + indent, end, changes: [change] });
}
