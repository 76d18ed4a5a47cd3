// The chunks of a bundle → functions that one script holds several of.
import { isBuiltin } from "node:module";
import { basename } from "node:path";

/**
 * What runs of `build` read one behind the other is one script each time, which the engine reads sooner than many.
 *
 * @param outputs Those of a metafile, by their paths.
 * @returns The script that a part stands in, where it is not the part's own.
 */
export function packed(outputs) {
  const found = new Map();
  const of = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
  for (const sources of [["program"], ["build-command", "cache"], ["set-editions"]]) {
    const firsts = sources.map((source) => of(`src/app/${source}.ts`));
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

/** What is exported, by its own name and by the one that others know it by. */
const NAMES = /([\w$]+)(?: as ([\w$]+))?/g;

/**
 * A module → the body of a function that is given `require` and `module`. What it takes from others are constants of its
 * own, where the engine would have to ask the other module each time; nothing that is exported changes later.
 */
export function asFunction(text) {
  const taken = (names) => names.replaceAll(" as ", ": ");
  const given = (names) => names.replace(NAMES, (_, own, known = own) => `${known}: ${own}`);
  const code = text
    .replace(
      /^import \{([^}]*)\} from ("[^"]+");$/gm,
      (_, names, from) => `const {${taken(names)}} = require(${from});`,
    )
    // What Node has is the same whole, however it is asked for.
    .replace(/^import (?:\* as )?([\w$]+) from "([^"]+)";$/gm, (written, name, from) =>
      isBuiltin(from) ? `const ${name} = require("${from}");` : written,
    )
    .replace(/^import ("[^"]+");$/gm, "require($1);")
    .replace(/^export \{([^}]*)\};$/gm, (_, names) => {
      for (const [, name] of names.matchAll(NAMES))
        if (assignments(text, name) > 1) throw new Error(`${name} is exported and changes`);
      return `module.exports = { __esModule: true, ${given(names)} };`;
    })
    .replace(/^export default (.*);$/gm, "module.exports = { __esModule: true, default: $1 };");
  const left = code.match(/^(?:import|export)\b(?!\().*/m);
  if (left) throw new Error(`a module is written in a way that is not known: ${left[0]}`);
  return code;
}

/** How often a name is given a value, its declaration counted; the same name anywhere else counts too. */
function assignments(text, name) {
  const own = name.replaceAll("$", "\\$");
  const set = `(?<![\\w$.])${own}\\s*(?:[-+*/|&^%?<>]*=(?![=>])|\\+\\+|--)`;
  return (text.match(new RegExp(`${set}|(?:\\+\\+|--)${own}(?![\\w$])`, "g")) ?? []).length;
}
