import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./fixture.ts";

/** A folder imports only folders before it, and itself. */
const ORDER = [
  "base",
  "model",
  "content",
  "import",
  "script",
  "proof",
  "font",
  "inline",
  "lines",
  "pages",
  "draw",
  "pdf",
  "read-pdf",
  "preflight",
  "compare",
  "preview",
  "app",
];
/** Imported by `app` alone. */
const FOR_APP = ["content", "import", "preflight", "preview", "proof"];
/** Up to here nothing touches the machine. */
const PURE = ORDER.slice(0, ORDER.indexOf("draw") + 1);

const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => {
    const path = join(ROOT, "src", name);
    return {
      name: relative(join(ROOT, "src"), path).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    };
  });
const folderOf = (name: string) => name.split("/")[0]!;
const importsOf = (text: string) =>
  [...text.matchAll(/(?:from\s+|import\s+|import\(\s*)"([^"\n]+)"/g)].map((match) => match[1]!);

describe.each(files)("$name", ({ name, text }) => {
  const folder = folderOf(name);

  test("stands in a known folder and opens with what it turns into what", () => {
    expect(ORDER).toContain(folder);
    expect(text.replace(/^#!.*\n/, "")).toMatch(/^\/\*\* /);
  });

  test("imports folders above its own alone", () => {
    for (const target of importsOf(text).filter((path) => path.startsWith("../"))) {
      const to = folderOf(posix.join(posix.dirname(name), target));
      if (to === folder || target.endsWith("package.json")) continue;
      expect(ORDER.indexOf(to), target).toBeLessThan(ORDER.indexOf(folder));
      if (FOR_APP.includes(to)) expect(folder, target).toBe("app");
      // What is shown is the PDF itself: nothing of its making is known to the preview.
      if (folder === "preview") expect(to, target).not.toBe("pdf");
    }
  });

  test("imports of packages only what its folder is for", () => {
    const own: Readonly<Record<string, readonly string[]>> = {
      content: ["yaml", "zod", "zod/v4/core"],
      import: ["fflate"],
      compare: ["diff"],
      script: ["hyphen/patterns/en-us.js", "hyphen/patterns/en-gb.js"],
      font: ["fontkit"],
      pdf: ["jpeg-js"],
      preview: ["pdfjs-dist/legacy/build/pdf.mjs"],
      app: ["chokidar", "commander", "dictionary-en", "nspell", "picocolors", "pinyin-pro"],
    };
    const packages = importsOf(text).filter((path) => !path.startsWith(".") && !path.startsWith("node:"));
    for (const name of packages) expect(own[folder] ?? []).toContain(name);
  });

  test("has at most 300 lines", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(300);
  });
});

describe.each(files.filter(({ name }) => PURE.includes(folderOf(name))))("$name", ({ text }) => {
  test("touches neither machine, clock, locale, chance nor console", () => {
    expect(importsOf(text).filter((path) => path.startsWith("node:"))).toEqual([]);
    const code = text.replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|\/\/.*/g, "");
    expect(code).not.toMatch(
      /\bDate\b|\bperformance\b|Math\.random|localeCompare|toLocale|\bIntl\b|\bconsole\b|\bprocess\b|\bglobalThis\b/,
    );
  });
});

/** Files and packages that a file loads when it is loaded: imports of types are gone by then, others wait for their call. */
function loadedBy(name: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(name)) return loaded;
  loaded.add(name);
  const text = files.find((file) => file.name === name)?.text ?? "";
  for (const [, path] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"\n]+)"/gm))
    loadedBy(path!.startsWith(".") ? posix.join(posix.dirname(name), path!) : path!, loaded);
  return loaded;
}

test("an issue in which a text changed is set without what reads YAML and schemas", () => {
  const loaded = loadedBy("app/set-editions.ts");
  expect(loaded).toContain("content/edit-issue.ts");
  expect(loaded).toContain("pages/lay-out.ts");
  expect(loaded).not.toContain("yaml");
  expect(loaded).not.toContain("zod");
  expect(loadedBy("content/read-issue.ts")).toContain("zod");
});
