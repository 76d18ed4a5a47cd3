/** A formula of Word in → its text on one line: (a+b)/c, x^2, √(x); content files know no formulas. */
import { childOf, type Element, ownText } from "./xml.ts";

const settingOf = (element: Element, properties: string, name: string): string | null =>
  childOf(childOf(element, properties), name)?.attributes["m:val"] ?? null;

export function formulaText(element: Element): string {
  const part = (name: string): string => {
    const child = childOf(element, name);
    return child ? formulaText(child) : "";
  };
  switch (element.name) {
    case "m:t":
    case "w:t":
      return ownText(element);
    case "m:f":
      return `${grouped(part("m:num"))}/${grouped(part("m:den"))}`;
    case "m:sSup":
      return `${part("m:e")}^${grouped(part("m:sup"))}`;
    case "m:sSub":
      return `${part("m:e")}_${grouped(part("m:sub"))}`;
    case "m:sSubSup":
      return `${part("m:e")}_${grouped(part("m:sub"))}^${grouped(part("m:sup"))}`;
    case "m:rad":
      return `${part("m:deg")}√${grouped(part("m:e"))}`;
    case "m:nary": {
      const [from, to] = [part("m:sub"), part("m:sup")];
      const bounds = `${from && `_${grouped(from)}`}${to && `^${grouped(to)}`}`;
      return `${settingOf(element, "m:naryPr", "m:chr") ?? "∫"}${bounds} ${part("m:e")}`;
    }
    case "m:d": {
      const inner = element.children
        .flatMap((child) => (typeof child !== "string" && child.name === "m:e" ? [formulaText(child)] : []))
        .join(settingOf(element, "m:dPr", "m:sepChr") ?? "|");
      return `${settingOf(element, "m:dPr", "m:begChr") ?? "("}${inner}${settingOf(element, "m:dPr", "m:endChr") ?? ")"}`;
    }
    default:
      return element.children.map((child) => (typeof child === "string" ? "" : formulaText(child))).join("");
  }
}

const grouped = (text: string): string =>
  [...text].length > 1 && !/^[\d.]+$/.test(text) ? `(${text})` : text;
