/** `shuanglan init`: a folder's name in → a publication in it, with a sample issue, an editor's settings and a recipe for CI. */
import { dirname, join, resolve } from "node:path";
import { jsonSchema, SCHEMA_NAMES } from "../content/json-schema.ts";
import { isoDate } from "../model/calendar.ts";
import { prepareFolder, readFile, replaceFile, today } from "./effects.ts";
import { errLines, out } from "./output.ts";
import { inTurn, quoted } from "./quoted.ts";
import { shippedFile, shown } from "./sources.ts";
import { sayLines } from "./speech.ts";
import { STATUS } from "./status.ts";

/** Files of the sample, and where they go. Packages can not hold a file named .gitignore. */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ["README.md", "README.md"],
  ["README.zh.md", "README.zh.md"],
  ["gitignore", ".gitignore"],
  [".vscode/extensions.json", ".vscode/extensions.json"],
  [".vscode/settings.json", ".vscode/settings.json"],
  [".vscode/tasks.json", ".vscode/tasks.json"],
  [".github/workflows/publish.yml", ".github/workflows/publish.yml"],
  ["content/publication.yaml", "content/publication.yaml"],
];

/** @param isOfNpm Whether it runs as a script of npm, where `shuanglan` may be no command. */
export function initPublication(folder: string, isOfNpm: boolean): number {
  const files = filesFor();
  const standing = [...files.keys()].filter((name) => readFile(join(folder, name)));
  if (standing.length > 0) {
    const list = standing.map((name) => shown(join(folder, name)));
    const there = {
      en: `there already, nothing was written: ${list.join(", ")}; name another folder`,
      zh: `以下文件已存在，未作任何改动：${list.join("、")}；请另选文件夹`,
    };
    errLines(there);
    return STATUS.content;
  }
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    prepareFolder(dirname(path));
    replaceFile(path, bytes);
    out(shown(path));
  }
  const isHere = resolve(folder) === process.cwd();
  const at = (name: string) => quoted(shown(join(folder, name)));
  const next = isOfNpm
    ? `npm run shuanglan -- build --content ${at("content")} --out ${at("output")}`
    : inTurn([...(isHere ? [] : [`cd ${quoted(shown(folder))}`]), "shuanglan build"]);
  for (const line of sayLines({ en: `Next: ${next}`, zh: `下一步：${next}` })) out(line);
  return STATUS.done;
}

/** The sample issue is the first of this year, dated today. */
function filesFor(): ReadonlyMap<string, Uint8Array> {
  const date = today();
  const number = `${date.year}-01`;
  const text = new TextDecoder().decode(sampleFile("content/issue.yaml"));
  const issue = text
    .replace(/^issue: .*$/m, `issue: ${number}`)
    .replace(/^date: .*$/m, `date: ${isoDate(date)}`);
  return new Map([
    ...FILES.map(([from, to]) => [to, sampleFile(from)] as const),
    [`content/${number}.yaml`, Buffer.from(issue, "utf8")] as const,
    ...SCHEMA_NAMES.map(
      (name) => [`content/schema/${name}.json`, Buffer.from(jsonSchema(name), "utf8")] as const,
    ),
  ]);
}

function sampleFile(name: string): Uint8Array {
  const bytes = readFile(shippedFile(`sample/${name}`));
  if (!bytes) throw new Error(`sample/${name} is missing from the program`);
  return bytes;
}
