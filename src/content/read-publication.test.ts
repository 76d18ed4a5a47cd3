import { expect, test } from "vitest";
import { readPublication } from "./read-publication.ts";

test.each(["{}", '""', '{ zh: "", en: Observer }'])(
  "a name that is %s is told once, in its own file",
  (name) => {
    const text = `name: ${name}\npublisher: 某社\ntheme: briefing\n`;
    const { value, diagnostics } = readPublication({ path: "content/publication.yaml", text });
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(["empty"]);
    expect(diagnostics[0]!.span).toMatchObject({ file: "content/publication.yaml" });
  },
);
