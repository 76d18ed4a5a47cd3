// package-lock.json → what ships with the program and under which licences; fails where one may not, or where a
// version is not pinned to its bytes.
// npm run licences [-- --lock FILE]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { lock: { type: "string", default: "package-lock.json" } } });

/** Permissive licences: nothing is asked of who ships the program but their texts. Copyleft is not among them. */
const PERMISSIVE = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "Unlicense",
  "CC0-1.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "Zlib",
]);

/** SPDX expressions as packages write them: OR leaves a choice, AND does not; brackets are flat. */
function isPermissive(expression) {
  const bare = expression.replace(/[()]/g, " ").trim();
  return bare
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((name) => PERMISSIVE.has(name.trim())));
}

const { packages } = JSON.parse(readFileSync(values.lock, "utf8"));
const faults = [];
const rows = [];
for (const [path, about] of Object.entries(packages)) {
  if (path === "" || about.link) continue;
  const name = path.replace(/^.*node_modules\//, "");
  if (!about.version || !/^sha512-/.test(about.integrity ?? ""))
    faults.push(`${name}: the lock file does not pin its bytes`);
  if (about.dev) continue;
  const licence = about.license ?? licenceOf(path);
  rows.push(`${name} ${about.version}  ${licence}`);
  if (!isPermissive(licence)) faults.push(`${name}: ${licence} is not a licence that may ship`);
}

/** Where the lock file is silent, the package itself. */
function licenceOf(path) {
  try {
    const { license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    return typeof license === "string" ? license : "unknown";
  } catch {
    return "unknown";
  }
}

for (const row of rows.sort()) console.log(row);
console.log(`${rows.length} packages ship`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
