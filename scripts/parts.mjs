// The chunks of a bundle → functions that one script holds several of.
import { isBuiltin } from "node:module";
import { basename } from "node:path";

/** What is asked for, with all that it takes; what stands in two of them comes with the first. */
const PACKS = [
  ["app/program"],
  ["app/build-command", "app/cache"],
  ["app/set-editions"],
  ["content/read-publication", "content/read-font-book", "content/read-issue", "content/read-theme"],
];

/**
 * What runs of `build` read one behind the other is one script each time, which the engine reads sooner than many.
 *
 * @param outputs Those of a metafile, by their paths.
 * @returns The script that a part stands in, where it is not the part's own.
 */
export function packed(outputs) {
  const found = new Map();
  const of = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
  for (const sources of PACKS) {
    const firsts = sources.map((source) => of(`src/${source}.ts`));
    const gather = (path) => {
      if (found.has(basename(path))) return;
      found.set(basename(path), basename(firsts[0]));
      for (const { path: next, kind } of outputs[path].imports)
        if (kind === "import-statement" && outputs[next]) gather(next);
    };
    firsts.forEach(gather);
  }
  return found;
}

/** Names in braces, each with the one that it has behind `as`. */
const NAMES = /([\w$]+)(?: as ([\w$]+))?/g;

/**
 * A module → the body of a function that is given `require` and `module`. What it takes from others are constants of its
 * own, where the engine would have to ask the other module each time; nothing that is exported changes later.
 *
 * @param text As the bundler writes modules: each import and export at the start of a line.
 * @param output What the bundler says that it imports and exports: nothing else was taken for that.
 */
export function asFunction(text, { imports, exports }) {
  const required = new Set();
  const taken = new Set();
  const given = [];
  const require = (from) => {
    required.add(from);
    return `require("${from}");`;
  };
  const code = text
    .replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_, names, from) => {
      for (const [, name, own = name] of names.matchAll(NAMES)) taken.add(own);
      return `const {${names.replaceAll(" as ", ": ")}} = ${require(from)}`;
    })
    // What Node has is the same whole, however it is asked for.
    .replace(/^import (?:\* as )?([\w$]+) from "([^"]+)";$/gm, (written, name, from) => {
      taken.add(name);
      return isBuiltin(from) ? `const ${name} = ${require(from)}` : written;
    })
    .replace(/^import "([^"]+)";$/gm, (_, from) => require(from))
    .replace(/^export \{([^}]*)\};$/gm, (_, names) => {
      const pairs = [...names.matchAll(NAMES)].map(([, own, known = own]) => ({ own, known }));
      for (const { own, known } of pairs) {
        if (!taken.has(own) && !isSetOnce(text, own)) throw new Error(`${own} is exported and changes`);
        given.push(known);
      }
      return `module.exports = { __esModule: true, ${pairs.map(({ own, known }) => `${known}: ${own}`).join(", ")} };`;
    })
    .replace(/^export default (.*);$/gm, (_, value) => {
      given.push("default");
      return `module.exports = { __esModule: true, default: ${value} };`;
    });
  const left = code.match(/^(?:import|export)\b(?!\().*/m);
  if (left) throw new Error(`a module is written in a way that is not known: ${left[0]}`);
  const asked = imports.filter(({ kind }) => kind === "import-statement");
  const names = asked.map(({ path, external }) => (external ? path : `./${basename(path)}`));
  const isSame = (one, other) => [...one].sort().join() === [...new Set(other)].sort().join();
  if (!isSame(required, names) || !isSame(given, exports))
    throw new Error("a module imports or exports what was not found in it");
  return code;
}

/** Whether a name gets its value where it is declared, and nowhere else; another one of the same name counts too. */
function isSetOnce(text, name) {
  const own = name.replaceAll("$", "\\$");
  const declared = `^(?:(?:var|let|const) ${own} = |(?:async )?function\\*? ${own}\\(|class ${own}\\b)`;
  const set = [
    `(?<![\\w$.])${own}\\s*(?:[-+*/|&^%?<>]*=(?![=>])|\\+\\+|--)`,
    `(?:\\+\\+|--)${own}(?![\\w$])`,
    `\\(${own} (?:of|in) `,
    `^\\s*\\(?[[{][^\\n]*(?<![\\w$.])${own}(?![\\w$])[^\\n]*[\\]}] = `,
  ];
  const found = text.match(new RegExp(set.join("|"), "gm")) ?? [];
  return new RegExp(declared, "m").test(text) && found.length <= 1;
}
