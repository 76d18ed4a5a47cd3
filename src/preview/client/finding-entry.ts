/** A finding in → its entry in a list: what is wrong, the words that it is about, and its place as a button. */
import type { Finding } from "../protocol.ts";
import { button } from "./buttons.ts";
import { make } from "./dom.ts";
import { tongueNow } from "./words.ts";

export function findingEntry(finding: Finding, choose: () => void): HTMLElement {
  const { severity, said, file, line, column, excerpt } = finding;
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  const parts: HTMLElement[] = [make("p", {}, said[tongueNow()])];
  if (excerpt && (excerpt[0] + excerpt[1] + excerpt[2]).trim() !== "")
    parts.push(make("code", {}, excerpt[0], make("mark", {}, excerpt[1]), excerpt[2]));
  parts.push(button(choose, { class: "place" }, place));
  return make("li", { class: severity }, ...parts);
}
