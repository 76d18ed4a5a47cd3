import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { asFunction, packed } from "../scripts/parts.mjs";

const about = (exports: readonly string[], ...imports: string[]) => ({
  exports,
  imports: imports.map((path) => ({ path, kind: "import-statement", external: !path.startsWith("dist/") })),
});

/** Runs a module's text with others at hand. */
function run(text: string, output: ReturnType<typeof about>, others: Readonly<Record<string, unknown>> = {}) {
  const module = { exports: {} as Record<string, unknown> };
  const require = (id: string) => others[id];
  runInNewContext(`(function (require, module) {${asFunction(text, output)}\n})`)(require, module);
  return module.exports;
}

describe("a module as a function", () => {
  test("takes and gives under the names that it says", () => {
    const text = `import {
  a,
  b as $c
} from "./chunk-A.js";
import "./chunk-B.js";
import * as path from "node:path";
var sum = a + $c;
var d = 1;
export {
  sum,
  d as default,
  path as p$
};
`;
    const output = about(["default", "p$", "sum"], "dist/chunk-A.js", "dist/chunk-B.js", "node:path");
    const made = run(text, output, { "./chunk-A.js": { a: 1, b: 2 }, "node:path": "path" });
    expect({ ...made }).toEqual({ __esModule: true, sum: 3, default: 1, p$: "path" });
  });

  test("gives a default", () => {
    const made = run("var all = { x: 1 };\nexport default all;\n", about(["default"]));
    expect({ ...made }).toEqual({ __esModule: true, default: { x: 1 } });
  });

  test.each([
    ["assigned again", "var a = 1;\na = 2;\nexport {\n  a\n};\n"],
    ["counted up", "var a = 1;\nfunction next() {\n  return a++;\n}\nexport {\n  a,\n  next\n};\n"],
    ["counted down first", "var $a = 1;\n--$a;\nexport {\n  $a as a\n};\n"],
    ["set late", "var a;\nfunction set() {\n  a = 1;\n}\nexport {\n  a\n};\n"],
    ["taken apart", "var a = 1;\n[a] = [2];\nexport {\n  a\n};\n"],
    ["gone through", "var a = 1;\nfor (a of [2]) ;\nexport {\n  a\n};\n"],
    ["added to", "var a = 1;\na += 2;\nexport {\n  a\n};\n"],
  ])("what is exported and %s is refused", (_, text) => {
    expect(() => asFunction(text, about(["a"]))).toThrow(/is exported and changes/);
  });

  test.each([
    'import a, { b } from "./chunk-A.js";\n',
    'import a from "fontkit";\n',
    'export * from "./chunk-A.js";\n',
    "export var a = 1;\n",
  ])("%s is refused", (text) => {
    expect(() => asFunction(text, about([]))).toThrow(/not known/);
  });
});

test("a line of a text that looks like an import is told from one", () => {
  const text = 'var shown = `\nimport "./chunk-A.js";\n`;\nexport {\n  shown\n};\n';
  expect(() => asFunction(text, about(["shown"]))).toThrow(/not found in it/);
  expect(() => asFunction(text, about(["other"], "dist/chunk-A.js"))).toThrow(/not found in it/);
});

test("what build reads one behind the other stands in one script, and nothing in two", () => {
  const part = (entryPoint: string | undefined, ...statics: string[]) => ({
    ...(entryPoint ? { entryPoint } : {}),
    exports: [],
    imports: [
      ...statics.map((path) => ({ path, kind: "import-statement" })),
      { path: "dist/other.js", kind: "dynamic-import" },
      { path: "node:fs", kind: "import-statement" },
    ],
  });
  const scripts = packed({
    "dist/program.js": part("src/app/program.ts", "dist/shared.js"),
    "dist/shared.js": part(undefined),
    "dist/build-command-1.js": part("src/app/build-command.ts", "dist/shared.js", "dist/files.js"),
    "dist/files.js": part(undefined),
    "dist/cache-1.js": part("src/app/cache.ts", "dist/files.js"),
    "dist/set-editions-1.js": part("src/app/set-editions.ts", "dist/files.js", "dist/lines.js"),
    "dist/lines.js": part(undefined, "dist/shared.js"),
    "dist/read-publication-1.js": part("src/content/read-publication.ts", "dist/yaml.js"),
    "dist/read-font-book-1.js": part("src/content/read-font-book.ts", "dist/yaml.js"),
    "dist/read-issue-1.js": part("src/content/read-issue.ts", "dist/yaml.js", "dist/files.js"),
    "dist/read-theme-1.js": part("src/content/read-theme.ts", "dist/yaml.js"),
    "dist/yaml.js": part(undefined),
    "dist/other.js": part("src/app/other.ts", "dist/lines.js"),
  });
  expect(Object.fromEntries(scripts)).toEqual({
    "program.js": "program.js",
    "shared.js": "program.js",
    "build-command-1.js": "build-command-1.js",
    "files.js": "build-command-1.js",
    "cache-1.js": "build-command-1.js",
    "set-editions-1.js": "set-editions-1.js",
    "lines.js": "set-editions-1.js",
    "read-publication-1.js": "read-publication-1.js",
    "read-font-book-1.js": "read-publication-1.js",
    "read-issue-1.js": "read-publication-1.js",
    "read-theme-1.js": "read-publication-1.js",
    "yaml.js": "read-publication-1.js",
  });
});
